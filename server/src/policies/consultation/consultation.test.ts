import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { bringIn, dayFields, policyFile, revisionOn, settleAll, submit } from '../../../test/policy.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
let page: string;
let count = 0;
beforeAll(async () => {
  handbell = await startTestHandbell();
});
beforeEach(async () => {
  count += 1;
  school = await handbell.newSchool(`asked-${count}`);
  office = await handbell.signIn(school, ['office']);
  page = await bringIn(office, policyFile('church-primary.txt'));
  handbell.clock.set('2027-03-09T10:00:00Z');
});
afterAll(() => handbell.stop());

const publicPath = (rest = '') => `/s/${school.slug}/consultation${rest}`;

async function ask(closes = '2027-03-30') {
  const answer = await submit(office, `${page}/consult`, {
    intro: 'Please tell us what you think.',
    ...dayFields('closes', closes),
  });
  expect(answer.status).toBe(303);
}

const COMMENT = {
  words: 'Ḥow do <b>grandparents</b> join?',
  clause: '',
  as: 'parent',
  name: 'Sam Example',
  email: 'sam@home.example.org',
};

async function comment(fields: Partial<typeof COMMENT> = {}): Promise<string> {
  const parent = handbell.visitor();
  const sent = await parent.post(publicPath('/comment'), { ...COMMENT, ...fields }, publicPath('/comment'));
  expect(sent.status).toBe(303);
  expect((await parent.get(sent.location)).text).toContain('Thank you. We have your comment.');
  return sent.location;
}

async function firstCommentPage(): Promise<string> {
  const list = (await office.get(`${page}/consultation`)).text;
  return /href="([^"]+\/consultation\/[0-9a-f-]{36})"/.exec(list)?.[1] ?? '';
}

describe('a consultation', () => {
  it('shows the draft to everybody until its last day, and keeps its words as they are', async () => {
    expect((await handbell.visitor().get(publicPath())).text).toContain('not asking for comments now');
    await ask();
    const shown = await handbell.visitor().get(publicPath());
    expect(shown.text).toContain('Please tell us what you think.');
    expect(shown.text).toContain('Tuesday 30 March 2027');
    expect(shown.text).toContain('It is not in force');
    expect(shown.text).toContain('noindex');
    expect((await handbell.visitor().get(`/s/${school.slug}`)).text).toContain('Read it and comment');
    expect((await office.get(`${page}/change/title`)).status).toBe(404);
    const version = await revisionOn(office, `${page}/consultation`);
    const late = await office.post(`${page}/change/title`, { version, title: 'X' }, `${page}/consultation`);
    expect(late.status).toBe(409);
    expect(late.text).toContain('End the consultation first');
  });

  it('asks for a last day that gives people time', async () => {
    const fields = { intro: 'What do you think?' };
    for (const [day, says] of [
      ['2027-03-09', 'Give people at least until tomorrow'],
      ['2028-03-09', 'within the next six months'],
      ['2027-02-30', 'Enter a day'],
    ] as const) {
      const answer = await submit(office, `${page}/consult`, { ...fields, ...dayFields('closes', day) });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain(says);
      expect(answer.text).toContain('What do you think?');
    }
  });

  it('takes comments with or without a name, keeps them sealed, and none after its last day', async () => {
    await ask();
    await comment({ clause: '1.1' });
    await comment({ name: '', email: '', words: 'Fine by me.' });
    const list = (await office.get(`${page}/consultation`)).text;
    expect(list).toContain('Sam Example');
    expect(list).toContain('Clause 1.1');
    const one = (await office.get(await firstCommentPage())).text;
    expect(one).toContain('Ḥow do &lt;b&gt;grandparents&lt;/b&gt; join?');
    const rows = await handbell.asOwner('select words, name from policy_comment where school_id = $1', [
      school.id,
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/grandparents|Sam/u);
    const governor = await handbell.signIn(school, ['governor']);
    expect((await governor.get(`${page}/consultation`)).status).toBe(403);

    const parent = handbell.visitor();
    const once = await parent.token(publicPath('/comment'));
    handbell.clock.set('2027-03-31T10:00:00Z');
    const late = await parent.post(publicPath('/comment'), { ...COMMENT, once });
    expect(late.location).toBe(publicPath());
    expect((await handbell.visitor().get(publicPath())).text).toContain('The consultation has closed');
    expect((await office.get(page)).text).toContain('Open until 30 March 2027');
  });

  it('says what is wrong with a comment and loses nothing of it', async () => {
    await ask();
    const answer = await handbell
      .visitor()
      .post(publicPath('/comment'), { ...COMMENT, words: ' ', as: '', email: 'x' }, publicPath('/comment'));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Write what you think');
    expect(answer.text).toContain('Choose what you are');
    expect(answer.text).toContain('Enter a mail address');
    expect(answer.text).toContain('Sam Example');
  });

  it('gives its writer the answer at a secret address, and tells them once by mail that there is one', async () => {
    await ask();
    const own = await comment();
    expect((await handbell.visitor().get(own)).text).toContain('There is no answer yet');
    expect((await handbell.visitor().get(publicPath(`/mine/${'x'.repeat(24)}`))).status).toBe(404);
    const desk = await firstCommentPage();
    const answer = { answer: 'They ask the moderator.', shown: 'yes' };
    expect((await office.post(desk, answer, desk)).status).toBe(303);
    expect((await office.post(desk, { ...answer, answer: 'They ask a moderator.' }, desk)).status).toBe(303);
    expect((await handbell.visitor().get(own)).text).toContain('They ask a moderator.');
    const mails = await handbell.asOwner(
      "select 1 from mail where school_id = $1 and kind = 'comment-answered'",
      [school.id],
    );
    expect(mails).toHaveLength(1);
    const shown = (await handbell.visitor().get(publicPath())).text;
    expect(shown).toContain('They ask a moderator.');
    expect(shown).not.toContain('Sam Example');
  });

  it('ends in what was heard and what was changed, on a draft that can be changed again', async () => {
    await ask();
    expect((await office.get(`${page}/consultation/summary`)).status).toBe(404);
    await submit(office, `${page}/consultation`, {}, `${page}/consultation/end`);
    expect((await office.get(page)).text).toContain('Say what you heard and what you changed.');
    const form = `${page}/consultation/summary`;
    const summary = { heard: 'Grandparents want to join.', changed: 'Clause 1.1 says how.' };
    expect((await office.post(form, { ...summary, heard: '' }, form)).text).toContain('Say what you heard');
    expect((await office.post(form, summary, form)).status).toBe(303);
    const shown = (await handbell.visitor().get(publicPath())).text;
    expect(shown).toContain('Grandparents want to join.');
    expect(shown).toContain('Clause 1.1 says how.');
    await settleAll(office, page);
    expect((await submit(office, `${page}/change/title`, { title: 'Better' })).status).toBe(303);
    await ask();
    expect((await handbell.visitor().get(publicPath())).text).toContain('Please tell us what you think.');
  });
});
