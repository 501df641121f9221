import type { CaseAct } from './states.ts';

/** What the chronology calls each act, as a short sentence without names. */
export const ACT_TEXT: Readonly<Record<CaseAct, string>> = {
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
};
