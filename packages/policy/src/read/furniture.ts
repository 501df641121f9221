import type { AgreementSlip, FieldKind, SourceField } from '../document.ts';
import type { Block, Layout } from './blocks.ts';
import { type Detail, isBareDate, readDetails } from './details.ts';
import { findTitle, isSchoolLine } from './front.ts';
import { schoolNames } from './names.ts';
import { type FoundSignature, findSignatures } from './signatures.ts';
import { findSlip } from './slip.ts';

/** What frames a policy's clauses, and the blocks that are left. */
export interface Furniture {
  readonly title?: string;
  readonly schoolNames: readonly string[];
  readonly details: readonly Detail[];
  readonly signatures: readonly FoundSignature[];
  readonly slip?: AgreementSlip;
  readonly fields: readonly SourceField[];
  readonly rest: readonly Block[];
}

/** A block with its list mark. */
function wholeSpan({ marker, span }: Block): SourceField['span'] {
  return [marker?.span[0] ?? span[0], span[1]];
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
    if (block.kind === 'page') take('page', [index]);
  });
  const slip = findSlip(source, blocks);
  if (slip)
    take(
      'slip',
      Array(slip.to - slip.from)
        .fill(slip.from)
        .map((from: number, add) => from + add),
    );
  const signatures = findSignatures(source, blocks).filter(({ indexes }) =>
    indexes.every((at) => !taken.has(at)),
  );
  for (const { indexes } of signatures) take('signature', indexes);

  const names = schoolNames(blocks.map(({ text }) => text));
  blocks.forEach((block, index) => {
    if (block.kind === 'rule') take('rule', [index]);
    else if (block.kind !== 'item' && isSchoolLine(block.text, names)) take('school', [index]);
  });
  const details: Detail[] = [];
  blocks.forEach((block, index) => {
    if (taken.get(index) !== undefined && taken.get(index) !== 'page') return;
    const next = blocks[index + 1];
    const split = next && !taken.has(index + 1) && isBareDate(next.text) && block.text.length <= 40;
    const read =
      block.kind === 'item' ? undefined : readDetails(split ? `${block.text} ${next.text}` : block.text);
    if (read === undefined) return;
    details.push(...read);
    take('detail', split ? [index, index + 1] : [index]);
  });
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
    fields,
    rest: blocks.filter((_, index) => !taken.has(index)),
  };
}
