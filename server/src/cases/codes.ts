/**
 * The codes a chronology is written in: short words of Handbell's own that say nothing about anybody. What each is
 * called on a page stands in `code-text.ts`.
 */

/** Who gave an account. */
export const ACCOUNT_SOURCES = ['reporter', 'affected', 'witness', 'staff', 'moderator', 'other'] as const;
export type AccountSource = (typeof ACCOUNT_SOURCES)[number];

/** A try to reach the parent, a written invitation, or the parent's own account (rule 7). */
export const CONTACT_KINDS = ['attempt', 'invitation', 'heard'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];

/** What became of telling the person the words were about. */
export const AFFECTED_ANSWERS = ['told', 'nobody', 'unsafe'] as const;
export type AffectedAnswer = (typeof AFFECTED_ANSWERS)[number];

/** How the parent's own written account came, and whether they say that the words are theirs. */
export const WROTE_HOW = ['own-page', 'paper'] as const;
export const OWN_WORDS = ['yes', 'no', 'unsaid'] as const;
export type OwnWords = (typeof OWN_WORDS)[number];

/** What a parent can ask for, or tell, on their own page or on paper. */
export const PARENT_ASKS = [
  'talk',
  'needs',
  'no-needs',
  'not-me',
  'words',
  'slot',
  'times',
  'correction',
] as const;
export type ParentAsk = (typeof PARENT_ASKS)[number];

/** How long a closed case is kept (domain 3.4). */
export const RETENTION_CLASSES = ['no-further-action', 'outcome'] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** As what the words are handled: feedback or a complaint about the school, or somebody's conduct (rule 17). */
export const HANDLINGS = ['feedback', 'conduct'] as const;
export type Handling = (typeof HANDLINGS)[number];

/** The steps in which feedback and complaints are handled: CLEAR (domain 2.9). */
export const CLEAR_STEPS = ['categorise', 'listen', 'empathise', 'ask', 'respond'] as const;
export type ClearStep = (typeof CLEAR_STEPS)[number];

/** Of whom adjustments are asked, and what they answered (rule 35). */
export const NEEDS_OF = ['subject', 'reporter'] as const;
export type NeedsOf = (typeof NEEDS_OF)[number];
export const NEEDS_ANSWERS = ['none', 'some', 'not-reached'] as const;
export type NeedsAnswer = (typeof NEEDS_ANSWERS)[number];

/** What became of the support offered to whoever the words were about (rule 44). */
export const SUPPORT_ANSWERS = ['offered', 'taken', 'declined', 'nobody'] as const;
export type SupportAnswer = (typeof SUPPORT_ANSWERS)[number];

/** Outside bodies that a matter can be referred to (domain 2.7, D16). */
export const REFERRAL_AGENCIES = ['police', 'childrens-services', 'lado', 'prevent', 'other'] as const;
export type ReferralAgency = (typeof REFERRAL_AGENCIES)[number];

/** The first lock of a referral: what of this has happened (rule 15). */
export const REFERRAL_GROUNDS = ['threat', 'course-of-conduct', 'hate', 'image', 'order-breached'] as const;
export type ReferralGround = (typeof REFERRAL_GROUNDS)[number];

/** The second lock: what else was tried. */
export const REFERRAL_TRIED = [
  'conversation',
  'meeting',
  'mediation',
  'complaints-route',
  'unsuitable',
] as const;
export type ReferralTried = (typeof REFERRAL_TRIED)[number];

/** Whose lawyers are asked (S57). */
export const ADVICE_SOURCES = ['own', 'authority', 'trust', 'diocese', 'union'] as const;
export type AdviceSource = (typeof ADVICE_SOURCES)[number];

/** Instruments with a life of their own, kept in rooms of their own, and how far each has come. */
export const INSTRUMENTS = ['site-ban', 'communication-plan', 'meeting'] as const;
export type Instrument = (typeof INSTRUMENTS)[number];
export const STAGES = ['begun', 'told', 'settled', 'ended'] as const;
export type Stage = (typeof STAGES)[number];

/** What a review comes to (domain 2.3). */
export const REVIEW_RESULTS = ['upheld', 'varied', 'replaced'] as const;
export type ReviewResult = (typeof REVIEW_RESULTS)[number];

/** Where a parent can go after a review. */
export const NEXT_ROUTES = [
  'complaints',
  'department',
  'authority',
  'information-commissioner',
  'equality',
] as const;
export type NextRoute = (typeof NEXT_ROUTES)[number];
