import type { ClauseKey } from '@handbell/conduct';
import {
  CLAUSE_TOPICS,
  type Clause,
  type ClauseTopic,
  citableClauses,
  type PolicyDocument,
} from '@handbell/policy';

/** Where something is better taken than to a group, from the nearest person upwards (S34). */
export type Place = 'teacher' | 'office' | 'head' | 'governors' | 'concern' | 'elsewhere';

/** Why a subject goes wrong in a group, what to do instead, and where to take it. */
interface Advice {
  readonly why: string;
  readonly instead: string;
  readonly place: Place;
}

const ADVICE: Readonly<Record<ClauseKey, Advice>> = {
  grievance: {
    why: 'A group cannot put a complaint right, and the person it is about often cannot answer there.',
    instead: 'Take it to the people who can put it right.',
    place: 'teacher',
  },
  'policy-challenge': {
    why: 'You may disagree with a rule or a decision. The group cannot change it; the school can.',
    instead: 'Tell the school what should change, and why.',
    place: 'head',
  },
  child: {
    why: 'Other families can often tell which child is meant, even without a name.',
    instead: 'Speak about a child in private.',
    place: 'teacher',
  },
  abuse: {
    why: 'A remark about a person hurts, and it stays on every phone in the group.',
    instead: 'Say what happened, and leave out what you think of the person.',
    place: 'office',
  },
  anger: {
    why: 'On a phone, anger reads louder than it was meant.',
    instead: 'Wait until tomorrow, then say what you need in plain words. Or ring.',
    place: 'office',
  },
  threat: {
    why: 'It can frighten people even when it is not meant.',
    instead: 'If somebody is in danger, call 999. Otherwise leave it out and talk to the school.',
    place: 'head',
  },
  defamation: {
    why: 'A damaging thing told as a fact may harm somebody who did nothing, and may bring its writer trouble.',
    instead: 'Tell the school in private what you saw yourself.',
    place: 'head',
  },
  disrepute: {
    why: 'You may criticise the school. It can only put right what it hears.',
    instead: 'Tell the school or its governors what should be better.',
    place: 'governors',
  },
  discrimination: {
    why: 'Everybody in the group should feel welcome, whoever they are.',
    instead: 'Leave it out. If somebody was treated unfairly, tell the school.',
    place: 'concern',
  },
  politics: {
    why: 'You may hold any view. This group is for school matters.',
    instead: 'Keep it for another place.',
    place: 'elsewhere',
  },
  private: {
    why: 'It reaches everybody in the group.',
    instead: 'Send it to that person alone.',
    place: 'elsewhere',
  },
};

/** Whether the checker knows a topic: a policy can speak of more. */
function isChecked(topic: ClauseTopic): topic is ClauseTopic & ClauseKey {
  return Object.hasOwn(ADVICE, topic);
}

/** A subject that the policy speaks of: its clauses, and the better way. */
export interface Subject extends Advice {
  readonly topic: ClauseKey;
  readonly clauses: readonly Clause[];
}

/** The clauses about the conduct of people in a group, as far as they are about a subject that can be checked. */
export function checkedClauses(document: Pick<PolicyDocument, 'sections'>): readonly Clause[] {
  return citableClauses(document, { expectations: true }).filter(
    ({ topics, addressee }) => topics.some(isChecked) && addressee === undefined,
  );
}

/** The subjects that a policy speaks of, with its own clauses; a subject it has no clause about is left out. */
export function subjectsOf(document: Pick<PolicyDocument, 'sections'>): readonly Subject[] {
  const clauses = checkedClauses(document);
  return CLAUSE_TOPICS.filter(isChecked).flatMap((topic) => {
    const own = clauses.filter(({ topics }) => topics.includes(topic));
    return own.length === 0 ? [] : [{ topic, clauses: own, ...ADVICE[topic] }];
  });
}
