import { readFileSync } from 'node:fs';
import { type Settings, settingNames, settingsSchema } from './settings.ts';

/** A setting is wrong: the one line says which, why and what to do. The start stops with it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

function fromFile(path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new ConfigError(
      `HANDBELL_CONFIG: the file ${path} cannot be read. Check its path and permissions.`,
    );
  }
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) {
      return Object.fromEntries(Object.entries(parsed).map(([name, value]) => [name, scalar(value)]));
    }
  } catch {
    // Told below, together with every other shape that is not an object.
  }
  throw new ConfigError(
    `HANDBELL_CONFIG: ${path} is not a JSON object of settings. See "handbell serve --help".`,
  );
}

/** Settings are text in the environment; a file may write numbers and switches plainly. */
function scalar(value: unknown): unknown {
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

/**
 * Reads and checks the settings. The environment wins over the file.
 * @param environment usually `process.env`
 * @returns the settings, with defaults filled in
 * @throws ConfigError with one clear line when a value is wrong or a name in the file is unknown
 */
export function loadSettings(environment: Environment): Settings {
  const file = environment.HANDBELL_CONFIG ? fromFile(environment.HANDBELL_CONFIG) : {};
  const named = settingNames.flatMap((name) => (environment[name] ? [[name, environment[name]]] : []));
  const result = settingsSchema.safeParse({ ...file, ...Object.fromEntries(named) });
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  const where = issue?.path.join('.') || 'HANDBELL_CONFIG';
  throw new ConfigError(
    `${where}: ${issue?.message ?? 'not valid'}. Run "handbell serve --help" for what it takes.`,
  );
}
