import { type CipherKey, createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES;

/** Sealed bytes did not open: another key, another row, or altered. Nothing of the content is in the message. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

/** Which cell a sealed value belongs to. It is bound in as associated data: moved elsewhere, it does not open. */
export interface Cell {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

function associatedData(cell: Cell): Buffer {
  return Buffer.from(JSON.stringify([cell.table, cell.column, cell.row]), 'utf8');
}

/**
 * Seals bytes for one cell with AES-256-GCM (NIST SP 800-38D): version byte, 96-bit random nonce, ciphertext, tag.
 * @param key 32 bytes; as a key object when it is used often, which Node then need not make anew each time
 */
export function sealBytes(key: CipherKey, cell: Cell, plain: Uint8Array): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(associatedData(cell));
  return Buffer.concat([
    Buffer.of(VERSION),
    nonce,
    cipher.update(plain),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

/**
 * Opens what `sealBytes` made for the same cell.
 * @throws SealError when the key, the cell or a byte differs
 */
export function openBytes(key: CipherKey, cell: Cell, sealed: Uint8Array): Buffer {
  if (sealed.length < HEADER_BYTES + TAG_BYTES || sealed[0] !== VERSION) {
    throw new SealError(`${cell.table}.${cell.column}: not a sealed value.`);
  }
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, HEADER_BYTES))
    .setAAD(associatedData(cell))
    .setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEADER_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SealError(`${cell.table}.${cell.column}: the sealed value does not open here.`);
  }
}
