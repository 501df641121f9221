import {
  type Addressee,
  CLAUSE_TOPICS,
  type ClauseForce,
  type ClauseKind,
  type ClauseTopic,
  CONDUCT_TOPICS,
} from '../document.ts';
import { gist } from '../text/spans.ts';
import { TOPIC_SIGNS } from './topic-signs.ts';

/** Subjects on which criticism is lawful: a clause about them is an expectation only (rule 19: S24, S25, S38, S41). */
const EXPECTATION_ONLY: readonly ClauseTopic[] = ['grievance', 'politics', 'disrepute', 'policy-challenge'];
const VALUES = /\b(?:ethos|vision|values)\b/iu;

/** The kinds of clause that a parent can keep to or breach. */
export const CONDUCT_KINDS: readonly ClauseKind[] = [
  'guideline',
  'expectation',
  'inappropriate-activity',
  'agreement',
];

/**
 * What a clause is about, in the order of `CLAUSE_TOPICS`. The conduct checker's topics are told only of clauses that can
 * be kept to or breached; the others of every clause.
 */
export function topicsOf(text: string, kind: ClauseKind): readonly ClauseTopic[] {
  const read = gist(text);
  const conduct = CONDUCT_KINDS.includes(kind);
  return CLAUSE_TOPICS.filter(
    (topic) => (conduct || !isConductTopic(topic)) && TOPIC_SIGNS[topic].test(read),
  );
}

function isConductTopic(topic: ClauseTopic): boolean {
  return CONDUCT_TOPICS.some((one) => one === topic);
}

/**
 * Whether a breach of a clause can be answered by a response from the ladder (rule 19). Clauses about grievances,
 * politics, disrepute or challenging policies are expectations only, so is respect for the school's values (S29), and so
 * is everything that is no rule of conduct.
 */
export function forceOf(text: string, kind: ClauseKind, topics: readonly ClauseTopic[]): ClauseForce {
  if (!CONDUCT_KINDS.includes(kind) || kind === 'agreement') return 'expectation';
  if (topics.some((topic) => EXPECTATION_ONLY.includes(topic))) return 'expectation';
  return topics.length === 0 && VALUES.test(gist(text)) ? 'expectation' : 'rule';
}

/** The topics of an expectation-only clause that are not themselves expectation-only: it says two things at once. */
export function mixedTopics(topics: readonly ClauseTopic[]): readonly ClauseTopic[] {
  const rest = topics.filter((topic) => isConductTopic(topic) && !EXPECTATION_ONLY.includes(topic));
  return rest.length < topics.length ? rest : [];
}

/** Those outside the group: what binds them is no rule that a parent can break. */
const OUTSIDE: readonly (Addressee | undefined)[] = ['moderator', 'staff', 'pupil', 'governor'];

/** The force of a clause that binds somebody in particular: only members, carers and visitors can be answered from the ladder. */
export function forceFor(
  addressee: Addressee | undefined,
  text: string,
  kind: ClauseKind,
  topics: readonly ClauseTopic[],
): ClauseForce {
  return OUTSIDE.includes(addressee) ? 'expectation' : forceOf(text, kind, topics);
}
