import type { Clause, Doubt, PolicyDocument } from '../document.ts';
import type { Detail } from './details.ts';
import { mixedTopics } from './topics.ts';

/** What the reader knows beyond the document itself. */
export interface ReadingNotes {
  readonly unsure: readonly string[];
  readonly details: readonly Detail[];
  readonly titled: boolean;
}

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
    [
      document.groupTypes.length === 0,
      'other',
      'The policy does not say which groups it covers: class groups, year groups or PTA groups. Which does it cover?',
    ],
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
  const doubled = /(?<![\p{L}])(\p{L}{2,}) \1(?![\p{L}])/iu.exec(clause.text)?.[0];
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
