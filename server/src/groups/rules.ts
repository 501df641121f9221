import type { Id } from '../platform/ids.ts';

export type GroupId = Id<'group'>;
export type ClassId = Id<'class'>;
export type ModeratorId = Id<'moderator'>;

/** The kinds of group a policy of this family may cover (S2, S3). */
export const GROUP_KINDS = ['class', 'year', 'pta'] as const;
export type GroupKind = (typeof GROUP_KINDS)[number];

/** What people call each kind. */
export const GROUP_KIND_NAMES: Readonly<Record<GroupKind, string>> = {
  class: 'Class group',
  year: 'Year group',
  pta: 'PTA group',
};

/**
 * The kinds of group that may be registered. Without a policy in force class and year groups may be: every policy of
 * this family covers them (S2). PTA groups need a policy that says so (S3).
 * @param scope what the policy in force covers; undefined while none is in force
 */
export function kindsAllowed(scope: readonly GroupKind[] | undefined): readonly GroupKind[] {
  return scope === undefined ? ['class', 'year'] : GROUP_KINDS.filter((kind) => scope.includes(kind));
}
