import { type LooseBlock, layOut } from '../read/blocks.ts';
import { type Understanding, understand } from '../read/understand.ts';
import { ANSWERS } from './answers.ts';
import { BEGINNINGS } from './beginnings.ts';
import { CONDUCT } from './conduct.ts';
import { PEOPLE } from './people.ts';
import type { LibraryClause, LibraryGroup, LibrarySection } from './types.ts';

/** The library: sections of clauses in Handbell's own words, in the order in which a policy says them. */
export const LIBRARY: readonly LibrarySection[] = [...BEGINNINGS, CONDUCT, ...PEOPLE, ...ANSWERS];

/** What a school chose from the library. What it leaves out takes what is usual. */
export interface PolicyChoices {
  readonly schoolName: string;
  readonly title?: string;
  /** The ids of the clauses; those that are usual when absent. */
  readonly clauses?: readonly string[];
  /** What the school filled in, by a clause's id and an option's key. */
  readonly filled?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Clauses in the school's own words, set at the end of the section with this id. */
  readonly own?: readonly { readonly section: string; readonly text: string }[];
  /** When it is next reviewed, as the school writes it ("Spring 2028"). */
  readonly review?: string;
  /** Who signs, by role. */
  readonly signers?: readonly string[];
  /** Whether parents sign a slip. */
  readonly slip?: boolean;
}

/** Choices that name something the library does not have; the message says what. */
export class CompositionError extends Error {
  override readonly name = 'CompositionError';
}

/** Every clause of the library, in order. */
export function libraryClauses(): readonly LibraryClause[] {
  return LIBRARY.flatMap(({ groups }) => groups.flatMap(({ clauses }) => clauses));
}

/** A clause's words with its options filled in; an option left blank takes its usual value. */
export function clauseWords(clause: LibraryClause, filled: Readonly<Record<string, string>> = {}): string {
  return (clause.options ?? []).reduce((text, { key, usual }) => {
    const given = filled[key]?.replace(/\s+/gu, ' ');
    return text.replaceAll(`{${key}}`, given === undefined ? usual : given.trim() === '' ? '' : given);
  }, clause.text);
}

/** A list's items end with semicolons, and its last one with a full stop, whichever of them were chosen. */
function punctuated(texts: readonly string[], stem: string | undefined): readonly string[] {
  if (stem === undefined) return texts;
  return texts.map((text, at) => text.replace(/[;.]$/u, at === texts.length - 1 ? '.' : ';'));
}

function groupBlocks(group: LibraryGroup, chosen: ReadonlySet<string>, filled: PolicyChoices['filled']) {
  const clauses = group.clauses.filter(({ id }) => chosen.has(id));
  const texts = punctuated(
    clauses.map((clause) => clauseWords(clause, filled?.[clause.id])),
    group.stem,
  );
  if (group.stem === undefined) return texts.map((text): LooseBlock => ({ kind: 'paragraph', text }));
  if (texts.length === 0) return [];
  const items = texts.map((text): LooseBlock => ({ kind: 'item', text, level: 0, listed: true }));
  return [{ kind: 'paragraph', text: group.stem } satisfies LooseBlock, ...items];
}

function checked({ clauses, filled = {}, own = [] }: PolicyChoices): ReadonlySet<string> {
  const known = new Map(libraryClauses().map((clause) => [clause.id, clause]));
  const strange = [...(clauses ?? []), ...Object.keys(filled)].find((id) => !known.has(id));
  if (strange !== undefined) throw new CompositionError(`The library has no clause "${strange}".`);
  const section = own.find((one) => !LIBRARY.some(({ id }) => id === one.section));
  if (section) throw new CompositionError(`The library has no section "${section.section}".`);
  return new Set(clauses ?? libraryClauses().flatMap(({ id, usual }) => (usual ? [id] : [])));
}

const SLIP: readonly LooseBlock[] = [
  { kind: 'rule', text: '.'.repeat(70) },
  { kind: 'paragraph', text: 'I have read this policy and I agree to keep to it.' },
  ...['Name', 'Class', 'Signed', 'Date'].map(
    (label): LooseBlock => ({ kind: 'paragraph', text: `${label}: ${'.'.repeat(40)}` }),
  ),
];

/**
 * Composes a whole policy from the library. The result is read as a school's own file would be, so it is the same kind of
 * document, with the same questions about what is still missing.
 * @throws CompositionError when a clause or a section is not in the library
 */
export function composePolicy(choices: PolicyChoices): Understanding {
  const chosen = checked(choices);
  const { schoolName, filled, own = [], review, signers = ['Chair of Governors', 'Headteacher'] } = choices;
  const title = choices.title ?? 'Policy and Code of Conduct for WhatsApp groups';
  const sections = LIBRARY.flatMap(({ id, heading, groups }): readonly LooseBlock[] => {
    const extra = own.filter(({ section }) => section === id);
    const blocks = [
      ...groups.flatMap((group) => groupBlocks(group, chosen, filled)),
      ...extra.map(({ text }): LooseBlock => ({ kind: 'paragraph', text })),
    ];
    return blocks.length === 0 ? [] : [{ kind: 'heading', text: heading, level: 2 }, ...blocks];
  });
  const blocks: readonly LooseBlock[] = [
    { kind: 'paragraph', text: schoolName },
    { kind: 'heading', text: title, level: 1 },
    ...(review === undefined ? [] : [{ kind: 'paragraph', text: `Date of review: ${review}` } as const]),
    ...sections,
    ...signers.map(
      (role): LooseBlock => ({ kind: 'paragraph', text: `Signed: ${'.'.repeat(40)} (${role})` }),
    ),
    ...(choices.slip === false ? [] : SLIP),
  ];
  return understand(layOut(blocks), title);
}
