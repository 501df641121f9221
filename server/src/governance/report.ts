import { z } from 'zod';
import type { ReviewResult } from '../cases/codes.ts';
import type { CountedCase } from '../cases/numbers.ts';
import type { Choice } from '../cases/questions.ts';
import { CONCERN_PLACES, type ConcernPlace } from '../concerns/kinds.ts';
import { EXIT_NAMES } from '../concerns/labels.ts';
import type { ConcernEnding, CountedConcern } from '../concerns/numbers.ts';
import type { CountedBans } from '../sanctions/numbers.ts';
import type { SchoolCalendar } from '../schools/calendar.ts';
import {
  type CountRow,
  SMALLEST,
  shownTableSchema,
  showOverlapping,
  showParts,
  showSome,
} from './suppress.ts';
import { median, schoolDaysUntil } from './term.ts';

/** What a term's report shows. Small numbers are hidden in it already: this is what is kept and printed. */
export const reportSchema = z.object({
  concerns: shownTableSchema,
  /** Unset when it would tell what another table hides, and in reports from before it was counted. */
  endings: shownTableSchema.nullable().default(null),
  outcomes: shownTableSchema,
  /** Unset when it would tell what another table hides. */
  clauses: shownTableSchema.nullable(),
  equality: shownTableSchema.nullable(),
  reviews: shownTableSchema,
  bans: shownTableSchema,
  /** The middle number of school days from opening a case to the first contact with the parent; unset for few cases. */
  firstContact: z.number().nullable(),
});
export type ShownReport = z.output<typeof reportSchema>;

/** What a report counts. */
export interface TermFacts {
  readonly concerns: readonly CountedConcern[];
  readonly cases: readonly CountedCase[];
  readonly equality: readonly Choice[];
  readonly reviews: readonly ReviewResult[];
  readonly bans: CountedBans;
}

const PLACE_TEXT: Readonly<Record<ConcernPlace, string>> = {
  group: 'In a registered group',
  'other-group': 'In another group',
  direct: 'In messages between people',
  email: 'By email',
  'other-online': 'Elsewhere online',
  'in-person': 'Face to face, or on the phone',
};

const ENDING_TEXT: Readonly<Record<ConcernEnding, string>> = {
  open: 'Not ended yet',
  case: 'A case was opened',
  ...EXIT_NAMES,
};
const ENDINGS: readonly ConcernEnding[] = [
  'open',
  'case',
  'moderator-matter',
  'complaint',
  'staff-route',
  'pupil-route',
  'not-for-school',
  'no-further-action',
];

const REVIEW_TEXT: Readonly<Record<ReviewResult, string>> = {
  upheld: 'The outcome stood',
  varied: 'The outcome was made lighter',
  replaced: 'Another outcome took its place',
};

const EQUALITY_ROWS: readonly (readonly [Choice, string])[] = [
  ['nothing-raised', 'Nothing of this kind was raised'],
  ['raised-and-checked', 'Raised, and looked into on its own'],
  ['raised-not-checked', 'Raised, and still to be looked into'],
];

/** Counts things by a label, in the order the labels come first. */
function countBy(labels: readonly string[]): readonly CountRow[] {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  return [...counts].map(([label, count]) => ({ label, count }));
}

/** Counts things by codes that all have a row, those that never came with 0. */
function countAll<Code extends string>(
  texts: readonly (readonly [Code, string])[],
  codes: readonly Code[],
): readonly CountRow[] {
  return texts.map(([code, label]) => ({ label, count: codes.filter((each) => each === code).length }));
}

const byLabel = (rows: readonly CountRow[]) =>
  rows.toSorted((one, other) => one.label.localeCompare(other.label, 'en-GB', { numeric: true }));

/** The number of school days to the first contact, where enough cases had one for it to point at nobody. */
function firstContactOf(cases: readonly CountedCase[], calendar: SchoolCalendar): number | undefined {
  const days = cases.flatMap(({ openedOn, firstContactOn }) =>
    firstContactOn ? [schoolDaysUntil(calendar, openedOn, firstContactOn)] : [],
  );
  return days.length < SMALLEST ? undefined : median(days);
}

const entries = <Code extends string>(texts: Readonly<Record<Code, string>>, codes: readonly Code[]) =>
  codes.map((code) => [code, texts[code]] as const);

/** The report of a term: counts only, the small ones hidden so that no table gives another's away (rule 40). */
export function makeReport(facts: TermFacts, calendar: SchoolCalendar): ShownReport {
  const { concerns, cases, equality, reviews, bans } = facts;
  const places = entries(PLACE_TEXT, CONCERN_PLACES);
  const results = entries(REVIEW_TEXT, ['upheld', 'varied', 'replaced']);
  const outcomes = showParts(
    byLabel(countBy(cases.map(({ outcome }) => outcome?.label ?? 'Not decided yet'))),
  );
  const refs = cases.flatMap(({ clauses }) => [...new Set(clauses.map(({ ref }) => ref))]);
  const firstContact = outcomes.total.least < SMALLEST ? undefined : firstContactOf(cases, calendar);
  const brought = showParts(
    countAll(
      places,
      concerns.map(({ place }) => place),
    ),
  );
  const endings = countAll(
    entries(ENDING_TEXT, ENDINGS),
    concerns.map(({ ending }) => ending),
  );
  return {
    concerns: brought,
    endings: showSome(endings, brought.total) ?? null,
    outcomes,
    clauses: showOverlapping(byLabel(countBy(refs.map((ref) => `Clause ${ref}`))), outcomes.total) ?? null,
    equality: showSome(countAll(EQUALITY_ROWS, equality), outcomes.total) ?? null,
    reviews: showParts(countAll(results, reviews)),
    bans: showParts([
      { label: 'In force on the last day', count: bans.active },
      { label: 'Whose review began in the term', count: bans.reviewed },
      { label: 'Not imposed, changed or lifted after the parent had their say', count: bans.heeded },
      { label: 'Decided as proposed after the parent had their say', count: bans.unchanged },
    ]),
    firstContact: firstContact ?? null,
  };
}
