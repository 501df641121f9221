import type { LibrarySection } from './types.ts';

/** What the groups are, and who can join. */
export const BEGINNINGS: readonly LibrarySection[] = [
  {
    id: 'about',
    heading: 'What the groups are for',
    groups: [
      {
        clauses: [
          {
            id: 'useful',
            text: 'WhatsApp groups are a useful way for families to remind each other about school life: trips, kit, dates and lost jumpers.',
            kind: 'purpose',
            note: 'Says what a group is good for, before it says what to avoid.',
            usual: true,
          },
          {
            id: 'personal',
            text: 'The groups are run by parents. People write in them in a personal capacity, and the school does not run, watch or post in them.',
            kind: 'purpose',
            note: 'Makes clear that the school cannot see the groups and does not speak in them.',
            usual: true,
          },
          {
            id: 'scope',
            text: 'This policy applies to parents, carers and visitors who take part in {groups}.',
            kind: 'purpose',
            note: 'Says which groups are meant. A group of another kind is then not covered.',
            usual: true,
            options: [
              {
                key: 'groups',
                label: 'Which groups does the policy cover?',
                usual: 'class or year groups',
                choices: ['class groups', 'class or year groups', 'class, year or PTA groups'],
              },
            ],
          },
          {
            id: 'respect',
            text: 'We believe that everybody in our school should feel safe, welcome and respected, online as well as at the gate.',
            kind: 'belief',
            note: 'A value, not a rule: nobody can be said to have broken it.',
            usual: true,
          },
        ],
      },
    ],
  },
  {
    id: 'joining',
    heading: 'Joining and leaving',
    groups: [
      {
        clauses: [
          {
            id: 'members',
            text: 'Only parents and carers of children in the class may join its group.',
            kind: 'guideline',
            topics: ['membership'],
            strength: 'must',
            polarity: 'do',
            note: 'Keeps a group to the people that it is for.',
            usual: true,
          },
          {
            id: 'leave',
            text: 'You may leave the group or mute it at any time. You do not have to say why.',
            kind: 'guideline',
            topics: ['membership'],
            strength: 'optional',
            polarity: 'do',
            note: 'Nobody should feel that they must belong to a group.',
            usual: true,
          },
          {
            id: 'move-on',
            text: 'Please leave the group when your child leaves the class.',
            kind: 'guideline',
            topics: ['membership'],
            strength: 'please',
            polarity: 'do',
            note: 'Saves moderators from having to remove people.',
            usual: false,
          },
          {
            id: 'agree',
            text: 'By joining a group you agree to keep to this policy.',
            kind: 'agreement',
            topics: ['membership'],
            note: 'Agreement without a signature. A slip is clearer: it shows what each person has read.',
            usual: false,
          },
        ],
      },
    ],
  },
];
