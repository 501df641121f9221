import type { ComparableClause } from './comparable.ts';

/** How earlier cases about the same clauses ended, as counts. */
export function Comparable({ clauses }: { clauses: readonly ComparableClause[] }) {
  const known = clauses.filter(({ counts }) => counts.length > 0);
  return (
    <section aria-labelledby="comparable">
      <h2 id="comparable">How earlier cases about these clauses ended</h2>
      <p class="hb-quiet">
        For fairness between families. It says nothing about what should happen here, and counts under five
        are not shown.
      </p>
      {known.length === 0 && <p>There are too few to show.</p>}
      {known.map(({ ref, counts }) => (
        <>
          <h3>Clause {ref}</h3>
          <ul>
            {counts.map(({ label, count }) => (
              <li>
                {label}: {count}
              </li>
            ))}
          </ul>
        </>
      ))}
    </section>
  );
}
