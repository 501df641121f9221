import { describe, expect, it } from 'vitest';
import { mayRemoveRoles } from './last-administrator.ts';
import type { Role } from './roles.ts';

const active = (...roles: Role[]) => ({ state: 'active' as const, roles });
const invited = (...roles: Role[]) => ({ state: 'invited' as const, roles });

describe('taking roles away', () => {
  it.each([
    ['leaves nobody who can invite', ['office'], [], false],
    ['keeps the person able to invite', ['admin'], [], true],
    ['leaves another administrator', ['office'], [active('admin')], true],
    ['leaves a Head Teacher', [], [active('head')], true],
    ['leaves only somebody who has not joined yet', [], [invited('admin')], false],
    ['leaves only people who cannot invite', [], [active('office'), active('handler')], false],
  ] as const)('%s', (_what, roles, others, expected) => {
    expect(mayRemoveRoles({ state: 'active' }, roles, others)).toBe(expected);
  });
});
