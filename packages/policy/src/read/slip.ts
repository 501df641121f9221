import type { AgreementSlip } from '../document.ts';
import type { Block } from './blocks.ts';
import { fieldLabels } from './labels.ts';

const STATEMENT =
  /^(?:\[?[☐□]?\]?\s*)?(?:i|we|i ?\/ ?we|i\/we|i \(we\)|rwyf|rydw i|dw i)\b.*\b(?:agree|read|understand|understood|accept|abide|acknowledge|confirm|consent|cytuno|ddarllen|darllen|derbyn)/iu;
const SLIP_HEADING =
  /\b(?:reply slip|return slip|tear[- ]?off|cut here|agreement (?:slip|form)|(?:parent(?:al)?|carer|member)(?:['’]s|s['’])? (?:agreement|declaration|acknowledge?ment|consent)|acknowledge?ment|declaration|datganiad|slip|slip(?:yn)?)\b/iu;
const RETURN_NOTE = /\b(?:return|detach|cut|tear|hand|sign)\b.*\b(?:slip|form|office|school|below|here)\b/iu;
/** How far below a cut line its statement and its first label may stand. */
const REACH = 6;

/** Where the parent's slip stands among the blocks, and what it says (S9, S10). */
export interface FoundSlip {
  readonly from: number;
  readonly to: number;
  readonly slip: AgreementSlip;
}

function labelsOf(source: string, block: Block | undefined): readonly string[] | undefined {
  return block && block.kind !== 'rule' ? fieldLabels(source.slice(...block.span)) : undefined;
}

/** The first block of the slip whose statement is at `at`: the cut line, heading or note just above it, if any. */
function startOf(blocks: readonly Block[], at: number): number {
  let from = at;
  for (let above = at - 1; above >= Math.max(0, at - 3); above--) {
    const block = blocks[above];
    if (block === undefined) break;
    const short = block.text.length <= 120;
    const opens =
      block.kind === 'rule' || (short && (SLIP_HEADING.test(block.text) || RETURN_NOTE.test(block.text)));
    if (!opens) break;
    from = above;
  }
  return from;
}

/**
 * Finds the slip that a parent signs: a statement that begins "I agree" or "I have read", followed by places for a
 * name, a signature or a date. When the statement leads a list, the list holds clauses and only the places are the slip.
 */
export function findSlip(source: string, blocks: readonly Block[]): FoundSlip | undefined {
  for (let at = blocks.length - 1; at >= 0; at--) {
    const statement = blocks[at];
    if (statement === undefined || statement.kind === 'rule' || !STATEMENT.test(statement.text)) continue;
    let first = at + 1;
    const leadsList = statement.text.endsWith(':') && blocks[first]?.kind === 'item';
    const reach = leadsList ? blocks.length : Math.min(blocks.length, first + REACH);
    while (first < reach && labelsOf(source, blocks[first]) === undefined) first++;
    if (first >= reach) continue;
    const fields: string[] = [];
    let to = first;
    for (; to < blocks.length; to++) {
      const labels = labelsOf(source, blocks[to]);
      if (labels) fields.push(...labels);
      else if (blocks[to]?.kind !== 'rule' && !RETURN_NOTE.test(blocks[to]?.text ?? '')) break;
    }
    return { from: leadsList ? first : startOf(blocks, at), to, slip: { statement: statement.text, fields } };
  }
  return undefined;
}
