import { Temporal } from 'temporal-polyfill';
import { SENTENCE_WORDS } from './deeds.ts';
import { ladderOf } from './facts.ts';
import { findOutcome, NO_FURTHER_ACTION } from './outcomes.ts';
import { type Condition, one, outcomeOf } from './request.ts';
import { mayReview } from './visibility.ts';

const { compare } = Temporal.PlainDate;

/** The conditions of a review: asked for in time, heard by somebody new, reasoned, and never to the parent's harm. */
export const REVIEW_GUARDS = {
  'open-to-review': one(({ facts }) => {
    if (facts.review) return { code: 'reviewed-already' };
    return facts.decision?.outcome === NO_FURTHER_ACTION ? { code: 'nothing-to-review' } : undefined;
  }),
  // Late is late, and not too late: whoever takes it in says why it is heard all the same.
  'review-in-time': one(({ deed, outside }) => {
    if (deed.act !== 'ask-review') return undefined;
    if (compare(deed.askedOn, outside.today) > 0) return { code: 'review-not-yet' };
    if (deed.words.grounds < 1) return { code: 'no-grounds' };
    const late = compare(deed.askedOn, deed.latest) > 0 && deed.words.late < SENTENCE_WORDS;
    return late ? { code: 'review-late', latest: deed.latest } : undefined;
  }),
  'reviewer-suitable': one(({ deed, facts }) => {
    if (deed.act !== 'name-reviewer') return undefined;
    if (facts.review?.reviewer && facts.review.reviewer === deed.member) return { code: 'reviewer-there' };
    const part = [...facts.investigators, ...facts.deciders, facts.decider, facts.handler];
    return deed.suitable && !part.includes(deed.member) ? undefined : { code: 'unsuitable-person' };
  }),
  // Rules 8 and 11, asked again on the day: somebody may have taken a part since they were named.
  'reviewer-uninvolved': one(({ facts, person }) =>
    mayReview(person, facts) ? undefined : { code: 'reviewer-involved' },
  ),
  'review-reasons': one(({ deed }) =>
    deed.act === 'decide-review' && deed.words < SENTENCE_WORDS ? { code: 'no-reasons' } : undefined,
  ),
  'papers-shared': one(({ deed }) =>
    deed.act === 'decide-review' && !deed.papersShared ? { code: 'papers-not-shared' } : undefined,
  ),
  'next-step-named': one(({ deed }) =>
    deed.act === 'decide-review' && deed.next.length === 0 ? { code: 'no-next-step' } : undefined,
  ),
  // Asking for a review never makes it worse.
  'not-harsher': one((request) => {
    const { deed, facts } = request;
    const { decision } = facts;
    if (deed.act !== 'decide-review' || !decision) return undefined;
    const before = findOutcome(ladderOf(facts), decision.outcome);
    const now = outcomeOf(request);
    const same = deed.outcome === decision.outcome;
    if (deed.result === 'upheld') {
      return same && deed.months === decision.months ? undefined : { code: 'not-what-it-says' };
    }
    const shorter = (deed.months ?? 0) < (decision.months ?? 0);
    if (deed.result === 'varied') return same && shorter ? undefined : { code: 'not-what-it-says' };
    if (same) return { code: 'not-what-it-says' };
    // Something that a letter can tell the parent, and that is less than what there is.
    const less = now && before && (now.sanction ? now.rung < before.rung && before.sanction : true);
    const lighter = less && now.letter !== undefined;
    const longer = (deed.months ?? 0) > (decision.months ?? Number.POSITIVE_INFINITY);
    return lighter && !longer ? undefined : { code: 'harsher' };
  }),
  'reason-to-reopen': one(({ deed }) =>
    deed.act === 'reopen' && deed.words < SENTENCE_WORDS ? { code: 'no-new-information' } : undefined,
  ),
} as const satisfies Readonly<Record<string, Condition>>;
