import { describe, expect, it } from 'vitest';
import { brief, messagesOf, readText } from './helpers.ts';

/** A header as some phone writes it, and the time it means. */
const HEADERS: readonly (readonly [what: string, header: string, at: string, locale?: string])[] = [
  ['iOS, 24 hours, two-digit year', '[17/11/23, 18:04:32] ', '2023-11-17T18:04:32'],
  ['iOS, 12 hours', '[11/17/23, 6:04:32 PM] ', '2023-11-17T18:04:32'],
  ['iOS, 12 hours, narrow space', '[17/11/2023, 6:04:32\u202fpm] ', '2023-11-17T18:04:32'],
  ['iOS, no comma', '[17.11.23 18:04:32] ', '2023-11-17T18:04:32'],
  ['iOS, slashes, no comma', '[17/11/2023 18:04:32] ', '2023-11-17T18:04:32'],
  ['iOS, dots', '[23.01.24, 18:04:32] ', '2024-01-23T18:04:32'],
  ['iOS, unpadded day', '[5.05.2017 18:01:12] ', '2017-05-05T18:01:12'],
  ['iOS, dot time', '[3/18/22 14.56.01] ', '2022-03-18T14:56:01'],
  ['iOS, year first, unpadded', '[2026/7/9 02:28:09] ', '2026-07-09T02:28:09'],
  ['iOS, year first, comma', '[2018/06/13, 21:25:15] ', '2018-06-13T21:25:15'],
  ['iOS, year first, dashes', '[2018-06-13, 21:25:15] ', '2018-06-13T21:25:15'],
  ['iOS, time first', '[14:56:01, 3/18/22] ', '2022-03-18T14:56:01'],
  ['iOS, Arabic digits', '[١٨\u200f/٣\u200f/٢٠٢٢، ٢:٥٦:٠٠\u00a0م] ', '2022-03-18T14:56:00'],
  ['iOS, Arabic, Latin digits', '[18\u200f/3\u200f/2022، 2:56:00 ص] ', '2022-03-18T02:56:00'],
  ['iOS, Arabic comma, plain digits', '[18/3/2022، 14:56:01] ', '2022-03-18T14:56:01'],
  ['iOS, Buddhist years', '[3/18/2565 BE, 14:56:01] ', '2022-03-18T14:56:01'],
  ['iOS, Buddhist years without BE', '[18/3/2565 14:56:01] ', '2022-03-18T14:56:01'],
  ['iOS, Japanese years', '[3/18/R4, 14:56:01] ', '2022-03-18T14:56:01'],
  ['iOS, thin space', '[31/10/2024,\u200915:50:46] ', '2024-10-31T15:50:46'],
  ['iOS, no seconds', '[01/20/19 11:23] ', '2019-01-20T11:23:00'],
  ['iOS, Canadian French', '[2024-03-09 18 h 04 min 32 s] ', '2024-03-09T18:04:32'],
  ['iOS, U+200E first', '\u200e[17/11/2023, 18:04:32] ', '2023-11-17T18:04:32'],
  ['iOS, Chinese day half', '[2022/3/18 下午2:56:01] ', '2022-03-18T14:56:01'],
  ['iOS, Chinese small hours', '[2022/3/18 凌晨2:56:01] ', '2022-03-18T02:56:01'],
  ['iOS, Korean', '[2022. 3. 18. 오후 2:56:01] ', '2022-03-18T14:56:01'],
  ['iOS, Japanese day half', '[2022/03/18 午後2:56:01] ', '2022-03-18T14:56:01'],
  ['iOS, Chinese words for the date', '[2022年3月18日 下午2:56:01] ', '2022-03-18T14:56:01'],
  ['iOS, Greek day half', '[18/3/22, 2:56:01 μ.μ.] ', '2022-03-18T14:56:01'],
  ['iOS, Czech spaces', '[18. 3. 2022 14:56:01] ', '2022-03-18T14:56:01'],
  ['iOS, Danish dots', '[18.03.2022 14.56.01] ', '2022-03-18T14:56:01'],
  ['iOS, Finnish word', '[18.3.2022 klo 14.56.01] ', '2022-03-18T14:56:01'],
  ['iOS, Hindi digits', '[१८/०३/२२, १४:५६:०१] ', '2022-03-18T14:56:01'],
  ['iOS, Bengali digits', '[১৮/৩/২২ ১৪:৫৬:০১] ', '2022-03-18T14:56:01'],
  ['Android, 24 hours', '17/11/2023, 18:04 - ', '2023-11-17T18:04:00'],
  ['Android, 12 hours', '8/21/21, 11:06 PM - ', '2021-08-21T23:06:00'],
  ['Android, narrow space', '21/08/21, 11:06\u202fpm - ', '2021-08-21T23:06:00'],
  ['Android, p. m.', '21/8/21 8:28 p.\u00a0m. - ', '2021-08-21T20:28:00'],
  ['Android, a.m.', '21/8/21, 8:28 a.m. - ', '2021-08-21T08:28:00'],
  ['Android, A.M.', '21/8/21, 8:28 A.M. - ', '2021-08-21T08:28:00'],
  ['Android, Dutch', '26-04-2022 12:11 - ', '2022-04-26T12:11:00'],
  ['Android, Brazilian', '17/09/2020 16:31 - ', '2020-09-17T16:31:00'],
  ['Android, Czech', '23.03.22 13:31 - ', '2022-03-23T13:31:00'],
  ['Android, Spanish', '22/9/20 15:08 - ', '2020-09-22T15:08:00'],
  ['Android, Canadian', '2023-12-20, 5:46 p.m. - ', '2023-12-20T17:46:00'],
  ['Android, South African', '2023/12/20, 5:46 pm - ', '2023-12-20T17:46:00'],
  ['Android, Finnish', '31.5.2019 klo 16.58 - ', '2019-05-31T16:58:00'],
  ['Android, Indonesian', '30/08/25 18.00 - ', '2025-08-30T18:00:00'],
  ['Android, Persian digits', '۲۰۲۱/۵/۳۰، ۱۸:۴۴ - ', '2021-05-30T18:44:00'],
  ['Android, Persian calendar', '۱۴۰۰/۳/۹، ۱۸:۴۴ - ', '2021-05-30T18:44:00'],
  ['Android, Arabic', '١٧\u200f/١١\u200f/٢٠٢٣، ٨:١٢ م - ', '2023-11-17T20:12:00'],
  ['Android, Chinese', '2023/11/17 下午8:12 - ', '2023-11-17T20:12:00'],
  ['Android, German words', '17.11.23, 8:12 abends - ', '2023-11-17T20:12:00'],
  ['Android, German night', '17.11.23, 12:12 nachts - ', '2023-11-17T00:12:00'],
  ['Android, Polish night', '17.11.23, 11:12 w nocy - ', '2023-11-17T23:12:00'],
  ['Android, Turkish small hours', '17.11.2023, 2:12 gece - ', '2023-11-17T02:12:00'],
  ['Android, Indonesian midday', '17/11/23 1.12 siang - ', '2023-11-17T13:12:00'],
  ['Android, German noon', '17.11.23, 12:12 mittags - ', '2023-11-17T12:12:00'],
  ['Android, German short word', '17.11.23, 8:12 vorm. - ', '2023-11-17T08:12:00'],
  ['Android, German short word, later', '17.11.23, 3:12 nachm. - ', '2023-11-17T15:12:00'],
  ['Android, English words', '17/11/2023, 8:12 in the morning - ', '2023-11-17T08:12:00'],
  ['Android, English words, later', '17/11/2023, 3:12 in the afternoon - ', '2023-11-17T15:12:00'],
  ['Android, month by name, time first', '21:15, 9 Sep 2018 - ', '2018-09-09T21:15:00'],
  ['Android, weekday and month', 'Sat, Feb 9, 2019 9:09 PM - ', '2019-02-09T21:09:00'],
  ['Android, month and day', 'Feb 9, 2019, 9:09 PM - ', '2019-02-09T21:09:00'],
  ['before 2015', '19/12/2012 17:03:48: ', '2012-12-19T17:03:48'],
  ['before 2015, 12 hours', '3/24/14, 1:59:59 PM: ', '2014-03-24T13:59:59'],
  ['WhatsApp Web', '[18:04, 19/03/2024] ', '2024-03-19T18:04:00'],
  ['WhatsApp Web, 12 hours', '[6:04 PM, 3/19/2024] ', '2024-03-19T18:04:00'],
  ['hour 0 with AM', '8/21/21, 00:04 AM - ', '2021-08-21T00:04:00'],
  ['12 AM', '8/21/21, 12:04 AM - ', '2021-08-21T00:04:00'],
  ['12 PM', '8/21/21, 12:04 PM - ', '2021-08-21T12:04:00'],
  ['byte order mark', '\ufeff17/11/2023, 18:04 - ', '2023-11-17T18:04:00'],
];

describe('dates without a year', () => {
  const daysOf = (...printed: string[]) =>
    messagesOf(printed.map((date) => `${date} - Ann: hello\n`).join('')).map((message) =>
      message.at.slice(0, 10),
    );

  it('belong to the year after the last one that is printed', () => {
    expect(daysOf('21:15, 9 Sep 2018', '21:16, 20 Oct', '21:17, 3 Jan')).toEqual([
      '2018-09-09',
      '2019-10-20',
      '2020-01-03',
    ]);
  });

  it('are as late as they can be, but never after today', () => {
    const now = new Date();
    const tomorrow = new Date(now.getTime() + 2 * 86_400_000);
    const print = (date: Date) =>
      `21:15, ${date.getUTCDate()} ${date.toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' })}`;
    expect(daysOf(print(now))).toEqual([now.toISOString().slice(0, 10)]);
    const [ahead = ''] = daysOf(print(tomorrow));
    expect(ahead < now.toISOString()).toBe(true);
    const [first = '', second = ''] = daysOf('21:15, 20 Dec', '21:15, 5 Jan');
    expect(Number(second.slice(0, 4)) - Number(first.slice(0, 4))).toBe(1);
    expect(second <= now.toISOString()).toBe(true);
  });
});

describe('headers', () => {
  it.each(HEADERS)('%s', (_what, header, at, locale) => {
    const text = `${header}Ruth: hello: all\n${header}Callum: second\nline\n`;
    const options = locale === undefined ? {} : { locale };
    expect(brief(messagesOf(text, options))).toEqual([
      [at, 'Ruth', 'hello: all'],
      [at, 'Callum', 'second\nline'],
    ]);
  });

  it('reads a header without a space after the colon', () => {
    const messages = messagesOf('[01/20/19 11:23] Bob:Hi\n[01/20/19 11:24] Ann:10:30 or 11?\n');
    expect(brief(messages)).toEqual([
      ['2019-01-20T11:23:00', 'Bob', 'Hi'],
      ['2019-01-20T11:24:00', 'Ann', '10:30 or 11?'],
    ]);
  });

  it('works the year out where the newest year is left out', () => {
    const chat = readText(
      '21:15, 9 Sep 2018 - Ann: a\n21:16, 30 Dec 2018 - Ben: b\n09:00, 20 Jan - Ann: c\n',
    );
    expect(chat.messages.map((message) => message.at)).toEqual([
      '2018-09-09T21:15:00',
      '2018-12-30T21:16:00',
      '2019-01-20T09:00:00',
    ]);
    expect(chat.warnings.map((warning) => warning.code)).toContain('year-missing');
  });

  it('reads WhatsApp Web copies without a year', () => {
    const [first] = messagesOf('[9/3, 6:04 PM] Ann: hi\n[9/3, 6:05 PM] Ben: ho\n', { locale: 'en-US' });
    expect(first?.at.slice(4)).toBe('-09-03T18:04:00');
  });

  it('takes a byte order mark before a line for the seam of two files of different phones', () => {
    const text =
      '17/11/2023, 18:04 - Ann: a\n\ufeff[18/11/2023, 10:00:00] Ben: b\n[18/11/2023, 10:01:00] Ann: c\n';
    expect(messagesOf(text).map((message) => message.text)).toEqual(['a', 'b', 'c']);
  });

  it('tells what it decided and why', () => {
    const { format } = readText('17/11/2023, 18:04 - Ann: a\n18/11/2023, 18:04 - Ben: b\n');
    expect(format).toMatchObject({
      family: 'dash',
      dateOrder: 'dmy',
      dateOrderCertainty: 'proved',
      clock: '24h',
      seconds: false,
      headers: 2,
      foreignHeaders: 0,
    });
  });
});
