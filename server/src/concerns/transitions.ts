/** Where a concern stands (domain 2.3). "held" and "case-held" are the safeguarding hold, before and after a case. */
export const CONCERN_STATES = [
  'received',
  'triage',
  'held',
  'case-open',
  'case-held',
  'exited',
  'concluded',
] as const;
export type ConcernState = (typeof CONCERN_STATES)[number];

/** What can be done with a concern. */
export const CONCERN_ACTS = [
  'screen-clear',
  'screen-hold',
  'hold',
  'emergency',
  'allege',
  'tell-officer',
  'release',
  'declare',
  'involve',
  'answer-about-us',
  'acknowledge',
  'ask',
  'reply',
  'withdraw',
  'hand-over',
  'appoint',
  'lead',
  'join',
  'leave',
  'exit',
  'open-case',
  'conclude',
  'reopen',
] as const;
export type ConcernAct = (typeof CONCERN_ACTS)[number];

/** The ways out of triage that are no case (domain 2.3). */
export const CONCERN_EXITS = [
  'moderator-matter',
  'complaint',
  'staff-route',
  'pupil-route',
  'not-for-school',
  'no-further-action',
] as const;
export type ConcernExit = (typeof CONCERN_EXITS)[number];

type Row = Readonly<Record<ConcernAct, ConcernState | null>>;

/** An open concern takes these at any stage, and stays where it is. */
const stays = (state: ConcernState) => ({
  reply: state,
  withdraw: state,
  'hand-over': state,
  appoint: state,
});

const over: Row = {
  'screen-clear': null,
  'screen-hold': null,
  hold: null,
  emergency: null,
  allege: null,
  'tell-officer': null,
  release: null,
  declare: null,
  involve: null,
  'answer-about-us': null,
  acknowledge: null,
  ask: null,
  reply: null,
  withdraw: null,
  'hand-over': null,
  appoint: null,
  lead: null,
  join: null,
  leave: null,
  exit: null,
  'open-case': null,
  conclude: null,
  reopen: null,
};

/** From each state, by each act, to which state; null where there is no way. */
export const TRANSITIONS: Readonly<Record<ConcernState, Row>> = {
  received: {
    ...over,
    ...stays('received'),
    'screen-clear': 'triage',
    'screen-hold': 'held',
    emergency: 'held',
  },
  triage: {
    ...over,
    ...stays('triage'),
    hold: 'held',
    emergency: 'held',
    allege: 'held',
    declare: 'triage',
    involve: 'triage',
    'answer-about-us': 'triage',
    acknowledge: 'triage',
    ask: 'triage',
    lead: 'triage',
    join: 'triage',
    leave: 'triage',
    exit: 'exited',
    'open-case': 'case-open',
  },
  held: {
    ...over,
    ...stays('held'),
    emergency: 'held',
    allege: 'held',
    'tell-officer': 'held',
    release: 'triage',
    declare: 'held',
    involve: 'held',
    acknowledge: 'held',
    ask: 'held',
    leave: 'held',
  },
  'case-open': {
    ...over,
    ...stays('case-open'),
    hold: 'case-held',
    emergency: 'case-held',
    allege: 'case-held',
    acknowledge: 'case-open',
    ask: 'case-open',
    lead: 'case-open',
    leave: 'triage',
    conclude: 'concluded',
  },
  'case-held': {
    ...over,
    ...stays('case-held'),
    emergency: 'case-held',
    allege: 'case-held',
    'tell-officer': 'case-held',
    release: 'case-open',
    acknowledge: 'case-held',
    ask: 'case-held',
    leave: 'held',
  },
  exited: over,
  concluded: { ...over, reopen: 'case-open' },
};
