import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hiddenFields } from '../../../test/agreement.ts';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { withPolicy } from '../../../test/policy.ts';
import { saveYear } from '../../schools/calendar-store.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
const BASE = '/s/oak/agree';
const ANSWERS = '/desk/agreements/answers';
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool('oak');
  office = await withPolicy(handbell, school);
});
afterAll(() => handbell.stop());

/** Sends a form of the page as a parent would. */
async function tell(kind: 'talk' | 'decline', fields: Readonly<Record<string, string>>) {
  const visitor = handbell.visitor();
  const page = `${BASE}/${kind}`;
  const { text } = await visitor.get(page);
  const answer = await visitor.post(page, { ...hiddenFields(text, page), ...fields });
  return answer.status === 303 ? visitor.get(answer.location) : answer;
}

const oneOf = async (name: string) =>
  new RegExp(`href="(${ANSWERS}/[^"]+)"><bdi>${name}`).exec((await office.get(ANSWERS)).text)?.[1] ?? '';

describe('somebody who would rather not sign', () => {
  it('reads that nothing follows, and need not fill anything in', async () => {
    const page = await handbell.visitor().get(`${BASE}/decline`);
    expect(page.text).toContain('If you do not sign, nothing changes for your child');
    expect((await tell('decline', {})).text).toContain('nobody will ask you why');
    expect((await office.get(ANSWERS)).text).toContain('No name given');
  });

  it('is seen by the office alone, with the reason, and in no count or export', async () => {
    await tell('decline', { name: 'Nora No', words: 'I am in no group.\n<b>' });
    const one = await office.get(await oneOf('Nora No'));
    expect(one.text).toContain('I am in no group.');
    expect(one.text).toContain('&lt;b&gt;');
    expect(one.text).toContain('Do not ask them again');
    expect(one.text).not.toContain('Who talks to them?');
    for (const role of ['head', 'data', 'chair', 'admin', 'handler'] as const) {
      expect((await (await handbell.signIn(school, [role])).get(ANSWERS)).status, role).toBe(403);
    }
    expect((await office.get('/desk/agreements')).text).not.toContain('Nora');
    const csv = await office.send('/desk/agreements/version/1/agreements.csv');
    expect(await csv.text()).not.toContain('Nora');
    const kept = await handbell.asOwner('select name, words from agreement_answer');
    expect(kept.map((row) => String(row.name)).join()).not.toContain('Nora');
    const audit = await handbell.asOwner("select * from audit_entry where act = 'agreement.answered'");
    expect(JSON.stringify(audit)).not.toMatch(/declined|Nora/);
    expect((await office.get('/desk')).text).not.toContain('before they sign');
  });
});

describe('somebody who wants to talk first', () => {
  it('must be reachable, and hears by when', async () => {
    const nameless = await tell('talk', { name: '', contact: '' });
    expect(nameless.text).toContain('Enter your name');
    expect(nameless.text).toContain('Enter a phone number or an email address');
    const done = await tell('talk', {
      name: 'Tara Talk',
      contact: '07700 900321',
      words: 'Is clause 3 new?',
    });
    expect(done.text).toContain('We will get in touch by Tuesday 16 March 2027.');
  });

  it('stands on the office’s page for today until somebody has talked to them', async () => {
    const { text } = await office.get('/desk');
    expect(text).toContain('Say who talks to a parent before they sign');
    expect(text).toContain('Tuesday 16 March 2027');
    const page = await oneOf('Tara Talk');
    expect((await office.get(page)).text).toContain('07700 900321');
    const early = await office.post(`${page}/end`, { outcome: 'talked' }, page);
    expect(early.status).toBe(409);
    const owner = /name="owner" type="radio" value="([^"]+)"/.exec((await office.get(page)).text)?.[1] ?? '';
    await office.post(`${page}/take`, { owner }, page);
    expect((await office.get('/desk')).text).toContain('Talk to a parent before they sign');
    const colleague = await handbell.signIn(school, ['office'], 'Second Office');
    expect((await colleague.get('/desk')).text).not.toContain('before they sign');
    expect((await office.post(`${page}/end`, {}, page)).text).toContain('Choose how it ended');
    await office.post(`${page}/end`, { outcome: 'talked', note: 'Clause 3 is old.' }, page);
    const over = await office.get(page);
    expect(over.text).toContain('Clause 3 is old.');
    expect(over.text).not.toContain('07700 900321');
    expect((await office.get('/desk')).text).not.toContain('before they sign');
    const [row] = await handbell.asOwner("select contact from agreement_answer where state = 'ended'");
    expect(row?.contact).toBeNull();
    const late = await colleague.post(`${page}/take`, { owner }, page);
    expect(late.status).toBe(409);
    expect(late.text).toMatch(/This talk has ended\. [^.]+ changed it last, on Tuesday 9 March 2027/);
  });

  it('cannot be given to somebody who is not of the office', async () => {
    await tell('talk', { name: 'Uma Talk', contact: 'uma@example.org' });
    const page = await oneOf('Uma Talk');
    const head = await handbell.signIn(school, ['head']);
    const answer = await office.post(`${page}/take`, { owner: head.member }, page);
    expect(answer.text).toContain('Choose somebody of the office');
  });

  it('hears in the holidays when school opens again', async () => {
    const range = (from: string, to: string) => ({
      from: Temporal.PlainDate.from(from),
      to: Temporal.PlainDate.from(to),
    });
    await handbell.services.worker.forSchool(school.id, 'command', async (work) => {
      work.audit({ act: 'test', object: 'test' });
      await saveYear(work, {
        name: '2026/27',
        terms: [
          { season: 'spring', ...range('2027-01-05', '2027-03-25') },
          { season: 'summer', ...range('2027-04-12', '2027-07-21') },
        ],
        closed: [],
      });
    });
    handbell.clock.set('2027-04-01T10:00:00Z');
    expect((await handbell.visitor().get(`${BASE}/talk`)).text).toContain(
      'School is closed until Monday 12 April 2027',
    );
    const done = await tell('talk', { name: 'Holly Talk', contact: '07700 900322' });
    expect(done.text).toContain('School is closed until Monday 12 April 2027');
    expect(done.text).toContain('We will get in touch by Friday 16 April 2027.');
    handbell.clock.set('2027-03-09T10:00:00Z');
    expect((await handbell.visitor().get(`${BASE}/talk`)).text).not.toContain('School is closed');
  });
});
