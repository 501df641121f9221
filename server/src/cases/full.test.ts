import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  type CaseSchool,
  caseSchool,
  DECISION,
  decideWarning,
  HEARD,
  issue,
  must,
  openCase,
  press,
  type StaffVisitor,
  send,
  toDecision,
  words,
} from '../../test/cases.ts';
import { startTestHandbell, type TestHandbell } from '../../test/handbell.ts';
import { dayFields } from '../../test/policy.ts';
import { idSchema } from '../platform/ids.ts';
import { eraseCase, retainCase } from './keeping.ts';
import { casesCounted } from './numbers.ts';
import { caseForSubject } from './subject-view.ts';
import { HANDBELL } from './visibility.ts';

let handbell: TestHandbell;
let at: CaseSchool;
let safe: StaffVisitor;
beforeAll(async () => {
  handbell = await startTestHandbell();
  at = await caseSchool(handbell, 'full');
  safe = await handbell.signIn(at.school, ['safeguarding'], 'Sol Safe');
});
afterAll(() => handbell.stop());

const today = dayFields('on', '2027-03-09');
const caseId = (page: string) => idSchema<'case'>().parse(page.split('/')[3]);
const asHandbell = <T>(doing: Parameters<typeof handbell.services.worker.forSchool<T>>[2]) =>
  handbell.services.worker.forSchool(at.school.id, 'job:test', doing);

/** A warning that was issued and given. */
async function warned(): Promise<string> {
  const page = await openCase(at);
  await toDecision(at.handler, page);
  await issue(at.head, await decideWarning(at.head, page));
  await give(page, 'warning');
  return page;
}

async function give(page: string, kind: string): Promise<void> {
  const [letter] = await handbell.asOwner('select id from letter where case_id = $1 and kind = $2', [
    caseId(page),
    kind,
  ]);
  const printed = `/desk/letters/${String(letter?.id)}`;
  const who = kind === 'review' ? at.chair : at.office;
  await must(who, printed, { how: 'post', ...today }, `${printed}/given`);
}

async function followedUp(page: string): Promise<void> {
  await must(at.handler, `${page}/affected`, { answer: 'told', note: '' });
  await must(at.handler, `${page}/follow-up`, { what: 'How she is', ...dayFields('day', '2027-04-12') });
}

async function closed(): Promise<string> {
  const page = await warned();
  await followedUp(page);
  await must(at.handler, `${page}/close`, { note: 'She is well, and no new worry was brought to us.' });
  return page;
}

const REVIEW = {
  reasons: 'The words were put right the same evening, so six months are enough.',
  papers: 'yes',
  next: ['complaints', 'department'],
};

describe('a review', () => {
  it('is heard by the Chair, makes it lighter, and goes out in a letter of its own', async () => {
    const page = await closed();
    const asked = { ...today, grounds: 'They say that they took the words back at once.' };
    await must(at.handler, `${page}/review/ask`, asked);
    expect(words((await at.chair.get('/desk')).text)).toContain('Decide a review');
    expect(words((await at.chair.get(page)).text)).toContain('You review this outcome');
    expect((await at.head.get(`${page}/review`)).status).toBe(403);
    const byHead = await send(at.head, page, { ...REVIEW, result: 'upheld' }, `${page}/review`);
    expect(byHead.status).toBe(403);

    const unshared = await send(at.chair, `${page}/review`, { ...REVIEW, papers: '', result: 'upheld' });
    expect(unshared.status).toBe(422);
    const letter = await must(at.chair, `${page}/review`, { ...REVIEW, result: 'varied', months: '6' });
    const text = words((await at.chair.get(letter)).text);
    expect(text).toContain('had no part in it before');
    expect(text).toContain('until Thursday 9 September 2027');
    expect(text).toContain('The Department for Education');
    expect(await issue(at.chair, letter)).toBe(page);
    const early = await send(at.handler, `${page}/close`, {
      note: 'Nothing new was brought to us since then.',
    });
    expect(words(early.text)).toContain('how and when the letter was given');
    await give(page, 'review');
    await must(at.handler, `${page}/close`, { note: 'Nothing new was brought to us since then.' });
    const decisions = await handbell.asOwner(
      'select ended_how, expires_on::text from case_decision where case_id = $1 order by decided_at, id',
      [caseId(page)],
    );
    expect(decisions.map(({ ended_how: how }) => how)).toEqual(['varied', null]);
    expect(decisions.at(-1)?.expires_on).toBe('2027-09-09');
  });

  it('is given to somebody new when the Chair had a part', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    await must(at.head, `${page}/account`, { ...ACCOUNT, ...today }).catch(() => undefined);
    await issue(at.head, await decideWarning(at.head, page));
    const governor = await handbell.signIn(at.school, ['governor'], 'Gus Governor');
    await must(at.handler, `${page}/review/ask`, { ...today, grounds: 'They did not write it.' });
    await must(at.chair, `${page}/interest`, { note: 'I know the family well from church.' });
    expect((await governor.get(page)).status).toBe(404);
    expect(words((await at.handler.get(page)).text)).toContain('Name somebody who had no part');
    await must(at.handler, `${page}/reviewer`, { member: governor.member });
    expect((await governor.get(page)).status).toBe(200);
    const letter = await must(governor, `${page}/review`, {
      ...REVIEW,
      result: 'replaced',
      outcome: 'no-further-action',
    });
    expect(words((await governor.get(letter)).text)).toContain(
      'Another decision takes its place: No further action',
    );
  });
});

describe('a case opened again', () => {
  it('hears the parent afresh, and tells the person who raised it', async () => {
    const page = await closed();
    await must(at.handler, `${page}/reopen`, {
      reason: 'Two more messages of the same evening were brought to us.',
    });
    expect(words((await at.handler.get(page)).text)).toContain('Gathering accounts');
    const [row] = await handbell.asOwner(
      'select c.state from concern c join conduct_case k on k.concern_id = c.id where k.id = $1',
      [caseId(page)],
    );
    expect(row?.state).toBe('case-open');
    await toDecision(at.handler, page);
    const letter = await decideWarning(at.head, page);
    expect(words((await at.head.get(letter)).text)).toContain('This is a written warning');
  });
});

const ASK = {
  agency: 'police',
  grounds: ['threat'],
  facts: 'A message said that she would be waited for at the gate.',
  tried: ['conversation'],
  triedWords: 'He was spoken to twice and said that he meant it.',
  ...today,
};

describe('a referral', () => {
  it('opens only with its three locks, and then stops everything towards the parent', async () => {
    const page = await openCase(at);
    await must(at.handler, `${page}/account`, { ...ACCOUNT, ...today });
    await press(at.handler, page, 'contact/start');
    const bare = await send(
      at.handler,
      `${page}/referral`,
      { ...ASK, grounds: [], tried: [] },
      `${page}/referral/prepare`,
    );
    expect(bare.status).toBe(422);
    expect(words(bare.text)).toContain('more than rude or unpopular');
    expect(words(bare.text)).toContain('what else was tried');
    await must(at.handler, `${page}/referral`, ASK, `${page}/referral/prepare`);
    const own = await send(at.handler, `${page}/referral`, {}, `${page}/referral/approve`);
    expect(own.status).toBe(403);
    expect(words((await at.head.get('/desk')).text)).toContain('Agree to a referral, or not');
    await must(at.head, `${page}/referral`, {}, `${page}/referral/approve`);
    await must(
      at.handler,
      `${page}/referral`,
      {
        to: 'By phone to 101, log 417',
        shared: 'The message, its day, and who wrote it.',
        basis: 'To prevent a crime.',
        told: 'no',
        toldWhy: 'They asked us not to.',
        hold: 'yes',
      },
      `${page}/referral/make`,
    );
    const held = words((await at.handler.get(page)).text);
    expect(held).toContain('Police hold');
    expect(held).toContain('By phone to 101, log 417');
    const contact = await send(at.handler, `${page}/contact`, { ...HEARD, ...today });
    expect(contact.status).toBe(422);
    expect(words(contact.text)).toContain('The police have asked');
    await must(
      at.handler,
      `${page}/referral`,
      { hold: 'off', holdReason: 'The officer phoned to say that it is over.' },
      `${page}/police-hold`,
    );
    await must(at.handler, `${page}/contact`, { ...HEARD, ...today });
  });
});

describe('legal advice', () => {
  const SECRET = 'Is the sentence about the missing trip money defamatory of the bursar?';
  it('is read by nobody but those named, on no page and in no paper', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    const parts = ['chronology', 'words', 'reach', 'harm', 'remedy', 'budget'];
    const rest = Object.fromEntries(parts.map((part) => [part, `The ${part} in a sentence.`]));
    await must(at.head, `${page}/legal`, { source: 'own', question: SECRET, ...rest });
    expect(words((await at.head.get(`${page}/legal`)).text)).toContain(SECRET);
    for (const path of [page, `${page}/legal`, `${page}/notes`, `${page}/decision`]) {
      expect((await at.handler.get(path)).text).not.toContain('trip money');
    }
    const [row] = await handbell.asOwner('select request from case_legal where case_id = $1', [caseId(page)]);
    expect(Buffer.from(row?.request instanceof Uint8Array ? row.request : []).toString('utf8')).not.toContain(
      'trip',
    );
    const [kept] = await handbell.asOwner('select id from case_legal where case_id = $1', [caseId(page)]);
    const answer = { request: String(kept?.id), answer: 'It may be, if the harm is serious.' };
    expect((await send(at.handler, `${page}/legal`, answer, `${page}/legal/answer`)).status).toBe(404);
    await must(at.head, `${page}/legal`, answer, `${page}/legal/answer`);
    expect(words((await at.head.get(`${page}/legal`)).text)).toContain('if the harm is serious');
  });
});

describe('beside the steps of a case', () => {
  it('tasks wait for their owner and their deputy, with the reason', async () => {
    const page = await openCase(at);
    const [handler, head] = [at.handler.member, at.head.member];
    const task = { what: 'Phone the class teacher', reason: 'She saw the messages first.' };
    const wrong = await send(at.handler, `${page}/tasks`, {
      ...task,
      owner: safe.member,
      ...dayFields('due', '2027-03-12'),
    });
    expect(words(wrong.text)).toContain('Choose somebody who sees this case');
    const [own] = await handbell.asOwner('select reference from conduct_case where id = $1', [caseId(page)]);
    const reference = String(own?.reference);
    await must(at.handler, `${page}/tasks`, {
      ...task,
      owner: handler,
      deputy: head,
      ...dayFields('due', '2027-03-12'),
    });
    expect(words((await at.handler.get('/desk')).text)).toContain(`Do a task (${reference}`);
    expect(words((await at.head.get('/desk')).text)).toContain(`Do a task, as deputy (${reference}`);
    const [row] = await handbell.asOwner('select id from case_task where case_id = $1', [caseId(page)]);
    await must(at.head, page, {}, `${page}/tasks/${String(row?.id)}/done`);
    expect(words((await at.handler.get('/desk')).text)).not.toContain(`Do a task (${reference}`);
    expect(words((await at.handler.get(page)).text)).toContain('done on');
  });

  it('notes keep facts apart from opinion, and a reviewer sees neither', async () => {
    const page = await warned();
    await must(at.handler, `${page}/notes`, {
      facts: 'He phoned the office at nine on Tuesday.',
      opinion: 'I think that he was tired.',
    });
    const read = words((await at.head.get(page)).text);
    expect(read).toContain('He phoned the office at nine');
    expect(read).toContain('What they think of it I think that he was tired.');
    await must(at.handler, `${page}/review/ask`, { ...today, grounds: 'They say it was a joke.' });
    expect(words((await at.chair.get(page)).text)).not.toContain('tired');
    expect((await at.chair.get(`${page}/notes`)).status).toBe(403);
  });

  it('asks once what would make it easier, and records support with its steps (rules 35, 44)', async () => {
    const page = await openCase(at);
    expect(words((await at.handler.get(page)).text)).toContain('Not asked yet: ask everybody once.');
    await must(at.handler, `${page}/needs`, {
      of: 'subject',
      answer: 'some',
      note: 'An interpreter for Polish.',
    });
    await must(at.handler, `${page}/support`, { answer: 'taken', note: 'A talk, and a free afternoon.' });
    const read = words((await at.handler.get(page)).text);
    expect(read).toContain('Adjustments in place');
    expect(read).toContain('An interpreter for Polish.');
    expect(read).toContain('Support was offered and taken up');
  });
});

describe('what the parent may see of their own case (rule 30)', () => {
  it('is nothing before anybody spoke to them or while a hold is on, and never a word of anybody else', async () => {
    const page = await openCase(at);
    const see = () => asHandbell((work) => caseForSubject(work, caseId(page)));
    expect(await see()).toBe('held');
    await toDecision(at.handler, page);
    await must(at.handler, `${page}/notes`, { facts: 'A note that is nobody else’s.', opinion: '' });
    const seen = await see();
    expect(seen).toMatchObject({
      stage: 'being-looked-at',
      outcome: undefined,
      about: 'messages in the Oak class parents’ group',
    });
    const text = JSON.stringify(seen);
    for (const secret of ['felt uneasy', 'Miss Larch', 'nobody else’s']) expect(text).not.toContain(secret);
    await issue(at.head, await decideWarning(at.head, page));
    expect(await see()).toMatchObject({ stage: 'decided', outcome: { reasons: DECISION.reasons } });
    await must(
      at.handler,
      `${page}/referral`,
      { hold: 'on', holdReason: 'The officer asked for it by phone.' },
      `${page}/police-hold`,
    );
    expect(await see()).toBe('held');
  });
});

describe('cases as rows of a count', () => {
  it('have no reference and no person in them', async () => {
    const counted = await asHandbell((work) =>
      casesCounted(work, work.now.subtract({ hours: 48 }), work.now.add({ hours: 1 })),
    );
    expect(counted.length).toBeGreaterThan(3);
    expect(counted.some(({ outcome }) => outcome?.kind === 'warning-letter')).toBe(true);
    expect(JSON.stringify(counted)).not.toMatch(/M-2027|Rowan|Larch/);
  });
});

describe('the end of a record', () => {
  it('leaves codes and days, and no word about anybody', async () => {
    const page = await closed();
    const id = caseId(page);
    await asHandbell((work) => retainCase(work, HANDBELL, id));
    await expect(asHandbell((work) => eraseCase(work, HANDBELL, id, { holds: 0, early: 0 }))).rejects.toThrow(
      'too-early',
    );
    await asHandbell((work) => eraseCase(work, HANDBELL, id, { holds: 0, early: 12 }));
    for (const table of ['case_party', 'case_account', 'case_contact', 'case_answer', 'case_decision']) {
      const rows = await handbell.asOwner(`select 1 from ${table} where case_id = $1`, [id]);
      expect(rows).toEqual([]);
    }
    const events = await handbell.asOwner(
      'select count(note)::int as notes from case_event where case_id = $1',
      [id],
    );
    expect(events[0]?.notes).toBe(0);
    const shown = words((await at.handler.get(page)).text);
    expect(shown).toContain('This record was erased.');
    expect(shown).not.toContain('Alex Rowan');
  });
});

describe('a reminder', () => {
  it('is refused where the words were not in a group on the register', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    const refused = await send(at.head, `${page}/decision`, { ...DECISION, outcome: 'reminder' });
    expect(words(refused.text)).toContain('no moderator to write to');
  });
});

describe('lists of cases', () => {
  it('offers no search over what they hold, and no order but by age (rules 32, 33)', async () => {
    await openCase(at);
    const page = await at.handler.get('/desk/cases');
    expect(/<input[^>]+type="(?:text|search)"/.test(page.text)).toBe(false);
    const listed = (html: string) => [...html.matchAll(/>(M-2027-[A-Z0-9]{4})</g)].map(([, one]) => one);
    const asked = await at.handler.get('/desk/cases?q=Rowan&sort=subject&order=most');
    expect(listed(asked.text)).toEqual(listed(page.text));
    const rows = await handbell.asOwner(
      'select reference from conduct_case where closed_at is null order by opened_at, id',
    );
    expect(listed(page.text)).toEqual(rows.map(({ reference }) => reference));
  });
});
