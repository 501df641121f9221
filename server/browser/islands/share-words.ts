import { button, element } from './page/elements.ts';

/** Adds "Copy" and, where the phone has one, its own share sheet to words that can be sent. The link works without it. */
for (const root of document.querySelectorAll<HTMLElement>('[data-wording]')) {
  const text = root.querySelector('.hb-share__text')?.textContent ?? '';
  const title = root.dataset.wording ?? '';
  const done = element('span', { role: 'status', class: 'hb-quiet' });
  const named = (label: string, act: () => Promise<void>) => {
    const made = button(label, () => {
      act().catch(() => {
        done.textContent = 'That did not work here. Press the words, hold, and copy them.';
      });
    });
    made.append(element('span', { class: 'govuk-visually-hidden' }, `: ${title}`));
    return made;
  };
  const copy = named('Copy', async () => {
    await navigator.clipboard.writeText(text);
    done.textContent = 'Copied.';
  });
  const share = 'share' in navigator ? [named('Share', () => navigator.share({ text }))] : [];
  root.append(element('div', { class: 'govuk-button-group' }, copy, ...share, done));
}
