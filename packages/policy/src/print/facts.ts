import type { PartialDate } from '../document.ts';

/** A signature that was given: who signed in which place, and when. */
export interface GivenSignature {
  readonly slotId: string;
  readonly name: string;
  readonly date: PartialDate;
}

/** What a printed policy says beyond its own text: how this version was adopted, signed and published. */
export interface PrintFacts {
  /** The school's name as it stands at the head; the document's own when absent. */
  readonly schoolName?: string;
  readonly adoption?: { readonly body: string; readonly date: PartialDate; readonly minute?: string };
  readonly signatures?: readonly GivenSignature[];
  /** The version's number or name ("3", "2026/2"); it is printed after the word "Version". */
  readonly version?: string;
  /** Where this version is published. */
  readonly address?: string;
  /** A QR code of the address, as SVG. */
  readonly qrSvg?: string;
  /** What a parent reads above the places on the slip: that not signing has no effect on the child (rule 39). */
  readonly slipNote?: string;
  /** The short code by which the office knows a paper slip. */
  readonly slipCode?: string;
  /** The document's language, as a language tag; British English when absent. */
  readonly language?: string;
  /** Large print: 18 points instead of 12. */
  readonly large?: boolean;
}
