/** A piece of a letter's text: a paragraph, an item of a list, or room to write by hand. */
export interface Block {
  readonly kind: 'paragraph' | 'item' | 'room';
  readonly text: string;
}

const ITEM = /^\s*[-•*]\s+/u;
const ROOM = /^\s*_{4,}\s*$/u;

function piece(lines: readonly string[]): readonly Block[] {
  const blocks: { kind: Block['kind']; text: string }[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (ROOM.test(line)) blocks.push({ kind: 'room', text: '' });
    else if (ITEM.test(line)) blocks.push({ kind: 'item', text: line.replace(ITEM, '').trim() });
    else if (last && last.kind !== 'room') last.text = `${last.text} ${line.trim()}`;
    else blocks.push({ kind: 'paragraph', text: line.trim() });
  }
  return blocks;
}

/**
 * Reads the text somebody typed for a letter: an empty line begins a new paragraph, a line that begins with a hyphen
 * is an item of a list, and a line of four underscores or more leaves room to write by hand. Nothing else means anything,
 * so any text comes out as it was typed.
 */
export function readBlocks(text: string): readonly Block[] {
  return text
    .split(/\n\s*\n/u)
    .flatMap((part) => piece(part.split('\n').filter((line) => line.trim() !== '')));
}
