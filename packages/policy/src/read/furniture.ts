import type { AgreementSlip, FieldKind, SourceField, VersionRow } from '../document.ts';
import { gist } from '../text/spans.ts';
import type { Block, Layout } from './blocks.ts';
import { type Detail, isBareDate, readBareDate, readDetails } from './details.ts';
import { findTitle, isSchoolLine } from './front.ts';
import { findHistory } from './history.ts';
import { findLetter } from './letter.ts';
import { schoolNames } from './names.ts';
import { proseCycle } from './prose-dates.ts';
import { type FoundSignature, findSignatures } from './signatures.ts';
import { findSlip } from './slip.ts';

/** A date without a label counts only among a document's first lines. */
const HEAD = 4;

/** What frames a policy's clauses, and the blocks that are left. */
export interface Furniture {
  readonly title?: string;
  readonly schoolNames: readonly string[];
  readonly details: readonly Detail[];
  readonly signatures: readonly FoundSignature[];
  readonly slip?: AgreementSlip;
  /** Lines of particulars that say something other than a date of the policy. */
  readonly particulars: readonly string[];
  readonly history: readonly VersionRow[];
  readonly fields: readonly SourceField[];
  readonly rest: readonly Block[];
}

/** A page's number as it is left behind when a document is pasted. */
const PAGE_NUMBER = /^[-–—\s]*(?:page|tudalen) \d{1,3}(?: (?:of|o) \d{1,3})?[-–—\s]*$/iu;

/** A line without the school's name, and without a version beside it: what is left may be a date. */
function withoutName(line: string, names: readonly string[]): string {
  const rest = names.reduce((text, name) => text.replace(name, ' '), line);
  return rest === line
    ? line
    : rest.replace(/\(?\bv(?:ersion)? ?\d+(?:\.\d+)?\)?/iu, ' ').replace(/^[\s,|–-]+|[\s,|–-]+$/gu, '');
}

/** A block with its list mark. */
function wholeSpan({ marker, span }: Block): SourceField['span'] {
  return marker ? [Math.min(marker.span[0], span[0]), Math.max(marker.span[1], span[1])] : span;
}

/**
 * Takes out of a text everything that is no clause: the school's name, the title, dates and other particulars, places to
 * sign, the parent's slip, ruled lines, and what pages repeat.
 */
export function readFurniture({ source, blocks }: Layout): Furniture {
  const taken = new Map<number, FieldKind>();
  const take = (kind: FieldKind, indexes: Iterable<number>) => {
    for (const index of indexes) if (!taken.has(index)) taken.set(index, kind);
  };
  blocks.forEach((block, index) => {
    if (block.kind === 'page' || PAGE_NUMBER.test(block.text)) take('page', [index]);
  });
  const slip = findSlip(source, blocks);
  if (slip)
    take(
      'slip',
      Array(slip.to - slip.from)
        .fill(slip.from)
        .map((from: number, add) => from + add),
    );
  const signatures = [...findSignatures(source, blocks)].filter(({ indexes }) =>
    indexes.every((at) => !taken.has(at)),
  );
  for (const { indexes } of signatures) take('signature', indexes);

  const names = schoolNames(blocks.map(({ text }) => gist(text)));
  blocks.forEach((block, index) => {
    if (block.kind === 'rule') take('rule', [index]);
    else if (block.kind !== 'item' && isSchoolLine(block.text, names)) take('school', [index]);
  });
  const letter = findLetter(blocks, (index) => taken.has(index));
  take('detail', letter.greeting);
  take('signature', letter.closing);
  if (letter.role !== undefined) signatures.push({ indexes: letter.closing, role: letter.role });

  const details: Detail[] = [];
  const particulars: string[] = [];
  const history = findHistory(source, blocks, (index) => taken.has(index));
  take('detail', history.indexes);
  blocks.forEach((block, index) => {
    if (taken.has(index) && taken.get(index) !== 'page') return;
    const next = blocks[index + 1];
    const split = next && !taken.has(index + 1) && isBareDate(next.text) && block.text.length <= 40;
    const line = split ? `${block.text} ${next.text}` : block.text;
    const bare = index < HEAD ? readBareDate(withoutName(line, names)) : undefined;
    const told = readDetails(line);
    const read =
      block.kind === 'item' && !told?.every(({ date }) => date) ? undefined : (told ?? (bare && [bare]));
    if (read === undefined) return;
    const cycle = read.some(({ every }) => every !== undefined) ? undefined : proseCycle(line);
    details.push(...read, ...(cycle ? [cycle] : []));
    const more = read.some(({ slot, by }) => slot === 'other' && by === undefined);
    if (more && block.kind !== 'page') particulars.push(block.text);
    take('detail', split ? [index, index + 1] : [index]);
  });
  particulars.push(...history.lines);
  const title = findTitle(blocks, (index) => taken.has(index));
  take('title', title.indexes);

  const fields = [...taken].flatMap(([index, kind]) => {
    const block = blocks[index];
    return block ? [{ kind, span: wholeSpan(block) }] : [];
  });
  return {
    ...(title.title === undefined ? {} : { title: title.title }),
    schoolNames: names,
    details,
    signatures,
    ...(slip ? { slip: slip.slip } : {}),
    particulars,
    history: history.rows,
    fields,
    rest: blocks.filter((_, index) => !taken.has(index)),
  };
}
