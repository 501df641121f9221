import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../ui/index.ts';
import { type Block, readBlocks } from './blocks.ts';
import { INTERPRETER_STRIP, isRightToLeft } from './interpreter.ts';
import { type DocumentKind, LETTER_TEXT, type Reader, type Signed } from './rules.ts';
import type { Section } from './sections.ts';

/** Who writes to whom about what: what every document has beside its parts. */
export interface Head {
  readonly school: {
    readonly name: string;
    readonly address: string;
    readonly phone: string;
    readonly email: string;
  };
  readonly reference: string;
  readonly recipient: { readonly name: string; readonly address: string };
  readonly signer: { readonly name: string; readonly role: string };
}

/** How it is set and signed. */
export interface Look {
  readonly large: boolean;
  /** The languages of the interpreter strip; all that Handbell has when left out. */
  readonly languages?: readonly string[] | undefined;
  /** Unset until it is signed. */
  readonly signed?: Signed | undefined;
}

/** A document as it is printed, whatever it is printed by: one source for the page, the PDF and the Word file. */
export interface LetterContent {
  readonly title: string;
  /** Above everything, for papers that not everybody may read; empty for letters. */
  readonly marking: string;
  readonly school: { readonly name: string; readonly lines: readonly string[] };
  readonly recipient: readonly string[];
  readonly date: string;
  readonly reference: string;
  /** Empty for a record, which greets nobody. */
  readonly greeting: string;
  readonly sections: readonly { readonly heading: string; readonly blocks: readonly Block[] }[];
  readonly closing: string;
  readonly signer: readonly string[];
  /** What a typed signature says of itself; empty without one. */
  readonly signature: string;
  /** Whether room is left to sign by hand. */
  readonly ink: boolean;
  /** A paper of the file, which nobody is written to. */
  readonly record: boolean;
  readonly strip: readonly { readonly lang: string; readonly text: string; readonly rtl: boolean }[];
  readonly large: boolean;
}

const MARKING: Readonly<Record<Reader, string>> = {
  parent: '',
  reporter: '',
  affected: '',
  moderators: '',
  file: 'In confidence',
  lawyer: 'Confidential and privileged',
};

/** Papers of the file are addressed to nobody, greet nobody and need no interpreter. */
const isRecord = (to: Reader): boolean => to === 'file' || to === 'lawyer';

function greetingFor(to: Reader, name: string): string {
  if (isRecord(to)) return '';
  return name === '' ? 'Hello' : `Dear ${name}`;
}

function closingFor(to: Reader): string {
  if (isRecord(to)) return 'Written by';
  return to === 'parent' || to === 'affected' ? 'Yours sincerely' : 'With thanks';
}

const addressLines = (address: string): readonly string[] =>
  address
    .split(/\n|,\s*/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

const filled = (lines: readonly string[]): readonly string[] => lines.filter((line) => line !== '');

/**
 * Puts a document together.
 * @param day the day it goes out
 */
export function letterContent(
  kind: DocumentKind,
  head: Head,
  sections: readonly Section[],
  day: Temporal.PlainDate,
  { large, languages, signed }: Look,
): LetterContent {
  const { school, recipient, reference, signer } = head;
  const { title, to } = LETTER_TEXT[kind];
  const strip = isRecord(to) ? [] : INTERPRETER_STRIP.filter(({ lang }) => languages?.includes(lang) ?? true);
  return {
    title,
    marking: MARKING[to],
    school: {
      name: school.name,
      lines: filled([addressLines(school.address).join(', '), school.phone, school.email]),
    },
    recipient: isRecord(to) ? [] : filled([recipient.name, ...addressLines(recipient.address)]),
    date: formatDate(day),
    reference,
    greeting: greetingFor(to, recipient.name),
    sections: sections.map(({ heading, text }) => ({ heading, blocks: readBlocks(text) })),
    closing: closingFor(to),
    signer: filled([signer.name, signer.role, school.name]),
    ink: signed !== 'typed' && signer.name !== '' && !isRecord(to),
    record: isRecord(to),
    signature: signed === 'typed' ? `Signed by ${signer.name} on ${formatDate(day)}.` : '',
    strip: strip.map((line) => ({ ...line, rtl: isRightToLeft(line) })),
    large,
  };
}
