import { element, timeWords } from '../page/elements.ts';
import type { PreviewLine } from './protocol.ts';

/** Exactly what would be sent, line by line. */
export function previewList(lines: readonly PreviewLine[]): HTMLElement {
  const items = lines.map(({ at, who, text, ticked }) =>
    element(
      'li',
      { class: `hb-story__entry hb-story__entry--${ticked ? 'decision' : 'event'}` },
      element(
        'p',
        { class: 'hb-story__when' },
        `${timeWords(at)} · `,
        element('bdi', {}, who),
        ticked ? '' : ' (for context)',
      ),
      element('div', { class: 'hb-user-text' }, element('p', { dir: 'auto' }, text)),
    ),
  );
  return element('ol', { class: 'hb-story', 'aria-label': 'Messages that would be sent' }, ...items);
}
