/**
 * Does the little work that sending takes while very many concerns come in, beside the page, and sends the form when it
 * is done. Without this script the reader waits half a minute and presses the button.
 */
for (const form of document.querySelectorAll<HTMLFormElement>('[data-wait-work]')) {
  const status = form.querySelector('[role=status]');
  const answer = form.querySelector<HTMLInputElement>('input[name=answer]');
  const worker = new Worker(new URL('./wait-work/worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<number | undefined>) => {
    worker.terminate();
    if (data === undefined || !answer) return;
    answer.value = String(data);
    form.requestSubmit();
  });
  worker.postMessage({ ticket: form.dataset.ticket ?? '', bits: Number(form.dataset.bits) });
  if (status) status.textContent = 'This page sends your concern by itself in a moment. Please keep it open.';
}
