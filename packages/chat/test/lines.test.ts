import { describe, expect, it } from 'vitest';
import { brief, messagesOf, readText } from './helpers.ts';

const texts = (text: string) => messagesOf(text).map((message) => message.text);

describe('what is a header and what is not', () => {
  it.each([
    ['a time', '12:30 - pick up'],
    ['a date', '09/02/2024 half term'],
    ['a log line', '2016-04-29 10:30:00 log'],
    ['a log line with a colon', '2016-04-29 10:30:00: started'],
    ['a header of iOS', '[17/11/2023, 15:30:00] Ben: no'],
    ['a header of another clock', '17/11/2023, 3:30 pm - Ben: no'],
    ['a header of another date', '2023-11-17, 15:30 - Ben: no'],
    ['a month no calendar has', '17/13/2023, 15:30 - Ben: no'],
    ['a list', '1) 17/11/2023, 15:30 - Ben: no'],
    ['a quotation', '> 17/11/2023, 15:30 - Ben: no'],
  ])('keeps %s inside the message on Android', (_what, line) => {
    const text = `17/11/2023, 15:30 - Ann: first\n${line}\n17/11/2023, 15:31 - Ben: last\n18/11/2023, 15:31 - Ann: x\n`;
    expect(texts(text)).toEqual([`first\n${line}`, 'last', 'x']);
  });

  it('reports lines that look like headers of another shape', () => {
    const chat = readText(
      '17/11/2023, 15:30 - Ann: first\n[17/11/2023, 15:30:00] Ben: no\n17/11/2023, 15:31 - Ben: last\n',
    );
    expect(chat.warnings).toContainEqual(
      expect.objectContaining({ code: 'foreign-headers', line: 2, count: 1 }),
    );
  });

  it('writes the line ends of the last message anew, also where a line in it looks like a header', () => {
    const line = '[17/11/2023, 15:30:00] Ben: no';
    const text = `17/11/2023, 15:30 - Ann: first\r\n17/11/2023, 15:31 - Ben: last\r\n${line}\r\n`;
    expect(texts(text)).toEqual(['first', `last\n${line}`]);
  });

  it('keeps the words of each message to itself across hundreds of messages, damaged or not', () => {
    const words = Array.from(
      { length: 600 },
      (_, at) => `${['é', '😂', 'x', '٣', at < 300 ? '' : '\ufffd'][at % 5]}a ${at}`,
    );
    const lines = words.map((each) => `17/11/2023, 15:30 - Ann: ${each}\n`);
    expect(texts(lines.join(''))).toEqual(words);
  });

  it('tells a header pasted into an iOS message from a real one by its line end', () => {
    const pasted = '[16/11/2023, 09:00:00] Ben: I never said that';
    const text = `[17/11/2023, 15:30:00] Ann: you said\n${pasted}\nsee\r\n[17/11/2023, 15:31:00] Ben: did not\r\n`;
    expect(brief(messagesOf(text))).toEqual([
      ['2023-11-17T15:30:00', 'Ann', `you said\n${pasted}\nsee`],
      ['2023-11-17T15:31:00', 'Ben', 'did not'],
    ]);
    expect(readText(text).format.lineEnds).toBe('crlf-between');
  });

  it('keeps many pasted headers inside one iOS message', () => {
    const pasted =
      '[16/11/2023, 09:00:00] Ben: a\n[16/11/2023, 09:00:01] Ann: b\n[16/11/2023, 09:00:02] Ben: c';
    const text = `[17/11/2023, 15:30:00] Ann: log:\n${pasted}\r\n[17/11/2023, 15:31:00] Ben: ok\r\n`;
    expect(texts(text)).toEqual([`log:\n${pasted}`, 'ok']);
  });

  it.each(['https://foursquare.com/v/4e89af95e5fa', 'see notes (final)', 'the end'])(
    'keeps mixed line ends as they are, whatever the words end with: %s',
    (end) => {
      const words = `one\ntwo\r\n${end}`;
      const text = `17/11/2023, 15:30 - Ann: ${words}\n17/11/2023, 15:31 - Ben: four\n`;
      expect(messagesOf(text)[0]?.text).toBe(words);
      expect(messagesOf(text.replaceAll(/\r?\n/g, '\r\n'))[0]?.text).toBe(`one\ntwo\n${end}`);
    },
  );

  it('reads files whose every line ends with CRLF', () => {
    const text = '17/11/2023, 15:30 - Ann: one\r\ntwo\r\n\r\nthree\r\n17/11/2023, 15:31 - Ben: four\r\n';
    expect(texts(text)).toEqual(['one\ntwo\n\nthree', 'four']);
  });

  it('reads files with bare carriage returns', () => {
    expect(texts('17/11/2023, 15:30 - Ann: one\r17/11/2023, 15:31 - Ben: two\r')).toEqual(['one', 'two']);
  });

  it('begins in mid-conversation', () => {
    const chat = readText(
      'the rest of a message\n17/11/2023, 15:30 - Ann: one\n17/11/2023, 15:31 - Ben: two\n',
    );
    expect(chat.messages.map((message) => message.text)).toEqual(['one', 'two']);
    expect(chat.warnings.map((warning) => warning.code)).toContain('text-before-first-message');
  });

  it('keeps blank lines, spaces and emoji exactly', () => {
    const body = '  two spaces\n\n👨‍👩‍👧 🏴󠁧󠁢󠁷󠁬󠁳󠁿 é e\u0301  x ';
    expect(texts(`17/11/2023, 15:30 - Ann: ${body}\n17/11/2023, 15:31 - Ben: y\n`)).toEqual([body, 'y']);
  });

  it('gives the line each message starts on', () => {
    const chat = readText('17/11/2023, 15:30 - Ann: one\ntwo\nthree\n17/11/2023, 15:31 - Ben: four\n');
    expect(chat.messages.map((message) => message.line)).toEqual([1, 4]);
  });

  it('keeps the words of the night the clocks go forward', () => {
    expect(messagesOf('31/03/2024, 01:30 - Ann: awake\n')[0]?.at).toBe('2024-03-31T01:30:00');
    expect(messagesOf('[3/10/24, 2:30:00 AM] Ann: awake\r\n[3/13/24, 2:30:00 AM] Ann: x\r\n')[0]?.at).toBe(
      '2024-03-10T02:30:00',
    );
  });
});

describe('date order', () => {
  const order = (text: string, locale?: string) =>
    readText(text, locale === undefined ? {} : { locale }).format;

  it('is proved by a number over 12, also when the hint says otherwise', () => {
    const format = order('05/30/2023, 10:00 - Ann: a\n', 'en-GB');
    expect(format).toMatchObject({ dateOrder: 'mdy', dateOrderCertainty: 'proved' });
  });

  it('is proved by dates that run forwards', () => {
    const text = '08/05/2023, 10:00 - A: v\n09/05/2023, 10:00 - A: w\n01/06/2023, 10:00 - A: x\n';
    expect(order(text, 'en-US')).toMatchObject({ dateOrder: 'dmy', dateOrderCertainty: 'proved' });
  });

  it('tolerates late deliveries', () => {
    const days = ['01/02', '02/02', '03/02', '01/02', '04/02', '01/03', '02/03', '01/04', '02/04', '01/05'];
    const text = days.map((day) => `${day}/2023, 10:00 - A: x`).join('\n');
    expect(order(text)).toMatchObject({ dateOrder: 'dmy', dateOrderCertainty: 'proved' });
  });

  it('takes the hint when the file cannot tell', () => {
    expect(order('05/06/2023, 10:00 - A: x\n', 'en-US')).toMatchObject({
      dateOrder: 'mdy',
      dateOrderCertainty: 'hint',
    });
  });

  it('takes the day first when nothing tells, and says so', () => {
    const chat = readText('05/06/2023, 10:00 - A: x\n');
    expect(chat.format).toMatchObject({ dateOrder: 'dmy', dateOrderCertainty: 'guess' });
    expect(chat.warnings.map((warning) => warning.code)).toContain('date-order-guessed');
  });

  it('never looks at dates in bodies', () => {
    const text = '05/06/2023, 10:00 - A: on 05/30/2023 or 12/25/2023\n12/31/2023\n';
    expect(order(text)).toMatchObject({ dateOrder: 'dmy' });
  });

  it('takes a leading year for ISO, always', () => {
    const messages = messagesOf(
      '2024-03-04, 10:00 - A: x\n2024-04-03, 10:00 - A: y\n2024-03-05, 10:00 - A: late\n',
      {
        locale: 'en-GB',
      },
    );
    expect(messages.map((message) => message.at.slice(0, 10))).toEqual([
      '2024-03-04',
      '2024-04-03',
      '2024-03-05',
    ]);
  });

  it('reads two-digit years that come first', () => {
    expect(messagesOf('23/11/05, 10:00 - A: x\n23/12/17, 10:00 - A: y\n')[0]?.at).toBe('2023-11-05T10:00:00');
    expect(messagesOf('23-11-17, 10:00 - A: x\n', { locale: 'zh-TW' })[0]?.at).toBe('2023-11-17T10:00:00');
  });

  it('reports dates that no calendar has', () => {
    expect(readText('30/02/2023, 10:00 - A: x\n').warnings.map((warning) => warning.code)).toContain(
      'impossible-date',
    );
  });
});
