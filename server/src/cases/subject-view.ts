import type { Temporal } from 'temporal-polyfill';
import { whatItWas } from '../letters/channels.ts';
import { LETTER_TEXT } from '../letters/rules.ts';
import type { Letter } from '../letters/store.ts';
import { schoolDay } from '../platform/clock.ts';
import type { MemberId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import type { ReviewResult } from './codes.ts';
import { contactHold } from './contact-hold.ts';
import { latestReview } from './deadlines.ts';
import { decisionOf } from './decisions.ts';
import type { Deed } from './deeds.ts';
import { contactsOf, type KeptContact } from './gather.ts';
import { parentWasContacted } from './hearing.ts';
import type { CaseId } from './ids.ts';
import type { CitedClause } from './kinds.ts';
import { type CaseFile, findCase } from './read.ts';
import { ask } from './rules.ts';
import { PARENT } from './visibility.ts';

/** What was decided, as the parent was told it. */
export interface ToldOutcome {
  readonly label: string;
  readonly reasons: string;
  readonly expected: string;
  readonly issuedOn: Temporal.PlainDate;
  readonly expiresOn: Temporal.PlainDate | undefined;
  /** Until when a review can be asked for without saying why it is late; unset once one was asked for. */
  readonly reviewBy: Temporal.PlainDate | undefined;
}

/** What the parent a case is about may see of it: never who raised it, nor anything of another family (rule 30). */
export interface SubjectView {
  readonly reference: string;
  /** Where it stands, as a parent would say it. */
  readonly stage: 'being-heard' | 'being-looked-at' | 'decided' | 'being-reviewed' | 'reviewed' | 'over';
  readonly policy: { readonly title: string; readonly version: number; readonly since: string };
  readonly clauses: readonly CitedClause[];
  readonly allegation: string;
  /** The transcript of their own words, and of nobody else's. */
  readonly ownWords: string;
  /** What the words were: "messages in the Oak class group". */
  readonly about: string;
  readonly messageDay: Temporal.PlainDate | undefined;
  readonly outcome: ToldOutcome | undefined;
  readonly review: ReviewResult | 'asked' | undefined;
  /** The last day of the step that is due. */
  readonly due: Temporal.PlainDate | undefined;
  readonly decider: MemberId | undefined;
  /** What they can do at present: the machine's own answers. */
  readonly may: { readonly write: boolean; readonly ask: boolean; readonly review: boolean };
  /** Their own side as somebody noted it or they wrote it. */
  readonly heard: readonly KeptContact[];
  /** Letters that went out to them. */
  readonly letters: readonly Letter[];
}

const STAGES = {
  gathering: 'being-heard',
  'parent-contact': 'being-heard',
  assessment: 'being-looked-at',
  decision: 'being-looked-at',
  'outcome-issued': 'decided',
  'follow-up': 'decided',
  review: 'being-reviewed',
  reviewed: 'reviewed',
  closed: 'over',
  retained: 'over',
} as const;

/** Whether the machine lets the parent do something now. */
function can({ facts, outside }: CaseFile, deed: Deed): boolean {
  return ask({ person: PARENT, deed, facts, outside }).ok;
}

function mayOf(file: CaseFile): SubjectView['may'] {
  const { today } = file.outside;
  const counted = { grounds: 1, late: 0 };
  const review = { askedOn: today, latest: today, words: counted, reviewer: null };
  return {
    write: can(file, { act: 'parent-wrote', how: 'own-page', day: today, ownWords: 'unsaid', words: 1 }),
    ask: can(file, { act: 'parent-asked', what: 'words', words: 1 }),
    review: can(file, { act: 'ask-review', ...review }),
  };
}

/**
 * A case as its own page shows it to the parent. The caller has made sure that it is them.
 * @returns `held` while the safeguarding lead or the police ask that nothing goes to the parent, and before anybody
 *   spoke or wrote to them: then the page says one neutral sentence; nothing when the record is gone
 */
export async function caseForSubject(work: Work, id: CaseId): Promise<SubjectView | 'held' | undefined> {
  const file = await findCase(work, id);
  if (!file || file.state === 'erased') return undefined;
  const { facts, outside, cited } = file;
  if (contactHold(file) || !parentWasContacted(facts, outside)) return 'held';
  const decision = facts.issuedOn ? await decisionOf(work, id) : undefined;
  const { review, issuedOn } = facts;
  return {
    reference: file.reference,
    stage: STAGES[file.state],
    policy: { title: cited.title, version: cited.version, since: cited.since },
    clauses: cited.clauses,
    allegation: file.allegation,
    ownWords: file.quoted,
    about: whatItWas(facts.opening?.channel, file.place),
    messageDay: facts.opening?.messageDay,
    outcome:
      decision && issuedOn
        ? {
            label: decision.label,
            reasons: decision.reasons,
            expected: decision.expected,
            issuedOn,
            expiresOn: decision.expiresOn,
            reviewBy: review ? undefined : latestReview(await schoolCalendar(work), issuedOn),
          }
        : undefined,
    review: review && (review.decided?.result ?? 'asked'),
    due: file.due ?? (file.state === 'closed' ? undefined : schoolDay(work.now)),
    decider: facts.decider,
    may: mayOf(file),
    heard: (await contactsOf(work, id)).filter(({ kind }) => kind === 'heard'),
    // What was written to somebody else, such as a note of support, is no letter to the parent.
    letters: file.letters.filter(
      ({ kind, state }) => LETTER_TEXT[kind].to === 'parent' && (state === 'issued' || state === 'given'),
    ),
  };
}
