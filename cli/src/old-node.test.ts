import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const HANDBELL = fileURLToPath(new URL('../bin/handbell.mjs', import.meta.url));

it('says how to start it when a machine’s own, older Node does', () => {
  const older =
    'data:text/javascript,Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.19.1" } })';
  const run = (...flags: readonly string[]) =>
    spawnSync(process.execPath, [...flags, HANDBELL, '--help'], { encoding: 'utf8' });
  const { status, stderr } = run('--import', older);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^This is Node 20\.19\.1\. .* "npx handbell" .*\n$/);
  expect(run().status).toBe(0);
});
