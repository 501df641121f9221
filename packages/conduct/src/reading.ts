import type { Message } from './clauses.ts';
import { addKindSignals, KIND_SIGNALS } from './kinds.ts';
import type { Lexicon, Word } from './lexicon.ts';
import { MARK } from './marks.ts';
import { SPECIAL } from './special.ts';
import { type Token, tokenise, tokeniseVisible } from './tokens.ts';
import { visibleText } from './visible.ts';

/** Things about a message that no single word says, each on or off, by their place in the model's tables. */
const SIGNAL = {
  first: 0,
  sameWriter: 1,
  backAndForth: 2,
  wroteBefore: 3,
  opensWithMember: 4,
  namesMember: 5,
  shouts: 6,
  someCapitals: 7,
  exclaims: 8,
  asks: 9,
  disguises: 10,
  oneWord: 11,
  short: 12,
  long: 13,
  onlyPictures: 14,
  twoTalk: 15,
} as const;

/** How many signals a message has of its own; those of its kinds of words follow. */
export const OWN_SIGNALS = 16;

/** How many signals there are, those of the kinds of words included. */
export const SIGNAL_COUNT = OWN_SIGNALS + KIND_SIGNALS;

/** A message prepared for the model. */
export interface Reading {
  /** The text without what nobody sees. */
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  /** Rows of the words that count, with an edge on either side. */
  readonly rows: readonly number[];
  /** For each row between the edges, the place of its token. */
  readonly places: readonly number[];
  /** The message's own signals that are on, a bit each. */
  readonly signals: number;
  /** Kinds of its words, a bit a kind. */
  readonly kinds: number;
  /** What rules ask of its words, a bit each. */
  readonly marks: number;
}

/** Places of all the signals of a message that are on, those of its kinds of words included. */
export function signalsOf({ signals, kinds }: Reading): number[] {
  const on: number[] = [];
  for (let left = signals; left !== 0; left &= left - 1) on.push(31 - Math.clz32(left & -left));
  addKindSignals(on, kinds, OWN_SIGNALS);
  return on;
}

/** Messages longer than this are read to here: the promise of speed is for chat, not essays. */
const LONGEST = 120;
const SHORT = 6;
const LONG = 30;
const NOT_NAMES = new Set(
  'mr mrs miss ms dr rep the pta nana nan nanny granny grandad grandma mum mummy dad daddy coach class year mama papa auntie uncle admin baby'.split(
    ' ',
  ),
);

const NONE: ReadonlySet<string> = new Set();
const firstNames = new Map<string, string>([['', '']]);
const NAMES_KEPT = 4096;

/** The first name of a sender, folded; empty when it is none. The same few people write all the time, so it is kept. */
function firstName(sender: string): string {
  const known = firstNames.get(sender);
  if (known !== undefined) return known;
  const name = findFirstName(sender);
  if (firstNames.size >= NAMES_KEPT) firstNames.clear();
  firstNames.set(sender, name);
  return name;
}

function findFirstName(sender: string): string {
  const first = tokenise(sender).find((token) => token.kind === 'word')?.form ?? '';
  return first.length > 1 && !NOT_NAMES.has(first) ? first : '';
}

const bit = (signal: number, isOn: boolean): number => (isOn ? 1 << signal : 0);

/** Signals of the thread: who wrote before. */
function threadSignals(at: number, senders: readonly string[]): number {
  const both = bit(SIGNAL.first, at === 0) | bit(SIGNAL.twoTalk, isTwoTalking(at, senders));
  const sender = senders[at];
  if (sender === undefined || sender === '') return both;
  const isSame = senders[at - 1] === sender;
  return (
    both |
    bit(SIGNAL.sameWriter, isSame) |
    bit(SIGNAL.backAndForth, !isSame && senders[at - 2] === sender) |
    bit(SIGNAL.wroteBefore, senders.indexOf(sender) < at)
  );
}

/** Reads one message: what its words are, who is spoken to, how loud, how long. */
function readMessage(
  text: string,
  lexicon: Lexicon,
  members: ReadonlySet<string>,
  writer: string,
  fromThread: number,
): Reading {
  const visible = visibleText(text);
  const tokens = tokeniseVisible(visible);
  const words = lexicon.read(tokens, members, writer);
  const rows: number[] = [SPECIAL.edge];
  const places: number[] = [];
  let spoken = 0;
  let capitals = 0;
  let member = -1;
  let signals = 0;
  let kinds = 0;
  let marks = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const word = words[at];
    if (token === undefined || word === undefined) continue;
    kinds |= word.kinds;
    marks |= word.marks;
    if (token.kind === 'word') {
      spoken++;
      if (token.capitals === 2) capitals++;
    } else if (token.form === '!!') signals |= 1 << SIGNAL.exclaims;
    else if (token.form === '?' || token.form === '??') signals |= 1 << SIGNAL.asks;
    if (word.id === SPECIAL.member && member < 0) member = at;
    if (word.disguised) signals |= 1 << SIGNAL.disguises;
    if (places.length === LONGEST || (token.kind === 'sign' && (word.marks & MARK.quiet) !== 0)) continue;
    places.push(at);
    rows.push(word.id);
  }
  rows.push(SPECIAL.edge);
  signals |=
    fromThread |
    bit(SIGNAL.opensWithMember, member === 0 || member === 1) |
    bit(SIGNAL.namesMember, member >= 0) |
    bit(SIGNAL.shouts, capitals >= 3 && capitals * 2 > spoken) |
    bit(SIGNAL.someCapitals, capitals > 0) |
    bit(SIGNAL.oneWord, spoken === 1) |
    bit(SIGNAL.short, spoken < SHORT) |
    bit(SIGNAL.long, spoken > LONG) |
    bit(SIGNAL.onlyPictures, spoken === 0);
  return { text: visible.text, tokens, words, rows, places, signals, kinds, marks };
}

/** Whether exactly two people wrote the last four messages. */
function isTwoTalking(at: number, senders: readonly string[]): boolean {
  if (at < 2) return false;
  const one = senders[at];
  let other: string | undefined;
  for (let back = 1; back <= 3 && back <= at; back++) {
    const sender = senders[at - back];
    if (sender === one || sender === other) continue;
    if (other !== undefined) return false;
    other = sender;
  }
  return other !== undefined;
}

/**
 * Prepares the messages of a thread, in order, so that each can be read with those around it.
 * @param messages one thread
 * @param lexicon the words of the model
 */
export function readThread(messages: readonly Message[], lexicon: Lexicon): Reading[] {
  const senders = messages.map(({ sender = '' }) => firstName(sender));
  let members = NONE;
  if (senders.some((sender) => sender !== '')) members = new Set(senders.filter((sender) => sender !== ''));
  return messages.map(({ text }, at) =>
    readMessage(text, lexicon, members, senders[at] ?? '', threadSignals(at, senders)),
  );
}
