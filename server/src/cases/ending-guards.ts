import { Temporal } from 'temporal-polyfill';
import { SENTENCE_WORDS } from './deeds.ts';
import { ladderOf } from './facts.ts';
import { findOutcome } from './outcomes.ts';
import { type Condition, one, outcomeOf } from './request.ts';

const { compare } = Temporal.PlainDate;

/** The conditions of what an outcome begins, and of how a record ends. */
export const ENDING_GUARDS = {
  'handling-chosen': one(({ facts }) => {
    if (!facts.handling) return { code: 'feedback-first' };
    return facts.handling === 'feedback' ? { code: 'is-feedback' } : undefined;
  }),
  'handled-as-feedback': one(({ facts }) =>
    facts.handling === 'feedback' ? undefined : { code: 'not-feedback' },
  ),
  // An outcome that goes to somebody outside is issued when it has gone.
  'instrument-ready': one((request) => {
    const kind = outcomeOf(request)?.kind;
    const { facts } = request;
    if (kind === 'authorities' && facts.referralsMade === 0) return { code: 'referral-not-made' };
    return kind === 'legal-advice' && !facts.privileged ? { code: 'no-lawyer-asked' } : undefined;
  }),
  // A ban or a plan that was decided must have been settled in its own room before the case closes.
  'instrument-settled': one(({ facts }) => {
    const instrument = findOutcome(ladderOf(facts), facts.decision?.outcome ?? '')?.instrument;
    if (!instrument || instrument === 'meeting') return undefined;
    const stage = facts.instruments[instrument];
    return stage === 'settled' || stage === 'ended' ? undefined : { code: 'instrument-open', instrument };
  }),
  'nothing-holds-record': one(({ deed, facts }) => {
    const held = (deed.act === 'erase' && deed.holds > 0) || facts.policeHold;
    return held ? { code: 'record-held' } : undefined;
  }),
  // Rule 37.
  'kept-long-enough': one(({ deed, facts, outside }) => {
    if (deed.act !== 'erase' || !facts.closed) return undefined;
    const due = compare(facts.closed.keepUntil, outside.today) < 0;
    return due || deed.early >= SENTENCE_WORDS
      ? undefined
      : { code: 'too-early', until: facts.closed.keepUntil };
  }),
} as const satisfies Readonly<Record<string, Condition>>;
