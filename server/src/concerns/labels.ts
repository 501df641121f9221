import type {
  Affected,
  Awareness,
  Behalf,
  ConcernChannel,
  ConcernMode,
  ConcernPlace,
  ToldOf,
  YesNoUnsure,
} from './kinds.ts';
import type { ConcernAbout, ConcernExit, ConcernRoute, ConcernState } from './rules.ts';

/** What people call each kind of thing about a concern. */
export const MODE_NAMES: Readonly<Record<ConcernMode, string>> = {
  confidential: 'In confidence',
  named: 'With my name',
  anonymous: 'Without my name',
};

export const CHANNEL_NAMES: Readonly<Record<ConcernChannel, string>> = {
  web: 'Online',
  phone: 'By phone',
  paper: 'On paper',
  spoken: 'In person',
  mail: 'By email',
};

export const AWARENESS_NAMES: Readonly<Record<Awareness, string>> = {
  reporter: 'The person who is concerned told us',
  'told-in-person': 'Somebody passed on what a concerned person said',
  shown: 'Somebody showed us the words of their own accord',
  'staff-member-of-group': 'A member of staff is in the group as a parent, read it there and told us',
  authority: 'The police, the council or another authority told us',
};

export const ABOUT_NAMES: Readonly<Record<ConcernAbout, string>> = {
  parent: 'A parent or carer',
  teacher: 'A teacher',
  staff: 'Somebody else who works at the school',
  head: 'The Head Teacher',
  governors: 'The Chair of Governors or another governor',
  'head-and-governors': 'The Head Teacher and a governor',
  lead: 'The safeguarding lead',
  pupil: 'A child at the school',
  unsure: 'I am not sure, or somebody else',
};

export const PLACE_NAMES: Readonly<Record<Exclude<ConcernPlace, 'group'>, string>> = {
  'other-group': 'Another group of parents',
  direct: 'Messages sent straight to somebody',
  email: 'Email',
  'other-online': 'Somewhere else online',
  'in-person': 'Face to face, or on the phone',
};

export const AFFECTED_NAMES: Readonly<Record<Affected, string>> = {
  me: 'Me',
  'my-child': 'My child',
  'another-child': 'Another child',
  'another-parent': 'Another parent or carer',
  staff: 'Somebody who works at the school',
  other: 'Somebody else',
};

export const TOLD_OF_NAMES: Readonly<Record<ToldOf, string>> = {
  conduct: 'Words that somebody wrote or said',
  complaint: 'Something the school did or did not do',
};

export const BEHALF_NAMES: Readonly<Record<Behalf, string>> = {
  self: 'Me, or my own child',
  asked: 'Somebody who asked me to',
  unasked: 'Somebody who does not know that I am telling you',
};

export const YES_NO_UNSURE_NAMES: Readonly<Record<YesNoUnsure, string>> = {
  yes: 'Yes',
  no: 'No',
  unsure: 'I do not know',
};

/** The state in a word or two, for the desk. */
export const STATE_NAMES: Readonly<Record<ConcernState, string>> = {
  received: 'New',
  triage: 'Being sorted',
  held: 'Safeguarding hold',
  'case-open': 'Case open',
  'case-held': 'Case on hold',
  exited: 'Ended',
  concluded: 'Dealt with',
};

/** Who stands in the place of those a concern goes past. */
export const ROUTE_READERS: Readonly<Record<ConcernRoute, string>> = {
  ordinary: 'a senior member of staff',
  'past-head': 'the Chair of Governors',
  'past-governors': 'the Clerk to Governors, who names somebody not concerned',
  'past-both': 'the Clerk to Governors, who names somebody not concerned',
  'past-lead': 'the Head Teacher',
  'past-head-and-lead': 'the Chair of Governors',
  'past-governors-and-lead': 'the Clerk to Governors, who names somebody not concerned',
  'past-all': 'the Clerk to Governors, who names somebody not concerned',
};

/** Those a concern goes past, at the start of a sentence. */
export const PASSED_NAMES: Readonly<Record<ConcernRoute, string>> = {
  ordinary: 'Nobody',
  'past-head': 'The Head Teacher',
  'past-governors': 'The governors',
  'past-both': 'The Head Teacher and the governors',
  'past-lead': 'The safeguarding lead and the deputies',
  'past-head-and-lead': 'The Head Teacher and the safeguarding lead',
  'past-governors-and-lead': 'The governors and the safeguarding lead',
  'past-all': 'The Head Teacher, the governors and the safeguarding lead',
};

export const EXIT_NAMES: Readonly<Record<ConcernExit, string>> = {
  'moderator-matter': 'A matter for the group’s moderators',
  complaint: 'A complaint about the school',
  'staff-route': 'About somebody who works here: the staff code',
  'pupil-route': 'About a pupil: the behaviour policy',
  'not-for-school': 'Not for the school',
  'no-further-action': 'No further action',
};
