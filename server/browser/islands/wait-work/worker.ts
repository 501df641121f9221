import { search } from '../../../src/concerns/tell/proof.ts';

/** Looks for the answer to a ticket and says it. */
self.addEventListener(
  'message',
  ({ data }: MessageEvent<{ readonly ticket: string; readonly bits: number }>) => {
    self.postMessage(search(data.ticket, data.bits, 0, Number.MAX_SAFE_INTEGER));
  },
);
