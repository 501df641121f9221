import { describe, expect, it } from 'vitest';
import { messagesOf } from './helpers.ts';

const LANGUAGES =
  `af sq am ar ar-EG ar-SA ar-AE hy az bn bs bg my ca zh-CN zh-TW zh-HK hr cs da nl nl-BE en-US en-GB en-AU en-CA en-IN
  en-ZA en-NZ en-IE en-SG et fil fi fr fr-CA fr-CH fr-BE gl ka de de-AT de-CH el gu ha he hi hu is id ga it it-CH ja kn kk km
  ko ky lo lv lt mk ms ml mr mn nb ne fa ps pl pt-BR pt-PT pa ro ru sr sd si sk sl so es-ES es-MX es-AR es-CO es-US es-CL sw sv
  ta te th tr uk ur uz vi cy zu eu be`.split(/\s+/);

/** Midnight, noon, a morning and an evening; one day is over 12 so that the order can be told. */
const MOMENTS = ['2024-03-09T18:04:32', '2024-03-25T00:04:32', '2024-04-02T12:30:01', '2024-04-13T08:15:59'];

// An export with the short date and the time as the engine's Unicode data prints them in a language.
function exportIn(language: string, hour12: boolean, ios: boolean): string {
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeZone: 'UTC' });
  const time = new Intl.DateTimeFormat(language, {
    timeStyle: ios ? 'medium' : 'short',
    hour12,
    timeZone: 'UTC',
  });
  return MOMENTS.map((at) => {
    const moment = new Date(`${at}Z`);
    const printed = `${date.format(moment)}, ${time.format(moment)}`;
    return ios ? `[${printed}] Ruth: hello\r\n` : `${printed} - Ruth: hello\n`;
  }).join('');
}

describe('short dates and times', () => {
  it.each(LANGUAGES)('of a phone set to %s', (language) => {
    for (const hour12 of [true, false]) {
      for (const ios of [true, false]) {
        const text = exportIn(language, hour12, ios);
        const found = messagesOf(text, { locale: language }).map(({ at, sender }) => [at, sender]);
        const wanted = MOMENTS.map((at) => [ios ? at : `${at.slice(0, 16)}:00`, 'Ruth']);
        expect(found, text).toEqual(wanted);
      }
    }
  });
});
