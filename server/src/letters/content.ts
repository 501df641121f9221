import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../ui/index.ts';
import { type Block, readBlocks } from './blocks.ts';
import { INTERPRETER_STRIP, isRightToLeft } from './interpreter.ts';
import type { Matter } from './matter.ts';
import { LETTER_TEXT, type LetterKind } from './rules.ts';
import type { Section } from './sections.ts';

/** A letter as it is printed, whatever it is printed by: one source for the page, the PDF and the Word file. */
export interface LetterContent {
  readonly title: string;
  readonly school: { readonly name: string; readonly lines: readonly string[] };
  readonly recipient: readonly string[];
  readonly date: string;
  readonly reference: string;
  readonly greeting: string;
  readonly sections: readonly { readonly heading: string; readonly blocks: readonly Block[] }[];
  readonly closing: string;
  readonly signer: readonly string[];
  readonly strip: readonly { readonly lang: string; readonly text: string; readonly rtl: boolean }[];
  readonly large: boolean;
}

const addressLines = (address: string): readonly string[] =>
  address
    .split(/\n|,\s*/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * Puts a letter together.
 * @param day the day it goes out
 * @param large in large print
 */
export function letterContent(
  kind: LetterKind,
  matter: Matter,
  sections: readonly Section[],
  day: Temporal.PlainDate,
  large: boolean,
): LetterContent {
  const { school, recipient, reference, signer } = matter;
  return {
    title: LETTER_TEXT[kind].title,
    school: {
      name: school.name,
      lines: [...addressLines(school.address), school.phone, school.email].filter((line) => line !== ''),
    },
    recipient: [recipient.name, ...addressLines(recipient.address)],
    date: formatDate(day),
    reference,
    greeting: `Dear ${recipient.name}`,
    sections: sections.map(({ heading, text }) => ({ heading, blocks: readBlocks(text) })),
    closing: 'Yours sincerely',
    signer: [signer.name, signer.role, school.name],
    strip: INTERPRETER_STRIP.map((line) => ({ ...line, rtl: isRightToLeft(line) })),
    large,
  };
}
