import { describe, expect, it } from 'vitest';
import { ROLE_ACTS, ROLE_STATES, type RoleAct, type RoleState, roleAfter } from './rules.ts';

type Cell = readonly [from: RoleState, act: RoleAct, to: RoleState | 'over'];

const WAYS: readonly Cell[] = [
  ['proposed', 'ask', 'asked'],
  ['proposed', 'stop', 'over'],
  ['asked', 'ask', 'asked'],
  ['asked', 'accept', 'accepted'],
  ['asked', 'decline', 'declined'],
  ['asked', 'stop', 'over'],
  ['accepted', 'confirm', 'accepted'],
  ['accepted', 'stop', 'over'],
];

describe('looking after a group', () => {
  it.each(WAYS)('from %s by %s leads to %s', (from, act, to) => {
    expect(roleAfter(from, act)).toBe(to);
  });

  const closed = ROLE_STATES.flatMap((from) =>
    ROLE_ACTS.filter((act) => !WAYS.some(([state, way]) => state === from && way === act)).map(
      (act) => [from, act] as const,
    ),
  );
  it.each(closed)('from %s there is no way by %s', (from, act) => {
    expect(roleAfter(from, act)).toBeNull();
  });

  it('begins only with the volunteer’s own yes', () => {
    const leadIn = ROLE_STATES.flatMap((from) =>
      ROLE_ACTS.filter((act) => roleAfter(from, act) === 'accepted' && from !== 'accepted'),
    );
    expect(leadIn).toEqual(['accept']);
  });
});
