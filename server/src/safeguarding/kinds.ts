import type { Id } from '../platform/ids.ts';

export type EntryId = Id<'safeguarding-entry'>;
export type ActionId = Id<'safeguarding-action'>;

/** What the safeguarding lead decides; why is written down whichever it is. */
export const DECISIONS = ['refer', 'support', 'not-safeguarding'] as const;
export type Decision = (typeof DECISIONS)[number];

export const DECISION_NAMES: Readonly<Record<Decision, string>> = {
  refer: 'Refer it: to children’s services, the police or another service',
  support: 'Support the child and the family here',
  'not-safeguarding': 'Not a safeguarding matter',
};

/** Where the child's own record is kept: never here. */
export const RECORD_SYSTEMS = ['cpoms', 'myconcern', 'other'] as const;
export type RecordSystem = (typeof RECORD_SYSTEMS)[number];

export const SYSTEM_NAMES: Readonly<Record<RecordSystem, string>> = {
  cpoms: 'CPOMS',
  myconcern: 'MyConcern',
  other: 'Another place',
};

/** What an entry of the chronology is. */
export const ENTRY_KINDS = [
  'note',
  'action',
  'done',
  'decision',
  'pointer',
  'allegation',
  'officer',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const ENTRY_NAMES: Readonly<Record<EntryKind, string>> = {
  note: 'Written down',
  action: 'Something to do',
  done: 'Done',
  decision: 'Decided',
  pointer: 'Where the child’s own record is',
  allegation: 'An allegation about an adult who works with children',
  officer: 'The council’s designated officer was told',
};

/** What the school keeps guidance about, in its own words. */
export const GUIDANCE_TOPICS = ['prevent', 'allegation'] as const;
export type GuidanceTopic = (typeof GUIDANCE_TOPICS)[number];

export const GUIDANCE_NAMES: Readonly<Record<GuidanceTopic, string>> = {
  prevent: 'Worried that somebody may be drawn into extremism (Prevent)',
  allegation: 'An allegation about an adult who works with children',
};
