import { ENGINE_LANGUAGES } from './engine-languages.ts';

let table: Map<string, number> | null = null;

function key(word: string): string {
  return word.normalize('NFC').toLowerCase().replace(/\.$/, '');
}

function build(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of ENGINE_LANGUAGES) {
    for (const month of ['short', 'long'] as const) {
      for (const day of ['numeric', undefined] as const) {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
          month,
          day,
          timeZone: 'UTC',
        });
        for (let index = 0; index < 12; index += 1) {
          const parts = format.formatToParts(Date.UTC(2021, index, 15));
          const name = parts.find((part) => part.type === 'month')?.value;
          if (name !== undefined && !names.has(key(name))) names.set(key(name), index + 1);
        }
      }
    }
  }
  names.set('sept', 9);
  return names;
}

/**
 * Number of a month, 1 to 12, from its name or its short form in any of the languages known here; 0 for other words.
 * @param word one word, with or without a full stop
 */
export function monthOf(word: string): number {
  table ??= build();
  return table.get(key(word)) ?? 0;
}
