// node bench/chat/size.ts: what the reader weighs in a page, packed, beside the limit of 25 kB, without the tables of
// notices, and each language's table by itself. Where tables are loaded by language, 0.9 kB are the bundler's own loader.
import { bundle } from '../../packages/chat/test/bundle.ts';

const LIMIT_KB = 25;
const USES = [
  'readExport',
  'readExportFrom',
  'readExportStream',
  'readExportFrom, makeExcerpt, verifyExcerpt',
  'readExport, readExportFrom, readExportStream, makeExcerpt, verifyExcerpt, verifyExcerptAgainst',
];

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

console.log('| what | gzip kB | brotli kB |\n|---|---:|---:|');
for (const names of USES) {
  for (const { name, isEntry, gzip, brotli } of await bundle(names)) {
    if (!isEntry && names !== 'readExportFrom') continue;
    const what = isEntry ? `\`${names}\` (limit ${LIMIT_KB})` : `table \`${name}\``;
    console.log(`| ${what} | ${kilobytes(gzip)} | ${kilobytes(brotli)} |`);
  }
}
