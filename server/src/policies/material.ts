/** What of a published version decides whether people are asked again. */
export interface MaterialVersion {
  /** Counts the school's versions from 1. */
  readonly number: number;
  /** Whether the publisher said that it changed something that matters to those who agreed before. */
  readonly material: boolean;
}

/**
 * Whether an agreement to one version still stands for another: it does as long as no version after the one that was
 * agreed to, up to the other, made a material change. An agreement to a later version never stands for an earlier one.
 * @param versions every published version of the school, in any order
 * @param agreed the number of the version that somebody agreed to
 * @param current the number of the version that the agreement would stand for
 */
export function agreementCarriesOver(
  versions: readonly MaterialVersion[],
  agreed: number,
  current: number,
): boolean {
  if (agreed > current) return false;
  return !versions.some(({ number, material }) => material && number > agreed && number <= current);
}

/**
 * The published versions whose agreements stand for one version, the version itself among them, the newest first.
 * @param versions every published version of the school, in any order
 */
export function versionsStandingFor<V extends MaterialVersion>(
  versions: readonly V[],
  current: number,
): readonly V[] {
  return versions
    .filter(({ number }) => agreementCarriesOver(versions, number, current))
    .toSorted((a, b) => b.number - a.number);
}
