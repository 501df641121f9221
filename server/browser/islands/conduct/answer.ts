import type { Judged } from './judge.ts';

/** One block of an answer. */
export interface AnswerPart {
  readonly kind: 'safeguarding' | 'restriction' | 'remark' | 'plain';
  /** The subject, for a remark. */
  readonly topic: string;
  readonly sentence: string;
}

const RESTRICTION = 'This may name a teacher about whom a child has said something serious.';

/** What the page says of a message, the most pressing first. */
export function answerParts(judged: Judged): readonly AnswerPart[] {
  const { remarks, safeguarding, restriction, otherwise } = judged;
  const parts: AnswerPart[] = [];
  if (safeguarding !== '') parts.push({ kind: 'safeguarding', topic: '', sentence: safeguarding });
  if (restriction) parts.push({ kind: 'restriction', topic: '', sentence: RESTRICTION });
  for (const { topic, sentence } of remarks) parts.push({ kind: 'remark', topic, sentence });
  if (parts.length === 0) parts.push({ kind: 'plain', topic: '', sentence: otherwise });
  return parts;
}

const name = ({ kind, topic }: AnswerPart) => `${kind} ${topic}`;

/** Whether everything that is shown is still said: then the new answer can take its place at once. */
export function onlyAdds(shown: readonly AnswerPart[], next: readonly AnswerPart[]): boolean {
  const kept = new Set(next.map(name));
  return shown.every((part) => part.kind === 'plain' || kept.has(name(part)));
}

/** The answer in one breath, for those who hear the page. */
export function spoken(parts: readonly AnswerPart[]): string {
  const remarks = parts.filter(({ kind }) => kind === 'remark').length;
  const pressing = parts.filter(({ kind }) => kind === 'safeguarding' || kind === 'restriction');
  const first = pressing.map(({ sentence }) => sentence);
  if (remarks === 0) return (first.length > 0 ? first : parts.map(({ sentence }) => sentence)).join(' ');
  const count =
    remarks === 1 ? 'It may touch 1 part of the code.' : `It may touch ${remarks} parts of the code.`;
  return [...first, count, 'The answer is below your message.'].join(' ');
}
