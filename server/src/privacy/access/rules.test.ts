import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { newId } from '../../platform/ids.ts';
import { bankHolidaysOf } from '../../schools/bank-holidays.ts';
import { answerBy } from './clock.ts';
import {
  obstacleOf,
  type Pause,
  REQUEST_ACTS,
  REQUEST_STATES,
  type RequestFacts,
  type RequestState,
  requestAfter,
} from './rules.ts';

const day = (text: string) => Temporal.PlainDate.from(text);
const isHoliday = bankHolidaysOf('england');
const due = (receivedOn: string, months = 1, pauses: readonly Pause[] = []) =>
  answerBy({ receivedOn: day(receivedOn), months, pauses }, isHoliday)?.toString();

describe('the clock of a request for their own data (rule 36)', () => {
  it('is one calendar month, and no school holiday makes it longer', () => {
    expect(due('2027-07-20')).toBe('2027-08-20');
    expect(due('2027-12-20')).toBe('2028-01-20');
    expect(due('2027-01-31')).toBe('2027-03-01');
  });

  it('ends on the next working day after a weekend or a bank holiday', () => {
    expect(due('2027-04-03')).toBe('2027-05-04');
    expect(due('2027-02-26')).toBe('2027-03-30');
  });

  it('takes three months when they were told that it is complex', () => {
    expect(due('2027-03-09', 3)).toBe('2027-06-09');
  });

  it('stands still while they are asked, runs on by as many days, and begins with who they are', () => {
    const asked = (reason: Pause['reason'], until?: string) => [
      { reason, from: day('2027-03-12'), until: until === undefined ? undefined : day(until) },
    ];
    expect(due('2027-03-09', 1, asked('clarification'))).toBeUndefined();
    expect(due('2027-03-09', 1, asked('clarification', '2027-03-18'))).toBe('2027-04-15');
    expect(due('2027-03-09', 1, asked('identity', '2027-03-18'))).toBe('2027-04-19');
  });
});

describe('a request', () => {
  const [lead, other, third] = [newId<'member'>(), newId<'member'>(), newId<'member'>()];
  const ready: RequestFacts = {
    state: 'open',
    paused: false,
    extended: false,
    preparedBy: undefined,
    checker: other,
    undecided: 0,
    untested: 0,
  };
  const checking: RequestFacts = { ...ready, state: 'prepared', preparedBy: lead };

  it('goes out by no way but made, checked, sent', () => {
    const ways = REQUEST_STATES.flatMap((from) =>
      REQUEST_ACTS.flatMap((act) => {
        const to = requestAfter(from, act);
        return to && to !== from ? [`${from} ${act} ${to}`] : [];
      }),
    );
    expect(ways).toEqual([
      'open prepare prepared',
      'open end ended',
      'prepared send-back open',
      'prepared check checked',
      'prepared end ended',
      'checked send-back open',
      'checked send sent',
      'checked end ended',
    ]);
  });

  it.each([
    ['an undecided record', { undecided: 1 }, 'undecided'],
    ['a passage about somebody else without its answer', { untested: 1 }, 'untested'],
    ['a clock that stands still', { paused: true }, 'paused'],
    ['nobody asked to check it', { checker: undefined }, 'same-person'],
    ['its maker asked to check it', { checker: lead }, 'same-person'],
  ] as const)('is not made ready with %s', (_name, change, obstacle) => {
    expect(obstacleOf({ ...ready, ...change }, 'prepare', lead)).toBe(obstacle);
    expect(obstacleOf(ready, 'prepare', lead)).toBeUndefined();
  });

  it('is checked by whoever was asked, never by its maker or somebody else', () => {
    expect(obstacleOf(checking, 'check', other)).toBeUndefined();
    expect(obstacleOf(checking, 'check', third)).toBe('not-asked');
    expect(obstacleOf({ ...checking, checker: lead }, 'check', lead)).toBe('same-person');
  });

  it('stands still once, runs on once, and takes its two months once', () => {
    expect(obstacleOf({ ...ready, paused: true }, 'pause', lead)).toBe('paused');
    expect(obstacleOf(ready, 'resume', lead)).toBe('not-paused');
    expect(obstacleOf({ ...ready, extended: true }, 'extend', lead)).toBe('extended');
    expect([obstacleOf(ready, 'pause', lead), obstacleOf(ready, 'extend', lead)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each(['sent', 'ended'] satisfies RequestState[])('that is %s takes nothing more', (state) => {
    for (const act of REQUEST_ACTS) expect(obstacleOf({ ...ready, state }, act, other)).toBe('moved-on');
  });
});
