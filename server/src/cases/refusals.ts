import type { Temporal } from 'temporal-polyfill';
import { formatDate } from '../ui/index.ts';
import { CLEAR_TEXT, INSTRUMENT_TEXT } from './code-text.ts';
import type { ClearStep, Instrument } from './codes.ts';
import { findQuestion, type QuestionId } from './questions.ts';
import { type CaseState, STATE_TEXT } from './states.ts';
import type { Conflict } from './visibility.ts';

/** What each refusal carries; most say everything by their code. */
interface Carries {
  'wrong-state': { readonly state: CaseState | undefined };
  conflict: { readonly conflict: Conflict };
  'not-yours': object;
  'no-clause': object;
  'no-policy-then': object;
  held: object;
  'nothing-gathered': object;
  'parent-not-heard': object;
  unanswered: { readonly questions: readonly QuestionId[] };
  'equality-unchecked': object;
  'no-decider': object;
  'decider-there': object;
  'unsuitable-person': object;
  'decided-already': object;
  'not-decided': object;
  'another-decided': object;
  'not-in-policy': object;
  'not-here': { readonly why: string };
  'no-reasons': object;
  'jump-unexplained': { readonly rungs: number };
  'you-investigated': object;
  'no-second-signature': object;
  'no-signature-wanted': object;
  'no-expiry': object;
  'expectation-only': object;
  'criticism-only': object;
  'anonymous-only': object;
  'no-letter': object;
  'letter-not-given': object;
  'follow-up-too-late': { readonly latest: Temporal.PlainDate };
  'follow-up-past': object;
  'not-followed-up': object;
  'affected-not-told': object;
  'police-held': object;
  'no-group': object;
  'feedback-first': object;
  'is-feedback': object;
  'not-feedback': object;
  'clear-unfinished': { readonly steps: readonly ClearStep[] };
  'referral-not-made': object;
  'instrument-open': { readonly instrument: Instrument };
  'referral-open': object;
  'no-referral': object;
  'no-threshold': object;
  'nothing-tried': object;
  'not-approved': object;
  'no-police-hold': object;
  'no-question': object;
  'no-lawyer-asked': object;
  'reviewed-already': object;
  'nothing-to-review': object;
  'review-not-yet': object;
  'no-grounds': object;
  'review-late': { readonly latest: Temporal.PlainDate };
  'reviewer-there': object;
  'reviewer-involved': object;
  'papers-not-shared': object;
  'no-next-step': object;
  'not-what-it-says': object;
  harsher: object;
  'no-new-information': object;
  'record-held': object;
  'answered-since': object;
  'too-early': { readonly until: Temporal.PlainDate };
}

export type RefusalCode = keyof Carries;

/** Why an act is refused. */
export type CaseRefusal = { [Code in RefusalCode]: { readonly code: Code } & Carries[Code] }[RefusalCode];

const CONFLICT_TEXT: Readonly<Record<Conflict, string>> = {
  target: 'The words are about you, so you take no part in this case.',
  interested: 'You have an interest in this case, so you take no part in it.',
  excluded: 'You were kept out of this matter when it was first looked at.',
  'kept-from': 'This matter goes past your role.',
};

const TEXT: { readonly [Code in RefusalCode]: string | ((refusal: Carries[Code]) => string) } = {
  'wrong-state': ({ state }) =>
    state
      ? `This cannot be done now: the case stands at “${STATE_TEXT[state].name}”.`
      : 'This case is not open yet.',
  conflict: ({ conflict }) => CONFLICT_TEXT[conflict],
  'not-yours': 'This step belongs to somebody else.',
  'no-clause': 'Choose at least one clause of the policy that the words may break.',
  'no-policy-then':
    'No policy was in force on the day of the message, so no case can be opened about it. Talk to the parent instead.',
  held: 'The safeguarding lead has put this matter on hold. Nothing goes to the parent until they release it.',
  'nothing-gathered': 'Record at least one account first: the policy says that you gather information.',
  'parent-not-heard':
    'Hear the parent first. Record what they said; or two tries on different days and a written invitation whose date for an answer has passed.',
  unanswered: ({ questions }) =>
    `Answer every question of the assessment first: ${questions
      .map((id) => `“${findQuestion(id)?.title ?? id}”`)
      .join(', ')}.`,
  'equality-unchecked':
    'The words raise discrimination, safeguarding, special needs or wrongdoing. Have that looked into on its own first.',
  'no-decider':
    'Nobody can decide this case yet. Name somebody the words are not about, who has no interest in it.',
  'decider-there':
    'Somebody is named to decide this case. Only they can pass it on, or leave it by declaring an interest.',
  'unsuitable-person': 'This person cannot take that part in this case. Choose somebody else.',
  'decided-already': 'A decision is recorded already. It can be withdrawn until it is issued.',
  'not-decided': 'There is no decision yet.',
  'another-decided': 'Only the person who decided can issue the outcome.',
  'not-in-policy': 'The policy in force on that day does not have this step. Choose one that it has.',
  'not-here': ({ why }) => why,
  'no-reasons': 'Give your reasons in at least one whole sentence.',
  'jump-unexplained': ({ rungs }) =>
    `This goes up ${rungs} steps at once. Say in at least one sentence why a smaller step would not do.`,
  'you-investigated':
    'You looked into this case, so somebody else should decide it. If the school is too small for that, say why; another person must then sign beside you.',
  'no-second-signature':
    'You looked into this case and decided it. Another person must sign before the outcome goes out.',
  'no-signature-wanted': 'No second signature is needed here.',
  'no-expiry': 'Choose how long the warning counts. It ends by itself after that.',
  'expectation-only':
    'Every clause you chose is an expectation only. Views, grievances and criticism cannot be the only ground for this step.',
  'criticism-only':
    'The assessment says the words are criticism of the school and nothing else. That is never a ground for this step: treat it as feedback or as a complaint.',
  'anonymous-only':
    'The only source is a report without a name. Record another account, or that the parent says the words are theirs.',
  'no-letter': 'Write the letter to the parent first.',
  'letter-not-given': 'Record first how and when the letter was given to the parent.',
  'follow-up-too-late': ({ latest }) =>
    `Choose a day within half a term: ${formatDate(latest)} at the latest.`,
  'follow-up-past': 'Choose a day that is still to come.',
  'not-followed-up': 'Follow the outcome up before you close the case.',
  'affected-not-told':
    'Record first whether the person the words were about was told that it was dealt with.',
  'police-held':
    'The police have asked that nobody speaks to the parent for now. Nothing goes to them until that ends. Whoever works on the case or decides it ends the hold once the police agree.',
  'no-group':
    'The words were not in a group on the school’s register, so there is no moderator to write to. Choose something else.',
  'feedback-first':
    'Say first whether this is feedback or a complaint about the school in the wrong place. If it is, handle it so.',
  'is-feedback':
    'This is handled as feedback or a complaint. It gets an answer, and nothing is held against anybody for it.',
  'not-feedback': 'These steps are for feedback and complaints. This case is handled as a matter of conduct.',
  'clear-unfinished': ({ steps }) =>
    `Finish the steps for feedback first: ${steps.map((step) => `“${CLEAR_TEXT[step].name}”`).join(', ')}.`,
  'referral-not-made': 'Prepare and make the referral first. The outcome is issued when it has been made.',
  'instrument-open': ({ instrument }) =>
    `${INSTRUMENT_TEXT[instrument]} has not been settled yet. Settle it before you close the case.`,
  'referral-open': 'A referral is being prepared. Finish it or give it up first.',
  'no-referral': 'No referral is being prepared.',
  'no-threshold':
    'Say what has happened that is more than rude or unpopular: at least one of the list, with a date, and the facts in a whole sentence.',
  'nothing-tried': 'Say what else was tried, or why nothing else would do, in at least one whole sentence.',
  'not-approved':
    'A second person must agree first: somebody the words are not about. One of the two must be the person who decides this case.',
  'no-police-hold': 'There is no police hold on this case.',
  'no-question': 'Write the question you ask, in at least one whole sentence.',
  'no-lawyer-asked': 'Write the request for legal advice first.',
  'reviewed-already':
    'This outcome was reviewed already. The letter about the review says where the parent can go next.',
  'nothing-to-review': 'Nothing was held against the parent, so there is nothing to review.',
  'review-not-yet': 'The day cannot be in the future.',
  'no-grounds': 'Record what the parent says is wrong with the outcome.',
  'review-late': ({ latest }) =>
    `It could be asked for until ${formatDate(latest)}. It can still be heard: say in a sentence why it is late.`,
  'reviewer-there': 'This person is named already.',
  'reviewer-involved':
    'You had a part in this case, so somebody else must review it. Ask the clerk to name somebody new.',
  'papers-not-shared':
    'Give the parent the same papers first: a review never rests on something that they have not seen.',
  'no-next-step': 'Say where the parent can go next if they still disagree.',
  'not-what-it-says':
    'The answers do not fit together. Upheld leaves everything as it was; varied shortens it; replaced is another outcome.',
  harsher:
    'A review never makes it worse for the parent. Choose a lighter outcome, or uphold the one there is.',
  'no-new-information': 'Say in at least one sentence what is new.',
  'answered-since':
    'The parent has written since the decision was taken. Read what they say; then withdraw the decision, and decide again, the same or differently.',
  'record-held':
    'Something holds this record: a request for data, a claim, or the police. It is kept until that ends.',
  'too-early': ({ until }) =>
    `This record is kept until ${formatDate(until)}. To erase it before that, give the reason in at least one sentence.`,
};

function textOf<Code extends RefusalCode>(code: Code, carried: Carries[Code]): string {
  const text = TEXT[code];
  return typeof text === 'function' ? text(carried) : text;
}

/** A refusal in words for the person who was refused: what is missing, and what to do. */
export function refusalText(refusal: CaseRefusal): string {
  return textOf(refusal.code, refusal);
}
