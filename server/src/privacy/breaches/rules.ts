import { Temporal } from 'temporal-polyfill';

/** Where a breach of data stands. */
export const BREACH_STATES = ['open', 'decided', 'closed'] as const;
export type BreachState = (typeof BREACH_STATES)[number];

export const BREACH_ACTS = ['decide', 'notify', 'close'] as const;
export type BreachAct = (typeof BREACH_ACTS)[number];

/** From each state, by each act, to which state; null where there is no way. */
const TRANSITIONS: Readonly<Record<BreachState, Readonly<Record<BreachAct, BreachState | null>>>> = {
  open: { decide: 'decided', notify: null, close: null },
  decided: { decide: 'decided', notify: 'decided', close: 'closed' },
  closed: { decide: null, notify: null, close: null },
};

/** What of a breach decides which act it takes. */
export interface BreachFacts {
  readonly state: BreachState;
  /** Whether the regulator is to be told; undefined until it was decided. */
  readonly notify: boolean | undefined;
  readonly notified: boolean;
}

/**
 * Where an act leads; null where there is no way. What was told cannot be decided again, nothing is told that was not
 * decided to be, and nothing closes while the telling is due.
 */
export function breachAfter({ state, notify, notified }: BreachFacts, act: BreachAct): BreachState | null {
  if (act === 'decide' && notified) return null;
  if (act === 'notify' && (notify !== true || notified)) return null;
  if (act === 'close' && notify === true && !notified) return null;
  return TRANSITIONS[state][act];
}

/** Hours from knowing of a breach in which the regulator is told (UK GDPR Article 33): nights and holidays count. */
const NOTIFY_HOURS = 72;

/** The last moment to tell the regulator of a breach that the school came to know of at a moment (rule 36). */
export function notifyBy(known: Temporal.Instant): Temporal.Instant {
  return known.add({ hours: NOTIFY_HOURS });
}

/** Whether the 72 hours of a breach are over. */
export function isLate(
  { notifyBy: by }: { readonly notifyBy: Temporal.Instant },
  now: Temporal.Instant,
): boolean {
  return Temporal.Instant.compare(now, by) > 0;
}

export const BREACH_STATE_TEXT: Readonly<Record<BreachState, string>> = {
  open: 'To decide',
  decided: 'Decided',
  closed: 'Closed',
};
