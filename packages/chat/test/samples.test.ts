import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Message, readExport } from '../src/index.ts';
import { makeZip } from './make-zip.ts';

interface ExpectedMessage {
  readonly at?: string;
  readonly sender?: string | null;
  readonly kind?: string | readonly string[];
  readonly text?: string;
  readonly textIncludes?: readonly string[];
  readonly edited?: boolean;
  readonly attachment?: string;
  readonly event?: { readonly type: string; readonly actor?: string; readonly targets?: readonly string[] };
}

interface Sample {
  readonly id: string;
  readonly text?: string;
  readonly bytes_base64?: string;
  readonly zip?: readonly { name: string; text?: string; bytes_base64?: string }[];
  readonly gen?: { prefix: string; repeat: string; times: number; suffix: string };
  readonly name?: string;
  readonly locale_hint?: string;
  readonly expect: {
    readonly messages?: readonly ExpectedMessage[];
    readonly count?: number;
    readonly people?: readonly string[];
    readonly sameSender?: readonly (readonly [number, number])[];
    readonly error?: boolean;
    readonly errorOrEmpty?: boolean;
  };
}

const samples = readFileSync(new URL('./cases/samples.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line): Sample => JSON.parse(line));

function bytesOf(sample: Sample): Uint8Array {
  if (sample.zip !== undefined) {
    return makeZip(
      sample.zip.map((part) => ({
        name: part.name,
        data: part.text ?? Buffer.from(part.bytes_base64 ?? '', 'base64'),
      })),
    );
  }
  if (sample.bytes_base64 !== undefined) return new Uint8Array(Buffer.from(sample.bytes_base64, 'base64'));
  const { gen } = sample;
  const text =
    gen === undefined ? (sample.text ?? '') : gen.prefix + gen.repeat.repeat(gen.times) + gen.suffix;
  return new TextEncoder().encode(text);
}

// Invisible marks and kinds of space make no difference; nothing else is forgiven.
function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\ufeff]/g, '')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .trim();
}

function nameOf(name: string | null | undefined): string | null {
  return name === null || name === undefined ? null : plain(name).replace(/^~ ?/, '');
}

function compare(message: Message, expected: ExpectedMessage): void {
  if (expected.at !== undefined) expect(message.at).toBe(expected.at);
  if (expected.sender !== undefined) expect(nameOf(message.sender)).toBe(nameOf(expected.sender));
  if (expected.kind !== undefined) expect([expected.kind].flat()).toContain(message.kind);
  if (expected.text !== undefined) expect(plain(message.text)).toBe(plain(expected.text));
  for (const part of expected.textIncludes ?? []) expect(plain(message.text)).toContain(plain(part));
  if (expected.edited === true) expect(message.edited).toBe(true);
  if (expected.attachment !== undefined) expect(message.attachment).toBe(expected.attachment);
  const { event } = expected;
  if (event === undefined) return;
  expect(message.event?.type).toBe(event.type);
  if (event.actor !== undefined) expect(nameOf(message.event?.actor)).toBe(event.actor);
  if (event.targets !== undefined)
    expect(message.event?.targets.toSorted()).toEqual(event.targets.toSorted());
}

describe('sample exports', () => {
  it.each(samples.map((sample) => [sample.id, sample] as const))('%s', (_id, sample) => {
    const wanted = sample.expect;
    const read = () =>
      readExport(bytesOf(sample), {
        name: sample.name ?? '_chat.txt',
        ...(sample.locale_hint === undefined ? {} : { locale: sample.locale_hint }),
      });
    if (wanted.error === true || wanted.errorOrEmpty === true) {
      expect(read).toThrow();
      return;
    }
    const messages = read().messages.slice();
    if (wanted.count !== undefined) expect(messages).toHaveLength(wanted.count);
    if (wanted.messages !== undefined) {
      expect(messages).toHaveLength(wanted.messages.length);
      for (const [at, message] of messages.entries()) compare(message, wanted.messages[at] ?? {});
    }
    for (const [a, b] of wanted.sameSender ?? []) expect(messages[a]?.sender).toBe(messages[b]?.sender);
    if (wanted.people !== undefined) {
      const people = new Set(
        messages.filter(({ kind }) => kind !== 'system').map(({ sender }) => nameOf(sender)),
      );
      expect([...people].toSorted()).toEqual(wanted.people.toSorted());
    }
  });
});
