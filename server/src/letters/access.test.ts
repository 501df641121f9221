import { describe, expect, it } from 'vitest';
import { ROLES } from '../people/roles.ts';
import { newId } from '../platform/ids.ts';
import { mayPrint } from './access.ts';

const member = newId<'member'>();
const open = { hiddenFrom: [], openTo: [], restricted: false };

describe('who prints a letter', () => {
  it.each(ROLES)('of an ordinary matter, for the role %s', (role) => {
    expect(mayPrint({ member, roles: [role] }, open)).toBe(['office', 'handler', 'head'].includes(role));
  });
  it.each(ROLES)('of a matter past the Head or governors, for the role %s: nobody by role', (role) => {
    expect(mayPrint({ member, roles: [role] }, { ...open, restricted: true })).toBe(false);
    expect(mayPrint({ member, roles: [role] }, { ...open, restricted: true, openTo: [member] })).toBe(true);
  });
  it.each(ROLES)('never somebody with a conflict, in the role %s', (role) => {
    const access = { hiddenFrom: [member], openTo: [member], restricted: false };
    expect(mayPrint({ member, roles: [role] }, access)).toBe(false);
  });
});
