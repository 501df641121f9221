import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { raise } from '../../test/concerns.ts';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../test/handbell.ts';

let handbell: TestHandbell;
let school: TestSchool;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  await handbell.signIn(school, ['handler']);
});
afterAll(() => handbell.stop());

const main = (text: string) => /<main[\s\S]*<\/main>/.exec(text)?.[0] ?? '';

describe('the audit page', () => {
  it('names who did what, and says that the record is whole', async () => {
    const head = await handbell.signIn(school, ['head'], 'Grace Bellamy');
    const page = '/desk/settings/school';
    const { text } = await head.get(page);
    const values = Object.fromEntries(
      [...text.matchAll(/<input[^>]* name="([a-zA-Z]+)"[^>]* value="([^"]*)"/g)].map((match) => [
        match[1] ?? '',
        match[2] ?? '',
      ]),
    );
    const chosen = { nation: 'england', phase: 'primary', address: 'Bell Lane' };
    expect((await head.post(page, { ...values, ...chosen })).status).toBe(303);
    const shown = main((await head.get('/desk/settings/audit')).text);
    expect(shown).toContain('The record is whole');
    expect(shown).toContain('Grace Bellamy');
    expect(shown).toContain('School details were changed');
    expect(shown).toContain(`The school ${school.id.slice(-6)}`);
    expect(shown).not.toContain('school.changed');
  });

  it('shows a Head nothing that changes when a concern about the Head comes in (rule 10)', async () => {
    await handbell.signIn(school, ['chair']);
    const head = await handbell.signIn(school, ['head', 'admin']);
    const pages = ['/desk', '/desk/concerns', '/desk/cases', '/desk/settings/audit', '/desk/settings/mail'];
    const look = async () => {
      const shown = await Promise.all(pages.map(async (page) => main((await head.get(page)).text)));
      return shown.map((text) => text.replaceAll(/name="once" value="[^"]*"/g, ''));
    };
    const before = await look();
    expect(await raise(handbell, school, { about: 'head' })).not.toBe('');
    expect(await look()).toEqual(before);
    const [row] = await handbell.asOwner("select count(*)::int as n from mail where kind = 'desk-news'");
    expect(row?.n).toBeGreaterThan(0);
  });

  it('leads to everything that is listed, a hundred entries a page', async () => {
    const head = await handbell.signIn(school, ['head']);
    const audit = '/desk/settings/audit';
    expect(main((await head.get(audit)).text)).not.toContain('Audit record: pages');
    for (let times = 0; times < 101; times += 1) {
      await handbell.services.worker.forSchool(school.id, 'staff:nobody', async (work) => {
        work.audit({
          act: times === 0 ? 'school.first-of-many' : 'school.changed',
          object: `school:${school.id}`,
        });
      });
    }
    const newest = main((await head.get(audit)).text);
    expect(newest).toContain(`href="${audit}?page=2"`);
    expect(newest.match(/<tr/g)).toHaveLength(101);
    const older = main((await head.get(`${audit}?page=2`)).text);
    expect(older).toContain('Older entries');
    expect(older).toContain('Grace Bellamy');
    expect(newest).not.toContain('Grace Bellamy');
  });

  it('says so when the record was changed', async () => {
    const head = await handbell.signIn(school, ['head']);
    await handbell.asOwner('alter table audit_entry disable trigger user');
    await handbell.asOwner("update audit_entry set act = 'altered' where school_id = $1 and seq = 2", [
      school.id,
    ]);
    await handbell.asOwner('alter table audit_entry enable trigger user');
    const shown = main((await head.get('/desk/settings/audit')).text);
    expect(shown).toContain('The record has been changed');
    expect(shown).toContain('Entry 2 is altered');
  });
});
