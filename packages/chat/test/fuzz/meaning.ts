import type { LanguageTable } from '../../src/languages/table.ts';
import { type Family, isoOf, type Moment } from './families.ts';
import type { Random } from './random.ts';

/** What a message must say when it has been read back. */
export interface Known {
  readonly at: string;
  readonly sender: string | null;
  readonly kind: string;
  readonly text?: string;
  readonly edited?: boolean;
  readonly attachment?: string;
  readonly event?: string;
}

const NAMES = [
  'Ruth',
  'Callum B',
  '~ Petra',
  '+44 7700 900123',
  'Owen - Reception',
  'Sian [PTA]',
  'Zoë’s Mum',
  '🌻',
  'سلمى',
  'José',
  'Left Foot Larry',
];
const WORDS = [
  'yes',
  'Thanks!',
  '12:30 - pick up',
  '09/09 is INSET',
  '👨‍👩‍👧 ok',
  'see:this',
  'été',
  '(sorry!)',
  '<3',
  'मैं',
  '- water bottle',
  '2016-04-29 10:30:00 log',
  'Ben left',
  'e\u0301',
  '[sic]',
  'a  b',
];

function words(random: Random): string {
  const lines = 1 + (random.once(4) ? random.below(4) : 0);
  return Array.from({ length: lines }, () =>
    Array.from({ length: 1 + random.below(4) }, () => random.pick(WORDS)).join(' '),
  ).join('\n');
}

function later(moment: Moment, random: Random): Moment {
  const step = random.once(6) ? random.below(40 * 86_400) : random.below(3600);
  const date = new Date(
    Date.UTC(moment.year, moment.month - 1, moment.day, moment.hour, moment.minute, moment.second) +
      step * 1000,
  );
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
  };
}

type Entry = Omit<Known, 'at'> & { readonly printed: string; readonly marked?: boolean };

function notice(random: Random, family: Family, language: LanguageTable): Entry {
  // On iOS a missed call is a message of the caller's and no notice.
  const wordings = language.notices.filter(([type]) => !(family.ios && type === 'call'));
  const [type, wording] = random.pick(wordings);
  const plain = wording
    .replace('{a}', 'Ruth')
    .replace('{t}', 'Callum B')
    .replace('{v}', 'Oak')
    .replace('{x}', 'Elm')
    .replace(/…$/, '.');
  const printed = family.ios ? `Oak class: \u200e${plain}` : plain;
  return { sender: null, kind: 'system', event: type, printed, marked: family.ios };
}

function omitted(random: Random, sender: string, family: Family, language: LanguageTable): Entry {
  const [wording, type] = random.pick(Object.entries(language.omitted));
  const printed = family.ios ? `${sender}: \u200e${wording}` : `${sender}: <${wording}>`;
  return { sender, kind: type === 'contact' ? 'contact' : 'media', text: '', printed, marked: family.ios };
}

function attached(random: Random, sender: string, family: Family, language: LanguageTable): Entry {
  const file = `IMG-${random.below(9999)}.jpg`;
  const word = random.pick(
    (family.ios ? language.attached : language.fileAttached).concat(
      family.ios ? 'attached' : 'file attached',
    ),
  );
  const printed = family.ios ? `${sender}: \u200e<${word}: ${file}>` : `${sender}: \u200e${file} (${word})`;
  return { sender, kind: 'media', attachment: file, text: '', printed, marked: family.ios };
}

function entry(random: Random, family: Family, language: LanguageTable): Entry {
  const sender = random.pick(NAMES);
  const choice = random.below(20);
  if (choice === 0) return notice(random, family, language);
  if (choice === 1) return omitted(random, sender, family, language);
  if (choice === 2) return attached(random, sender, family, language);
  if (choice === 3) {
    const printed = `${sender}: ${family.ios ? '\u200e' : ''}${random.pick(language.deleted)}`;
    return { sender, kind: 'deleted', printed, marked: family.ios };
  }
  const text = words(random);
  if (choice === 4 && language.edited.length > 0) {
    const mark = `${family.ios ? '\u200e' : ''}<${random.pick(language.edited)}>`;
    return { sender, kind: 'text', text, edited: true, printed: `${sender}: ${text} ${mark}` };
  }
  return { sender, kind: 'text', text, edited: false, printed: `${sender}: ${text}` };
}

/**
 * Writes an export of messages whose meaning is known.
 * @param random where everything is drawn from
 * @param family how headers are written
 * @param language what notices, media and marks are written in
 */
export function writeExport(
  random: Random,
  family: Family,
  language: LanguageTable,
): { text: string; known: Known[] } {
  let moment: Moment = {
    year: 2020 + random.below(4),
    month: 1 + random.below(12),
    day: 13 + random.below(16),
    hour: 9,
    minute: 30,
    second: 5,
  };
  const known: Known[] = [];
  let text = '';
  const count = 3 + random.below(12);
  for (let at = 0; at < count; at += 1) {
    const { printed, marked, ...rest } = entry(random, family, language);
    known.push({ ...rest, at: isoOf(moment, family.seconds) });
    text += `${marked === true ? '\u200e' : ''}${family.header(moment)}${printed}${family.ios ? '\r\n' : '\n'}`;
    moment = later(moment, random);
  }
  return { text, known };
}
