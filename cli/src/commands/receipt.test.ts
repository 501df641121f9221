import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { newReceipt, receiptPublicKey } from '../../../server/src/concerns/receipt/sign.ts';
import { currentSchool } from '../../../server/src/schools/store.ts';
import { startTestHandbell, type TestHandbell } from '../../../server/test/handbell.ts';
import { main } from '../main.ts';

let handbell: TestHandbell;
const folder = mkdtempSync(join(tmpdir(), 'handbell-receipt-'));
const file = join(folder, 'receipt.txt');
beforeAll(async () => {
  handbell = await startTestHandbell();
});
afterAll(async () => {
  await handbell.stop();
  rmSync(folder, { recursive: true, force: true });
});
afterEach(() => void vi.restoreAllMocks());

async function verify(...words: readonly string[]): Promise<{ status: number; said: string }> {
  let said = '';
  const hear = (text: string | Uint8Array) => {
    said += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(hear);
  vi.spyOn(process.stderr, 'write').mockImplementation(hear);
  return { status: await main(['node', 'handbell', 'receipt', 'verify', file, ...words]), said };
}

describe('handbell receipt verify', () => {
  it('says whom something was reported to and when, and what is wrong with any other file', async () => {
    const school = await handbell.newSchool();
    const [text, key] = await handbell.services.worker.forSchool(school.id, 'public', async (work) => [
      newReceipt(work, await currentSchool(work), 'https://handbell.example.org'),
      receiptPublicKey(work),
    ]);
    writeFileSync(file, text);
    expect(await verify('--key', key)).toEqual({
      status: 0,
      said: 'Good: somebody reported something to Oakfield Example School on 2027-03-09, 10:00 to 11:00.\n',
    });
    expect((await verify()).said).toContain('https://handbell.example.org/s/oakfield/receipts');
    expect(await verify('--key', key.replace(/^./, '_'))).toMatchObject({ status: 1 });
    writeFileSync(file, text.replace('2027-03-09', '2027-03-08'));
    const altered = await verify();
    expect(altered.status).toBe(1);
    expect(altered.said).toContain('something in it was changed');
  });
});
