import { unzipSync } from 'fflate';
import { ImportFault } from './fault.ts';

/** The most that is unpacked. */
export const ZIP_LIMITS = { entries: 1000, total: 64 * 1024 * 1024 } as const;

const broken = () =>
  new ImportFault(
    'This file is a zip that cannot be opened: it is damaged, or did not arrive whole.',
    'Save it again from the program it came from, and send that.',
  );

/** Whether bytes begin as a zip does. Excel files are zips too. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/**
 * The names of the files in a zip, without unpacking any.
 * @throws ImportFault when it is no whole zip, or says that it holds more than is taken
 */
export function listZip(bytes: Uint8Array): readonly string[] {
  const names: string[] = [];
  let total = 0;
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        names.push(name);
        total += originalSize;
        return false;
      },
    });
  } catch {
    throw broken();
  }
  if (names.length > ZIP_LIMITS.entries || total > ZIP_LIMITS.total) {
    throw new ImportFault(
      `This file unpacks to more than ${ZIP_LIMITS.total / (1024 * 1024)} MB or ${ZIP_LIMITS.entries} files.`,
      'Send the list of people alone, without other files.',
    );
  }
  return names;
}

/**
 * Unpacks the named files of a zip that `listZip` has looked through. None can become longer than the zip said.
 * @throws ImportFault when one is damaged
 */
export function unpack(bytes: Uint8Array, names: ReadonlySet<string>): ReadonlyMap<string, Uint8Array> {
  const sizes = new Map<string, number>();
  let files: Readonly<Record<string, Uint8Array>>;
  try {
    files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (names.has(name)) sizes.set(name, originalSize);
        return names.has(name);
      },
    });
  } catch {
    throw broken();
  }
  for (const [name, size] of sizes) if (files[name]?.length !== size) throw broken();
  return new Map(Object.entries(files));
}
