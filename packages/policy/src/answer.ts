import type { DoubtChange, PolicyDocument } from './document.ts';
import {
  setClauseForce,
  setClauseKind,
  setClausePolarity,
  setClauseTopics,
  setGroupTypes,
  setReviewDate,
} from './edit.ts';

/**
 * Applies the answer to a doubt. The doubt itself is settled by whoever keeps it (`remainingDoubts` tells which others
 * the change has answered).
 * @throws PolicyEditError when a clause that the answer is about is not there any more
 */
export function applyAnswer(document: PolicyDocument, change: DoubtChange): PolicyDocument {
  switch (change.set) {
    case 'keep':
      return document;
    case 'kind':
      return change.clauseIds.reduce((changed, id) => setClauseKind(changed, id, change.kind), document);
    case 'polarity':
      return change.clauseIds.reduce(
        (changed, id) => setClausePolarity(changed, id, change.polarity),
        document,
      );
    case 'topics':
      return setClauseTopics(document, change.clauseId, change.topics);
    case 'force':
      return setClauseForce(document, change.clauseId, change.force);
    case 'groups':
      return setGroupTypes(document, change.types);
    case 'review':
      return setReviewDate(document, change.date);
  }
}
