import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hiddenFields } from '../../test/agreement.ts';
import { startTestHandbell, type TestHandbell, type Visitor } from '../../test/handbell.ts';
import { registerSample } from '../../test/register.ts';
import { newSetUpLink } from './set-up-link.ts';

let handbell: TestHandbell;
beforeAll(async () => {
  handbell = await startTestHandbell();
});
afterAll(() => handbell.stop());

const PASSWORD = 'three example words';

async function setUpLink(): Promise<string> {
  const { database, clock, origin } = handbell.services;
  return new URL(await newSetUpLink(database.open, clock, origin)).pathname;
}

/** From a set-up link to a signed-in account with its second step; gives the authenticator's key and backup codes. */
async function register(email: string): Promise<{ visitor: Visitor; key: string; backup: string }> {
  const visitor = handbell.visitor();
  await visitor.post(await setUpLink(), { name: 'Ada Okafor', email, password: PASSWORD });
  await visitor.post('/account/second-step', { password: PASSWORD });
  const page = await visitor.get('/account/second-step/check');
  const key = (/<code class="hb-code">([A-Z0-9 ]+)<\/code>/.exec(page.text)?.[1] ?? '').replaceAll(' ', '');
  const done = await visitor.post('/account/second-step/check', { code: await generate({ secret: key }) });
  expect(done.location).toBe('/account/backup-codes');
  const codes = await visitor.get('/account/backup-codes');
  return { visitor, key, backup: /<code class="hb-code">([^<]+)<\/code>/.exec(codes.text)?.[1] ?? '' };
}

describe('an account', () => {
  it('says that its password is changed, and that it is signed out elsewhere', async () => {
    const { visitor } = await register('words@example.org');
    const fields = { current: 'wrong words here', password: 'four more example words' };
    expect((await visitor.post('/account/password', fields)).text).toContain('That is not your password');
    const changed = await visitor.post('/account/password', { ...fields, current: PASSWORD });
    expect(changed.status).toBe(303);
    expect((await visitor.get('/account')).text).toContain('Your password is changed.');
    expect((await visitor.post('/account/sessions', {})).location).toBe('/account');
    expect((await visitor.get('/account')).text).toContain('You are signed out everywhere else.');
  });
});

describe('setting up', () => {
  it('spends the link on one account, even when two press at once', async () => {
    const link = await setUpLink();
    const person = (n: number) => ({ name: 'Ada', email: `race${n}@example.org`, password: PASSWORD });
    const results = await Promise.all([
      handbell.visitor().post(link, person(1)),
      handbell.visitor().post(link, person(2)),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual([303, 410]);
    expect((await handbell.visitor().get(link)).status).toBe(410);
  });

  it('refuses a made-up link and a weak password', async () => {
    expect((await handbell.visitor().get(`/set-up/${'x'.repeat(32)}`)).status).toBe(410);
    const weak = await handbell
      .visitor()
      .post(await setUpLink(), { name: 'A', email: 'weak@example.org', password: 'short' });
    expect(weak.text).toContain('Use 12 characters or more');
    expect(weak.text).not.toContain('value="short"');
  });

  it('fills the school in from the register by its number, for whoever may set it up alone', async () => {
    const here = '/set-up/school/register';
    const file = new File([registerSample], 'register.csv');
    expect((await handbell.visitor().send(here)).headers.get('location')).toBe('/set-up/school');
    const stranger = await handbell.visitor().post(here, { urn: '100001', file });
    expect(stranger.location).toBe('/set-up/school');

    const { visitor } = await register('reader@example.org');
    expect((await visitor.get('/set-up/school')).text).toContain(`href="${here}"`);
    const unknown = await visitor.post(here, { urn: '999999', file });
    expect(unknown.text).toContain('No school in this file has that number');
    const other = await visitor.post(here, { urn: '100001', file: new File(['a,b\n1,2'], 'other.csv') });
    expect(other.text).toContain('not the register’s list');
    expect((await visitor.post(here, { urn: '100001', file })).location).toBe('/set-up/school');
    const { text } = await visitor.get('/set-up/school');
    for (const said of ['St Zoë’s Example Primary, Oakfield', 'value="100001"', 'Continue'])
      expect(text).toContain(said);
    const next = await visitor.post('/set-up/school', {
      step: 'school',
      ...hiddenFields(text, '/set-up/school'),
      name: 'St Zoë’s Example Primary, Oakfield',
      nation: 'england',
      phase: 'primary',
    });
    expect(next.text).toContain('Bell Lane');
    expect(await handbell.asOwner('select id from school')).toEqual([]);
  });

  it('makes one school, with the answers of every page, and goes back without losing them', async () => {
    const { visitor } = await register('maker@example.org');
    const school = { step: 'school', name: 'Elm <b>Grove</b> School', nation: 'wales', phase: 'infant' };
    const second = await visitor.post('/set-up/school', school);
    expect(second.text).toContain('How people reach the school');
    const back = await visitor.post('/set-up/school', { ...school, step: 'contact', go: 'back' });
    expect(back.text).toContain('value="Elm &lt;b&gt;Grove&lt;/b&gt; School"');
    const contact = {
      address: 'Elm Road',
      phone: '07700 900200',
      officeEmail: 'office@elm.example.org',
      concernEmail: 'office@elm.example.org',
      board: 'the Governors',
    };
    const lead = { leadName: 'Jo Elm', leadPhone: '07700 900201', leadEmail: 'jo@elm.example.org' };
    const all = { ...school, ...contact, ...lead };
    const wrong = await visitor.post('/set-up/school', { ...all, step: 'contact', phone: 'none' });
    expect(wrong.text).toContain('Enter a phone number like');
    const finish = { ...all, step: 'roles', roles: ['office', 'head'] };
    const [made, again] = await Promise.all([
      visitor.post('/set-up/school', finish),
      visitor.post('/set-up/school', finish),
    ]);
    expect([made.location, again.location]).toEqual(['/desk', '/desk']);
    const schools = await handbell.asOwner(
      "select slug, profile->>'nation' as nation from school where name like 'Elm%'",
    );
    expect(schools).toEqual([{ slug: 'elm-b-grove-b-school', nation: 'wales' }]);
    expect((await visitor.get('/desk')).text).toContain('Get your school ready');
  });
});

describe('signing in', () => {
  it('takes both steps, and a backup code once', async () => {
    const { key, backup } = await register('both@example.org');
    const visitor = handbell.visitor();
    expect((await visitor.post('/sign-in', { email: 'both@example.org', password: PASSWORD })).location).toBe(
      '/sign-in/code',
    );
    expect((await visitor.get('/account')).status).toBe(303);
    expect((await visitor.post('/sign-in/code', { code: '000000' })).text).toContain(
      'That code is not right',
    );
    expect((await visitor.post('/sign-in/code', { code: await generate({ secret: key }) })).location).toBe(
      '/desk',
    );
    expect((await visitor.get('/account')).status).toBe(200);

    const lost = handbell.visitor();
    await lost.post('/sign-in', { email: 'both@example.org', password: PASSWORD });
    expect((await lost.post('/sign-in/code', { code: backup })).location).toBe('/desk');
    const twice = handbell.visitor();
    await twice.post('/sign-in', { email: 'both@example.org', password: PASSWORD });
    expect((await twice.post('/sign-in/code', { code: backup })).status).toBe(422);
  });

  it('goes on to the page first asked for, and to no other site', async () => {
    const { key } = await register('next@example.org');
    for (const [next, expected] of [
      ['/desk/people', '/desk/people'],
      ['https://evil.example.org/', '/desk'],
      ['//evil.example.org', '/desk'],
    ] as const) {
      const visitor = handbell.visitor();
      await visitor.post('/sign-in', { email: 'next@example.org', password: PASSWORD, next });
      const form = await visitor.get('/sign-in/code');
      const kept = /name="next" value="([^"]*)"/.exec(form.text)?.[1] ?? '';
      expect(
        (await visitor.post('/sign-in/code', { code: await generate({ secret: key }), next: kept })).location,
      ).toBe(expected);
    }
  });

  it('tells nobody whether an address has an account', async () => {
    const known = await handbell
      .visitor()
      .post('/sign-in', { email: 'both@example.org', password: 'wrong words here' });
    const unknown = await handbell
      .visitor()
      .post('/sign-in', { email: 'nobody@example.org', password: 'wrong words here' });
    const strip = (text: string) => text.replaceAll(/(both|nobody)@example.org|nonce="[^"]*"/g, '');
    expect(strip(unknown.text)).toBe(strip(known.text));
    for (const email of ['both@example.org', 'nobody@example.org']) {
      expect((await handbell.visitor().post('/sign-in/forgotten', { email })).location).toBe('/sign-in/sent');
    }
  });

  it('limits tries at one account, from wherever they come', async () => {
    const tries = Array.from({ length: 11 }, () =>
      handbell.visitor().post('/sign-in', { email: 'target@example.org', password: 'a guess at it' }),
    );
    const statuses = (await Promise.all(tries)).map((each) => each.status);
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
  });

  it('ends the session on the server when signing out', async () => {
    const { visitor } = await register('out@example.org');
    const other = handbell.visitor();
    Object.assign(other, { cookies: new Map(Object.values(visitor).find((value) => value instanceof Map)) });
    expect((await other.get('/account')).status).toBe(200);
    await visitor.post('/sign-out', {});
    expect((await other.get('/account')).status).toBe(303);
  });

  it('resets a forgotten password by a mailed link, once, and signs out everywhere', async () => {
    const school = await handbell.newSchool('reset-school');
    const member = await handbell.signIn(school, ['office']);
    const [row] = await handbell.asOwner(
      'select u.email from "user" u join member m on m.user_id = u.id where m.id = $1',
      [member.member],
    );
    await handbell.visitor().post('/sign-in/forgotten', { email: String(row?.email) });
    const [token] = await handbell.asOwner(
      'select identifier from verification where identifier like \'reset-password:%\' order by "createdAt" desc limit 1',
    );
    const link = `/sign-in/new-password/${String(token?.identifier).replace('reset-password:', '')}`;
    const [mail] = await handbell.asOwner(
      "select count(*)::int as n from mail where kind = 'password-reset'",
    );
    expect(mail?.n).toBe(1);
    expect((await handbell.visitor().post(link, { password: 'four new example words' })).location).toBe(
      '/sign-in',
    );
    expect((await handbell.visitor().post(link, { password: 'five new example words' })).status).toBe(422);
    expect((await member.get('/desk')).status).toBe(303);
  });
});
