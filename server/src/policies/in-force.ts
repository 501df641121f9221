import { Temporal } from 'temporal-polyfill';
import { formatShortDate } from '../ui/index.ts';
import { type SignaturePlace, unsigned } from './signing.ts';

/** What the day a version comes into force is judged by. */
export interface InForceFacts {
  readonly adoptedOn: Temporal.PlainDate;
  readonly places: readonly SignaturePlace[];
  readonly today: Temporal.PlainDate;
  /** From when the version now in force holds, if there is one. */
  readonly previousFrom?: Temporal.PlainDate | undefined;
}

/**
 * The first day a version can have been in force: adopted and signed by then (rule 38), and not before the version it
 * replaces. A school that had its policy on paper can so say since when it holds.
 */
export function earliestInForce({
  adoptedOn,
  places,
  previousFrom,
}: Omit<InForceFacts, 'today'>): Temporal.PlainDate {
  const days = places.flatMap(({ required, signed }) => (required && signed ? [signed.on] : []));
  const all = [adoptedOn, ...days, ...(previousFrom ? [previousFrom] : [])];
  return all.toSorted(Temporal.PlainDate.compare).at(-1) ?? adoptedOn;
}

/** Why a version cannot be in force from a day, in words for the school; undefined when it can (rule 38). */
export function whyNotInForce(facts: InForceFacts, from: Temporal.PlainDate): string | undefined {
  const [missing] = unsigned(facts.places);
  if (missing) return `The ${missing.role} has not signed yet. The policy can be in force once they have.`;
  const earliest = earliestInForce(facts);
  if (Temporal.PlainDate.compare(from, earliest) < 0) {
    return `The policy cannot have been in force before ${formatShortDate(earliest)}: it was not adopted and signed, or another version was in force.`;
  }
  if (Temporal.PlainDate.compare(from, facts.today) > 0) {
    return 'The day must be today or earlier. Come back on the day the policy starts.';
  }
  return undefined;
}
