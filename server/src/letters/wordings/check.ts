import { forbiddenIn, list } from '../check.ts';
import { isField } from '../fields.ts';
import type { DocumentKind } from '../rules.ts';
import { fieldsIn, fill, type TemplatePart, type Wording } from '../template.ts';
import { TEMPLATES } from '../templates.ts';

const TEXT_MAX = 4000;
const HEADING_MAX = 120;

const plain = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();
const braced = (name: string): string => `{${name}}`;

/** The sentences of a text that Handbell's own text does not have: what the school added. */
function addedTo(own: string, text: string): string {
  const known = new Set(sentencesOf(own));
  return sentencesOf(text)
    .filter((sentence) => !known.has(sentence))
    .join(' ');
}

const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?:])\s+|\n+/u).map(plain);

function headingFault({ heading }: TemplatePart, own: string): string | undefined {
  if (heading === '') return undefined;
  if (own.trim() === '') return 'Give this part a heading.';
  return own.length > HEADING_MAX ? `Use ${HEADING_MAX} characters or fewer for the heading.` : undefined;
}

function textFault(kind: DocumentKind, part: TemplatePart, text: string): string | undefined {
  if (text.trim() === '') return 'Write this part: every such document has it.';
  if (text.length > TEXT_MAX) return `Use ${TEXT_MAX.toLocaleString('en-GB')} characters or fewer.`;
  const names = fieldsIn(text);
  const unknown = names.filter((name) => !isField(name));
  if (unknown.length > 0)
    return `There is no field ${list(unknown.map(braced))}. Use the fields named below the box.`;
  if (/[{}]/u.test(text.replaceAll(/\{[^{}]*\}/gu, '')))
    return 'A field has one bracket { before its name and one } after it.';
  const lost = part.needs.filter((name) => !names.includes(name));
  if (lost.length > 0) return `Keep ${list(lost.map(braced))} in this part.`;
  const gone = part.must.find((sentence) => !plain(text).includes(plain(sentence)));
  if (gone !== undefined) {
    return gone === '____'
      ? 'Keep the line of underscores: it leaves room to write.'
      : `Keep the sentence “${gone}”`;
  }
  return forbiddenIn(kind, part.id, fill(addedTo(part.text, text), {}));
}

/**
 * What is wrong with a school's own wording of a document: a field that is unknown or lost, a sentence that must stay,
 * something that such a document must not hold (domain 4). By the part's id; nothing when it can be saved.
 */
export function wordingFaults(kind: DocumentKind, wording: Wording): Readonly<Record<string, string>> {
  const parts = TEMPLATES[kind];
  const headings = parts.map(({ id, heading }) => plain(wording[id]?.heading ?? heading).toLowerCase());
  return Object.fromEntries(
    parts.flatMap((part, at) => {
      const own = wording[part.id];
      if (!own) return [];
      const twice = part.heading !== '' && headings.indexOf(headings[at] ?? '') !== at;
      const fault =
        headingFault(part, own.heading) ??
        (twice ? 'Another part has this heading already.' : textFault(kind, part, own.text));
      return fault === undefined ? [] : [[part.id, fault]];
    }),
  );
}

/** A document's wording in full: what the school wrote, and Handbell's own for the rest. */
export function wholeWording(kind: DocumentKind, wording: Wording): Wording {
  return Object.fromEntries(
    TEMPLATES[kind].map(({ id, heading, text }) => [id, wording[id] ?? { heading, text }]),
  );
}
