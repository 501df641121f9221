import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { may, PERMISSIONS } from '../src/people/permissions.ts';
import { ROLES } from '../src/people/roles.ts';
import { startTestHandbell, type TestHandbell, type TestSchool, type Visitor } from './handbell.ts';

let handbell: TestHandbell;
let school: TestSchool;
const people = new Map<string, Visitor>();

beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  for (const role of ROLES) people.set(role, await handbell.signIn(school, [role]));
});
afterAll(() => handbell.stop());
// Every form as every role is more than one caller may send in five minutes.
beforeEach(async () => {
  await handbell.asOwner('delete from rate_limit');
});

/** An address of a route, with something that fits in each part that varies. */
function sample(path: string): string {
  return path
    .replace(':school', school.slug)
    .replace(':question', 'facts')
    .replace(':step', 'listen')
    .replace(':part', 'risk')
    .replace(':which', '0')
    .replace(':kept', 'concern')
    .replace(':kind', 'warning')
    .replace(':term', '2026-09-02')
    .replace(':object', 'concern:01930000-0000-7000-8000-000000000000')
    .replaceAll(/:(version|number)\b/g, '1')
    .replaceAll(/:[a-zA-Z]+(\{[^}]*\})?/g, '01930000-0000-7000-8000-000000000000');
}

async function ask(visitor: Visitor, method: string, path: string): Promise<Response> {
  const body = method === 'POST' ? new URLSearchParams({}) : null;
  return visitor.send(sample(path), { method, body, headers: { origin: 'http://localhost:8043' } });
}

describe('every page and form of the desk', () => {
  it('is declared with the act it needs', () => {
    const desk = handbell.routes.declared.filter((route) => route.face === 'desk');
    expect(desk.length).toBeGreaterThan(20);
    expect(desk.filter((route) => route.may === undefined)).toEqual([]);
  });

  it('sends a stranger to sign in', async () => {
    for (const { face, method, path } of handbell.routes.declared) {
      if (face !== 'desk') continue;
      const response = await ask(handbell.visitor(), method, path);
      expect([response.status, response.headers.get('location')?.split('?')[0]], `${method} ${path}`).toEqual(
        [303, '/sign-in'],
      );
    }
  });

  it.each(ROLES)('refuses %s what the table does not give, and only that', async (role) => {
    const visitor = people.get(role);
    if (!visitor) throw new Error('nobody has this role');
    for (const { face, method, path, may: act } of handbell.routes.declared) {
      if (face !== 'desk' || act === undefined) continue;
      const { status } = await ask(visitor, method, path);
      if (may([role], act)) expect(status, `${method} ${path} as ${role}`).not.toBe(403);
      else expect(status, `${method} ${path} as ${role}`).toBe(403);
    }
  });

  it('answers nothing to a person without the second step', async () => {
    const visitor = await handbell.signIn(school, ['head']);
    await handbell.asOwner(
      'update "user" set "twoFactorEnabled" = false where email like \'person%\' and id = (select user_id from member where id = $1)',
      [visitor.member],
    );
    const response = await ask(visitor, 'GET', '/desk');
    expect(response.headers.get('location')).toBe('/account/second-step');
  });

  it('answers nothing to somebody whose work for the school has ended', async () => {
    const visitor = await handbell.signIn(school, ['head']);
    const other = await handbell.signIn(school, ['head']);
    const page = `/desk/people/${visitor.member}`;
    expect((await other.post(`${page}/end`, {}, page)).location).toBe('/desk/people');
    const response = await ask(visitor, 'GET', '/desk');
    expect(response.status).toBe(403);
  });
});

describe('the permission table', () => {
  it.each(Object.keys(PERMISSIONS))('%s is given to somebody, and to no role twice', (act) => {
    const roles = Object.entries(PERMISSIONS).find(([name]) => name === act)?.[1] ?? [];
    expect(roles.length).toBeGreaterThan(0);
    expect(new Set(roles).size).toBe(roles.length);
  });

  it('keeps those who set Handbell up away from what is told in confidence', () => {
    const confidential = Object.keys(PERMISSIONS).filter((act) => /^(concern|case|safeguarding)\./.test(act));
    const open = Object.entries(PERMISSIONS).filter(
      ([act, roles]) =>
        confidential.includes(act) && [...roles].some((role) => ['admin', 'data'].includes(role)),
    );
    expect(open).toEqual([]);
  });

  it('gives nothing to nobody', () => {
    expect(may([], 'today.see')).toBe(false);
  });
});
