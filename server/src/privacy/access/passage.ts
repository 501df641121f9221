/** About whom a passage of a record is, as far as showing it goes (domain 3.5). */
export const TAGS = ['subject', 'reporter', 'third-party', 'staff', 'child', 'privileged', 'crime'] as const;
export type Tag = (typeof TAGS)[number];

/** Whether something about somebody else may be shown: the test of the Data Protection Act 2018, Schedule 2, 16. */
export const BASES = ['consent', 'reasonable', 'neither'] as const;
export type Basis = (typeof BASES)[number];

/** A passage of a record: one thing that one person wrote. */
export interface Passage {
  /** Which of the record it is; stays the same while the record does. */
  readonly key: string;
  /** What it is: "Account of somebody else who saw it". */
  readonly where: string;
  readonly words: string;
  /** The tag that follows from where it comes from. */
  readonly tag: Tag;
}

/** One thing that was written, as a passage; nothing where nothing was written. */
export const passageOf = (key: string, where: string, words: string, tag: Tag): readonly Passage[] =>
  words.trim() === '' ? [] : [{ key, where, words, tag }];

/** Short lines as a text: what each is called, and what it says. Lines that say nothing are left out. */
export const linesOf = (rows: readonly (readonly [string, string | undefined])[]): string =>
  rows.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join('\n');

/** A short record that is theirs alone, as one passage. */
export const ownPassages = (words: string): readonly Passage[] =>
  passageOf('all', 'What we hold', words, 'subject');

/** Somebody whose name and addresses are covered wherever they stand. */
export interface HiddenPerson {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** A record as it is looked through before anything of it is shown. */
export interface Disclosable {
  readonly object: string;
  readonly title: string;
  readonly passages: readonly Passage[];
  readonly hidden: readonly HiddenPerson[];
}

/** What a person decided about a passage. */
export interface PassageDecision {
  readonly tag: Tag;
  readonly basis: Basis | undefined;
  readonly why: string;
}

/** The decisions about the passages of one record, by key. */
export type Decisions = ReadonlyMap<string, PassageDecision>;

export const isAboutOthers = (tag: Tag): boolean => tag === 'third-party' || tag === 'child';

/**
 * The tags that a person may give a passage. What a reporter wrote stays a reporter's: no decision shows it (rule 27).
 * What was kept from lawyers' eyes is shown only by giving the privilege up.
 */
export function tagsFor({ tag }: Pick<Passage, 'tag'>): readonly Tag[] {
  if (tag === 'reporter') return ['reporter'];
  if (tag === 'privileged') return ['privileged', 'subject'];
  return TAGS.filter((each) => each !== 'privileged');
}

/** How a passage stands: the decision, or else what follows from where it comes from. */
export function standingOf(passage: Passage, decisions: Decisions): PassageDecision {
  const decided = decisions.get(passage.key);
  if (decided && tagsFor(passage).includes(decided.tag)) return decided;
  return { tag: passage.tag, basis: undefined, why: '' };
}

/** Whether a passage is shown: their own, what staff did in their work, or what passed the test about others. */
export function isShown({ tag, basis }: PassageDecision): boolean {
  if (tag === 'subject' || tag === 'staff') return true;
  return isAboutOthers(tag) && (basis === 'consent' || basis === 'reasonable');
}

/** The passages about somebody else of which nobody has said whether they may be shown. */
export function untestedOf({ passages }: Disclosable, decisions: Decisions): readonly Passage[] {
  return passages.filter((passage) => {
    const { tag, basis } = standingOf(passage, decisions);
    return isAboutOthers(tag) && basis === undefined;
  });
}

export const TAG_TEXT: Readonly<Record<Tag, string>> = {
  subject: 'About them',
  reporter: 'From whoever raised a concern',
  'third-party': 'About somebody else',
  staff: 'What staff did in their work',
  child: 'About a child',
  privileged: 'Advice from a lawyer',
  crime: 'Could get in the way of preventing crime',
};

export const BASIS_TEXT: Readonly<Record<Basis, string>> = {
  consent: 'They agreed that it is shown',
  reasonable: 'It is reasonable to show it without asking them',
  neither: 'Neither: it stays covered',
};

/** What the bar says that stands for a covered passage. */
export const BAR_TEXT: Readonly<Record<Tag, string>> = {
  subject: '',
  staff: '',
  reporter: 'Covered: from somebody who told us in confidence',
  'third-party': 'Covered: about another person',
  child: 'Covered: about a child',
  privileged: 'Covered: advice from a lawyer',
  crime: 'Covered: preventing crime',
};

/** Why a passage may be kept back, for the schedule. */
export const EXEMPTION_TEXT: Readonly<Record<Tag, string>> = {
  subject: '',
  staff: '',
  reporter:
    'It would tell who raised a concern in confidence (Data Protection Act 2018, Schedule 2, paragraph 16).',
  'third-party':
    'It is about somebody else, who has not agreed, and it is not reasonable to show it without that (Data Protection Act 2018, Schedule 2, paragraph 16).',
  child: 'It is about a child, who is somebody else (Data Protection Act 2018, Schedule 2, paragraph 16).',
  privileged:
    'It is between the school and its lawyers (Data Protection Act 2018, Schedule 2, paragraph 19).',
  crime:
    'Showing it would be likely to get in the way of preventing or finding out a crime (Data Protection Act 2018, Schedule 2, paragraph 2).',
};
