import { Temporal } from 'temporal-polyfill';
import type { Matter } from './matter.ts';
import type { FieldValues } from './template.ts';
import { valuesOf } from './values.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

/** An invented matter that every letter can be composed from: for looking at a template, and for tests. */
export const SAMPLE: Matter = {
  school: {
    name: 'Oakfield Example School',
    address: 'Bell Lane, Exampleton, EX1 1EX',
    phone: '07700 900100',
    email: 'office@oakfield.example.org',
    board: 'the Board of Governors',
  },
  nation: 'england',
  reference: 'M-2027-7KQM',
  recipient: { name: 'Alex Rowan', address: '4 Mill Row\nExampleton\nEX1 2AB' },
  policy: {
    title: 'Policy and Code of Conduct for the use of class WhatsApp groups',
    version: 2,
    since: day('2026-09-01'),
    address: 'https://handbell.example.org/s/oakfield',
  },
  clauses: [
    {
      ref: '4.1',
      text: 'abusive or personal comments about staff, pupils or other parents.',
      force: 'rule',
    },
    { ref: '2.1', text: 'The group should never be used to air grievances.', force: 'expectation' },
  ],
  channel: 'group',
  place: 'the Year 2 parents’ group',
  messageDay: day('2027-03-06'),
  allegation: 'Three messages in the group called a teaching assistant names.',
  signer: { name: 'Hana Okafor', role: 'Head Teacher' },
  times: ['Thursday 11 March 2027 at 3.30pm, in school', 'Friday 12 March 2027 at 9am, by phone'],
  replyBy: day('2027-03-16'),
  facts:
    'On 6 March 2027 three messages were posted in the group. Two of them said “useless” and “too lazy to care” about a member of staff.',
  account:
    'You told us on 10 March that you were worried after your child came home upset. We understand the worry and have looked into it on its own.',
  reasons:
    'We decided on a warning because the words were about a person and were repeated after another parent asked to stop. Advice alone was given before.',
  expected: 'Please keep words about people out of the group. Bring a worry about school to us.',
  outcome: 'Invite the parent to meet the Head Teacher',
  next: ['the school’s complaints procedure', 'the Department for Education'],
  expiresOn: day('2028-03-15'),
  keptUntil: day('2028-03-15'),
  ban: {
    risk: 'On 5 March 2027 two members of staff were shouted at by the gate. One of them feels at risk when you come in.',
    places: 'the grounds and buildings',
    times: 'on school days from 8am to 5pm',
    exceptions: 'in an emergency, or by appointment',
    collection: 'A member of staff brings Sam to the gate at 3.20pm.',
    meetings: 'By phone or online.',
    reports: 'By post, as before.',
    medical: 'The nurse phones you each Monday.',
    emergencies: 'We phone you, and you come at once.',
    events: 'We send you a recording.',
    told: 'The office and the class teacher are told.',
    alternatives: 'We talked with you twice. A different gate was tried for two weeks.',
    answers: [
      { said: 'I only raised my voice.', answer: 'We understand that it did not feel like much to you.' },
    ],
    wasInForce: true,
    from: day('2027-03-15'),
    until: day('2027-05-20'),
    lapsesOn: day('2027-03-30'),
    reviewOn: day('2027-05-10'),
    answerBy: day('2027-03-24'),
    reasons: 'A member of staff still feels at risk. A different gate did not change that.',
    reviewer: 'Cara Chair',
    reviewerId: '',
  },
  contactPlan: {
    facts: 'You sent 61 messages in four weeks. Two members of staff could not teach while they answered.',
    route: 'Please write to the deputy head at the school’s address.',
    frequency: 'She answers each Thursday.',
    reasons: 'We talked about it in January. A smaller step was tried then.',
    from: day('2027-03-15'),
    until: day('2027-06-15'),
    reviewOn: day('2027-05-10'),
  },
  meeting: {
    purpose: 'We would like to hear how you see it, and to find a way that works for everybody.',
    agenda: ['What happened in the group', 'What you would like', 'How we go on'],
    attendees: [
      'Hana Okafor, Head Teacher, who listens and answers',
      'Sunita Rao, deputy head, who takes notes',
    ],
    when: 'Thursday 11 March 2027 at 3.30pm',
    where: 'the small meeting room by the school office',
    length: 'about 45 minutes',
    papers: ['The part of our policy it is about', 'Your own messages, written out'],
    otherTimes: ['Friday 12 March 2027 at 9am', 'Monday 15 March 2027 at 6pm, by phone'],
  },
  meetingNotes: {
    heldOn: day('2027-03-11'),
    attendees: [
      'Alex Rowan',
      'a friend of Alex Rowan',
      'Hana Okafor, Head Teacher',
      'Sunita Rao, deputy head',
    ],
    began: '3.30pm',
    ended: '4.10pm',
    schoolPoints: ['What was posted, and on which day.', 'How it was for the member of staff.'],
    parentPoints: ['You were worried about the trip.', 'You would have liked an answer sooner.'],
    account: 'You wrote the messages in the evening, after your child came home upset.',
    agreed: ['Three messages were posted on 6 March 2027.'],
    disagreed: ['Whether anybody asked you to stop.'],
    actions: [
      { what: 'answer your question about the trip', owner: 'Sunita Rao', by: day('2027-03-18') },
      { what: 'bring a worry to the class teacher first', owner: 'You', by: day('2027-03-18') },
    ],
    corrections: '',
    commentBy: day('2027-03-25'),
  },
  support: {
    offered:
      'A talk with the deputy head whenever you like, and a colleague beside you at the gate this week.',
    contact: 'Sunita Rao, deputy head, 07700 900102',
    nextTold: 'Sunita Rao speaks with you again on Friday 19 March 2027.',
  },
};

/** What the documents that are printed from a record put in, invented. */
const PRINTED: FieldValues = {
  received: 'Monday 8 March 2027',
  confidence:
    'You told us in confidence. We do not tell the person it is about who you are, unless a child may be at risk or the law says that we must.',
  'next news': 'Monday 22 March 2027',
  'safeguarding lead': 'Priya Nair, on 07700 900101',
  'return address': 'https://handbell.example.org/s/oakfield/concern/return',
  'concern address': 'https://handbell.example.org/s/oakfield/concern',
  'privacy address': 'https://handbell.example.org/s/oakfield/privacy',
  reminder:
    'From time to time it helps to remind a group what it is for. The rule card has words you can paste.',
  'moderators address': 'https://handbell.example.org/s/oakfield/moderators',
  agency: 'Children’s services',
  grounds: '- A threat of death or serious harm, 5 March 2027',
  'referral facts':
    'On 5 March 2027 a message said “I know where she parks”. A member of staff is afraid to walk to her car.',
  tried: 'A conversation on 8 March 2027. It did not change anything.',
  'prepared by': 'Sunita Rao, 9 March 2027',
  'approved by': 'Hana Okafor, 9 March 2027',
  'made to': 'The duty desk, by phone, number CS-1042',
  'made at': 'Tuesday 9 March 2027 at 2.15pm',
  shared: 'The message as it was written, the name of the parent and of the child, and nothing else.',
  basis: 'To keep a child safe.',
  'parent told': 'The parent was not told. The duty desk asked us to wait until they have called.',
  'expected action': 'They call back by Thursday 11 March 2027.',
  hold: 'The police have not asked that nobody speaks to the parent.',
  'asked of': 'The local authority’s legal team',
  'asked on': 'Tuesday 9 March 2027',
  question: 'May the words below be untrue in a way that harms the person they name?',
  chronology: '- 5 March 2027: the message was posted.\n- 8 March 2027: we spoke with the parent.',
  words: '“She takes the trip money home.”',
  reach: 'The Year 2 group, 27 people. We know of nowhere else.',
  harm: 'The member of staff was asked about it by four parents, and has slept badly since.',
  remedy: 'The words taken back, and nothing more of it.',
  budget: 'Hana Okafor, Head Teacher, up to two hours.',
  readers: '- Sunita Rao\n- Hana Okafor',
  raised: 'Three messages in the group called a teaching assistant names.',
  handling: 'As a matter of conduct: the words are about a person, and not about the school.',
  heard: '- 10 March 2027: the parent was heard, by phone. They were upset about the trip.',
  protected: 'No: nothing in them is criticism of the school.',
  equality: 'Nothing of this kind is raised.',
  aim: 'To keep a member of staff from being insulted again.',
  need: 'The three messages of 6 March 2027, which the parent does not dispute.',
  least: 'A warning, since advice was given before.',
  'effect on child': 'None: collection and meetings stay as they are.',
  consistency: 'Two like cases ended with a warning, one with advice.',
  options: '- No further action\n- Advice\n- A warning letter (decided)',
  weighed: 'Advice alone was given in January and did not help.',
  interests: 'Hana Okafor, Monday 15 March 2027 at 10am. She declared that she has no interest in the case.',
};

/** What every document can be filled in with, invented; the school and who signs may be the real ones. */
export function sampleValues(head: Pick<Matter, 'school' | 'signer'> = SAMPLE): FieldValues {
  return { ...valuesOf({ ...SAMPLE, ...head }), ...PRINTED };
}
