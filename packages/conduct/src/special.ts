/** Words with a place of their own: what stands for a kind of word rather than for one word. */
export const SPECIAL_WORDS = [
  '<edge>',
  '<unknown>',
  '<name>',
  '<surname>',
  '<member>',
  '<writer>',
  '<capital>',
] as const;

/** Row numbers of the special words. */
export const SPECIAL = {
  edge: 0,
  unknown: 1,
  name: 2,
  surname: 3,
  member: 4,
  writer: 5,
  capital: 6,
} as const;
