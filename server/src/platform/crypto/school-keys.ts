import { createSecretKey, hkdfSync, randomBytes } from 'node:crypto';
import type { SchoolId } from '../ids.ts';
import type { MasterKey } from './master-key.ts';
import { type Cell, openBytes, sealBytes } from './sealed.ts';

/**
 * What a sealed value is: identities have a key apart, so that reading content never yields who reported (S48); so have
 * legal advice, which is privileged, and what the safeguarding lead writes.
 */
export type SealPurpose = 'content' | 'identity' | 'privileged' | 'safeguarding';

/** One school's keys. Sealed text opens only with the same school, purpose, table, column and row. */
export interface SchoolKeys {
  seal(cell: Cell, text: string, purpose?: SealPurpose): Buffer;
  open(cell: Cell, sealed: Uint8Array, purpose?: SealPurpose): string;
  /** 32 bytes for another use of this school's (file identities, blind indexes): always the same ones, not to be changed. */
  derive(use: string): Buffer;
}

function wrappingCell(school: SchoolId): Cell {
  return { table: 'school_key', column: 'wrapped', row: school };
}

/** A fresh school key, wrapped by the master key for storage. */
export function newWrappedKey(master: MasterKey, school: SchoolId): Buffer {
  return sealBytes(master.derive('school keys'), wrappingCell(school), randomBytes(32));
}

/**
 * Unwraps a school's key.
 * @throws SealError when the master key is not the one it was wrapped with
 */
export function unwrapSchoolKeys(master: MasterKey, school: SchoolId, wrapped: Uint8Array): SchoolKeys {
  const secret = openBytes(master.derive('school keys'), wrappingCell(school), wrapped);
  const made = new Map<string, Buffer>();
  const derive = (use: string) => {
    const key = made.get(use) ?? Buffer.from(hkdfSync('sha256', secret, school, `handbell ${use} v1`, 32));
    made.set(use, key);
    return key;
  };
  const keyOf = (purpose: SealPurpose) => createSecretKey(derive(purpose));
  const keys = {
    content: keyOf('content'),
    identity: keyOf('identity'),
    privileged: keyOf('privileged'),
    safeguarding: keyOf('safeguarding'),
  };
  return {
    seal: (cell, text, purpose = 'content') => sealBytes(keys[purpose], cell, Buffer.from(text, 'utf8')),
    open: (cell, sealed, purpose = 'content') => openBytes(keys[purpose], cell, sealed).toString('utf8'),
    derive,
  };
}
