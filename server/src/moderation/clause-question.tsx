import type { PolicyDocument } from '@handbell/policy';
import { Button } from '../ui/index.ts';
import { ClauseItem } from './code-list.tsx';
import { checkedClauses } from './subjects.ts';

/** Words that somebody submitted, in the order of the talk. */
export interface SubmittedWords {
  readonly speaker: string;
  readonly text: string;
  /** Stands there only so that the rest is understood: nothing is said about it. */
  readonly context?: boolean;
}

/** The script of {@link ClauseQuestion}, for the page it stands on. */
export const CLAUSE_QUESTION_SCRIPT = 'clause-question.js';

interface Props {
  readonly document: Pick<PolicyDocument, 'sections'> | undefined;
  readonly words: readonly SubmittedWords[];
}

/**
 * "Which clauses might this touch?": worked out on the asker's own computer and only when they ask (rule 33). Explained,
 * in the policy's order and never as a rank; it fills nothing in and is kept nowhere. Without scripts it is not there.
 */
export function ClauseQuestion({ document, words }: Props) {
  const clauses = document ? checkedClauses(document) : [];
  if (clauses.length === 0 || words.length === 0) return null;
  return (
    <section data-clause-question hidden aria-label="A second look at the clauses">
      <p class="hb-quiet">
        A second look, if you want one. It is worked out on this computer: nothing is sent and nothing is
        kept. It can be wrong, and it decides nothing.
      </p>
      <Button type="button" kind="secondary">
        Which clauses might this touch?
      </Button>
      <div role="status" data-suggestion />
      <ul hidden data-words>
        {words.map(({ speaker, text, context }) => (
          <li data-speaker={speaker} data-context={context === true ? 'yes' : undefined}>
            {text}
          </li>
        ))}
      </ul>
      <ul hidden data-code>
        {clauses.map((clause) => (
          <ClauseItem clause={clause} />
        ))}
      </ul>
    </section>
  );
}
