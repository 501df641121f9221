import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseSchool,
  caseSchool,
  decideWarning,
  issue,
  must,
  openCase,
  send,
  toDecision,
  words,
} from '../../../test/cases.ts';
import { startTestHandbell, type TestHandbell } from '../../../test/handbell.ts';
import { dayFields } from '../../../test/policy.ts';
import { idSchema } from '../../platform/ids.ts';
import { makePage, setMailAgreed } from '../../subject/page-store.ts';
import { DOCUMENT_KINDS } from '../rules.ts';
import { wholeWording, wordingFaults } from './check.ts';

const PAGE = '/desk/letters/templates/warning';
const own = (id: string, text: string) => ({ [id]: { heading: 'A heading of our own', text } });

describe('a school’s own words', () => {
  it.each(DOCUMENT_KINDS)('Handbell’s own of %s could be saved as they are', (kind) => {
    expect(wordingFaults(kind, wholeWording(kind, {}))).toEqual({});
  });
  it.each([
    ['facts', 'About {what and day}.', 'Keep {facts} in this part.'],
    ['facts', '{facts} {what and day} {colour of eyes}', 'There is no field {colour of eyes}.'],
    ['facts', '{facts} {what and day} {', 'one bracket {'],
    ['facts', ' ', 'Write this part'],
    ['facts', `{facts} {what and day} ${'x'.repeat(4000)}`, '4,000 characters or fewer'],
    ['facts', '{facts} {what and day} We may call the police.', 'never uses them to press'],
    ['facts', '{facts} {what and day} It was malicious.', 'not why'],
    ['facts', '{facts} {what and day} Another parent told us.', 'who told the school'],
    ['again', 'We decide afresh.', 'Keep the sentence “We would speak with you again first'],
  ])('of %s are not kept as “%s”', (id, text, why) => {
    expect(wordingFaults('warning', own(id, text))[id]).toContain(why);
  });
  it('keep headings apart from each other', () => {
    const twice = { reasons: { heading: 'What we found', text: '{reasons}' } };
    expect(wordingFaults('warning', twice).reasons).toContain('has this heading already');
    const none = { reasons: { heading: ' ', text: '{reasons}' } };
    expect(wordingFaults('warning', none).reasons).toContain('heading');
  });
});

describe('on the desk', () => {
  let handbell: TestHandbell;
  let at: CaseSchool;
  let letter: string;
  beforeAll(async () => {
    handbell = await startTestHandbell();
    at = await caseSchool(handbell, 'oakfield');
    const page = await openCase(at);
    await toDecision(at.handler, page);
    letter = await decideWarning(at.head, page);
  });
  afterAll(() => handbell.stop());

  const form = (text: string, from = '0') => ({
    from,
    reason: 'Our Board asked for plainer words.',
    'heading-expected': 'From now on',
    'part-expected': text,
  });
  const letterText = async () => words((await at.head.get(letter)).text);

  it('a part is put in own words, with who changed what and when, and begun letters keep theirs', async () => {
    await must(at.head, `${PAGE}/edit`, form('We ask you kindly: {expected}'));
    const list = words((await at.head.get('/desk/letters/templates')).text);
    expect(list).toMatch(/Warning\s+The parent a case is about\s+Your own/);
    const page = words((await at.head.get(PAGE)).text);
    expect(page).toMatch(/Version 1\s+9 March 2027\s+Hana Head\s+Our Board asked for plainer words\./);
    expect(page).toContain('We ask you kindly: Please keep words about people out of the group.');
    const version = (await at.head.get(`${PAGE}/versions/1`)).text;
    expect(version).toMatch(/<ins>We ask you kindly:<\/ins>/);
    expect(await letterText()).not.toContain('We ask you kindly');
  });

  it('a new letter begins with them, in the PDF too', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    const newer = await decideWarning(at.head, page);
    expect(words((await at.head.get(newer)).text)).toContain(
      'From now on We ask you kindly: Please keep words',
    );
    const pdf = await at.head.send(`${PAGE}/preview.pdf`);
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  });

  it('what must stay and what must not be said is refused on the page', async () => {
    const answer = await send(at.office, `${PAGE}/edit`, form('Or we call the police: {expected}', '1'));
    expect(answer.status).toBe(422);
    expect(words(answer.text)).toContain('never uses them to press somebody');
    expect(answer.text).toContain('Or we call the police');
    const lost = await send(at.office, `${PAGE}/edit`, form('Nothing.', '1'));
    expect(words(lost.text)).toContain('Keep {expected} in this part.');
  });

  it('of two who change it at once, the second is told', async () => {
    await must(at.head, `${PAGE}/edit`, form('Version two: {expected}', '1'));
    const late = await send(at.office, `${PAGE}/edit`, form('Version two again: {expected}', '1'));
    expect(late.status).toBe(409);
  });

  it('goes back to an earlier version and to Handbell’s own', async () => {
    await must(at.head, `${PAGE}/versions/1`, { from: '2', to: '1' }, `${PAGE}/back`);
    expect(words((await at.head.get(PAGE)).text)).toContain('We ask you kindly');
    await must(at.head, `${PAGE}/versions/0`, { from: '3', to: '0' }, `${PAGE}/back`);
    const page = words((await at.head.get(PAGE)).text);
    expect(page).toContain('It has Handbell’s words.');
    expect(page).toContain('Back to version 1');
    expect((await at.head.get(`${PAGE}/versions/9`)).status).toBe(404);
  });

  it('a letter keeps the words it was begun with, Handbell’s own too, whatever a later release says', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    const begun = await decideWarning(at.head, page);
    const kept = words((await at.head.get(begun)).text);
    // What the release says now is put in the place of what was kept: the letter follows what was kept.
    await at.handbell.asOwner('set session_replication_role = replica');
    await at.handbell.asOwner(
      `update letter_wording set parts = replace(parts::text, 'Why we are sending this', 'Why it was sent, in the first release')::jsonb
       where hash = (select begun_with from letter where id = $1)`,
      [begun.split('/').at(-1)],
    );
    await at.handbell.asOwner('set session_replication_role = origin');
    expect(kept).toContain('Why we are sending this');
    expect(words((await at.head.get(begun)).text)).toContain('Why it was sent, in the first release');
  });

  it('the line about interpreters has the languages that the school chose', async () => {
    await must(at.head, '/desk/letters/languages', { languages: ['pl', 'xx'] });
    const text = await letterText();
    expect(text).toContain('Polski');
    expect(text).not.toContain('Cymraeg');
  });

  it('a letter is signed, given, comes back, and is given again: all of it stays on record', async () => {
    const { text } = await at.head.get(letter);
    const letterVersion = /name="letterVersion" value="(\d+)"/.exec(text)?.[1] ?? '';
    await must(at.head, letter, { letterVersion, read: 'yes', sign: 'yes' }, `${letter}/issue`);
    const print = `/desk/letters/${letter.split('/').at(-1)}`;
    expect(words((await at.office.get(print)).text)).toContain('With the name of whoever issued it');
    await must(at.office, print, { how: 'post', ...dayFields('on', '2027-03-09') }, `${print}/given`);
    const early = await send(
      at.office,
      print,
      { why: 'gone-away', ...dayFields('back', '2027-03-08') },
      `${print}/returned`,
    );
    expect(words(early.text)).toContain('Choose a day from the day it was given');
    handbell.clock.advance({ days: 3 });
    const back = { why: 'gone-away', ...dayFields('back', '2027-03-12') };
    await must(at.office, print, back, `${print}/returned`);
    expect(words((await at.office.get('/desk/letters')).text)).toContain('To print and give');
    await must(at.office, print, { how: 'hand', ...dayFields('on', '2027-03-12') }, `${print}/given`);
    expect(words((await at.office.get(print)).text)).toMatch(
      /9 March 2027\s+By post, first class\s+.+?12 March 2027: They do not live there.+?12 March 2027\s+Handed over in person/,
    );
    expect((await send(at.office, print, back, `${print}/given`)).status).not.toBe(303);
  });

  it('a parent who agreed to mail is told that there is something, and reads it on their own page', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    const draft = await decideWarning(at.head, page);
    await issue(at.head, draft);
    const print = `/desk/letters/${draft.split('/').at(-1)}`;
    const none = await send(at.office, print, {}, `${print}/mailed`);
    expect(words(none.text)).toContain('did not agree to be told by mail');
    const id = page.split('/').at(-1) ?? '';
    await handbell.services.worker.forSchool(at.school.id, 'staff:test', async (work) => {
      const caseId = idSchema<'case'>().parse(id);
      await makePage(work, caseId);
      await setMailAgreed(work, caseId, true);
    });
    await must(at.office, print, {}, `${print}/mailed`);
    expect(words((await at.office.get(print)).text)).toContain('By email, because the parent agreed to that');
    const mails = await handbell.asOwner("select 1 from mail where kind = 'own-page-news'");
    expect(mails).toHaveLength(1);
  });

  it('signing and issuing without reading is refused', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    const draft = await decideWarning(at.head, page);
    const answer = await send(at.head, draft, { letterVersion: '1', sign: 'yes' }, `${draft}/issue`);
    expect(answer.status).toBe(422);
    await issue(at.head, draft);
  });
});
