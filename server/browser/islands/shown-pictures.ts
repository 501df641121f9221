import { pictureFigure } from './screenshot/shown.ts';

/** Shows the pictures that a form carries along, beside the other answers that are checked before sending. */
for (const place of document.querySelectorAll<HTMLElement>('[data-shown-pictures]')) {
  const carried = document.querySelectorAll<HTMLInputElement>('input[type=hidden][name=picture]');
  place.append(...[...carried].map(({ value }, index) => pictureFigure(value, index + 1)));
}
