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
      hint: needs.subject ? `${NEEDS_TEXT[needs.subject]}.` : 'Not asked yet: ask everybody once.',
    },
    {
      path: 'support',
      label: 'Support for the person the words were about',
      hint: support ? `${SUPPORT_TEXT[support]}.` : 'Not offered yet.',
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
    { path: 'meetings', label: 'Meetings with the parent', hint: 'Times, invitation and notes.' },
    { path: 'tasks', label: 'Tasks', hint: 'Who does what by when, and why.' },
    { path: 'notes', label: 'Internal notes', hint: 'Facts apart from what somebody thinks.' },
    {
      path: 'referral',
      label: 'Police and other bodies',
      hint: referralHint(facts),
    },
    { path: 'legal', label: 'Legal advice', hint: 'Kept apart: only the people you name can read it.' },
  ];
}

function referralHint(facts: CaseFile['facts']): string {
  if (wantsApproval(facts)) return 'Waits for a second person.';
  return facts.referral
    ? 'Agreed to: record it when it is made.'
    : 'Only for the gravest matters, and never by one person alone unless somebody is in danger.';
}

/** The ways to what goes on beside the steps of a case, for those who work on it. */
export function Beside({ file, person }: { file: CaseFile; person: Person }) {
  const { facts, state, id } = file;
  const works = mayWork(person, facts) || facts.decider === person.member;
  if (hasEnded(state)) return null;
  if (!works) {
    return wantsApproval(facts) ? (
      <p>
        <a href={`${caseHref(id)}/referral`}>Read the referral that waits for a second person</a>
      </p>
    ) : null;
  }
  return (
    <section aria-labelledby="beside">
      <h2 id="beside">Beside the case</h2>
      <ul class="govuk-list">
        {placesOf(file).map(({ path, label, hint }) => (
          <li>
            <a href={`${caseHref(id)}/${path}`}>{label}</a> <span class="hb-quiet">{hint}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
