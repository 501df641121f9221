import { writeFileSync } from 'node:fs';
import { Random } from '../../packages/chat/test/fuzz/random.ts';

const CONTACTS = [
  'Priya Nair',
  'Tom H',
  'Aisha (Zayn’s Mum)',
  'Mrs Whitlock',
  'Dan – Year 4',
  'Gosia 🌻',
  'Femi A',
  'Cerys',
  'Siobhán',
  'Beth [PTA]',
];
const STRANGERS = Array.from({ length: 8 }, (_, at) => `+44 7700 900${100 + at * 37}`);
const SENTENCES = [
  'Does anyone know if swimming is still on?',
  'Thanks!',
  'The bus was late again 😂😂',
  'We owe £4.50 for the museum – thanks!',
  'Parents’ evening slots are open',
  'Ok will do',
  'Someone left a blue water bottle 👨‍👩‍👧‍👦',
  'Letter: https://school.example/letters/autumn?id=4711',
  'Same here',
];
const LINES = ['- water bottle', '12:30 - pick up', '09/09 is INSET', 'Cost: £12.50', '', '1) spelling test'];
const START = Date.UTC(2019, 8, 2, 7, 40);
const LRM = '\u200e';

const two = (number: number) => String(number).padStart(2, '0');

/** How a phone writes a chat. */
export type Phone = 'ios' | 'android';

function header(moment: Date, phone: Phone): string {
  const day = `${two(moment.getUTCDate())}/${two(moment.getUTCMonth() + 1)}/${moment.getUTCFullYear()}`;
  const clock = `${two(moment.getUTCHours())}:${two(moment.getUTCMinutes())}`;
  return phone === 'ios' ? `[${day}, ${clock}:${two(moment.getUTCSeconds())}] ` : `${day}, ${clock} - `;
}

function words(random: Random): string {
  let text = random.pick(SENTENCES);
  if (random.once(3)) text += ` ${random.pick(SENTENCES)}`;
  for (let more = random.once(11) ? 1 + random.below(4) : 0; more > 0; more -= 1)
    text += `\n${random.pick(LINES)}`;
  return text;
}

function entry(random: Random, moment: Date, phone: Phone, at: number): string {
  const ios = phone === 'ios';
  const mark = ios ? LRM : '';
  const name = random.once(4) ? random.pick(STRANGERS) : random.pick(CONTACTS);
  const sender = ios && name.startsWith('+') ? `\u202a${name.replaceAll(' ', '\u00a0')}\u202c` : name;
  const head = header(moment, phone);
  const choice = random.below(1000);
  if (choice < 12) return `${mark}${head}${ios ? `${name}: ${LRM}` : ''}${name} added Callum`;
  if (choice < 50) return `${mark}${head}${sender}: ${ios ? `${LRM}image omitted` : '<Media omitted>'}`;
  if (choice < 75) {
    const file = `${String(at).padStart(8, '0')}-PHOTO.jpg`;
    return `${mark}${head}${sender}: ${ios ? `${LRM}<attached: ${file}>` : `${LRM}${file} (file attached)`}`;
  }
  if (choice < 85) return `${mark}${head}${sender}: ${mark}This message was deleted${ios ? '.' : ''}`;
  if (choice < 94) return `${head}${sender}: ${words(random)} ${mark}<This message was edited>`;
  return `${head}${sender}: ${words(random)}`;
}

/**
 * Writes a chat like a class group's to a file; the same every time.
 * @param file where to
 * @param phone how headers and marks are written
 * @param messages how many entries
 */
export function generate(file: string, phone: Phone, messages: number): void {
  const random = new Random(20_240_309);
  const end = phone === 'ios' ? '\r\n' : '\n';
  let time = START;
  let text = '';
  writeFileSync(file, '');
  for (let at = 0; at < messages; at += 1) {
    time += random.below(400) * 1000;
    text += entry(random, new Date(time), phone, at) + end;
    if (text.length < 1 << 22 && at < messages - 1) continue;
    writeFileSync(file, text, { flag: 'a' });
    text = '';
  }
}
