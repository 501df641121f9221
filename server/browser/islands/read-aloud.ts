/**
 * Reads a page aloud with the browser's own voice. The button is hidden until this script finds that there is a
 * voice; nothing leaves the device.
 */
const button = document.querySelector<HTMLButtonElement>('[data-read-aloud]');
const parts = document.querySelectorAll<HTMLElement>(
  '[data-aloud] :is(h1, h2, h3, p, li, dt, dd, legend, label, .govuk-hint), article.policy :is(h2, h3, p, li)',
);

/** One utterance a paragraph: long ones are cut off by some voices. */
function speak(part: HTMLElement): SpeechSynthesisUtterance {
  const utterance = new SpeechSynthesisUtterance(part.innerText.replace(/\s+/gu, ' '));
  utterance.lang = part.closest<HTMLElement>('[lang]')?.lang ?? 'en-GB';
  return utterance;
}

if (button && 'speechSynthesis' in window && parts.length > 0) {
  const { read = '', stop = '' } = button.dataset;
  const show = (reading: boolean) => {
    button.textContent = reading ? stop : read;
    button.setAttribute('aria-pressed', String(reading));
  };
  let reading = false;
  const end = () => {
    reading = false;
    speechSynthesis.cancel();
    show(false);
  };
  button.addEventListener('click', () => {
    if (reading) return end();
    reading = true;
    show(true);
    const all = [...parts].filter(({ innerText }) => innerText.trim() !== '').map(speak);
    all.at(-1)?.addEventListener('end', end);
    for (const utterance of all) speechSynthesis.speak(utterance);
  });
  // Voices go on talking after their page is gone.
  addEventListener('pagehide', end);
  button.hidden = false;
  show(false);
}
