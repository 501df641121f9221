// Runs every test, whatever fails on the way, and ends with the counts: by kind, then all together.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

const REPORTS = '.cache/test-reports';
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return status === 0;
}

function read(name) {
  try {
    return JSON.parse(readFileSync(`${REPORTS}/${name}`, 'utf8'));
  } catch {
    return undefined;
  }
}

const programs = run('node', ['scripts/programs.mjs']);
const unit = run('vitest', [
  'run',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${REPORTS}/unit.json`,
]);
const journeys =
  programs &&
  run('playwright', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: `${REPORTS}/journeys.json`,
  });

const unitReport = read('unit.json');
const journeyReport = read('journeys.json');
const counts = [
  ['unit and service tests', unitReport?.numPassedTests ?? 0, unitReport?.numFailedTests ?? 0],
  ['browser journeys', journeyReport?.stats.expected ?? 0, journeyReport?.stats.unexpected ?? 0],
];
const kinds = new Map();
for (const file of unitReport?.testResults ?? []) {
  const kind = /\/(packages\/\w+|server\/src\/\w+|server\/test|cli)\//.exec(file.name)?.[1] ?? 'other';
  kinds.set(kind, (kinds.get(kind) ?? 0) + file.assertionResults.length);
}
console.log();
for (const [kind, number] of [...kinds].sort()) console.log(`${kind.padEnd(28)} ${number}`);
for (const [kind, passed, failed] of counts)
  console.log(`${kind.padEnd(28)} ${passed} passed, ${failed} failed`);
const passed = counts.reduce((sum, [, each]) => sum + each, 0);
// A suite that could not even start has no count of its own, but it has failed.
const failed =
  counts.reduce((sum, [, , each]) => sum + each, 0) + (unitReport ? 0 : 1) + (journeyReport ? 0 : 1);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = unit && journeys && failed === 0 ? 0 : 1;
