import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../test/handbell.ts';
import { listClasses, saveClasses, saveClassYears } from '../groups/classes-store.ts';
import type { ClassId } from '../groups/rules.ts';
import { newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import {
  type Adult,
  type AdultId,
  addAdult,
  changeAdult,
  eraseAdult,
  findAdult,
  findLike,
  leaveAdult,
  listAdults,
  mergeAdults,
} from './store.ts';

let handbell: TestHandbell;
let school: TestSchool;
let oak: ClassId;
let elm: ClassId;

beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  await forSchool((work) => saveClasses(work, ['Oak', 'Elm']));
  const [first, second] = await forSchool(listClasses);
  if (!first || !second) throw new Error('no classes');
  [oak, elm] = [first.id, second.id];
  await forSchool((work) => saveClassYears(work, new Map([[oak, ['1', '2']]])));
});
afterAll(() => handbell.stop());

function forSchool<T>(act: (work: Work) => Promise<T>): Promise<T> {
  return handbell.services.worker.forSchool(school.id, 'command', act);
}

function add(name: string, email = '', classes: readonly ClassId[] = [oak]): Promise<AdultId> {
  const places = classes.map((classId) => ({ classId, year: '' }));
  return forSchool((work) => addAdult(work, { name, email, phone: '', places }));
}

async function the(id: AdultId): Promise<Adult> {
  const found = await forSchool((work) => findAdult(work, id));
  if (!found) throw new Error('nobody');
  return found;
}

describe('an adult', () => {
  it('comes back as written down, and is unreadable at rest', async () => {
    const id = await add('Siân O’Brien', 'Sian@mail.example.org', [oak, elm]);
    const found = await the(id);
    expect(found).toMatchObject({
      name: 'Siân O’Brien',
      email: 'Sian@mail.example.org',
      phone: '',
      version: 1,
    });
    expect(found.places.map((place) => place.classId)).toEqual([oak, elm]);
    expect(found.joined.toString()).toBe('2027-03-09');
    const [row] = await handbell.asOwner('select * from adult where id = $1', [id]);
    expect(
      JSON.stringify(row, (_key, value) =>
        value?.type === 'Buffer' ? Buffer.from(value.data).toString('latin1') : value,
      ),
    ).not.toMatch(/Brien|mail\.example/);
  });

  it('is found by name or address however they are written', async () => {
    const id = await add('Łukasz  Nowak', 'lukasz.nowak@mail.example.org');
    const like = (who: { name: string; email: string }) =>
      forSchool(async (work) => (await findLike(work, who)).map((each) => each.id));
    expect(await like({ name: 'łukasz nowak', email: '' })).toEqual([id]);
    expect(await like({ name: '', email: ' LUKASZ.Nowak@mail.example.org ' })).toEqual([id]);
    expect(await like({ name: '', email: '' })).toEqual([]);
  });

  it('is listed by class and by year; in a mixed class a year that is not known counts for each', async () => {
    const id = await add('Only Elm', '', [elm]);
    const names = (filter: Parameters<typeof listAdults>[1]) =>
      forSchool(async (work) => (await listAdults(work, filter)).map((each) => each.id));
    expect(await names({ classId: elm })).toContain(id);
    expect(await names({ classId: oak })).not.toContain(id);
    expect(await names({ year: '2' })).not.toContain(id);
    const mixed = await add('In Oak', '', [oak]);
    expect(await names({ year: '2' })).toContain(mixed);
    expect(await names({ year: '3' })).toEqual([]);
  });

  it('lists by the letters of a name, not by its accents', async () => {
    await add('Zoë Last');
    await add('Ángel First');
    const names = (await forSchool((work) => listAdults(work))).map((each) => each.name);
    expect(names.indexOf('Ángel First')).toBe(0);
    expect(names.at(-1)).toBe('Zoë Last');
  });

  it('changes, and tells the second of two who change at once', async () => {
    const id = await add('Before Change');
    const entry = {
      name: 'After Change',
      email: 'a@mail.example.org',
      phone: '',
      places: [{ classId: elm, year: '' }],
    };
    await forSchool((work) => changeAdult(work, id, 1, entry));
    expect(await the(id)).toMatchObject({ name: 'After Change', version: 2 });
    expect((await the(id)).places.map((place) => place.classId)).toEqual([elm]);
    await expect(forSchool((work) => changeAdult(work, id, 1, entry))).rejects.toMatchObject({ status: 409 });
  });

  it('leaves, is listed with those who left, and comes back with a class', async () => {
    const id = await add('Leaver Then Back');
    await forSchool((work) => leaveAdult(work, id, 1));
    expect(await the(id)).toMatchObject({ places: [] });
    expect((await the(id)).left?.toString()).toBe('2027-03-09');
    await expect(forSchool((work) => leaveAdult(work, id, 2))).rejects.toMatchObject({ status: 409 });
    expect((await forSchool((work) => listAdults(work))).some((each) => each.id === id)).toBe(false);
    expect(
      (await forSchool((work) => listAdults(work, { who: 'left' }))).some((each) => each.id === id),
    ).toBe(true);
    const entry = { name: 'Back', email: '', phone: '', places: [{ classId: oak, year: '1' }] };
    await forSchool((work) => changeAdult(work, id, 2, entry));
    expect((await the(id)).left).toBeUndefined();
  });

  it('written down twice becomes one: the kept name, the address of either, the classes of both', async () => {
    const kept = await add('Amira Hassan', '', [oak]);
    const other = await add('A Hassan', 'amira@mail.example.org', [oak, elm]);
    await forSchool((work) => mergeAdults(work, { id: kept, version: 1 }, other));
    const one = await the(kept);
    expect(one).toMatchObject({ name: 'Amira Hassan', email: 'amira@mail.example.org' });
    expect(one.places.map((place) => place.classId)).toEqual([oak, elm]);
    expect((await the(other)).id).toBe(kept);
    const [row] = await handbell.asOwner('select name, email_hash from adult where id = $1', [other]);
    expect(row).toEqual({ name: null, email_hash: null });
    await expect(
      forSchool((work) => mergeAdults(work, { id: kept, version: 2 }, kept)),
    ).rejects.toMatchObject({ status: 404 });
  });

  it('erased leaves nothing but an id', async () => {
    const id = await add('To Be Erased', 'erased@mail.example.org');
    await forSchool((work) => eraseAdult(work, id, 1));
    expect(await forSchool((work) => findAdult(work, id))).toBeUndefined();
    expect(await handbell.asOwner('select 1 from adult_class where adult_id = $1', [id])).toEqual([]);
    const [row] = await handbell.asOwner(
      'select name, email, phone, name_hash, email_hash from adult where id = $1',
      [id],
    );
    expect(Object.values(row ?? {})).toEqual([null, null, null, null, null]);
    await expect(forSchool((work) => eraseAdult(work, id, 2))).rejects.toMatchObject({ status: 404 });
  });

  it('nobody wrote down is not found', async () => {
    expect(await forSchool((work) => findAdult(work, newId<'adult'>()))).toBeUndefined();
  });
});
