import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import type { ClassId } from '../../groups/rules.ts';
import { newId } from '../../platform/ids.ts';
import type { AdultId } from '../../roster/adult.ts';
import { matchAdults } from './matching.ts';

const OAK: ClassId = newId();
const ELM: ClassId = newId();
const className = (id: ClassId) => (id === OAK ? 'Oak' : 'Elm');
const from = Temporal.PlainDate.from('2026-09-01');

const adult = (name: string, ...classes: readonly ClassId[]) => ({
  id: newId<'adult'>(),
  name,
  places: classes.map((classId) => ({ id: newId<'adult-class'>(), classId, year: '', from })),
});

const ann = adult('Ann Example', OAK);
const zoe = adult('Zoë O’Brien', ELM);
const annToo = adult('Ann Example', ELM);
const match = (
  adults: readonly ReturnType<typeof adult>[],
  ...agreements: readonly { name: string; childClass?: string; adult?: AdultId }[]
) => [...matchAdults(adults, agreements, className)].map(([id, { name }]) => [id, name]);

describe('whose agreement it is', () => {
  it('is said by a personal link, whatever name was typed', () => {
    expect(match([ann, zoe], { name: 'Annie', adult: ann.id })).toEqual([[ann.id, 'Annie']]);
    expect(match([ann], { name: 'Ann Example', adult: newId() })).toEqual([]);
  });

  it('is told by a name that one adult only has, however it is written', () => {
    expect(match([ann, zoe], { name: "zoe  o'brien" })).toEqual([[zoe.id, "zoe  o'brien"]]);
    expect(match([ann, zoe], { name: 'Zoë O’Brian' })).toEqual([]);
  });

  it('is told by the class when two have the name, and is nobody’s when that does not tell them apart', () => {
    const both = [ann, annToo];
    expect(match(both, { name: 'Ann Example' })).toEqual([]);
    expect(match(both, { name: 'Ann Example', childClass: 'elm' })).toEqual([[annToo.id, 'Ann Example']]);
    expect(match(both, { name: 'Ann Example', childClass: 'Ash and Oak' })).toEqual([
      [ann.id, 'Ann Example'],
    ]);
    expect(match(both, { name: 'Ann Example', childClass: 'Oak, Elm' })).toEqual([]);
  });

  it('is the newest of several', () => {
    const found = matchAdults(
      [ann],
      [
        { name: 'Ann Example', at: 2 },
        { name: 'Ann Example', at: 1 },
      ],
      className,
    );
    expect(found.get(ann.id)?.at).toBe(2);
  });
});
