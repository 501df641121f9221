import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONCERN_ROUTES, keptFrom } from '../concerns/rules.ts';
import { ROLES, type Role } from '../people/roles.ts';
import { newId } from '../platform/ids.ts';
import { isLeadFor, maySafeguard } from './rules.ts';

const person = (...roles: readonly Role[]) => ({ member: newId<'member'>(), roles });
const sight = { route: 'ordinary', safeguarding: true, excluded: [], appointed: [] } as const;
const lead = person('safeguarding');
const head = person('head');
const chair = person('chair');
const everybody = [
  lead,
  head,
  chair,
  person('handler'),
  person('office'),
  person('clerk'),
  person('governor'),
];

const who = (of: Parameters<typeof maySafeguard>[1], people = everybody) =>
  people.filter((each) => maySafeguard(each, of, people)).map(({ roles }) => roles[0]);

describe('who opens the safeguarding side of a concern', () => {
  it('the lead, and nobody else', () => {
    expect(who(sight)).toEqual(['safeguarding']);
    expect(who({ ...sight, safeguarding: false })).toEqual(['safeguarding']);
  });

  it('stays the lead where it goes past the Head or the governors', () => {
    expect(who({ ...sight, route: 'past-head' })).toEqual(['safeguarding']);
    expect(who({ ...sight, route: 'past-both' })).toEqual(['safeguarding']);
  });

  it('is the Head where it is about the lead, the Chair where it is about both', () => {
    expect(who({ ...sight, route: 'past-lead' })).toEqual(['head']);
    expect(who({ ...sight, route: 'past-head-and-lead' })).toEqual(['chair']);
    expect(who({ ...sight, route: 'past-all' })).toEqual(['clerk']);
  });

  it('is the Head, and no case handler, where nobody is safeguarding lead or the lead has an interest', () => {
    const without = everybody.filter((each) => each !== lead);
    expect(who(sight, without)).toEqual(['head']);
    expect(who({ ...sight, excluded: [lead.member] })).toEqual(['head']);
  });

  it('is the Chair where the Head is the lead and it is about the Head', () => {
    const both = person('head', 'safeguarding');
    expect(who({ ...sight, route: 'past-head' }, [both, chair, person('handler')])).toEqual(['chair']);
  });

  it('is never anybody whom it goes past or who is out of it', () => {
    const people = fc.array(
      fc.subarray([...ROLES]).map((roles) => person(...roles)),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(people, fc.constantFrom(...CONCERN_ROUTES), fc.nat(5), (all, route, out) => {
        const excluded = all.slice(out, out + 1).map(({ member }) => member);
        const of = { ...sight, route, excluded };
        const leads = all.some((each) => isLeadFor(each, of));
        for (const each of all.filter((one) => maySafeguard(one, of, all))) {
          expect(excluded).not.toContain(each.member);
          expect(each.roles.some((role) => keptFrom(route).includes(role))).toBe(false);
          if (leads) expect(each.roles).toContain('safeguarding');
        }
      }),
    );
  });
});
