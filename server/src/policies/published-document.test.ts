import { readPolicyText } from '@handbell/policy';
import { describe, expect, it } from 'vitest';
import { newId } from '../platform/ids.ts';
import { publishedDocument } from './published-document.ts';

const text = (title: string) =>
  JSON.stringify(readPolicyText(`${title}\n\nParents must not:\n\n- swear.\n`, 'Policy').document);

describe('the document of a published version', () => {
  it('is read once for a school and a hash, and never given to another', () => {
    const [school, other] = [newId<'school'>(), newId<'school'>()];
    const first = publishedDocument(school, 'one', text('One'));
    expect(publishedDocument(school, 'one', text('One'))).toBe(first);
    expect(publishedDocument(school, 'two', text('Two')).source).toContain('Two');
    expect(publishedDocument(other, 'one', text('Theirs')).source).toContain('Theirs');
  });

  it('is read again once many others were used since', () => {
    const school = newId<'school'>();
    const first = publishedDocument(school, 'first', text('First'));
    for (let at = 0; at < 70; at += 1) publishedDocument(school, `later ${at}`, text('Later'));
    const again = publishedDocument(school, 'first', text('First'));
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });
});
