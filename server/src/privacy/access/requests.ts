import { createHash } from 'node:crypto';
import type { Person } from '../../cases/visibility.ts';
import { schoolDay } from '../../platform/clock.ts';
import { keepFile, removeFile } from '../../platform/files/store.ts';
import type { MemberId } from '../../platform/ids.ts';
import { changedMeanwhile, notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { liftHold, openHolds, placeHold } from '../retention/holds.ts';
import { composeBundle, type DecidedRecord } from './bundle.ts';
import { bundlePdf } from './bundle-pdf.ts';
import { isAboutOthers, type PassageDecision, tagsFor, untestedOf } from './passage.ts';
import {
  decidePassage,
  decideRecord,
  decisionsOf,
  keepFound,
  neededElsewhere,
  recordsOf,
} from './records-store.ts';
import {
  type Ending,
  OBSTACLE_TEXT,
  obstacleOf,
  type PauseReason,
  type RequestAct,
  type RequestObstacle,
  requestAfter,
} from './rules.ts';
import { openRecords, searchFor } from './search.ts';
import {
  type AccessRequest,
  changeRequest,
  endPause,
  findRequest,
  insertPause,
  insertRequest,
  type NewRequest,
  type RequestId,
  sealRequest,
} from './store.ts';

/** An act on a request that its rules refuse; the message says what to do first. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  constructor(obstacle: Exclude<RequestObstacle, 'moved-on'>) {
    super(OBSTACLE_TEXT[obstacle]);
  }
}

/** The records of a request that are in its pack, with what was decided about each passage. */
export async function decidedRecords(
  work: Work,
  person: Person,
  request: AccessRequest,
): Promise<readonly DecidedRecord[]> {
  const objects = (await recordsOf(work, request.id)).filter(({ included }) => included);
  const decisions = await decisionsOf(work, request.id);
  const records = await openRecords(
    work,
    person,
    request,
    objects.map(({ object }) => object),
    decisions,
  );
  return records.map((record) => ({ record, decisions: decisions.get(record.object) ?? new Map() }));
}

const isPaused = ({ pauses }: AccessRequest): boolean => pauses.some(({ until }) => until === undefined);

/**
 * Holds a request and asks its rules.
 * @param checker who is asked to check the pack, for preparing it
 * @throws Refusal 404, 409 when it has moved on; RequestRefused when something must be done first
 */
async function allowed(
  work: Work,
  person: Person,
  id: RequestId,
  act: RequestAct,
  checker?: MemberId,
): Promise<AccessRequest> {
  const request = await findRequest(work, id, true);
  const records = act === 'prepare' ? await recordsOf(work, id) : [];
  const decided = act === 'prepare' ? await decidedRecords(work, person, request) : [];
  const facts = {
    state: request.state,
    paused: isPaused(request),
    extended: request.extended !== undefined,
    preparedBy: request.preparedBy,
    checker: checker ?? request.checker,
    undecided: records.filter(({ included }) => included === undefined).length,
    untested: decided.reduce((sum, { record, decisions }) => sum + untestedOf(record, decisions).length, 0),
  };
  const obstacle = obstacleOf(facts, act, person.member);
  if (obstacle === 'moved-on') throw changedMeanwhile(OBSTACLE_TEXT[obstacle]);
  if (obstacle) throw new RequestRefused(obstacle);
  return request;
}

async function done(
  work: Work,
  request: AccessRequest,
  act: RequestAct,
  values: Parameters<typeof changeRequest>[4] = {},
): Promise<void> {
  const to = requestAfter(request.state, act);
  if (!to) throw changedMeanwhile(OBSTACLE_TEXT['moved-on']);
  await changeRequest(work, request, act, to, values);
}

/** Looks for what names whoever asked, and holds what is found: none of it is destroyed while the request is open. */
async function search(work: Work, person: Person, id: RequestId): Promise<void> {
  const request = await findRequest(work, id);
  const found = await searchFor(work, person, request);
  await keepFound(work, id, found);
  for (const { object } of found) {
    await placeHold(work, {
      object,
      reason: 'data-request',
      words: 'Held by itself while a request for somebody’s own data is open.',
      reviewOn: schoolDay(work.now).add({ months: 1 }),
      madeBy: person.member,
    });
  }
}

/** Lets go of what was held for a request that is over, unless another one needs it. */
async function letGo(work: Work, person: Person, id: RequestId): Promise<void> {
  const objects = (await recordsOf(work, id)).map(({ object }) => object);
  const needed = await neededElsewhere(work, id, objects);
  for (const hold of await openHolds(work)) {
    if (hold.reason !== 'data-request' || !objects.includes(hold.object) || needed.has(hold.object)) continue;
    await liftHold(work, hold.id, person.member);
  }
}

/** Writes a request down and searches for it at once. */
export async function addRequest(work: Work, person: Person, entry: NewRequest): Promise<RequestId> {
  const id = await insertRequest(work, entry, person.member);
  await search(work, person, id);
  return id;
}

/** Searches once more; what was decided about records stays. */
export async function searchAgain(work: Work, person: Person, id: RequestId): Promise<void> {
  const request = await allowed(work, person, id, 'work');
  await search(work, person, id);
  await done(work, request, 'work');
}

/** Lets the clock stand still: they were asked who they are, or what they want. */
export async function pauseRequest(
  work: Work,
  person: Person,
  id: RequestId,
  reason: PauseReason,
): Promise<void> {
  const request = await allowed(work, person, id, 'pause');
  await insertPause(work, id, { reason, from: schoolDay(work.now) });
  await done(work, request, 'pause');
}

/** Lets the clock run on: they answered today. */
export async function resumeRequest(work: Work, person: Person, id: RequestId): Promise<void> {
  const request = await allowed(work, person, id, 'resume');
  await endPause(work, id, schoolDay(work.now));
  await done(work, request, 'resume');
}

/** Takes two more months for a complex request, which they were told today with why. */
export async function extendRequest(work: Work, person: Person, id: RequestId, why: string): Promise<void> {
  const request = await allowed(work, person, id, 'extend');
  await done(work, request, 'extend', {
    months: 3,
    extendedOn: schoolDay(work.now),
    extendedWhy: sealRequest(work, id, 'extended_why', why),
  });
}

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

/** What is printed: the pack of a request as it stands now. */
export async function printBundle(
  work: Work,
  person: Person,
  request: AccessRequest,
  schoolName: string,
  letter: string,
): Promise<Uint8Array> {
  const covering = { own: request.name, words: request.cover.split('\n') };
  const bundle = composeBundle(await decidedRecords(work, person, request), covering);
  return bundlePdf({ bundle, letter, schoolName, day: schoolDay(work.now) }, work.now);
}

/** Keeps the words to cover beside the names. */
export async function saveCover(work: Work, person: Person, id: RequestId, cover: string): Promise<void> {
  const request = await allowed(work, person, id, 'work');
  await done(work, request, 'work', { cover: sealRequest(work, id, 'cover', cover) });
}

/** Prints the pack, keeps exactly these bytes, and asks somebody else to check them. */
export async function prepareRequest(
  work: Work,
  person: Person,
  id: RequestId,
  {
    checker,
    letter,
    schoolName,
  }: { readonly checker: MemberId; readonly letter: string; readonly schoolName: string },
): Promise<void> {
  const request = await allowed(work, person, id, 'prepare', checker);
  const bytes = await printBundle(work, person, request, schoolName, letter);
  const file = await keepFile(work, { name: 'your-data.pdf', type: 'application/pdf', bytes });
  await done(work, request, 'prepare', {
    letter: sealRequest(work, id, 'letter', letter),
    preparedBy: person.member,
    checker,
    pdfFile: file,
    pdfHash: createHash('sha256').update(bytes).digest('hex'),
    backWhy: null,
  });
}

/** Sends the pack back for more work; what was printed is thrown away. */
export async function sendBack(work: Work, person: Person, id: RequestId, why: string): Promise<void> {
  const request = await allowed(work, person, id, 'send-back');
  await done(work, request, 'send-back', {
    checkedAt: null,
    checker: null,
    preparedBy: null,
    pdfFile: null,
    pdfHash: null,
    backWhy: sealRequest(work, id, 'back_why', why),
  });
  if (request.pdf) await removeFile(work, request.pdf.file);
}

/** Somebody else has looked at the pack: it may go. */
export async function checkRequest(work: Work, person: Person, id: RequestId): Promise<void> {
  const request = await allowed(work, person, id, 'check');
  await done(work, request, 'check', { checkedAt: work.now });
}

/** The pack went, today, in a way that is written down. What was held for the request is let go. */
export async function sendRequest(work: Work, person: Person, id: RequestId, how: string): Promise<void> {
  const request = await allowed(work, person, id, 'send');
  await done(work, request, 'send', {
    sentHow: sealRequest(work, id, 'sent_how', how),
    closedOn: schoolDay(work.now),
  });
  await letGo(work, person, id);
}

/** Ends a request without a pack. */
export async function endRequest(
  work: Work,
  person: Person,
  id: RequestId,
  { how, why }: { readonly how: Ending; readonly why: string },
): Promise<void> {
  const request = await allowed(work, person, id, 'end');
  await done(work, request, 'end', {
    endedHow: how,
    endedWhy: sealRequest(work, id, 'ended_why', why),
    closedOn: schoolDay(work.now),
  });
  await letGo(work, person, id);
}
