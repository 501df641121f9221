import { element } from '../page/elements.ts';

const TYPES: readonly (readonly [start: string, type: string])[] = [
  ['UklG', 'image/webp'],
  ['iVBO', 'image/png'],
  ['_9j', 'image/jpeg'],
];

/**
 * A picture to look at, as it would be sent.
 * @param text the picture as base64url
 * @param number which one it is, from 1
 */
export function pictureFigure(text: string, number: number): HTMLElement {
  const type = TYPES.find(([start]) => text.startsWith(start))?.[1] ?? 'image/jpeg';
  const base64 = text.replaceAll('-', '+').replaceAll('_', '/');
  const source = `data:${type};base64,${base64}`;
  return element(
    'figure',
    { class: 'hb-picture' },
    element('img', { src: source, alt: `Picture ${number}, as it would be sent` }),
    element('figcaption', {}, `Picture ${number}`),
  );
}
