import { settingsSchema } from './settings.ts';

/** The settings as text for `handbell serve --help`: a name, its meaning and its default a line. */
export function settingsHelp(): string {
  const rows = Object.entries(settingsSchema.shape).map(([name, schema]) => {
    const fallback = schema.safeParse(undefined);
    const note = fallback.success && fallback.data !== undefined ? ` [${String(fallback.data)}]` : '';
    return `  ${name.padEnd(20)} ${schema.description ?? ''}${note}`;
  });
  const file = '  HANDBELL_CONFIG      a JSON file holding any of the settings below; the environment wins';
  return ['Settings (environment variables):', file, ...rows].join('\n');
}
