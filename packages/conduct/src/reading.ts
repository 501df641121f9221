import type { Message } from './clauses.ts';
import type { Lexicon, Word } from './lexicon.ts';
import { type Token, tokenise } from './tokens.ts';

/** Things about a message that no single word says; each is on or off. */
export const SIGNALS = [
  'first',
  'same-writer',
  'back-and-forth',
  'wrote-before',
  'opens-with-member',
  'names-member',
  'shouts',
  'some-capitals',
  'exclaims',
  'asks',
  'disguises',
  'one-word',
  'short',
  'long',
  'only-pictures',
  'two-talk',
] as const;

/** A message prepared for the model. */
export interface Reading {
  readonly tokens: readonly Token[];
  readonly words: readonly Word[];
  readonly signals: readonly number[];
}

const MEMBER_ROW = 4;
const NOT_NAMES = new Set(
  'mr mrs miss ms dr rep the pta nana nan nanny granny grandad grandma mum mummy dad daddy coach class year mama papa auntie uncle admin baby'.split(
    ' ',
  ),
);

function firstName(sender: string | undefined): string {
  const first = tokenise(sender ?? '').find((token) => token.kind === 'word')?.form ?? '';
  return first.length > 1 && !NOT_NAMES.has(first) ? first : '';
}

function signalsOf(
  tokens: readonly Token[],
  words: readonly Word[],
  at: number,
  senders: readonly string[],
): number[] {
  const on: number[] = [];
  const set = (signal: (typeof SIGNALS)[number], holds: boolean): void => {
    if (holds) on.push(SIGNALS.indexOf(signal));
  };
  const sender = senders[at] ?? '';
  const spoken = tokens.filter((token) => token.kind === 'word');
  const capitals = spoken.filter((token) => token.capitals === 2).length;
  const recent = senders.slice(Math.max(0, at - 3), at + 1);
  set('first', at === 0);
  set('same-writer', sender !== '' && senders[at - 1] === sender);
  set('back-and-forth', sender !== '' && senders[at - 2] === sender && senders[at - 1] !== sender);
  set('wrote-before', sender !== '' && senders.slice(0, at).includes(sender));
  set(
    'opens-with-member',
    words.slice(0, 2).some((word) => word.id === MEMBER_ROW),
  );
  set(
    'names-member',
    words.some((word) => word.id === MEMBER_ROW),
  );
  set('shouts', capitals >= 3 && capitals * 2 > spoken.length);
  set('some-capitals', capitals > 0);
  set(
    'exclaims',
    tokens.some((token) => token.form === '!!'),
  );
  set(
    'asks',
    tokens.some((token) => token.form === '?' || token.form === '??'),
  );
  set(
    'disguises',
    words.some((word) => word.disguised),
  );
  set('one-word', spoken.length === 1);
  set('short', spoken.length < 6);
  set('long', spoken.length > 30);
  set('only-pictures', spoken.length === 0);
  set('two-talk', at >= 2 && new Set(recent).size === 2);
  return on;
}

/**
 * Prepares the messages of a thread, in order, so that each can be read with those before it.
 * @param messages one thread
 * @param lexicon the words of the model
 */
export function readThread(messages: readonly Message[], lexicon: Lexicon): Reading[] {
  const senders = messages.map((message) => firstName(message.sender));
  const members = new Set(senders);
  members.delete('');
  return messages.map((message, at) => {
    const tokens = tokenise(message.text);
    const words = lexicon.read(tokens, members, senders[at] ?? '');
    return { tokens, words, signals: signalsOf(tokens, words, at, senders) };
  });
}
