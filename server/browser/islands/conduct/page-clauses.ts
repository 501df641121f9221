import type { PolicyClause } from '@handbell/conduct';

/** The clauses that stand on the page, each once: the only ones that are ever reported. */
export function pageClauses(root: ParentNode): readonly PolicyClause[] {
  const found = new Map<string, PolicyClause>();
  for (const { dataset } of root.querySelectorAll<HTMLElement>('[data-clause]')) {
    const { clause: ref = '', topics = '' } = dataset;
    found.set(ref, { ref, topics: topics.split(' ').filter((topic) => topic !== '') });
  }
  return [...found.values()];
}
