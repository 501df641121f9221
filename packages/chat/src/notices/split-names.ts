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
  if (isName(whole)) return [whole];
  const parts = list.split(/, |، ?|、/);
  const last = parts.pop() ?? '';
  const tail = splitLast(last, joiners, isName);
  return [...parts, ...tail].map(cleanName).filter((name) => name !== '');
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
    return [pieces.slice(0, -1).join(joiner), pieces.at(-1) ?? ''];
  }
  return [last];
}
