import { formatPartialDate } from '../dates.ts';
import type { Clause, Doubt, DoubtChoice, DoubtCode, PartialDate, PolicyDocument } from '../document.ts';
import { allClauses } from '../query.ts';
import { gist } from '../text/spans.ts';
import type { Detail } from './details.ts';
import { mixedTopics } from './topics.ts';

/** What the reader knows beyond the document itself. */
export interface ReadingNotes {
  readonly unsure: readonly string[];
  /** Clauses in lists that nothing leads, list by list. */
  readonly unled: readonly (readonly string[])[];
  readonly details: readonly Detail[];
  readonly titled: boolean;
}

/** The answer that it is right as it stands. */
export const KEEP = (label: string): DoubtChoice => ({ label, change: { set: 'keep' } });

/** The answers to "what is it for?": wanted, unwanted, or only words. */
function uses(clauseIds: readonly string[]): readonly DoubtChoice[] {
  return [
    { label: 'Something that people should do', change: { set: 'polarity', clauseIds, polarity: 'do' } },
    {
      label: 'Something that people should not do',
      change: { set: 'polarity', clauseIds, polarity: 'do-not' },
    },
    { label: 'It says what the groups are for', change: { set: 'kind', clauseIds, kind: 'purpose' } },
    KEEP('Keep it as words: nothing follows from it'),
  ];
}

const GROUP_CHOICES: readonly DoubtChoice[] = [
  { label: 'Class groups', change: { set: 'groups', types: ['class'] } },
  { label: 'Class and year groups', change: { set: 'groups', types: ['class', 'year'] } },
  { label: 'Class, year and PTA groups', change: { set: 'groups', types: ['class', 'year', 'pta'] } },
];

/** What a policy should say and this one does not, as questions for the school office. */
function missing(document: PolicyDocument): readonly Doubt[] {
  const lacks: readonly (readonly [boolean, DoubtCode, string, (readonly DoubtChoice[])?])[] = [
    [
      document.dates.review === undefined,
      'no-review-date',
      'The policy does not say when it will be reviewed. When is it due?',
    ],
    [
      !document.contacts.some(({ purpose }) => purpose === 'concern'),
      'no-contact',
      'The policy does not say how to reach the school with a concern. Which address should people use?',
    ],
    [
      document.responses.length === 0,
      'no-responses',
      'We found no list of what the school may do when the code is broken. Is there one?',
    ],
    [
      document.decider === undefined,
      'no-decider',
      'The policy does not say who takes the final decision. Who does?',
    ],
    [
      document.signatures.length === 0,
      'no-signature',
      'We found no place for a signature. Who should sign the policy, if anybody?',
      [KEEP('Nobody signs it')],
    ],
    [
      document.groupTypes.length === 0,
      'no-groups',
      'The policy does not say which groups it covers: class groups, year groups or PTA groups. Which does it cover?',
      GROUP_CHOICES,
    ],
  ];
  return lacks
    .filter(([lacking]) => lacking)
    .map(([, code, message, choices]) => ({ code, message, ...(choices ? { choices } : {}) }));
}

/** Words after which a sentence must go on. */
const CUT_SHORT =
  /(?<![;,] ?)\b(?:the|a|an|and|or|of|to|for|with|should|must|will|may|not|by|from|your|their|our|its)$/iu;

function clauseDoubts(clause: Clause, { unsure, unled }: ReadingNotes): readonly Doubt[] {
  const { id, text, kind } = clause;
  const at = { clauseId: id, span: clause.span };
  const doubts: Doubt[] = [];
  const list = unled.find((ids) => ids.includes(id));
  if (list && list.length > 1) {
    if (list[0] === id) doubts.push({ ...at, ...unledList(text, list) });
  } else if (kind === 'text' && unsure.includes(id)) {
    const message = `We kept "${short(text)}" but could not tell what it is for. What is it?`;
    doubts.push({ code: list ? 'unclear-polarity' : 'not-understood', message, ...at, choices: uses([id]) });
  } else if (unsure.includes(id)) {
    const message = `We were not sure what "${short(text)}" is for. Please check our choice.`;
    doubts.push({
      code: 'uncertain-kind',
      message,
      ...at,
      choices: [KEEP('Your choice is right'), ...uses([id])],
    });
  }
  if (
    clause.force === 'expectation' &&
    clause.polarity !== undefined &&
    mixedTopics(clause.topics).length > 0
  ) {
    doubts.push({
      code: 'two-things',
      message: `"${short(text)}" says two things. Part of it can only be an expectation, so we treated all of it as one. Please check.`,
      ...at,
      choices: [
        KEEP('Keep all of it as an expectation'),
        { label: 'Make it a rule', change: { set: 'force', clauseId: id, force: 'rule' } },
      ],
    });
  }
  if (/(?::|\.{3}|…)$/u.test(text) && clause.stem === undefined) {
    const message = `"${short(text)}" leads to a list, but no list follows. Is something missing?`;
    doubts.push({ code: 'missing-list', message, ...at, choices: [KEEP('Nothing is missing')] });
  } else if (CUT_SHORT.test(text)) {
    const message = `"${short(text, true)}" stops in the middle. Is something missing?`;
    doubts.push({ code: 'cut-short', message, ...at, choices: [KEEP('Nothing is missing')] });
  }
  const doubled = /(?<![\p{L}])(\p{L}{2,}) \1(?![\p{L}])/iu.exec(gist(text))?.[0];
  if (doubled !== undefined && !/^(?:that that|had had)$/iu.test(doubled)) {
    const message = `"${doubled}" has the same word twice. Is that meant?`;
    doubts.push({ code: 'possible-typo', message, ...at, choices: [KEEP('It is meant')] });
  }
  return doubts;
}

/** One question for a whole list that no sentence leads. */
function unledList(first: string, ids: readonly string[]): Pick<Doubt, 'code' | 'message' | 'choices'> {
  return {
    code: 'unclear-polarity',
    message: `Nothing says whether the ${ids.length} lines from "${short(first)}" on are wanted or not. What are they?`,
    choices: uses(ids),
  };
}

function short(text: string, end = false): string {
  const words = text.split(' ');
  if (words.length <= 10) return text;
  return end ? `…${words.slice(-10).join(' ')}` : `${words.slice(0, 10).join(' ')}…`;
}

/** A school year, or a year, asks for the term that is meant; any other question for a yes. */
function dateChoices({ slot, date }: Detail): readonly DoubtChoice[] {
  if (slot !== 'review' || date?.precision !== 'year') return [KEEP('Yes, that is right')];
  const { year } = date;
  const terms: readonly PartialDate[] = [
    { precision: 'term', year: date.schoolYear ? year - 1 : year, term: 'autumn', written: '' },
    { precision: 'term', year, term: 'spring', written: '' },
    { precision: 'term', year, term: 'summer', written: '' },
  ];
  return terms.map((term) => ({ label: formatPartialDate(term), change: { set: 'review', date: term } }));
}

/** Lists what a person has to settle before the document is used, in the document's order, what is missing last. */
export function doubtsOf(document: PolicyDocument, notes: ReadingNotes): readonly Doubt[] {
  const message = 'We found no title, so we used a name of our own. What is the policy called?';
  const untitled: readonly Doubt[] = notes.titled ? [] : [{ code: 'no-title', message }];
  const dates = notes.details.flatMap((detail): readonly Doubt[] =>
    detail.question === undefined
      ? []
      : [{ code: 'ambiguous-date', message: detail.question, choices: dateChoices(detail) }],
  );
  const clauses = allClauses(document).flatMap((clause) => clauseDoubts(clause, notes));
  return [...untitled, ...clauses, ...dates, ...missing(document)];
}

const ABOUT_THE_WHOLE: readonly DoubtCode[] = [
  'no-review-date',
  'no-contact',
  'no-responses',
  'no-decider',
  'no-signature',
  'no-groups',
];

/**
 * The doubts that are still open after a person's edits: questions about what is missing are asked afresh, a clause is
 * no longer doubted once it has another kind than `text`, and every other doubt stays until a person dismisses it.
 */
export function remainingDoubts<T extends Doubt>(
  document: PolicyDocument,
  doubts: readonly T[],
): readonly T[] {
  const asked = new Set(missing(document).map(({ code }) => code));
  const texts = new Set(allClauses(document).flatMap(({ id, kind }) => (kind === 'text' ? [id] : [])));
  return doubts.filter(({ code, clauseId }) => {
    if (code === 'not-understood' || code === 'unclear-polarity')
      return clauseId === undefined || texts.has(clauseId);
    return !ABOUT_THE_WHOLE.includes(code) || asked.has(code);
  });
}
