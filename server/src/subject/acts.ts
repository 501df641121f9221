import { act, CaseRefused } from '../cases/act.ts';
import type { OwnWords, ParentAsk } from '../cases/codes.ts';
import { countWords } from '../cases/deeds.ts';
import { recordParentAccount } from '../cases/gather.ts';
import type { CaseId } from '../cases/ids.ts';
import { changeParty, partiesOf } from '../cases/parties.ts';
import { askReview } from '../cases/review/acts.ts';
import { PARENT } from '../cases/visibility.ts';
import { schoolDay } from '../platform/clock.ts';
import { Refusal } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { actOnBan } from '../sanctions/ban/act.ts';
import { askHandler } from './ask-handler.ts';
import type { SentId } from './ids.ts';
import type { SentKind } from './kinds.ts';
import { keepSent, type OnPaper } from './sent.ts';

/** The matter went on while the parent wrote, so that what they sent fits no more. The message is for them. */
export class TooLate extends Error {
  override readonly name = 'TooLate';
}

/** Does an act in a case; when the case has moved on, the parent is told so in words that are theirs. */
async function inTime(run: () => Promise<void>): Promise<void> {
  try {
    await run();
  } catch (error) {
    const moved = (error instanceof Refusal && error.status === 409) || error instanceof CaseRefused;
    if (moved) throw new TooLate();
    throw error;
  }
}

async function done(
  work: Work,
  caseId: CaseId,
  kind: SentKind,
  words: string,
  paper?: OnPaper,
): Promise<SentId> {
  const id = await keepSent(work, caseId, kind, words, paper);
  await askHandler(work, caseId, kind);
  return id;
}

/**
 * The parent's own account, in writing: it counts as hearing them (rule 7).
 * @throws TooLate when the case takes none any more
 */
export async function sendAccount(
  work: Work,
  caseId: CaseId,
  { words, ownWords }: { readonly words: string; readonly ownWords: OwnWords },
  paper?: OnPaper,
): Promise<SentId> {
  const on = paper?.cameOn ?? schoolDay(work.now);
  await inTime(() => recordParentAccount(work, caseId, { on, ownWords, words, keyedBy: paper?.keyedBy }));
  return done(work, caseId, 'account', words, paper);
}

/**
 * Something the parent asks for or tells.
 * @throws TooLate when the case has come to its end
 */
export async function sendAsk(
  work: Work,
  caseId: CaseId,
  what: ParentAsk,
  words: string,
  paper?: OnPaper,
): Promise<SentId> {
  await inTime(async () => {
    await act(work, PARENT, caseId, { act: 'parent-asked', what, words: countWords(words) });
  });
  if (what === 'needs') await keepNeeds(work, caseId, words);
  return done(work, caseId, what, words, paper);
}

/** What would help stands with the parent's name, where whoever arranges something looks for it (rule 35). */
async function keepNeeds(work: Work, caseId: CaseId, needs: string): Promise<void> {
  const subject = (await partiesOf(work, caseId)).find(({ part }) => part === 'subject');
  if (subject) await changeParty(work, caseId, subject.id, { ...subject, needs });
}

/**
 * What the parent says about a ban that is proposed, holds for now, or is looked at again (domain 2.8).
 * @throws TooLate when there is none that takes it
 */
export async function sendRepresentation(work: Work, caseId: CaseId, words: string): Promise<SentId> {
  await inTime(() =>
    actOnBan(
      work,
      PARENT,
      caseId,
      () => ({ act: 'record-representation', how: 'own-page', words: countWords(words) }),
      { words },
    ),
  );
  return done(work, caseId, 'representation', words);
}

/**
 * The parent asks that somebody new looks at the outcome.
 * @throws CaseRefused when it is late and they do not say why; TooLate when it cannot be asked for any more
 */
export async function sendReview(
  work: Work,
  caseId: CaseId,
  { grounds, late }: { readonly grounds: string; readonly late: string },
): Promise<SentId> {
  const askedOn = schoolDay(work.now);
  await askReview(work, PARENT, caseId, { askedOn, grounds, late });
  const words = late === '' ? grounds : `${grounds}\n\nWhy I ask only now: ${late}`;
  return done(work, caseId, 'review', words);
}
