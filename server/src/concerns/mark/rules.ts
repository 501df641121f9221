import type { Role } from '../../people/roles.ts';
import type { ConcernMode } from '../kinds.ts';
import type { ConcernRoute, ConcernState } from '../rules.ts';

/** Why a reporter is marked: what they did with their reports, never what they are (domain 2.9). */
export const GROUNDS = ['abuse', 'again', 'untrue'] as const;
export type Ground = (typeof GROUNDS)[number];

/** For how many days a mark can stand. It never stands for longer, and is never made longer by itself. */
export const MARK_DAYS = [30, 90, 180] as const;
export type MarkDays = (typeof MARK_DAYS)[number];

/** What of a concern decides whether its reporter can be marked. */
export interface MarkFacts {
  readonly state: ConcernState;
  readonly urgent: boolean;
  readonly screened: boolean;
  readonly allegation: boolean;
}

/** Whether a report tells of a child at risk, or may: nothing is ever held against whoever sent one (rule 12). */
export function isSafeguarding({ state, urgent, screened, allegation }: MarkFacts): boolean {
  return urgent || !screened || allegation || state === 'held' || state === 'case-held';
}

/** Whether one person's word is enough: the Head's, or the Chair's where the concern goes past the Head. */
export function isEnough(roles: readonly Role[], route: ConcernRoute): boolean {
  return roles.includes('head') || (route !== 'ordinary' && roles.includes('chair'));
}

/** How far a mark shows on a report from the same address. */
export type Shown = 'nowhere' | 'page' | 'identity';

/**
 * Where a mark is shown on another report from the same address. Between reports without a name it tells nobody who
 * somebody is, and stands on the page. Where a name lies in the vault it stands beside the name, for those who opened it:
 * on the page it would tell who reported in confidence. A mark from a report with a name never shows on one without, nor
 * the other way round: it would name somebody who did not want to be named.
 */
export function whereShown(mark: { readonly anonymous: boolean }, mode: ConcernMode): Shown {
  if (mark.anonymous !== (mode === 'anonymous')) return 'nowhere';
  return mark.anonymous ? 'page' : 'identity';
}
