import type { Temporal } from 'temporal-polyfill';
import type { MemberId } from '../platform/ids.ts';
import type { AffectedAnswer, CaseEvent, Deed, DeedOf, RetentionClass } from './deeds.ts';
import type { LadderStep } from './outcomes.ts';
import type { Choice, QuestionId } from './questions.ts';
import { type CaseAct, type CaseState, TRANSITIONS } from './states.ts';

/** A decision that has been taken and may still be withdrawn until it is issued. */
export interface DecisionFacts {
  readonly by: MemberId;
  readonly on: Temporal.PlainDate;
  readonly outcome: string;
  readonly standing: string;
  readonly months: number | null;
  readonly words: { readonly reasons: number; readonly jump: number; readonly override: number };
  /** Who signed beside an investigator who decided. */
  readonly secondSignature?: MemberId;
}

/** Everything the rules need to know of a case: what its chronology adds up to. */
export interface CaseFacts {
  /** Unset before the case is opened. */
  readonly state: CaseState | undefined;
  readonly opening: DeedOf<'open'> | undefined;
  readonly openedOn: Temporal.PlainDate | undefined;
  /** Who looks into it at present. */
  readonly handler: MemberId | undefined;
  readonly decider: MemberId | undefined;
  readonly interested: readonly MemberId[];
  readonly appointed: readonly MemberId[];
  /** Everybody who looked into it: gathered, spoke to the parent, or assessed (rule 11). */
  readonly investigators: readonly MemberId[];
  readonly sources: readonly DeedOf<'record-account'>['source'][];
  readonly contacts: readonly Omit<DeedOf<'record-contact'>, 'act'>[];
  readonly firstContactOn: Temporal.PlainDate | undefined;
  readonly answers: Readonly<
    Partial<Record<QuestionId, { readonly choice: Choice; readonly words: number }>>
  >;
  readonly decision: DecisionFacts | undefined;
  readonly issuedOn: Temporal.PlainDate | undefined;
  readonly affected: AffectedAnswer | undefined;
  readonly followUp: Temporal.PlainDate | undefined;
  readonly closed: { readonly on: Temporal.PlainDate; readonly retention: RetentionClass } | undefined;
}

export const NOTHING_YET: CaseFacts = {
  state: undefined,
  opening: undefined,
  openedOn: undefined,
  handler: undefined,
  decider: undefined,
  interested: [],
  appointed: [],
  investigators: [],
  sources: [],
  contacts: [],
  firstContactOn: undefined,
  answers: {},
  decision: undefined,
  issuedOn: undefined,
  affected: undefined,
  followUp: undefined,
  closed: undefined,
};

/** Whoever does one of these has investigated. Opening a case is triage; asking another to look into it is too. */
const INVESTIGATING: ReadonlySet<CaseAct> = new Set([
  'record-account',
  'start-contact',
  'write-first-letter',
  'record-contact',
  'start-assessment',
  'answer',
  'hand-over',
]);

const together = (list: readonly MemberId[], more: readonly MemberId[]): readonly MemberId[] => [
  ...new Set([...list, ...more]),
];

function decided({ by, on }: CaseEvent, deed: DeedOf<'decide'>): Partial<CaseFacts> {
  const { outcome, standing, months, words } = deed;
  return { decision: { by, on, outcome, standing, months, words } };
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
      return { decision: undefined };
    case 'countersign':
      return facts.decision ? { decision: { ...facts.decision, secondSignature: event.by } } : {};
    case 'issue':
      return { issuedOn: event.on };
    case 'tell-affected':
      return { affected: deed.answer };
    case 'set-follow-up':
      return { followUp: deed.day };
    case 'close':
      return { closed: { on: event.on, retention: deed.retention } };
    case 'declare-interest':
      return declared(facts, event, deed);
    case 'name-decider':
      return { decider: deed.member, decision: undefined };
    case 'appoint':
      return { appointed: together(facts.appointed, [deed.member]), handler: deed.member };
    case 'start-contact':
    case 'write-first-letter':
    case 'start-assessment':
    case 'hand-over':
    case 'send-back':
      return {};
  }
}

/** Whoever has an interest leaves; a decision they took or signed, if not issued yet, leaves with them (rule 8). */
function declared(
  facts: CaseFacts,
  { by }: CaseEvent,
  { successor }: DeedOf<'declare-interest'>,
): Partial<CaseFacts> {
  const interested = together(facts.interested, [by]);
  const { decision, issuedOn } = facts;
  const took = decision && !issuedOn && (decision.by === by || decision.secondSignature === by);
  return {
    interested,
    ...(facts.handler === by ? { handler: undefined } : {}),
    ...(facts.decider === by ? { decider: successor ?? undefined } : {}),
    ...(took ? { decision: undefined } : {}),
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

/** The ladder of the policy that the case is judged by. */
export function ladderOf(facts: CaseFacts): readonly LadderStep[] {
  return facts.opening?.ladder ?? [];
}
