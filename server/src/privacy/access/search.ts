import type { Person } from '../../cases/visibility.ts';
import { idSchema } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { findCases, readCase } from './case-record.ts';
import { otherRecords } from './other-records.ts';
import type { Decisions, Disclosable } from './passage.ts';
import type { FoundRecord } from './records-store.ts';
import type { Wanted } from './wanted.ts';

/** Where Handbell looks, and where a person must: a reasonable and proportionate search (UK GDPR Article 15(1A)). */
export const SEARCHED: readonly string[] = [
  'cases, with their letters, notes, bans and what was sent to others',
  'agreements, and answers instead of signing',
  'the parents’ list',
  'complaints about data',
];
export const NOT_SEARCHED: readonly string[] = [
  'The safeguarding lead’s record: ask the lead. It may not be safe to say that there is one.',
  'Concerns that they raised themselves: ask them for their code, or whoever reads concerns.',
  'The register of moderators, mail, paper, phones and other programs of the school.',
];

/** What names whoever asked, in every room that can be searched by a name. */
export async function searchFor(work: Work, person: Person, wanted: Wanted): Promise<readonly FoundRecord[]> {
  const others = await otherRecords(work, wanted);
  return [
    ...(await findCases(work, person, wanted)),
    ...others.map(({ object, title }) => ({ object, label: title })),
  ];
}

const caseId = idSchema<'case'>();
const NO_DECISIONS: Decisions = new Map();

/**
 * Opens found records, passage by passage. One that is gone meanwhile, or goes past whoever reads, is left out.
 * @param decisions what was decided about passages, record by record
 */
export async function openRecords(
  work: Work,
  person: Person,
  wanted: Wanted,
  objects: readonly string[],
  decisions: ReadonlyMap<string, Decisions>,
): Promise<readonly Disclosable[]> {
  const needsOthers = objects.some((object) => !object.startsWith('case:'));
  const others = needsOthers ? await otherRecords(work, wanted) : [];
  const opened: Disclosable[] = [];
  for (const object of objects) {
    const id = caseId.safeParse(object.slice('case:'.length));
    const record =
      object.startsWith('case:') && id.success
        ? await readCase(work, person, id.data, wanted, decisions.get(object) ?? NO_DECISIONS)
        : others.find((each) => each.object === object);
    if (record) opened.push(record);
  }
  return opened;
}
