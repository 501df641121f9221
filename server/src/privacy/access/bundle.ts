import { coverNames, finderOf, NAME_BAR, type Piece } from './cover.ts';
import {
  BAR_TEXT,
  type Decisions,
  type Disclosable,
  EXEMPTION_TEXT,
  isShown,
  type Passage,
  type PassageDecision,
  standingOf,
} from './passage.ts';

/** A passage as it goes out. */
export interface ShownPassage {
  readonly where: string;
  readonly pieces: readonly Piece[];
}

/** Something that was kept back, by the number on its bar. */
export interface Exemption {
  readonly number: number;
  readonly where: string;
  readonly why: string;
}

/** A pack of somebody's own data as it is printed: what was covered is in no part of it (D22). */
export interface Bundle {
  readonly index: readonly { readonly number: number; readonly title: string; readonly passages: number }[];
  readonly records: readonly {
    readonly number: number;
    readonly title: string;
    readonly passages: readonly ShownPassage[];
  }[];
  readonly schedule: readonly Exemption[];
}

/** A record with what was decided about it. */
export interface DecidedRecord {
  readonly record: Disclosable;
  readonly decisions: Decisions;
}

/** Whose names are covered beside the people of each record. */
export interface Covering {
  /** The name of the person whose data it is. */
  readonly own: string;
  /** Other words that would tell who somebody is. */
  readonly words: readonly string[];
}

interface Place {
  readonly title: string;
  readonly passage: Passage;
  readonly standing: PassageDecision;
}

/**
 * Puts the pack together. Names of hidden people are covered in every passage and heading of every record, whichever
 * record they come from; a passage that is not shown leaves a bar with a number, and the schedule says why.
 */
export function composeBundle(all: readonly DecidedRecord[], { own, words }: Covering): Bundle {
  const finder = finderOf(
    all.flatMap(({ record }) => record.hidden),
    words,
    own,
  );
  const schedule: Exemption[] = [];
  let named = false;
  const flat = (text: string) =>
    coverNames(text, finder)
      .map((piece) => (piece.kind === 'bar' ? `[${piece.label}]` : piece.text))
      .join('');
  const piecesOf = ({ title, passage, standing }: Place): readonly Piece[] => {
    if (isShown(standing)) {
      const pieces = coverNames(passage.words, finder);
      named ||= pieces.some(({ kind }) => kind === 'bar');
      return pieces;
    }
    const number = schedule.length + 1;
    schedule.push({ number, where: `${title}: ${flat(passage.where)}`, why: EXEMPTION_TEXT[standing.tag] });
    return [{ kind: 'bar', label: `${BAR_TEXT[standing.tag]} (${number})` }];
  };
  const records = all.map(({ record, decisions }, at) => {
    const title = flat(record.title);
    return {
      number: at + 1,
      title,
      passages: record.passages.map((passage) => ({
        where: flat(passage.where),
        pieces: piecesOf({ title, passage, standing: standingOf(passage, decisions) }),
      })),
    };
  });
  if (named) {
    schedule.push({
      number: schedule.length + 1,
      where: `Bars that say “${NAME_BAR}”`,
      why: EXEMPTION_TEXT['third-party'],
    });
  }
  const index = records.map(({ number, title, passages }) => ({ number, title, passages: passages.length }));
  return { index, records, schedule };
}
