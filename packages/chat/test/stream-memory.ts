// node stream-memory.ts FILE: streams an export and prints how many messages it has, by how many MiB memory grew at most,
// and the kind of the error that it ended with.
import { openAsBlob } from 'node:fs';
import { ChatReadError, readExportStream } from '../src/index.ts';

const start = process.memoryUsage.rss();
let peak = start;
let messages = 0;
let refused: string | null = null;
try {
  for await (const batch of readExportStream(await openAsBlob(process.argv[2] ?? ''))) {
    messages += batch.length;
    peak = Math.max(peak, process.memoryUsage.rss());
  }
} catch (error) {
  if (!(error instanceof ChatReadError)) throw error;
  refused = error.code;
  peak = Math.max(peak, process.memoryUsage.rss());
}
console.log(JSON.stringify({ messages, growth: (peak - start) >> 20, refused }));
