import type { Letters } from '../header/letters.ts';

// Letters and words by which a chat shows its language, without loading any table. They stand in notices and in what
// replaces media and files, so a chat shows several of them.
const SIGNS: readonly (readonly [code: string, sign: RegExp])[] = [
  ['de', /Ende-zu-Ende|ausgeschlossen>|weggelassen|hinzugefügt|angehängt|verlassen|gelöscht|bearbeitet>/],
  [
    'es',
    /extremo a extremo|omitido|omitida|añadió|agregó|salió|archivo adjunto|<adjunto:|eliminó|Eliminaste|editó/,
  ],
  [
    'fr',
    /bout en bout|omis>|absente|fichier joint|pièce jointe|a ajouté|a quitté|est parti|supprimé|modifié>/,
  ],
  ['it', /crittografia|crittografati|omess|allegato|ha aggiunto|ha abbandonato|eliminato|modificato>/],
  ['pt', /ponta a ponta|ponto a ponto|oculta>|omitid|anexado|adicionou|saiu|apagada|editada>|ficheiro/],
  ['nl', /end-to-end versleuteld|weggelaten|bijgevoegd|toegevoegd|verlaten|verwijderd|bewerkt>/],
  ['pl', /zaszyfrowane|pominięt|załącz|dodał|opuścił|usunięta|grup/],
  ['ro', /criptare|criptate|omis|atașa|adăugat|ieșit|șters/],
  ['tr', /uçtan uca|atlanmış>|edilmedi|eklendi|ayrıldı|silindi|düzenlendi|dosya ekli/],
  ['ar', /[\u0621-\u064a]{3}/],
  ['ur', /[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]/],
  ['bn', /[\u0985-\u09b9]{2}/],
  ['hi', /[\u0905-\u0939]{2}/],
  ['ru', /[\u0430-\u044f]{4}/],
];

/** Bytes at either end of a chat that are looked at for its language. */
const SAMPLE = 16_000;
const ENGLISH = /omitted|end-to-end encrypted|\(file attached\)|<attached:|This message was/;

/**
 * Codes of the languages whose tables a chat needs besides English, by what it shows and by the caller's hint. Where
 * nothing is recognised, all of them.
 * @param letters the chat
 * @param locale the caller's hint
 */
export function languagesNeeded(letters: Letters, locale?: string): readonly string[] {
  const sample = letters.ends(SAMPLE);
  const hinted = locale?.split('-', 1)[0]?.toLowerCase();
  const needed = SIGNS.filter(([code, sign]) => code === hinted || sign.test(sample)).map(([code]) => code);
  const isEnglish = needed.length === 0 && ENGLISH.test(sample);
  if (isEnglish) return [];
  return needed.length === 0 ? [...SIGNS.map(([code]) => code), 'mul'] : [...needed, 'mul'];
}
