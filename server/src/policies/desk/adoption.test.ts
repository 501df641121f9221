import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import {
  bringIn,
  dayFields,
  placesOn,
  policyFile,
  putThrough,
  revisionOn,
  settleAll,
  submit,
} from '../../../test/policy.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
let page: string;
let schools = 0;
beforeAll(async () => {
  handbell = await startTestHandbell();
});
beforeEach(async () => {
  schools += 1;
  school = await handbell.newSchool(`school-${schools}`);
  office = await handbell.signIn(school, ['office']);
  page = await bringIn(office, policyFile('church-primary.txt'));
});
afterAll(() => handbell.stop());

const APPROVAL = { by: 'the Head teacher', ...dayFields('on', '2027-03-01') };
const ADOPTION = {
  body: 'the Board of Governors',
  how: 'committee',
  meeting: 'Spring term meeting',
  minute: '7.2',
  vote: '9 for, 1 against',
  ...dayFields('on', '2027-03-01'),
};

async function approved(visitor = office, of = page): Promise<void> {
  await settleAll(visitor, of);
  const answer = await submit(visitor, `${of}/approve`, APPROVAL);
  expect(answer.status).toBe(303);
}

async function adopted(): Promise<void> {
  await approved();
  const answer = await submit(office, `${page}/adopt`, ADOPTION);
  expect(answer.status).toBe(303);
}

async function row(id = page.split('/').at(-1)) {
  const [found] = await handbell.asOwner(
    'select number, state, hash, document, in_force_from::text as from, in_force_until::text as until from policy where id = $1',
    [id],
  );
  return found ?? {};
}

async function facts(act: string) {
  return handbell.asOwner(
    'select actor, object, detail from audit_entry where school_id = $1 and act = $2 order by seq',
    [school.id, act],
  );
}

describe('adoption', () => {
  it('waits until everything is settled and somebody has approved it', async () => {
    expect((await office.get(`${page}/approve`)).text).toContain('There is still 1 thing to settle.');
    expect((await office.get(`${page}/adopt`)).text).toContain('Somebody has to approve this version first.');
    const version = await revisionOn(office, `${page}/change/title`);
    const early = await office.post(`${page}/approve`, { version, ...APPROVAL }, `${page}/change/title`);
    expect(early.status).toBe(409);
    expect(early.text).toContain('cannot be approved yet');
    const past = await office.post(`${page}/adopt`, { version, ...ADOPTION }, `${page}/change/title`);
    expect(past.status).toBe(409);
    expect(past.text).toContain('Somebody has to approve it first');
    expect((await row()).state).toBe('draft');
    await approved();
    const before = await submit(office, `${page}/adopt`, { ...ADOPTION, ...dayFields('on', '2027-02-28') });
    expect(before.text).toContain('It was approved on 1 March 2027');
    expect((await office.get(`${page}/approve`)).text).toContain('Only a draft');
  });

  it('asks who adopted it and on which day, and starts from what the document says', async () => {
    const other = await handbell.newSchool(`school-${schools}-b`);
    const clerk = await handbell.signIn(other, ['office', 'clerk']);
    const own = await bringIn(clerk, policyFile('infant-school.txt'));
    await approved(clerk, own);
    const form = await clerk.get(`${own}/adopt`);
    expect(form.text).toMatch(/name="body"[^>]*value="the Board"/);
    expect(form.text).toMatch(/name="on-year"[^>]*value="2025"/);
    const wrong = await submit(clerk, `${own}/adopt`, { body: '', ...dayFields('on', '2027-03-10') });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Enter who adopted the policy');
    const future = await submit(clerk, `${own}/adopt`, { ...ADOPTION, ...dayFields('on', '2027-03-10') });
    expect(future.text).toContain('The day cannot be in the future');
    const never = await submit(clerk, `${own}/adopt`, { ...ADOPTION, ...dayFields('on', '2027-02-30') });
    expect(never.text).toContain('Enter a day, such as 18 11 2025');
  });

  it('fixes the words under a hash, and tells the audit record', async () => {
    await adopted();
    const { hash, state } = await row();
    expect(state).toBe('adopted');
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect((await office.get(page)).text).toContain(String(hash));
    expect((await facts('policy.adopted')).map(({ detail }) => detail)).toEqual([
      { version: 1, hash, on: '2027-03-01' },
    ]);
    expect((await office.get(`${page}/change/title`)).status).toBe(404);
    const version = await revisionOn(office, page);
    const late = await office.post(`${page}/change/title`, { version, title: 'Other' }, page);
    expect(late.status).toBe(409);
    expect(late.text).toContain('so its words are fixed');
  });

  it('takes one of two people who adopt at the same time', async () => {
    await approved();
    const clerk = await handbell.signIn(school, ['clerk']);
    const form = `${page}/adopt`;
    const version = await revisionOn(office, form);
    const [first, second] = [await office.token(form), await clerk.token(form)];
    const answers = await Promise.all([
      office.post(form, { version, ...ADOPTION, once: first }),
      clerk.post(form, { version, ...ADOPTION, body: 'A committee', once: second }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await facts('policy.adopted')).toHaveLength(1);
  });

  it('can be taken back, and then every signature on it is gone', async () => {
    await adopted();
    const head = await handbell.signIn(school, ['head']);
    const place = (await placesOn(head, page))[1] ?? '';
    await head.post(place, { name: 'Hana Head', confirm: 'yes' }, place);
    expect((await office.get(page)).text).toContain('Hana Head');
    await submit(office, page, {}, `${page}/reopen`);
    const text = (await office.get(page)).text;
    expect(text).not.toContain('Hana Head');
    expect(await row()).toMatchObject({ state: 'draft', hash: null });
    await submit(office, `${page}/change/title`, { title: 'Better title' });
    await submit(office, `${page}/approve`, APPROVAL);
    await submit(office, `${page}/adopt`, ADOPTION);
    expect(await placesOn(head, page)).toHaveLength(2);
  });
});

describe('signatures', () => {
  it('are given on screen by the person in that office, who types their name and confirms', async () => {
    await adopted();
    const head = await handbell.signIn(school, ['head']);
    const [governorPlace = '', headPlace = ''] = await placesOn(head, page);
    expect((await head.get(governorPlace)).text).toContain(
      'Only the person who is Governor responsible signs here.',
    );
    expect((await head.post(governorPlace, { name: 'X', confirm: 'yes' }, headPlace)).status).toBe(403);
    const empty = await head.post(headPlace, { name: ' ' }, headPlace);
    expect(empty.text).toContain('Enter your full name');
    expect(empty.text).toContain('Tick the box to say that you have read the policy and sign it');
    const name = 'Ḥáná <i>Head</i> 浜 ‮';
    expect((await head.post(headPlace, { name, confirm: 'yes' }, headPlace)).status).toBe(303);
    expect((await office.get(page)).text).toContain('Ḥáná &lt;i&gt;Head&lt;/i&gt; 浜');
    const [fact] = await facts('policy.signed');
    expect(fact).toMatchObject({
      actor: `staff:${head.member}`,
      detail: { method: 'screen', hash: (await row()).hash },
    });
    const stored = await handbell.asOwner('select name from policy_signature where name is not null');
    expect(Buffer.from(String(stored.at(-1)?.name), 'latin1').includes('Head')).toBe(false);
    expect((await head.post(headPlace, { name, confirm: 'yes' }, page)).status).toBe(409);
  });

  it('are one a person, even when they hold both offices', async () => {
    await adopted();
    const both = await handbell.signIn(school, ['head', 'governor']);
    const [first = '', second = ''] = await placesOn(both, page);
    await both.post(first, { name: 'Bo Both', confirm: 'yes' }, first);
    const again = await both.post(second, { name: 'Bo Both', confirm: 'yes' }, page);
    expect(again.status).toBe(403);
    expect(again.text).toContain('You have signed this version as Governor responsible');
  });

  it('can be recorded from paper by who records adoptions, not by others', async () => {
    await adopted();
    const governor = await handbell.signIn(school, ['governor']);
    const [place = ''] = await placesOn(office, page);
    expect((await governor.get(`${place}/paper`)).status).toBe(403);
    expect((await office.get(place)).text).toContain('It was signed on paper');
    const future = await office.post(
      `${place}/paper`,
      { name: 'Gus', ...dayFields('on', '2028-01-01') },
      `${place}/paper`,
    );
    expect(future.text).toContain('The day cannot be in the future');
    await office.post(
      `${place}/paper`,
      { name: 'Gus Governor', ...dayFields('on', '2027-03-02') },
      `${place}/paper`,
    );
    expect((await office.get(page)).text).toMatch(/Gus Governor.*2 March 2027.*on paper/s);
    expect((await office.get(place)).text).toContain('There is a signature here already.');
  });

  it('go to one of two who sign the same place at once', async () => {
    await adopted();
    const [one, two] = [
      await handbell.signIn(school, ['governor']),
      await handbell.signIn(school, ['chair']),
    ];
    const [place = ''] = await placesOn(one, page);
    const tokens = [await one.token(place), await two.token(place)] as const;
    const answers = await Promise.all([
      one.post(place, { name: 'One', confirm: 'yes', once: tokens[0] }),
      two.post(place, { name: 'Two', confirm: 'yes', once: tokens[1] }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await facts('policy.signed')).toHaveLength(1);
  });
});

describe('coming into force (rule 38)', () => {
  it('waits for adoption and for every signature that is needed', async () => {
    expect((await office.get(`${page}/in-force`)).status).toBe(404);
    await adopted();
    expect((await office.get(`${page}/in-force`)).text).toContain(
      'The Governor responsible has not signed yet.',
    );
    const version = await revisionOn(office, page);
    const early = await office.post(
      `${page}/in-force`,
      { version, ...dayFields('from', '2027-03-09') },
      page,
    );
    expect(early.status).toBe(422);
    expect((await row()).state).toBe('adopted');
  });

  it('publishes the version and tells every page of the school', async () => {
    await putThrough(office, page);
    expect(await row()).toMatchObject({ state: 'in-force', from: '2027-03-09', until: null });
    expect((await office.get(page)).text).toContain('Since Tuesday 9 March 2027');
    const public_ = await handbell.visitor().get(`/s/${school.slug}/ask`);
    expect(public_.text).toContain('Policy version 1, in force since 9 March 2027');
    expect(await facts('policy.in-force')).toMatchObject([{ detail: { version: 1, from: '2027-03-09' } }]);
  });

  it('can be dated back, but not before it was adopted and signed, and not ahead', async () => {
    await adopted();
    for (const place of await placesOn(office, page)) {
      await office.post(`${place}/paper`, { name: 'A', ...dayFields('on', '2027-03-04') }, `${place}/paper`);
    }
    const form = `${page}/in-force`;
    expect((await submit(office, form, dayFields('from', '2027-03-03'))).text).toContain(
      'before 4 March 2027',
    );
    expect((await submit(office, form, dayFields('from', '2027-03-10'))).text).toContain(
      'cannot be in the future',
    );
    expect((await submit(office, form, dayFields('from', '2027-03-04'))).status).toBe(303);
    expect((await row()).from).toBe('2027-03-04');
  });

  it('is not for a role without it', async () => {
    await adopted();
    const clerk = await handbell.signIn(school, ['clerk']);
    expect((await clerk.get(`${page}/in-force`)).status).toBe(403);
  });

  it('ends the version before it on the day it begins', async () => {
    await putThrough(office, page);
    handbell.clock.set('2027-04-20T09:00:00Z');
    const second = await bringIn(office, policyFile('infant-school.txt'));
    await putThrough(office, second, { adopted: '2027-04-01', from: '2027-04-20' });
    expect(await row()).toMatchObject({ state: 'superseded', from: '2027-03-09', until: '2027-04-20' });
    expect(await row(second.split('/').at(-1))).toMatchObject({ number: 2, state: 'in-force', until: null });
    expect((await office.get(page)).text).toContain('From 9 March 2027 until 20 April 2027');
    handbell.clock.set('2027-03-09T10:00:00Z');
  });

  it('asks of every later version whether the change is material, and shows what changed', async () => {
    await putThrough(office, page);
    const second = await bringIn(office, policyFile('infant-school.txt'));
    await settleAll(office, second);
    await submit(office, `${second}/change/title`, { title: 'The policy for our groups' });
    await submit(office, `${second}/approve`, APPROVAL);
    await submit(office, `${second}/adopt`, ADOPTION);
    for (const place of await placesOn(office, second)) {
      await office.post(`${place}/paper`, { name: 'A', ...dayFields('on', '2027-03-02') }, `${place}/paper`);
    }
    const form = `${second}/in-force`;
    const day = dayFields('from', '2027-03-09');
    const unsaid = await submit(office, form, day);
    expect(unsaid.status).toBe(422);
    expect(unsaid.text).toContain('Say whether the change matters to parents');
    const compared = await office.get(`${second}/compare`);
    expect(compared.text).toContain('What is different in version 2 from version 1');
    expect(compared.text).toContain('The policy for our groups');
    expect((await submit(office, form, { ...day, material: 'no' })).status).toBe(303);
    const id = second.split('/').at(-1);
    expect((await handbell.asOwner('select material from policy where id = $1', [id]))[0]?.material).toBe(
      false,
    );
    const change = () => handbell.asOwner('update policy set material = true where id = $1', [id]);
    await expect(change()).rejects.toThrow(/cannot be changed/);
    const told = await handbell.visitor().get(`/s/${school.slug}/policy/2/changes`);
    expect(told.text).toContain('your agreement stays good');
    expect(told.text).toContain('The policy for our groups');
    expect((await handbell.visitor().get(`/s/${school.slug}/policy/1/changes`)).status).toBe(404);
    const shown = (await handbell.visitor().get(`/s/${school.slug}`)).text;
    expect(shown).toContain('/policy/2/changes');
    expect(shown).not.toContain('/policy/1/changes');
  });

  it('puts one of two in force when two people do it at once', async () => {
    await adopted();
    for (const place of await placesOn(office, page)) {
      await office.post(`${place}/paper`, { name: 'A', ...dayFields('on', '2027-03-02') }, `${place}/paper`);
    }
    const head = await handbell.signIn(school, ['head']);
    const form = `${page}/in-force`;
    const version = await revisionOn(office, form);
    const tokens = [await office.token(form), await head.token(form)] as const;
    const day = dayFields('from', '2027-03-09');
    const answers = await Promise.all([
      office.post(form, { version, ...day, once: tokens[0] }),
      head.post(form, { version, ...day, once: tokens[1] }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    expect(await facts('policy.in-force')).toHaveLength(1);
  });

  it('cannot be undone, only withdrawn: nobody changes what was published', async () => {
    await putThrough(office, page);
    const version = await revisionOn(office, page);
    for (const action of ['reopen', 'delete']) {
      expect((await office.post(`${page}/${action}`, { version }, page)).status).toBe(409);
    }
    const id = page.split('/').at(-1);
    const change = (set: string) => handbell.asOwner(`update policy set ${set} where id = $1`, [id]);
    await expect(change(`document = '{}'`)).rejects.toThrow(/cannot be changed/);
    await expect(change(`in_force_from = '2027-03-08'`)).rejects.toThrow(/cannot be changed/);
    await expect(change(`state = 'draft'`)).rejects.toThrow(/cannot be changed/);
    await expect(handbell.asOwner('delete from policy where id = $1', [id])).rejects.toThrow(
      /cannot be changed/,
    );
    await submit(office, page, {}, `${page}/withdraw`);
    expect(await row()).toMatchObject({ state: 'withdrawn', until: '2027-03-09' });
    const shown = await handbell.visitor().get(`/s/${school.slug}`);
    expect(shown.text).toContain('has no policy for class and year WhatsApp groups in force at the moment');
    expect(shown.text).not.toContain('in force since');
  });
});
