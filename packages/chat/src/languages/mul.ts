import { attached, calls, deleted, fileAttached, labels } from './mul/fixed.ts';
import { notices, tells } from './mul/notices.ts';
import { omitted } from './mul/omitted.ts';
import type { LanguageTable } from './table.ts';

/** The rest of the languages: what stands in place of media, deletions, calls and encryption, but no notices about people. */
export const mul: LanguageTable = {
  code: 'mul',
  source:
    'The tables of whats_json, which come from the iOS Localizable.strings and the Android strings.xml.',
  leads: 'nota',
  media:
    /m[eé]dia|m[ií]dia|multimed|мед[иі]|μέσ|मीडिया|মিডিয়া|میڈیا|وسائط|رسانه|מדיה|媒[體体]|メディア|미디어|ficheiro|archivo|fichier|fișier/i,
  notices,
  tells,
  you: [],
  and: [],
  omitted,
  attached,
  fileAttached,
  deleted,
  edited: [],
  calls,
  labels,
};
