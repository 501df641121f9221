import type { Message } from './clauses.ts';
import { addKindSignals, KIND_SIGNALS } from './kinds.ts';
import type { Lexicon, Word } from './lexicon.ts';
import { SPECIAL } from './special.ts';
import { type Token, tokenise } from './tokens.ts';

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

const OWN_SIGNALS = 16;

/** How many signals there are, those of the kinds of words included. */
export const SIGNAL_COUNT = OWN_SIGNALS + KIND_SIGNALS;

/** A message prepared for the model. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  /** Rows of the words that count, with an edge on either side. */
  readonly rows: Int32Array;
  /** For each row between the edges, the place of its token. */
  readonly places: readonly number[];
  /** Places of the signals that are on. */
  readonly signals: readonly number[];
}

/** Messages longer than this are read to here: the promise of speed is for chat, not essays. */
const LONGEST = 120;
/** Signs that only part words: without them, the words on either side are seen together. */
const QUIET = new Set([...',.-()[]{}"\';:/\\*_~<>=–—…“”‘•·']);
const SHORT = 6;
const LONG = 30;
const NOT_NAMES = new Set(
  'mr mrs miss ms dr rep the pta nana nan nanny granny grandad grandma mum mummy dad daddy coach class year mama papa auntie uncle admin baby'.split(
    ' ',
  ),
);

function firstName(sender: string): string {
  const first = tokenise(sender).find((token) => token.kind === 'word')?.form ?? '';
  return first.length > 1 && !NOT_NAMES.has(first) ? first : '';
}

/** Signals of the thread: who wrote before. */
function addThreadSignals(on: number[], at: number, senders: readonly string[]): void {
  if (at === 0) on.push(SIGNAL.first);
  const sender = senders[at];
  if (sender === undefined || sender === '') return;
  if (senders[at - 1] === sender) on.push(SIGNAL.sameWriter);
  else if (senders[at - 2] === sender) on.push(SIGNAL.backAndForth);
  if (senders.indexOf(sender) < at) on.push(SIGNAL.wroteBefore);
}

/** Signals of the words: who is spoken to, how loud, how long. */
function addWordSignals(on: number[], tokens: readonly Token[], words: readonly Word[]): void {
  let spoken = 0;
  let capitals = 0;
  let member = -1;
  let exclaims = false;
  let asks = false;
  let disguises = false;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    const word = words[at];
    if (token === undefined || word === undefined) continue;
    if (token.kind === 'word') {
      spoken++;
      if (token.capitals === 2) capitals++;
    } else if (token.form === '!!') exclaims = true;
    else if (token.form === '?' || token.form === '??') asks = true;
    if (word.id === SPECIAL.member && member < 0) member = at;
    if (word.disguised) disguises = true;
  }
  if (member === 0 || member === 1) on.push(SIGNAL.opensWithMember);
  if (member >= 0) on.push(SIGNAL.namesMember);
  if (capitals >= 3 && capitals * 2 > spoken) on.push(SIGNAL.shouts);
  if (capitals > 0) on.push(SIGNAL.someCapitals);
  if (exclaims) on.push(SIGNAL.exclaims);
  if (asks) on.push(SIGNAL.asks);
  if (disguises) on.push(SIGNAL.disguises);
  if (spoken === 1) on.push(SIGNAL.oneWord);
  if (spoken < SHORT) on.push(SIGNAL.short);
  if (spoken > LONG) on.push(SIGNAL.long);
  if (spoken === 0) on.push(SIGNAL.onlyPictures);
}

function rowsOf(tokens: readonly Token[], words: readonly Word[]): { rows: Int32Array; places: number[] } {
  const places: number[] = [];
  for (let at = 0; at < tokens.length && places.length < LONGEST; at++) {
    const token = tokens[at];
    if (token !== undefined && !(token.kind === 'sign' && QUIET.has(token.form))) places.push(at);
  }
  const rows = new Int32Array(places.length + 2);
  for (let row = 0; row < places.length; row++) rows[row + 1] = words[places[row] ?? 0]?.id ?? SPECIAL.edge;
  return { rows, places };
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
  const known = new Map([['', '']]);
  const senders = messages.map(({ sender = '' }) => {
    const name = known.get(sender) ?? firstName(sender);
    known.set(sender, name);
    return name;
  });
  const members = new Set(senders);
  members.delete('');
  return messages.map((message, at) => {
    const tokens = tokenise(message.text);
    const words = lexicon.read(tokens, members, senders[at] ?? '');
    const signals: number[] = [];
    addThreadSignals(signals, at, senders);
    addWordSignals(signals, tokens, words);
    if (isTwoTalking(at, senders)) signals.push(SIGNAL.twoTalk);
    let kinds = 0;
    for (const { id } of words) kinds |= lexicon.kindsOf(id);
    addKindSignals(signals, kinds, OWN_SIGNALS);
    return { tokens, words, ...rowsOf(tokens, words), signals };
  });
}
