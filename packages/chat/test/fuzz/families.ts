/** A moment as the wall clock shows it. */
export interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** How some phone writes headers. */
export interface Family {
  readonly name: string;
  readonly header: (moment: Moment) => string;
  /** Seconds are printed. */
  readonly seconds: boolean;
  /** CRLF ends an entry, LF stays inside; notices and media carry U+200E and a sender. */
  readonly ios: boolean;
  readonly locale?: string;
}

const two = (number: number) => String(number).padStart(2, '0');
const twelve = (hour: number) => hour % 12 || 12;
const half = (hour: number, am = 'AM', pm = 'PM') => (hour < 12 ? am : pm);
const short = (year: number) => two(year % 100);
const digits = (zero: number) => (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
const arabic = digits(0x660);
const persian = digits(0x6f0);
const hindi = digits(0x966);

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const nameOf = (month: number) => MONTHS[month - 1] ?? '';

type Write = (m: Moment) => string;

function android(name: string, write: Write, locale?: string): Family {
  return {
    name,
    header: (m) => `${write(m)} - `,
    seconds: false,
    ios: false,
    ...(locale === undefined ? {} : { locale }),
  };
}

function ios(name: string, write: Write, locale?: string, seconds = true): Family {
  return {
    name,
    header: (m) => `[${write(m)}] `,
    seconds,
    ios: true,
    ...(locale === undefined ? {} : { locale }),
  };
}

const clock: Write = (m) => `${two(m.hour)}:${two(m.minute)}`;
const clockSeconds: Write = (m) => `${clock(m)}:${two(m.second)}`;
const clock12: Write = (m) => `${twelve(m.hour)}:${two(m.minute)}`;

/** Every family of headers there is evidence of. */
export const FAMILIES: readonly Family[] = [
  ios('iOS en-GB', (m) => `${two(m.day)}/${two(m.month)}/${m.year}, ${clockSeconds(m)}`, 'en-GB'),
  ios(
    'iOS en-US',
    (m) => `${m.month}/${m.day}/${short(m.year)}, ${clock12(m)}:${two(m.second)} ${half(m.hour)}`,
    'en-US',
  ),
  ios(
    'iOS narrow space',
    (m) => `${m.month}/${m.day}/${short(m.year)}, ${clock12(m)}:${two(m.second)}\u202f${half(m.hour)}`,
    'en-US',
  ),
  ios('iOS de', (m) => `${two(m.day)}.${two(m.month)}.${short(m.year)}, ${clockSeconds(m)}`, 'de-DE'),
  ios('iOS tr', (m) => `${m.day}.${two(m.month)}.${m.year} ${clockSeconds(m)}`, 'tr-TR'),
  ios('iOS fr', (m) => `${two(m.day)}/${two(m.month)}/${m.year} ${clockSeconds(m)}`, 'fr-FR'),
  ios(
    'iOS id',
    (m) => `${two(m.day)}/${two(m.month)}/${short(m.year)} ${clockSeconds(m).replaceAll(':', '.')}`,
    'id-ID',
  ),
  ios(
    'iOS ja',
    (m) => `${m.year}/${two(m.month)}/${two(m.day)} ${m.hour}:${two(m.minute)}:${two(m.second)}`,
    'ja-JP',
  ),
  ios(
    'iOS zh',
    (m) => `${m.year}/${m.month}/${m.day} ${half(m.hour, '上午', '下午')}${clock12(m)}:${two(m.second)}`,
    'zh-TW',
  ),
  ios(
    'iOS ko',
    (m) => `${m.year}. ${m.month}. ${m.day}. ${half(m.hour, '오전', '오후')} ${clock12(m)}:${two(m.second)}`,
    'ko-KR',
  ),
  ios('iOS vi', (m) => `${clockSeconds(m)}, ${m.day}/${m.month}/${m.year}`, 'vi-VN'),
  ios(
    'iOS ar',
    (m) =>
      arabic(
        `${m.day}\u200f/${m.month}\u200f/${m.year}، ${clock12(m)}:${two(m.second)}\u00a0${half(m.hour, 'ص', 'م')}`,
      ),
    'ar-EG',
  ),
  ios(
    'iOS ar, Latin digits',
    (m) =>
      `${m.day}\u200f/${m.month}\u200f/${m.year}، ${clock12(m)}:${two(m.second)} ${half(m.hour, 'ص', 'م')}`,
    'ar-AE',
  ),
  ios('iOS th', (m) => `${m.day}/${m.month}/${m.year + 543} ${clockSeconds(m)}`, 'th-TH'),
  ios('iOS BE', (m) => `${m.month}/${m.day}/${m.year + 543} BE, ${clockSeconds(m)}`, 'en-US'),
  ios('iOS Reiwa', (m) => `${m.month}/${m.day}/R${m.year - 2018}, ${clockSeconds(m)}`, 'en-US'),
  ios('iOS hi', (m) => hindi(`${two(m.day)}/${two(m.month)}/${short(m.year)}, ${clockSeconds(m)}`), 'hi-IN'),
  ios('iOS thin space', (m) => `${two(m.day)}/${two(m.month)}/${m.year},\u2009${clockSeconds(m)}`, 'en-GB'),
  ios(
    'iOS fi',
    (m) => `${m.day}.${m.month}.${m.year} klo ${m.hour}.${two(m.minute)}.${two(m.second)}`,
    'fi-FI',
  ),
  ios(
    'iOS cs',
    (m) => `${two(m.day)}.${two(m.month)}.${short(m.year)} ${m.hour}:${two(m.minute)}:${two(m.second)}`,
    'cs-CZ',
  ),
  ios(
    'iOS without seconds',
    (m) => `${two(m.day)}/${two(m.month)}/${short(m.year)} ${clock(m)}`,
    'en-GB',
    false,
  ),
  ios('WhatsApp Web', (m) => `${clock(m)}, ${two(m.day)}/${two(m.month)}/${m.year}`, 'en-GB', false),
  android('Android en-GB', (m) => `${two(m.day)}/${two(m.month)}/${m.year}, ${clock(m)}`, 'en-GB'),
  android(
    'Android en-US',
    (m) => `${m.month}/${m.day}/${short(m.year)}, ${clock12(m)} ${half(m.hour)}`,
    'en-US',
  ),
  android(
    'Android en-IN',
    (m) => `${two(m.day)}/${two(m.month)}/${short(m.year)}, ${clock12(m)}\u202f${half(m.hour, 'am', 'pm')}`,
    'en-IN',
  ),
  android(
    'Android es-419',
    (m) => `${m.day}/${m.month}/${m.year}, ${clock12(m)} ${half(m.hour, 'a.\u00a0m.', 'p.\u00a0m.')}`,
    'es-MX',
  ),
  android('Android es', (m) => `${m.day}/${m.month}/${short(m.year)}, ${m.hour}:${two(m.minute)}`, 'es-ES'),
  android('Android nl', (m) => `${two(m.day)}-${two(m.month)}-${m.year} ${clock(m)}`, 'nl-NL'),
  android('Android pt-BR', (m) => `${two(m.day)}/${two(m.month)}/${m.year} ${clock(m)}`, 'pt-BR'),
  android('Android de', (m) => `${two(m.day)}.${two(m.month)}.${short(m.year)}, ${clock(m)}`, 'de-DE'),
  android(
    'Android en-CA',
    (m) => `${m.year}-${two(m.month)}-${two(m.day)}, ${clock12(m)} ${half(m.hour, 'a.m.', 'p.m.')}`,
    'en-CA',
  ),
  android(
    'Android en-ZA',
    (m) => `${m.year}/${two(m.month)}/${two(m.day)}, ${clock12(m)} ${half(m.hour, 'am', 'pm')}`,
    'en-ZA',
  ),
  android('Android fi', (m) => `${m.day}.${m.month}.${m.year} klo ${m.hour}.${two(m.minute)}`, 'fi-FI'),
  android(
    'Android id',
    (m) => `${two(m.day)}/${two(m.month)}/${short(m.year)} ${two(m.hour)}.${two(m.minute)}`,
    'id-ID',
  ),
  android('Android fa', (m) => persian(`${m.year}/${m.month}/${m.day}، ${clock(m)}`), 'fa-IR'),
  android('Android time first', (m) => `${clock(m)}, ${m.day} ${nameOf(m.month)} ${m.year}`, 'en-GB'),
  android(
    'Android month first',
    (m) => `${nameOf(m.month)} ${m.day}, ${m.year}, ${clock12(m)} ${half(m.hour)}`,
    'en-US',
  ),
  {
    name: 'before 2015',
    header: (m) => `${two(m.day)}/${two(m.month)}/${m.year} ${clockSeconds(m)}: `,
    seconds: true,
    ios: false,
    locale: 'en-GB',
  },
];

/** The moment as messages carry it. */
export function isoOf(moment: Moment, seconds: boolean): string {
  const day = `${moment.year}-${two(moment.month)}-${two(moment.day)}`;
  return `${day}T${two(moment.hour)}:${two(moment.minute)}:${seconds ? two(moment.second) : '00'}`;
}
