import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { CLAUSES, type ClauseKey, type Message, SEVERITIES } from './clauses.ts';
import { MODEL_FILE, readModel } from './node.ts';

const model = readModel();
const all = (messages: readonly Message[]) => check(messages, { clauses: CLAUSES, model });
const clausesOf = (text: string): ClauseKey[] =>
  all([{ text }]).flatMap(({ clauses }) => clauses.map(({ clause }) => clause));

/** Words as people write them in a group, so that properties meet findings and not only noise. */
const chatter = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'mrs pell lost the book again you stupid idiot everyone sign this petition vote them out josh hit mine'.split(
          ' ',
        ),
      ),
      fc.constantFrom('😂', '!!', '?', 'f***', '@Ros', '8.30', 'ЩУКА', '👍🏽', '\u200b'),
      fc.string({ unit: 'grapheme', maxLength: 8 }),
    ),
    { maxLength: 20 },
  )
  .map((words) => words.join(' '));
const thread = fc.array(fc.record({ sender: fc.constantFrom('Ros', 'Dev', 'Mrs Lee', ''), text: chatter }), {
  maxLength: 6,
});

describe('check', () => {
  test('tells a breach from chatter, with its severity and the words that led to it', () => {
    const text = 'you are a stupid idiot and everyone hates you';
    const [result] = all([{ id: 'm1', text }]);
    expect(result).toMatchObject({ id: 'm1', checked: true, route: null });
    expect(result?.clauses.map(({ clause }) => clause)).toContain('abuse');
    expect(SEVERITIES.indexOf(result?.severity ?? 'none')).toBeGreaterThan(0);
    const spans = result?.clauses.find(({ clause }) => clause === 'abuse')?.spans ?? [];
    expect(spans.map(([start, end]) => text.slice(start, end)).join(' ')).toMatch(/idiot/);
    expect(all([{ text: 'Is it PE tomorrow or Thursday?' }])).toEqual([
      { checked: true, clauses: [], severity: 'none', route: null },
    ]);
  });

  test('sends a worry about a child to safeguarding', () => {
    const text =
      'She told my daughter her uncle touches her at night and she is scared to go home. Who do I ring?';
    expect(all([{ text }])[0]?.route).toBe('safeguarding');
  });

  test.each([
    'Mrs Lowe grabbed my son by the arm and left a bruise',
    'I am going to wait for Mr Patel at the gate and batter him',
  ])('finds what is grave in a message alone: %s', (text) => {
    expect(clausesOf(text)).not.toEqual([]);
  });

  test('a slur is discrimination, disguised or not; told of, it is the news of somebody', () => {
    expect(clausesOf('keep that sp4z away from my lot')).toContain('discrimination');
    expect(clausesOf('my son was called a spaz on the bus today')).not.toContain('discrimination');
  });

  test('reads a message in its thread', () => {
    const complaint = {
      sender: 'Mel',
      text: 'Mrs Brook shouted at my son again, that woman has no business teaching',
    };
    const reply = { sender: 'Kat', text: 'she did the same to mine, totally agree' };
    const inThread = all([
      complaint,
      reply,
      { sender: 'Jo', text: 'please take this to the school, not here' },
    ]);
    expect(inThread[1]?.clauses.map(({ clause }) => clause)).toContain('grievance');
  });

  test('says "not checked" of another language, and never guesses', () => {
    for (const text of [
      'Czy ktoś wie o której jest zebranie?',
      'کل اسکول کب کھلے گا',
      'Bună ziua, când este excursia copiilor?',
    ]) {
      expect(all([{ text }])[0]).toEqual({ checked: false, clauses: [], severity: 'none', route: null });
    }
    for (const text of [
      'mardy this mornin weren they, ar kid an all',
      'wot tym iz it 2moz hun',
      '👍',
      'Diwali mela',
    ]) {
      expect(all([{ text }])[0]?.checked).toBe(true);
    }
  });

  test.each([
    'you 1d10t',
    'you i d i o t',
    'you іdіоt',
    'you id\u200biot',
    'you ıdıot',
    'you idiiiiiot',
    'YOU IDIOT',
    'you 𝗶𝗱𝗶𝗼𝘁',
  ])('disguise does not help: %s', (text) => {
    expect(clausesOf(text)).toContain('abuse');
  });

  test('a clause that the policy lacks is never reported', () => {
    fc.assert(
      fc.property(thread, fc.subarray([...CLAUSES]), (messages, clauses) => {
        for (const result of check(messages, { clauses, model })) {
          for (const { clause } of result.clauses) expect(clauses).toContain(clause);
          if (result.clauses.length === 0) expect(result.severity).toBe('none');
        }
      }),
    );
  });

  test('spans stand in the text, in order and apart; scores are probabilities', () => {
    fc.assert(
      fc.property(thread, (messages) => {
        all(messages).forEach(({ clauses }, at) => {
          for (const { spans, score } of clauses) {
            expect(score).toBeGreaterThanOrEqual(0);
            expect(score).toBeLessThanOrEqual(1);
            let before = -1;
            for (const [start, end] of spans) {
              expect(start).toBeGreaterThan(before);
              expect(end).toBeGreaterThan(start);
              before = end;
            }
            expect(before).toBeLessThanOrEqual(messages[at]?.text.length ?? 0);
          }
        });
      }),
    );
  });

  test('any string at all gets an answer, one a message, and the same one again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ sender: fc.string(), text: fc.string({ unit: 'binary' }) })),
        (messages) => {
          const results = all(messages);
          expect(results).toHaveLength(messages.length);
          expect(all(messages)).toEqual(results);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('invisible characters change nothing, wherever they stand and whatever the scripts', () => {
    const nothing = fc.constantFrom('\u200b', '\u200d', '\u2060', '\u00ad', '\u115f', '\ufe0f', '\u{e0061}');
    fc.assert(
      fc.property(
        chatter,
        fc.array(fc.tuple(fc.nat(), nothing), { minLength: 1, maxLength: 4 }),
        (text, put) => {
          const characters = [...text];
          for (const [place, hidden] of put) characters.splice(place % (characters.length + 1), 0, hidden);
          const said = (words: string) =>
            all([{ text: words }]).map(({ clauses, ...rest }) => ({
              ...rest,
              clauses: clauses.map(({ clause, score }) => [clause, score]),
            }));
          expect(said(characters.join(''))).toEqual(said(text));
        },
      ),
    );
  });
});

describe('the model file', () => {
  test('is the one that the model card describes', () => {
    const hash = createHash('sha256').update(readFileSync(MODEL_FILE)).digest('hex');
    expect(readFileSync(new URL('../MODEL.md', import.meta.url), 'utf8')).toContain(hash);
  });
});
