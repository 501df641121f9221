import { type Finding, verifyReceipt } from '../../src/concerns/receipt/format.ts';

const WORDS: Readonly<Record<Extract<Finding, { ok: false }>['why'], string>> = {
  'no-receipt': 'This is no receipt. Paste all of it, from “HANDBELL RECEIPT” to the signature.',
  altered: 'This is not what the school signed: something in it was changed or is missing.',
  'other-key':
    'This receipt is whole, but another key signed it: it is not from this school, or from before its key was made anew.',
};

async function check(text: string, key: string): Promise<string> {
  try {
    const found = await verifyReceipt(text, key);
    if (!found.ok) return WORDS[found.why];
    const day = new Date(`${found.receipt.day}T12:00:00`).toLocaleDateString('en-GB', { dateStyle: 'full' });
    const hour = found.receipt.hour === '' ? '' : `, ${found.receipt.hour}`;
    return `Good: somebody reported something to ${found.receipt.school} on ${day}${hour}.`;
  } catch {
    return 'This browser is too old to check signatures. Try another one, or the command below.';
  }
}

/** Checks a pasted receipt on the reader's own device. */
for (const root of document.querySelectorAll<HTMLElement>('[data-receipt-check]')) {
  const text = root.querySelector('textarea');
  const status = root.querySelector('[role=status]');
  root.querySelector('button')?.addEventListener('click', () => {
    void check(text?.value ?? '', root.dataset.key ?? '').then((said) => {
      if (status) status.textContent = said;
    });
  });
  root.hidden = false;
}
