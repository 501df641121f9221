import { Temporal } from 'temporal-polyfill';
import type { Role } from '../../people/roles.ts';
import type { MemberId } from '../../platform/ids.ts';
import { nextSchoolDay, type SchoolCalendar } from '../../schools/calendar.ts';
import { type ConcernSight, mayOpenConcern } from '../rules.ts';

/** Somebody at the school, as far as whose a date is depends on them. */
export interface Colleague {
  readonly member: MemberId;
  readonly roles: readonly Role[];
  readonly away: boolean;
}

/** Who looks after a concern, as it was set. */
export interface Care {
  readonly owner: MemberId | null;
  readonly deputy: MemberId | null;
}

/** Those who may look after a concern: whoever reads it. */
export function mayCare(colleague: Pick<Colleague, 'member' | 'roles'>, sight: ConcernSight): boolean {
  return mayOpenConcern(colleague, sight) === 'read';
}

/**
 * Whoever takes what nobody did in time: the Head, or where the Head is kept out of it, whoever reads it in the Head's
 * place.
 */
function leaders(colleagues: readonly Colleague[], sight: ConcernSight): readonly Colleague[] {
  const readers = colleagues.filter((each) => mayCare(each, sight));
  const heads = readers.filter(({ roles }) => roles.includes('head'));
  return heads.length > 0 ? heads : readers;
}

/** What decides whose a date is. */
export interface Waiting {
  readonly care: Care;
  readonly sight: ConcernSight;
  readonly colleagues: readonly Colleague[];
  /** By when; undefined for what has no date: it is never late. */
  readonly due: Temporal.PlainDate | undefined;
  readonly today: Temporal.PlainDate;
  readonly calendar: SchoolCalendar;
}

/**
 * For whom something waits today. It is the owner's; the deputy's too while the owner is away and once it is late; and
 * a school day later, or at once where there is no deputy or both are away, the Head's too, or whoever stands in the
 * Head's place. Whoever lost sight of the concern meanwhile counts as nobody.
 * @returns undefined while nobody looks after it: then it waits for everybody who may do it
 */
export function waitsFor(waiting: Waiting): ReadonlySet<MemberId> | undefined {
  const { care, sight, colleagues, due, today, calendar } = waiting;
  const find = (id: MemberId | null) => colleagues.find((each) => each.member === id && mayCare(each, sight));
  const [owner, deputy] = [find(care.owner), find(care.deputy)].filter((each) => each !== undefined);
  if (!owner) return undefined;
  const late = due !== undefined && Temporal.PlainDate.compare(today, due) > 0;
  const next = due && nextSchoolDay(calendar, due.add({ days: 1 }));
  const later = late && next !== undefined && Temporal.PlainDate.compare(today, next) > 0;
  const stuck = owner.away && (deputy?.away ?? true);
  const found = [owner.member];
  if (deputy && (owner.away || late)) found.push(deputy.member);
  if (stuck || later || (late && !deputy)) {
    found.push(...leaders(colleagues, sight).map(({ member }) => member));
  }
  return new Set(found);
}
