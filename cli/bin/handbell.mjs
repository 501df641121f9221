#!/usr/bin/env -S node --max-semi-space-size=4
// Plain JavaScript, so that npm can link the command before anything is built.
/** What Handbell brings: an older one starts it and fails at the first page. */
const OLDEST = 24;
const { node } = process.versions;
if (Number.parseInt(node, 10) < OLDEST) {
  console.error(
    `This is Node ${node}. Handbell runs on Node ${OLDEST}, which it brings: write "npx handbell" in its folder, and what you want it to do after that.`,
  );
  process.exit(1);
}
const entry = new URL('../dist/main.js', import.meta.url);
const { main } = await import(entry.href).catch((error) => {
  if (error.code !== 'ERR_MODULE_NOT_FOUND' || !String(error.message).includes(entry.pathname)) throw error;
  console.error('Handbell is not built yet. Run "npm run build" in its folder, then try again.');
  process.exit(1);
});
process.exitCode = await main(process.argv);
