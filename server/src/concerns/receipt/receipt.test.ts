import { generateKeyPairSync, sign } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../../test/handbell.ts';
import { currentSchool } from '../../schools/store.ts';
import { readReceipt, verifyReceipt } from './format.ts';
import { newReceipt, receiptPublicKey } from './sign.ts';

let handbell: TestHandbell;
let school: TestSchool;
let text: string;
let key: string;
beforeAll(async () => {
  handbell = await startTestHandbell();
  handbell.clock.set('2027-03-09T10:23:45.678Z');
  school = await handbell.newSchool();
  [text, key] = await handbell.services.worker.forSchool(school.id, 'public', async (work) => [
    newReceipt(work, await currentSchool(work), 'https://handbell.example.org'),
    receiptPublicKey(work),
  ]);
});
afterAll(() => handbell.stop());

describe('a signed receipt', () => {
  it('holds the school, the day and the hour, and nothing that leads to a report or to anybody', () => {
    const { receipt } = readReceipt(text) ?? {};
    expect(receipt).toMatchObject({
      school: 'Oakfield Example School',
      address: 'https://handbell.example.org/s/oakfield',
      day: '2027-03-09',
      hour: '10:00 to 11:00',
      key,
    });
    expect(text.trim().split('\n')).toHaveLength(8);
    expect(receipt?.number).toMatch(/^[0-9a-f]{24}$/);
  });

  it('is good by itself and with the school’s key, also after a mail has changed its line ends', async () => {
    expect(await verifyReceipt(text)).toMatchObject({ ok: true });
    expect(await verifyReceipt(text, key)).toMatchObject({ ok: true });
    expect(await verifyReceipt(`Here it is:\r\n${text.replaceAll('\n', '\r\n')}\r\nBye`, key)).toMatchObject({
      ok: true,
    });
  });

  it('is not good with another school’s key, which signs with a key of its own', async () => {
    const other = await handbell.newSchool('another');
    const others = await handbell.services.worker.forSchool(other.id, 'public', async (work) =>
      receiptPublicKey(work),
    );
    expect(others).not.toBe(key);
    expect(await verifyReceipt(text, others)).toEqual({ ok: false, why: 'other-key' });
  });

  it('is not good when any sign of it is changed, and never breaks the check', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.trim().length - 1),
        fc.constantFrom('0', 'A', 'z', '\n', ':'),
        async (at, sign) => {
          const changed = text.slice(0, at) + sign + text.slice(at + 1);
          const found = await verifyReceipt(changed, key);
          return found.ok === (readReceipt(changed) !== undefined && changed === text);
        },
      ),
      { numRuns: 200, seed: 8 },
    );
    expect(await verifyReceipt('')).toEqual({ ok: false, why: 'no-receipt' });
  });

  it('of the first version, which held no hour, is still good', async () => {
    const old = [
      'HANDBELL RECEIPT 1',
      'School: Oakfield Example School',
      'Address: https://handbell.example.org/s/oakfield',
      'Day: 2027-03-09',
      'Number: 0123456789abcdef01234567',
    ];
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const first = `${[...old, `Key: ${String(publicKey.export({ format: 'jwk' }).x)}`].join('\n')}\n`;
    const signature = sign(null, Buffer.from(first), privateKey).toString('base64url');
    expect(await verifyReceipt(`${first}Signature: ${signature}\n`)).toMatchObject({ ok: true });
    expect(await verifyReceipt(`${first.replace('1\n', '2\n')}Signature: ${signature}\n`)).toMatchObject({
      ok: false,
    });
  });

  it('has the school’s key on a public page', async () => {
    expect((await handbell.visitor().get('/s/oakfield/receipts')).text).toContain(key);
  });
});
