import type { Instrument, ParentAsk, Stage } from './codes.ts';
import type { Deed } from './deeds.ts';
import type { CaseAct } from './states.ts';

/** What most acts are called. */
const ACT_TEXT: Readonly<Record<Exclude<CaseAct, 'track' | 'parent-asked'>, string>> = {
  open: 'The case was opened',
  'record-account': 'An account was recorded',
  'start-contact': 'Speaking to the parent began',
  'write-first-letter': 'The first letter to the parent was issued',
  'record-contact': 'A contact with the parent was recorded',
  'start-assessment': 'The assessment began',
  answer: 'A question of the assessment was answered',
  'hand-over': 'The case was handed over for a decision',
  'send-back': 'The case was sent back for more work',
  decide: 'A decision was taken',
  'decide-nothing': 'No further action was decided',
  'withdraw-decision': 'The decision was withdrawn',
  countersign: 'A second person signed the decision',
  issue: 'The outcome was issued',
  'tell-affected': 'It was recorded whether the person affected was told',
  'set-follow-up': 'A follow-up was set',
  close: 'The case was closed, and the person who raised it told that it was dealt with',
  'declare-interest': 'Somebody declared an interest and left the case',
  'name-decider': 'Somebody was named to decide',
  appoint: 'Somebody was asked to look into it',
  'choose-handling': 'It was settled whether this is feedback or a matter of conduct',
  'take-clear-step': 'A step with the feedback was taken',
  'record-needs': 'Somebody was asked what would make it easier for them',
  'offer-support': 'Support for the person the words were about was recorded',
  'ask-referral': 'A referral to an outside body was prepared',
  'approve-referral': 'A second person agreed to the referral',
  'decline-referral': 'The referral was given up',
  'make-referral': 'A referral was made',
  'hold-for-police': 'A police hold began',
  'release-police-hold': 'The police hold ended',
  'ask-lawyer': 'Legal advice was asked for',
  'record-advice': 'Legal advice came',
  'ask-review': 'The parent asked for a review',
  'name-reviewer': 'Somebody was named to review the outcome',
  'decide-review': 'The review was decided',
  reopen: 'The case was opened again',
  'parent-wrote': 'The parent gave their account in writing',
  retain: 'The case was closed to everyday use',
  erase: 'The record was erased',
};

/** How far what is beside the case has come. */
const MOVE_TEXT: Readonly<Record<Instrument, Readonly<Record<Stage, string>>>> = {
  'site-ban': {
    begun: 'A ban from the site was thought about',
    told: 'The parent was written to about a ban from the site',
    settled: 'A ban from the site was decided, or is looked at again',
    ended: 'A ban from the site ended, or was given up',
  },
  'communication-plan': {
    begun: 'A communication plan was begun',
    told: 'The parent was told of a communication plan',
    settled: 'A communication plan was issued',
    ended: 'A communication plan ended, or was given up',
  },
  meeting: {
    begun: 'A meeting was offered to the parent',
    told: 'A time for the meeting was chosen',
    settled: 'The meeting was held, and notes were written',
    ended: 'The meeting was called off',
  },
};

const ASK_TEXT: Readonly<Record<ParentAsk, string>> = {
  talk: 'The parent asked to talk',
  needs: 'The parent said what would make it easier for them',
  'no-needs': 'The parent said that they need nothing to take part',
  'not-me': 'The parent said that it was not them',
  words: 'The parent wrote to us',
  slot: 'The parent chose a time to meet',
  times: 'The parent asked for other times to meet',
  correction: 'The parent corrected the notes of a meeting',
};

/** What the chronology calls a deed, as a short sentence without names. */
export function deedText(deed: Deed): string {
  if (deed.act === 'track') return MOVE_TEXT[deed.instrument][deed.stage];
  if (deed.act === 'parent-asked') return ASK_TEXT[deed.what];
  return ACT_TEXT[deed.act];
}
