import sharp from 'sharp';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaseSchool, caseSchool, openCase } from '../../../test/cases.ts';
import { ANSWERS, checkPage, lastConcern, sendToken } from '../../../test/concerns.ts';
import { startTestHandbell, type TestHandbell } from '../../../test/handbell.ts';
import { caseFor } from '../../cases/read.ts';
import { idSchema } from '../../platform/ids.ts';
import { saveYear } from '../../schools/calendar-store.ts';
import { findRow } from '../standing.ts';
import { change } from '../store.ts';

let handbell: TestHandbell;
let at: CaseSchool;
beforeAll(async () => {
  handbell = await startTestHandbell();
  at = await caseSchool(handbell, 'oakfield');
});
afterAll(() => handbell.stop());
beforeEach(async () => {
  await handbell.asOwner('delete from rate_limit');
});

/** Posts a form of a concern's page, as the page stands now. */
async function act(id: string, name: string, fields: Readonly<Record<string, string>>) {
  const page = `/desk/concerns/${id}`;
  const [row] = await handbell.asOwner('select version from concern where id = $1', [id]);
  return at.handler.post(`${page}/${name}`, { version: String(row?.version), ...fields }, page);
}

/** Raises a concern and sorts it; gives its id. */
async function sorted(told = {}): Promise<string> {
  const visitor = handbell.visitor();
  const answers = { ...ANSWERS, ...told };
  const once = sendToken(await checkPage(visitor, at.school, answers));
  expect((await visitor.post('/s/oakfield/concern/send', { ...answers, once })).status).toBe(303);
  const id = await lastConcern(handbell);
  await act(id, 'screen', { answer: 'no', note: 'Adults only.' });
  await act(id, 'interest', { interest: 'clear' });
  return id;
}

describe('a complaint', () => {
  it('goes the school’s own way: its steps and contacts are what parents and the pack say', async () => {
    const page = '/desk/settings/complaints';
    expect((await at.handler.get(page)).status).toBe(403);
    const wrong = { steps: '', contact: '', link: 'javascript:alert(1)' };
    expect((await at.office.post(page, wrong, page)).status).toBe(422);
    const way = {
      steps: 'See the phase leader.\nWrite to Stage 2.',
      contact: 'clerk@oakfield.example.org',
      link: '',
    };
    expect((await at.office.post(page, way, page)).status).toBe(303);
    const told = { ...ANSWERS, matter: 'complaint', step: 'matter' };
    const exit = (await handbell.visitor().post('/s/oakfield/concern/tell', told)).text;
    for (const words of ['See the phase leader.', 'Write to Stage 2.', 'clerk@oakfield.example.org'])
      expect(exit).toContain(words);

    const id = await sorted();
    await act(id, 'about-us', { aboutUs: 'yes', why: 'It is about a decision.' });
    expect((await at.handler.get(`/desk/concerns/${id}/complaint`)).status).toBe(404);
    await act(id, 'exit', { exit: 'complaint', reason: 'A complaint.', message: 'Please go to Stage 2.' });
    const pack = (await at.handler.get(`/desk/concerns/${id}/complaint`)).text;
    expect(pack).toContain('Miss Larch should be chased out');
    expect(pack).toContain('Please go to Stage 2.');
    expect(pack).toContain('See the phase leader.');
    expect(pack).not.toMatch(/Ada|900333|A complaint\./);
    expect((await at.chair.get(`/desk/concerns/${id}/complaint`)).status).toBe(404);
  });
});

describe('what somebody brought on paper', () => {
  it('is added under the name of who added it, with how it came, and never as the reporter’s own', async () => {
    const id = await sorted();
    expect((await act(id, 'add-evidence', { came: 'handed-over' })).text).toContain('Type the words');
    expect((await act(id, 'add-evidence', { came: 'searched', words: 'x' })).status).toBe(422);
    const drawn = sharp({ create: { width: 40, height: 30, channels: 3, background: '#37c' } });
    const picture = (await drawn.jpeg().toBuffer()).toString('base64url');
    expect(
      (await act(id, 'add-evidence', { came: 'shown', words: 'Wait at the gate.', picture })).status,
    ).toBe(303);
    const rows = await handbell.asOwner(
      'select kind, added_by, member_id::text as member from concern_evidence where concern_id = $1 order by id',
      [id],
    );
    const own = { added_by: 'staff', member: at.handler.member };
    expect(rows).toEqual([
      { kind: 'mail-part', ...own },
      { kind: 'picture', ...own },
    ]);
    const page = (await at.handler.get(`/desk/concerns/${id}`)).text;
    expect(page).toContain('Somebody showed it on their phone');
    expect(page).not.toContain('Wait at the gate.');
    expect((await at.chair.get(`/desk/concerns/${id}/add-evidence`)).status).toBe(404);
  });
});

describe('a reporter who says later who they are', () => {
  it('gives the case that was opened a name to rest on', async () => {
    const page = await openCase(at, {}, { concern: { mode: 'anonymous', name: '', email: '', phone: '' } });
    const id = idSchema<'case'>().parse(page.split('/')[3]);
    const person = { member: at.handler.member, roles: ['handler'] as const };
    const modeNow = () =>
      handbell.services.worker.forSchool(at.school.id, 'public', async (work) => {
        const { facts, concern } = await caseFor(work, person, id);
        return { mode: facts.opening?.mode, concern };
      });
    const before = await modeNow();
    expect(before.mode).toBe('anonymous');
    await handbell.services.worker.forSchool(at.school.id, 'public', async (work) => {
      const row = before.concern && (await findRow(work, before.concern, true));
      if (row) await change(work, row, { mode: 'confidential' });
      work.audit({ act: 'concern.opened-up', object: `concern:${before.concern}` });
    });
    expect((await modeNow()).mode).toBe('confidential');
  });
});

describe('a concern raised in the holidays', () => {
  it('says when school opens again, on the receipt too', async () => {
    const days = (from: string, to: string) => ({
      from: Temporal.PlainDate.from(from),
      to: Temporal.PlainDate.from(to),
    });
    await handbell.services.worker.forSchool(at.school.id, 'set-up', (work) =>
      saveYear(work, {
        name: '2026 to 2027',
        terms: [
          { season: 'spring', ...days('2027-01-04', '2027-03-25') },
          { season: 'summer', ...days('2027-04-12', '2027-07-21') },
        ],
        closed: [],
      }),
    );
    handbell.clock.set('2027-04-01T21:00:00Z');
    const visitor = handbell.visitor();
    const once = sendToken(await checkPage(visitor, at.school, ANSWERS));
    const sent = await visitor.post('/s/oakfield/concern/send', { ...ANSWERS, once });
    const receipt = (await visitor.get(sent.location)).text;
    expect(receipt).toContain('opens again on <strong>Monday 12 April 2027</strong>');
    expect(receipt).toContain('data-print');
    handbell.clock.set('2027-03-09T10:00:00Z');
  });
});

describe('a concern of which a case came', () => {
  it('leads to the case only whoever may open it', async () => {
    const page = await openCase(at);
    const [row] = await handbell.asOwner('select id from concern where case_id = $1', [
      page.split('/').at(-1),
    ]);
    const lead = await handbell.signIn(at.school, ['safeguarding'], 'Lena Lead');
    const concern = `/desk/concerns/${String(row?.id)}`;
    const shown = (await lead.get(concern)).text;
    expect(shown).toContain('It goes on in a case');
    expect(shown).not.toContain(page);
    expect((await lead.get(page)).status).toBe(404);
    expect((await at.handler.get(concern)).text).toContain(`href="${page}">Go to the case`);
  });
});
