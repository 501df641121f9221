import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { excerptOf, lastConcern, raise } from '../../test/concerns.ts';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../test/handbell.ts';
import type { Role } from '../people/roles.ts';
import { idSchema, type MemberId, newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { answerAboutUs, declareClear, handOver, hold, release, screen } from './desk/acts.ts';
import type { Attempt } from './desk/attempt.ts';
import { concernsHiddenFrom } from './desk/list.ts';
import type { ConcernId } from './rules.ts';
import type { Actor } from './standing.ts';
import { concernForCase, concludeConcern, markCaseOpened, safeguardingHold } from './store.ts';

let handbell: TestHandbell;
let school: TestSchool;
let handler: Actor;
let deputy: Actor;
let lead: Actor;
let head: Actor;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  const actor = async (roles: readonly Role[], name: string): Promise<Actor> => ({
    member: (await handbell.signIn(school, roles, name)).member,
    roles,
  });
  handler = await actor(['handler'], 'Example handler');
  deputy = await actor(['handler'], 'Example deputy');
  lead = await actor(['safeguarding'], 'Example lead');
  head = await actor(['head'], 'Example head');
  await actor(['chair'], 'Example chair');
});
afterAll(() => handbell.stop());
beforeEach(async () => {
  await handbell.asOwner('delete from rate_limit');
});

const origin = 'http://localhost:8043';
const concernId = idSchema<'concern'>();

function at<T>(member: MemberId, act: (work: Work) => Promise<T>): Promise<T> {
  return handbell.services.worker.forSchool(school.id, `staff:${member}`, act);
}

async function fresh(overrides: Parameters<typeof raise>[2] = {}): Promise<ConcernId> {
  await raise(handbell, school, overrides);
  return concernId.parse(await lastConcern(handbell));
}

/** Does something with a concern as it stands now. */
async function by(staff: Actor, id: ConcernId, act: (attempt: Attempt) => Promise<void>): Promise<void> {
  const [row] = await handbell.asOwner('select version from concern where id = $1', [id]);
  await at(staff.member, (work) => act({ work, staff, id, version: Number(row?.version), origin }));
}

async function ready(overrides: Parameters<typeof raise>[2] = {}): Promise<ConcernId> {
  const id = await fresh(overrides);
  await by(handler, id, (attempt) => screen(attempt, 'no', 'Adults only.'));
  await by(handler, id, declareClear);
  await by(handler, id, (attempt) => answerAboutUs(attempt, 'no', 'About a parent.'));
  return id;
}

const forCase = (staff: Actor, id: ConcernId) => at(staff.member, (work) => concernForCase(work, staff, id));

describe('a concern for a case', () => {
  it('gives the words, the transcript, the day and those who are out of it', async () => {
    const id = await ready({ excerpt: JSON.stringify(excerptOf(60, [4])) });
    await by(deputy, id, handOver);
    const given = await forCase(handler, id);
    expect(given).toMatchObject({
      words: 'They wrote that Miss Larch should be chased out of the village.',
      subject: 'Dana Example',
      mode: 'confidential',
      route: 'ordinary',
      place: 'other-group',
      placeName: 'Oak class parents',
      group: undefined,
      messageDayKnown: true,
      excluded: [deputy.member],
    });
    expect(given.messageDay.toString()).toBe('2027-03-08');
    expect(given.transcript).toEqual([
      {
        at: '2027-03-08T08:04:00',
        speaker: 'Robin Bystander',
        bySubject: true,
        chosen: true,
        text: 'Robin, call me on [number]. Miss Larch has to go.',
      },
    ]);
    expect(JSON.stringify(given)).not.toContain('Ada');
  });

  it('takes the day it came when no day was given', async () => {
    const id = await ready({ 'when-day': '', 'when-month': '', 'when-year': '', whenWords: 'last week' });
    const given = await forCase(handler, id);
    expect(given.messageDay.toString()).toBe('2027-03-09');
    expect(given.messageDayKnown).toBe(false);
  });

  it('is refused before it was screened, declared and asked about', async () => {
    const id = await fresh();
    await expect(forCase(handler, id)).rejects.toThrow('safeguarding question');
    await by(handler, id, (attempt) => screen(attempt, 'no', 'Adults only.'));
    await expect(forCase(handler, id)).rejects.toThrow('interest');
    await by(handler, id, declareClear);
    await expect(forCase(handler, id)).rejects.toThrow('complaint about us');
    await by(handler, id, (attempt) => answerAboutUs(attempt, 'yes', 'About parking.'));
    await expect(forCase(handler, id)).rejects.toThrow('complaint about the school');
    await by(handler, id, (attempt) => answerAboutUs(attempt, 'partly', 'And about a parent.'));
    await expect(forCase(handler, id)).resolves.toBeDefined();
  });

  it('is nothing for somebody out of it, for one it goes past, for the office and for another school', async () => {
    const id = await ready();
    await by(deputy, id, handOver);
    await expect(forCase(deputy, id)).rejects.toThrow('nothing at this address');
    await expect(forCase({ member: newId<'member'>(), roles: ['office'] }, id)).rejects.toThrow('nothing');
    const past = await fresh({ about: 'head' });
    await expect(forCase(head, past)).rejects.toThrow('nothing at this address');
    const other = await handbell.newSchool(`other-${id.slice(-6)}`);
    const elsewhere = handbell.services.worker.forSchool(other.id, 'public', (work) =>
      concernForCase(work, handler, id),
    );
    await expect(elsewhere).rejects.toThrow('nothing at this address');
  });
});

describe('opening a case', () => {
  it('is marked once', async () => {
    const id = await ready();
    await at(handler.member, (work) => markCaseOpened(work, id, newId<'case'>()));
    await expect(forCase(handler, id)).resolves.toBeDefined();
    const again = at(handler.member, (work) => markCaseOpened(work, id, newId<'case'>()));
    await expect(again).rejects.toThrow('A case is open');
  });

  it('is refused while the hold is on, whoever asks and whenever it was put on', async () => {
    const id = await ready();
    await by(handler, id, (attempt) => hold(attempt, 'A child is named.'));
    expect(await at(handler.member, (work) => safeguardingHold(work, id))).toBe(true);
    await expect(forCase(handler, id)).rejects.toThrow('hold is on');
    const open = at(handler.member, (work) => markCaseOpened(work, id, newId<'case'>()));
    await expect(open).rejects.toThrow('hold is on');
    await by(lead, id, (attempt) => release(attempt, 'Spoke to the family.'));
    expect(await at(handler.member, (work) => safeguardingHold(work, id))).toBe(false);
    await at(handler.member, (work) => markCaseOpened(work, id, newId<'case'>()));
  });

  it('of two at once only one is kept', async () => {
    const id = await ready();
    const results = await Promise.allSettled(
      [1, 2].map(() => at(handler.member, (work) => markCaseOpened(work, id, newId<'case'>()))),
    );
    expect(results.map((result) => result.status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('concluding it', () => {
  it('tells the reporter that it was dealt with, and nothing more', async () => {
    const code = await raise(handbell, school);
    const id = concernId.parse(await lastConcern(handbell));
    await by(handler, id, (attempt) => screen(attempt, 'no', 'Adults only.'));
    await by(handler, id, declareClear);
    await by(handler, id, (attempt) => answerAboutUs(attempt, 'no', 'x'));
    await at(handler.member, (work) => markCaseOpened(work, id, newId<'case'>()));
    const looking = await handbell.visitor().post('/s/oakfield/concern/return', { code });
    expect(looking.text).toContain('The school is looking into it');
    const mails = await handbell.asOwner("select 1 from mail where kind = 'concern-news'");
    await at(handler.member, (work) => concludeConcern(work, id, origin));
    const page = await handbell.visitor().post('/s/oakfield/concern/return', { code });
    expect(page.text).toContain('It was dealt with');
    expect(page.text).not.toMatch(/warning|letter|ban|Dana/i);
    expect(await handbell.asOwner("select 1 from mail where kind = 'concern-news'")).toHaveLength(
      mails.length + 1,
    );
  });

  it('is refused without a case and while the case is on hold', async () => {
    const id = await ready();
    await expect(at(handler.member, (work) => concludeConcern(work, id, origin))).rejects.toThrow();
    await at(handler.member, (work) => markCaseOpened(work, id, newId<'case'>()));
    await by(handler, id, (attempt) => hold(attempt, 'A child is named.'));
    await expect(at(handler.member, (work) => concludeConcern(work, id, origin))).rejects.toThrow(
      'hold is on',
    );
    await expect(forCase(handler, id)).rejects.toThrow('hold is on');
    await expect(forCase(lead, id)).resolves.toBeDefined();
  });
});

describe('records that name concerns by id', () => {
  it('can leave out those that somebody may not know of', async () => {
    const past = await fresh({ about: 'head' });
    const own = await ready();
    await by(deputy, own, handOver);
    const hidden = (staff: Actor) => at(staff.member, (work) => concernsHiddenFrom(work, staff));
    expect(await hidden(head)).toContain(past);
    expect(await hidden(head)).not.toContain(own);
    expect(await hidden(deputy)).toContain(own);
    expect(await hidden({ member: newId<'member'>(), roles: ['admin'] })).toContain(past);
  });
});
