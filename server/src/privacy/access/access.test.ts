import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseSchool,
  caseSchool,
  must,
  openCase,
  type StaffVisitor,
  send,
  toDecision,
  words,
} from '../../../test/cases.ts';
import { startTestHandbell, type TestHandbell } from '../../../test/handbell.ts';
import { dayFields } from '../../../test/policy.ts';

let handbell: TestHandbell;
let at: CaseSchool;
let data: StaffVisitor;
let page = '';
let object = '';
beforeAll(async () => {
  handbell = await startTestHandbell();
  at = await caseSchool(handbell, 'access');
  data = await handbell.signIn(at.school, ['data'], 'Dana Data');
  page = await openCase(at, {}, { concern: { mode: 'confidential', name: 'Perpetua Quillfeather' } });
  await must(at.handler, `${page}/account`, {
    ...dayFields('on', '2027-03-09'),
    source: 'reporter',
    how: 'phone',
    words: 'I stood behind her at the Zanzibar cafe.',
  });
  await must(at.handler, `${page}/notes`, {
    facts: 'Perpetua Quillfeather rang twice and Mrs Quillfeather was calm.',
    opinion: '',
  });
  await toDecision(at.handler, page);
  await must(at.head, `${page}/legal`, {
    source: 'own',
    question: 'Is the sentence about the Wintergarden defamatory of the bursar?',
    chronology: 'On the ninth the words were sent.',
    words: 'The Wintergarden has no honest bursar.',
    reach: 'One group.',
    harm: 'None that we know of.',
    remedy: 'Nothing more of it.',
    budget: 'There is none.',
  });
  object = `case:${page.split('/')[3]}`;
});
afterAll(() => handbell.stop());

const REQUESTS = '/desk/data/requests';
const ASKED = {
  name: 'alex  rowan',
  contact: 'alex@home.example.org',
  channel: 'spoken',
  words: 'Everything about me.',
};
const ask = (fields = {}) =>
  must(data, `${REQUESTS}/new`, { ...ASKED, ...dayFields('received', '2027-03-08'), ...fields });
const textOf = async (path: string, who = data) => words((await who.get(path)).text);
const record = (request: string) => `${request}/record/${encodeURIComponent(object)}`;
const holds = async () =>
  (
    await handbell.asOwner(
      "select object from retention_hold where reason = 'data-request' and lifted_at is null",
    )
  ).map((row) => row.object);
async function packText(path: string, who = data): Promise<string> {
  const answer = await who.send(path);
  const document = await getDocumentProxy(new Uint8Array(await answer.arrayBuffer()));
  return (await extractText(document, { mergePages: true })).text;
}

describe('a request for their own data', () => {
  it('is found in the records, held, covered, checked by somebody else, sent and let go', async () => {
    const request = await ask();
    expect(await textOf(request)).toContain('Answer by Thursday 8 April 2027');
    expect(await textOf(request)).toMatch(/Case \S+ Not decided yet/);
    expect(await holds()).toEqual([object]);
    expect(await textOf('/desk')).toContain('Answer a request for their own data');

    const early = await send(data, `${request}/prepare`, { letter: 'Dear Alex', checker: at.head.member });
    expect([early.status, words(early.text)]).toEqual([
      422,
      expect.stringContaining('Say of every record found'),
    ]);

    const view = await textOf(record(request));
    expect(view).toContain('another person rang twice');
    expect(view).toContain('Covered: advice from a lawyer');
    expect(view).not.toMatch(/Quillfeather|Zanzibar|Wintergarden/);
    await must(data, record(request), {}, `${record(request)}/include`);
    const untested = await send(data, `${request}/prepare`, { letter: 'Dear Alex', checker: at.head.member });
    expect([untested.status, words(untested.text)]).toEqual([
      422,
      expect.stringContaining('whether it may be shown'),
    ]);
    await must(
      data,
      record(request),
      { coverWhy: 'They spoke in confidence.' },
      `${record(request)}/cover-rest`,
    );

    const own = await send(data, `${request}/prepare`, { letter: 'Dear Alex', checker: data.member });
    expect(own.status).toBe(422);
    await must(data, `${request}/prepare`, { letter: 'Dear Alex\n\nHere it is.', checker: at.head.member });
    expect((await send(data, request, { how: 'By hand.' }, `${request}/send`)).status).toBe(409);

    const check = request.replace('/requests/', '/checks/');
    expect((await at.chair.get(check)).status).toBe(404);
    expect(await textOf('/desk', at.head)).toContain('Check a pack of somebody’s data');
    expect((await send(at.head, check, { looked: ['others'] })).status).toBe(422);
    await must(at.head, check, { looked: ['others', 'reporter', 'lawyer', 'whole'] });

    const pack = await packText(`${check}/pack`, at.head);
    expect(pack).toContain('She should be chased out.');
    expect(pack).toContain('Covered: from somebody who told us in confidence');
    expect(pack).not.toMatch(/Perpetua|Quillfeather|Zanzibar|Wintergarden|uneasy about them/);
    await must(data, request, { how: 'By hand.' }, `${request}/send`);
    expect(await textOf(request)).toContain('By hand.');
    expect(await holds()).toEqual([]);
    expect(await textOf('/desk')).not.toContain('request for their own data');
  });

  it('keeps what the reporter wrote and what a lawyer said out of reach of every decision', async () => {
    const request = await ask();
    const [account] = await handbell.asOwner("select id from case_account where source = 'reporter'");
    const key = encodeURIComponent(`account:${String(account?.id)}`);
    expect((await data.get(`${record(request)}/${key}`)).status).toBe(404);
    const forced = await send(
      data,
      record(request),
      { tag: 'subject', why: 'I want to see it.' },
      `${record(request)}/${key}`,
    );
    expect(forced.status).toBe(404);
    expect((await data.get(`${record(request)}/legal`)).status).toBe(404);
    const waived = { tag: 'subject', why: 'I want to see it.' };
    expect((await send(data, record(request), waived, `${record(request)}/legal`)).status).toBe(404);
    await must(data, request, { how: 'withdrawn', endWhy: 'They took it back.' }, `${request}/end`);
  });

  it('shows advice from a lawyer only when somebody on its own list gives the privilege up', async () => {
    const lead = await handbell.signIn(at.school, ['head', 'data'], 'Hedda Lead');
    const mine = { name: 'Robin Vale', email: 'robin@home.example.org', phone: '07700 900211' };
    const other = await openCase(at, mine);
    await toDecision(at.handler, other);
    await must(lead, `${other}/legal`, {
      source: 'own',
      question: 'Is the sentence about the Wintergarden defamatory of the bursar?',
      chronology: 'On the ninth the words were sent.',
      words: 'The Wintergarden has no honest bursar.',
      reach: 'One group.',
      harm: 'None that we know of.',
      remedy: 'Nothing more of it.',
      budget: 'There is none.',
    });
    const request = await must(lead, `${REQUESTS}/new`, {
      ...ASKED,
      name: 'Robin Vale',
      contact: 'robin@home.example.org',
      ...dayFields('received', '2027-03-08'),
    });
    const [kept] = await handbell.asOwner('select id from case_legal where case_id = $1', [
      other.split('/')[3],
    ]);
    const found = `${request}/record/${encodeURIComponent(`case:${other.split('/')[3]}`)}`;
    expect(await textOf(found, lead)).not.toContain('Wintergarden');
    const why = 'The Board gave the privilege up in its minute 4.';
    await must(
      lead,
      found,
      { tag: 'subject', why },
      `${found}/${encodeURIComponent(`legal:${String(kept?.id)}`)}`,
    );
    expect(await textOf(found, lead)).toContain('Wintergarden');
    await must(lead, request, { how: 'withdrawn', endWhy: 'They took it back.' }, `${request}/end`);
  });

  it('stands still while they are asked, holds as long as another needs it, and takes longer with a reason', async () => {
    const [one, other] = [await ask(), await ask({ channel: 'mail' })];
    await must(data, one, { reason: 'identity' }, `${one}/pause`);
    expect(await textOf(one)).toContain('The clock stands still');
    expect((await send(data, one, { reason: 'identity' }, `${one}/pause`)).status).toBe(422);
    await must(data, one, {}, `${one}/resume`);
    expect(await textOf(one)).toContain('Answer by Friday 9 April 2027');
    await must(data, one, { why: 'There are many records, and we told them.' }, `${one}/extend`);
    expect(await textOf(one)).toContain('Answer by Wednesday 9 June 2027');
    await must(data, one, { how: 'withdrawn', endWhy: 'They took it back.' }, `${one}/end`);
    expect(await holds()).toEqual([object]);
    await must(data, other, { how: 'withdrawn', endWhy: 'They took it back.' }, `${other}/end`);
    expect(await holds()).toEqual([]);
  });

  it('opens no case that goes past whoever keeps the data', async () => {
    const kept = await handbell.signIn(at.school, ['data'], 'Della Data');
    await handbell.asOwner('set session_replication_role = replica');
    await handbell.asOwner(
      `update conduct_case set sight = jsonb_set(sight, '{interested}', to_jsonb(array[$1::text]))
       where id = $2`,
      [kept.member, page.split('/')[3]],
    );
    await handbell.asOwner('set session_replication_role = origin');
    const request = await must(kept, `${REQUESTS}/new`, { ...ASKED, ...dayFields('received', '2027-03-08') });
    expect(await textOf(request, kept)).toContain('Nothing in Handbell names them');
    expect((await kept.get(record(request))).status).toBe(404);
  });
});
