import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readSlots, typedTime } from './desk/fields.tsx';
import {
  MEETING_ACTS,
  MEETING_STATES,
  MEETING_TRANSITIONS,
  type MeetingAct,
  type MeetingState,
} from './states.ts';

type Way = readonly [MeetingState, Exclude<MeetingAct, 'offer'>, MeetingState];
const WAYS: readonly Way[] = [
  ['offered', 'choose', 'agreed'],
  ['offered', 'move', 'offered'],
  ['offered', 'cancel', 'cancelled'],
  ['agreed', 'choose', 'agreed'],
  ['agreed', 'move', 'offered'],
  ['agreed', 'cancel', 'cancelled'],
  ['agreed', 'hold', 'held'],
  ['agreed', 'miss', 'missed'],
  ['missed', 'move', 'offered'],
  ['held', 'write', 'held'],
  ['held', 'share', 'shared'],
  ['shared', 'comment', 'shared'],
];

describe('a meeting', () => {
  it.each(WAYS)('from %s by %s leads to %s', (from, act, to) => {
    expect(MEETING_TRANSITIONS[from][act]).toBe(to);
  });
  it('has no other way', () => {
    const all = MEETING_STATES.flatMap((from) =>
      MEETING_ACTS.flatMap((act) =>
        act === 'offer' || MEETING_TRANSITIONS[from][act] === null ? [] : [[from, act]],
      ),
    );
    expect(all.length).toBe(WAYS.length);
  });
});

describe('the times of an offer', () => {
  const now = Temporal.Instant.from('2027-03-26T10:00:00Z');
  const slot = (number: number, day: string, time: string) => ({
    [`slot${number}-day`]: day,
    [`slot${number}-month`]: '3',
    [`slot${number}-year`]: '2027',
    [`slot${number}-time`]: time,
  });
  const read = (...slots: Readonly<Record<string, string>>[]) => readSlots(Object.assign({}, ...slots), now);

  it('are read as the school’s own clock shows them, also over the change to summer time', () => {
    expect(read(slot(1, '27', '3.30pm'), slot(2, '29', '15:30'))).toEqual({
      slots: [Temporal.Instant.from('2027-03-27T15:30:00Z'), Temporal.Instant.from('2027-03-29T14:30:00Z')],
    });
  });
  it('are two at least, each of its own, and still to come', () => {
    expect(read(slot(1, '27', '9am'))).toHaveProperty('errors.slot2');
    expect(read(slot(1, '27', '9am'), slot(2, '27', '09:00'))).toHaveProperty(['errors', 'slot2-time']);
    expect(read(slot(1, '26', '9am'), slot(2, '27', '9am'))).toHaveProperty(['errors', 'slot1-time']);
    expect(read(slot(1, '25', '9am'), slot(2, '27', '9am'))).toHaveProperty('errors.slot1');
  });
  it.each([
    ['9am', '09:00:00'],
    ['12am', '00:00:00'],
    ['12.15pm', '12:15:00'],
    ['3.30 PM', '15:30:00'],
    ['23:59', '23:59:00'],
  ])('understand %s', (typed, time) => {
    expect(typedTime(typed)?.toString()).toBe(time);
  });
  it.each(['', '24:00', '13pm', '9', '9.60am', 'noon'])('do not guess at “%s”', (typed) => {
    expect(typedTime(typed)).toBeUndefined();
  });
});
