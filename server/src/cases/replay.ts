import type { MemberId } from '../platform/ids.ts';
import type { CaseEvent, Deed, DeedOf } from './deeds.ts';
import { type CaseFacts, NOTHING_YET } from './facts.ts';
import type { CaseAct } from './states.ts';
import { TRANSITIONS } from './transitions.ts';

/** Whoever does one of these has investigated. Opening a case is triage; asking another to look into it is too. */
const INVESTIGATING: ReadonlySet<CaseAct> = new Set([
  'record-account',
  'start-contact',
  'write-first-letter',
  'record-contact',
  'start-assessment',
  'choose-handling',
  'take-clear-step',
  'answer',
  'hand-over',
]);

const together = (list: readonly MemberId[], more: readonly MemberId[]): readonly MemberId[] => [
  ...new Set([...list, ...more]),
];

function decided({ by, on }: CaseEvent, deed: DeedOf<'decide'>): Partial<CaseFacts> {
  const { outcome, standing, months, words } = deed;
  return { decision: { by, on, outcome, standing, months, words }, answeredSince: false };
}

/** What one deed changes, apart from the state and who investigated. */
function change(facts: CaseFacts, event: CaseEvent, deed: Deed): Partial<CaseFacts> {
  switch (deed.act) {
    case 'open':
      return {
        opening: deed,
        openedOn: event.on,
        handler: event.by,
        decider: deed.decider ?? undefined,
        interested: deed.interested,
        appointed: deed.appointed,
      };
    case 'record-account':
      return { sources: [...facts.sources, deed.source] };
    case 'record-contact': {
      const { act: _, ...contact } = deed;
      return { contacts: [...facts.contacts, contact], firstContactOn: facts.firstContactOn ?? deed.day };
    }
    case 'answer':
      return {
        answers: { ...facts.answers, [deed.question]: { choice: deed.choice, words: deed.words } },
      };
    case 'decide':
      return decided(event, deed);
    case 'decide-nothing':
      return decided(event, {
        ...deed,
        act: 'decide',
        outcome: 'no-further-action',
        standing: 'none',
        months: null,
        words: { ...deed.words, jump: 0 },
      });
    case 'withdraw-decision':
      return { decision: undefined, answeredSince: false };
    case 'countersign':
      return facts.decision ? { decision: { ...facts.decision, secondSignature: event.by } } : {};
    case 'issue':
      return { issuedOn: event.on, deciders: together(facts.deciders, whoDecided(facts)) };
    case 'tell-affected':
      return { affected: deed.answer };
    case 'set-follow-up':
      return { followUp: deed.day };
    case 'close':
      return { closed: { on: event.on, retention: deed.retention, keepUntil: deed.keepUntil } };
    case 'declare-interest':
      return declared(facts, event, deed);
    case 'name-decider':
      return { decider: deed.member, decision: undefined };
    case 'appoint':
      return { appointed: together(facts.appointed, [deed.member]), handler: deed.member };
    case 'choose-handling':
      return { handling: deed.handling };
    case 'take-clear-step':
      return { clear: facts.clear.includes(deed.step) ? facts.clear : [...facts.clear, deed.step] };
    case 'record-needs':
      return { needs: { ...facts.needs, [deed.of]: deed.answer } };
    case 'offer-support':
      return { support: deed.answer };
    case 'ask-referral':
      return { referral: { askedBy: event.by, danger: deed.danger, approvedBy: undefined } };
    case 'approve-referral':
      return facts.referral ? { referral: { ...facts.referral, approvedBy: event.by } } : {};
    case 'decline-referral':
      return { referral: undefined };
    case 'make-referral':
      return {
        referral: undefined,
        referralsMade: facts.referralsMade + 1,
        policeHold: facts.policeHold || deed.policeHold,
      };
    case 'hold-for-police':
      return { policeHold: true };
    case 'release-police-hold':
      return { policeHold: false };
    case 'ask-lawyer':
      return { privileged: true };
    case 'track':
      return {
        instruments: { ...facts.instruments, [deed.instrument]: deed.stage },
        banReviewer: deed.reviewer ?? facts.banReviewer,
      };
    case 'ask-review':
      return {
        review: { askedOn: deed.askedOn, reviewer: deed.reviewer ?? undefined, decided: undefined },
        closed: undefined,
      };
    case 'name-reviewer':
      return facts.review ? { review: { ...facts.review, reviewer: deed.member } } : {};
    case 'decide-review':
      return reviewed(facts, event, deed);
    case 'reopen':
      return begunAgain(facts, deed);
    case 'parent-wrote':
      return {
        contacts: [
          ...facts.contacts,
          { kind: 'heard', day: deed.day, replyBy: null, ownWords: deed.ownWords === 'yes' },
        ],
        firstContactOn: facts.firstContactOn ?? deed.day,
        answeredSince: facts.decision !== undefined,
      };
    case 'parent-asked':
      if (deed.what === 'needs') return { needs: { ...facts.needs, subject: 'some' } };
      return deed.what === 'no-needs' ? { needs: { ...facts.needs, subject: 'none' } } : {};
    case 'retain':
    case 'erase':
    case 'record-advice':
    case 'start-contact':
    case 'write-first-letter':
    case 'start-assessment':
    case 'hand-over':
    case 'send-back':
      return {};
  }
}

const whoDecided = ({ decision }: CaseFacts): readonly MemberId[] =>
  decision ? [decision.by, ...(decision.secondSignature ? [decision.secondSignature] : [])] : [];

/** What a review leaves: its own result, and the outcome that stands from then on. */
function reviewed(
  { review, decision, deciders }: CaseFacts,
  { by, on }: CaseEvent,
  { result, next, outcome, months }: DeedOf<'decide-review'>,
): Partial<CaseFacts> {
  return {
    deciders: together(deciders, [by]),
    ...(review ? { review: { ...review, decided: { result, next, by, on } } } : {}),
    ...(decision ? { decision: { ...decision, outcome, months } } : {}),
  };
}

/**
 * New information: what was gathered, said and assessed before stays on record and counts for nothing, so the parent is
 * heard afresh (rule 7). Who had a part, and every conflict, stays.
 */
function begunAgain(facts: CaseFacts, { decider }: DeedOf<'reopen'>): Partial<CaseFacts> {
  const knew = facts.contacts.some(({ kind }) => kind !== 'attempt');
  const { interested, appointed, investigators, deciders, opening, openedOn, handler } = facts;
  const kept = { interested, appointed, investigators, deciders, opening, openedOn, handler };
  const { needs, referral, referralsMade, policeHold, privileged, instruments, banReviewer } = facts;
  return {
    ...NOTHING_YET,
    ...kept,
    ...{ needs, referral, referralsMade, policeHold, privileged, instruments, banReviewer },
    decider: decider ?? undefined,
    reopened: facts.reopened + 1,
    parentKnew: facts.parentKnew || knew,
  };
}

/** Whoever has an interest leaves; a decision they took or signed, if not issued yet, leaves with them (rule 8). */
function declared(
  facts: CaseFacts,
  { by }: CaseEvent,
  { successor }: DeedOf<'declare-interest'>,
): Partial<CaseFacts> {
  const interested = together(facts.interested, [by]);
  const { decision, issuedOn, review, referral } = facts;
  const agreed = referral && (referral.askedBy === by || referral.approvedBy === by);
  const took = decision && !issuedOn && (decision.by === by || decision.secondSignature === by);
  return {
    interested,
    ...(facts.handler === by ? { handler: undefined } : {}),
    ...(facts.decider === by ? { decider: successor ?? undefined } : {}),
    ...(took ? { decision: undefined } : {}),
    ...(review?.reviewer === by && !review.decided ? { review: { ...review, reviewer: undefined } } : {}),
    ...(agreed ? { referral: undefined } : {}),
  };
}

/** The facts after one more entry. The state moves as the table says, and in no other way. */
export function after(facts: CaseFacts, event: CaseEvent): CaseFacts {
  const { deed, by } = event;
  const { to } = TRANSITIONS[deed.act];
  const investigators = INVESTIGATING.has(deed.act)
    ? together(facts.investigators, [by])
    : facts.investigators;
  return {
    ...facts,
    ...change(facts, event, deed),
    state: to === 'same' ? facts.state : to,
    investigators,
  };
}

/** What a chronology adds up to, from its first entry on. */
export function replay(events: readonly CaseEvent[]): CaseFacts {
  return events.reduce(after, NOTHING_YET);
}
