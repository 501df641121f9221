import type { LibraryClause, LibrarySection } from './types.ts';

const step = (
  id: string,
  text: string,
  response: LibraryClause['response'],
  note: string,
  usual: boolean,
): LibraryClause => ({ id, text, kind: 'response', ...(response ? { response } : {}), note, usual });

/** What the school may do, how it decides, and how the policy is kept up to date. */
export const ANSWERS: readonly LibrarySection[] = [
  {
    id: 'answers',
    heading: 'What the school may do',
    groups: [
      {
        clauses: [
          {
            id: 'gather',
            text: 'The school will look into every concern, and will gather information from those involved before it decides anything.',
            kind: 'decision-rule',
            note: 'Everybody is heard before anything happens.',
            usual: true,
          },
        ],
      },
      {
        stem: 'Where this policy is broken, the school may:',
        clauses: [
          step('advice', 'talk with the parent and give advice;', 'advice', 'Mostly this is enough.', true),
          step(
            'meeting',
            'invite the parent to a meeting;',
            'meeting',
            'To hear both sides and agree what happens next.',
            true,
          ),
          step(
            'warning-letter',
            'send a warning letter;',
            'warning-letter',
            'A formal step, with its reasons.',
            true,
          ),
          step(
            'authorities',
            'contact the police or the local authority (where there may be a crime);',
            'authorities',
            'The school would do this anyway where a crime may have been committed; it is fair to say so.',
            true,
          ),
          step(
            'legal-advice',
            'take legal advice (where a message may be defamatory);',
            'legal-advice',
            'Few schools need it.',
            false,
          ),
          step(
            'site-ban',
            'ban the parent from the school site for a time (where staff or pupils may be at risk).',
            'site-ban',
            'A grave step that must be fair and can be challenged. Without it here, the policy gives no such power.',
            false,
          ),
        ],
      },
      {
        clauses: [
          {
            id: 'proportion',
            text: 'Every response will be proportionate to what happened.',
            kind: 'decision-rule',
            note: 'Small matters get small answers.',
            usual: true,
          },
          {
            id: 'decider',
            text: 'The final decision rests with the {decider}.',
            kind: 'decision-rule',
            note: 'Where this person is involved, somebody else should decide.',
            usual: true,
            options: [{ key: 'decider', label: 'Who decides?', usual: 'headteacher' }],
          },
        ],
      },
    ],
  },
  {
    id: 'keeping',
    heading: 'Keeping this policy',
    groups: [
      {
        clauses: [
          {
            id: 'alongside',
            text: 'Please read this policy alongside our {policy}.',
            kind: 'purpose',
            note: 'Name the policy by the name that your school gives it.',
            usual: true,
            options: [{ key: 'policy', label: 'Which policy?', usual: 'Complaints Procedure' }],
          },
          {
            id: 'review',
            text: 'This policy will be reviewed {every}.',
            kind: 'sign-off',
            note: 'Give the date of the next review as well.',
            usual: true,
            options: [
              {
                key: 'every',
                label: 'How often?',
                usual: 'every two years',
                choices: ['every year', 'every two years', 'every three years'],
              },
            ],
          },
        ],
      },
    ],
  },
];
