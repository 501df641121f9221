import { describe, expect, it } from 'vitest';
import { ChatReadError, type Message, readExport, readExportStream } from '../src/index.ts';
import { makeBomb, makeZip } from './make-zip.ts';

const encoder = new TextEncoder();

async function gather(bytes: Uint8Array): Promise<Message[]> {
  const messages: Message[] = [];
  for await (const batch of readExportStream(new Blob([Buffer.from(bytes)]))) messages.push(...batch);
  return messages;
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

  it('reads zips', async () => {
    const zip = makeZip([
      { name: 'note.txt', data: 'Hello' },
      { name: '_chat.txt', data: chatOf(100) },
    ]);
    expect(await gather(zip)).toEqual(readExport(zip).messages.slice());
  });

  it('refuses what the other refuses', async () => {
    for (const bytes of [
      new Uint8Array(),
      encoder.encode('Dear all'),
      makeBomb('_chat.txt', 600),
      makeZip([]),
    ]) {
      await expect(gather(bytes)).rejects.toBeInstanceOf(ChatReadError);
    }
  });
});
