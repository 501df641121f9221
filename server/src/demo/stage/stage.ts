import type { Actor } from '../../concerns/standing.ts';
import { acceptInvite, addMember, inviteMember } from '../../people/store.ts';
import { type MemberId, newId, type SchoolId } from '../../platform/ids.ts';
import type { Services } from '../../platform/services.ts';
import { newOnceToken } from '../../platform/web/once.ts';
import type { Work } from '../../platform/work.ts';
import { saveYear } from '../../schools/calendar-store.ts';
import { type DemoAccount, openAccount } from '../accounts.ts';
import { CAST, CAST_KEYS, type CastKey, DEMO_NAME, DEMO_PROFILE, DEMO_SLUG } from '../people.ts';
import type { StoryClock } from './clock.ts';
import type { StoryDays } from './days.ts';

/** The invented school while its term is played. */
export interface Stage {
  readonly services: Services;
  readonly clock: StoryClock;
  readonly days: StoryDays;
  readonly accounts: readonly DemoAccount[];
  /** Who somebody is at the school. */
  member(who: CastKey): MemberId;
  /** Somebody of the school does a piece of work, as on a page of the desk. */
  as<T>(who: CastKey, act: (work: Work, staff: Actor) => Promise<T>): Promise<T>;
  /** Somebody does something on a public page. */
  visit<T>(act: (work: Work) => Promise<T>): Promise<T>;
}

/** How long a piece of work takes. */
const WORK_TIME = { minutes: 2 };

async function startSchool({ worker }: Services, clock: StoryClock, founder: DemoAccount) {
  const id = newId<'school'>();
  const row = { id, slug: DEMO_SLUG, name: DEMO_NAME, profile: DEMO_PROFILE, createdAt: clock.now() };
  const member = await worker.forNewSchool(row, 'set-up', async (work) => {
    work.audit({ act: 'school.created', object: `school:${id}` });
    return addMember(work, CAST[founder.key], founder.userId);
  });
  return { id, member };
}

/** Invites somebody as the administrator does, and lets them follow the link. */
async function join(
  { worker }: Services,
  clock: StoryClock,
  school: SchoolId,
  inviter: MemberId,
  { key, userId }: DemoAccount,
): Promise<MemberId> {
  clock.pass(WORK_TIME);
  const invite = (work: Work) => inviteMember(work, CAST[key], newOnceToken());
  const id = await worker.forSchool(school, `staff:${inviter}`, invite);
  clock.pass(WORK_TIME);
  await worker.forSchool(school, 'public', (work) => acceptInvite(work, id, userId));
  return id;
}

/** Sets the school up: accounts, the school, its people and its years. */
export async function setStage(services: Services, clock: StoryClock, days: StoryDays): Promise<Stage> {
  const accounts = await Promise.all(CAST_KEYS.map((key) => openAccount(services, key)));
  const [founder, ...others] = accounts;
  if (!founder) throw new Error('The demo has nobody to found its school.');
  const school = await startSchool(services, clock, founder);
  const members = new Map<CastKey, MemberId>([[founder.key, school.member]]);
  for (const account of others) {
    members.set(account.key, await join(services, clock, school.id, school.member, account));
  }
  const member = (who: CastKey) => {
    const id = members.get(who);
    if (!id) throw new Error(`Nobody at the demo school is its ${who}.`);
    return id;
  };
  const stage: Stage = {
    services,
    clock,
    days,
    accounts,
    member,
    as: (who, act) => {
      clock.pass(WORK_TIME);
      const staff = { member: member(who), roles: CAST[who].roles };
      return services.worker.forSchool(school.id, `staff:${staff.member}`, (work) => act(work, staff));
    },
    visit: (act) => {
      clock.pass(WORK_TIME);
      return services.worker.forSchool(school.id, 'public', act);
    },
  };
  for (const year of days.years) await stage.as('admin', (work) => saveYear(work, year));
  return stage;
}
