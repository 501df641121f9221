import type { FieldName } from './fields.ts';

/** One part of a template. Fields stand in its text in braces: {what and day}. */
export interface TemplatePart {
  readonly id: string;
  /** Printed above the part; empty for the opening. */
  readonly heading: string;
  readonly text: string;
  /** Whether it stands in each such document as the template has it, or a person writes on from it. */
  readonly locked: boolean;
  /** For a part that a person writes: what belongs there. */
  readonly hint: string;
  /** Fields that must stand in the part whatever wording a school gives it, and must be known before it goes out. */
  readonly needs: readonly FieldName[];
  /** Sentences that must stand in it word for word. */
  readonly must: readonly string[];
}

/** The wording that a school gave to the parts of one template. */
export type Wording = Readonly<Record<string, { readonly heading: string; readonly text: string }>>;

/** What is put in for the fields. A field that nothing is known of is left out. */
export type FieldValues = Readonly<Partial<Record<FieldName, string>>>;

interface Demands {
  readonly needs?: readonly FieldName[];
  readonly must?: readonly string[];
}

/** A part that says what it must, whoever writes the rest. */
export const fixed = (
  id: string,
  heading: string,
  text: string,
  { needs = [], must = [] }: Demands = {},
): TemplatePart => ({ id, heading, text, locked: true, hint: '', needs, must });

/** A part that a person writes; the text given is where they begin. */
export const open = (
  id: string,
  heading: string,
  text: string,
  hint: string,
  { needs = [], must = [] }: Demands = {},
): TemplatePart => ({ id, heading, text, locked: false, hint, needs, must });

/** Paragraphs, one below the other. */
export const paragraphs = (...text: readonly string[]): string => text.join('\n\n');

/** Items of a list, one a line. */
export const items = (...text: readonly string[]): string => text.map((each) => `- ${each}`).join('\n');

const FIELD = /\{([^{}]*)\}/gu;

/** The names in braces, in their order, known or not. */
export function fieldsIn(text: string): readonly string[] {
  return [...text.matchAll(FIELD)].map(([, name = '']) => name.trim());
}

/**
 * Puts in what is known for each field, in one pass: braces in what is put in mean nothing. What is not known leaves no
 * gap behind.
 */
export function fill(text: string, values: FieldValues): string {
  const known = new Map<string, string>(Object.entries(values));
  return text
    .replaceAll(FIELD, (_, name: string) => known.get(name.trim()) ?? '')
    .replaceAll(/[ \t]+$/gmu, '')
    .replaceAll(/\n{3,}/gu, '\n\n')
    .trim();
}
