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
  openingForm,
  press,
  type StaffVisitor,
  send,
  toDecision,
  versionNow,
  warningKey,
  words,
} from '../../test/cases.ts';
import { startTestHandbell, type TestHandbell } from '../../test/handbell.ts';
import { dayFields, revisionOn } from '../../test/policy.ts';

let handbell: TestHandbell;
let at: CaseSchool;
let other: StaffVisitor;
beforeAll(async () => {
  handbell = await startTestHandbell();
  at = await caseSchool(handbell, 'together');
  other = await handbell.signIn(at.school, ['handler'], 'Olu Other');
});
afterAll(() => handbell.stop());

const today = dayFields('on', '2027-03-09');
const count = async (table: string) =>
  Number((await handbell.asOwner(`select count(*)::int as n from ${table}`))[0]?.n);

describe('forms sent twice, late or by two people', () => {
  it('opens one case when the button is pressed twice', async () => {
    const before = await count('conduct_case');
    const form = await openingForm(at);
    const both = await Promise.all([
      at.handler.post('/desk/cases/new/open', form),
      at.handler.post('/desk/cases/new/open', form),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect(both[0]?.location).toBe(both[1]?.location);
    expect(await count('conduct_case')).toBe(before + 1);
  });

  it('opens one case when two people open it from the same concern', async () => {
    const before = await count('conduct_case');
    const form = await openingForm(at);
    const version = await revisionOn(other, `/desk/concerns/${String(form.concern)}`);
    await other.post(
      `/desk/concerns/${String(form.concern)}/interest`,
      { version, interest: 'clear' },
      `/desk/concerns/${String(form.concern)}`,
    );
    const token = await other.token('/desk/cases');
    const both = await Promise.all([
      at.handler.post('/desk/cases/new/open', form),
      other.post('/desk/cases/new/open', { ...form, once: token }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([303, 409]);
    expect(await count('conduct_case')).toBe(before + 1);
    const known = await other.get(`/desk/cases/new?concern=${String(form.concern)}`);
    expect(known.status).toBe(303);
    expect(known.headers.get('location')).toMatch(/^\/desk\/cases\/[0-9a-f-]+$/);
  });

  it('keeps one account of two presses', async () => {
    const page = await openCase(at);
    const once = await at.handler.token(`${page}/account`);
    const fields = { ...ACCOUNT, ...today, once };
    const [one, two] = await Promise.all([
      at.handler.post(`${page}/account`, fields),
      at.handler.post(`${page}/account`, fields),
    ]);
    expect([one.status, two.status]).toEqual([303, 303]);
    const story = words((await at.handler.get(page)).text);
    expect(story.split('An account was recorded').length - 1).toBe(1);
  });

  it('answers the back button plainly', async () => {
    const page = await openCase(at);
    await must(at.handler, `${page}/account`, { ...ACCOUNT, ...today });
    const version = await versionNow(handbell, page);
    await press(at.handler, page, 'contact/start');
    const late = await at.handler.post(`${page}/contact/start`, { version }, `${page}/account`);
    expect(late.status).toBe(409);
    expect(words(late.text)).toContain('Speaking to the parent began');
    expect(words(late.text)).toContain('What you sent was not saved');
  });

  it('lets one of two deciders win, and tells the other what changed', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    const outcome = await warningKey(at.head, page);
    const version = await versionNow(handbell, page);
    const tokens = [await at.head.token(`${page}/decision`), await at.head.token(`${page}/decision`)];
    const answers = await Promise.all(
      [outcome, 'advice'].map((chosen, index) =>
        at.head.post(`${page}/decision`, {
          ...DECISION,
          outcome: chosen,
          version,
          once: tokens[index] ?? '',
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const told = answers.find(({ status }) => status === 409);
    expect(words(told?.text ?? '')).toContain('Since you opened the page: A decision was taken');
    const rows = await handbell.asOwner('select count(*)::int as n from case_decision where case_id = $1', [
      page.split('/')[3],
    ]);
    expect(rows[0]?.n).toBe(1);
  });

  it('does not issue a letter that was changed after it was looked at', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    const letter = await decideWarning(at.head, page);
    const shown = await at.head.get(letter);
    const value = (name: string) => new RegExp(`name="${name}" value="([^"]+)"`).exec(shown.text)?.[1] ?? '';
    await must(at.handler, `${letter}/edit`, { 'part-expected': 'Please write to the office instead.' });
    const late = await at.head.post(`${letter}/issue`, {
      once: value('once'),
      version: value('version'),
      letterVersion: value('letterVersion'),
      read: 'yes',
    });
    expect(late.status).toBe(409);
    expect(words(late.text)).toContain('Somebody else changed this letter');
    expect(words((await at.head.get(page)).text)).toContain('Decided, not issued yet');
    expect(await issue(at.head, letter)).toBe(page);
    const rows = await handbell.asOwner('select pdf_hash from letter where state = $1', ['issued']);
    expect(rows.every(({ pdf_hash: hash }) => /^[0-9a-f]{64}$/.test(String(hash)))).toBe(true);
  });

  it('withdraws a decision with its draft, and decides anew', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    const letter = await decideWarning(at.head, page);
    await press(at.head, page, 'withdraw');
    expect((await at.head.get(`${letter}/edit`)).status).toBe(404);
    const advice = await must(at.head, `${page}/decision`, { ...DECISION, outcome: 'advice' });
    expect(advice).not.toBe(letter);
    expect((await at.head.get(advice)).status).toBe(200);
  });
});

describe('an investigator who decides', () => {
  it('needs a reason and a second person, who reads and signs', async () => {
    const page = await openCase(at);
    await must(at.head, `${page}/account`, { ...ACCOUNT, ...today });
    await press(at.handler, page, 'contact/start');
    await must(at.handler, `${page}/contact`, { ...HEARD, ...today });
    await press(at.handler, page, 'assessment/start');
    await assess(at.handler, page);
    await press(at.handler, page, 'hand-over');
    const outcome = await warningKey(at.head, page);
    const refused = await send(at.head, `${page}/decision`, { ...DECISION, outcome, overrideReason: '' });
    expect(refused.status).toBe(422);
    expect(words(refused.text)).toContain('somebody else should decide it');
    expect((await at.chair.get(page)).status).toBe(404);
    const letter = await decideWarning(at.head, page, {
      overrideReason: 'We are a school of two leaders and the other one is away.',
    });
    expect((await at.head.get(letter)).text).not.toContain('Issue the letter');
    const forced = await send(
      at.head,
      letter,
      {
        version: await versionNow(handbell, page),
        letterVersion: '1',
        read: 'yes',
      },
      `${letter}/issue`,
    );
    expect(forced.status).toBe(403);
    expect(words((await at.chair.get('/desk')).text)).toContain('Sign a decision');
    const own = await send(
      at.handler,
      page,
      { interest: 'none', version: await versionNow(handbell, page) },
      `${page}/countersign`,
    );
    expect(own.status).toBe(403);
    await must(at.chair, `${page}/countersign`, { interest: 'none' });
    expect(await issue(at.head, letter)).toBe(page);
    expect(words((await at.head.get(page)).text)).toContain('Second signature');
    const record = await at.head.send(`${page}/record.pdf`);
    expect(record.headers.get('content-type')).toBe('application/pdf');
  });
});

describe('people of a case', () => {
  it('goes to the Chair when the words are about the Head, who then sees nothing of it', async () => {
    const page = await openCase(at, { targets: [at.head.member] });
    const seen = words((await at.handler.get(page)).text);
    expect(seen).toContain('Decides Cara Chair');
    expect((await at.head.get(page)).status).toBe(404);
    expect((await at.head.get('/desk/cases')).text).not.toContain(page);
    expect((await at.head.get(`${page}/decision`)).status).toBe(404);
    const act = await send(
      at.head,
      '/desk/cases',
      { interest: 'none', reasons: 'x', version: '1' },
      `${page}/decision`,
    );
    expect([400, 404, 422]).toContain(act.status);
    await toDecision(at.handler, page);
    const letter = await decideWarning(at.chair, page);
    await issue(at.chair, letter);
    const list = await at.head.get('/desk/letters');
    const [row] = await handbell.asOwner('select id from letter where case_id = $1', [page.split('/')[3]]);
    expect(list.text).not.toContain(String(row?.id));
    expect((await at.head.get(`/desk/letters/${String(row?.id)}/letter.pdf`)).status).toBe(404);
    expect((await at.office.get(`/desk/letters/${String(row?.id)}/letter.pdf`)).status).toBe(200);
    expect((await at.chair.get(`/desk/letters/${String(row?.id)}/letter.pdf`)).status).toBe(200);
    const governor = await handbell.signIn(at.school, ['governor', 'clerk']);
    expect((await governor.get(`/desk/letters/${String(row?.id)}/letter.pdf`)).status).toBe(404);
  });

  it('goes past the Head when the concern is about the Head', async () => {
    const page = await openCase(at, {}, { concern: { about: 'head' }, who: at.chair });
    expect((await at.head.get(page)).status).toBe(404);
    expect((await at.handler.get(page)).status).toBe(404);
    await must(at.chair, `${page}/people`, { looker: other.member }, `${page}/people/appoint`);
    await toDecision(other, page);
    await issue(at.chair, await decideWarning(at.chair, page));
    const [row] = await handbell.asOwner('select id from letter where case_id = $1', [page.split('/')[3]]);
    const letter = `/desk/letters/${String(row?.id)}`;
    for (const person of [at.head, at.handler, at.office]) {
      expect((await person.get(`${letter}/letter.pdf`)).status).toBe(404);
      expect((await person.get('/desk/letters')).text).not.toContain(letter);
    }
    expect((await at.chair.get(`${letter}/letter.pdf`)).status).toBe(200);
  });

  it('passes on when the decider declares an interest, and undoes what they decided', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    await decideWarning(at.head, page);
    expect(await must(at.head, `${page}/interest`, { note: 'The parent is a friend of mine.' })).toBe(
      '/desk/cases',
    );
    expect((await at.head.get(page)).status).toBe(404);
    const seen = words((await at.handler.get(page)).text);
    expect(seen).toContain('Decides Cara Chair');
    expect(seen).toContain('Waiting for a decision');
    await decideWarning(at.chair, page);
  });

  it('names an alternate when neither Head nor Chair can decide, and asks somebody else to look into it', async () => {
    const governor = await handbell.signIn(at.school, ['governor'], 'Gia Governor');
    const page = await openCase(at, { targets: [at.head.member], interested: [at.chair.member] });
    expect(words((await at.handler.get(page)).text)).toContain('Decides Nobody yet');
    expect((await governor.get(page)).status).toBe(404);
    const version = await versionNow(handbell, page);
    const wrongOne = await send(
      at.handler,
      `${page}/people`,
      { member: at.chair.member, version },
      `${page}/people/decider`,
    );
    expect(wrongOne.status).toBe(422);
    await must(at.handler, `${page}/people`, { member: governor.member, version }, `${page}/people/decider`);
    expect((await governor.get(page)).status).toBe(200);
    await must(at.handler, `${page}/people`, { looker: other.member }, `${page}/people/appoint`);
    expect(words((await other.get(page)).text)).toContain('Looks into it Olu Other');
    await toDecision(other, page);
    await issue(governor, await decideWarning(governor, page));
  });

  it('turns away whoever says that they have an interest while opening or deciding', async () => {
    const opened = await at.handler.post('/desk/cases/new', {
      concern: '01999999-0000-7000-8000-000000000000',
      interest: 'some',
    });
    expect(opened.location).toBe('/desk/concerns/01999999-0000-7000-8000-000000000000');
    const page = await openCase(at);
    await toDecision(at.handler, page);
    const outcome = await warningKey(at.head, page);
    const unsure = await send(at.head, `${page}/decision`, { ...DECISION, outcome, interest: 'some' });
    expect(unsure.location).toBe(`${page}/interest`);
    expect(words((await at.head.get(page)).text)).toContain('Waiting for a decision');
  });
});

describe('the safeguarding hold', () => {
  it('stops every step towards the parent until the safeguarding lead releases it', async () => {
    const page = await openCase(at);
    await must(at.handler, `${page}/account`, { ...ACCOUNT, ...today });
    const shown = (await at.handler.get(page)).text;
    const concern = /href="(\/desk\/concerns\/[^"]+)"/.exec(shown)?.[1] ?? '';
    const version = await revisionOn(at.handler, concern);
    const held = await at.handler.post(
      `${concern}/hold`,
      { version, worry: 'A child may be at risk.' },
      concern,
    );
    expect(held.status).toBe(303);
    expect(words((await at.handler.get(page)).text)).toContain('On hold');
    const start = await send(
      at.handler,
      `${page}/account`,
      { version: await versionNow(handbell, page) },
      `${page}/contact/start`,
    );
    expect(start.status).toBe(422);
    expect(words(start.text)).toContain('put this matter on hold');
  });
});

describe('a Head with every other role', () => {
  it('sees nothing of a case about the Head', async () => {
    const small = await caseSchool(handbell, 'small');
    const all = await handbell.signIn(small.school, ['head', 'handler', 'safeguarding', 'clerk', 'chair']);
    const page = await openCase(small, {}, { concern: { about: 'head' }, who: small.chair });
    expect((await all.get(page)).status).toBe(404);
    expect((await all.get('/desk/cases')).text).not.toContain(page);
    expect((await small.chair.get(page)).status).toBe(200);
  });
});

describe('a parent who does not answer', () => {
  it('is written to, and the case goes on after two tries and the day for an answer', async () => {
    const page = await openCase(at);
    await must(at.handler, `${page}/account`, { ...ACCOUNT, ...today });
    await press(at.handler, page, 'contact/start');
    const letter = await must(at.handler, `${page}/first-letter`, {
      time1: 'Thursday 11 March at 3.30pm, in school',
      time2: 'Friday 12 March at 9am, by phone',
      time3: '',
      ...dayFields('reply', '2027-03-16'),
    });
    expect(words((await at.handler.get(letter)).text)).toContain('We have not decided anything');
    await issue(at.handler, letter);
    const [row] = await handbell.asOwner(
      "select id from letter where kind = 'first-contact' order by id desc",
    );
    const printed = `/desk/letters/${String(row?.id)}`;
    const next = async () => (await at.handler.get(page)).text;
    expect(await next()).toContain(`href="${printed}">Print the first letter`);
    expect(words(await next())).toContain('On record so far: no try, and no invitation given.');
    const early = await send(
      at.office,
      printed,
      { how: 'post', ...dayFields('on', '2027-03-08') },
      `${printed}/given`,
    );
    expect(early.status).toBe(422);
    await must(at.office, printed, { how: 'post', ...today }, `${printed}/given`);
    const attempt = { kind: 'attempt', how: 'phone', words: 'Nobody answered the phone at noon.' };
    await must(at.handler, `${page}/contact`, { ...attempt, ...dayFields('on', '2027-03-08') });
    await must(at.handler, `${page}/contact`, { ...attempt, ...today });
    const soon = await send(
      at.handler,
      page,
      { version: await versionNow(handbell, page) },
      `${page}/assessment/start`,
    );
    expect(words(soon.text)).toContain('Hear the parent first');
    expect(words(await next())).toContain(
      'tries on 2 days, and an invitation that asks for an answer by Tuesday 16 March 2027.',
    );
    handbell.clock.set('2027-03-17T10:00:00Z');
    await press(at.handler, page, 'assessment/start');
    expect(words((await at.handler.get(page)).text)).toContain('Being assessed');
    handbell.clock.set('2027-03-09T10:00:00Z');
  });
});

describe('what somebody writes', () => {
  const hostile = `</textarea><script>alert(1)</script> "quotes" 'and' & ${'word '.repeat(5000)}`;
  it('is kept and shown as it was written, at any length and in any script', async () => {
    const name = 'محمد <b>Łukasz</b> ਗੁਰਪ੍ਰੀਤ 👩🏽‍🏫';
    const page = await openCase(at, { name, quoted: hostile });
    await must(at.handler, `${page}/account`, { ...ACCOUNT, ...today, words: hostile });
    const { text } = await at.handler.get(page);
    expect(text).not.toContain('<script>alert(1)');
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(text).toContain('محمد &lt;b&gt;Łukasz&lt;/b&gt; ਗੁਰਪ੍ਰੀਤ 👩🏽‍🏫');
    const rows = await handbell.asOwner('select deed::text as deed from case_event');
    expect(rows.every(({ deed }) => !String(deed).includes('alert'))).toBe(true);
  });
  it('is refused when it is longer than a letter or a record can be', async () => {
    await handbell.asOwner('delete from rate_limit');
    const page = await openCase(at);
    const long = await send(at.handler, `${page}/account`, {
      ...ACCOUNT,
      ...today,
      words: 'x'.repeat(40_001),
    });
    expect(long.status).toBe(422);
    expect(words(long.text)).toContain('40,000 characters or fewer');
  });
});
