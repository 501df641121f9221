import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { planBan, sendBanLetter } from '../../test/ban-pages.ts';
import {
  assess,
  type CaseSchool,
  caseSchool,
  DECISION,
  decideWarning,
  issue,
  must,
  openCase,
  press,
  send,
  toDecision,
  words,
} from '../../test/cases.ts';
import { lastConcern } from '../../test/concerns.ts';
import { startTestHandbell } from '../../test/handbell.ts';
import { dayFields } from '../../test/policy.ts';
import { giveCode, mineOf, parentOf, spokenCase } from '../../test/subject.ts';
import { shape } from '../../test/visitor.ts';
import { idSchema } from '../platform/ids.ts';
import { mailCell } from '../platform/mail/outbox.ts';
import { mail as mailTable } from '../platform/mail/tables.ts';
import { mailNews } from './mail.ts';

let at: CaseSchool;
let mine = '';
beforeAll(async () => {
  at = await caseSchool(await startTestHandbell(), 'oakfield');
  mine = mineOf(at);
});
afterAll(() => at.handbell.stop());
beforeEach(async () => {
  at.handbell.clock.set('2027-03-09T10:00:00Z');
  await at.handbell.asOwner('delete from rate_limit');
});

describe('the way in', () => {
  it('is a code of words, however it is typed, that never stands in an address', async () => {
    const code = await giveCode(at, await spokenCase(at));
    const parent = at.handbell.visitor();
    const answer = await parent.post(mine, { code: code.toUpperCase().replaceAll('-', ' ') });
    expect(answer.location).toBe(`${mine}/page`);
    const { text, headers } = await parent.get(answer.location);
    expect(words(text)).toContain('We would like to hear your side');
    expect(headers.get('cache-control')).toContain('no-store');
  });

  it('is kept as a hash only', async () => {
    const code = await giveCode(at, await spokenCase(at));
    const rows = await at.handbell.asOwner('select secret_hash from subject_access');
    const kept = rows.map(({ secret_hash: hash }) => (hash instanceof Buffer ? hash : Buffer.alloc(0)));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.every((hash) => hash.length === 32 && !hash.includes(code))).toBe(true);
  });

  it('answers every wrong code alike, and lets nobody try without end', async () => {
    const page = await spokenCase(at);
    const ended = await giveCode(at, page);
    await giveCode(at, page);
    const visitor = at.handbell.visitor();
    const pages = [];
    for (const code of [ended, 'amber-kitten-harvest-lilac-drum', 'x', '<b>', 'ÄÖÜ'])
      pages.push(await visitor.post(mine, { code }));
    for (const each of pages) {
      expect(each.status).toBe(422);
      expect(shape(each.text)).toBe(shape(pages[0]?.text ?? ''));
    }
    const more = [];
    for (let turn = 0; turn < 7; turn += 1) more.push((await visitor.post(mine, { code: 'x' })).status);
    expect(more.slice(-2)).toEqual([429, 429]);
  });

  it('ends by itself after 90 days, at a newer code, and when staff end it: whoever is in is out', async () => {
    const page = await spokenCase(at);
    const parent = await parentOf(at, page);
    expect((await parent.get(`${mine}/page`)).status).toBe(200);
    await must(at.handler, `${page}/parent-page`, {}, `${page}/parent-page/end`);
    expect((await parent.get(`${mine}/page`)).headers.get('location')).toBe(mine);
    const code = await giveCode(at, page);
    at.handbell.clock.advance({ days: 91 });
    expect((await at.handbell.visitor().post(mine, { code })).status).toBe(422);
  });

  it('by mail is a link that says nothing of the matter, behind a button', async () => {
    const page = await spokenCase(at);
    const refused = await send(
      at.handler,
      `${page}/parent-page`,
      { email: 'alex@home.example.org' },
      `${page}/parent-page/link`,
    );
    expect(refused.status).toBe(422);
    const link = { email: 'alex@home.example.org', agreed: 'yes' };
    await must(at.handler, `${page}/parent-page`, link, `${page}/parent-page/link`);
    const mail = await at.handbell.services.worker.forSchool(at.school.id, 'public', async (work) => {
      const rows = await work.queries.select().from(mailTable);
      const own = rows.find(({ kind }) => kind === 'own-page-link');
      return own && work.keys.open(mailCell('text', own.id), own.text);
    });
    expect(mail).not.toMatch(/concern|case|WhatsApp|message|Alex|M-2027/);
    const path = new URL(/https?:\S+/.exec(mail ?? '')?.[0] ?? '').pathname;
    const parent = at.handbell.visitor();
    expect(words((await parent.get(path)).text)).not.toContain('chased');
    const entered = await parent.post(path, {});
    expect(words((await parent.get(entered.location)).text)).toContain('She should be chased out.');
    expect((await at.handbell.visitor().get(`${mine}/enter/${'A'.repeat(32)}`)).status).toBe(410);
  });

  it('is in each mail that says there is something new, and works for 30 days from the last one', async () => {
    const page = await spokenCase(at);
    const link = { email: 'alex@home.example.org', agreed: 'yes' };
    await must(at.handler, `${page}/parent-page`, link, `${page}/parent-page/link`);
    const id = idSchema<'case'>().parse(page.split('/')[3]);
    const { worker, origin } = at.handbell.services;
    at.handbell.clock.set('2027-04-06T10:00:00Z');
    await worker.forSchool(at.school.id, 'job:test', (work) => mailNews(work, id, origin));
    const texts = await worker.forSchool(at.school.id, 'job:test', async (work) => {
      const rows = await work.queries.select().from(mailTable).orderBy(mailTable.createdAt, mailTable.id);
      return rows
        .filter(({ kind }) => kind.startsWith('own-page'))
        .slice(-2)
        .map((row) => work.keys.open(mailCell('text', row.id), row.text));
    });
    const paths = texts.map((text) => new URL(/https?:\S+/.exec(text)?.[0] ?? '').pathname);
    expect(paths[1]).toMatch(/\/mine\/enter\/[\w-]{32}$/);
    expect(paths[0]).toBe(paths[1]);
    expect(texts[1]).not.toMatch(/concern|case|WhatsApp|message|Alex|M-2027/);
    at.handbell.clock.set('2027-05-05T10:00:00Z');
    expect((await at.handbell.visitor().get(paths[1] ?? '')).status).toBe(200);
    at.handbell.clock.set('2027-05-07T10:00:00Z');
    expect((await at.handbell.visitor().get(paths[1] ?? '')).status).toBe(410);
  });

  it('is not given before the parent knows of the matter, nor to another school’s page', async () => {
    const page = await openCase(at);
    const refused = await send(at.handler, `${page}/parent-page`, {}, `${page}/parent-page/code`);
    expect(refused.status).toBe(409);
    const code = await giveCode(at, await spokenCase(at));
    await at.handbell.newSchool('another');
    expect((await at.handbell.visitor().post('/s/another/mine', { code })).status).toBe(422);
  });

  it('shows nothing while the matter is on hold, whatever they ask for', async () => {
    const page = await spokenCase(at);
    const parent = await parentOf(at, page);
    const once = await parent.token(`${mine}/answer`);
    await must(
      at.handler,
      `${page}/referral`,
      { hold: 'on', holdReason: 'The police asked us to wait until Friday.' },
      `${page}/police-hold`,
    );
    for (const path of ['/page', '/answer', '/review', '/needs'])
      expect(words((await parent.get(`${mine}${path}`)).text)).toContain(
        'There is nothing here for you today',
      );
    const sent = await parent.post(`${mine}/answer`, { once, words: 'Something', ownWords: 'yes' });
    expect(sent.location).toBe(`${mine}/page`);
    expect(words((await at.handler.get(page)).text)).not.toContain('On their own page');
  });
});

describe('the page', () => {
  it('says what is said, by which rule in force, their words, what comes next by when, and who decides', async () => {
    const parent = await parentOf(at, await spokenCase(at));
    const { text } = await parent.get(`${mine}/page`);
    const said = words(text);
    expect(said).toContain('Messages in the group said that a member of staff should be chased away.');
    expect(said).toContain('She should be chased out.');
    expect(said).toContain('Please tell us your side by Tuesday 16 March 2027');
    expect(said).toContain('It is decided by the Head Teacher');
    expect(said).toContain('Your child is not affected');
    expect(said).toContain('Information Commissioner');
    expect(text).toMatch(/href="\/s\/oakfield\/policy\/\d+"/);
  });

  it('never shows, on any of its pages, who told the school, what they wrote, or anybody else (rules 27, 30)', async () => {
    const page = await spokenCase(at, { affectedSort: 'parent', affectedName: 'Wren Bystander' });
    const parent = await parentOf(at, page);
    await parent.post(`${mine}/words`, { words: 'A question of mine.' }, `${mine}/words`);
    const own = at.handbell.routes.declared.filter(
      ({ face, method, path }) => face === 'public' && method === 'GET' && path.startsWith('/s/:school/mine'),
    );
    expect(own.length).toBeGreaterThan(10);
    const concern = await lastConcern(at.handbell);
    for (const { path } of own) {
      const address = path
        .replace(':school', at.school.slug)
        .replaceAll(/:\w+/g, page.split('/').at(-1) ?? '');
      const { text, headers } = await parent.get(address);
      expect(headers.get('cache-control'), address).toContain('no-store');
      for (const secret of [
        'Ada Reporter',
        'ada@home',
        '900333',
        'My son cried',
        'They wrote that',
        'Wren Bystander',
        'They read the messages on Tuesday evening',
        'Hari Handler',
        'Dana Example',
        concern,
      ])
        expect(text, `${address} shows ${secret}`).not.toContain(secret);
    }
  });
});

describe('what a parent sends', () => {
  it('as their own account counts as hearing them, makes a task, and leaves them a receipt', async () => {
    const page = await spokenCase(at);
    const parent = await parentOf(at, page);
    const early = await send(at.handler, page, {}, `${page}/assessment/start`);
    expect(early.status).toBe(422);
    const answer = { ownWords: 'yes', words: 'I was upset about the trip, and I am sorry.' };
    const receipt = await must(parent, `${mine}/answer`, answer);
    const shown = words((await parent.get(receipt)).text);
    expect(shown).toContain('The school has it');
    expect(shown).toContain('Somebody reads it by Thursday 11 March 2027');
    expect(shown).toContain('I was upset about the trip');
    const desk = words((await at.handler.get(page)).text);
    expect(desk).toContain('In writing, on their own page, recorded by The parent');
    expect(desk).toContain('Read the parent’s own account');
    expect(words((await at.handler.get('/desk')).text)).toContain('Read the parent’s own account (M-2027-');
    await press(at.handler, page, 'assessment/start');
    const again = await parent.get(`${mine}/answer`);
    expect(words(again.text)).toContain('Add to what you wrote');
  });

  it('after a decision is weighed before anything goes out', async () => {
    const page = await spokenCase(at);
    const parent = await parentOf(at, page);
    await must(parent, `${mine}/answer`, { ownWords: 'unsaid', words: 'It was a joke.' });
    await press(at.handler, page, 'assessment/start');
    await assess(at.handler, page);
    await press(at.handler, page, 'hand-over');
    const letter = await decideWarning(at.head, page);
    await must(parent, `${mine}/answer`, { ownWords: 'no', words: 'My brother had my phone.' });
    const { text } = await at.head.get(letter);
    const letterVersion = /name="letterVersion" value="(\d+)"/.exec(text)?.[1] ?? '';
    const early = await send(at.head, letter, { letterVersion, read: 'yes' }, `${letter}/issue`);
    expect(words(early.text)).toContain('The parent has written since the decision was taken');
    expect(words((await at.head.get(page)).text)).toContain('My brother had my phone.');
    await press(at.head, page, 'withdraw');
    await issue(at.head, await decideWarning(at.head, page, { reasons: `${DECISION.reasons}` }));
    expect(words((await parent.get(`${mine}/page`)).text)).toContain('We have decided');
  });

  it('as a wish for a talk, as what would help, as “this is not me”, reaches whoever works on it', async () => {
    const page = await spokenCase(at);
    const parent = await parentOf(at, page);
    await must(parent, `${mine}/talk`, { how: 'phone', when: 'After six on weekdays', reach: '' });
    await must(parent, `${mine}/needs`, { needs: ['interpreter', 'time'], more: 'Polish' });
    await must(parent, `${mine}/not-me`, { words: '' });
    const desk = words((await at.handler.get(`${page}/parent-page`)).text);
    for (const each of [
      'By phone After six on weekdays',
      'An interpreter A time that fits',
      'This is not me.',
    ])
      expect(desk).toContain(each);
    expect(words((await at.handler.get(`${page}/contact`)).text)).toContain('Polish');
    const story = words((await at.handler.get(page)).text);
    expect(story).toContain('Check who wrote the words: the parent says that it was not them');
    expect(story).toContain('Adjustments in place');
    expect(words((await parent.get(`${mine}/page`)).text)).toContain('You say that this is not you');
  });

  it('sent twice by a second press of the button is kept once', async () => {
    const page = await spokenCase(at);
    const parent = await parentOf(at, page);
    const once = await parent.token(`${mine}/words`);
    const first = await parent.post(`${mine}/words`, { once, words: 'Only once.' });
    const second = await parent.post(`${mine}/words`, { once, words: 'Only once.' });
    expect(second.location).toBe(first.location);
    const desk = (await at.handler.get(`${page}/parent-page`)).text;
    expect(desk.split('Only once.').length).toBe(2);
  });

  it('on paper is keyed in by the office, which sees nothing of the matter', async () => {
    const page = await spokenCase(at);
    await giveCode(at, page);
    const [row] = await at.handbell.asOwner('select form_code from subject_page where case_id = $1', [
      page.split('/').at(-1),
    ]);
    const form = '/desk/answer-forms';
    const answer = {
      ownWords: 'no',
      words: 'I was not in that group then.',
      ...dayFields('came', '2027-03-09'),
    };
    const wrong = await send(at.office, form, { ...answer, code: 'XXXX-XXXX' });
    expect(wrong.status).toBe(422);
    const done = await must(at.office, form, {
      ...answer,
      code: String(row?.form_code).toLowerCase(),
      talk: 'Mondays',
    });
    const seen = words((await at.office.get(done)).text);
    expect(seen).toContain('It is kept');
    expect(seen).not.toContain('M-2027');
    expect((await at.office.get(page)).status).toBe(403);
    await press(at.handler, page, 'assessment/start');
    const desk = words((await at.handler.get(page)).text);
    expect(desk).toContain('I was not in that group then.');
    expect(desk).toContain('Arrange a talk');
  });
});

describe('at the end', () => {
  it('reads the letter, and asks for a review, which comes late only with a reason', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    await issue(at.head, await decideWarning(at.head, page));
    const parent = await parentOf(at, page);
    const home = await parent.get(`${mine}/page`);
    expect(words(home.text)).toContain('What we decided');
    expect(words(home.text)).toContain('you can ask by Tuesday 23 March 2027');
    const letter = /href="(\/s\/oakfield\/mine\/letters\/[^"]+)"/.exec(home.text)?.[1] ?? '';
    const pdf = await parent.send(letter);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    expect((await parent.get(`${mine}/answer`)).headers.get('location')).toBe(`${mine}/page`);
    at.handbell.clock.set('2027-03-24T10:00:00Z');
    const returned = await parentOf(at, page);
    const late = await send(returned, `${mine}/review`, { grounds: 'I took it back the same evening.' });
    expect(words(late.text)).toContain('It could be asked for until Tuesday 23 March 2027');
    const review = {
      grounds: 'I took it back the same evening.',
      late: 'We were abroad when the letter came.',
    };
    await must(returned, `${mine}/review`, review);
    expect(words((await returned.get(`${mine}/page`)).text)).toContain('Somebody new is looking at it again');
    expect(words((await at.chair.get('/desk')).text)).toContain('Decide a review');
    expect(words((await at.chair.get(page)).text)).toContain('The parent asked for a review');
  });

  it('answers a ban that is proposed, and the decider has to answer that', async () => {
    const page = await openCase(at, { name: 'Alex Banned' });
    await toDecision(at.handler, page);
    await planBan(at, page);
    const parent = await parentOf(at, page);
    expect((await parent.get(`${mine}/ban`)).headers.get('location')).toBe(`${mine}/page`);
    await sendBanLetter(at, page, 'notice', dayFields('answerBy', '2027-03-23'));
    expect(words((await parent.get(`${mine}/page`)).text)).toContain('until Tuesday 23 March 2027');
    await must(parent, `${mine}/ban`, { words: 'I only ever come to collect Sam.' });
    const ban = words((await at.head.get(`${page}/ban`)).text);
    expect(ban).toContain('The parent answered. On their own page');
    expect(ban).toContain('I only ever come to collect Sam.');
    expect(words((await at.head.get(page)).text)).toContain('Answer what the parent says about the ban');
  });
});
