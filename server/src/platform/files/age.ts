import { bech32 } from '@scure/base';
import type { SchoolKeys } from '../crypto/school-keys.ts';

/**
 * A school's own identity in the age format (age-encryption.org/v1): `AGE-SECRET-KEY-1…`, an X25519 secret derived
 * from the school's key. Whoever holds it can open every file of the school with the ordinary age tool:
 * `age --decrypt --identity key.txt FILE.age`.
 */
export function ageIdentity(keys: SchoolKeys): string {
  return bech32.encodeFromBytes('AGE-SECRET-KEY-', keys.derive('file identity')).toUpperCase();
}

/** The age library takes 20 MB of memory, so it is loaded with the first file. */
const age = () => import('age-encryption');

/** Encrypts bytes to a school's identity, in the binary age format. */
export async function ageEncrypt(keys: SchoolKeys, plain: Uint8Array): Promise<Uint8Array> {
  const { Encrypter, identityToRecipient } = await age();
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(ageIdentity(keys)));
  return encrypter.encrypt(plain);
}

/**
 * Opens what `ageEncrypt` made for the same school.
 * @throws an error of the age library when a byte differs or the key is another one
 */
export async function ageDecrypt(keys: SchoolKeys, encrypted: Uint8Array): Promise<Uint8Array> {
  const { Decrypter } = await age();
  const decrypter = new Decrypter();
  decrypter.addIdentity(ageIdentity(keys));
  return decrypter.decrypt(encrypted);
}
