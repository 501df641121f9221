import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../test/handbell.ts';
import { currentSchool, saveProfile } from '../schools/store.ts';
import { addMember } from './store.ts';

let handbell: TestHandbell;
let school: TestSchool;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
});
afterAll(() => handbell.stop());

const HOSTILE = '<img src=x onerror=alert(1)> Ngô "Tí" محمد';

async function invite(fields: Record<string, string | string[]> = {}) {
  const head = await handbell.signIn(school, ['head']);
  const page = '/desk/people/invite';
  const person = { name: 'Sam Example', email: 'sam@oakfield.example.org', roles: ['handler'], ...fields };
  const posted = await head.post(page, person, page);
  const list = await head.get('/desk/people');
  const link = /http:\/\/localhost:8043(\/invite\/[A-Za-z0-9_-]+)/.exec(list.text)?.[1] ?? '';
  return { head, posted, list, link };
}

describe('inviting somebody', () => {
  it('gives a link that works once, and says so the second time', async () => {
    const { posted, link } = await invite();
    expect(posted.location).toBe('/desk/people');
    const sam = handbell.visitor();
    expect((await sam.get(link)).text).toContain('Case handler');
    const joined = await sam.post(link, { password: 'three example words' });
    expect(joined.location).toBe('/account/second-step');
    expect((await handbell.visitor().get(link)).status).toBe(410);
    expect((await handbell.visitor().post(link, { password: 'three example words' })).status).toBe(410);
  });

  it('ends after fourteen days', async () => {
    const { link } = await invite({ email: 'late@oakfield.example.org' });
    handbell.clock.advance({ days: 15 });
    expect((await handbell.visitor().get(link)).status).toBe(410);
  });

  it('refuses an address twice, whatever its case', async () => {
    await invite({ email: 'twice@oakfield.example.org' });
    const { posted } = await invite({ email: 'TWICE@oakfield.example.org' });
    expect(posted.status).toBe(422);
    expect(posted.text).toContain('on the list already');
  });

  it('shows a name in any script exactly, and never as markup', async () => {
    const { list } = await invite({ name: HOSTILE, email: 'hostile@oakfield.example.org' });
    expect(list.text).toContain('&lt;img src=x onerror=alert(1)&gt; Ngô &quot;Tí&quot; محمد');
    expect(list.text).not.toContain('<img src=x');
  });

  it('needs a name, an address and a role', async () => {
    const { posted } = await invite({ name: ' ', email: 'nobody', roles: [] });
    for (const message of ['Enter a name', 'Enter an email address like', 'Tick at least one role']) {
      expect(posted.text).toContain(message);
    }
  });

  it('takes a doubled press once', async () => {
    const head = await handbell.signIn(school, ['head']);
    const page = '/desk/people/invite';
    const once = await head.token(page);
    const person = { name: 'Once Only', email: 'once@oakfield.example.org', roles: ['office'], once };
    const [first, second] = await Promise.all([head.post(page, person), head.post(page, person)]);
    expect([first.location, second.location]).toEqual(['/desk/people', '/desk/people']);
    const rows = await handbell.asOwner(
      "select count(*)::int as n from audit_entry where act = 'member.invited' and detail->>'roles' = 'office'",
    );
    expect(rows[0]?.n).toBe(1);
  });

  it('keeps names and addresses sealed in the database', async () => {
    await invite({ name: 'Sealed Person', email: 'sealed@oakfield.example.org' });
    const rows = await handbell.asOwner('select row_to_json(member)::text as row from member');
    expect(rows.map((row) => String(row.row)).join()).not.toMatch(
      /Sealed Person|sealed@|5365616c656420506572736f6e/i,
    );
  });
});

describe('changing people', () => {
  it('keeps one person who can invite others', async () => {
    const lone = await handbell.newSchool('lone');
    const admin = await handbell.signIn(lone, ['admin']);
    const page = `/desk/people/${admin.member}`;
    const posted = await admin.post(`${page}/roles`, { roles: ['office'] }, page);
    expect(posted.status).toBe(422);
    expect(posted.text).toContain('At least one active person must stay able to invite');
  });

  it('replaces an open invitation’s link', async () => {
    const { head, list, link } = await invite({ name: 'Renewed', email: 'renew@oakfield.example.org' });
    const member =
      /href="(\/desk\/people\/[0-9a-f-]{36})"[^>]*>(?:<[^>]*>)*Renewed/.exec(list.text)?.[1] ?? '';
    await head.post(`${member}/invite`, {}, member);
    expect((await handbell.visitor().get(link)).status).toBe(410);
    const again = await head.get('/desk/people');
    const fresh = /http:\/\/localhost:8043(\/invite\/[A-Za-z0-9_-]+)/.exec(again.text)?.[1] ?? '';
    expect((await handbell.visitor().get(fresh)).status).toBe(200);
  });

  it('lets somebody who lost their phone set the second step up again, signed out everywhere', async () => {
    const head = await handbell.signIn(school, ['head']);
    const lost = await handbell.signIn(school, ['handler']);
    const page = `/desk/people/${lost.member}`;
    expect((await head.post(`${page}/second-step`, {}, page)).location).toBe('/desk/people');
    expect((await lost.get('/desk')).status).toBe(303);
    const [row] = await handbell.asOwner(
      'select u."twoFactorEnabled" as two, (select count(*)::int from audit_entry where act = \'member.second-step-forgotten\') as told from "user" u join member m on m.user_id = u.id where m.id = $1',
      [lost.member],
    );
    expect(row).toEqual({ two: false, told: 1 });
  });
});

describe('somebody who works for two schools', () => {
  it('chooses whose desk to see, among their own only', async () => {
    const second = await handbell.newSchool('second');
    const third = await handbell.newSchool('third');
    const person = await handbell.signIn(school, ['head']);
    const [row] = await handbell.asOwner('select user_id from member where id = $1', [person.member]);
    await handbell.services.worker.forSchool(second.id, 'set-up', (work) =>
      addMember(
        work,
        { name: 'Two Schools', email: 'two@second.example.org', roles: ['office'] },
        String(row?.user_id),
      ),
    );
    const school2 = await handbell.services.worker.forSchool(second.id, 'set-up', (work) =>
      currentSchool(work),
    );
    await handbell.services.worker.forSchool(second.id, 'set-up', (work) =>
      saveProfile(work, 'Second Example School', school2.profile),
    );
    expect((await person.get('/desk')).text).toContain('Oakfield Example School');
    expect((await person.get('/account')).text).toContain('Second Example School');
    expect((await person.post('/account/school', { school: second.id })).location).toBe('/desk');
    expect((await person.get('/desk')).text).toContain('Second Example School');
    await person.post('/account/school', { school: third.id });
    expect((await person.get('/desk')).text).toContain('Oakfield Example School');
    expect((await person.post('/account/school', { school: 'none' })).text).toContain('Choose a school');
  });
});
