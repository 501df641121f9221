import type { SchoolProfile } from './profile.ts';

type Nation = SchoolProfile['nation'];

/** A year group as a school counts them: its short code, kept in records, and what people call it. */
export interface YearGroup {
  readonly code: string;
  readonly name: string;
}

const numbered = (first: number, last: number, prefix: string, word: string): readonly YearGroup[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    code: `${prefix}${first + index}`,
    name: `${word} ${first + index}`,
  }));

const nursery: YearGroup = { code: 'N', name: 'Nursery' };
const english: readonly YearGroup[] = [
  nursery,
  { code: 'R', name: 'Reception' },
  ...numbered(1, 13, '', 'Year'),
];

/**
 * The year groups of each nation, the youngest first. Scotland counts Primary 1 to 7 and Secondary 1 to 6; Northern
 * Ireland begins with Year 1 at four, without Reception.
 */
export const YEAR_GROUPS: Readonly<Record<Nation, readonly YearGroup[]>> = {
  england: english,
  wales: english,
  scotland: [nursery, ...numbered(1, 7, 'P', 'Primary'), ...numbered(1, 6, 'S', 'Secondary')],
  'northern-ireland': [nursery, ...numbered(1, 14, '', 'Year')],
};

/** What people call a year; the code itself when the nation has no such year. */
export function yearName(nation: Nation, code: string): string {
  return YEAR_GROUPS[nation].find((year) => year.code === code)?.name ?? code;
}

/** Years in words, the youngest first: "Year 1", "Year 1 and Year 2". */
export function yearNames(nation: Nation, codes: readonly string[]): string {
  return inOrder(nation, codes)
    .map((code) => yearName(nation, code))
    .join(' and ');
}

/** Codes in the order children pass through them, each once, unknown ones left out. */
export function inOrder(nation: Nation, codes: Iterable<string>): readonly string[] {
  const wanted = new Set(codes);
  return YEAR_GROUPS[nation].map((year) => year.code).filter((code) => wanted.has(code));
}

/** The year that follows; undefined after the nation's last. */
export function nextYear(nation: Nation, code: string): string | undefined {
  const years = YEAR_GROUPS[nation];
  const at = years.findIndex((year) => year.code === code);
  return at < 0 ? undefined : years[at + 1]?.code;
}

const WORDS =
  /\b(?:(nursery|pre-?school|n[12]?|fs?1)|(reception|foundation|rec|yr?\s*r|fs?2|fs|eyfs|r)|(primary|p)\s*([1-7])|(secondary|senior|s)\s*([1-6])|(?:years?|yrs?|y|nc year|grade|blwyddyn|bl)?\s*(\d{1,2}))(?![\p{L}\d])/giu;

/**
 * The years that a text means: "Year 3", "Y1/2", "Reception", "P4", "Oak (Years 1 and 2)", "3B". A class's name often
 * says its year; anything else gives none.
 * @returns codes of the nation, the youngest first
 */
export function readYears(nation: Nation, text: string): readonly string[] {
  const found: string[] = [];
  // "3B" and "Y3Oak": the letters that follow a number are the class's own.
  const spaced = text
    .slice(0, 200)
    .replaceAll(/(\d)(?=\p{L})/gu, '$1 ')
    .replaceAll(/[_/&+,.-]/g, ' ');
  for (const match of spaced.matchAll(WORDS)) {
    const [, early, reception, primary, p, secondary, s, plain] = match;
    if (early) found.push('N');
    else if (reception) found.push('R');
    else if (primary) found.push(`P${p}`);
    else if (secondary) found.push(`S${s}`);
    else if (plain) found.push(...plainYear(nation, String(Number(plain))));
  }
  return inOrder(nation, found);
}

/** A number alone: in Scotland "4" is Primary 4; "0" is Reception in England and Wales, as registers write it. */
function plainYear(nation: Nation, number: string): readonly string[] {
  if (nation === 'scotland') return [`P${number}`];
  return number === '0' ? ['R'] : [number];
}
