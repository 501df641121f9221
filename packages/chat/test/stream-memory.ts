// node stream-memory.ts FILE: streams an export and prints how many messages it has, and by how many MiB memory grew at most.
import { openAsBlob } from 'node:fs';
import { readExportStream } from '../src/index.ts';

const start = process.memoryUsage.rss();
let peak = start;
let messages = 0;
for await (const batch of readExportStream(await openAsBlob(process.argv[2] ?? ''))) {
  messages += batch.length;
  peak = Math.max(peak, process.memoryUsage.rss());
}
console.log(JSON.stringify({ messages, growth: (peak - start) >> 20 }));
