import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConcernDesk, startConcernDesk } from '../../../test/concern-desk.ts';
import { ORIGIN } from '../../../test/handbell.ts';
import type { Role } from '../../people/roles.ts';
import { type MemberId, newId } from '../../platform/ids.ts';
import type { ConcernSight } from '../rules.ts';
import { tellOfDue } from './due-mail.ts';
import { type Colleague, waitsFor } from './rules.ts';

const someone = (...roles: Role[]): Colleague => ({ member: newId<'member'>(), roles, away: false });
const owner = someone('handler');
const deputy = someone('handler');
const head = someone('head');
const chair = someone('chair');
const lead = someone('safeguarding');
const everybody = [owner, deputy, head, chair, lead];

const plain: ConcernSight = { route: 'ordinary', safeguarding: false, excluded: [], appointed: [] };
/** Due on Friday: Monday is a school day late, Tuesday two. */
const FRIDAY = Temporal.PlainDate.from('2027-03-12');

interface Facts {
  readonly today: string;
  readonly away?: readonly Colleague[];
  readonly deputy?: MemberId | null;
  readonly sight?: ConcernSight;
}

function whose({ today, away = [], sight = plain, ...rest }: Facts): readonly Colleague[] | undefined {
  const found = waitsFor({
    care: { owner: owner.member, deputy: rest.deputy === undefined ? deputy.member : rest.deputy },
    sight,
    colleagues: everybody.map((each) => ({ ...each, away: away.includes(each) })),
    due: FRIDAY,
    today: Temporal.PlainDate.from(today),
    calendar: { terms: [], closed: [] },
  });
  return found && everybody.filter(({ member }) => found.has(member));
}

describe('a date of a concern', () => {
  it('is the owner’s, when late the deputy’s too, and a school day later the Head’s', () => {
    expect(whose({ today: '2027-03-09' })).toEqual([owner]);
    expect(whose({ today: '2027-03-12' })).toEqual([owner]);
    expect(whose({ today: '2027-03-15' })).toEqual([owner, deputy]);
    expect(whose({ today: '2027-03-16' })).toEqual([owner, deputy, head]);
  });

  it('is the deputy’s while the owner is away, and the Head’s at once when nobody else is there', () => {
    expect(whose({ today: '2027-03-09', away: [owner] })).toEqual([owner, deputy]);
    expect(whose({ today: '2027-03-09', away: [owner, deputy] })).toEqual([owner, deputy, head]);
    expect(whose({ today: '2027-03-15', deputy: null })).toEqual([owner, head]);
  });

  it('never goes on to a Head who is kept out of it, but to whoever stands in their place', () => {
    const excluded = { ...plain, excluded: [head.member] };
    expect(whose({ today: '2027-03-16', sight: excluded })).toEqual([owner, deputy, lead]);
    const named = { ...excluded, appointed: [chair.member] };
    expect(whose({ today: '2027-03-16', sight: named })).toEqual([owner, deputy, chair, lead]);
    const past = { ...plain, route: 'past-head' as const, appointed: [owner.member] };
    expect(whose({ today: '2027-03-16', sight: past })).toEqual([owner, chair]);
  });

  it('waits for the deputy when the owner lost sight of it, and for everybody when nobody is left', () => {
    expect(whose({ today: '2027-03-09', sight: { ...plain, excluded: [owner.member] } })).toEqual([deputy]);
    const both = [owner.member, deputy.member];
    expect(whose({ today: '2027-03-16', sight: { ...plain, excluded: both } })).toBeUndefined();
  });
});

let desk: ConcernDesk;
beforeAll(async () => {
  desk = await startConcernDesk();
});
afterAll(() => desk.handbell.stop());

describe('on the desk', () => {
  it('whoever takes it on owns it, names a deputy, and the deputy sees its dates while they are away', async () => {
    const id = await desk.sorted('handler');
    const today = async (role: string) => (await desk.as(role).get('/desk')).text;
    const decides = `/desk/concerns/${id}">Decide what happens next`;
    expect(await today('handler')).toContain(decides);
    for (const role of ['deputy', 'head']) expect(await today(role)).not.toContain(decides);

    const { member } = desk.as('handler');
    const nobody = await desk.act('handler', id, 'care', { owner: desk.as('office').member, deputy: '' });
    expect(nobody.status).toBe(409);
    const same = await desk.act('handler', id, 'care', { owner: member, deputy: member });
    expect(same.text).toContain('Choose somebody else');
    const set = await desk.act('handler', id, 'care', { owner: member, deputy: desk.as('deputy').member });
    expect(set.status).toBe(303);
    expect(await today('deputy')).not.toContain(decides);

    const away = { 'back-day': '22', 'back-month': '3', 'back-year': '2027' };
    expect((await desk.as('handler').post('/desk/away', away, '/desk/away')).status).toBe(303);
    expect(await today('deputy')).toContain(decides);
    expect((await desk.as('deputy').get(`/desk/concerns/${id}`)).text).toContain('(away)');
    const past = { ...away, 'back-year': '2026' };
    expect((await desk.as('handler').post('/desk/away', past, '/desk/away')).text).toContain('still to come');
    expect((await desk.as('handler').post('/desk/away', {}, '/desk/away')).status).toBe(303);
    expect(await today('deputy')).not.toContain(decides);

    desk.handbell.clock.set('2027-03-19T10:00:00Z');
    for (const role of ['handler', 'deputy', 'head']) expect(await today(role), role).toContain(decides);
    desk.handbell.clock.set('2027-03-09T10:00:00Z');
  });

  it('tells whoever something is due from by a mail without content, once a day and on school days alone', async () => {
    const { services, clock } = desk.handbell;
    const tell = () =>
      services.worker.forSchool(desk.school.id, 'job:test', (work) => tellOfDue(work, ORIGIN));
    const id = await desk.sorted('handler', { words: 'Words of a bramble.' });
    await desk.act('handler', id, 'care', { owner: desk.as('handler').member, deputy: '' });
    expect((await desk.as('handler').get('/desk/concerns?show=mine')).text).toContain(id);
    expect((await desk.as('deputy').get('/desk/concerns?show=mine')).text).not.toContain(id);
    clock.set('2027-03-16T07:00:00Z');
    const mails = () => desk.handbell.asOwner("select id from mail where kind = 'desk-news'");
    const before = (await mails()).length;
    const told = await tell();
    expect(told).toBeGreaterThan(0);
    expect((await mails()).length - before).toBe(told);
    expect(await tell()).toBe(0);
    clock.set('2027-03-20T07:00:00Z');
    expect(await tell()).toBe(0);
    clock.set('2027-03-09T10:00:00Z');
  });

  it('is said for somebody who is ill by whoever keeps the list of people, and by nobody else', async () => {
    const page = `/desk/people/${desk.as('handler').member}/away`;
    const back = { 'back-day': '22', 'back-month': '3', 'back-year': '2027' };
    expect((await desk.as('head').post(page, back, page)).status).toBe(303);
    expect((await desk.as('deputy').get(page)).status).toBe(403);
    expect((await desk.as('head').get(page)).text).toContain('back on Monday 22 March 2027');
  });
});
