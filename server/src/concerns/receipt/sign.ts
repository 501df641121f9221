import { createPrivateKey, createPublicKey, type KeyObject, randomBytes, sign } from 'node:crypto';
import { z } from 'zod';
import { hourOf, SCHOOL_ZONE } from '../../platform/clock.ts';
import type { SchoolKeys } from '../../platform/crypto/school-keys.ts';
import type { Work } from '../../platform/work.ts';
import type { School } from '../../schools/store.ts';
import { receiptText, signedText } from './format.ts';

/** What stands before the 32 secret bytes of an Ed25519 key in PKCS #8 (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

interface Pair {
  readonly secret: KeyObject;
  /** As base64url. */
  readonly shown: string;
}

const publicKey = z.object({ x: z.string() });
const made = new WeakMap<SchoolKeys, Pair>();

/** A school's own keys for receipts, derived from its key as all others are. */
function receiptKeys({ keys }: Work): Pair {
  const known = made.get(keys);
  if (known) return known;
  const key = Buffer.concat([PKCS8, keys.derive('receipt signing')]);
  const secret = createPrivateKey({ key, format: 'der', type: 'pkcs8' });
  const pair = { secret, shown: publicKey.parse(createPublicKey(secret).export({ format: 'jwk' })).x };
  made.set(keys, pair);
  return pair;
}

/** The public half, as base64url: what the school's page shows and every receipt carries. */
export function receiptPublicKey(work: Work): string {
  return receiptKeys(work).shown;
}

/**
 * A signed receipt of now. It holds the school, the day and the hour, and nothing that leads to the report or to anybody:
 * the number is drawn for it and kept nowhere.
 * @param school whom it was reported to
 * @param origin the address that people use
 */
export function newReceipt(work: Work, school: Pick<School, 'name' | 'slug'>, origin: string): string {
  const { secret, shown } = receiptKeys(work);
  const from = hourOf(work.now).toZonedDateTimeISO(SCHOOL_ZONE);
  const clock = (time: typeof from) => time.toPlainTime().toString({ smallestUnit: 'minute' });
  const receipt = {
    school: school.name,
    address: `${origin}/s/${school.slug}`,
    day: from.toPlainDate().toString(),
    hour: `${clock(from)} to ${clock(from.add({ hours: 1 }))}`,
    number: randomBytes(12).toString('hex'),
    key: shown,
  };
  return receiptText(receipt, sign(null, Buffer.from(signedText(receipt)), secret).toString('base64url'));
}
