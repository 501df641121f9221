import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseSchool, caseSchool, decideWarning, openCase, toDecision, words } from '../../test/cases.ts';
import { startTestHandbell, type TestHandbell } from '../../test/handbell.ts';
import { letterContent } from '../letters/content.ts';
import { WORD_TYPE } from '../letters/issue.ts';
import { findLetter, type Letter } from '../letters/store.ts';
import { letterWord } from '../letters/word.ts';
import { schoolDay } from '../platform/clock.ts';
import { idSchema } from '../platform/ids.ts';

let handbell: TestHandbell;
let at: CaseSchool;
let page: string;
beforeAll(async () => {
  handbell = await startTestHandbell();
  at = await caseSchool(handbell, 'oakfield');
  const file = await openCase(at);
  await toDecision(at.handler, file);
  page = await decideWarning(at.head, file);
});
afterAll(() => handbell.stop());

const letterNow = (): Promise<Letter> =>
  handbell.services.worker.forSchool(at.school.id, 'staff:test', async (work) => {
    const found = await findLetter(work, idSchema<'letter'>().parse(page.split('/').at(-1)));
    if (!found) throw new Error('There is no such letter.');
    return found;
  });

/** The letter as a Word file in which some parts were changed. */
async function changedInWord(change: Readonly<Record<string, string>>): Promise<File> {
  const { kind, matter, sections } = await letterNow();
  const changed = sections.map((section) => ({ ...section, text: change[section.id] ?? section.text }));
  const day = schoolDay(handbell.clock.now());
  const bytes = await letterWord(letterContent(kind, matter, changed, day, { large: false }));
  return new File([new Uint8Array(bytes)], 'letter.docx', { type: WORD_TYPE });
}

const bring = (file: File) => at.head.post(`${page}/word`, { file }, `${page}/word`);
const hidden = (html: string): Record<string, string> =>
  Object.fromEntries(
    [...html.matchAll(/<input type="hidden" name="((?:part-|version|once)[^"]*)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [
        name,
        value.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&'),
      ],
    ),
  );

describe('a letter taken to Word and back', () => {
  it('shows what changed before anything is kept, and keeps it when asked', async () => {
    const download = await at.head.send(`${page}/draft.docx`);
    expect(
      Buffer.from(await download.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const seen = await bring(
      await changedInWord({ reasons: 'We decided this after we heard you.', again: 'We will be strict.' }),
    );
    expect(seen.status).toBe(200);
    expect(seen.text).toContain('<ins>');
    expect(words(seen.text)).toContain('so they stay as they were: If it happens again.');
    expect((await letterNow()).sections.find(({ id }) => id === 'reasons')?.text).not.toContain(
      'after we heard you',
    );
    const kept = await at.head.post(`${page}/edit`, hidden(seen.text));
    expect(kept.status).toBe(303);
    const text = words((await at.head.get(page)).text);
    expect(text).toContain('We decided this after we heard you.');
    expect(text).not.toContain('We will be strict.');
  });

  it('is checked again for what it must not hold, and can be put right on the page', async () => {
    const seen = await bring(await changedInWord({ reasons: 'Or we call the police.' }));
    expect(words(seen.text)).toContain('never uses them to press somebody');
    const refused = await at.head.post(`${page}/edit`, hidden(seen.text));
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Or we call the police.');
  });

  it.each([
    ['no document at all', new File(['Dear Alex'], 'letter.docx')],
    [
      'a document of something else',
      new File([new Uint8Array(zipSync({ 'xl/workbook.xml': strToU8('<w/>') }))], 'l.docx'),
    ],
  ])('turns %s away with what to do', async (_, file) => {
    const answer = await bring(file);
    expect(answer.status).toBe(422);
    expect(words(answer.text)).toContain('Nothing was changed. Download the letter again');
  });

  it('is nobody’s who may not write it', async () => {
    const stranger = await handbell.signIn(at.school, ['chair']);
    for (const path of ['/word', '/draft.docx'])
      expect((await stranger.get(`${page}${path}`)).status).toBe(404);
  });
});
