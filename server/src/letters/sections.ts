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
  own: Wording[string] | undefined,
  written: string | undefined,
): Section {
  return {
    id,
    heading: own?.heading ?? heading,
    text: written ?? fill(own?.text ?? text, values),
    locked,
    hint,
    missing: written === undefined ? unknownOf(needs, values) : [],
  };
}

/**
 * The parts of a document: its template filled in with what is known, with the parts that a person wrote anew. A part
 * that demands nothing and comes out empty is left out.
 * @param changed what somebody wrote for parts that are not locked
 * @param wording the school's own wording; Handbell's where there is none
 */
export function composeSections(
  kind: DocumentKind,
  values: FieldValues,
  changed: Changed = {},
  wording: Wording = {},
): readonly Section[] {
  return TEMPLATES[kind].flatMap((part) => {
    const written = part.locked || !Object.hasOwn(changed, part.id) ? undefined : changed[part.id];
    const own = Object.hasOwn(wording, part.id) ? wording[part.id] : undefined;
    const section = sectionOf(part, values, own, written);
    const idle = part.locked && section.text === '' && section.missing.length === 0;
    return idle ? [] : [section];
  });
}
