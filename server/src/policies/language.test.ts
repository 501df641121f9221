import { readPolicyText } from '@handbell/policy';
import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';

const language = (text: string) => languageOf(readPolicyText(text, 'policy.txt').document);

describe('the language of a policy', () => {
  it('is Welsh where the text is Welsh, and otherwise British English', () => {
    expect(
      language(
        'Polisi grwpiau WhatsApp\n\nMae’r grwpiau ar gyfer rhieni yn y dosbarth.\n\nRhaid i bawb fod yn gwrtais wrth ysgrifennu, ac ni ddylai neb rannu lluniau gyda phobl eraill.',
      ),
    ).toBe('cy');
    expect(
      language(
        'Group policy\n\nParents should be kind to each other.\n\nThe school may send a letter (Llythyr).',
      ),
    ).toBe('en-GB');
    expect(language('Policy')).toBe('en-GB');
  });
});
