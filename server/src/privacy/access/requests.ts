import { createHash } from 'node:crypto';
import type { Person } from '../../cases/visibility.ts';
import { schoolDay } from '../../platform/clock.ts';
import { keepFile, removeFile } from '../../platform/files/store.ts';
import type { MemberId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import { allowed, decidedRecords, done } from './allowed.ts';
import { composeBundle } from './bundle.ts';
import { bundlePdf } from './bundle-pdf.ts';
import { letGo } from './finding.ts';
import type { Ending, PauseReason } from './rules.ts';
import { type AccessRequest, endPause, insertPause, type RequestId, sealRequest } from './store.ts';

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
