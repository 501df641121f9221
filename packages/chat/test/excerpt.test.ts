import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MerkleTree, rootFrom } from '../src/excerpt/merkle.ts';
import { Sha256, toHex } from '../src/excerpt/sha256.ts';
import {
  type Excerpt,
  type ExcerptMessage,
  makeExcerpt,
  verifyExcerpt,
  verifyExcerptAgainst,
} from '../src/index.ts';
import { readText } from './helpers.ts';

const PEOPLE = ['Ruth Amos', 'Callum', 'Siobhán O’Dea', '~ Petra', '+44 7700 900200', 'Will'];
const LINES = [
  'Ruth Amos: Siobhan, did Callum see it?',
  'Callum: ask +44 7700 900 200 or 07700-900-333',
  'Siobhán O’Dea: ruth’s and RUTH AMOS and Petra, @447700900200',
  '~ Petra: mail me at petra@example.org, I live at SW1A 1AA',
  '+44 7700 900200: join https://chat.whatsapp.com/AbCdEf123 now',
  'Will: will you? Will will',
  'Callum: from 09/03/2024 at 10.30 - 11.45, cost 12.50',
  'Ruth Amos: location: https://maps.google.com/?q=51.5,-0.1',
];
const FILLER = Array.from({ length: 40 }, (_, at) => `${PEOPLE[at % PEOPLE.length]}: filler ${at}`);
const chat = readText(
  [...LINES, ...FILLER]
    .map((body, at) => `17/11/2023, ${10 + Math.floor(at / 60)}:${10 + (at % 50)} - ${body}\n`)
    .join(''),
);

const all = [...LINES.keys()];
const textsOf = (excerpt: Excerpt) => excerpt.messages.map((message) => message.text);

describe('what an excerpt shows', () => {
  it('holds the ticked messages only', () => {
    const excerpt = makeExcerpt(chat, { ticked: [1, 5] });
    expect(excerpt.messages.map((message) => message.index)).toEqual([1, 5]);
    expect(excerpt.total).toBe(48);
  });

  it('adds context that is marked as such', () => {
    const excerpt = makeExcerpt(chat, { ticked: new Set([1]), context: 2 });
    expect(excerpt.messages.map((message) => [message.index, message.ticked])).toEqual([
      [0, false],
      [1, true],
      [2, false],
      [3, false],
    ]);
  });

  it('calls everyone by a label, the same in every excerpt', () => {
    const whole = makeExcerpt(chat, { ticked: all });
    expect(whole.messages.map((message) => message.who)).toEqual([
      'Parent 1',
      'Parent 2',
      'Parent 3',
      'Parent 4',
      'Parent 5',
      'Parent 6',
      'Parent 2',
      'Parent 1',
    ]);
    expect(makeExcerpt(chat, { ticked: [5] }).messages[0]?.who).toBe('Parent 6');
  });

  it('masks names, numbers, addresses and links, however they are written', () => {
    expect(textsOf(makeExcerpt(chat, { ticked: all }))).toEqual([
      'Parent 3, did Parent 2 see it?',
      'ask Parent 5 or [number]',
      'Parent 1’s and Parent 1 and Parent 4, @Parent 5',
      'mail me at [email], I live at [postcode]',
      'join [group link] now',
      'will you? Parent 6 will',
      'from 09/03/2024 at 10.30 - 11.45, cost 12.50',
      '[place]',
    ]);
  });

  it.each([
    '+44 7700 900123',
    '+447700900123',
    '07700 900123',
    '07700900123',
    '(07700) 900 123',
    '07700-900-123',
    '07700.900.123',
    '0044 7700 900123',
    '+1 (202) 555-0143',
    '020 7946 0000',
    '٠٧٧٠٠٩٠٠١٢٣',
    '+44\u00a07700\u2011900\u2011123',
    '7700900123',
    '0 7 7 0 0 9 0 0 1 2 3',
    'wa.me/447700900123',
    '+44 (0)7700 900123',
  ])('masks the number %s', (number) => {
    const one = readText(`17/11/2023, 15:30 - Ann: call ${number} today\n`);
    const text = makeExcerpt(one, { ticked: [0] }).messages[0]?.text ?? '';
    expect(text).toMatch(/^call \[(number|contact link)\] today$/);
  });

  it('leaves dates, times, prices and scores', () => {
    const words = 'on 2024-03-09, 09/03/2024 or 9.3.2024 at 15:30-16:00, £1,250.00 for 24 of 30, 3-2';
    const one = readText(`17/11/2023, 15:30 - Ann: ${words}\n`);
    expect(makeExcerpt(one, { ticked: [0] }).messages[0]?.text).toBe(words);
  });

  it('keeps the name of the person it is about, and no other', () => {
    const excerpt = makeExcerpt(chat, { ticked: [0, 2], subjects: ['Ruth Amos'] });
    expect(excerpt.messages[0]).toMatchObject({ who: 'Ruth Amos', text: 'Parent 3, did Parent 2 see it?' });
    expect(excerpt.messages[1]?.text).toBe('ruth’s and RUTH AMOS and Parent 4, @Parent 5');
  });

  it('masks a name that the person it is about shares with a bystander', () => {
    const two = readText(
      '17/11/2023, 15:30 - Ann Lee: see Ann\n17/11/2023, 15:31 - Ann Roe: Ann Lee said so\n',
    );
    const excerpt = makeExcerpt(two, { ticked: [0, 1], subjects: ['Ann Lee'] });
    expect(textsOf(excerpt)).toEqual(['see [name]', 'Ann Lee said so']);
  });

  it('masks further words on request', () => {
    const one = readText('17/11/2023, 15:30 - Ann: little Zayn and zayn’s coat\n');
    expect(makeExcerpt(one, { ticked: [0], alsoHide: ['Zayn'] }).messages[0]?.text).toBe(
      'little [name] and [name]’s coat',
    );
  });

  it('masks names in notices', () => {
    const group = readText('17/11/2023, 15:30 - Ruth added Callum and Sian\n17/11/2023, 15:31 - Sian: hi\n');
    expect(makeExcerpt(group, { ticked: [0] }).messages[0]).toMatchObject({
      who: null,
      kind: 'system',
      event: 'added',
      text: 'Parent 3 added Parent 2 and Parent 1',
    });
  });

  it('refuses a position outside the export', () => {
    expect(() => makeExcerpt(chat, { ticked: [99] })).toThrow(RangeError);
  });

  it('is plain data', () => {
    const excerpt = makeExcerpt(chat, { ticked: [1], subjects: ['Callum'] });
    expect(verifyExcerpt(JSON.parse(JSON.stringify(excerpt)))).toEqual({ ok: true, excerpt });
  });
});

const good = makeExcerpt(chat, { ticked: [0, 2, 5], context: 1, subjects: ['Ruth Amos'] });

function changed(at: number, change: Partial<ExcerptMessage>): Excerpt {
  const messages = good.messages.map((message, index) =>
    index === at ? { ...message, ...change } : message,
  );
  return { ...good, messages };
}

// A word more is masked than the reporter asked for.
function alsoMasked(word: string): Excerpt {
  const excerpt = makeExcerpt(chat, { ticked: [0, 6], alsoHide: ['cost'] });
  const messages = excerpt.messages.map((message) => ({
    ...message,
    text: message.text.replace(word, '[name]'),
  }));
  return { ...excerpt, messages };
}

// A phrase is hidden in one message but not in the other.
function hiddenOnce(): Excerpt {
  const options = { ticked: [8, 9], alsoHide: ['filler'] };
  const [first, second] = makeExcerpt(chat, options).messages;
  const plain = makeExcerpt(chat, { ticked: [8, 9] });
  if (first === undefined || second === undefined) throw new Error('wanted two messages');
  return {
    ...makeExcerpt(chat, options),
    messages: [first, { ...second, text: plain.messages[1]?.text ?? '' }],
  };
}

describe('an excerpt against the full export', () => {
  it('is genuine as it was made', () => {
    expect(verifyExcerptAgainst(good, chat)).toEqual({ genuine: true });
    expect(verifyExcerptAgainst(makeExcerpt(chat, { ticked: [0, 1], alsoHide: ['see'] }), chat)).toEqual({
      genuine: true,
    });
  });

  it.each<[string, unknown, string]>([
    ['changed words', changed(0, { text: 'Something else.' }), 'altered'],
    ['one letter more', changed(0, { text: `${good.messages[0]?.text}!` }), 'altered'],
    ['words masked away', changed(0, { text: '[name]' }), 'altered'],
    ['a word masked that nobody asked to hide', alsoMasked('see'), 'altered'],
    ['a word masked here and left there', hiddenOnce(), 'altered'],
    ['an older form that says it hid a word', { ...good, version: 1, hidden: 1 }, 'unprovable'],
    ['another speaker', changed(0, { who: 'Parent 2' }), 'altered'],
    ['the edited mark', changed(0, { edited: true }), 'altered'],
    ['another commitment', changed(0, { body: '0'.repeat(64) }), 'not-an-excerpt'],
    ['another time', changed(0, { at: '2023-11-17T10:11:00' }), 'not-an-excerpt'],
    ['another place in the chat', changed(0, { index: 1 }), 'not-an-excerpt'],
    ['a message twice', { ...good, messages: [...good.messages, ...good.messages] }, 'not-an-excerpt'],
    ['messages in another order', { ...good, messages: good.messages.toReversed() }, 'not-an-excerpt'],
    ['another root', { ...good, root: '0'.repeat(64) }, 'not-an-excerpt'],
    ['another count', { ...good, total: good.total + 1 }, 'not-an-excerpt'],
  ])('is found out after: %s', (_what, excerpt, problem) => {
    expect(verifyExcerptAgainst(excerpt, chat)).toMatchObject({ genuine: false, problem });
  });

  it('may hide phrases of several words, and tells nobody which', () => {
    const phrases = ['Zayn Malik Ahmed', 'zayn', 'the Lodge'];
    const text = '17/11/2023, 15:30 - Ann: Zayn Malik Ahmed of the lodge, and Zayn’s coat\n';
    const one = readText(text + '17/11/2023, 15:31 - Ben: ok\n'.repeat(30));
    const excerpt = makeExcerpt(one, { ticked: [0], alsoHide: phrases });
    expect(textsOf(excerpt)).toEqual(['[name] of [name], and [name]’s coat']);
    expect(verifyExcerptAgainst(JSON.parse(JSON.stringify(excerpt)), one)).toEqual({ genuine: true });
    expect(JSON.stringify(excerpt)).not.toMatch(/zayn|malik|lodge/i);
    // The same phrase in another export has another commitment: there is nothing to look it up in.
    const other = readText(`${text}17/11/2023, 15:32 - Ben: no\n`);
    const again = makeExcerpt(other, { ticked: [0], alsoHide: phrases });
    for (const hash of again.hidden) expect(excerpt.hidden).not.toContain(hash);
  });

  it('takes excerpts of the older form that hid nothing', () => {
    const { hidden: _hidden, ...rest } = good;
    expect(verifyExcerptAgainst({ ...rest, version: 1, hidden: 0 }, chat)).toEqual({ genuine: true });
    expect(verifyExcerpt({ ...rest, version: 1, hidden: 3 }).ok).toBe(true);
    expect(verifyExcerpt({ ...rest, version: 2, hidden: 0 }).ok).toBe(false);
    expect(verifyExcerpt({ ...rest, version: 2, hidden: ['x'] }).ok).toBe(false);
  });

  it('is found out when the export was changed', () => {
    const other = readText('17/11/2023, 15:30 - Ann: x\n'.repeat(48));
    expect(verifyExcerptAgainst(good, other)).toMatchObject({ genuine: false, problem: 'other-export' });
  });
});

describe('what a server may take', () => {
  it.each<[string, unknown, string]>([
    ['nothing', null, 'not-an-excerpt'],
    ['a text', 'hello', 'not-an-excerpt'],
    ['an export', { messages: chat.messages.slice() }, 'not-an-excerpt'],
    ['a field too many', { ...good, phone: '1' }, 'not-an-excerpt'],
    ['no messages', { ...good, messages: [] }, 'not-an-excerpt'],
    [
      'nothing ticked',
      { ...good, messages: good.messages.map((message) => ({ ...message, ticked: false })) },
      'not-an-excerpt',
    ],
    ['a full export', makeExcerpt(chat, { ticked: [...Array(48).keys()] }), 'whole-export'],
    ['most of an export', makeExcerpt(chat, { ticked: [...Array(30).keys()] }), 'whole-export'],
    ['too many messages', { ...good, messages: new Array(201).fill(good.messages[0]) }, 'too-many'],
    ['a name left in', changed(0, { who: 'Siobhán O’Dea' }), 'not-masked'],
    ['a number left in', changed(0, { text: 'call 07700 900123' }), 'not-masked'],
  ])('refuses %s', (_what, value, problem) => {
    const check = verifyExcerpt(value);
    expect(check).toMatchObject({ ok: false, problem });
    expect(!check.ok && check.message).toMatch(/\.$/);
  });

  it.each([
    ['letters', 'a', true],
    ['dots', 'a.', true],
    ['at signs', 'a@', true],
    ['digits', '1', false],
    ['brackets', '(1)', false],
    ['an address without an end', 'x@1.', true],
    ['links', 'https://google.a', true],
  ])('answers a long row of %s in a moment', (_what, unit, isClean) => {
    const text = unit.repeat(Math.floor(70_000 / unit.length));
    const messages = good.messages.map((message) => ({ ...message, text }));
    // Time that grew with the square of the length would be minutes, and the test would run out of time.
    expect(verifyExcerpt({ ...good, messages }).ok).toBe(isClean);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(fc.property(fc.anything(), (value) => verifyExcerpt(value).ok === false));
  });
});

describe('the tree', () => {
  const leavesOf = (count: number) => {
    const leaves = new Uint8Array(count * 32);
    for (let at = 0; at < count; at += 1) leaves.fill(at + 1, at * 32, at * 32 + 32);
    return leaves;
  };

  it('proves every leaf of trees of every size, and no other place', () => {
    for (let count = 1; count <= 33; count += 1) {
      const leaves = leavesOf(count);
      const tree = new MerkleTree(leaves);
      const root = toHex(tree.root());
      for (let at = 0; at < count; at += 1) {
        const leaf = leaves.slice(at * 32, at * 32 + 32);
        const reached = rootFrom(leaf, at, count, tree.proof(at));
        expect(reached !== null && toHex(reached)).toBe(root);
        const elsewhere = rootFrom(leaf, (at + 1) % count, count, tree.proof(at));
        if (count > 1) expect(elsewhere !== null && toHex(elsewhere)).not.toBe(root);
      }
    }
  });

  it('takes no proof that is longer or shorter than the place wants', () => {
    const leaves = leavesOf(5);
    const tree = new MerkleTree(leaves);
    const leaf = leaves.slice(0, 32);
    expect(rootFrom(leaf, 0, 5, tree.proof(0))).not.toBeNull();
    expect(rootFrom(leaf, 0, 5, tree.proof(0).slice(1))).toBeNull();
    expect(rootFrom(leaf, 0, 5, [...tree.proof(0), leaf])).toBeNull();
    // A node passed off as a leaf of a smaller tree: its own way to the top is shorter.
    expect(rootFrom(tree.proof(4)[0] ?? leaf, 0, 5, tree.proof(0).slice(2))).toBeNull();
  });

  it('is the one that docs/excerpt-proof.md describes, worked out by other code', () => {
    const sha = (...parts: readonly (Buffer | string)[]) =>
      parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
    const byte = (...bytes: readonly number[]) => Buffer.from(bytes);
    const long = (number: number) => byte(0, 0, number >> 8, number & 255);
    const three = readText(
      '17/11/2023, 15:30 - Ann: héllo\n17/11/2023, 15:31 - Ben left\n17/11/2023, 15:32 - Ben: x <This message was edited>\n',
    );
    const words: readonly (readonly [
      flags: string,
      sender: string,
      text: string,
      at: string,
      kind: number,
    ])[] = [
      ['', 'Ann', 'héllo', '2023-11-17T15:30:00', 0],
      ['s', '', 'Ben left', '2023-11-17T15:31:00', 1],
      ['e', 'Ben', 'x', '2023-11-17T15:32:00', 0],
    ];
    const bodies = words.map(([flags, sender, text]) =>
      Buffer.concat(
        [flags, sender, text, '', ''].flatMap((part) => [long(Buffer.byteLength(part)), Buffer.from(part)]),
      ),
    );
    const key = sha(byte(3), ...words.flatMap(([, , , at], index) => [at, bodies[index] ?? byte()]));
    const commitments = bodies.map((body, index) => sha(byte(2), key, long(index), body));
    const leaves = words.map(([, , , at, kind], index) =>
      sha(byte(0), at.replace(/\D/g, ''), byte(kind), commitments[index] ?? byte()),
    );
    const [first = byte(), second = byte(), third = byte()] = leaves;
    const root = sha(byte(4), long(3), sha(byte(1), sha(byte(1), first, second), third));
    const excerpt = makeExcerpt(three, { ticked: [0], alsoHide: ['Héllo'] });
    expect(excerpt.root).toBe(root.toString('hex'));
    expect(excerpt.messages[0]?.body).toBe(commitments[0]?.toString('hex'));
    expect(excerpt.hidden).toEqual([sha(byte(5), key, 'hello').toString('hex')]);
  });

  it('has another root when the last leaf is repeated, and when a node is passed off as a leaf', () => {
    const three = leavesOf(3);
    const padded = new Uint8Array([...three, ...three.slice(64)]);
    expect(toHex(new MerkleTree(padded).root())).not.toBe(toHex(new MerkleTree(three).root()));
    const node = new Sha256().update(new Uint8Array([1, ...leavesOf(2)])).digest();
    expect(toHex(new MerkleTree(node).root())).not.toBe(toHex(new MerkleTree(leavesOf(2)).root()));
  });

  it('hashes as SHA-256 does', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 100 }), (first, second) => {
        const ours = toHex(new Sha256().update(first).update(second).digest());
        return ours === createHash('sha256').update(first).update(second).digest('hex');
      }),
    );
  });
});
