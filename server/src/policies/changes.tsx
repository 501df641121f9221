import { type ClauseChange, type Comparison, compare, type PolicyDocument } from '@handbell/policy';
import { Details, EmptyState, formatCount, WordChanges } from '../ui/index.ts';

const GROUPS: readonly {
  readonly title: string;
  readonly holds: (change: ClauseChange) => boolean;
}[] = [
  { title: 'New', holds: ({ about }) => about === 'added' },
  { title: 'Taken out', holds: ({ about }) => about === 'removed' },
  { title: 'Put in other words', holds: ({ about, minor }) => about === 'reworded' && minor !== true },
  { title: 'What can follow', holds: ({ about }) => about === 'force' || about === 'kind' },
  { title: 'Moved', holds: ({ about }) => about === 'moved' },
  { title: 'Only commas and capitals', holds: ({ minor }) => minor === true },
];

/** How many things differ between two versions, in words: "3 changes". */
export function changesInWords({ clauses, facts }: Comparison): string {
  const count = clauses.length + facts.length;
  return count === 0 ? 'No changes' : formatCount(count, 'change', 'changes');
}

function Change({ change }: { change: ClauseChange }) {
  const { sentence, words } = change;
  return (
    <li>
      <bdi>{sentence}</bdi>
      {words && (
        <Details summary="The whole of it">
          <WordChanges words={words} />
        </Details>
      )}
    </li>
  );
}

/** How one version differs from an earlier one, clause by clause and then in what it lays down, in plain words. */
export function Changes({ before, after }: { before: PolicyDocument; after: PolicyDocument }) {
  const comparison = compare(before, after);
  const { clauses, facts } = comparison;
  if (clauses.length + facts.length === 0) {
    return <EmptyState title="Nothing is different">Both versions say the same.</EmptyState>;
  }
  return (
    <>
      <p class="hb-lead">{changesInWords(comparison)}.</p>
      {facts.length > 0 && (
        <>
          <h2>What the policy lays down</h2>
          <ul>
            {facts.map(({ sentence }) => (
              <li>
                <bdi>{sentence}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {GROUPS.map(({ title, holds }) => ({ title, list: clauses.filter(holds) }))
        .filter(({ list }) => list.length > 0)
        .map(({ title, list }) => (
          <>
            <h2>
              {title} ({list.length})
            </h2>
            <ul>
              {list.map((change) => (
                <Change change={change} />
              ))}
            </ul>
          </>
        ))}
    </>
  );
}
