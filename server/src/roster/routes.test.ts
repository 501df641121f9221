import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool, type Visitor } from '../../test/handbell.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  office = await handbell.signIn(school, ['office']);
  const page = '/desk/groups/classes';
  await office.post(page, { classes: 'Oak Y1/2\nElm Y3' }, page);
});
afterAll(() => handbell.stop());
beforeEach(async () => {
  await handbell.asOwner('delete from rate_limit');
});

async function classId(name: string): Promise<string> {
  const [row] = await handbell.asOwner('select id from school_class where name = $1', [name]);
  return String(row?.id);
}

async function add(name: string, email = '', place = 'Elm Y3'): Promise<string> {
  const places = place === '' ? [] : [`${await classId(place)}:`];
  const answer = await office.post('/desk/parents/new', { name, email, places }, '/desk/parents/new');
  expect(answer.status).toBe(303);
  return answer.location;
}

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

describe('the parents’ list', () => {
  it('teaches what will appear while it is empty', async () => {
    expect((await office.get('/desk/parents')).text).toContain('No parents yet');
  });

  it('takes a parent by hand and shows them, narrowed by what stands in the address', async () => {
    await add('Siân O’Brien', 'sian@mail.example.org', 'Oak Y1/2');
    await add('Ben Cole');
    const shown = async (query: string) => plain((await office.get(`/desk/parents${query}`)).text);
    expect(await shown('')).toMatch(/Ben Cole.*none: gets a paper slip.*Elm Y3.*Siân O’Brien/);
    expect(await shown(`?class=${await classId('Elm Y3')}`)).not.toContain('Siân');
    expect(await shown('?year=2')).toContain('Siân');
    expect(await shown('?year=2')).not.toContain('Ben Cole');
    expect(await shown('?who=left')).toContain('Nobody like that');
    expect(await shown('?class=nonsense&year=%00&who=x&page=-7')).toContain('Parents');
  });

  it('keeps what was typed when something is wrong', async () => {
    const answer = await office.post(
      '/desk/parents/new',
      { name: 'Typed Once', email: 'no' },
      '/desk/parents/new',
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Typed Once');
    expect(answer.text).toContain('Enter an email address like');
    const stranger = { name: 'X', places: '00000000-0000-4000-8000-000000000000:' };
    const stale = await office.post('/desk/parents/new', stranger, '/desk/parents/new');
    expect(stale.text).toContain('The list of classes has changed');
  });

  it('adds somebody to a household, changes, tells a late change, and writes down that somebody left', async () => {
    const first = await add('Grace Home');
    const id = first.split('/').at(-1) ?? '';
    const page = `/desk/parents/new?with=${id}`;
    expect((await office.get(page)).text).toContain('In the household of');
    const second = await office.post('/desk/parents/new', { name: 'Sam Home', with: id }, page);
    expect((await office.get(second.location)).text).toContain('Grace Home');
    const entry = {
      name: 'Grace Holme',
      email: 'g@mail.example.org',
      places: `${await classId('Oak Y1/2')}:2`,
      version: '1',
    };
    expect((await office.post(`${first}/change`, entry, `${first}/change`)).status).toBe(303);
    expect(plain((await office.get(first)).text)).toMatch(
      /Grace Holme.*g@mail.example.org.*Oak Y1\/2 \(Year 2\)/,
    );
    expect((await office.post(`${first}/change`, entry, `${first}/change`)).status).toBe(409);
    expect((await office.post(`${first}/leave`, { version: '2' }, first)).status).toBe(303);
    expect((await office.get(first)).text).toContain('9 March 2027');
    expect((await office.get('/desk/parents')).text).not.toContain('Grace Holme');
  });

  it('says that an entry has a double, and makes one of both', async () => {
    const kept = await add('Twice Written', 'twice@mail.example.org');
    const other = await add('Twice Written', '', 'Oak Y1/2');
    expect((await office.get(kept)).text).toContain('Another entry has the same name');
    const otherId = other.split('/').at(-1) ?? '';
    expect((await office.get(`${kept}/merge`)).text).toContain('(alike)');
    const merged = await office.post(`${kept}/merge`, { other: otherId, version: '1' }, `${kept}/merge`);
    expect(merged.status).toBe(303);
    const page = await office.get(other);
    expect(plain(page.text)).toMatch(/twice@mail\.example\.org.*Oak Y1\/2, Elm Y3/);
  });

  it('erases an entry after asking once more', async () => {
    const entry = await add('Erase Me', 'erase@mail.example.org');
    expect((await office.get(`${entry}/erase`)).text).toContain('This cannot be undone');
    expect((await office.post(`${entry}/erase`, { version: '1' }, `${entry}/erase`)).location).toBe(
      '/desk/parents',
    );
    expect((await office.get(entry)).status).toBe(404);
  });

  it('asks for phone numbers only after the school has said so', async () => {
    expect((await office.get('/desk/parents/new')).text).not.toContain('Phone number');
    await office.post('/desk/parents/settings', { phones: 'yes' }, '/desk/parents/settings');
    expect((await office.get('/desk/parents/new')).text).toContain('Phone number');
    await office.post('/desk/parents/settings', {}, '/desk/parents/settings');
    expect((await office.get('/desk/parents/new')).text).not.toContain('Phone number');
  });

  it('knows the years of classes from their names, and takes them from the form', async () => {
    const page = await office.get('/desk/parents/years');
    expect(page.text).toMatch(/value="2"[^>]*checked/);
    const elm = await classId('Elm Y3');
    await office.post('/desk/parents/years', { [elm]: ['4', '3', 'nonsense'] }, '/desk/parents/years');
    const [row] = await handbell.asOwner('select years from school_class where id = $1', [elm]);
    expect(row?.years).toEqual(['3', '4']);
  });
});

describe('who may', () => {
  it('see and not edit: the data protection lead, who may erase; nobody else sees it', async () => {
    const entry = await add('Seen By Few');
    const data = await handbell.signIn(school, ['data']);
    expect((await data.get(entry)).status).toBe(200);
    expect((await data.get(`${entry}/change`)).status).toBe(403);
    expect((await data.get(`${entry}/erase`)).status).toBe(200);
    const handler = await handbell.signIn(school, ['handler', 'safeguarding', 'admin', 'governor']);
    expect((await handler.get('/desk/parents')).status).toBe(403);
    const head = await handbell.signIn(school, ['head']);
    expect((await head.get(`${entry}/erase`)).status).toBe(403);
  });

  it('not see another school’s parents', async () => {
    const entry = await add('Ours Alone');
    const other = await handbell.newSchool('elsewhere');
    const stranger = await handbell.signIn(other, ['office']);
    expect((await stranger.get(entry)).status).toBe(404);
    expect((await stranger.get('/desk/parents')).text).not.toContain('Ours Alone');
  });
});
