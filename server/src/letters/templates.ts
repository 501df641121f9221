import { formatDate } from '../ui/index.ts';
import {
  banConfirmed,
  banEnded,
  banExtended,
  banNotice,
  banProvisional,
  banReview,
} from './ban-templates.ts';
import { contactPlan } from './contact-plan-template.ts';
import type { Matter } from './matter.ts';
import type { LetterKind } from './rules.ts';
import {
  answerSection,
  clausesSection,
  criticismSection,
  dataSection,
  lines,
  locked,
  type Section,
  versionOf,
  whereAndWhen,
  written,
} from './sections.ts';

const CHILD = 'Your child is not affected by this.';

/** D3: the first word to a parent. It says what was raised and offers to talk; nothing has been found. */
function firstContact(matter: Matter): readonly Section[] {
  const { times, replyBy, signer } = matter;
  const answer = replyBy
    ? `Please tell us by ${formatDate(replyBy)} what suits you.`
    : 'Please tell us what suits you.';
  return [
    written(
      'opening',
      '',
      lines(
        `We have been told about messages in ${whereAndWhen(matter)}.`,
        'We understand the following so far. We would like to hear from you what happened.',
        matter.allegation,
      ),
      'One paragraph on what was raised: “we have been told”, “we understand that”. No source, no finding.',
    ),
    locked(
      'nothing-decided',
      'Nothing has been decided',
      `We have not decided anything, and we will not before we have heard you. ${CHILD}`,
    ),
    clausesSection(matter, 'The part of our policy this may be about'),
    locked(
      'talk',
      'When we could talk',
      lines(
        `You can talk with ${signer.name} in school, by phone or online. We can offer:`,
        times.map((time) => `- ${time}`).join('\n'),
        `${answer} If none of these suits you, suggest another time. You can also write to us instead, in any language.`,
        'You can bring somebody with you. We can have an interpreter there, at no cost to you. Tell us if there is anything we can do to make it easier for you to take part.',
      ),
    ),
    dataSection(
      matter,
      'Somebody in the school community passed this on to us. We keep who it was in confidence, as we would for you.',
    ),
    answerSection(matter, 'Questions', 'If anything here is not clear, please ask.'),
  ];
}

/** D6: nothing further. No hint that something was wrong. */
function noFurtherAction(matter: Matter): readonly Section[] {
  const { keptUntil } = matter;
  const until = keptUntil ? ` until ${formatDate(keptUntil)}, and then removed` : '';
  return [
    written(
      'considered',
      '',
      lines(
        `We wrote to you or spoke with you about messages in ${whereAndWhen(matter)}.`,
        'We have looked at what we were told and at what you said.',
      ),
      'What you looked at. No hint that somebody was at fault after all.',
    ),
    locked('outcome', 'We are taking this no further', `Nothing is held against you. ${CHILD}`),
    locked(
      'record',
      'What happens to the record',
      `The record of this matter is closed to everybody but the few people who must be able to open it. It is kept${until}.`,
    ),
    written(
      'thanks',
      'Thank you',
      'Thank you for the time you took. If you would like to talk about any of this, or about your child, you are welcome.',
      'A friendly end, in your own words.',
    ),
    answerSection(matter, 'Questions', 'You do not need to do anything.'),
  ];
}

/** D7: advice. It is not a warning, and says so. */
function advice(matter: Matter): readonly Section[] {
  return [
    written(
      'facts',
      '',
      lines(`We are writing about messages in ${whereAndWhen(matter)}.`, matter.facts),
      'What was written, as a fact. No finding about the person.',
    ),
    clausesSection(matter, 'What our policy asks'),
    written(
      'example',
      'What we suggest',
      lines(
        matter.expected ||
          'Before you post, ask yourself whether you would say it to the person, and whether the whole group needs it.',
      ),
      'A neutral example of how the same thing could be said.',
    ),
    written(
      'route',
      'Where to take a worry',
      'If something about the school troubles you, come to us first: the class teacher, then a senior member of staff, then the Head Teacher. You will get an answer.',
      'Who the right person is for what the messages were about.',
    ),
    locked(
      'not-a-warning',
      'This is advice and not a warning',
      `It is no step in our policy’s list of responses, and it does not count against you later. ${CHILD}`,
    ),
    criticismSection(),
    answerSection(matter, 'If you would like to talk', 'You do not have to answer this letter.'),
  ];
}

/** D8: a written warning, with what was found, why, until when, and what it does not mean. */
function warning(matter: Matter): readonly Section[] {
  const end = matter.expiresOn ? formatDate(matter.expiresOn) : '';
  return [
    locked(
      'what',
      '',
      `This is a written warning. ${matter.signer.name} has decided to send it under our policy “${matter.policy.title}”. The school has adopted and published it: ${versionOf(matter)}.`,
    ),
    written(
      'facts',
      'What we found',
      lines(`This is about messages in ${whereAndWhen(matter)}.`, matter.facts),
      'The facts with dates, and the words themselves where they are needed. No names of other people.',
    ),
    clausesSection(matter, 'What our policy says'),
    written(
      'account',
      'What you told us',
      matter.account,
      'The parent’s own account, and how you weighed it. If they did not answer, say how you tried.',
    ),
    written(
      'reasons',
      'Why we are sending this',
      matter.reasons,
      'Why this step, and why a smaller one would not do.',
    ),
    written(
      'expected',
      'What we ask of you',
      matter.expected,
      'What should be different from now on, in words somebody can follow.',
    ),
    locked(
      'again',
      'If it happens again',
      `We would speak with you again first and decide afresh, with reasons. Nothing follows by itself. This warning does not stop you from coming into school, from writing to us or from being in any group. ${CHILD}`,
    ),
    locked(
      'end',
      'When this warning ends',
      `It ends by itself on ${end}. After that day it does not count any more.`,
    ),
    criticismSection(),
    answerSection(
      matter,
      'If you disagree',
      'You can answer this letter, and your answer is kept with it. You can ask that somebody who had no part in the decision looks at it again: please ask within 10 school days if you can.',
    ),
    dataSection(matter, 'This letter and how we came to it are kept as the law asks of a school.'),
  ];
}

/** An outcome without a letter of its own: an answer to feedback, a conversation, a meeting, a step of the policy. */
function outcome(matter: Matter): readonly Section[] {
  return [
    written(
      'opening',
      '',
      lines(
        `We wrote to you or spoke with you about messages in ${whereAndWhen(matter)}.`,
        'Thank you for telling us how you see it.',
        matter.facts,
      ),
      'What it is about, as facts. No names of other people.',
    ),
    locked('decision', 'What we have decided', matter.outcome),
    written('reasons', 'Why', matter.reasons, 'Why this, in words that the parent can follow.'),
    written(
      'next',
      'What happens next',
      matter.expected || 'Please tell us what suits you, and how we can make it easier for you to take part.',
      'What you offer or ask for, with days and names of staff. Offer an interpreter and a companion.',
    ),
    locked('child', 'Your child', CHILD),
    criticismSection(),
    answerSection(
      matter,
      'If you would like to talk, or disagree',
      'You can ask that somebody who had no part in this looks at it again: please ask within 10 school days if you can.',
    ),
  ];
}

/** What a review came to: who looked again, at what, with what result, and where a parent can go from there. */
function review(matter: Matter): readonly Section[] {
  return [
    locked(
      'opening',
      '',
      `You asked that somebody new looks at what we decided about messages in ${whereAndWhen(matter)}. ${matter.signer.name} has done so, and had no part in it before.`,
    ),
    written(
      'papers',
      'What was looked at',
      'The same papers that you have had, and what you wrote to us about the decision.',
      'Only papers that the parent has had as well.',
    ),
    locked('result', 'What the review decided', matter.outcome),
    written('reasons', 'Why', matter.reasons, 'The answer to each point that the parent made.'),
    locked(
      'next',
      'If you still disagree',
      lines(
        'This was our last look at it. You can go to:',
        matter.next.map((each) => `- ${each}`).join('\n'),
      ),
    ),
    locked('child', 'Your child', CHILD),
    answerSection(matter, 'Questions', 'If anything here is not clear, please ask.'),
  ];
}

const TEMPLATES: Readonly<Record<LetterKind, (matter: Matter) => readonly Section[]>> = {
  'first-contact': firstContact,
  'no-further-action': noFurtherAction,
  advice,
  warning,
  outcome,
  review,
  'ban-notice': banNotice,
  'ban-provisional': banProvisional,
  'ban-confirmed': banConfirmed,
  'ban-ended': banEnded,
  'ban-review': banReview,
  'ban-extended': banExtended,
  'communication-plan': contactPlan,
};

/** Sections as somebody changed them, by their id. */
export type Changed = Readonly<Record<string, string>>;

/** The parts of a letter: the template filled in, with the parts that a person wrote anew. */
export function composeSections(kind: LetterKind, matter: Matter, changed: Changed): readonly Section[] {
  return TEMPLATES[kind](matter).map((section) => {
    const text = section.locked || !Object.hasOwn(changed, section.id) ? undefined : changed[section.id];
    return text === undefined ? section : { ...section, text };
  });
}
