import type { Block } from './blocks.ts';

const GREETING = /^(?:dear|annwyl)\b.{0,80},?$/iu;
const CLOSING =
  /^(?:yours (?:sincerely|faithfully|truly|in partnership)|(?:with )?(?:our |my |very |many )*(?:kind|best|warm|good)(?:est)? (?:regards|wishes)|(?:many |with )?thanks(?: for your (?:support|help|understanding))?|yn gywir|yn ddiffuant|cofion(?: cynnes)?),?$/iu;
const ROLE =
  /\b(?:head ?-?teacher|head of school|principal|chair of (?:the )?(?:governors|pta)|pennaeth)\b/iu;
const MOST_SIGNED_LINES = 4;

/** The parts of a letter that are no clauses, and the role of who signed it. */
export interface FoundLetter {
  readonly greeting: readonly number[];
  readonly closing: readonly number[];
  readonly role?: string;
}

/** Finds a letter's greeting, and its closing with the short lines of name and role under it. */
export function findLetter(blocks: readonly Block[], taken: (index: number) => boolean): FoundLetter {
  const greeting = blocks.findIndex((block, index) => !taken(index) && GREETING.test(block.text));
  const start = blocks.findIndex(
    (block, index) => index > greeting && !taken(index) && CLOSING.test(block.text),
  );
  if (greeting < 0) return { greeting: [], closing: [] };
  if (start < 0) return { greeting: [greeting], closing: [] };
  const closing = [start];
  let role: string | undefined;
  for (let at = start + 1; at < blocks.length && closing.length <= MOST_SIGNED_LINES; at++) {
    const block = blocks[at];
    if (!block || block.kind === 'item' || block.text.length > 60 || /[.:;]$/u.test(block.text)) break;
    if (!taken(at)) closing.push(at);
    role ??= ROLE.exec(block.text)?.[0];
  }
  return { greeting: [greeting], closing, ...(role === undefined ? {} : { role }) };
}
