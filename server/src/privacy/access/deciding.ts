import type { Person } from '../../cases/visibility.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { allowed, done } from './allowed.ts';
import { isAboutOthers, type PassageDecision, tagsFor, untestedOf } from './passage.ts';
import { decidePassage, decideRecord, decisionsOf } from './records-store.ts';
import { openRecords } from './search.ts';
import { type RequestId, sealRequest } from './store.ts';

/** Says whether a record is in the pack. */
export async function includeRecord(
  work: Work,
  person: Person,
  id: RequestId,
  object: string,
  choice: { readonly included: boolean; readonly why: string },
): Promise<void> {
  const request = await allowed(work, person, id, 'work');
  await decideRecord(work, id, object, choice);
  await done(work, request, 'work');
}

/**
 * Decides about one passage of a record.
 * @throws Refusal 404 when there is no such passage, or it cannot be tagged so
 */
export async function tagPassage(
  work: Work,
  person: Person,
  id: RequestId,
  place: { readonly object: string; readonly key: string },
  decision: PassageDecision,
): Promise<void> {
  const request = await allowed(work, person, id, 'work');
  const decisions = await decisionsOf(work, id);
  const [record] = await openRecords(work, person, request, [place.object], decisions);
  const passage = record?.passages.find(({ key }) => key === place.key);
  // Privilege is given up by somebody on the advice's own list, whose passages have a key of their own.
  const shut = passage?.key === 'legal';
  if (!passage || shut || !tagsFor(passage).includes(decision.tag)) throw notFound();
  const basis = isAboutOthers(decision.tag) ? (decision.basis ?? 'neither') : undefined;
  await decidePassage(work, person.member, id, place, { ...decision, basis });
  await done(work, request, 'work');
}

/** Answers the test for every passage of a record that is about somebody else and has no answer: it stays covered. */
export async function coverRest(
  work: Work,
  person: Person,
  id: RequestId,
  object: string,
  why: string,
): Promise<void> {
  const request = await allowed(work, person, id, 'work');
  const decisions = await decisionsOf(work, id);
  const [record] = await openRecords(work, person, request, [object], decisions);
  if (!record) throw notFound();
  for (const passage of untestedOf(record, decisions.get(object) ?? new Map())) {
    const decision = { tag: passage.tag, basis: 'neither', why } as const;
    await decidePassage(work, person.member, id, { object, key: passage.key }, decision);
  }
  await done(work, request, 'work');
}

/** Keeps the words to cover beside the names. */
export async function saveCover(work: Work, person: Person, id: RequestId, cover: string): Promise<void> {
  const request = await allowed(work, person, id, 'work');
  await done(work, request, 'work', { cover: sealRequest(work, id, 'cover', cover) });
}
