import { FIELDS, type FieldName } from './fields.ts';
import type { DocumentKind } from './rules.ts';
import { type FieldValues, fill, type TemplatePart, type Wording } from './template.ts';
import { TEMPLATES } from './templates.ts';

/** One part of a document, filled in. A locked part is what every such document must say; the rest is written by a person. */
export interface Section {
  readonly id: string;
  /** Printed above the part; empty for the opening. */
  readonly heading: string;
  readonly text: string;
  readonly locked: boolean;
  /** For a part somebody writes: what belongs there. */
  readonly hint: string;
  /** What the part must say and the record does not know yet, in words. */
  readonly missing: readonly string[];
}

/** Parts as somebody changed them, by their id. */
export type Changed = Readonly<Record<string, string>>;

const unknownOf = (needs: readonly FieldName[], values: FieldValues): readonly string[] =>
  needs.filter((name) => (values[name] ?? '').trim() === '').map((name) => FIELDS[name]);

function sectionOf(
  { id, heading, text, locked, hint, needs }: TemplatePart,
  values: FieldValues,
  written: string | undefined,
): Section {
  return {
    id,
    heading,
    text: written ?? fill(text, values),
    locked,
    hint,
    missing: written === undefined ? unknownOf(needs, values) : [],
  };
}

/** A document's template in the words that a school has for it; Handbell's where it has none. */
export function partsNow(kind: DocumentKind, wording: Wording = {}): readonly TemplatePart[] {
  return TEMPLATES[kind].map((part) => {
    const own = Object.hasOwn(wording, part.id) ? wording[part.id] : undefined;
    return own ? { ...part, heading: own.heading, text: own.text } : part;
  });
}

/**
 * The parts of a document: its template filled in with what is known, with the parts that a person wrote anew. A part
 * that demands nothing and comes out empty is left out.
 * @param changed what somebody wrote for parts that are not locked
 */
export function composeParts(
  parts: readonly TemplatePart[],
  values: FieldValues,
  changed: Changed = {},
): readonly Section[] {
  return parts.flatMap((part) => {
    const written = part.locked || !Object.hasOwn(changed, part.id) ? undefined : changed[part.id];
    const section = sectionOf(part, values, written);
    const idle = part.locked && section.text === '' && section.missing.length === 0;
    return idle ? [] : [section];
  });
}

/** The same for a kind of document in the words that it has now. */
export const composeSections = (
  kind: DocumentKind,
  values: FieldValues,
  changed: Changed = {},
  wording: Wording = {},
): readonly Section[] => composeParts(partsNow(kind, wording), values, changed);
