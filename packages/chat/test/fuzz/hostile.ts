import type { LanguageTable } from '../../src/languages/table.ts';
import type { Family } from './families.ts';
import { writeExport } from './meaning.ts';
import type { Random } from './random.ts';

const SCRAPS = [
  '\u200e',
  '\u200f',
  '\u202f',
  '\u2068',
  '\ufeff',
  '\r',
  '\n',
  '\r\n',
  '[',
  ']',
  ' - ',
  ': ',
  ':',
  '<',
  '>',
  '(',
  ')',
  '،',
  '\0',
  '\ud83d',
  '/',
  '.',
  '9',
  '٩',
  'AM',
  'م',
  '"',
  '“',
  '@',
  'POLL:',
  'OPTION:',
  '\u2028',
  '<attached: ',
  '> ',
  ' left',
  ' added ',
  '17/11/2023, 15:30 - ',
  '[17/11/2023, 15:30:00] ',
  'https://maps.google.com/?q=',
  '\uffff',
  '年',
  'klo',
];

function mutate(random: Random, text: string): string {
  const at = random.below(text.length + 1);
  const end = Math.min(text.length, at + random.below(40));
  switch (random.below(7)) {
    case 0:
      return text.slice(0, at) + random.pick(SCRAPS) + text.slice(at);
    case 1:
      return text.slice(0, at) + text.slice(end);
    case 2:
      return text.slice(0, end) + text.slice(at);
    case 3:
      return text.slice(0, at) + random.pick(SCRAPS).repeat(1 + random.below(60)) + text.slice(end);
    case 4:
      return text.slice(at);
    case 5:
      return text.replaceAll(random.pick(['\r\n', '\n', ' ', ':', ',']), random.pick(SCRAPS));
    default:
      return text.slice(0, at) + String.fromCharCode(random.below(0x10000)) + text.slice(at);
  }
}

/**
 * Writes an export and damages it.
 * @param random where everything is drawn from
 * @param families how headers may be written
 * @param languages what notices may be written in
 */
export function damagedExport(
  random: Random,
  families: readonly Family[],
  languages: readonly LanguageTable[],
): string {
  let { text } = writeExport(random, random.pick(families), random.pick(languages));
  if (random.once(3)) text += writeExport(random, random.pick(families), random.pick(languages)).text;
  const times = random.below(6);
  for (let at = 0; at < times && text.length < 100_000; at += 1) text = mutate(random, text);
  return text;
}

/** The bytes of a damaged export, some of them changed: no valid UTF-8. */
export function damagedBytes(random: Random, text: string): Uint8Array {
  const bytes = new TextEncoder().encode(text);
  const times = 1 + random.below(12);
  for (let change = 0; change < times && bytes.length > 0; change += 1)
    bytes[random.below(bytes.length)] = random.once(2) ? 0x80 + random.below(0x80) : random.below(0x100);
  return bytes;
}

/** Random letters and scraps, with no header written on purpose. */
export function noise(random: Random): string {
  const kinds = SCRAPS.filter((scrap) => scrap.length < 8);
  let text = '';
  const length = random.below(80);
  for (let at = 0; at < length; at += 1) {
    text += random.once(2)
      ? random.pick(kinds)
      : String.fromCharCode(32 + random.below(random.once(4) ? 0x3000 : 95));
  }
  return text;
}
