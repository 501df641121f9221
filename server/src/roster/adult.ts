import type { Temporal } from 'temporal-polyfill';
import type { ClassId } from '../groups/rules.ts';
import type { Id } from '../platform/ids.ts';

export type AdultId = Id<'adult'>;
export type HouseholdId = Id<'household'>;

/** That an adult has a child in a class now. */
export interface ClassPlace {
  readonly id: Id<'adult-class'>;
  readonly classId: ClassId;
  /** The child's year by the nation's code; empty when only the class is known. */
  readonly year: string;
  readonly from: Temporal.PlainDate;
}

/** A parent or carer whose child is at the school, or was. */
export interface Adult {
  readonly id: AdultId;
  readonly household: HouseholdId;
  readonly name: string;
  /** The address for mail; empty when the school has none. */
  readonly email: string;
  /** Empty unless the school decided to keep numbers (`roster_setting`). */
  readonly phone: string;
  /** Places in classes now, none once they have left. */
  readonly places: readonly ClassPlace[];
  readonly joined: Temporal.PlainDate;
  /** Their last day, once no child of theirs is left. */
  readonly left: Temporal.PlainDate | undefined;
  /** Counts changes: a form that was loaded before another change is told so. */
  readonly version: number;
}

/** What is written down about an adult by hand or by an import. */
export interface AdultEntry {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  readonly places: readonly PlaceEntry[];
}

export interface PlaceEntry {
  readonly classId: ClassId;
  readonly year: string;
}

/** A name as it is compared: "O’Brien,  SIÂN" and "o'brien, sian" are one. */
export function foldName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[’‘`´]/g, "'")
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** An address as it is compared. Letter case never tells two mailboxes apart in practice. */
export function foldEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** Whether two places are the same one. */
export function samePlace(one: PlaceEntry, other: PlaceEntry): boolean {
  return one.classId === other.classId && one.year === other.year;
}
