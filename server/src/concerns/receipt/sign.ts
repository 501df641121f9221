import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { z } from 'zod';
import { hourOf, SCHOOL_ZONE } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { currentSchool } from '../../schools/store.ts';
import { receiptText, signedText } from './format.ts';

/** What stands before the 32 secret bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** A school's own key for receipts, derived from its key as all others are. */
function receiptKey(work: Work): KeyObject {
  const key = Buffer.concat([PKCS8, work.keys.derive('receipt signing')]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

const publicKey = z.object({ x: z.string() });

/** The public half, as base64url: what the school's page shows and every receipt carries. */
export function receiptPublicKey(work: Work): string {
  return publicKey.parse(createPublicKey(receiptKey(work)).export({ format: 'jwk' })).x;
}

/**
 * A signed receipt of now. It holds the school, the day and the hour, and nothing that leads to the report or to anybody:
 * the number is drawn for it and kept nowhere.
 * @param origin the address that people use
 */
export async function newReceipt(work: Work, origin: string): Promise<string> {
  const school = await currentSchool(work);
  const from = hourOf(work.now).toZonedDateTimeISO(SCHOOL_ZONE);
  const clock = (time: typeof from) => time.toPlainTime().toString({ smallestUnit: 'minute' });
  const receipt = {
    school: school.name,
    address: `${origin}/s/${school.slug}`,
    day: from.toPlainDate().toString(),
    hour: `${clock(from)} to ${clock(from.add({ hours: 1 }))}`,
    number: randomBytes(12).toString('hex'),
    key: receiptPublicKey(work),
  };
  return receiptText(
    receipt,
    sign(null, Buffer.from(signedText(receipt)), receiptKey(work)).toString('base64url'),
  );
}
