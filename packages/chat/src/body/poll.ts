import { MARKS } from '../header/characters.ts';
import type { Poll } from '../types.ts';

/** Longest label with its marks. */
const LONGEST_LABEL = 24;
/** A line of a poll in a language not known here: its label, the option, how many voted. */
const OPTION = /^([^:：\d]{2,20})[:：] .+ [(（][^()（）\d]*\d+[^()（）\d]*[)）]$/;
const COLON = /[:：]/;
const VOTES = / ?[(（]([^()（）]*)[)）]$/;

function isOption(line: string, label: string): boolean {
  return line.startsWith(`${label}:`) || line.startsWith(`${label}：`);
}

// In a language not known here: a label in capitals alone on the first line, and two options or more alike.
function foreignLabel(head: string, lines: readonly string[]): string[] {
  if (!/^[^\d\s][^\d:：]*[:：]$/.test(head) || head !== head.toUpperCase()) return [];
  const labels = lines.slice(1).flatMap((line) => OPTION.exec(line.trimEnd())?.[1] ?? []);
  const [first] = labels;
  const isOne =
    first !== undefined && first === first.toUpperCase() && labels.every((label) => label === first);
  return isOne && labels.length >= 2 ? [first] : [];
}

/**
 * Reads a poll: a label, the question, then a line an option with its votes.
 * @param text the message's words
 * @param labels words before the poll, such as `POLL`
 * @param optionLabels words before an option, such as `OPTION`
 * @returns null when the text is no poll
 */
export function readPoll(
  text: string,
  labels: ReadonlySet<string>,
  optionLabels: readonly string[],
): Poll | null {
  const lineEnd = text.indexOf('\n');
  if (lineEnd < 0 || !COLON.test(text.slice(0, Math.min(lineEnd, LONGEST_LABEL)))) return null;
  const lines = text.replace(MARKS, '').split(/\r?\n/);
  const head = lines[0]?.trim() ?? '';
  const colon = head.search(COLON);
  if (colon < 0) return null;
  const known = labels.has(head.slice(0, colon)) ? optionLabels : [];
  const used = known.some((word) => lines.some((line) => isOption(line, word)))
    ? known
    : foreignLabel(head, lines);
  const question: string[] = [];
  const rest = head.slice(colon + 1).trim();
  if (rest !== '') question.push(rest);
  const options: { text: string; votes: number | null }[] = [];
  for (const line of lines.slice(1)) {
    const label = used.find((word) => isOption(line, word));
    if (label === undefined) {
      if (options.length === 0) question.push(line);
      continue;
    }
    const option = line.slice(label.length + 1).trim();
    const votes = VOTES.exec(option);
    const count = /\d+/.exec(votes?.[1]?.normalize('NFKC') ?? '')?.[0];
    options.push({
      text: votes === null ? option : option.slice(0, votes.index),
      votes: count === undefined ? null : Number(count),
    });
  }
  return options.length === 0 ? null : { question: question.join('\n').trim(), options };
}
