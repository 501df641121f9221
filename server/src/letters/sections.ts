import { formatDate, formatShortDate } from '../ui/index.ts';
import type { Matter } from './matter.ts';

/** One part of a letter. A locked part is what every such letter must say; the rest is written by a person. */
export interface Section {
  readonly id: string;
  /** Printed above the part; empty for the opening. */
  readonly heading: string;
  readonly text: string;
  readonly locked: boolean;
  /** For a part somebody writes: what belongs there. */
  readonly hint: string;
}

/** A part that says what it must, whoever writes the rest. */
export const locked = (id: string, heading: string, text: string): Section => ({
  id,
  heading,
  text,
  locked: true,
  hint: '',
});

/** A part that a person writes; the text given is where they begin. */
export const written = (id: string, heading: string, text: string, hint: string): Section => ({
  id,
  heading,
  text,
  locked: false,
  hint,
});

/** Paragraphs, one below the other. */
export const lines = (...text: readonly string[]): string => text.join('\n\n');
const EXPECTATION = 'This is what we hope for. It is an expectation, and not a rule by itself.';

/** The clauses, verbatim, each with its number; expectations are printed as such (rule 19). */
export function clausesSection({ clauses, policy }: Matter, heading: string): Section {
  const items = clauses.map(({ ref, text, force }) => {
    const mark = force === 'expectation' ? ` (${EXPECTATION})` : '';
    return `- ${ref}: “${text.replaceAll(/\s+/g, ' ').trim()}”${mark}`;
  });
  return locked('clauses', heading, lines(`Our policy “${policy.title}” says:`, items.join('\n')));
}

/** That criticism is welcome (rule 17, D8): in every letter about what somebody wrote. */
export function criticismSection(): Section {
  return locked(
    'criticism',
    'You are free to criticise',
    'You may criticise the school, its policies and its leaders, and you may complain. That is lawful and welcome, and it is never a reason for a letter like this. Please go on telling us when something about your child worries you.',
  );
}

/** How to answer, ask and complain: whom, where, and the ombudsman for data. */
export function answerSection({ school, policy }: Matter, heading: string, opening: string): Section {
  return locked(
    'answer',
    heading,
    lines(
      opening,
      `You can write, phone or come in: ${contactOf(school)}. We can meet you with an interpreter, with somebody you trust beside you, or at another time if you work shifts. Tell us if you need this letter in large print or explained to you.`,
      `If you are unhappy with how we have dealt with this, you can use our complaints procedure. Ask the office for it, or write to the Chair of ${withoutArticle(school.board)} at the school’s address. The policy is at ${policy.address}.`,
    ),
  );
}

/** What the school holds about the parent, and their rights (UK GDPR, Articles 13 and 14). */
export function dataSection({ school }: Matter, source: string): Section {
  return locked(
    'data',
    'What we hold about you',
    `${source} We hold your name and address, what we have been told, and what you tell us. We use it only to deal with this matter, and only the few people who must see it do. You can ask for a copy of what is about you, ask us to correct it, and complain to us or to the Information Commissioner (0303 123 1113). Write to ${school.email}.`,
  );
}

/** "the Year 2 group, on Saturday 6 March 2027". */
export function whereAndWhen({ place, messageDay }: Matter): string {
  return `${place}, on or about ${formatDate(messageDay)}`;
}

/** "version 2, in force since 1 September 2026". */
export function versionOf({ policy }: Matter): string {
  return `version ${policy.version}, in force since ${formatShortDate(policy.since)}`;
}

function contactOf({ phone, email }: Matter['school']): string {
  return [phone, email].filter((part) => part !== '').join(' or ');
}

function withoutArticle(board: string): string {
  return /^the /iu.test(board) ? board : `the ${board}`;
}
