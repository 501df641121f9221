import { findMarker } from '../read/markers.ts';

/** One level of a numbered list, as Word keeps it: the kind of number and its pattern ("%1.%2", "(%3)"). */
interface Level {
  readonly format: string;
  readonly pattern: string;
  readonly start: number;
}

const LEVELS = 9;

function attribute(xml: string, element: string): string | undefined {
  return new RegExp(`<w:${element}\\s[^>]*?w:val="([^"]*)"`, 'u').exec(xml)?.[1];
}

function levelsOf(abstract: string): ReadonlyMap<number, Level> {
  const found = [...abstract.matchAll(/<w:lvl\s[^>]*?w:ilvl="(\d)"[^>]*>([\s\S]*?)<\/w:lvl>/gu)];
  return new Map(
    found.map(([, at = '0', inner = '']) => [
      Number(at),
      {
        format: attribute(inner, 'numFmt') ?? 'decimal',
        pattern: attribute(inner, 'lvlText') ?? '',
        start: Number(attribute(inner, 'start') ?? '1'),
      },
    ]),
  );
}

/** The lists that a document's numbering part defines, by the number that paragraphs name. */
function listsOf(numbering: string): ReadonlyMap<string, ReadonlyMap<number, Level>> {
  const abstracts = new Map(
    [
      ...numbering.matchAll(
        /<w:abstractNum\s[^>]*?w:abstractNumId="(\d+)"[^>]*>([\s\S]*?)<\/w:abstractNum>/gu,
      ),
    ].map(([, id = '', inner = '']) => [id, levelsOf(inner)]),
  );
  const none: ReadonlyMap<number, Level> = new Map();
  return new Map(
    [...numbering.matchAll(/<w:num\s[^>]*?w:numId="(\d+)"[^>]*>([\s\S]*?)<\/w:num>/gu)].map(
      ([, id = '', inner = '']) => [id, abstracts.get(attribute(inner, 'abstractNumId') ?? '') ?? none],
    ),
  );
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  let [left, text] = [Math.min(value, 39), ''];
  for (const [worth, sign] of ROMAN) {
    while (left >= worth) {
      text += sign;
      left -= worth;
    }
  }
  return text;
}

function written(value: number, format: string): string {
  const letter = String.fromCharCode(97 + ((value - 1) % 26));
  if (format === 'lowerLetter') return letter;
  if (format === 'upperLetter') return letter.toUpperCase();
  if (format === 'lowerRoman') return roman(value);
  return format === 'upperRoman' ? roman(value).toUpperCase() : `${value}`;
}

/** Counts one list's paragraphs and says each one's number. */
class Counter {
  readonly #levels: ReadonlyMap<number, Level>;
  #counts: (number | undefined)[] = [];

  constructor(levels: ReadonlyMap<number, Level>) {
    this.#levels = levels;
  }

  /** The number of the next paragraph at a level; undefined for a bullet. */
  next(at: number): string | undefined {
    const level = this.#levels.get(at);
    if (level === undefined) return undefined;
    this.#counts = [...this.#counts.slice(0, at), (this.#counts[at] ?? level.start - 1) + 1];
    if (level.format === 'bullet' || level.format === 'none') return undefined;
    return level.pattern.replace(/%(\d)/gu, (_, digit: string) => {
      const which = Number(digit) - 1;
      const other = this.#levels.get(which);
      return written(this.#counts[which] ?? other?.start ?? 1, other?.format ?? 'decimal');
    });
  }
}

/**
 * Writes the numbers that Word makes by itself ("2.1", "(a)", "(iii)") into the words of a document's main part, where
 * the converter would only count each list from 1.
 * @param main the main part, as XML
 * @param numbering the numbering part, as XML
 */
export function withWordNumbers(main: string, numbering: string): string {
  const lists = listsOf(numbering);
  const counters = new Map<string, Counter>();
  return main.replace(/<w:pPr>([\s\S]*?)<\/w:pPr>/gu, (properties, inner: string) => {
    const numbered = /<w:numPr>([\s\S]*?)<\/w:numPr>/u.exec(inner)?.[1];
    const id = numbered && attribute(numbered, 'numId');
    const levels = id === undefined ? undefined : lists.get(id);
    if (!numbered || id === undefined || levels === undefined) return properties;
    const counter = counters.get(id) ?? new Counter(levels);
    counters.set(id, counter);
    const number = counter.next(Math.min(LEVELS - 1, Number(attribute(numbered, 'ilvl') ?? '0')));
    if (number === undefined || /[<&]/u.test(number) || findMarker(`${number} x`) === undefined)
      return properties;
    return `${properties}<w:r><w:t xml:space="preserve">${number} </w:t></w:r>`;
  });
}
