import { type PolicyDocument, parsePolicyDocument } from '@handbell/policy';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type Visitor } from '../../../test/handbell.ts';
import { bringIn, doubtsOn, policyFile, revisionOn, settleAll, submit } from '../../../test/policy.ts';

let handbell: TestHandbell;
let office: Visitor;
let page: string;
let schools = 0;
beforeAll(async () => {
  handbell = await startTestHandbell();
});
beforeEach(async () => {
  schools += 1;
  office = await handbell.signIn(await handbell.newSchool(`school-${schools}`), ['office']);
  page = await bringIn(office, policyFile('infant-school.txt'));
});
afterAll(() => handbell.stop());

const shown = async () => (await office.get(page)).text;
/** The part of a version's page under one key of its summary. */
async function said(key: string): Promise<string> {
  const text = await shown();
  return text.split(`>${key}</dt>`)[1]?.split('</dd>')[0] ?? '';
}
async function documentNow(): Promise<PolicyDocument> {
  const [row] = await handbell.asOwner('select document from policy where id = $1', [page.split('/').at(-1)]);
  return parsePolicyDocument(JSON.parse(String(row?.document)));
}
async function clause(words: string) {
  const { sections } = await documentNow();
  const found = sections.flatMap(({ clauses }) => clauses).find(({ text }) => text.includes(words));
  if (!found) throw new Error(`No clause says ${words}`);
  return found;
}

describe('settling a draft', () => {
  it('lists the doubts first, and each leads to a page that asks about it', async () => {
    const doubts = await doubtsOn(office, page);
    expect((await shown()).indexOf('things to settle')).toBeLessThan(
      (await shown()).indexOf('What the policy contains'),
    );
    expect(doubts.length).toBeGreaterThan(1);
    for (const doubt of doubts) {
      const asked = await office.get(doubt);
      expect(asked.status).toBe(200);
      expect(asked.text).toContain('govuk-inset-text');
    }
  });

  it('is done when every doubt is answered or kept as it is', async () => {
    await settleAll(office, page);
    expect(await doubtsOn(office, page)).toEqual([]);
    expect(await shown()).toContain('Everything in the document is settled.');
  });

  it('takes a review date as exact as it is known, and settles the doubt about it', async () => {
    const before = await doubtsOn(office, page);
    const review = before.find((doubt) => doubt.includes('/review')) ?? '';
    const none = await submit(office, review, { review: 'when we like' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Enter a day, a month or a term with its year');
    expect(none.text).toContain('value="when we like"');
    const twice = await submit(office, review, { review: '04/13/2027' });
    expect(twice.text).toContain('with the month first');
    await submit(office, review, { review: 'Spring 2027' });
    expect(await said('To be reviewed')).toContain('Spring term 2027');
    expect(await doubtsOn(office, page)).toEqual(before.filter((doubt) => doubt !== review));
    await submit(office, `${page}/change/review`, { review: '' });
    expect(await said('To be reviewed')).toContain('Not said');
  });

  it('changes the title, the groups and who decides', async () => {
    expect((await submit(office, `${page}/change/title`, { title: ' ' })).text).toContain(
      'Enter what the policy is called',
    );
    await submit(office, `${page}/change/title`, { title: 'Gŵyl <b>polisi</b>' });
    expect(await shown()).toContain('Gŵyl &lt;b&gt;polisi&lt;/b&gt;');
    expect((await submit(office, `${page}/change/groups`)).text).toContain(
      'Choose at least one kind of group',
    );
    await submit(office, `${page}/change/groups`, { groups: ['pta', 'class', 'nonsense'] });
    expect(await said('Groups it covers')).toContain('Class groups and PTA groups');
    await submit(office, `${page}/change/decider`, { decider: 'Head of School' });
    expect(await said('Who takes the final decision')).toContain('Head of School');
    await submit(office, `${page}/change/decider`, { decider: '' });
    expect(await said('Who takes the final decision')).toContain('Not said');
  });

  it('adds and drops contacts', async () => {
    const change = `${page}/change/contacts`;
    const alone = await submit(office, change, { kept: '0', value: '', role: 'Office', purpose: 'general' });
    expect(alone.text).toContain('Enter the address or number, or leave both boxes empty');
    await submit(office, change, { kept: '0', value: '07700 900555', role: 'Office', purpose: 'general' });
    expect(await said('Whom to contact')).toMatch(/office@.*07700 900555.*Office.*other matters/s);
    await submit(office, change, {
      kept: '1',
      value: 'https://safe.example.org',
      role: '',
      purpose: 'safeguarding',
    });
    const now = await said('Whom to contact');
    expect(now).not.toContain('office@');
    expect(now).toMatch(/07700 900555.*safe\.example\.org.*safeguarding/s);
  });

  it('corrects the ladder, and only with clauses that are there', async () => {
    const change = `${page}/change/ladder`;
    const safeguarding = await clause('takes safeguarding responsibilities');
    await submit(office, change, {
      'step-0': 'advice',
      'step-1': 'no-step',
      'step-2': 'authorities',
      'step-3': 'not-a-kind',
      more: [safeguarding.id, 'c9999'],
    });
    const now = await said('Steps the school may take');
    expect(now).toMatch(/Advice or a conversation.*Contacting the authorities.*Legal advice/s);
    expect(now).not.toContain('Meeting');
    expect((await clause('takes safeguarding responsibilities')).kind).toBe('response');
  });

  it('asks what a clause is for and then what can follow from it', async () => {
    const { id } = await clause('takes safeguarding responsibilities');
    const kind = `${page}/clause/${id}`;
    expect((await submit(office, kind, { kind: 'poem' })).text).toContain('Choose what the clause is for');
    const plain = await submit(office, kind, { kind: 'purpose' });
    expect(plain.location).toBe(page);
    const conduct = await submit(office, kind, { kind: 'guideline' });
    expect(conduct.location).toBe(`${kind}/force`);
    expect((await submit(office, `${kind}/force`, {})).text).toContain('Choose what can follow');
    await submit(office, `${kind}/force`, { force: 'rule', topics: ['child', 'threat', 'weather'] });
    expect(await clause('takes safeguarding responsibilities')).toMatchObject({
      force: 'rule',
      topics: ['child', 'threat'],
    });
  });

  it('asks how strongly a clause asks, and for what or against what', async () => {
    const { id } = await clause('takes safeguarding responsibilities');
    const force = `${page}/clause/${id}/force`;
    const answer = { force: 'expectation', topics: ['child'] };
    await submit(office, force, { ...answer, polarity: 'do-not', strength: 'must' });
    expect(await clause('takes safeguarding responsibilities')).toMatchObject({
      polarity: 'do-not',
      strength: 'must',
      topics: ['child'],
    });
    await submit(office, force, { ...answer, polarity: 'do', strength: 'nothing' });
    const turned = await clause('takes safeguarding responsibilities');
    expect(turned.polarity).toBe('do');
    expect(turned.strength).toBeUndefined();
  });

  it('takes what brings a step on from the clause alone, and says whom to ask first', async () => {
    const ladder = `${page}/change/ladder`;
    const invented = await submit(office, ladder, { 'trigger-0': 'whenever the school likes' });
    expect(invented.status).toBe(422);
    expect(invented.text).toContain('Handbell adds nothing to a policy');
    const [step] = (await documentNow()).responses;
    const words = step?.text.split(' ').slice(0, 2).join(' ') ?? '';
    await submit(office, ladder, { 'trigger-0': words });
    expect((await documentNow()).responses[0]?.trigger).toBe(words);
    await submit(office, ladder, { 'trigger-0': '' });
    expect((await documentNow()).responses[0]?.trigger).toBeUndefined();

    const contacts = `${page}/change/contacts`;
    await submit(office, contacts, { kept: ['0'], value: 'Class teacher', purpose: 'concern' });
    await submit(office, contacts, { kept: ['0', '1'], 'turn-0': '2', 'turn-1': '1' });
    expect((await documentNow()).contacts.map(({ value, step: turn }) => [value, turn])).toEqual([
      ['Class teacher', 1],
      [expect.any(String), 2],
    ]);
    expect(await said('Whom to contact')).toMatch(/1\. <bdi>Class teacher/);
  });

  it.each(['disrepute', 'air views/grievances'])('keeps a clause about %s an expectation', async (words) => {
    const { id, force } = await clause(words);
    expect(force).toBe('expectation');
    for (const topics of [['disrepute'], [], ['abuse']]) {
      const answer = await submit(office, `${page}/clause/${id}/force`, { force: 'rule', topics });
      expect(answer.status).toBe(422);
      expect(answer.text).toContain('so it can only be an expectation');
    }
    expect((await clause(words)).force).toBe('expectation');
  });

  it('lets a clause that says something else as well be a rule', async () => {
    const { id } = await clause('discuss issues about individual children');
    const answer = await submit(office, `${page}/clause/${id}/force`, { force: 'rule', topics: ['child'] });
    expect(answer.status).toBe(303);
  });

  it('says who signs, and who of them must', async () => {
    const signers = `${page}/signers`;
    await submit(office, signers, { add: 'Head teacher', 'add-required': 'must' });
    await submit(office, signers, { 'place-0': 'must', add: 'Clerk', 'add-required': 'may' });
    await submit(office, signers, { 'place-0': 'must', 'place-1': 'may', add: 'clerk' });
    expect(await said('Places for signatures')).toContain('Head teacher, Clerk');
    expect(await shown()).toContain('Must sign: Head teacher.');
    await submit(office, signers, { 'place-0': 'remove', 'place-1': 'may' });
    expect(await said('Places for signatures')).not.toContain('Head teacher');
    expect((await submit(office, signers, { add: 'x'.repeat(101) })).status).toBe(422);
  });

  it('refuses a change over a page that is out of date, and keeps the first one', async () => {
    const change = `${page}/change/decider`;
    const version = await revisionOn(office, change);
    await submit(office, change, { decider: 'First' });
    const late = await office.post(change, { version, decider: 'Second' }, change);
    expect(late.status).toBe(409);
    expect(late.text).toMatch(
      /This version of the policy changed while you were looking at it\. You changed it last, on /,
    );
    expect(await said('Who takes the final decision')).toContain('First');
    const keep = await office.post(change, { version, go: 'keep', doubt: '0' }, change);
    expect(keep.status).toBe(409);
    expect((await office.post(change, { decider: 'Third' }, change)).status).toBe(422);
  });

  it('finds nothing at a clause or a change that is not there', async () => {
    expect((await office.get(`${page}/clause/c9999`)).status).toBe(404);
    expect(
      (await submit(office, `${page}/change/title`, { kind: 'text' }, `${page}/clause/c9999`)).status,
    ).toBe(404);
    expect((await office.get(`${page}/change/weather`)).status).toBe(404);
  });
});

describe('a doubt with answers to choose from', () => {
  it('is settled with one press, where it stands', async () => {
    const words = 'Group policy\n\nIn our class groups:\n\n- adverts\n- photos of children\n- jokes\n';
    const clerk = await handbell.signIn(await handbell.newSchool(`choices-${schools}`), ['office']);
    const own = await bringIn(clerk, new File([words], 'p.txt'));
    const { text } = await clerk.get(own);
    const [, form = ''] =
      /(<form[^>]+\/settle"(?:(?!<\/form>)[\s\S])*name="choice"(?:(?!<\/form>)[\s\S])*<\/form>)/u.exec(
        text,
      ) ?? [];
    const doubt = /name="doubt" value="(\d+)"/u.exec(form)?.[1] ?? '';
    expect(form).toContain('name="choice" value="0"');
    const wrong = await submit(clerk, own, { doubt, choice: '99' }, `${own}/settle`);
    expect(wrong.status).toBe(404);
    expect((await submit(clerk, own, { doubt, choice: '0' }, `${own}/settle`)).status).toBe(303);
    const after = (await clerk.get(own)).text;
    expect(after).toContain('Settled.');
    expect(after).not.toContain(`name="doubt" value="${doubt}"`);
    expect(after).not.toContain(`?doubt=${doubt}"`);
  });
});
