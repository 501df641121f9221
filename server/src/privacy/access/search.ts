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
  'cases, with their letters, notes, meetings, bans, plans for contact and what was sent to others',
  'agreements, and answers instead of signing',
  'the parents’ list',
  'the registers of moderators and of the PTA’s officers, with the notices that went to them or that they put up',
  'comments on drafts of the policy',
  'complaints about data',
];

/**
 * Concerns that somebody raised themselves: no search here looks for them, whoever asks and whatever there is, so that
 * nobody learns from a request who told the school (rule 27).
 */
export const OWN_CONCERNS: readonly string[] = [
  'Whether they raised a concern themselves is shown to nobody here, and is in no pack.',
  'Who raised one reads and prints their own copy with their code. The covering letter tells everybody so.',
  'If they lost the code, send them to the safeguarding lead, without asking what it is about. Whoever reads that concern opens who raised it, with a reason, and hands the copy to them.',
];

export const NOT_SEARCHED: readonly string[] = [
  'The safeguarding lead’s record: ask the lead. It may not be safe to say that there is one.',
  'Mail, paper, phones and other programs of the school. What moderators write down stays on their own phones.',
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
