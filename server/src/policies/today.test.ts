import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool, type Visitor } from '../../test/handbell.ts';
import { bringIn, dayFields, placesOn, policyFile, settleAll, submit } from '../../test/policy.ts';
import type { Role } from '../people/roles.ts';

let handbell: TestHandbell;
let school: TestSchool;
let people: Readonly<Record<'office' | 'head' | 'governor' | 'handler', Visitor>>;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  const signIn = (role: Role) => handbell.signIn(school, [role]);
  people = {
    office: await signIn('office'),
    head: await signIn('head'),
    governor: await signIn('governor'),
    handler: await signIn('handler'),
  };
});
afterAll(() => handbell.stop());

async function waiting(who: keyof typeof people): Promise<readonly string[]> {
  const { text } = await people[who].get('/desk');
  const table = text.split('What needs you</h2>')[1] ?? '';
  return [...table.matchAll(/<a href="\/desk\/policy[^"]*">([^<]+)<\/a>/g)].map((match) => match[1] ?? '');
}

describe('what the policy has waiting', () => {
  it('goes from person to person until the policy is in force, then comes back for the review', async () => {
    const { office, head, governor } = people;
    expect(await waiting('office')).toEqual([]);
    const page = await bringIn(office, policyFile('church-primary.txt'));
    expect(await waiting('office')).toEqual(['Settle 1 thing in the policy']);
    expect(await waiting('governor')).toEqual([]);
    await settleAll(office, page);
    expect(await waiting('head')).toEqual(['Record who approved the policy']);
    await submit(office, `${page}/approve`, { by: 'the Head teacher', ...dayFields('on', '2026-11-17') });
    expect(await waiting('head')).toEqual(['Record that the policy was adopted']);
    await submit(office, `${page}/adopt`, {
      body: 'the Board',
      how: 'board',
      ...dayFields('on', '2026-11-18'),
    });
    expect(await waiting('head')).toEqual(['Sign the policy as Head teacher']);
    expect(await waiting('governor')).toEqual(['Sign the policy as Governor responsible']);
    expect(await waiting('office')).toEqual([]);
    const [first = '', second = ''] = await placesOn(office, page);
    await governor.post(first, { name: 'Gus', confirm: 'yes' }, first);
    expect(await waiting('governor')).toEqual([]);
    await head.post(second, { name: 'Hana', confirm: 'yes' }, second);
    expect(await waiting('office')).toEqual(['Put the policy in force']);
    await submit(office, `${page}/in-force`, dayFields('from', '2027-03-09'));
    // "Spring 2027", with no terms written down: due by the end of March.
    expect(await waiting('office')).toEqual(['Review the policy']);
    expect((await office.get('/desk')).text).toContain('Wednesday 31 March 2027');
    expect((await office.get('/desk')).text).not.toContain('Late');
    expect(await waiting('handler')).toEqual([]);
    handbell.clock.set('2027-04-01T09:00:00Z');
    expect((await office.get('/desk')).text).toContain('Late');
  });
});
