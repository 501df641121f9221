import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const manifestSchema = z.record(
  z.string(),
  z.object({
    file: z.string(),
    imports: z.array(z.string()).optional(),
    isEntry: z.boolean().optional(),
    src: z.string().optional(),
  }),
);

type Manifest = z.infer<typeof manifestSchema>;

/** Gives the address of a built file by its plain name (`public.css`, `export-reader.js`, `handbell.svg`). */
export type Assets = (name: string) => string;

/** A built file was asked for that the build did not make, or nothing was built at all. */
export class AssetMissing extends Error {
  override readonly name = 'AssetMissing';
}

// `src/ui` and `dist/ui` lie equally deep in the server's folder, so one relative address serves both.
const builtManifest = fileURLToPath(new URL('../../public/assets/manifest.json', import.meta.url));

/**
 * Reads the build's manifest when the first address is asked for.
 * @param manifestPath the `manifest.json` that the browser build wrote
 * @param base where the folder above `assets/` is served from
 * @returns a function from plain name to address; it throws {@link AssetMissing} when the file was not built
 */
export function createAssets(manifestPath: string = builtManifest, base = '/'): Assets {
  let known: ReadonlyMap<string, string> | undefined;
  return (name) => {
    known ??= index(readManifest(manifestPath));
    const file = known.get(name);
    if (file === undefined) {
      throw new AssetMissing(
        `The browser build has no "${name}". It has: ${[...known.keys()].sort().join(', ')}. Run "npm run build" again after adding a file.`,
      );
    }
    return base + file;
  };
}

/** The address of a file of this build; see {@link createAssets}. */
export const asset: Assets = createAssets();

function readManifest(path: string): Manifest {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AssetMissing(
      `The styles and scripts are not built: ${path} is not there. Run "npm run build" first.`,
      {
        cause,
      },
    );
  }
  return manifestSchema.parse(JSON.parse(text));
}

function index(manifest: Manifest): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [key, entry] of Object.entries(manifest)) {
    if (key.startsWith('_')) continue;
    names.set(plainName(entry.src ?? key), entry.file);
  }
  return names;
}

function plainName(source: string): string {
  const name = source.slice(source.lastIndexOf('/') + 1);
  return name.replace(/\.scss$/, '.css').replace(/\.tsx?$/, '.js');
}
