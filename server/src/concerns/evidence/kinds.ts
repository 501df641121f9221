import type { Id } from '../../platform/ids.ts';

export type EvidenceId = Id<'evidence'>;

/** What a piece of evidence is. The excerpt that comes with a concern itself lies in the concern's own row. */
export const EVIDENCE_KINDS = ['excerpt', 'picture', 'mail-part'] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** Who brought it. */
export const ADDED_BY = ['reporter', 'staff'] as const;
export type AddedBy = (typeof ADDED_BY)[number];

/** Whether it can be opened: what is sealed is opened by nobody here (rule 14). */
export const EVIDENCE_STATES = ['kept', 'sealed'] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** What is done with a piece after it came: each time is written down. */
export const CUSTODY_ACTS = ['seen', 'exported', 'sealed', 'covered', 'shown'] as const;
export type CustodyAct = (typeof CUSTODY_ACTS)[number];

/** Where a piece was shown to somebody outside those who look into the matter (domain 3.4). */
export const OCCASIONS = ['letter', 'meeting', 'pack', 'panel', 'authority'] as const;
export type Occasion = (typeof OCCASIONS)[number];

/** What makes a piece part of the case: it was shown to somebody, or a copy of it left Handbell. */
export const USED: readonly CustodyAct[] = ['shown', 'exported'];
