import type { Clause, Doubt, PolicyDocument } from '../document.ts';
import { allClauses } from '../query.ts';
import { gist } from '../text/spans.ts';
import type { Detail } from './details.ts';
import { mixedTopics } from './topics.ts';

const NO_GROUPS =
  'The policy does not say which groups it covers: class groups, year groups or PTA groups. Which does it cover?';

/** What the reader knows beyond the document itself. */
export interface ReadingNotes {
  readonly unsure: readonly string[];
  readonly details: readonly Detail[];
  readonly titled: boolean;
}

/** What a policy should say and this one does not, as questions for the school office. */
function missing(document: PolicyDocument): readonly Doubt[] {
  const lacks: readonly (readonly [boolean, Doubt['code'], string])[] = [
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
    ],
    [document.groupTypes.length === 0, 'other', NO_GROUPS],
  ];
  return lacks.filter(([lacking]) => lacking).map(([, code, message]) => ({ code, message }));
}

function clauseDoubts(clause: Clause, unsure: boolean): readonly Doubt[] {
  const at = { clauseId: clause.id, span: clause.span };
  const doubts: Doubt[] = [];
  if (clause.kind === 'text') {
    doubts.push({
      code: 'not-understood',
      message: `We kept "${short(clause.text)}" but could not tell what it is for.`,
      ...at,
    });
  } else if (unsure) {
    doubts.push({
      code: 'uncertain-kind',
      message: `We were not sure what "${short(clause.text)}" is for. Please check our choice.`,
      ...at,
    });
  }
  if (clause.force === 'expectation' && mixedTopics(clause.topics).length > 0) {
    doubts.push({
      code: 'other',
      message: `"${short(clause.text)}" says two things. Part of it can only be an expectation, so we treated all of it as one. Please check.`,
      ...at,
    });
  }
  if (clause.text.endsWith(':') && clause.stem === undefined) {
    doubts.push({
      code: 'other',
      message: `"${short(clause.text)}" leads to a list, but no list follows. Is something missing?`,
      ...at,
    });
  }
  const doubled = /(?<![\p{L}])(\p{L}{2,}) \1(?![\p{L}])/iu.exec(gist(clause.text))?.[0];
  if (doubled !== undefined && !/^(?:that that|had had)$/iu.test(doubled)) {
    doubts.push({
      code: 'possible-typo',
      message: `"${doubled}" has the same word twice. Is that meant?`,
      ...at,
    });
  }
  return doubts;
}

function short(text: string): string {
  const words = text.split(' ');
  return words.length <= 10 ? text : `${words.slice(0, 10).join(' ')}…`;
}

/** Lists what a person has to settle before the document is used, in the document's order, what is missing last. */
export function doubtsOf(document: PolicyDocument, notes: ReadingNotes): readonly Doubt[] {
  const untitled: readonly Doubt[] = notes.titled
    ? []
    : [
        {
          code: 'other',
          message: 'We found no title, so we used a name of our own. What is the policy called?',
        },
      ];
  const dates = notes.details.flatMap(({ question }): readonly Doubt[] =>
    question === undefined ? [] : [{ code: 'ambiguous-date', message: question }],
  );
  const clauses = document.sections.flatMap((section) =>
    section.clauses.flatMap((clause) => clauseDoubts(clause, notes.unsure.includes(clause.id))),
  );
  return [...untitled, ...clauses, ...dates, ...missing(document)];
}

const ABOUT_THE_WHOLE: readonly Doubt['code'][] = [
  'no-review-date',
  'no-contact',
  'no-responses',
  'no-decider',
  'no-signature',
];

/**
 * The doubts that are still open after a person's edits: questions about what is missing are asked afresh, a clause is
 * no longer doubted once it has another kind than `text`, and every other doubt stays until a person dismisses it.
 */
export function remainingDoubts(document: PolicyDocument, doubts: readonly Doubt[]): readonly Doubt[] {
  const lacking = missing(document);
  const asked = new Set(lacking.map(({ message }) => message));
  const texts = new Set(allClauses(document).flatMap(({ id, kind }) => (kind === 'text' ? [id] : [])));
  return doubts.filter(({ code, message, clauseId }) => {
    if (code === 'not-understood') return clauseId === undefined || texts.has(clauseId);
    const general = ABOUT_THE_WHOLE.includes(code) || message === NO_GROUPS;
    return !general || asked.has(message);
  });
}
