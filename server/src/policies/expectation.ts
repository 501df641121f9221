import {
  type Clause,
  type ClauseTopic,
  findClause,
  type PolicyDocument,
  setClauseKind,
} from '@handbell/policy';

/** Subjects on which people may say unwelcome things: a clause about nothing else is an expectation only (rule 19). */
const PROTECTED: readonly ClauseTopic[] = ['grievance', 'politics', 'disrepute', 'policy-challenge'];

/** What a clause's own words are about, whatever a person ticked: its topics as they are proposed afresh. */
function topicsOfWords(document: PolicyDocument, clause: Clause): readonly ClauseTopic[] {
  const away = setClauseKind(document, clause.id, 'text');
  return findClause(setClauseKind(away, clause.id, clause.kind), clause.id)?.clause.topics ?? [];
}

/**
 * Whether a clause can be no more than an expectation, because its words are only about views or grievances, politics,
 * the school's good name or challenging policies (S24, S25, S38, S41, rules 17 and 19). A clause that says something
 * else as well can be a rule, for that other part.
 */
export function isExpectationOnly(document: PolicyDocument, clause: Clause): boolean {
  const topics = topicsOfWords(document, clause);
  return topics.length > 0 && topics.every((topic) => PROTECTED.includes(topic));
}
