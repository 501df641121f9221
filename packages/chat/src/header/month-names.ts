// Languages whose month names are looked for in headers that spell the month. The names come from the engine's own
// Unicode CLDR data, so none is typed in here.
const LANGUAGES =
  'en de es fr it pt nl pl ro tr cy ru uk id ms sv da nb fi cs sk hu hr el bg ar ur hi bn fa he vi sw ca sq am hy bs my et ka gu ha ga kn kk km ky lo lv lt mk ml mr mn ne pa sd si sl so ta te th uz zu eu be sr gl af is';

let table: Map<string, number> | null = null;

function key(word: string): string {
  return word.normalize('NFC').toLowerCase().replace(/\.$/, '');
}

function build(): Map<string, number> {
  const names = new Map<string, number>();
  for (const language of LANGUAGES.split(' ')) {
    for (const month of ['short', 'long'] as const) {
      for (const withDay of [false, true]) {
        const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory-nu-latn`, {
          month,
          ...(withDay ? { day: 'numeric' } : {}),
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
