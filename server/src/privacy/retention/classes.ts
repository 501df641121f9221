/**
 * What kinds of records there are, as far as keeping them goes (domain 3.4). Every table that holds something about a
 * person belongs to one of these or says why not (`table-classes.ts`).
 */
export const RETENTION_CLASSES = [
  'concern',
  'picture',
  'reporter',
  'case-nothing',
  'case-outcome',
  'ban',
  'agreement',
  'talk',
  'leaver',
  'volunteer',
  'comment',
  'request',
] as const;
export type RetentionClass = (typeof RETENTION_CLASSES)[number];

/** How a class is kept, and what becomes of it. */
export interface ClassRule {
  /** Calendar months from the day its text names. */
  readonly months: number;
  /** Whether it goes by itself when it is due, or waits for the data protection lead. */
  readonly automatic: boolean;
}

export interface ClassText {
  readonly name: string;
  /** From when the months count. */
  readonly from: string;
  readonly why: string;
  /** What happens at the end. */
  readonly end: 'destroyed' | 'anonymised';
}

/** The schedule that a school begins with; it can change every line. Nothing goes unasked until the school says so. */
export const DEFAULT_RULES: Readonly<Record<RetentionClass, ClassRule>> = {
  concern: { months: 4, automatic: false },
  picture: { months: 0, automatic: false },
  reporter: { months: 12, automatic: false },
  'case-nothing': { months: 12, automatic: false },
  'case-outcome': { months: 72, automatic: false },
  ban: { months: 72, automatic: false },
  agreement: { months: 12, automatic: false },
  talk: { months: 12, automatic: false },
  leaver: { months: 12, automatic: false },
  volunteer: { months: 12, automatic: false },
  comment: { months: 12, automatic: false },
  request: { months: 36, automatic: false },
};

export const CLASS_TEXT: Readonly<Record<RetentionClass, ClassText>> = {
  concern: {
    name: 'Concerns that ended without a case',
    from: 'the day they ended',
    why: 'About a term: long enough for a question, no longer.',
    end: 'destroyed',
  },
  picture: {
    name: 'Pictures and parts of mail',
    from: 'the day the concern ended, or three months after its case was closed, when nobody can ask for a review any more',
    why: 'A picture shows more than was needed. What somebody was shown stays with its case.',
    end: 'destroyed',
  },
  reporter: {
    name: 'Who raised a concern',
    from: 'the day the concern ended',
    why: 'Only needed while somebody may have to ask them again.',
    end: 'destroyed',
  },
  'case-nothing': {
    name: 'Cases that ended with no further action',
    from: 'the day they were closed',
    why: 'Nothing came of them, so they go soon.',
    end: 'anonymised',
  },
  'case-outcome': {
    name: 'Cases with an outcome',
    from: 'the day they were closed',
    why: 'As long as a claim about it could be brought.',
    end: 'anonymised',
  },
  ban: {
    name: 'Cases with a ban from the site or a communication plan',
    from: 'the day the last of it ended, if that is later than the end of the case’s own time',
    why: 'As long as a claim about the ban could be brought. The gate list has its name only while it holds.',
    end: 'anonymised',
  },
  agreement: {
    name: 'Agreements and slips',
    from: 'the day the version ended, the family left or they withdrew, whichever came first',
    why: 'A year in which somebody may ask what they signed.',
    end: 'destroyed',
  },
  talk: {
    name: 'Refusals, and wishes to talk before signing',
    from: 'the day they ended',
    why: 'A refusal has no effect, so nobody needs it for long.',
    end: 'destroyed',
  },
  leaver: {
    name: 'Parents whose children have left',
    from: 'their last day',
    why: 'A year, for what is still under way.',
    end: 'anonymised',
  },
  volunteer: {
    name: 'Moderators and officers of the PTA who stopped',
    from: 'their last day',
    why: 'The register is for those who do it now, and the year before.',
    end: 'destroyed',
  },
  comment: {
    name: 'Comments on a draft of the policy',
    from: 'the day they were written',
    why: 'What was made of them stands in the adopted policy.',
    end: 'destroyed',
  },
  request: {
    name: 'Requests and complaints about data',
    from: 'the day they were closed',
    why: 'So that the school can show how it answered.',
    end: 'destroyed',
  },
};
