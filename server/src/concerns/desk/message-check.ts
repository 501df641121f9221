import { forbiddenIn, namesSomebody } from '../../letters/check.ts';
import type { ConcernRecord } from './record.ts';

const TITLE = /^(?:mr|mrs|ms|miss|mx|dr|rev|sir|prof)\.?$/iu;
/** A phrase of so many words at most can be a name as it stands. */
const NAME_WORDS = 4;
const startsSmall = (word: string): boolean => /^\p{Ll}/u.test(word);
const joined = (words: readonly string[]): string => words.filter((word) => !TITLE.test(word)).join(' ');

/**
 * The names in what a reporter wrote of whom it is about: "Dana Example", "Mrs Larch", or those within "the mum of Tom
 * Larch". A description in small letters names nobody.
 */
export function namesIn(subject: string): readonly string[] {
  return [...new Set(subject.split(/[,;()/]+/u).flatMap(namesInPhrase))];
}

function namesInPhrase(phrase: string): readonly string[] {
  const words = phrase.split(/\s+/u).filter((word) => word !== '');
  const whole = words.length <= NAME_WORDS && !words.some(startsSmall) ? [words] : [];
  const runs: string[][] = [[]];
  for (const word of words) {
    if (startsSmall(word)) runs.push([]);
    else runs.at(-1)?.push(word);
  }
  const names = [...whole, ...runs.filter((run) => run.length > 1)].map(joined);
  return names.filter((name) => name.length > 1);
}

interface Message {
  readonly text: string;
  /** Handbell's own sentences for it, which are right as they stand: "call the police on 101". */
  readonly own?: string | undefined;
}

/**
 * What is wrong with a message to whoever raised a concern (D1, D2): a name of somebody else, a threat, a motive, what
 * came of it for another family; undefined when it can go. Names are looked for only for somebody who may read the
 * concern: to others the answer would tell whom it is about.
 */
export function messageFault(
  kind: 'acknowledgement' | 'closure-note',
  { text, own = '' }: Message,
  { account, excerpt }: Pick<ConcernRecord, 'account' | 'excerpt'>,
): string | undefined {
  const names = [account?.subject ?? '', ...(excerpt?.subjects ?? [])].flatMap(namesIn);
  if (namesSomebody(text, names)) return 'Take out the name of another person.';
  const right = own.split(/(?<=[.!?])\s+/u).filter((each) => each !== '');
  const rest = right.reduce((left, each) => left.replaceAll(each, ' '), text);
  return forbiddenIn(kind, 'thanks', rest);
}
