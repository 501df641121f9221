import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConcernDesk, startConcernDesk } from '../../test/concern-desk.ts';
import { dayFields } from '../../test/policy.ts';
import { openMail } from '../platform/mail/message.ts';
import { mail } from '../platform/mail/tables.ts';

let desk: ConcernDesk;
beforeAll(async () => {
  desk = await startConcernDesk();
});
afterAll(() => desk.handbell.stop());
beforeEach(async () => {
  await desk.handbell.asOwner('delete from rate_limit');
});

async function held(): Promise<string> {
  const id = await desk.fresh();
  await desk.act('handler', id, 'screen', { answer: 'yes', note: 'A bruise is told of.' });
  return id;
}

const room = (id: string) => `/desk/safeguarding/${id}`;
const lead = () => desk.as('safeguarding');

async function addresses(): Promise<readonly string[]> {
  return desk.handbell.services.worker.forSchool(desk.school.id, 'public', async (work) =>
    (await work.queries.select().from(mail)).map((row) => openMail(work, row).to),
  );
}
const emailOf = async (role: string) =>
  String(
    (await desk.handbell.asOwner('select email from "user" where name = $1', [`Example ${role}`]))[0]?.email,
  );

describe('the safeguarding lead’s room', () => {
  it('is opened by the lead and by nobody else, whatever their role', async () => {
    const id = await held();
    expect((await lead().get('/desk/safeguarding')).text).toContain(room(id));
    expect((await lead().get(room(id))).status).toBe(200);
    for (const role of ['head', 'chair', 'clerk', 'governor']) {
      expect((await desk.as(role).get(room(id))).status, role).toBe(404);
    }
    for (const role of ['office', 'handler', 'data', 'admin']) {
      expect((await desk.as(role).get(room(id))).status, role).toBe(403);
    }
  });

  it('keeps a chronology, things to do and where the child’s own record is, sealed with a key of its own', async () => {
    const id = await held();
    const words = 'Rowan said that the bruise came from a fall.';
    await lead().post(`${room(id)}/note`, { version: '2', note: words }, room(id));
    await lead().post(`${room(id)}/pointer`, { version: '2', system: 'cpoms', number: 'C-4711' }, room(id));
    const action = { version: '2', what: 'Call the health visitor', member: lead().member };
    const gone = await lead().post(
      `${room(id)}/action`,
      { ...action, ...dayFields('due', '2027-03-08') },
      room(id),
    );
    expect(gone.status).toBe(422);
    await lead().post(`${room(id)}/action`, { ...action, ...dayFields('due', '2027-03-12') }, room(id));
    const page = (await lead().get(room(id))).text;
    for (const part of [words, 'CPOMS', 'C-4711', 'Call the health visitor']) expect(page).toContain(part);
    expect((await lead().get('/desk')).text).toContain('Do what is to do for');
    const done = /action="([^"]+\/done\/[^"]+)"/.exec(page)?.[1] ?? '';
    expect((await lead().post(done, {}, room(id))).status).toBe(303);
    expect((await lead().get('/desk')).text).not.toContain('Do what is to do for');

    const rows = await desk.handbell.asOwner(
      'select id, words from safeguarding_entry order by at, id limit 1',
    );
    const [row] = rows;
    const sealed = row?.words;
    if (!Buffer.isBuffer(sealed)) throw new Error('nothing is kept');
    expect(sealed.includes('bruise')).toBe(false);
    await desk.handbell.services.worker.forSchool(desk.school.id, 'public', async ({ keys }) => {
      const cell = { table: 'safeguarding_entry', column: 'words', row: String(row?.id) };
      expect(keys.open(cell, sealed, 'safeguarding')).toContain('bruise');
      for (const purpose of ['content', 'identity'] as const) {
        expect(() => keys.open(cell, sealed, purpose)).toThrow('does not open');
      }
    });
  });

  it('gives nothing to do to somebody who does not share it', async () => {
    const id = await held();
    const action = {
      version: '2',
      what: 'Look',
      member: desk.as('head').member,
      ...dayFields('due', '2027-03-12'),
    };
    expect((await lead().post(`${room(id)}/action`, action, room(id))).status).toBe(409);
  });

  it('writes down a decision with why, also that it was nothing, and releases only when that is said', async () => {
    const id = await held();
    const why = 'Spoke to the class teacher.';
    expect((await desk.decide('safeguarding', id, { decision: 'support', rationale: '' })).status).toBe(422);
    const send = { version: '2', decision: 'support', rationale: why };
    expect((await lead().post(`${room(id)}/decide`, send, room(id))).status).toBe(303);
    expect(await desk.stateOf(id)).toBe('held');
    await desk.decide('safeguarding', id, { rationale: 'It was a fall.' });
    expect(await desk.stateOf(id)).toBe('triage');
    const page = (await lead().get(room(id))).text;
    for (const part of [why, 'It was a fall.', 'Not a safeguarding matter']) expect(page).toContain(part);
  });

  it('shows guidance in the school’s own words, with the day it was changed', async () => {
    const own = 'Ask the Example Council team first.';
    const saved = await lead().post(
      '/desk/safeguarding/guidance',
      { topic: 'prevent', prevent: own },
      '/desk/safeguarding/guidance',
    );
    expect(saved.status).toBe(303);
    const page = (await lead().get(room(await held()))).text;
    expect(page).toContain(own);
    expect(page).toContain('Tuesday 9 March 2027');
  });
});

describe('an allegation about an adult who works with children', () => {
  it('stops the way for parents, tells the Head, and runs the officer’s clock in working days (rule 13)', async () => {
    desk.handbell.clock.set('2027-03-12T15:00:00Z');
    const id = await desk.sorted('handler');
    await desk.act('handler', id, 'about-us', { aboutUs: 'no', why: 'Words.' });
    const before = (await addresses()).length;
    const [row] = await desk.handbell.asOwner('select version from concern where id = $1', [id]);
    const why = { version: String(row?.version), allegation: 'A teacher is said to have pushed a child.' };
    expect((await lead().post(`${room(id)}/allege`, why, room(id))).status).toBe(303);
    expect((await addresses()).slice(before)).toContain(await emailOf('head'));
    expect(await desk.stateOf(id)).toBe('held');

    const page = (await desk.as('head').get(`/desk/concerns/${id}`)).text;
    expect(page).toContain('must be told by Monday 15 March 2027');
    expect(page).toContain('the law forbids making public who the teacher is');
    expect(page).not.toContain('said to have pushed');
    expect((await desk.as('head').get('/desk')).text).toContain('Tell the council’s designated officer');
    expect((await desk.as('handler').get('/desk')).text).not.toContain('designated officer');
    const early = await desk.decide('safeguarding', id);
    expect(early.status).toBe(409);
    expect(early.text).toContain('has not been told of the allegation');

    expect((await desk.act('handler', id, 'officer', { officer: 'x' })).status).toBe(409);
    expect((await desk.act('head', id, 'officer', { officer: 'Called, number 12.' })).status).toBe(303);
    expect((await desk.decide('safeguarding', id, { decision: 'refer' })).status).toBe(303);
    expect(await desk.stateOf(id)).toBe('triage');
    expect((await desk.as('handler').get(`/desk/cases/new?concern=${id}`)).status).toBe(409);
    desk.handbell.clock.set('2027-03-09T10:00:00Z');
  });

  it('about the Head goes to the Chair, and never to the Head', async () => {
    const id = await desk.fresh({ about: 'head' });
    await desk.act('chair', id, 'screen', { answer: 'yes', note: 'A child is named.' });
    const before = (await addresses()).length;
    await lead().post(`${room(id)}/allege`, { version: '2', allegation: 'Pushed a child.' }, room(id));
    const told = (await addresses()).slice(before);
    expect(told).toContain(await emailOf('chair'));
    expect(told).not.toContain(await emailOf('head'));
    expect((await desk.as('head').get('/desk')).text).not.toContain('designated officer');
  });
});

describe('an emergency', () => {
  it('is written down by whoever called, also the office, and puts the hold on before any question', async () => {
    const id = await desk.fresh();
    const page = `/desk/concerns/${id}/emergency`;
    expect((await desk.as('office').get(page)).text).toContain('Call 999 first');
    const before = (await addresses()).length;
    expect((await desk.act('office', id, 'emergency', { service: '999', number: '' })).status).toBe(422);
    const call = { service: '999', number: 'Log 4711', words: 'They are on their way.' };
    expect((await desk.act('office', id, 'emergency', call)).status).toBe(303);
    expect(await desk.stateOf(id)).toBe('held');
    expect((await addresses()).slice(before)).toContain(await emailOf('safeguarding'));
    expect((await lead().get(`/desk/concerns/${id}`)).text).toContain('Log 4711');
    expect((await desk.as('handler').get(`/desk/concerns/${id}`)).text).not.toContain('Log 4711');
  });

  it('is written down also when the concern changed meanwhile, and holds an open case', async () => {
    const id = await desk.sorted('handler');
    const call = { version: '1', service: '101', number: 'At 10.15', words: '' };
    expect((await desk.act('handler', id, 'emergency', call)).status).toBe(303);
    expect(await desk.stateOf(id)).toBe('held');
  });
});
