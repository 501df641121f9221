import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agree } from '../../../test/agreement.ts';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { withPolicy } from '../../../test/policy.ts';
import { listClasses, saveClasses, saveClassYears } from '../../groups/classes-store.ts';
import { addGroup } from '../../groups/store.ts';
import type { Role } from '../../people/roles.ts';
import { addAdult } from '../../roster/store.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
const HERE = '/desk/agreements/coverage';

beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool('oak');
  office = await withPolicy(handbell, school);
});
afterAll(() => handbell.stop());

const people: readonly (readonly [string, string])[] = [
  ['Ann Able', 'Oak'],
  ['=HYPERLINK("http://example.org")', 'Oak'],
  ['Cas Carter', 'Elm'],
  ['Dee Dunn', 'Elm'],
];

describe('how far the policy has come', () => {
  it('teaches what comes while nobody is on the roll', async () => {
    expect((await office.get(HERE)).text).toContain('Nobody is on the roll yet');
    expect((await office.get(`${HERE}/export`)).text).toContain('Nobody is on the roll yet');
  });

  it('is told by class, by year and by group, of adults, each counted once', async () => {
    await handbell.services.worker.forSchool(school.id, 'command', async (work) => {
      await saveClasses(work, ['Oak', 'Elm']);
      const classes = await listClasses(work);
      const idOf = (name: string) => classes.flatMap((each) => (each.name === name ? [each.id] : []));
      await saveClassYears(work, new Map(classes.map(({ id, name }) => [id, [name === 'Oak' ? '1' : '2']])));
      await addGroup(work, { kind: 'class', name: 'Oak parents', classes: idOf('Oak') });
      for (const [name, className] of people) {
        const places = idOf(className).map((classId) => ({ classId, year: '' }));
        await addAdult(work, { name, email: '', phone: '', places });
      }
      const both = classes.map(({ id }) => ({ classId: id, year: '' }));
      await addAdult(work, { name: 'Both Classes', email: '', phone: '', places: both });
    });
    await agree(handbell.visitor(), '/s/oak', { name: 'Ann Able' });
    await agree(handbell.visitor(), '/s/oak', { name: 'both classes', childClass: 'Oak and Elm' });
    await agree(handbell.visitor(), '/s/oak', { name: 'Not On The Roll' });
    const { text } = await office.get(HERE);
    const row = (name: string) =>
      new RegExp(`<bdi>${name}</bdi></a></th>(.*?)</tr>`, 's')
        .exec(text)?.[1]
        ?.replaceAll(/<[^>]+>/g, ' ')
        .trim()
        .split(/\s+/);
    expect(row('Whole school')).toEqual(['5', '2', '40%']);
    expect(row('Oak')).toEqual(['3', '2', '67%']);
    expect(row('Elm')).toEqual(['3', '1', '33%']);
    expect(row('Year 1')).toEqual(['3', '2', '67%']);
    expect(row('Year 2')).toEqual(['3', '1', '33%']);
    expect(row('Oak parents')).toEqual(['3', '2', '67%']);
  });

  it('names people for the office alone', async () => {
    const of = /href="([^"]+of=class-[^"]+)"><bdi>Elm/.exec((await office.get(HERE)).text)?.[1] ?? '';
    const { text } = await office.get(of);
    expect(text).toContain('1 of 3 adults have agreed');
    expect(text).toContain('Cas Carter');
    expect(text).not.toContain('Ann Able');
    expect((await office.get(`${HERE}/people?of=class-none`)).status).toBe(404);
    for (const role of ['head', 'data', 'chair', 'governor', 'handler', 'admin'] as const satisfies Role[]) {
      const staff = await handbell.signIn(school, [role]);
      for (const path of ['', '/people', '/coverage.csv', '/coverage.xlsx', '/export'])
        expect((await staff.get(HERE + path)).status, `${role} ${path}`).toBe(403);
    }
  });

  it('gives tables in which nothing is worked out', async () => {
    const csv = await (await office.send(`${HERE}/coverage.csv`)).text();
    expect(csv).toContain(`"'=HYPERLINK(""http://example.org"")","Oak","No"`);
    expect(csv).toContain('"Both Classes","Oak, Elm","Yes","9 March 2027","1"');
    const bytes = Buffer.from(await (await office.send(`${HERE}/coverage.xlsx`)).arrayBuffer());
    const sheets = Object.entries(unzipSync(new Uint8Array(bytes))).filter(([name]) =>
      /sheet\d+\.xml$/.test(name),
    );
    expect(sheets).toHaveLength(2);
    for (const [, sheet] of sheets) expect(new TextDecoder().decode(sheet)).not.toContain('<f>');
    const rows = await readSheet(bytes, 1);
    expect(rows[0]?.[0]).toBe('Name');
    expect(rows.map((cells) => cells[0])).toContain('=HYPERLINK("http://example.org")');
    const parts = await readSheet(bytes, 2);
    expect(parts).toContainEqual(['Class', 'Oak', '3', '2']);
    const of = /href="([^"]+of=class-[^"]+)"><bdi>Elm/.exec((await office.get(HERE)).text)?.[1] ?? '';
    const elm = await (await office.send(of.replace('/people', '/coverage.csv'))).text();
    expect(elm).toContain('"Cas Carter"');
    expect(elm).not.toContain('"Ann Able"');
    expect((await office.get(of)).text).toContain(of.replace('/people', '/coverage.xlsx'));
    expect((await office.get(`${HERE}/coverage.csv?of=class-none`)).status).toBe(404);
    const audit = await handbell.asOwner("select detail from audit_entry where act = 'agreement.exported'");
    expect(audit.map(({ detail }) => detail)).toEqual([5, 5, 3].map((count) => ({ version: 1, count })));
  });

  it('brings the list for the comparison with an export, and no form that could send one', async () => {
    const { text } = await office.get(`${HERE}/export`);
    expect(text).toContain('data-agreement-compare');
    expect(text).toContain('&quot;name&quot;:&quot;Ann Able&quot;,&quot;agreed&quot;:true');
    expect(text.slice(text.indexOf('<main'), text.indexOf('</main>'))).not.toContain('<form');
  });
});
