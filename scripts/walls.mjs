// Checks the walls with dependency-cruiser. It reads TypeScript through the compiler's API, which version 7 does not
// have yet, so for this one program "typescript" is the version 6 that the tests workspace brings.
import { createRequire, registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

const fromTests = createRequire(new URL('../tests/package.json', import.meta.url));
const older = new Map(
  ['typescript', 'typescript/package.json'].map((name) => [
    name,
    pathToFileURL(fromTests.resolve(name)).href,
  ]),
);
registerHooks({
  resolve(name, context, next) {
    const url = older.get(name);
    return url ? { url, shortCircuit: true } : next(name, context);
  },
});

process.argv.push(
  '--config',
  '.dependency-cruiser.mjs',
  'packages',
  'server/src',
  'server/browser',
  'cli/src',
  'tests',
);
await import('../node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
