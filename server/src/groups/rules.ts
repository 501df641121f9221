import { GROUP_TYPES, type GroupType } from '@handbell/policy';
import { Temporal } from 'temporal-polyfill';
import type { Id } from '../platform/ids.ts';

export type GroupId = Id<'group'>;
export type ClassId = Id<'class'>;
export type ModeratorId = Id<'moderator'>;

/** The kinds of group a policy of this family may cover (S2, S3). */
export const GROUP_KINDS = GROUP_TYPES;
export type GroupKind = GroupType;

/** What people call each kind. */
export const GROUP_KIND_NAMES: Readonly<Record<GroupKind, string>> = {
  class: 'Class group',
  year: 'Year group',
  pta: 'PTA group',
};

/** How a group is used: everybody may write, a WhatsApp community of several groups, or admins alone announce. */
export const GROUP_REACHES = ['chat', 'community', 'announcements'] as const;
export type GroupReach = (typeof GROUP_REACHES)[number];

export const GROUP_REACH_NAMES: Readonly<Record<GroupReach, string>> = {
  chat: 'A group in which all members can write',
  community: 'A community: an announcements group with smaller groups below it',
  announcements: 'Announcements only: just the admins can write',
};

/**
 * The kinds of group that may be registered. Without a policy in force class and year groups may be: every policy of
 * this family covers them (S2). PTA groups need a policy that says so (S3).
 * @param scope what the policy in force covers; undefined while none is in force
 */
export function kindsAllowed(scope: readonly GroupKind[] | undefined): readonly GroupKind[] {
  return scope === undefined ? ['class', 'year'] : GROUP_KINDS.filter((kind) => scope.includes(kind));
}

/** Whether a moderator's time has ended by a day; the last day still counts. */
export function hasEnded(
  moderator: { readonly until: Temporal.PlainDate | undefined },
  day: Temporal.PlainDate,
): boolean {
  return moderator.until !== undefined && moderator.until.until(day).days > 0;
}

/** The classes that no group covers: families there cannot be reached the same way (S11). */
export function classesWithout<Each extends { readonly id: ClassId }>(
  classes: readonly Each[],
  groups: readonly { readonly classes: readonly ClassId[] }[],
): readonly Each[] {
  const covered = new Set(groups.flatMap((group) => group.classes));
  return classes.filter((each) => !covered.has(each.id));
}

/** What is wrong with the classes ticked for a group, if anything: a PTA group may be for the whole school. */
export function whyNotClasses(kind: GroupKind, count: number): string | undefined {
  if (kind === 'pta') return undefined;
  return count === 0 ? 'Tick the classes that this group is for' : undefined;
}

/** The last day of the school year that a day falls in: 31 August, as in England and Wales (domain 6.2). */
export function schoolYearEnd(day: Temporal.PlainDate): Temporal.PlainDate {
  const end = Temporal.PlainDate.from({ year: day.year, month: 8, day: 31 });
  return Temporal.PlainDate.compare(day, end) <= 0 ? end : end.add({ years: 1 });
}
