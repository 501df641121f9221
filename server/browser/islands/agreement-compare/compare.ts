/** Whom the school knows, by name: brought with the page, and it stays on this device. */
export interface Known {
  readonly name: string;
  readonly agreed: boolean;
}

/** How somebody of the export compares with the school's own list. */
export type Finding = 'agreed' | 'maybe' | 'not-yet' | 'unknown';

/** Somebody in a group's export, as the phone that made it writes them. */
export interface Compared {
  readonly shown: string;
  readonly finding: Finding;
  /** Who on the school's list it is, or may be. */
  readonly name: string;
}

/** A name as it is compared: accents, case and everything but letters and digits go. */
export function foldForCompare(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * Holds the people of an export against the school's list. A phone may show "Ann (Tom's mum)": when all the words of
 * exactly one known name are there, or all that is shown is a part of exactly one known name, it is a "maybe", for a
 * person to decide.
 * @param shown the names in the export, each once
 * @param known the adults on the roll, and those who agreed without being on it
 */
export function compareNames(shown: readonly string[], known: readonly Known[]): readonly Compared[] {
  const folded = known.map((each) => ({ each, key: foldForCompare(each.name) }));
  return shown.map((name): Compared => {
    const key = foldForCompare(name);
    const same = folded.filter((other) => other.key === key);
    const [one] = same;
    if (one && same.every(({ each }) => each.agreed === one.each.agreed)) {
      return { shown: name, finding: one.each.agreed ? 'agreed' : 'not-yet', name: one.each.name };
    }
    const like = folded.filter((other) => within(other.key, key) || within(key, other.key));
    const [maybe, another] = like;
    if (maybe && !another && key !== '') return { shown: name, finding: 'maybe', name: maybe.each.name };
    return { shown: name, finding: 'unknown', name: '' };
  });
}

/** Whether all the words of one name are among the words of another. A name of digits only is a number, and no name. */
function within(part: string, whole: string): boolean {
  const words = part.split(' ').filter((word) => /\p{L}/u.test(word));
  const all = new Set(whole.split(' '));
  return words.length > 0 && words.every((word) => all.has(word));
}
