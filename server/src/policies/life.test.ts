import { describe, expect, it } from 'vitest';
import {
  canDo,
  isInWork,
  nextState,
  POLICY_ACTS,
  POLICY_STATES,
  type PolicyAct,
  type PolicyState,
  PolicyStepRefused,
} from './life.ts';

/** Every act that can be done, written down a second time by hand; all others are refused. */
const ALLOWED: readonly (readonly [PolicyState, PolicyAct, PolicyState])[] = [
  ['draft', 'edit', 'draft'],
  ['draft', 'consult', 'consultation'],
  ['consultation', 'end-consultation', 'draft'],
  ['draft', 'approve', 'approved'],
  ['approved', 'reopen', 'draft'],
  ['approved', 'adopt', 'adopted'],
  ['adopted', 'reopen', 'draft'],
  ['adopted', 'sign', 'adopted'],
  ['adopted', 'put-in-force', 'in-force'],
  ['in-force', 'supersede', 'superseded'],
  ['in-force', 'withdraw', 'withdrawn'],
];

const cells = POLICY_STATES.flatMap((state) =>
  POLICY_ACTS.map((act) => ({
    state,
    act,
    to: ALLOWED.find(([from, by]) => from === state && by === act)?.[2],
  })),
);

describe('the life of a policy version', () => {
  it.each(cells.filter(({ to }) => to))('$act turns $state into $to', ({ state, act, to }) => {
    expect(nextState(state, act)).toBe(to);
    expect(canDo(state, act)).toBe(true);
  });

  it.each(cells.filter(({ to }) => !to))(
    'refuses to $act what is $state, in a sentence',
    ({ state, act }) => {
      expect(canDo(state, act)).toBe(false);
      expect(() => nextState(state, act)).toThrow(PolicyStepRefused);
      expect(() => nextState(state, act)).toThrow(/^[A-Z].+\.$/u);
    },
  );

  it('keeps a version on its way in work until it is in force', () => {
    const ended: readonly PolicyState[] = ['in-force', 'superseded', 'withdrawn'];
    for (const state of POLICY_STATES) expect(isInWork(state)).toBe(!ended.includes(state));
  });

  it('never leads out of an ended version', () => {
    const ended: readonly PolicyState[] = ['superseded', 'withdrawn'];
    for (const state of ended) for (const act of POLICY_ACTS) expect(canDo(state, act)).toBe(false);
  });
});
