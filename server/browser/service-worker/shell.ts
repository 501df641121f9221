/** The pages below each scope that are kept on a device: a precise list, and no page that is anybody's own. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  check: [''],
  moderators: ['', '/happened', '/words', '/card', '/removal', '/set-up', '/tools', '/review', '/log'],
};

const START = 'handbell-shell:';

/**
 * The addresses of the pages kept for a scope.
 * @param scope such as `/s/oakfield/moderators`
 */
export function keptPages(scope: string): readonly string[] {
  const last = scope.slice(scope.lastIndexOf('/') + 1);
  return (PAGES[last] ?? []).map((page) => scope + page);
}

/** Whether a page is kept for a scope. */
export function isKept(scope: string, path: string): boolean {
  return keptPages(scope).includes(path);
}

/** The cache of one build for one scope. */
export function shellName(scope: string, version: string): string {
  return `${START}${scope}:${version}`;
}

/** Of all caches, those of a scope, of whatever build. */
export function ownCaches(names: readonly string[], scope: string): readonly string[] {
  return names.filter((name) => name.startsWith(`${START}${scope}:`));
}
