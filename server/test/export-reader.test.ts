import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChatRoom } from '../browser/islands/export-reader/chat-room.ts';
import { keptLines } from '../browser/islands/export-reader/kept.ts';
import { dayWords, timeWords } from '../browser/islands/page/elements.ts';
import { chatText } from './concerns.ts';

const open = (messages: number) => ChatRoom.open(new File([chatText(messages)], 'chat.txt'), () => {});
const NAMES = ['Dana Example', 'Robin Bystander', '+44 7700 900444'];

describe('a chat that is open on the device', () => {
  it('says how long it is and between which days', async () => {
    const room = await open(60);
    expect(room.about()).toMatchObject({ total: 60, firstDay: '2027-03-08', lastDay: '2027-03-08' });
  });

  it('gives its messages a stretch at a time, with the names as the device shows them', async () => {
    const room = await open(60);
    expect(room.rows(3, 2)).toEqual([
      { index: 3, at: '2027-03-08T08:03:00', sender: 'Dana Example', text: 'Message number 3' },
      {
        index: 4,
        at: '2027-03-08T08:04:00',
        sender: 'Robin Bystander',
        text: 'Robin, call me on 07700 900555. Miss Larch has to go.',
      },
    ]);
    expect(room.rows(59, 20)).toHaveLength(1);
    expect(room.rows(60, 20)).toEqual([]);
  });

  it('is narrowed by words, by a name, by a day, by both, and opened up again', async () => {
    const room = await open(60);
    expect(room.filter('LARCH', '')).toBe(1);
    expect(room.rows(0, 20).map((row) => row.index)).toEqual([4]);
    expect(room.filter('robin b', '')).toBe(20);
    expect(room.filter('', '2027-03-08')).toBe(60);
    expect(room.filter('larch', '2027-03-09')).toBe(0);
    expect(room.filter(' ', '')).toBe(60);
  });

  it('shows exactly what would be sent: the person it is about by name, others and numbers replaced', async () => {
    const room = await open(60);
    const made = room.make({ ticked: [4], context: 1, subject: 'Robin Bystander', hide: ['Larch'] });
    expect(made.lines.map(({ who, ticked }) => [who, ticked])).toEqual([
      ['Parent 1', false],
      ['Robin Bystander', true],
      ['Parent 3', false],
    ]);
    expect(made.lines[1]?.text).toBe('Robin, call me on [number]. Miss [name] has to go.');
    expect(keptLines(made.json)).toEqual(made.lines);
  });

  it('never lets another name, a number or an unticked message out', async () => {
    const room = await open(200);
    const ticks = fc.uniqueArray(fc.nat({ max: 199 }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(ticks, fc.constantFrom('', ...NAMES.slice(0, 2)), (ticked, subject) => {
        const { json } = room.make({ ticked, context: 0, subject, hide: [] });
        for (const name of NAMES) if (name !== subject) expect(json).not.toContain(name);
        expect(json).not.toMatch(/900555|900444/);
        const sent: unknown = JSON.parse(json);
        expect(sent).toHaveProperty('messages.length', ticked.length);
      }),
      { numRuns: 40 },
    );
  });

  it('does not make an excerpt of most of a chat', async () => {
    const room = await open(60);
    const all = Array.from({ length: 60 }, (_, index) => index);
    expect(() => room.make({ ticked: all, context: 0, subject: '', hide: [] })).toThrow('most of the chat');
  });

  it('is not opened from something else, and says what to do', async () => {
    const file = new File(['%PDF-1.7 a document'], 'letter.pdf');
    await expect(ChatRoom.open(file, () => {})).rejects.toThrow(/PDF/);
    await expect(ChatRoom.open(new File([], 'empty.txt'), () => {})).rejects.toThrow();
  });
});

describe('what an earlier visit left in the field', () => {
  it.each(['', '{', 'null', '[]', '{"format":"handbell-excerpt"}'])('is nothing when it is %j', (json) => {
    expect(keptLines(json)).toEqual([]);
  });
});

describe('times', () => {
  it.each([
    ['2027-03-08T18:15:00', '8 March 2027 at 6.15pm'],
    ['2027-12-01T00:05:00', '1 December 2027 at 12.05am'],
    ['2027-01-31T12:00:00', '31 January 2027 at 12.00pm'],
  ])('%s is %s', (at, words) => {
    expect(timeWords(at)).toBe(words);
    expect(words.startsWith(dayWords(at))).toBe(true);
  });
});
