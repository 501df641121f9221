import type { Block } from './blocks.ts';

const SUBJECT =
  /\b(?:policy|code of conduct|guidelines?|guidance|agreement|charter|protocol|code|do['’]?s and don['’]?ts|answered|handbook|acceptable use|etiquette|rules|use of|expectations|polisi|canllawiau|cod ymddygiad)\b/iu;
const ABOUT =
  /\b(?:whatsapp|social media|messag\w+|group chats?|chat groups?|class groups?|parents?|carers?|grwpiau|rhieni|online)\b/iu;
const LOOK_AHEAD = 10;

/** Which blocks say the title, and the title they say. */
export interface FoundTitle {
  readonly indexes: readonly number[];
  readonly title?: string;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function isSentence(block: Block): boolean {
  return (
    block.kind === 'item' || block.text.length > 170 || (/[.;,]$/u.test(block.text) && block.text.length > 60)
  );
}

/** The heading near the top that the file itself marks as the only one of the highest level. */
function soleTopHeading(
  blocks: readonly Block[],
  limit: number,
  taken: (index: number) => boolean,
): number | undefined {
  const highest = Math.min(...blocks.flatMap(({ kind, level }) => (kind === 'heading' ? [level] : [])));
  const top = blocks.flatMap(({ kind, level }, index) =>
    kind === 'heading' && level === highest ? [index] : [],
  );
  const [only] = top;
  return top.length === 1 && only !== undefined && only < limit && !taken(only) ? only : undefined;
}

/**
 * Finds the document's title near its top: a short line about a policy or code for groups of parents, with its
 * second line and its repeats. A letter has none.
 * @param taken whether a block is already known to be something else
 */
export function findTitle(blocks: readonly Block[], taken: (index: number) => boolean): FoundTitle {
  const body = blocks.findIndex((block, index) => !taken(index) && isSentence(block));
  const limit = Math.min(blocks.length, LOOK_AHEAD, body < 0 ? blocks.length : body);
  const likely = [...Array(limit).keys()].filter((index) => {
    const block = blocks[index];
    return block !== undefined && !taken(index) && block.kind !== 'rule' && SUBJECT.test(block.text);
  });
  const subject = blocks.findIndex(
    (block, index) => !taken(index) && /^re:?\s/iu.test(block.text) && index < LOOK_AHEAD,
  );
  const at =
    (subject < 0 ? undefined : subject) ??
    likely.find((index) => ABOUT.test(blocks[index]?.text ?? '')) ??
    likely[0] ??
    soleTopHeading(blocks, limit, taken);
  const first = at === undefined ? undefined : blocks[at];
  if (at === undefined || first === undefined || first.text.endsWith(':')) return { indexes: [] };
  const indexes = [at];
  let title = first.text;
  const next = blocks[at + 1];
  if (next && at + 1 < limit && !taken(at + 1) && /^(?:for|of|on|in|and|&|\()/u.test(next.text)) {
    indexes.push(at + 1);
    title = `${title} ${next.text}`;
  }
  for (let again = (indexes.at(-1) ?? at) + 1; again < limit; again++) {
    if (!taken(again) && plain(blocks[again]?.text ?? '') === plain(title)) indexes.push(again);
  }
  return { indexes, title: title.replace(/^re:?\s+/iu, '') };
}

/** Whether a block says nothing but one of the school's names. */
export function isSchoolLine(text: string, names: readonly string[]): boolean {
  return names.some((name) => plain(name) === plain(text));
}
