import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  assess,
  type CaseSchool,
  caseSchool,
  DECISION,
  decideWarning,
  HEARD,
  issue,
  must,
  openCase,
  press,
  send,
  toDecision,
  versionNow,
  warningKey,
  words,
} from '../../test/cases.ts';
import { raise } from '../../test/concerns.ts';
import { startTestHandbell, type TestHandbell } from '../../test/handbell.ts';
import { dayFields } from '../../test/policy.ts';

let handbell: TestHandbell;
let at: CaseSchool;
beforeAll(async () => {
  handbell = await startTestHandbell();
  at = await caseSchool(handbell, 'journey');
});
afterAll(() => handbell.stop());

const today = dayFields('on', '2027-03-09');

describe('a case from a concern to its end', () => {
  it('goes the whole way', async () => {
    const { handler, head, office } = at;
    const page = await openCase(at);
    const opened = words((await handler.get(page)).text);
    expect(opened).toContain('Gathering accounts');
    expect(opened).toContain('Hari Handler');
    expect(opened).toContain('Hana Head');
    expect(opened).toContain('version 1');
    expect(words((await handler.get('/desk/cases')).text)).toContain('Gathering accounts');

    await must(handler, `${page}/account`, { ...ACCOUNT, ...today });
    await press(handler, page, 'contact/start');
    const version = await versionNow(handbell, page);
    const early = await send(handler, page, { version }, `${page}/assessment/start`);
    expect(early.status).toBe(422);
    expect(words(early.text)).toContain('Hear the parent first');
    await must(handler, `${page}/contact`, { ...HEARD, ...today });
    await press(handler, page, 'assessment/start');
    const unready = await send(
      handler,
      page,
      { version: await versionNow(handbell, page) },
      `${page}/hand-over`,
    );
    expect(words(unready.text)).toContain('Answer every question');
    await assess(handler, page);
    await press(handler, page, 'hand-over');

    expect(words((await head.get('/desk')).text)).toContain('Decide a case');
    const letter = await decideWarning(head, page);
    expect(words((await head.get(letter)).text)).toContain('It ends by itself on Thursday 9 March 2028');
    const decided = words((await head.get(page)).text);
    expect(decided).toContain('Decided, not issued yet');
    expect(await issue(head, letter)).toBe(page);

    const list = await office.get('/desk/letters');
    const printed = /href="(\/desk\/letters\/[^"]+)"/.exec(list.text)?.[1] ?? '';
    expect(words(list.text)).toContain('Alex Rowan');
    expect(words(list.text)).toMatch(/Warning M-2027-\w{4}/);
    expect(words((await office.get('/desk')).text)).toContain('Print and give a letter');
    expect(words((await office.get(printed)).text)).not.toContain('chased');
    const pdf = await office.send(`${printed}/letter.pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const word = await office.send(`${printed}/letter.docx`);
    expect(
      Buffer.from(await word.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const soon = await send(handler, `${page}/follow-up`, {
      what: 'How she is',
      ...dayFields('day', '2027-04-12'),
    });
    expect(words(soon.text)).toContain('how and when the letter was given');
    await must(office, printed, { how: 'post', ...today }, `${printed}/given`);

    await must(handler, `${page}/affected`, {
      answer: 'told',
      note: 'A talk and a free afternoon were offered.',
    });
    await must(handler, `${page}/follow-up`, { what: 'How she is', ...dayFields('day', '2027-04-12') });
    expect(words((await handler.get(page)).text)).toContain('Monday 12 April 2027');
    await must(handler, `${page}/close`, { note: 'She is well, and no new worry was brought to us.' });
    const closed = words((await handler.get(page)).text);
    expect(closed).toContain('Closed');
    expect(closed).toContain('Case with an outcome, until 9 March 2033');
    expect(words((await handler.get('/desk/cases')).text)).toContain('No cases here');
    expect(words((await handler.get('/desk/cases?closed=yes')).text)).toContain('Closed cases');
  });

  it('tells the reporter that it was dealt with, and nothing more', async () => {
    const code = await raise(handbell, at.school);
    expect(code).not.toBe('');
    const page = await openCase(at);
    const [row] = await handbell.asOwner('select concern_id from conduct_case order by id desc limit 1');
    await toDecision(at.handler, page);
    await issue(at.head, await decideWarning(at.head, page));
    const [letter] = await handbell.asOwner("select id from letter where state = 'issued'");
    const printed = `/desk/letters/${String(letter?.id)}`;
    await must(at.office, printed, { how: 'hand', ...today }, `${printed}/given`);
    await must(at.handler, `${page}/affected`, { answer: 'nobody', note: '' });
    await must(at.handler, `${page}/follow-up`, {
      what: 'How things are',
      ...dayFields('day', '2027-03-23'),
    });
    await must(at.handler, `${page}/close`, { note: 'Nothing new was brought to us since.' });
    const [concern] = await handbell.asOwner('select state from concern where id = $1', [row?.concern_id]);
    expect(concern?.state).toBe('concluded');
  });

  it('replays from its stored chronology to the state it stands at', async () => {
    const rows = await handbell.asOwner(`
      select c.state, (select to_state from case_event e where e.case_id = c.id order by seq desc limit 1) as told,
        c.version, (select count(*)::int from case_event e where e.case_id = c.id) as entries
      from conduct_case c`);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row.state).toBe(row.told);
      expect(row.version).toBe(row.entries);
    }
  });

  it('ends with no further action from the start, without a letter to a parent who never knew', async () => {
    const page = await openCase(at);
    const done = await must(at.head, `${page}/no-further-action`, {
      interest: 'none',
      reasons: 'The words were a joke between friends and hurt nobody.',
    });
    expect(done).toBe(page);
    await press(at.head, page, 'issue');
    await must(at.handler, `${page}/affected`, { answer: 'nobody', note: '' });
    await must(at.handler, `${page}/close`, { note: '' });
    const closed = words((await at.handler.get(page)).text);
    expect(closed).toContain('restricted, until 9 March 2028');
  });

  it('refuses a warning that rests on expectations only, and says why on the form', async () => {
    const page = await openCase(at, {}, { only: 'expectations' });
    await toDecision(at.handler, page);
    const outcome = await warningKey(at.head, page);
    const refused = await send(at.head, `${page}/decision`, { ...DECISION, outcome });
    expect(refused.status).toBe(422);
    expect(words(refused.text)).toContain('Every clause you chose is an expectation only');
    expect(refused.text).toContain('repeated after somebody asked to stop');
    const advice = await must(at.head, `${page}/decision`, { ...DECISION, outcome: 'advice' });
    expect(words((await at.head.get(advice)).text)).toContain('This is advice and not a warning');
  });

  it('offers every step of the policy in its words, and nothing else but the plain ones', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    const { text } = await at.head.get(`${page}/decision`);
    const keys = [...text.matchAll(/name="outcome" type="radio" value="([^"]+)"/g)].map(([, key]) => key);
    expect(keys.filter((key) => key?.startsWith('step:')).length).toBe(5);
    expect(keys.slice(0, 6)).toEqual([
      'no-further-action',
      'feedback',
      'reminder',
      'advice',
      'conversation',
      'communication-plan',
    ]);
  });

  it('answers criticism as feedback in five steps, without holding anything against anybody', async () => {
    const page = await openCase(at);
    await must(at.handler, `${page}/account`, { ...ACCOUNT, ...today });
    await press(at.handler, page, 'contact/start');
    await must(at.handler, `${page}/contact`, { ...HEARD, ...today });
    await press(at.handler, page, 'assessment/start');
    const early = await send(at.handler, `${page}/assessment/aim`, {
      words: 'To calm the group down a bit.',
    });
    expect(early.status).toBe(422);
    expect(words(early.text)).toContain('feedback or a complaint about the school in the wrong place');
    let at1 = await must(at.handler, `${page}/handling`, {
      handling: 'feedback',
      words: 'The parent is unhappy about how the trip was planned.',
    });
    for (const step of ['categorise', 'listen', 'empathise', 'ask', 'respond']) {
      expect(at1).toBe(`${page}/clear/${step}`);
      at1 = await must(at.handler, at1, { words: `What we did in the step ${step}, in one sentence.` });
    }
    await press(at.handler, page, 'hand-over');
    const outcome = await warningKey(at.head, page);
    const refused = await send(at.head, `${page}/decision`, { ...DECISION, outcome });
    expect(words(refused.text)).toContain('nothing is held against anybody for it');
    const letter = await must(at.head, `${page}/decision`, { ...DECISION, outcome: 'feedback' });
    expect(words((await at.head.get(letter)).text)).toContain('Answer it as feedback');
    expect(await issue(at.head, letter)).toBe(page);
  });
});
