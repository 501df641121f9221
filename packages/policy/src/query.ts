import type { Clause, PolicyDocument, ResponseKind, Section } from './document.ts';

/** Every clause of a document, in order. */
export function allClauses(document: Pick<PolicyDocument, 'sections'>): readonly Clause[] {
  return document.sections.flatMap(({ clauses }) => clauses);
}

/** A clause by its id, with the section it stands in; undefined when there is none. */
export function findClause(
  document: Pick<PolicyDocument, 'sections'>,
  clauseId: string,
): { readonly section: Section; readonly clause: Clause } | undefined {
  for (const section of document.sections) {
    const clause = section.clauses.find(({ id }) => id === clauseId);
    if (clause) return { section, clause };
  }
  return undefined;
}

/** Whether the policy gives the school a power (rule 3: a power that the policy lacks is off). */
export function permits(document: Pick<PolicyDocument, 'responses'>, power: ResponseKind): boolean {
  return document.responses.some(({ kind }) => kind === power);
}

/** The clauses that a person can be said to have broken: rules of conduct; with `expectations`, those too (rule 19). */
export function citableClauses(
  document: Pick<PolicyDocument, 'sections'>,
  { expectations }: { readonly expectations: boolean },
): readonly Clause[] {
  const conduct = allClauses(document).filter(({ kind }) =>
    ['guideline', 'expectation', 'inappropriate-activity'].includes(kind),
  );
  return expectations ? conduct : conduct.filter(({ force }) => force === 'rule');
}
