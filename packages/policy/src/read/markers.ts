/** Plain bullets say nothing beyond "an item"; any other mark is the school's own and is kept with its clause. */
const PLAIN_BULLET = /^(?:[-–—•*·▪▫◦‣⁃○●■□➢➤►❖▶▸§\uf0b7\uf0a7o]|👉|🔹|🔸)$/u;
const SIGN =
  '[-–—•*·▪▫◦‣⁃○●■□➢➤►❖▶▸\\uf0b7\\uf0a7✓✔✗✘❌✅☑☒☐✖✕×❎🚫⛔🛑🔴🟢🙅👍👎👉🔹🔸\\uf0fb\\uf0fc]\\ufe0f?';
const NUMBER =
  '(?:(?:[Ss]tage|[Ss]tep|[Ll]evel|[Cc]am|STAGE|STEP|LEVEL) \\d{1,2}(?:[:.)]|\\s?[-–—:](?=\\s))?|\\d{1,2}(?:\\.\\d{1,2}){1,3}\\.?|\\d{1,2}[.)]|\\(\\d{1,2}\\)|\\(?[a-z]\\)|[a-hj-z]\\.|\\(?[ivx]{1,5}[.)]|[A-H][.)])';
const SIGN_MARK = new RegExp(`^(${SIGN})\\s*(?=\\S)`, 'u');
const LETTER_BULLET = /^(o)\s+(?=\S)/u;
/** A capital X or a root sign typed for a cross or a tick, alone or after a bullet. */
const TYPED_SIGN = /^((?:[-–—•*·▪] )?(?:[xX√]|[[(][xX✓✔√][\])]|[✗✘❌✓✔✅☑]))\s+(?=\p{Lu}\p{Ll})/u;
const NUMBER_MARK = new RegExp(`^(${NUMBER})\\s+(?=\\S)`, 'u');

/** A date ("18.11.25") or a time ("8.30 pm") at the start of a line is no clause number. */
const NOT_A_NUMBER = /^(?:\d{1,2}\.\d{1,2}\.\d{2,4}\b|\d{1,2}\.\d{2}\s*[ap]\.?m\b)/iu;

/** What stands before an item's words: the mark, and how many characters it takes with the space after it. */
export interface FoundMarker {
  readonly text: string;
  readonly length: number;
  readonly numbered: boolean;
}

/** Finds the list mark or number that a line begins with, if it begins with one. */
export function findMarker(line: string): FoundMarker | undefined {
  const typed = TYPED_SIGN.exec(line);
  if (typed?.[1] !== undefined) return { text: typed[1], length: typed[0].length, numbered: false };
  const sign = SIGN_MARK.exec(line);
  if (sign?.[1] !== undefined) {
    const spaced = sign[0].length > sign[1].length;
    const glued = /^[-–—*]/u.test(sign[1]);
    if (spaced || !glued) return { text: sign[1], length: sign[0].length, numbered: false };
  }
  if (NOT_A_NUMBER.test(line)) return undefined;
  const found = NUMBER_MARK.exec(line) ?? LETTER_BULLET.exec(line);
  if (found?.[1] === undefined) return undefined;
  return { text: found[1], length: found[0].length, numbered: found[1] !== 'o' };
}

/** Whether a mark is a number of two parts or more ("3.2"), as paragraphs of a policy bear it. */
export function isDotted(mark: string | undefined): boolean {
  return mark !== undefined && /^\d{1,2}(?:\.\d{1,2})+\.?$/u.test(mark);
}

/**
 * The mark when it is worth keeping with the clause: a number, a letter, a tick or a cross; undefined for a bullet. Of a
 * number with another mark behind it ("2.1 ✗"), the school's own is the one behind.
 */
export function ownMarker(mark: string | undefined): string | undefined {
  const own = mark && (/^\d{1,2}(?:\.\d{1,2})+\.? (.+)$/u.exec(mark)?.[1] ?? mark);
  return own === undefined || PLAIN_BULLET.test(own) ? undefined : own;
}

/** A line of dots, dashes or scissors, as forms and tear-off slips are ruled; or a bullet with nothing after it. */
export function isRule(text: string): boolean {
  const bare = text.replace(/\s/gu, '');
  return PLAIN_BULLET.test(bare) ? bare !== 'o' : bare.length >= 3 && /^[.…_\-–—=*~✂✄|+:]+$/u.test(bare);
}
