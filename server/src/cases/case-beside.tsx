import { Tag } from '../ui/index.ts';
import { NEEDS_TEXT, SUPPORT_TEXT } from './code-text.ts';
import { FLAG_TEXT, flagsOf } from './flags.ts';
import { caseHref } from './guarded.ts';
import type { CaseFile } from './read.ts';
import { hasEnded } from './states.ts';
import { mayWork, type Person, wantsApproval } from './visibility.ts';

/** What runs beside the state of a case. */
export function Flags({ file: { facts, outside } }: { file: CaseFile }) {
  const flags = flagsOf(facts, outside);
  if (flags.length === 0) return null;
  return (
    <p>
      {flags.map((flag) => (
        <>
          <Tag kind={FLAG_TEXT[flag].tag}>{FLAG_TEXT[flag].name}</Tag>{' '}
        </>
      ))}
    </p>
  );
}

interface Place {
  readonly path: string;
  readonly label: string;
  readonly hint: string;
}

/** What is asked of everybody who works on a case, with the answer so far: prompts, not locks (rules 35, 44). */
function placesOf({ facts }: CaseFile): readonly Place[] {
  const { needs, support } = facts;
  return [
    {
      path: 'needs',
      label: 'What would make it easier to take part',
      hint: needs.subject
        ? `The parent: ${lowerFirst(NEEDS_TEXT[needs.subject])}`
        : 'Not asked yet: ask everybody once.',
    },
    {
      path: 'support',
      label: 'Support for the person the words were about',
      hint: support ? SUPPORT_TEXT[support] : 'Not offered yet.',
    },
    {
      path: 'parent-page',
      label: 'The parent’s own page',
      hint: 'Give them a way in, and read what they sent.',
    },
    {
      path: 'support-note',
      label: 'Note of support',
      hint: 'A letter to somebody the words were about.',
    },
