import { hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError } from '../config/load.ts';

/** 32 secret bytes from which every other key of this installation is derived or wrapped. */
export interface MasterKey {
  /**
   * A key for one purpose: HKDF-SHA-256 (RFC 5869) with the purpose as its info. Always the same bytes, not to be
   * changed.
   */
  derive(purpose: string): Buffer;
}

const KEY_BYTES = 32;

/**
 * Makes a master key from its text form.
 * @param encoded 32 bytes in base64url
 */
export function masterKey(encoded: string): MasterKey {
  const secret = Buffer.from(encoded, 'base64url');
  if (secret.length !== KEY_BYTES) {
    throw new ConfigError(
      'The master key is damaged: it must be 32 bytes in base64url. Restore it from your backup.',
    );
  }
  const made = new Map<string, Buffer>();
  return {
    derive: (purpose) => {
      const key =
        made.get(purpose) ?? Buffer.from(hkdfSync('sha256', secret, '', `handbell ${purpose} v1`, KEY_BYTES));
      made.set(purpose, key);
      return key;
    },
  };
}

/**
 * The master key of an installation: from the setting, else from `secrets/master.key` in the data folder, which is
 * made at first start. Without this key nothing encrypted can be read again.
 * @param given the setting HANDBELL_MASTER_KEY
 * @param dataFolder the setting HANDBELL_DATA
 */
export function openMasterKey(given: string | undefined, dataFolder: string): MasterKey {
  if (given) return masterKey(given);
  const path = join(dataFolder, 'secrets', 'master.key');
  if (!existsSync(path)) {
    // The database's own account must be able to pass through the data folder, but not into this one.
    mkdirSync(dataFolder, { recursive: true });
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    writeFileSync(path, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 });
    chmodSync(path, 0o600);
  }
  return masterKey(readFileSync(path, 'utf8').trim());
}
