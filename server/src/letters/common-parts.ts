import { fixed, paragraphs, type TemplatePart } from './template.ts';

/** What every letter to a parent says of their child (voice; rule 39). */
export const CHILD = 'Your child is not affected by this.';

const FREE = 'You may criticise the school, its policies and its leaders, and you may complain.';

/** The clauses, verbatim, each with its number; expectations are printed as such (rule 19). */
export function clausesPart(heading: string): TemplatePart {
  return fixed('clauses', heading, paragraphs('Our policy “{policy}” says:', '{clauses}'), {
    needs: ['policy', 'clauses'],
  });
}

/** That criticism is welcome (rule 17, D8): in every letter about what somebody wrote. */
export const criticismPart: TemplatePart = fixed(
  'criticism',
  'You are free to criticise',
  `${FREE} That is lawful and welcome, and it is never a reason for a letter like this. Please go on telling us when something about your child worries you.`,
  { must: [FREE] },
);

const ADJUST = 'Tell us if you need this letter in large print or explained to you.';

/** How to answer, ask and complain: whom, where, and what can be made easier. */
export function answerPart(heading: string, opening: string): TemplatePart {
  return fixed(
    'answer',
    heading,
    paragraphs(
      opening,
      `You can write, phone or come in: {contact}. We can meet you with an interpreter, with somebody you trust beside you, or at another time if you work shifts. ${ADJUST}`,
      'If you are unhappy with how we have dealt with this, you can use our complaints procedure. Ask the office for it, or write to the Chair of {board} at the school’s address. The policy is at {policy address}.',
    ),
    { needs: ['contact'], must: [ADJUST] },
  );
}

const RIGHTS =
  'You can ask for a copy of what is about you, ask us to correct it, and complain to us or to the Information Commissioner (0303 123 1113).';

/** What the school holds about the reader, and their rights (UK GDPR, Articles 13 and 14). */
export function dataPart(source: string): TemplatePart {
  return fixed(
    'data',
    'What we hold about you',
    `${source} We hold your name and address, what we have been told, and what you tell us. We use it only to deal with this matter, and only the few people who must see it do. ${RIGHTS} Write to {school email}.`,
    { needs: ['school email'], must: [RIGHTS] },
  );
}
