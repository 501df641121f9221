import { element } from '../page/elements.ts';
import type { AnswerPart } from './answer.ts';

const PLACES: Readonly<Record<AnswerPart['kind'], (topic: string) => string>> = {
  safeguarding: () => '[data-safeguarding]',
  restriction: () => '[data-restriction]',
  remark: (topic) => `[data-subject="${topic}"]`,
  plain: () => '',
};

/** A clause's number or words, and a space after it. */
const cloned = (node: Node): readonly (Node | string)[] => [node.cloneNode(true), ' '];

/** What stands on the page about a part of the code, as copies: its clauses, and whom to ask. */
function copies(page: ParentNode, part: AnswerPart): readonly Node[] {
  const selector = PLACES[part.kind](part.topic);
  const home = selector === '' ? null : page.querySelector(selector);
  const clauses = [...(home?.querySelectorAll('[data-clause]') ?? [])].map((clause) =>
    element('li', {}, ...[...clause.querySelectorAll('strong, bdi:not(.hb-quiet)')].flatMap(cloned)),
  );
  const who = [...(home?.querySelectorAll('[data-who]') ?? [])].flatMap((each) =>
    [...each.childNodes].map((node) => node.cloneNode(true)),
  );
  return clauses.length > 0 ? [element('ul', {}, ...clauses), ...who] : who;
}

/** One part of an answer: the sentence, the policy's own words, and the better way. */
export function answerBlock(page: ParentNode, part: AnswerPart): HTMLElement {
  const pressing = part.kind === 'safeguarding' || part.kind === 'restriction';
  return element(
    'div',
    { class: pressing ? 'hb-answer hb-answer--pressing' : 'hb-answer' },
    element('p', {}, part.sentence),
    ...copies(page, part),
  );
}
