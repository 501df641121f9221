import { EvidencePart } from '../concerns/evidence/desk/evidence-part.tsx';
import { type Evidence, listEvidence } from '../concerns/evidence/store.ts';
import type { ConcernId } from '../concerns/rules.ts';
import { findFor } from '../concerns/standing.ts';
import { may } from '../people/permissions.ts';
import type { Work } from '../platform/work.ts';
import type { Person } from './visibility.ts';

/** What came with one report of a case. */
interface Brought {
  readonly concern: ConcernId;
  readonly pieces: readonly Evidence[];
}

/** What came with the reports of a case, of those that this person may read: each piece stays with its own report (rule 32). */
export async function evidenceFor(
  work: Work,
  person: Person,
  reports: readonly ConcernId[],
): Promise<readonly Brought[]> {
  if (!may(person.roles, 'concern.read')) return [];
  const brought: Brought[] = [];
  for (const concern of reports) {
    if ((await findFor(work, person, concern, false))?.sight !== 'read') continue;
    const pieces = await listEvidence(work, concern);
    if (pieces.length > 0) brought.push({ concern, pieces });
  }
  return brought;
}

/** The pieces of a case, closed: each is opened on a page of its own, where who looked is written down. */
export function CaseEvidence({ brought }: { readonly brought: readonly Brought[] }) {
  if (brought.length === 0) return null;
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">Evidence</h2>
      {brought.map(({ concern, pieces }) => (
        <EvidencePart id={concern} pieces={pieces} />
      ))}
    </section>
  );
}
