import { keptCases } from '../../cases/kept.ts';
import type { Person } from '../../cases/visibility.ts';
import {
  destroyConcern,
  destroyEvidence,
  destroyUnshown,
  type EndedConcern,
  endedConcerns,
  forgetReporter,
  unshownEvidence,
} from '../../concerns/keeping.ts';
import { forgetMailOf } from '../../intake/mailbox/keeping.ts';
import type { Work } from '../../platform/work.ts';
import type { KeptRecord } from './kept-record.ts';

/** A concern goes with what its mailbox knows of it. */
export async function endConcern(work: Work, id: EndedConcern['id']): Promise<void> {
  await forgetMailOf(work, id);
  await destroyConcern(work, id);
}

function ofConcern(each: EndedConcern): readonly KeptRecord[] {
  const shared = {
    object: `concern:${each.id}`,
    label: each.reference,
    since: each.endedOn,
    ...(each.caseId ? { also: [`case:${each.caseId}`] } : {}),
  };
  const records: KeptRecord[] = [];
  if (each.hasReporter)
    records.push({ ...shared, class: 'reporter', erase: (work) => forgetReporter(work, each.id) });
  if (each.caseId) return records;
  if (each.hasEvidence)
    records.push({ ...shared, class: 'picture', erase: (work) => destroyEvidence(work, each.id) });
  return [...records, { ...shared, class: 'concern', erase: (work) => endConcern(work, each.id) }];
}

/** The concerns that have ended, with what of them goes before the rest. */
export const endedConcernRecords = async (work: Work): Promise<readonly KeptRecord[]> =>
  (await endedConcerns(work)).flatMap(ofConcern);

/** A closed case can be looked at again for so long; what nobody was shown is kept as long. */
export const OPEN_TO_REVIEW = { months: 3 };

/** What came with the reports of ended cases and nobody was shown: it goes before the case does (domain 3.4). */
export async function unshownRecords(work: Work, person: Person): Promise<readonly KeptRecord[]> {
  const reports = await unshownEvidence(work);
  if (reports.length === 0) return [];
  const cases = await keptCases(work, person, { only: reports.map(({ caseId }) => caseId) });
  const ended = new Map(cases.map((each) => [each.id, each]));
  return reports.flatMap(({ id, reference, caseId }): KeptRecord[] => {
    const file = ended.get(caseId);
    if (!file) return [];
    return [
      {
        class: 'picture',
        object: `concern:${id}`,
        also: [`case:${caseId}`],
        label: `${reference}, with case ${file.reference}`,
        since: file.closedOn.add(OPEN_TO_REVIEW),
        erase: (each) => destroyUnshown(each, id),
      },
    ];
  });
}
