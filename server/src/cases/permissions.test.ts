import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type CaseSchool, caseSchool, openCase } from '../../test/cases.ts';
import { startTestHandbell, type TestHandbell, type Visitor } from '../../test/handbell.ts';
import { may } from '../people/permissions.ts';
import { ROLES, type Role } from '../people/roles.ts';

let handbell: TestHandbell;
let at: CaseSchool;
let page = '';
const people = new Map<Role, Visitor>();
beforeAll(async () => {
  handbell = await startTestHandbell();
  at = await caseSchool(handbell, 'cells');
  page = await openCase(at);
  for (const role of ROLES) people.set(role, await handbell.signIn(at.school, [role], `A ${role}`));
});
afterAll(() => handbell.stop());

/** An address of a route that leads to the case, where it leads to one. */
function addressOf(path: string): string {
  const letter = '01999999-0000-7000-8000-000000000000';
  return path
    .replace('/desk/cases/:id', page)
    .replace('/desk/letters/:id', `/desk/letters/${letter}`)
    .replace(':letter', letter)
    .replace(':question', 'aim')
    .replace(':step', 'listen')
    .replace(':part', 'risk')
    .replace(':which', '0')
    .replace(':task', letter)
    .replace(':meeting', letter)
    .replace(':kind', 'warning')
    .replace(':number', '0');
}

/** Who sees an ordinary case that nobody has decided: those who look into it, and its decider. */
const SEES: readonly Role[] = ['handler', 'head'];

describe('every route of cases and letters', () => {
  it('is declared with its act', () => {
    const own = handbell.routes.declared.filter(({ path }) => /^\/desk\/(?:cases|letters)/.test(path));
    expect(own.length).toBeGreaterThan(45);
    expect(own.every((route) => route.face === 'desk' && route.may)).toBe(true);
  });

  // Every form as every role is more than one caller may send in five minutes.
  beforeEach(() => handbell.asOwner('delete from rate_limit'));

  it.each(ROLES)('answers a person with the role %s as the table and the case say', async (role) => {
    const visitor = people.get(role);
    const own = handbell.routes.declared.filter(({ path }) => /^\/desk\/(?:cases|letters)/.test(path));
    for (const route of own) {
      const address = addressOf(route.path);
      const response = await visitor?.send(address, {
        method: route.method,
        ...(route.method === 'POST'
          ? {
              body: new URLSearchParams({ once: 'AAAAAAAAAAAAAAAAAAAAAA' }),
              headers: { origin: 'http://localhost:8043' },
            }
          : {}),
      });
      const where = `${role} ${route.method} ${route.path}`;
      if (!may([role], route.may ?? 'audit.see')) {
        expect(`${where} ${response?.status}`).toBe(`${where} 403`);
      } else if (address.startsWith(page) && route.method === 'GET' && !SEES.includes(role)) {
        // Not "not allowed" but "nothing here": nobody learns of a case that they may not see.
        expect(`${where} ${response?.status}`).toBe(`${where} 404`);
      } else if (!/\/(?:referral\/approve|plan\/drop)$/.test(route.path)) {
        // Who may agree to a referral depends on who asked for it, here nobody; a plan is its decider's alone to drop.
        expect(`${where} ${response?.status}`).not.toBe(`${where} 403`);
      }
      expect(`${where} ${response?.status}`).not.toBe(`${where} 500`);
    }
  });

  it('sends a stranger to sign in', async () => {
    const stranger = handbell.visitor();
    for (const path of [page, '/desk/cases', '/desk/letters', `${page}/decision`]) {
      const { status, headers } = await stranger.get(path);
      expect(status).toBe(303);
      expect(headers.get('location')).toContain('/sign-in');
    }
  });

  it('shows nothing of a case to another school', async () => {
    const elsewhere = await handbell.newSchool('elsewhere');
    const head = await handbell.signIn(elsewhere, ['head', 'handler', 'chair']);
    expect((await head.get(page)).status).toBe(404);
    expect((await head.get('/desk/cases')).text).not.toContain(page);
  });
});
