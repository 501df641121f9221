import type { SignatureSlot } from '../document.ts';
import type { Block } from './blocks.ts';
import { formParts, isFieldLabel } from './labels.ts';

const SIGNED = /^(?:signed|signature|sign|llofnod(?:wyd)?)\b/iu;
const ROLE =
  /\b(?:governors?|head ?-?teacher|head|principal|chair(?:man|woman|person)?|trustees?|director|clerk|executive|manager|pennaeth|cadeirydd|llywodraethwyr?)\b/iu;
const HAS_ROOM = /[._…]{4,}|:\s*$/u;

/** What stands beside a role once somebody has signed: a name and a day. */
const GIVEN = /^[^\d]{2,80}, \d{1,2} \p{L}+ \d{4}$/u;

/** A run of blocks that is a place to sign, and whose it is (S7, S8). */
export interface FoundSignature {
  readonly indexes: readonly number[];
  readonly role?: string;
}

/** What in a signature line is the role: the part that asks for nothing and names an office. */
function roleIn(parts: readonly string[]): string | undefined {
  const rest = parts
    .map((part) => /\(([^()]+)\)$/u.exec(part)?.[1] ?? part)
    .map((part) => part.replace(/^(?:signed|signature)\s*(?:by|of)?\s*/iu, '').replace(/^\(|\)$/gu, ''))
    .filter((part) => part !== '' && !isFieldLabel(part));
  return rest.find((part) => ROLE.test(part)) ?? (rest.length === 1 ? rest[0] : undefined);
}

/** Whether a role's own row says that it has not signed yet, or who did and when. */
function isAnswer([role = '', answer = '']: readonly string[]): boolean {
  return /^not yet signed$/iu.test(answer) || (ROLE.test(role) && GIVEN.test(answer));
}

function isShort(block: Block): boolean {
  return block.text.split(' ').length <= 7 && !/[.;]$/u.test(block.text);
}

/**
 * Finds the places where the school signs: "Signed:" with a role on the same line or the next, or a role followed by
 * room for a signature.
 */
export function findSignatures(source: string, blocks: readonly Block[]): readonly FoundSignature[] {
  const found: FoundSignature[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at];
    if (block === undefined || block.kind === 'rule' || block.text.length > 160) continue;
    const raw = source.slice(...block.span);
    const parts = formParts(raw);
    if (
      SIGNED.test(block.text) &&
      (HAS_ROOM.test(raw) || parts.length > 1 || /^sign(?:ed|ature)$/iu.test(raw))
    ) {
      const role = roleIn(parts);
      const next = blocks[at + 1];
      if (role !== undefined) found.push({ indexes: [at], role });
      else if (
        next &&
        next.kind !== 'rule' &&
        isShort(next) &&
        ROLE.test(next.text) &&
        !SIGNED.test(next.text)
      ) {
        found.push({ indexes: [at, at + 1], role: formParts(next.text)[0] ?? next.text });
        at++;
      } else found.push({ indexes: [at] });
    } else if (parts.length === 2 && isAnswer(parts)) {
      found.push({ indexes: [at], role: parts[0] ?? block.text });
    } else if (ROLE.test(parts[0] ?? '') && /[._…]{4,}/u.test(raw) && isShort(block)) {
      found.push({ indexes: [at], role: parts[0] ?? block.text });
    }
  }
  return found;
}

/** The slots to sign, one a role, in the document's order; a place without a role gives none. */
export function signatureSlots(found: readonly FoundSignature[]): readonly SignatureSlot[] {
  const roles = [...new Set(found.flatMap(({ role }) => (role === undefined ? [] : [role])))];
  return roles.map((role, index) => ({ id: `sig${index + 1}`, role }));
}
