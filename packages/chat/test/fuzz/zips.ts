import { deflateRawSync } from 'node:zlib';
import { makeZip, type ZipPart } from '../make-zip.ts';
import type { Random } from './random.ts';

const CHATS = ['_chat.txt', 'WhatsApp Chat with Oak class.txt', 'Oak/_chat.txt', 'CHAT.TXT', 'чат.txt'];
const TEXTS = [
  'notes.txt',
  '__MACOSX/._chat.txt',
  '.hidden.txt',
  'a/b/c/d.txt',
  '..\\..\\x.txt',
  '\ufffd.txt',
];
const OTHERS = ['IMG-1.jpg', 'word/document.xml', 'empty/', '', 'e\u0301.opus', 'x'.repeat(300)];
/** Bytes of the records at the end of a zip, where one changed byte says something else. */
const END = 90;
const LONGEST_CUT = 60;

/** What chats and other texts of a zip are drawn from. */
export interface ZipWords {
  readonly chat: () => string;
  readonly noise: () => string;
}

function partOf(random: Random, name: string, data: ZipPart['data']): ZipPart {
  return {
    name,
    data,
    ...(random.once(4) ? { store: true } : {}),
    ...(random.once(4) ? { descriptor: true } : {}),
    ...(random.once(20) ? { encrypted: true } : {}),
  };
}

function textOf(random: Random, { chat, noise }: ZipWords): ZipPart['data'] {
  switch (random.below(8)) {
    case 0:
      return noise();
    case 1:
      return '';
    case 2:
      return Buffer.from(`\ufeff${chat()}`, 'utf16le');
    case 3:
      return Buffer.from(Array.from({ length: 300 }, () => random.below(256)));
    default:
      return chat();
  }
}

function parts(random: Random, words: ZipWords): ZipPart[] {
  const list: ZipPart[] = [];
  const add = (names: readonly string[], data: () => ZipPart['data'], most: number) => {
    for (let left = random.below(most); left > 0; left -= 1)
      list.push(partOf(random, random.pick(names), data()));
  };
  add(CHATS, () => textOf(random, words), 3);
  add(OTHERS, () => words.noise(), 4);
  add(TEXTS, () => textOf(random, words), 4);
  if (random.once(6))
    list.push(partOf(random, 'inner.zip', makeZip([partOf(random, '_chat.txt', words.chat())])));
  // A text that unpacks to far more than its share.
  if (random.once(12)) list.push(partOf(random, random.pick(CHATS), 'la '.repeat(100_000)));
  return list;
}

function cut(random: Random, zip: Uint8Array): Uint8Array {
  const at = random.below(zip.length);
  const left = random.below(LONGEST_CUT);
  return Buffer.concat([zip.subarray(0, at), zip.subarray(Math.min(zip.length, at + left))]);
}

function damaged(random: Random, zip: Uint8Array): Uint8Array {
  if (zip.length === 0) return zip;
  switch (random.below(6)) {
    case 0:
      return cut(random, zip);
    case 1:
      return zip.subarray(0, random.below(zip.length));
    case 2:
      return Buffer.concat([zip, deflateRawSync(zip.subarray(0, random.below(zip.length)))]);
    case 3:
      return Buffer.concat([zip.subarray(0, 4), zip]);
    default: {
      const changed = zip.slice();
      const from = random.once(2) ? Math.max(0, zip.length - END * (1 + random.below(4))) : 0;
      for (let left = 1 + random.below(3); left > 0; left -= 1)
        changed[from + random.below(zip.length - from)] = random.once(3) ? 0xff : random.below(256);
      return changed;
    }
  }
}

/**
 * Builds a zip from entries as phones and others write them, and damages most.
 * @param random where everything is drawn from
 * @param words what its texts hold
 */
export function anyZip(random: Random, words: ZipWords): Uint8Array {
  let zip = makeZip(parts(random, words), {
    large: random.once(10),
    trailing: random.once(5) ? random.below(40) : 0,
  });
  for (let times = random.below(4); times > 0; times -= 1) zip = damaged(random, zip);
  return zip;
}
