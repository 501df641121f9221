import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import type { AdultId } from '../../roster/adult.ts';
import {
  type Asked,
  type AskingFacts,
  INVITATION_ACTS,
  INVITATION_STATES,
  InvitationStepRefused,
  invitationAfter,
  whoToAsk,
  whoToRemind,
} from './rules.ts';

const TODAY = Temporal.PlainDate.from('2027-03-09');
const [ann, ben, cas, dee]: readonly [AdultId, AdultId, AdultId, AdultId] = [
  newId(),
  newId(),
  newId(),
  newId(),
];
const adults = [ann, ben, cas].map((id) => ({ id, email: `${id}@example.org` }));

function asked(adult: AdultId, more: Partial<Asked> = {}): Asked {
  return { id: newId(), adult, state: 'asked', reminders: 0, remindOn: TODAY, stands: true, ...more };
}

function facts(more: Partial<AskingFacts> = {}): AskingFacts {
  return { adults, agreed: new Set(), answered: new Set(), invitations: [], ...more };
}

describe('an invitation', () => {
  it('goes only the ways there are', () => {
    const ways = INVITATION_STATES.flatMap((state) =>
      INVITATION_ACTS.map((act) => {
        try {
          return `${state} ${act}: ${invitationAfter(state, act)}`;
        } catch (error) {
          expect(error).toBeInstanceOf(InvitationStepRefused);
          return `${state} ${act}: -`;
        }
      }),
    );
    expect(ways).toEqual([
      'asked stop: stopped',
      'asked resume: asked',
      'asked revoke: revoked',
      'asked renew: -',
      'stopped stop: stopped',
      'stopped resume: asked',
      'stopped revoke: -',
      'stopped renew: -',
      'revoked stop: -',
      'revoked resume: -',
      'revoked revoke: revoked',
      'revoked renew: asked',
    ]);
  });
});

describe('who is asked', () => {
  it('is everybody on the roll with an address, and nobody who has agreed, answered or been asked', () => {
    expect(whoToAsk(facts())).toEqual([ann, ben, cas]);
    const some = facts({
      adults: [...adults, { id: dee, email: '' }],
      agreed: new Set([ann]),
      answered: new Set([ben]),
      invitations: [asked(cas)],
    });
    expect(whoToAsk(some)).toEqual([]);
  });

  it('is a new joiner alone after the others were asked, and everybody again after a material change', () => {
    const before = [asked(ann), asked(ben)];
    expect(whoToAsk(facts({ invitations: before }))).toEqual([cas]);
    const later = before.map((each) => ({ ...each, stands: false }));
    expect(whoToAsk(facts({ invitations: later }))).toEqual([ann, ben, cas]);
  });

  it('is never again somebody who asked for no more mail', () => {
    const stopped = [asked(ann, { state: 'stopped', stands: false })];
    expect(whoToAsk(facts({ invitations: stopped }))).toEqual([ben, cas]);
  });
});

describe('who is reminded', () => {
  it('is whoever has not answered, on their day, until they were reminded as often as the school allows', () => {
    const waiting = asked(ann);
    expect(whoToRemind(facts({ invitations: [waiting] }), 2, TODAY)).toEqual([waiting]);
    const not: readonly (readonly [Partial<Asked>, Partial<AskingFacts>])[] = [
      [{ reminders: 2 }, {}],
      [{ remindOn: TODAY.add({ days: 1 }) }, {}],
      [{ state: 'stopped' }, {}],
      [{ state: 'revoked' }, {}],
      [{ stands: false }, {}],
      [{}, { agreed: new Set([ann]) }],
      [{}, { answered: new Set([ann]) }],
      [{ adult: dee }, {}],
    ];
    for (const [invitation, more] of not) {
      const invitations = [asked(ann, invitation)];
      expect(whoToRemind(facts({ invitations, ...more }), 2, TODAY)).toEqual([]);
    }
  });

  it('gets never more mails than one and the reminders, however the days fall', () => {
    fc.assert(
      fc.property(fc.nat({ max: 5 }), fc.array(fc.nat({ max: 9 }), { maxLength: 60 }), (most, days) => {
        let invitation = asked(ann);
        let mails = 1;
        let day = TODAY;
        for (const step of days) {
          day = day.add({ days: step });
          if (whoToRemind(facts({ invitations: [invitation] }), most, day).length === 0) continue;
          mails += 1;
          const { reminders } = invitation;
          invitation = { ...invitation, reminders: reminders + 1, remindOn: day.add({ days: 5 }) };
        }
        expect(mails).toBeLessThanOrEqual(1 + most);
      }),
      { numRuns: 100 },
    );
  });
});
