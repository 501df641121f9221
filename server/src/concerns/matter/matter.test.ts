import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConcernDesk, startConcernDesk } from '../../../test/concern-desk.ts';
import { raise } from '../../../test/concerns.ts';
import { idSchema, newId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { concernForCase, concludeConcern, markCaseOpened, safeguardingHold } from '../store.ts';

let desk: ConcernDesk;
beforeAll(async () => {
  desk = await startConcernDesk();
});
afterAll(() => desk.handbell.stop());
beforeEach(async () => {
  await desk.handbell.asOwner('delete from rate_limit');
});

const concernId = idSchema<'concern'>();
const ORIGIN = 'http://localhost:8043';

const join = (role: string, lead: string, reports: readonly string[]) =>
  desk.act(role, lead, 'matter', { reports, why: 'The same words.', clear: 'yes' });
const apart = (role: string, lead: string, report: string) =>
  desk.act(role, lead, 'matter/apart', { report, whyApart: 'Other words.' });

/** A report that could be decided: sorted, and no complaint about the school. */
async function ready(overrides: Parameters<ConcernDesk['fresh']>[0] = {}, role = 'handler'): Promise<string> {
  const id = await desk.sorted(role, overrides);
  expect((await desk.act(role, id, 'about-us', { aboutUs: 'no', why: 'About a parent.' })).status).toBe(303);
  return id;
}

function asHandler<T>(act: (work: Work) => Promise<T>): Promise<T> {
  const { member } = desk.as('handler');
  return desk.handbell.services.worker.forSchool(desk.school.id, `staff:${member}`, act);
}

/** A stored report without what counts its changes. */
async function stored(id: string) {
  const [row] = await desk.handbell.asOwner(
    "select to_jsonb(concern) - 'version' as row from concern where id = $1",
    [id],
  );
  return row?.row;
}

const statusFor = async (role: string, id: string) =>
  (await desk.as(role).get(`/desk/concerns/${id}`)).status;

describe('reports of one matter', () => {
  it('are decided once, and each reporter reads the answer on their own page and nothing of the other', async () => {
    const lead = await ready({ words: 'Words of the first.' });
    const code = await raise(desk.handbell, desk.school, { words: 'Words of the second.' });
    const [row] = await desk.handbell.asOwner('select id, reference from concern order by id desc limit 1');
    const part = String(row?.id);
    await desk.act('handler', part, 'screen', { answer: 'no', note: 'Adults only.' });
    expect((await join('handler', lead, [part])).location).toBe(`/desk/concerns/${lead}/matter`);

    const page = (await desk.as('handler').get(`/desk/concerns/${part}`)).text;
    expect(page).toContain('One of 2 reports of the same matter');
    expect((await desk.as('handler').get(`/desk/concerns/${part}/matter`)).headers.get('location')).toBe(
      `/desk/concerns/${lead}/matter`,
    );
    const end = { exit: 'not-for-school', reason: 'Private.', message: 'It is a private matter.' };
    expect((await desk.act('handler', part, 'exit', end)).text).toContain('Go to the report that leads');
    expect((await desk.act('handler', lead, 'exit', end)).status).toBe(303);

    const own = (await desk.handbell.visitor().post('/s/oakfield/concern/return', { code })).text;
    expect(own).toContain('It is a private matter.');
    expect(own).not.toMatch(/first|together|matter of|reports|C-2027/i);
  });

  it('make one case that rests on all of them, without a name only if nobody gave one; they end with it', async () => {
    const anonymous = { mode: 'anonymous', name: '', email: '', phone: '' };
    const lead = concernId.parse(await ready(anonymous));
    const part = concernId.parse(await desk.sorted('handler', { words: 'I saw it too.' }));
    await join('handler', lead, [part]);
    const staff = { member: desk.as('handler').member, roles: ['handler'] as const };
    const given = await asHandler((work) => concernForCase(work, staff, part));
    expect(given).toMatchObject({
      id: lead,
      mode: 'confidential',
      others: [{ id: part, words: 'I saw it too.' }],
    });
    expect(JSON.stringify(given)).not.toContain('Ada');

    await asHandler((work) => markCaseOpened(work, lead, newId<'case'>()));
    for (const id of [lead, part]) expect(await desk.stateOf(id)).toBe('case-open');
    await desk.act('handler', part, 'hold', { worry: 'A child is named.' });
    expect(await asHandler((work) => safeguardingHold(work, lead))).toBe(true);
    await desk.decide('safeguarding', part);
    await asHandler((work) => concludeConcern(work, lead, ORIGIN));
    for (const id of [lead, part]) expect(await desk.stateOf(id)).toBe('concluded');
  });

  it('are as they were once they are taken apart, also out of an open case', async () => {
    const lead = await ready();
    const part = await ready({ words: 'About something else after all.' });
    const before = [await stored(lead), await stored(part)];
    await join('handler', lead, [part]);
    expect(await stored(part)).not.toEqual(before[1]);
    expect((await apart('handler', lead, part)).status).toBe(303);
    expect([await stored(lead), await stored(part)]).toEqual(before);

    const caseId = newId<'case'>();
    await asHandler((work) => markCaseOpened(work, concernId.parse(lead), caseId));
    expect((await join('handler', lead, [part])).status).toBe(303);
    expect(await stored(part)).toMatchObject({ state: 'case-open', case_id: caseId });
    expect((await apart('handler', lead, part)).status).toBe(303);
    expect(await stored(part)).toEqual(before[1]);
    const kinds = await desk.handbell.asOwner(
      "select kind from concern_event where concern_id = $1 and kind like '%merged' order by id",
      [part],
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['merged', 'unmerged', 'merged', 'unmerged']);
  });

  it('take a conflict along: kept from one is kept from all, later too, and after they are apart', async () => {
    const lead = await ready();
    const part = await ready();
    await desk.act('deputy', part, 'interest', { interest: 'mine' });
    expect(await statusFor('deputy', lead)).toBe(200);
    await join('handler', lead, [part]);
    for (const id of [lead, part]) expect(await statusFor('deputy', id)).toBe(404);
    await apart('handler', lead, part);
    expect(await statusFor('deputy', lead)).toBe(404);

    await join('handler', lead, [part]);
    await desk.act('head', part, 'interest', { interest: 'mine' });
    expect(await statusFor('head', lead)).toBe(404);
    // Nobody but the safeguarding lead is left, who says that it is about the Head.
    await desk.act('handler', lead, 'interest', { interest: 'head' });
    for (const id of [lead, part]) {
      expect(await statusFor('handler', id)).toBe(404);
      expect(await statusFor('chair', id)).toBe(200);
    }
  });

  it('go past everybody whom one of them goes past, for good', async () => {
    const past = await desk.sorted('head', { about: 'lead' });
    const plain = await ready({}, 'head');
    expect(await statusFor('safeguarding', plain)).toBe(200);
    expect((await join('head', past, [plain])).status).toBe(303);
    expect(await statusFor('safeguarding', plain)).toBe(404);
    await apart('head', past, plain);
    expect(await statusFor('safeguarding', plain)).toBe(404);
  });

  it('never come together unread, unsorted, held, twice, or by somebody with an interest', async () => {
    const lead = await ready();
    const unsorted = await desk.fresh();
    expect((await join('handler', lead, [unsorted])).text).toContain('safeguarding question');
    const held = await desk.fresh();
    await desk.act('handler', held, 'screen', { answer: 'yes', note: 'A child.' });
    expect((await join('handler', lead, [held])).text).toContain('hold is on');
    const hidden = await desk.sorted('chair', { about: 'head' });
    expect((await join('handler', lead, [hidden])).status).toBe(404);
    expect((await desk.as('handler').get(`/desk/concerns/${lead}/matter`)).text).not.toContain(hidden);
    const other = await ready();
    await join('handler', other, [await ready()]);
    expect((await join('handler', lead, [other])).text).toContain('belongs to a matter already');
    const unclear = await desk.act('handler', lead, 'matter', { reports: other, why: 'x' });
    expect(unclear.status).toBe(422);
    expect((await join('deputy', lead, [other])).text).toContain('interest');
    expect((await desk.as('office').get(`/desk/concerns/${lead}/matter`)).status).toBe(403);
  });
});
