import { Refusal } from '../platform/web/refusal.ts';
import type { ConcernObstacle } from './rules.ts';

const WORDS: Readonly<Record<ConcernObstacle, readonly [what: string, next: string]>> = {
  over: [
    'This concern has ended.',
    'Nothing more can be done with it. Look at its story to see how it ended.',
  ],
  'screen-first': [
    'The safeguarding question has not been answered yet.',
    'Open the concern and answer it first: every report is checked for a child at risk before anything else.',
  ],
  'screened-already': [
    'The safeguarding question has been answered already.',
    'Open the concern again. If you are worried about a child, put the safeguarding hold on.',
  ],
  held: ['The safeguarding hold is on.', 'Nothing else can be done until the safeguarding lead releases it.'],
  'not-held': ['The safeguarding hold is not on.', 'Open the concern again to see where it stands.'],
  'safeguarding-only': [
    'Only the safeguarding lead can do this.',
    'Speak to the safeguarding lead. The hold stays on until they release it.',
  ],
  'declare-first': [
    'You have not said yet whether you have an interest in this concern.',
    'Open the concern and answer the conflict question first.',
  ],
  'about-us-first': [
    'The question “Is this a complaint about us?” has not been answered yet.',
    'Open the concern and answer it first.',
  ],
  'is-complaint': [
    'This was found to be a complaint about the school.',
    'Send it down the complaints route. Criticism of the school is not a breach of the policy by itself.',
  ],
  'not-your-exit': [
    'Your role does not include this way out.',
    'Ask the Head Teacher, the Chair of Governors or the safeguarding lead.',
  ],
  'not-your-appointment': [
    'Your role does not include naming somebody for a concern.',
    'Ask the Head Teacher, the Chair of Governors or the safeguarding lead.',
  ],
  'not-parents': [
    'This is not a matter for the way that the school deals with parents.',
    'If somebody who works here or a pupil is meant, end it by their own way. If that is wrong, change the answer under “Who is in this”.',
  ],
  'officer-first': [
    'The council’s designated officer has not been told of the allegation yet.',
    'Tell them and write that down first. Only then can the hold be released.',
  ],
  'no-allegation': [
    'No allegation waits to be told to the council’s designated officer.',
    'Open the concern again to see where it stands.',
  ],
  alleged: ['It is marked as an allegation already.', 'Open the concern again to see where it stands.'],
  'about-moderator': [
    'It is about somebody who looks after the group, so it cannot be given to them.',
    'Choose another way out.',
  ],
  'led-by-another': [
    'This report belongs to a matter that another report leads.',
    'Go to the report that leads: what is decided there is decided for all of them.',
  ],
  leads: [
    'This report belongs to a matter already.',
    'Take it out of that matter first, if it belongs to this one.',
  ],
  alone: ['This report belongs to no matter.', 'Open the concern again to see where it stands.'],
  'case-open': ['A case is open for this concern.', 'Go on in the case.'],
};

/** A rule of concerns stands in the way, told to the person who tried. */
export function refusedBecause(obstacle: ConcernObstacle): Refusal {
  const [what, next] = WORDS[obstacle];
  return new Refusal(409, what, next);
}
