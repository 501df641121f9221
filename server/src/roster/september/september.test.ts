import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
const PAGE = '/desk/parents/september';

beforeAll(async () => {
  handbell = await startTestHandbell();
});
afterAll(() => handbell.stop());
beforeEach(async () => {
  await handbell.asOwner('delete from rate_limit');
  school = await handbell.newSchool(`school-${crypto.randomUUID()}`);
  office = await handbell.signIn(school, ['office']);
  await office.post(
    '/desk/groups/classes',
    { classes: 'Acorns (Reception)\n1B\n2B\nOak Y5/6' },
    '/desk/groups/classes',
  );
});

async function classId(name: string): Promise<string> {
  const [row] = await handbell.asOwner('select id from school_class where school_id = $1 and name = $2', [
    school.id,
    name,
  ]);
  return String(row?.id);
}

async function add(name: string, ...places: readonly (readonly [string, string])[]): Promise<void> {
  const values: string[] = [];
  for (const [at, year] of places) values.push(`${await classId(at)}:${year}`);
  const answer = await office.post(
    '/desk/parents/new',
    { name, email: '', places: values },
    '/desk/parents/new',
  );
  expect(answer.status).toBe(303);
}

async function group(name: string, at: string): Promise<void> {
  const entry = { name, kind: 'class', classes: await classId(at), reach: 'chat' };
  expect((await office.post('/desk/groups/new', entry, '/desk/groups/new')).status).toBe(303);
}

const plain = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

/** The fields of the form as the page offers them: what is chosen already, and what the test adds. */
async function fields(more: Readonly<Record<string, string>> = {}): Promise<Record<string, string>> {
  const { text } = await office.get(PAGE);
  const chosen = [...text.matchAll(/<select[^>]*name="([^"]+)"[\s\S]*?<\/select>/g)].flatMap(
    ([whole, name = '']) => {
      const value = /<option value="([^"]*)" selected/.exec(whole)?.[1];
      return value === undefined ? [] : [[name, value] as const];
    },
  );
  return { ...Object.fromEntries(chosen), ...more };
}

const hidden = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );

async function parents(): Promise<string> {
  return plain((await office.get('/desk/parents?who=all')).text);
}

async function state(): Promise<unknown> {
  const places = await handbell.asOwner(
    `select adult_id, class_id, year from adult_class where school_id = $1 and until_day is null order by 1, 2, 3`,
    [school.id],
  );
  const groups = await handbell.asOwner(
    'select name, archived_at from chat_group where school_id = $1 order by id',
    [school.id],
  );
  const classes = await handbell.asOwner(
    'select name, years, successor_id from school_class where school_id = $1 and ended_at is null order by position',
    [school.id],
  );
  const left = await handbell.asOwner('select id from adult where school_id = $1 and left_on is not null', [
    school.id,
  ]);
  return { places, groups, classes, left };
}

async function furnish(): Promise<void> {
  await add('Reception Parent', ['Acorns (Reception)', '']);
  await add('Two Children', ['1B', ''], ['Oak Y5/6', '6']);
  await add('Leaver Parent', ['Oak Y5/6', '6']);
  await add('Stays In Oak', ['Oak Y5/6', '5']);
  await group('1B parents', '1B');
  await group('2B parents', '2B');
}

describe('the September roll-over', () => {
  it('knows where children usually go, and asks where it does not', async () => {
    await furnish();
    const known = await fields();
    const of = async (name: string, year: string) => known[`to.${await classId(name)}.${year}`];
    expect(await of('Acorns (Reception)', 'R')).toBe(await classId('1B'));
    expect(await of('1B', '1')).toBe(await classId('2B'));
    expect(await of('2B', '2')).toBeUndefined();
    expect(await of('Oak Y5/6', '5')).toBe(await classId('Oak Y5/6'));
    expect(await of('Oak Y5/6', '6')).toBe('leave');
    const answer = await office.post(PAGE, known, PAGE);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Choose where these children go');
  });

  it('shows every change, does it at one press, and undoes it at one', async () => {
    await furnish();
    const before = await state();
    const second = `${await classId('2B')}.2`;
    const review = await office.post(
      PAGE,
      await fields({ [`to.${second}`]: 'new', [`new.${second}`]: '3B' }),
      PAGE,
    );
    expect(review.status).toBe(200);
    expect(plain(review.text)).toMatch(/2B, Year 2 3B \(new class\)/);
    expect(plain(review.text)).toMatch(/Oak Y5\/6, Year 6 leaves the school/);
    expect(plain(review.text)).toMatch(/1B parents 2B parents 2B/);
    expect(plain(review.text)).toMatch(/2B parents 3B parents 3B \(new class\)/);
    expect(plain(review.text)).toMatch(/Parents who leave \(1\).*Leaver Parent/);
    expect(await state()).toEqual(before);

    const done = await office.post(`${PAGE}/confirm`, hidden(review.text));
    expect(done.status, plain(done.text)).toBe(303);
    const list = await parents();
    expect(list).toMatch(/Leaver Parent none: gets a paper slip left 9 March 2027/);
    expect(list).toMatch(/Reception Parent none: gets a paper slip 1B/);
    expect(list).toMatch(/Two Children none: gets a paper slip 2B /);
    expect(list).toMatch(/Stays In Oak none: gets a paper slip Oak Y5\/6 \(Year 6\)/);
    const groups = await handbell.asOwner('select name from chat_group where school_id = $1 order by name', [
      school.id,
    ]);
    expect(groups).toEqual([{ name: '2B parents' }, { name: '3B parents' }]);

    expect((await office.post(`${PAGE}/undo`, {}, PAGE)).status).toBe(303);
    expect(await state()).toEqual(before);
    expect((await office.post(`${PAGE}/undo`, {}, PAGE)).status).toBe(409);
  });

  it('is neither confirmed nor undone over what happened meanwhile', async () => {
    await furnish();
    const second = `to.${await classId('2B')}.2`;
    const review = await office.post(PAGE, await fields({ [second]: 'leave' }), PAGE);
    await add('Meanwhile', ['2B', '']);
    const late = await office.post(`${PAGE}/confirm`, hidden(review.text));
    expect(late.status).toBe(422);
    expect(late.text).toContain('Something changed since you looked at this');
    const again = await office.post(PAGE, await fields({ [second]: 'leave' }), PAGE);
    expect(plain(again.text)).toContain('2B parents archived');
    expect((await office.post(`${PAGE}/confirm`, hidden(again.text))).status).toBe(303);
    await add('Afterwards', ['1B', '']);
    expect((await office.get(PAGE)).text).toContain('can no longer be undone');
    expect((await office.post(`${PAGE}/undo`, {}, PAGE)).status).toBe(409);
    expect(await parents()).toMatch(/Afterwards/);
  });
});
