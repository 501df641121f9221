import { Name, Tag } from '../ui/index.ts';
import type { Block } from './blocks.ts';
import type { LetterContent } from './content.ts';
import type { Section } from './sections.ts';

/** Items that follow each other as one list, everything else as paragraphs. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    if (last && block.kind === 'item' && last[0]?.kind === 'item') last.push(block);
    else groups.push([block]);
  }
  return (
    <>
      {groups.map((group) =>
        group[0]?.kind === 'item' ? (
          <ul>
            {group.map(({ text }) => (
              <li dir="auto">{text}</li>
            ))}
          </ul>
        ) : (
          group.map(({ kind, text }) =>
            kind === 'room' ? <p class="hb-quiet">(Room to write by hand)</p> : <p dir="auto">{text}</p>,
          )
        ),
      )}
    </>
  );
}

interface Props {
  readonly content: LetterContent;
  readonly sections: readonly Section[];
  /** What is wrong with a part, by its id. */
  readonly problems: Readonly<Record<string, string>>;
}

/** A letter on the screen: the same words in the same order as it prints. */
export function LetterView({ content, sections, problems }: Props) {
  const { recipient, date, reference, greeting, title, closing, signer, signature, strip, marking } = content;
  return (
    <article aria-label="The letter">
      {marking !== '' && (
        <p>
          <strong>{marking}</strong>
        </p>
      )}
      <p>
        {recipient.map((line) => (
          <>
            <Name>{line}</Name>
            <br />
          </>
        ))}
      </p>
      <p>
        {date}
        <br />
        Our reference: {reference}
      </p>
      {greeting !== '' && (
        <p>
          <Name>{greeting}</Name>
        </p>
      )}
      <h2>{title}</h2>
      {content.sections.map(({ heading, blocks }, index) => {
        const problem = problems[sections[index]?.id ?? ''];
        return (
          <>
            {heading !== '' && <h3>{heading}</h3>}
            {problem !== undefined && (
              <p>
                <Tag kind="urgent">Change this</Tag> {problem}
              </p>
            )}
            <Blocks blocks={blocks} />
          </>
        );
      })}
      <p>{closing}</p>
      <p>
        {signer.map((line) => (
          <>
            <Name>{line}</Name>
            <br />
          </>
        ))}
      </p>
      {signature !== '' && <p>{signature}</p>}
      {strip.length > 0 && <hr />}
      {strip.map(({ lang, text, rtl }) => (
        <p lang={lang} dir={rtl ? 'rtl' : 'ltr'} class="hb-quiet">
          {text}
        </p>
      ))}
    </article>
  );
}
