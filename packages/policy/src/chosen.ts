import { z } from 'zod';
import { CLAUSE_KINDS, type Clause, type Doubt, POLARITIES, type PolicyDocument } from './document.ts';
import { setClauseKind, setClausePolarity } from './edit.ts';
import { allClauses } from './query.ts';
import { remainingDoubts } from './read/doubts.ts';
import type { Understanding } from './read/understand.ts';

export const chosenUse = z.object({
  text: z.string(),
  stem: z.string().exactOptional(),
  kind: z.enum(CLAUSE_KINDS),
  polarity: z.enum(POLARITIES).exactOptional(),
});

/** What a person said that a clause is for. It is known by its words, so that it holds for these words alone. */
export type ChosenUse = Readonly<z.output<typeof chosenUse>>;

const keyOf = ({ stem = '', text }: Pick<Clause, 'stem' | 'text'>) => JSON.stringify([stem, text]);

/** Clauses by their words, without those whose words stand twice: which of them is meant would be a guess. */
function byWords(document: PolicyDocument): ReadonlyMap<string, Clause> {
  const groups = Map.groupBy(allClauses(document), keyOf);
  return new Map(
    [...groups].flatMap(([key, [one, ...more]]) => (one && more.length === 0 ? [[key, one]] : [])),
  );
}

/** The clauses whose use a doubt asks for; none for a doubt about anything else. */
function askedFor({ code, clauseId, choices = [] }: Doubt): readonly string[] {
  if (clauseId === undefined || !['not-understood', 'uncertain-kind', 'unclear-polarity'].includes(code))
    return [];
  return [clauseId, ...choices.flatMap(({ change }) => ('clauseIds' in change ? change.clauseIds : []))];
}

/**
 * What people said that clauses are for, where its words alone, read again, would say something else or be asked about.
 * That a clause gives the school a power is left out: a person decides that anew for each policy that is brought in.
 * @param again the same policy, read again from its words
 * @param settled whether a person has settled all that the reading asked
 */
export function chosenUses(
  document: PolicyDocument,
  again: Understanding,
  settled: boolean,
): readonly ChosenUse[] {
  const clauses = byWords(document);
  const asked = new Set(settled ? again.doubts.flatMap(askedFor) : []);
  return [...byWords(again.document)].flatMap(([key, read]) => {
    const own = clauses.get(key);
    if (!own || own.kind === 'response') return [];
    const same = own.kind === read.kind && (own.polarity === undefined || own.polarity === read.polarity);
    if (same && !asked.has(read.id)) return [];
    const { text, stem, kind, polarity } = own;
    return [{ text, ...(stem !== undefined && { stem }), kind, ...(polarity !== undefined && { polarity }) }];
  });
}

/** A policy that was read, with what people had said that its clauses are for: that is not asked again. */
export function withChosen(read: Understanding, chosen: readonly ChosenUse[]): Understanding {
  const clauses = byWords(read.document);
  const settled = new Set<string>();
  let { document } = read;
  for (const use of chosen) {
    const clause = clauses.get(keyOf(use));
    if (!clause || use.kind === 'response') continue;
    document = setClauseKind(document, clause.id, use.kind);
    if (use.polarity !== undefined) document = setClausePolarity(document, clause.id, use.polarity);
    settled.add(clause.id);
  }
  const open = remainingDoubts(document, read.doubts);
  const doubts = open.filter((doubt) => {
    const about = askedFor(doubt);
    return about.length === 0 || !about.every((id) => settled.has(id));
  });
  return { document, doubts };
}
