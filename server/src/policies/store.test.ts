import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../test/handbell.ts';
import { bringIn, policyFile, putThrough, submit } from '../../test/policy.ts';
import type { Work } from '../platform/work.ts';
import { listVersions, policyInForceOn, policyVersion, policyVersionNumber } from './store.ts';
import { documentHash } from './version.ts';

let handbell: TestHandbell;
let school: TestSchool;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  const office = await handbell.signIn(school, ['office']);
  await putThrough(office, await bringIn(office, policyFile('infant-school.txt')), {
    adopted: '2025-11-18',
    from: '2026-01-05',
  });
  const second = await bringIn(office, policyFile('church-primary.txt'));
  await putThrough(office, second, { adopted: '2026-08-01', from: '2026-09-01' });
  await submit(office, second, {}, `${second}/withdraw`);
  await bringIn(office, policyFile('infant-school.docx'));
});
afterAll(() => handbell.stop());

const inSchool = <T>(act: (work: Work) => Promise<T>) =>
  handbell.services.worker.forSchool(school.id, 'command', act);
const on = (iso: string) => inSchool((work) => policyInForceOn(work, Temporal.PlainDate.from(iso)));

describe('which version held on a day', () => {
  it.each([
    ['2026-01-04', undefined],
    ['2026-01-05', 1],
    ['2026-08-31', 1],
    ['2026-09-01', 2],
    ['2027-03-08', 2],
    ['2027-03-09', undefined],
    ['2028-01-01', undefined],
  ])('%s: version %s', async (day, number) => {
    expect((await on(day))?.number).toBe(number);
  });

  it('gives each version whole, with the hash of its document', async () => {
    const versions = await inSchool(listVersions);
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    for (const version of versions) {
      expect(documentHash(version.document)).toBe(version.hash);
      const same = await inSchool((work) => policyVersion(work, version.id));
      expect(same).toEqual(version);
    }
  });

  it('does not give a version that was never in force', async () => {
    expect(await inSchool((work) => policyVersionNumber(work, 3))).toBeUndefined();
    const [row] = await handbell.asOwner('select id from policy where number = 3');
    expect(row).toBeDefined();
  });
});
