import type { LexiconData } from '../src/lexicon.ts';
import { SLURS } from '../src/marks.ts';
import { SPECIAL_WORDS } from '../src/special.ts';
import { type Token, tokenise } from '../src/tokens.ts';
import type { LabelledThread, PublicMessage } from './corpus.ts';

interface Count {
  corpus: number;
  publicly: number;
  inside: number;
  capital: number;
}

const NOT_NAMES = new Set(
  'the mr mrs miss ms mx dr mister father fr rev reverend sir madam may will mark hope grace joy rose lily holly april june summer autumn daisy ivy poppy rep class year nan nana mum dad mama papa auntie uncle nanny nanna grandad grandma baby coach don sue bill pat rob art jack frank dot pearl ruby amber dawn eve iris jo max ray faith star'.split(
    ' ',
  ),
);

function each(tokens: readonly Token[], visit: (token: Token, before: Token | undefined) => void): void {
  for (const [at, token] of tokens.entries()) visit(token, tokens[at - 1]);
}

/**
 * Gathers the words the model is to know: every word that the corpus has twice, then the commonest of the public text.
 * People's names are kept apart, so that the model learns "a name", never a person.
 */
export function gatherLexicon(
  threads: readonly LabelledThread[],
  messages: readonly PublicMessage[],
  swearWords: readonly { term: string; severity: number }[],
  size: number,
): LexiconData {
  const counts = new Map<string, Count>();
  const of = (form: string): Count => {
    let count = counts.get(form);
    if (count === undefined) {
      count = { corpus: 0, publicly: 0, inside: 0, capital: 0 };
      counts.set(form, count);
    }
    return count;
  };
  const names = new Set<string>();
  for (const { messages: texts } of threads) {
    for (const { sender, text } of texts) {
      const first = tokenise(sender)[0]?.form ?? '';
      if (first.length > 1 && /^[a-z]+$/.test(first) && !NOT_NAMES.has(first)) names.add(first);
      each(tokenise(text), (token, before) => {
        const form =
          token.kind === 'number' || /^\d/.test(token.form)
            ? token.form.replace(/\d+/g, (digits) => '0'.repeat(Math.min(4, digits.length)))
            : token.form;
        const count = of(form);
        count.corpus++;
        if (before?.kind === 'word' || before?.form === ',') {
          count.inside++;
          if (token.capitals === 1) count.capital++;
        }
      });
    }
  }
  for (const { text } of messages)
    for (const { form, kind } of tokenise(text)) if (kind !== 'number') of(form).publicly++;
  for (const name of names) {
    const count = counts.get(name);
    if (count === undefined) continue;
    const small = count.inside - count.capital;
    if (small > count.capital || count.publicly > 400) names.delete(name);
  }
  // Words that the corpus only ever writes with a capital, and that public text hardly knows, are names too.
  for (const [form, count] of counts) {
    if (
      /^[a-z]{2,}$/.test(form) &&
      !NOT_NAMES.has(form) &&
      count.inside >= 1 &&
      count.capital === count.inside &&
      count.corpus < 12 &&
      count.publicly < 6 &&
      count.corpus > 0
    )
      names.add(form);
  }
  const swears = new Set(swearWords.filter(({ severity }) => severity >= 1).map(({ term }) => term));
  const known = [...counts].filter(
    ([form]) => !names.has(form) && form.length <= 24 && !/^[a-z]*[*#$|+][a-z*#$|+]*$/.test(form),
  );
  const ours = known.filter(([, count]) => count.corpus >= 2 || (count.corpus >= 1 && count.publicly >= 1));
  const rest = known.filter(
    ([form, count]) =>
      !(count.corpus >= 2 || (count.corpus >= 1 && count.publicly >= 1)) &&
      (count.publicly >= 3 || (swears.has(form) && count.publicly >= 1)) &&
      /^[a-z]+$|\P{ASCII}/u.test(form),
  );
  const order = (list: [string, Count][]): string[] =>
    list
      .sort(([a, x], [b, y]) => y.corpus * 20 + y.publicly - (x.corpus * 20 + x.publicly) || (a < b ? -1 : 1))
      .map(([form]) => form);
  const words = [...SPECIAL_WORDS, ...new Set([...order(ours), ...order(rest)])].slice(0, size);
  const kept = new Set(words);
  const masked = swearWords
    .filter(({ term, severity }) => severity >= 1 && /^[a-z]{3,14}$/.test(term) && kept.has(term))
    .map(({ term }) => term);
  masked.sort((a, b) => (counts.get(b)?.publicly ?? 0) - (counts.get(a)?.publicly ?? 0) || (a < b ? -1 : 1));
  return {
    words,
    names: [...names].filter((name) => !kept.has(name)).sort(),
    masked: [
      ...masked.slice(0, 200),
      ...SLURS.filter((slur) => kept.has(slur) && !masked.slice(0, 200).includes(slur)),
    ],
  };
}
