import { expect, test } from 'vitest';
import { readModel } from './node.ts';
import { findPlainInsult, hasSlur, hasStrongWord } from './plain-insult.ts';
import { readThread } from './reading.ts';

const { lexicon } = readModel();
const found = (text: string): string | undefined => {
  const [reading] = readThread([{ text }], lexicon);
  const places = reading === undefined ? undefined : findPlainInsult(reading);
  if (reading === undefined || places === undefined) return undefined;
  return text.slice(reading.tokens[places[0]]?.start, reading.tokens[places[1]]?.end);
};

test.each([
  ['oh shut up you absolute idiot, nobody asked', 'you absolute idiot'],
  ["you're such a l1ar", "you're such a l1ar"],
  ['WELL YOU ARE A MORON', 'YOU ARE A MORON'],
  ['I told the office: he is a complete idiot', 'he is a complete idiot'],
])('finds a bare insult: %s', (text, insult) => {
  expect(found(text)).toBe(insult);
});

test.each([
  'you idiot 😂 love you',
  'please don’t write "you idiot" on here',
  'do you know where the idiot guide to nits is',
  'you are a star',
  'you idiot, thanks for the ladder ❤️',
  'is he an only child?',
])('leaves the rest alone: %s', (text) => {
  expect(found(text)).toBeUndefined();
});

test.each(['what the fuck is this', 'FFS', 'f**king brilliant', 'fuuuck'])(
  'hears a strong word: %s',
  (text) => {
    expect(readThread([{ text }], lexicon).map(hasStrongWord)).toEqual([true]);
  },
);

test.each(['what the heck', 'please no "fuck" on here', 'Scunthorpe', 'the clock stuck'])(
  'hears none: %s',
  (text) => {
    expect(readThread([{ text }], lexicon).map(hasStrongWord)).toEqual([false]);
  },
);

test.each(['what a retard', 'the spaz from set 3', 'r*tard', 'sp4z'])('hears a slur: %s', (text) => {
  expect(readThread([{ text }], lexicon).map(hasSlur)).toEqual([true]);
});

test.each([
  'my son was called a retard on the bus and cried',
  'please no "spaz" on here',
  'the fire alarm sign is on the door',
  'the pack is in the hall',
])('hears no slur: %s', (text) => {
  expect(readThread([{ text }], lexicon).map(hasSlur)).toEqual([false]);
});
