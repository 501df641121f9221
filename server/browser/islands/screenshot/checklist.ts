import { element, freshId } from '../page/elements.ts';

/** What a screenshot gives away about the one who took it (domain 2.4). */
const GIVES_AWAY: readonly (readonly [what: string, why: string])[] = [
  [
    'My own messages',
    'They stand on the right, in another colour: they show that the picture is from your phone.',
  ],
  ['The bar at the top', 'Clock, battery and network tell whose phone it is, and when you looked.'],
  ['My name or nickname', 'Also what others call me, or a reply that quotes me.'],
  ['The background of the chat', 'Many people choose their own. Cut it away, or cut close to the words.'],
  ['Names, photos and numbers of others', 'Above all of children. Cover all that are not needed.'],
];

/** A list to go through before a picture is used. Nothing of it is sent. */
export function checklist(): HTMLElement {
  const items = GIVES_AWAY.map(([what, why]) => {
    const id = freshId();
    return element(
      'div',
      { class: 'govuk-checkboxes__item' },
      element('input', {
        type: 'checkbox',
        class: 'govuk-checkboxes__input',
        id,
        'aria-describedby': `${id}-hint`,
      }),
      element('label', { class: 'govuk-label govuk-checkboxes__label', for: id }, what),
      element('div', { class: 'govuk-hint govuk-checkboxes__hint', id: `${id}-hint` }, why),
    );
  });
  return element(
    'fieldset',
    { class: 'govuk-fieldset hb-fieldset' },
    element(
      'legend',
      { class: 'govuk-fieldset__legend govuk-fieldset__legend--s' },
      'Could it show who took it? Look for these, and tick what you have looked for',
    ),
    element('div', { class: 'govuk-checkboxes' }, ...items),
  );
}
