import { findMarker } from '../read/markers.ts';

/** One level of a numbered list, as Word keeps it: the kind of number and its pattern ("%1.%2", "(%3)"). */
interface Level {
  readonly format: string;
  readonly pattern: string;
  readonly start: number;
  /** The style whose paragraphs stand at this level. */
  readonly style: string | undefined;
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
        style: attribute(inner, 'pStyle'),
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

/** Which list a paragraph or a style names, and which of its levels. */
interface Numbered {
  readonly list: string | undefined;
  readonly level: number | undefined;
}

function numberedBy(properties: string): Numbered {
  const own = /<w:numPr>([\s\S]*?)<\/w:numPr>/u.exec(properties)?.[1] ?? '';
  const level = attribute(own, 'ilvl');
  return { list: attribute(own, 'numId'), level: level === undefined ? undefined : Number(level) };
}

interface Style extends Numbered {
  readonly basedOn: string | undefined;
}

function stylesOf(styles: string): ReadonlyMap<string, Style> {
  return new Map(
    [...styles.matchAll(/<w:style\s[^>]*?w:styleId="([^"]*)"[^>]*>([\s\S]*?)<\/w:style>/gu)].map(
      ([, id = '', inner = '']) => [id, { ...numberedBy(inner), basedOn: attribute(inner, 'basedOn') }],
    ),
  );
}

/** Styles rest on each other a few deep; a file in which they rest on each other in a circle is damaged. */
const DEEPEST = 12;

/** What a style says of numbers, with what it takes from the styles it rests on. */
function numberedByStyle(styles: ReadonlyMap<string, Style>, id: string | undefined): Numbered {
  let found: Numbered = { list: undefined, level: undefined };
  let style = id === undefined ? undefined : styles.get(id);
  for (let deep = 0; style !== undefined && deep < DEEPEST; deep += 1) {
    found = { list: found.list ?? style.list, level: found.level ?? style.level };
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return found;
}

function levelOfStyle(levels: ReadonlyMap<number, Level>, style: string | undefined): number | undefined {
  return style === undefined ? undefined : [...levels].find(([, level]) => level.style === style)?.[0];
}

/**
 * Writes the numbers that Word makes by itself ("2.1", "(a)", "(iii)") into the words of a document's main part, where
 * the converter would only count each list from 1.
 * @param main the main part, as XML
 * @param numbering the numbering part, as XML
 * @param styleSheet the part that defines the styles, as XML: a style can number its paragraphs
 */
export function withWordNumbers(main: string, numbering: string, styleSheet: string): string {
  const lists = listsOf(numbering);
  const styles = stylesOf(styleSheet);
  const counters = new Map<string, Counter>();
  return main.replace(/<w:pPr>([\s\S]*?)<\/w:pPr>/gu, (properties, inner: string) => {
    const style = attribute(inner, 'pStyle');
    const [own, styled] = [numberedBy(inner), numberedByStyle(styles, style)];
    const id = own.list ?? styled.list;
    const levels = id === undefined ? undefined : lists.get(id);
    if (id === undefined || levels === undefined) return properties;
    const level = own.level ?? styled.level ?? levelOfStyle(levels, style) ?? 0;
    const counter = counters.get(id) ?? new Counter(levels);
    counters.set(id, counter);
    const number = counter.next(Math.min(LEVELS - 1, level));
    if (number === undefined || /[<&]/u.test(number) || findMarker(`${number} x`) === undefined)
      return properties;
    return `${properties}<w:r><w:t xml:space="preserve">${number} </w:t></w:r>`;
  });
}
