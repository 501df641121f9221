import { Temporal } from 'temporal-polyfill';
import type { Matter } from '../src/letters/matter.ts';

/** An invented matter that every letter can be composed from. */
export function testMatter(change: Partial<Matter> = {}): Matter {
  const day = (text: string) => Temporal.PlainDate.from(text);
  return {
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
    ...change,
  };
}
