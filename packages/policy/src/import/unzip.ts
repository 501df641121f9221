import { unzipSync } from 'fflate';
import { PolicyImportError } from './errors.ts';

const MOST_ENTRIES = 4_000;
/** A policy's words and styles pack into far less; together the two limits bound both memory and time. */
const MOST_PACKED = 8 * 1024 * 1024;
const MOST_UNPACKED = 64 * 1024 * 1024;

/**
 * Unpacks the wanted parts of a zip. A part that holds more than its directory claims is cut at the claim.
 * @throws PolicyImportError `too-complex` when the parts are too many or too large, `corrupted` when the zip is broken
 */
export function unzipParts(bytes: Uint8Array, wanted: (name: string) => boolean): Record<string, Uint8Array> {
  let [entries, packed, unpacked] = [0, 0, 0];
  try {
    return unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (++entries > MOST_ENTRIES) throw new PolicyImportError('too-complex');
        if (!wanted(name)) return false;
        packed += size;
        unpacked += originalSize;
        if (packed > MOST_PACKED || unpacked > MOST_UNPACKED) throw new PolicyImportError('too-complex');
        return true;
      },
    });
  } catch (error) {
    throw error instanceof PolicyImportError ? error : new PolicyImportError('corrupted', { cause: error });
  }
}

/** The names in a zip's directory; nothing is unpacked. */
export function zipNames(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  unzipParts(bytes, (name) => {
    names.push(name);
    return false;
  });
  return names;
}
