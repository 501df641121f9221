import { allClauses, type PolicyDocument } from '@handbell/policy';
import { GROUP_WORDS, inWords } from './words.ts';

/** The most characters of a summary: it is there to be short. */
export const MOST_SUMMARY = 3000;

const few = (words: readonly string[]) => words.filter((word) => word.trim() !== '').join(' ');

/**
 * A summary to start from, made of what the policy holds as data: which groups, how many rules, whom to tell, who
 * decides. The school puts it in its own words.
 */
export function proposedSummary(document: PolicyDocument): string {
  const groups = inWords(document.groupTypes.map((type) => GROUP_WORDS[type]));
  const rules = allClauses(document).filter(({ force }) => force === 'rule').length;
  const contact = document.contacts.find(({ purpose }) => purpose === 'concern');
  const lines = [
    groups === '' ? '' : `This policy is about our WhatsApp groups: ${groups.toLowerCase()}.`,
    'The groups are for news and help that everybody in them can use. Be kind, and keep private matters out.',
    rules === 0
      ? 'Nothing in it can lead to a step by the school. It says what we hope for.'
      : 'If somebody goes against its rules, we talk to them first.',
    contact ? `If something in a group worries you, tell us in confidence: ${contact.value}.` : '',
    document.decider === undefined ? '' : `In the end, the ${document.decider} decides what happens.`,
    'Signing is your choice. Nothing changes for your child if you do not sign.',
  ];
  return few(lines.map((line) => (line === '' ? '' : `${line}\n\n`))).trim();
}
