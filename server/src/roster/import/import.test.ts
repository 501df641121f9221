import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { rosterJobs } from '../jobs.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
const PAGE = '/desk/parents/import';

beforeAll(async () => {
  handbell = await startTestHandbell();
});
afterAll(() => handbell.stop());
beforeEach(async () => {
  await handbell.asOwner('delete from rate_limit');
  school = await handbell.newSchool(`school-${crypto.randomUUID()}`);
  office = await handbell.signIn(school, ['office']);
  await office.post('/desk/groups/classes', { classes: 'Oak Y1/2\nElm Y3' }, '/desk/groups/classes');
});

const LIST =
  'Parent name,Parent email,Mobile,Class,Year\n' +
  'Amira Hassan,amira@mail.example.org,07700 900123,Oak Y1/2,Year 1\n' +
  'Ben Cole,,07700 900124,Elm Y3,Year 3\n' +
  'Zoë Ünal,zoe@,07700 900125,Ash,Year 4\n';

async function bring(text: string, scope = 'add'): Promise<string> {
  const answer = await office.post(PAGE, { file: new File([text], 'parents.csv'), scope }, PAGE);
  expect(answer.status, answer.text).toBe(303);
  return answer.location;
}

const digestOf = (html: string) => /name="digest" value="([^"]+)"/.exec(html)?.[1] ?? '';

async function confirm(at: string): Promise<void> {
  const page = await office.get(at);
  const answer = await office.post(`${at}/confirm`, { digest: digestOf(page.text) }, at);
  expect(answer.status).toBe(303);
}

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const parents = async (query = '') => plain((await office.get(`/desk/parents${query}`)).text);

/** Everything about the school's parents and classes, as it lies in the database, but ids and seals. */
async function state(): Promise<unknown> {
  const rows = await handbell.asOwner(
    `select encode(name_hash, 'hex') as name, encode(email_hash, 'hex') as email, left_on, household_id,
       (select array_agg(class_id || year order by class_id) from adult_class c where c.adult_id = a.id and until_day is null) as places
     from adult a where school_id = $1 and name is not null order by name_hash`,
    [school.id],
  );
  const classes = await handbell.asOwner(
    'select name, years from school_class where school_id = $1 and ended_at is null order by position',
    [school.id],
  );
  return { rows, classes };
}

describe('an import', () => {
  it('shows everything first and writes nothing until it is confirmed', async () => {
    const at = await bring(LIST);
    const page = plain((await office.get(at)).text);
    expect(page).toContain('3 parents would join');
    expect(page).toMatch(/Row 4 The email address of parent 1 is not an address/);
    expect(page).toMatch(/Mobile : never taken \(phone numbers\)/);
    expect(page).toContain('Ash (new class)');
    expect(await parents()).toContain('No parents yet');
    await confirm(at);
    expect(await parents()).toMatch(/Amira Hassan.*Ben Cole.*Zoë Ünal/);
    expect(plain((await office.get(at)).text)).toContain('3 parents joined');
    const classes = await handbell.asOwner(
      'select name, years from school_class where school_id = $1 order by position',
      [school.id],
    );
    expect(classes).toContainEqual({ name: 'Ash', years: ['4'] });
  });

  it('keeps no phone number anywhere, and nothing of the list once it is confirmed', async () => {
    const at = await bring(LIST);
    await confirm(at);
    const [row] = await handbell.asOwner('select content from roster_import where school_id = $1', [
      school.id,
    ]);
    expect(row?.content).toBeNull();
    expect(
      await handbell.asOwner('select 1 from adult where school_id = $1 and phone is not null', [school.id]),
    ).toEqual([]);
    expect(await handbell.asOwner('select 1 from file where school_id = $1', [school.id])).toEqual([]);
  });

  it('of the same list again changes nothing', async () => {
    await confirm(await bring(LIST));
    const before = await state();
    const page = await office.get(await bring(LIST, 'all'));
    expect(page.text).toContain('Nothing would change');
    expect(page.text).not.toContain('Confirm the import');
    expect(await state()).toEqual(before);
  });

  it('shows joiners and leavers of a whole list, and is undone whole', async () => {
    await confirm(await bring(LIST));
    const before = await state();
    const next =
      'Parent name,Parent email,Class,Year\nAmira Hassan,new@mail.example.org,Elm Y3,Year 3\nNew Parent,n@mail.example.org,Birch,Year 5\n';
    const at = await bring(next, 'all');
    const page = plain((await office.get(at)).text);
    expect(page).toMatch(
      /Joining \(1\).*New Parent.*Changing \(1\).*Amira Hassan.*Leaving \(2\).*Ben Cole.*Zoë Ünal/,
    );
    await confirm(at);
    expect(await parents()).toMatch(/Amira Hassan.*New Parent/);
    expect(await parents('?who=left')).toMatch(/Ben Cole.*Zoë Ünal/);
    expect((await office.post(`${at}/undo`, {}, at)).status).toBe(303);
    expect(await state()).toEqual(before);
    expect(plain((await office.get(at)).text)).toContain('everybody is as they were before it');
    const again = await office.post(`${at}/undo`, {}, at);
    expect(again.status).toBe(409);
    expect(plain(again.text)).toContain('This import was undone already. You undid it on');
  });

  it('is not undone over what somebody changed since', async () => {
    const at = await bring(LIST);
    await confirm(at);
    const [row] = await handbell.asOwner('select id from adult where school_id = $1 limit 1', [school.id]);
    const person = `/desk/parents/${String(row?.id)}`;
    await office.post(`${person}/change`, { name: 'Changed Since', version: '1' }, `${person}/change`);
    const page = await office.get(at);
    expect(page.text).toContain('It cannot be undone');
    expect(page.text).toContain('Changed Since');
    expect((await office.post(`${at}/undo`, {}, at)).status).toBe(409);
    expect(await parents()).toContain('Ben Cole');
  });

  it('is not confirmed when something changed after it was looked at', async () => {
    const at = await bring(LIST);
    const digest = digestOf((await office.get(at)).text);
    await office.post(
      '/desk/parents/new',
      { name: 'Ben Cole', email: 'ben@mail.example.org' },
      '/desk/parents/new',
    );
    const answer = await office.post(`${at}/confirm`, { digest }, at);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Something changed since you looked at this');
  });

  it('lets a person say what the columns and the classes mean', async () => {
    const at = await bring('Grown-up,Box,Where\nAmira Hassan,amira@mail.example.org,Ash\n');
    expect((await office.get(at)).text).toContain('There is no parent’s name in this row');
    const columns = await office.get(`${at}/columns`);
    expect(columns.text).toContain('“Amira Hassan”');
    const twice = { 'column-0': 'name.1', 'column-1': 'name.1', 'column-2': 'class' };
    expect((await office.post(`${at}/columns`, twice, `${at}/columns`)).text).toContain(
      'Another column means this already',
    );
    await office.post(`${at}/columns`, { ...twice, 'column-1': 'email.1' }, `${at}/columns`);
    const page = await office.get(at);
    expect(page.text).toContain('“Ash” is not on your list of classes');
    const [elm] = await handbell.asOwner(
      "select id from school_class where school_id = $1 and name = 'Elm Y3'",
      [school.id],
    );
    await office.post(`${at}/choices`, { 'name-0': 'Ash', 'class-0': String(elm?.id), scope: 'classes' }, at);
    await confirm(at);
    expect(await parents(`?class=${String(elm?.id)}`)).toMatch(
      /Amira Hassan amira@mail\.example\.org Elm Y3/,
    );
  });

  it('takes pasted cells, and says what is wrong with a file', async () => {
    const pasted = await office.post(
      PAGE,
      { pasted: 'Name\tClass\nPasted Person\tElm Y3', scope: 'add' },
      PAGE,
    );
    expect(plain((await office.get(pasted.location)).text)).toContain('Pasted Person');
    const nothing = await office.post(PAGE, { scope: 'add' }, PAGE);
    expect(nothing.text).toContain('Choose a file, or paste the cells below');
    const pdf = await office.post(PAGE, { file: new File(['%PDF-1.7'], 'list.pdf'), scope: 'add' }, PAGE);
    expect(pdf.status).toBe(422);
    expect(pdf.text).toContain('not a list of cells');
  });

  it('is forgotten a day later when nobody confirmed it; undoing a month later', async () => {
    const draft = await bring(LIST);
    const done = await bring('Name,Class\nDone Person,Elm Y3\n');
    await confirm(done);
    const tidy = async () => {
      for (const job of rosterJobs) await job.perform(handbell.services, {});
    };
    handbell.clock.advance({ hours: 25 });
    await tidy();
    expect(plain((await office.get(draft)).text)).toContain('nothing of it was kept');
    expect(
      await handbell.asOwner('select 1 from roster_import where school_id = $1 and content is not null', [
        school.id,
      ]),
    ).toEqual([]);
    expect((await office.get(done)).text).toContain('Undo the whole import');
    handbell.clock.advance({ days: 31 });
    await tidy();
    expect((await office.get(done)).text).toContain('can no longer be undone');
    handbell.clock.set('2027-03-09T10:00:00Z');
  });

  it('that nobody confirmed is not undone: its page says that it changed nothing', async () => {
    const at = await bring(LIST);
    const undone = await office.post(`${at}/undo`, {}, at);
    expect(undone.status).toBe(400);
    expect(plain(undone.text)).toContain('Nobody has confirmed this import yet, so it has changed nothing');
    await office.post(`${at}/drop`, {}, at);
    const late = await office.post(`${at}/undo`, {}, at);
    expect(late.status).toBe(409);
    expect(plain(late.text)).toContain('thrown away before anybody confirmed it');
    expect(late.text).not.toContain('undone already');
  });

  it('is thrown away when asked to', async () => {
    const at = await bring(LIST);
    expect((await office.post(`${at}/drop`, {}, at)).location).toBe('/desk/parents');
    const again = await office.post(`${at}/drop`, {}, at);
    expect(again.status).toBe(409);
    expect(plain(again.text)).toContain('so it changed nothing. You threw it away on');
    expect(await parents()).toContain('No parents yet');
  });

  it('erased people are in nothing that undoing keeps', async () => {
    await confirm(await bring(LIST));
    await confirm(
      await bring('Parent name,Parent email,Class\nAmira Hassan,other@mail.example.org,Elm Y3\n'),
    );
    const [row] = await handbell.asOwner(
      'select adult_id as id from roster_change where school_id = $1 and before is not null',
      [school.id],
    );
    const data = await handbell.signIn(school, ['data']);
    const person = `/desk/parents/${String(row?.id)}`;
    expect((await data.post(`${person}/erase`, { version: '2' }, `${person}/erase`)).status).toBe(303);
    expect(await handbell.asOwner('select 1 from roster_change where adult_id = $1', [row?.id])).toEqual([]);
  });
});
