/** One header field, its name in small letters, its value on one line. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

/** A header field may be this long; what comes after is left out. */
const LONGEST = 4000;

/** Takes a raw header line apart: folds are undone, control signs go (nothing can be injected further on). */
export function headerOf(name: string, line: string): Header {
  const value = line
    .slice(0, LONGEST * 2)
    .slice(line.indexOf(':') + 1)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f]+/g, ' ')
    .trim()
    .slice(0, LONGEST);
  return { name: name.toLowerCase(), value };
}

/** Every value of a field, from the top: the server that took the mail in last wrote the first one. */
export function allOf(headers: readonly Header[], name: string): readonly string[] {
  return headers.filter((header) => header.name === name).map(({ value }) => value);
}

/** The first value of a field; empty when there is none. */
export function firstOf(headers: readonly Header[], name: string): string {
  return allOf(headers, name)[0] ?? '';
}
