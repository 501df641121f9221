import { expect } from 'vitest';
import { ROLES } from '../src/people/roles.ts';
import type { MemberId } from '../src/platform/ids.ts';
import { lastConcern, raise } from './concerns.ts';
import { startTestHandbell, type TestHandbell, type TestSchool, type Visitor } from './handbell.ts';

type Member = Visitor & { readonly member: MemberId };
type Overrides = Parameters<typeof raise>[2];
type Fields = Readonly<Record<string, string | readonly string[]>>;

/** A school where each role is held by somebody, with a second case handler, "deputy". */
export interface ConcernDesk {
  readonly handbell: TestHandbell;
  readonly school: TestSchool;
  as(role: string): Member;
  /** Raises a concern; gives its id. */
  fresh(overrides?: Overrides): Promise<string>;
  /** Does something with a concern as it stands now, with a form of its own. */
  act(role: string, id: string, name: string, fields: Fields): ReturnType<Visitor['post']>;
  /** Decides about a concern in the safeguarding room; with `release: 'yes'` the hold comes off. */
  decide(role: string, id: string, fields?: Fields): ReturnType<Visitor['post']>;
  stateOf(id: string): Promise<unknown>;
  /** A concern that this role has screened and declared clear. */
  sorted(role: string, overrides?: Overrides): Promise<string>;
}

/** Starts a whole Handbell for tests of the concerns desk. */
export async function startConcernDesk(...how: Parameters<typeof startTestHandbell>): Promise<ConcernDesk> {
  const handbell = await startTestHandbell(...how);
  const school = await handbell.newSchool();
  const people = new Map<string, Member>();
  for (const role of ROLES) people.set(role, await handbell.signIn(school, [role], `Example ${role}`));
  people.set('deputy', await handbell.signIn(school, ['handler'], 'Example deputy'));

  function as(role: string): Member {
    const found = people.get(role);
    if (!found) throw new Error(`Nobody here is ${role}.`);
    return found;
  }
  async function fresh(overrides: Overrides = {}): Promise<string> {
    await raise(handbell, school, overrides);
    return lastConcern(handbell);
  }
  async function send(role: string, id: string, path: string, fields: Fields) {
    const [row] = await handbell.asOwner('select version from concern where id = $1', [id]);
    const once = await as('office').token('/desk/concerns/log');
    return as(role).post(path, { version: String(row?.version), once, ...fields });
  }
  const act = (role: string, id: string, name: string, fields: Fields) =>
    send(role, id, `/desk/concerns/${id}/${name}`, fields);
  return {
    handbell,
    school,
    as,
    fresh,
    act,
    decide: (role, id, fields = {}) =>
      send(role, id, `/desk/safeguarding/${id}/decide`, {
        decision: 'not-safeguarding',
        rationale: 'Looked into.',
        release: 'yes',
        ...fields,
      }),
    stateOf: async (id) =>
      (await handbell.asOwner('select state from concern where id = $1', [id]))[0]?.state,
    async sorted(role, overrides = {}) {
      const id = await fresh(overrides);
      expect((await act(role, id, 'screen', { answer: 'no', note: 'Adults only.' })).status).toBe(303);
      expect((await act(role, id, 'interest', { interest: 'clear' })).status).toBe(303);
      return id;
    },
  };
}
