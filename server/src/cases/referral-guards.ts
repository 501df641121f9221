import { SENTENCE_WORDS } from './deeds.ts';
import { type Condition, one } from './request.ts';

/** The conditions of going to somebody outside: the three locks of a referral (rule 15), holds, and legal advice. */
export const REFERRAL_GUARDS = {
  'no-referral-open': one(({ facts }) => (facts.referral ? { code: 'referral-open' } : undefined)),
  // Locks one and two. Danger to life opens them all.
  'threshold-met': ({ deed }) => {
    if (deed.act !== 'ask-referral' || deed.danger) return [];
    const facts = deed.grounds.length > 0 && deed.dated > 0 && deed.words.facts >= SENTENCE_WORDS;
    const tried = deed.tried.length > 0 && deed.words.tried >= SENTENCE_WORDS;
    return [
      ...(facts ? [] : [{ code: 'no-threshold' } as const]),
      ...(tried ? [] : [{ code: 'nothing-tried' } as const]),
    ];
  },
  'referral-open': one(({ facts }) => (facts.referral ? undefined : { code: 'no-referral' })),
  // Lock three.
  'referral-cleared': one(({ facts: { referral } }) =>
    referral && !referral.danger && !referral.approvedBy ? { code: 'not-approved' } : undefined,
  ),
  'police-hold-on': one(({ facts }) => (facts.policeHold ? undefined : { code: 'no-police-hold' })),
  'police-hold-off': one(({ facts }) => (facts.policeHold ? { code: 'police-held' } : undefined)),
  'lawyer-reason': one(({ deed }) =>
    deed.act === 'ask-lawyer' && deed.words < SENTENCE_WORDS ? { code: 'no-question' } : undefined,
  ),
  'lawyer-asked': one(({ facts }) => (facts.privileged ? undefined : { code: 'no-lawyer-asked' })),
} as const satisfies Readonly<Record<string, Condition>>;
