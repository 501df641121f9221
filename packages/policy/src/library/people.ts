import type { LibrarySection } from './types.ts';

/** What moderators do, and whom to tell. */
export const PEOPLE: readonly LibrarySection[] = [
  {
    id: 'moderators',
    heading: 'Moderators',
    groups: [
      {
        stem: 'Moderators are asked to:',
        clauses: [
          {
            id: 'duty-admit',
            text: 'check who asks to join before letting them in;',
            kind: 'moderator-duty',
            strength: 'please',
            polarity: 'do',
            note: 'The one thing that only a moderator can do.',
            usual: true,
          },
          {
            id: 'duty-remind',
            text: 'remind people of this policy when it is needed;',
            kind: 'moderator-duty',
            strength: 'please',
            polarity: 'do',
            note: 'A friendly word early on is mostly enough.',
            usual: true,
          },
          {
            id: 'duty-handover',
            text: 'hand over the group to new moderators each September.',
            kind: 'moderator-duty',
            topics: ['handover'],
            strength: 'please',
            polarity: 'do',
            note: 'Nobody has to do it for ever.',
            usual: true,
          },
        ],
      },
      {
        clauses: [
          {
            id: 'right-remove',
            text: 'Moderators may remove a message, or a member who breaks this policy. That is for them alone to decide.',
            kind: 'moderator-right',
            strength: 'optional',
            note: 'The school cannot order a removal: the groups are the parents’ own.',
            usual: true,
          },
          {
            id: 'right-rest',
            text: 'Moderators do not have to answer at once, or to settle arguments.',
            kind: 'moderator-right',
            strength: 'optional',
            note: 'Makes it easier to find volunteers.',
            usual: true,
          },
          {
            id: 'liability',
            text: 'Moderators are not responsible for what other people post.',
            kind: 'liability',
            note: 'Reassures volunteers. It cannot change the law.',
            usual: true,
          },
          {
            id: 'step-down',
            text: 'A moderator who breaks this policy may be asked to step down.',
            kind: 'moderator-sanction',
            note: 'Asked by the other parents or the PTA. It gives the school no power over parents.',
            usual: false,
          },
        ],
      },
    ],
  },
  {
    id: 'worried',
    heading: 'If you are worried',
    groups: [
      {
        clauses: [
          {
            id: 'contact',
            text: 'If something in a group worries you, please contact the {who} in confidence on {address}.',
            kind: 'concern-route',
            note: 'A policy without an address cannot be used.',
            usual: true,
            options: [
              { key: 'who', label: 'Who answers?', usual: 'school office' },
              { key: 'address', label: 'Which address or number?', usual: 'the number on our website' },
            ],
          },
          {
            id: 'ladder',
            text: 'If you are unhappy about something at school, speak to the {first} first, then the {second}, then the {third}.',
            kind: 'concern-route',
            note: 'Says whom to ask first and whom next.',
            usual: false,
            options: [
              { key: 'first', label: 'Whom first?', usual: 'class teacher' },
              { key: 'second', label: 'Whom next?', usual: 'deputy headteacher' },
              { key: 'third', label: 'And then?', usual: 'headteacher' },
            ],
          },
          {
            id: 'safeguarding',
            text: 'If you think that a child is at risk of harm, tell the Designated Safeguarding Lead at once. If a child is in danger now, ring 999.',
            kind: 'safeguarding',
            note: 'Keep this in every policy.',
            usual: true,
          },
        ],
      },
    ],
  },
];
