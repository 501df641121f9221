/** A run of words that stayed, was added, or was taken out. */
interface Run {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Words that stayed, came and went, so that eyes and screen readers both tell them apart. */
export function WordChanges({ words }: { words: readonly Run[] }) {
  return (
    <p dir="auto">
      {words.map(({ kind, text }) => {
        if (kind === 'same') return `${text} `;
        return <>{kind === 'added' ? <ins>{text}</ins> : <del>{text}</del>} </>;
      })}
    </p>
  );
}
