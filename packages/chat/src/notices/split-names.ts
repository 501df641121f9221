import { cleanName } from '../names/clean-name.ts';

/**
 * Splits a list of people as a notice prints it: "A, B and C". A name that is itself known to hold a comma or an
 * "and" stays whole.
 * @param list the list as printed
 * @param joiners words between the last two, with their spaces
 * @param isName whether some words are a known person
 */
export function splitNames(
  list: string,
  joiners: readonly string[],
  isName: (name: string) => boolean,
): string[] {
  const whole = cleanName(list);
  // Most lists are one name: nothing in it splits them.
  if (isName(whole) || !(/[,،、]/.test(list) || joiners.some((word) => list.includes(word.trim()))))
    return whole === '' ? [] : [whole];
  const parts = list.split(/, |، ?|、/);
  const last = parts.pop() ?? '';
  // "A, B, and C": the comma has split it already.
  const joined = joiners.find((word) => word.endsWith(' ') && last.startsWith(word.trimStart()));
  const tail =
    joined === undefined || parts.length === 0
      ? splitLast(last, joiners, isName)
      : [last.slice(joined.trimStart().length)];
  return withCommas([...parts, ...tail], isName)
    .map(cleanName)
    .filter((name) => name !== '');
}

// "Smith, Jo" stays together where somebody is called so.
function withCommas(pieces: readonly string[], isName: (name: string) => boolean): string[] {
  const parts: string[] = [];
  for (const piece of pieces) {
    const before = parts.at(-1);
    const joined = `${before}, ${piece}`;
    if (before !== undefined && isName(cleanName(joined))) parts[parts.length - 1] = joined;
    else parts.push(piece);
  }
  return parts;
}

function splitLast(last: string, joiners: readonly string[], isName: (name: string) => boolean): string[] {
  if (isName(cleanName(last))) return [last];
  for (const joiner of joiners) {
    const pieces = last.split(joiner);
    if (pieces.length < 2) continue;
    // Of the places where the word stands, take one that leaves two known people; else the last one.
    for (let at = 1; at < pieces.length; at += 1) {
      const two = [pieces.slice(0, at).join(joiner), pieces.slice(at).join(joiner)];
      if (two.every((name) => isName(cleanName(name)))) return two;
    }
    // A word that is written together with the next one may as well be a name's first letter.
    if (joiner.endsWith(' ')) return [pieces.slice(0, -1).join(joiner), pieces.at(-1) ?? ''];
  }
  return [last];
}
