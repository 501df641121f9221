import { SummaryList } from '../../ui/index.ts';
import { type Check, type Involved, routingOf, type Seat } from '../rules.ts';

const SEATS: Readonly<Record<Seat, string>> = {
  'case-handler': 'A senior member of staff',
  'another-handler': 'Another senior member of staff',
  safeguarding: 'The safeguarding lead, with whoever leads on behaviour',
  head: 'The Head Teacher',
  chair: 'The Chair of Governors',
  'vice-chair': 'The vice-chair, or governors who had no part in it',
  alternate: 'Somebody the Clerk names: a vice-chair, the trust, the council, the diocese or another board',
  'second-alternate': 'Somebody else who had no part in it',
  board: 'The Board, by its own code',
  independent: 'Somebody independent of the Board',
};

const CHECKS: Readonly<Record<Check, string>> = {
  lado: 'If a child may have been harmed, the council’s designated officer may have to hear within one working day, before anybody is asked about it.',
  'two-capacities':
    'Keep apart what the person did as staff and what they did as a parent. The staff code and the low-level concerns log hold for the first.',
  whistleblowing:
    'Whoever works here and tells of wrongdoing is protected by law. Nobody may treat them worse for it.',
  association: 'The PTA has rules of its own for its officers. They are not the school’s to apply.',
  behaviour:
    'A child wrote it: the behaviour policy holds, with the child’s family, not the way for parents.',
  alternate: 'Somebody not concerned must be named before anything is decided.',
};

/** Who may deal with a concern, by who is in it (domain 2.5). */
export function RoutingView({ facts }: { readonly facts: Involved }) {
  const { handler, decider, review, checks } = routingOf(facts);
  return (
    <>
      <SummaryList
        rows={[
          { key: 'Looks into it', value: SEATS[handler] },
          { key: 'Decides', value: SEATS[decider] },
          { key: 'Hears a review', value: SEATS[review] },
        ]}
      />
      {checks.length > 0 && (
        <ul>
          {checks.map((check) => (
            <li>{CHECKS[check]}</li>
          ))}
        </ul>
      )}
    </>
  );
}
