import type { LetterContent } from './content.ts';
import type { Section } from './sections.ts';

/** A piece of a Word file as its reader gives it. */
interface WordBlock {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'rule' | 'page';
  readonly text: string;
  readonly marker?: string;
  readonly listed?: boolean;
}

/** What came back in a Word file. */
export interface CameBack {
  /** The words of each part that a person writes, by its id. */
  readonly parts: Readonly<Record<string, string>>;
  /** Headings that are not there any more, so that nobody knows which part is which. */
  readonly lost: readonly string[];
  /** Headings of parts that cannot be changed in a letter, and were. */
  readonly kept: readonly string[];
}

const OPENING = 'Opening';
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\s\u200B]+/gu, ' ')
    .trim();
/** For telling whether two texts say the same, whatever their line breaks and list marks. */
const bare = (text: string): string =>
  plain(text)
    .replaceAll(/(?:^|\s)[-•*]\s+|\s+|_{4,}/gu, '')
    .toLowerCase();

const wordsOf = ({ marker, text }: WordBlock): string =>
  plain(marker === undefined ? text : `${marker} ${text}`);

/** The text of a part as somebody types it: paragraphs apart, items of a list one below the other. */
function typed(blocks: readonly WordBlock[]): string {
  let text = '';
  let before: 'item' | 'paragraph' | undefined;
  for (const block of blocks) {
    const kind = block.listed === true ? 'item' : 'paragraph';
    const words = kind === 'item' ? `- ${plain(block.text)}` : wordsOf(block);
    if (words === '' || words === '-') continue;
    const gap = before === 'item' && kind === 'item' ? '\n' : '\n\n';
    text += before === undefined ? words : `${gap}${words}`;
    before = kind;
  }
  return text;
}

/** The letter itself: what stands between its title and its closing words. */
function bodyOf(
  { title, greeting, closing }: LetterContent,
  blocks: readonly WordBlock[],
): readonly WordBlock[] {
  const is = (words: string) => (block: WordBlock) => bare(wordsOf(block)) === bare(words);
  const top = [title, greeting].map((words) => blocks.findIndex(is(words))).find((at) => at >= 0) ?? -1;
  const after = blocks.slice(top + 1).filter(({ kind }) => kind !== 'page');
  const end = after.findIndex(is(closing));
  return end < 0 ? after : after.slice(0, end);
}

/** Which blocks belong to which part: a part begins with its heading. */
function apart(
  sections: readonly Section[],
  body: readonly WordBlock[],
): ReadonlyMap<string, readonly WordBlock[]> {
  const heads = new Map(sections.map(({ id, heading }) => [bare(heading), id]));
  const parts = new Map<string, WordBlock[]>();
  let now = sections[0]?.heading === '' ? sections[0].id : undefined;
  if (now !== undefined) parts.set(now, []);
  for (const block of body) {
    const id = heads.get(bare(wordsOf(block)));
    if (id !== undefined && !parts.has(id)) {
      now = id;
      parts.set(id, []);
    } else if (now !== undefined) parts.get(now)?.push(block);
  }
  return parts;
}

/**
 * Reads a letter that came back from Word, part by part. What a letter must say stays as it was, whatever came back.
 * @param content the letter as it went out to Word
 * @param blocks the file, as its reader gives it
 */
export function cameBack(
  content: LetterContent,
  sections: readonly Section[],
  blocks: readonly WordBlock[],
): CameBack {
  const found = apart(sections, bodyOf(content, blocks));
  const there = (section: Section) => found.get(section.id);
  const texts = sections.map((section) => ({ section, text: typed(there(section) ?? []) }));
  return {
    parts: Object.fromEntries(
      texts.flatMap(({ section, text }) => {
        if (section.locked || !there(section)) return [];
        return [[section.id, bare(text) === bare(section.text) ? section.text : text]];
      }),
    ),
    lost: sections.filter((section) => !there(section)).map(({ heading }) => heading || OPENING),
    kept: texts
      .filter(({ section, text }) => section.locked && there(section) && bare(text) !== bare(section.text))
      .map(({ section }) => section.heading || OPENING),
  };
}
