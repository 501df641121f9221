import { readModel } from '@handbell/conduct/node';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { touched } from '../browser/islands/clause-question/touched.ts';
import { Judge } from '../browser/islands/conduct/judge.ts';
import { ChatRoom } from '../browser/islands/export-reader/chat-room.ts';
import { DEED_WORDS, isDeed, type LogEntry, logText, wallTime } from '../browser/islands/log/entry.ts';
import { Review } from '../browser/islands/review/review.ts';
import { threadsOf } from '../browser/islands/review/threads.ts';
import { isKept, keptPages, ownCaches, shellName } from '../browser/service-worker/shell.ts';

const INSULT = 'Mr Hanley is a useless waste of space';
const judge = new Judge(readModel(), [
  { ref: '2.1', topics: ['abuse'] },
  { ref: '2.2', topics: ['politics'] },
]);

const two = (value: number) => String(value).padStart(2, '0');
const line = (day: number, minute: number, who: string, text: string) =>
  `[${two(day)}/03/2027, 08:${two(minute)}:00] ${who}: ${text}`;

function chat(lines: readonly string[]): Promise<ChatRoom> {
  return ChatRoom.open(new File([`${lines.join('\r\n')}\r\n`], 'chat.txt'), () => {});
}

async function reviewed(days?: number) {
  const room = await chat([
    line(1, 1, 'Gemma Pike', 'Is PE tomorrow?'),
    line(1, 2, 'Derek Stokes', INSULT),
    line(1, 3, 'Gemma Pike', 'Please let us keep this kind'),
    line(
      20,
      1,
      'Rukhsana Malik',
      'Dzień dobry, czy ktoś wie o której jutro zaczyna się wycieczka do muzeum?',
    ),
    line(20, 2, 'Derek Stokes', 'He is an idiot and so is whoever hired him'),
    line(20, 3, 'Gemma Pike', 'Thanks for the cakes'),
  ]);
  const review = new Review(room, judge);
  const parts: number[] = [];
  return { review, overview: await review.read(days, (part) => parts.push(part)), parts };
}

describe('a review of a chat', () => {
  it('finds what is worth a look by subject, and counts no person', async () => {
    const { overview, parts } = await reviewed();
    expect(overview).toEqual({ checked: 5, unknown: 1, subjects: [{ subject: 'abuse', count: 2 }] });
    expect(parts.at(-1)).toBe(1);
    expect(JSON.stringify(overview)).not.toMatch(/Derek|Gemma/);
  });

  it('shows each with what stands around it and why, the newest first', async () => {
    const { review } = await reviewed();
    const found = review.stretch('abuse', 0, 8);
    expect(found.map(({ row }) => row.index)).toEqual([4, 1]);
    expect(found[1]?.before.map(({ text }) => text)).toEqual(['Is PE tomorrow?']);
    expect(found[1]?.after).toHaveLength(2);
    expect(found[1]?.judged.remarks[0]?.sentence).toContain('clause 2.1');
    expect(review.stretch('abuse', 1, 8)).toHaveLength(1);
    expect(review.stretch('politics', 0, 8)).toEqual([]);
  });

  it('looks at the last days only when asked to', async () => {
    const { overview } = await reviewed(7);
    expect(overview).toMatchObject({ checked: 2, unknown: 1, subjects: [{ count: 1 }] });
  });
});

describe('conversations', () => {
  it('hold every written message once, in order, in stretches that are not long', async () => {
    const minutes = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 600 });
    const room = await chat([line(1, 1, 'Gemma Pike', 'Is PE tomorrow?')]);
    const [sample] = room.messages(0, 1);
    if (!sample) throw new Error('no message');
    fc.assert(
      fc.property(minutes, (gaps) => {
        let time = Date.parse('2027-03-01T08:00:00Z');
        const messages = gaps.map((gap, index) => {
          time += gap * 60_000;
          return { ...sample, index, at: new Date(time).toISOString().slice(0, 19) };
        });
        const threads = threadsOf(messages);
        expect(threads.flatMap(({ places }) => places)).toEqual(messages.map(({ index }) => index));
        for (const { places, messages: said } of threads) {
          expect(places.length).toBeLessThanOrEqual(200);
          expect(said).toHaveLength(places.length);
        }
        const breaks = gaps.slice(1).filter((gap) => gap > 180).length;
        expect(threads.length).toBeGreaterThanOrEqual(breaks + 1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a moderator’s log as a file', () => {
  const entry: LogEntry = {
    at: '2027-03-09T18:15:00',
    deed: 'removed',
    note: 'Asked twice before.',
    messages: [{ at: '2027-03-09T08:02:00', sender: 'Derek Stokes', text: 'إلى اللقاء' }],
  };
  it('says in plain text what was done and when, with the words only where they were kept', () => {
    const text = logText([entry, { ...entry, deed: 'noted', note: '', messages: [] }], '2027-03-10');
    expect(text).toContain('saved on 10 March 2027');
    expect(text).toContain('9 March 2027 at 6.15pm: Removed somebody from the group\r\nAsked twice before.');
    expect(text.match(/إلى اللقاء/gu)).toHaveLength(1);
    expect(text).toContain(DEED_WORDS.noted);
  });
  it('takes the time from the clock on the wall', () => {
    expect(wallTime(new Date(2027, 2, 9, 8, 5, 4))).toBe('2027-03-09T08:05:04');
    expect(isDeed('removed')).toBe(true);
    expect(isDeed('toString')).toBe(false);
  });
});

describe('the pages kept on a device', () => {
  const scope = '/s/oakfield/moderators';
  it('are a precise list, with no page that is anybody’s own', () => {
    expect(keptPages('/s/oakfield/check')).toEqual(['/s/oakfield/check']);
    expect(isKept(scope, '/s/oakfield/moderators/review')).toBe(true);
    for (const path of [
      '/desk',
      '/s/oakfield',
      '/s/oakfield/concern',
      `${scope}/shared`,
      `${scope}/x`,
      '/mine/1',
    ]) {
      expect(isKept(scope, path)).toBe(false);
    }
    expect(keptPages('/s/oakfield/concern')).toEqual([]);
  });
  it('of an older build, and of this scope only, are cleared away', () => {
    const names = [
      shellName(scope, 'a'),
      shellName(scope, 'b'),
      shellName('/s/oakfield/check', 'a'),
      'other',
    ];
    expect(ownCaches(names, scope)).toEqual(names.slice(0, 2));
  });
});

describe('the clauses that words may touch', () => {
  const clauses = [
    { ref: '1.1', topics: ['politics'] },
    { ref: '2.1', topics: ['abuse', 'anger'] },
  ];
  const words = (text: string, context = false) =>
    judge.judge([{ text }]).map((judged) => ({ speaker: 'Dana', context, judged }));
  it('stand in the policy’s order, with what led to each, and in no rank', () => {
    const found = touched(clauses, words(INSULT));
    expect(found.map(({ clause }) => clause.ref)).toEqual(['2.1']);
    expect(found[0]?.reasons[0]?.speaker).toBe('Dana');
    expect(found[0]?.reasons[0]?.quotes.join(' ')).toMatch(/useless|waste/);
  });
  it('are not taken from messages that stand there for context', () => {
    expect(touched(clauses, words(INSULT, true))).toEqual([]);
  });
});
