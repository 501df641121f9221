import { describe, expect, it } from 'vitest';
import { ChatReadError, type Message, readExport, readExportStream } from '../src/index.ts';
import { windowsOf } from '../src/input/windows.ts';
import { makeBomb, makeZip } from './make-zip.ts';

const encoder = new TextEncoder();

async function gather(bytes: Uint8Array): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const batch of readExportStream(new Blob([Buffer.from(bytes)]))) messages.push(...batch);
  return messages;
}

// Code, words and kind of the error with which the whole form refuses a file.
function refusalOf(bytes: Uint8Array): Pick<ChatReadError, 'code' | 'message' | 'whatItIs'> {
  try {
    readExport(bytes);
  } catch (error) {
    if (!(error instanceof ChatReadError)) throw error;
    const { code, message, whatItIs } = error;
    return { code, message, whatItIs };
  }
  throw new Error('it was read');
}

function chatOf(count: number): string {
  let text = '17/11/2023, 15:30 - Ruth created group "Oak"\n';
  for (let at = 0; at < count; at += 1) {
    const hour = String(Math.floor(at / 60) % 24).padStart(2, '0');
    const minute = String(at % 60).padStart(2, '0');
    text += `18/11/2023, ${hour}:${minute} - ${at % 3 ? 'Ann' : 'Ben'}: message ${at}${at % 7 ? '' : '\nsecond line 9:10 - x'} é\n`;
  }
  return text;
}

describe('the windows of the streaming form', () => {
  it('take back the room that a long line needed, and lose nothing', async () => {
    const text = `a\n${'long '.repeat(1 << 18)}\n${'short\n'.repeat(1 << 20)}`;
    const pieces = async function* () {
      const bytes = encoder.encode(text);
      for (let at = 0; at < bytes.length; at += 1 << 16) yield bytes.subarray(at, at + (1 << 16));
    };
    let read = '';
    let widest = 0;
    let room = 0;
    for await (const { bytes } of windowsOf(pieces(), { encoding: 'utf-8', bareReturns: false })) {
      read += new TextDecoder().decode(bytes);
      room = bytes.buffer.byteLength;
      widest = Math.max(widest, room);
    }
    expect(read).toBe(text);
    expect(widest).toBeGreaterThan(1 << 20);
    expect(room).toBe(1 << 15);
  });
});

describe('the streaming form', () => {
  it('gives the same messages as the other, over many windows', async () => {
    const bytes = encoder.encode(chatOf(120_000));
    expect(bytes.length).toBeGreaterThan(4 << 20);
    const streamed = await gather(bytes);
    const whole = readExport(bytes).messages;
    expect(streamed).toHaveLength(whole.length);
    for (const at of [0, 1, 7, 50_000, 99_999, 119_999, 120_000]) expect(streamed[at]).toEqual(whole.at(at));
  });

  it('remembers a name with a colon from one stretch to the next', async () => {
    const filler = chatOf(2000);
    const text = `17/11/2023, 15:30 - Oak: Ruth: a\n17/11/2023, 15:31 - Oak: Ruth: b\n${filler}18/11/2023, 15:31 - Oak: Ruth: c\n`;
    const messages = await gather(encoder.encode(text));
    expect(messages.at(0)?.sender).toBe('Oak: Ruth');
    expect(messages.at(-1)).toMatchObject({ sender: 'Oak: Ruth', text: 'c', index: messages.length - 1 });
  });

  it('proves names by the lines that are headers, not by lines that only look like them', async () => {
    // What follows “Ann: Oak” are the phone's own words; a header of another shape, pasted in, says nothing of Ann.
    const text = '[17/11/2023, 15:30:05] Ann: Oak: \u200eimage omitted\n18.11.23, 15:31 - Ann: see you\n';
    const bytes = encoder.encode(text);
    const whole = readExport(bytes).messages.slice();
    expect(whole).toMatchObject([{ sender: 'Ann: Oak', kind: 'media' }]);
    expect(await gather(bytes)).toEqual(whole);
  });

  it('proves names with a colon by the whole chat, not by a stretch of it', async () => {
    const line = (at: number, words: string) =>
      `18/11/2023, ${String(at % 24).padStart(2, '0')}:15 - ${words}\n`;
    // Ann says "Quick one: ..." twice in one stretch, and other things in others: that is no name.
    const quick = line(1, 'Ann: Quick one: is it on') + line(1, 'Ann: Quick one: who has the key');
    const filler = Array.from({ length: 3000 }, (_, at) => line(at, `Ben: message ${at}`)).join('');
    const bytes = encoder.encode(line(0, 'Ann: hello') + filler + quick + filler);
    const streamed = await gather(bytes);
    expect(streamed).toEqual(readExport(bytes).messages.slice());
    expect(streamed[3001]).toMatchObject({ sender: 'Ann', text: 'Quick one: is it on' });
  });

  it('waits for a message longer than any stretch, and counts its lines', async () => {
    const long = Array.from({ length: 9000 }, (_, at) => `line ${at} é`).join('\n');
    const text = `18/11/2023, 15:30 - Ann: ${long}\n18/11/2023, 15:31 - Ben: and on\n`;
    const streamed = await gather(encoder.encode(text));
    expect(streamed).toEqual(readExport(encoder.encode(text)).messages.slice());
    expect(streamed.at(-1)).toMatchObject({ line: 9001, text: 'and on' });
  });

  it('reads UTF-16, byte order marks and lines that end in CR alone', async () => {
    const text = chatOf(3000);
    const utf16 = Buffer.from(`\ufeff${text}`, 'utf16le');
    const wanted = readExport(encoder.encode(text)).messages.slice();
    expect(await gather(new Uint8Array(utf16))).toEqual(wanted);
    expect(await gather(new Uint8Array(utf16.swap16()))).toEqual(wanted);
    expect(await gather(encoder.encode(`\ufeff${text}`))).toEqual(wanted);
    expect(await gather(encoder.encode(text.replaceAll('\n', '\r')))).toEqual(wanted);
    const cut = encoder.encode('17/11/2023, 15:31 - Ben: here\r');
    expect(await gather(cut)).toMatchObject([{ text: 'here' }]);
    expect(await gather(cut)).toEqual(readExport(cut).messages.slice());
  });

  it('knows the marks of a file that begins in another shape', async () => {
    const bracketed =
      '[17/11/2023, 15:31:00] Ben: see \u200ethis\r\n[17/11/2023, 15:32:00] Ben: image omitted\r\n';
    const bytes = encoder.encode(`the end\n17/11/2023, 15:30 - Ann: hi\n${bracketed.repeat(30)}`);
    expect(await gather(bytes)).toEqual(readExport(bytes).messages.slice());
  });

  it('reads zips', async () => {
    const zip = makeZip([
      { name: 'note.txt', data: 'Hello' },
      { name: '_chat.txt', data: chatOf(100) },
    ]);
    expect(await gather(zip)).toEqual(readExport(zip).messages.slice());
  });

  it.each<[string, () => Uint8Array | string]>([
    ['nothing', () => ''],
    ['a letter', () => 'Dear all'],
    ['a log', () => '2023-11-17 15:30:00 - app.module - INFO - started: ok\n'.repeat(3000)],
    ['a log in brackets', () => '[2023-11-17 15:10:00] INFO: started\n[2023-11-17 15:10:01] WARN: slow\n'],
    ['a log without spaces', () => '[2023-11-17 15:10:00] INFO:started\n'.repeat(3000)],
    ['a timetable', () => '17/11/2023 15:30 - 16:30: Evening\n18/11/2023 09:00 - 10:00: Assembly\n'],
    ['a list of dates', () => '17/11/2023 15:30 - Evening in the hall\n'.repeat(3000)],
    [
      'subtitles',
      () => '1\n00:00:01,000 --> 00:00:04,000\nAnn: Hello\n\n2\n00:00:05,000 --> 00:00:06,000\nBye\n',
    ],
    ['a picture', () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])],
    ['a bomb', () => makeBomb('_chat.txt', 600)],
    ['an empty zip', () => makeZip([])],
    ['a zip with a letter', () => makeZip([{ name: 'letter.txt', data: 'Dear all' }])],
    [
      'a zip with letters',
      () => makeZip(['a', 'b'].map((name) => ({ name: `${name}.txt`, data: 'Dear all' }))),
    ],
    [
      'a zip with a log',
      () => makeZip([{ name: 'x.txt', data: '2023-11-17 15:30:00 - app - INFO - up: ok\n' }]),
    ],
  ])('refuses %s as the other does', async (_what, make) => {
    const made = make();
    const bytes = typeof made === 'string' ? encoder.encode(made) : made;
    const refusal = refusalOf(bytes);
    await expect(gather(bytes)).rejects.toMatchObject(refusal);
  });

  it('reads what has no sender but tells of a group', async () => {
    const bytes = encoder.encode(
      `${`17/11/2023, 15:30 - Hm${' hm'.repeat(50)}\n`.repeat(400)}17/11/2023, 15:30 - Ruth added Ben\n`,
    );
    expect(await gather(bytes)).toEqual(readExport(bytes).messages.slice());
  });
});
