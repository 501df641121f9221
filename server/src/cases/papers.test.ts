import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  ACCOUNT,
  type CaseSchool,
  caseSchool,
  decideWarning,
  must,
  openCase,
  press,
  type StaffVisitor,
  send,
  toDecision,
  words,
} from '../../test/cases.ts';
import { startTestHandbell, type TestHandbell } from '../../test/handbell.ts';
import { dayFields } from '../../test/policy.ts';
import { idSchema } from '../platform/ids.ts';
import { findCase } from './read.ts';
import { caseForSubject } from './subject-view.ts';

let handbell: TestHandbell;
let at: CaseSchool;
beforeAll(async () => {
  handbell = await startTestHandbell();
  at = await caseSchool(handbell, 'oakfield');
});
afterAll(() => handbell.stop());

const today = dayFields('on', '2027-03-09');

/** The words of a printed paper. */
async function paper(who: StaffVisitor, path: string): Promise<string> {
  const response = await who.send(path);
  expect(response.status, path).toBe(200);
  const document = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
  const { text } = await extractText(document, { mergePages: true });
  return text.replaceAll('\u200B', '').replaceAll(/\s+/g, ' ');
}

const link = (html: string, name: string) =>
  new RegExp(`href="([^"]*/${name}\\?paper=[^"]+)"`).exec(html)?.[1] ?? '';

describe('the record of a decision (D18)', () => {
  it('has every answer that the decision rests on, as PDF and in Word, and is nothing before there is one', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    expect((await at.head.get(`${page}/record.pdf`)).status).toBe(404);
    await decideWarning(at.head, page);
    const text = await paper(at.head, `${page}/record.pdf`);
    for (const part of [
      'In confidence',
      'The aim',
      'Like cases',
      'question about consistency',
      'Equality',
      '(decided)',
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('They declared that they have no interest in the case.');
    const word = await at.head.send(`${page}/record.docx`);
    expect(
      Buffer.from(await word.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
    const printed = await handbell.asOwner(
      "select detail from audit_entry where act = 'document.printed' and object = $1",
      [`case:${page.split('/').at(-1)}`],
    );
    expect(printed).toHaveLength(2);
  });
});

/** The height of the letters that most of a printed paper is set in. */
async function letterSize(who: StaffVisitor, path: string): Promise<number> {
  const response = await who.send(path);
  const document = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
  const heights = new Map<number, number>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) {
      if (!('str' in item)) continue;
      const height = Math.round(item.height * 2) / 2;
      heights.set(height, (heights.get(height) ?? 0) + item.str.length);
    }
  }
  return [...heights].toSorted(([, one], [, other]) => other - one)[0]?.[0] ?? 0;
}

describe('a printed paper', () => {
  it('comes in large print for whoever needs it', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    await decideWarning(at.head, page);
    const { text } = await at.head.get(page);
    expect(text).toContain(`${page}/record.pdf?print=large`);
    expect(await letterSize(at.head, `${page}/record.pdf`)).toBe(11.5);
    expect(await letterSize(at.head, `${page}/record.pdf?print=large`)).toBe(18);
  });
});

describe('the record of a referral (D16)', () => {
  it('tells who agreed, what was shared and what is expected, once it was made', async () => {
    const page = await openCase(at);
    await must(at.handler, `${page}/account`, { ...ACCOUNT, ...today });
    await press(at.handler, page, 'contact/start');
    const asked = {
      agency: 'police',
      grounds: ['threat'],
      facts: 'A message said that she would be waited for at the gate.',
      tried: ['conversation'],
      triedWords: 'He was spoken to twice and said that he meant it.',
      ...today,
    };
    const opinion = { ...asked, facts: 'In my opinion he is known for this.' };
    const refused = await send(at.handler, `${page}/referral`, opinion, `${page}/referral/prepare`);
    expect(words(refused.text)).toContain('take out opinions');
    await must(at.handler, `${page}/referral`, asked, `${page}/referral/prepare`);
    await must(at.head, `${page}/referral`, {}, `${page}/referral/approve`);
    expect((await at.handler.get(page)).text).not.toContain('referral.pdf');
    const made = {
      to: 'By phone to 101, log 417',
      shared: 'The message, its day, and who wrote it.',
      basis: 'To prevent a crime.',
      expected: 'They call back on Thursday.',
      told: 'no',
      toldWhy: 'They asked us not to.',
      hold: 'yes',
    };
    await must(at.handler, `${page}/referral`, made, `${page}/referral/make`);
    const text = await paper(at.handler, link((await at.handler.get(page)).text, 'referral.pdf'));
    for (const part of [
      'log 417',
      'Hana Head',
      'Hari Handler',
      'They call back on Thursday.',
      'The police have asked',
    ]) {
      expect(text).toContain(part);
    }
    expect((await at.chair.get(`${page}/referral.pdf`)).status).toBe(404);
  });
});

describe('a request for legal advice (D17)', () => {
  it('is printed for those on its list only, marked as privileged, and kept among no files', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    const request = Object.fromEntries(
      ['question', 'chronology', 'words', 'reach', 'harm', 'remedy', 'budget'].map((part) => [
        part,
        `The ${part} of the legal request in a sentence.`,
      ]),
    );
    const lacking = await send(at.head, `${page}/legal`, { source: 'own', ...request, harm: '' });
    expect(words(lacking.text)).toContain('Say what harm there is, or that you know of none');
    await must(at.head, `${page}/legal`, { source: 'own', ...request });
    const href = link((await at.head.get(`${page}/legal`)).text, 'legal.pdf');
    const [before] = await handbell.asOwner('select count(*)::int as files from file');
    const text = await paper(at.head, href);
    expect(text).toContain('Confidential and privileged');
    expect(text).toContain('The harm of the legal request in a sentence.');
    const [after] = await handbell.asOwner('select count(*)::int as files from file');
    expect(after).toEqual(before);
    expect((await at.handler.get(href)).status).toBe(404);
    expect(await paper(at.head, href.replace(/legal\.pdf.*/, 'legal.pdf?paper=x')).catch(() => 'none')).toBe(
      'none',
    );
  });
});

describe('a note of support (D15)', () => {
  const NOTE = {
    offered: 'A talk with the deputy head, and a colleague beside you at the gate.',
    contact: 'Hari Handler, 07700 900102',
    nextTold: 'Hari Handler speaks with you on Friday.',
  };
  it('goes to whom the words were about, and names neither the parent nor what was decided', async () => {
    const page = await openCase(at);
    await toDecision(at.handler, page);
    const form = (await at.handler.get(`${page}/support-note`)).text;
    const to = /name="to" type="radio" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const letter = await must(at.handler, `${page}/support-note`, { ...NOTE, to });
    const text = words((await at.handler.get(letter)).text);
    expect(text).toContain('Dear Miss Larch');
    expect(text).toContain('You do not have to answer, meet anybody');
    for (const offered of ['Alex Rowan is sorry.', 'The other parent was warned.']) {
      const named = await send(at.handler, `${letter}/edit`, { 'part-support': offered });
      expect(named.status, offered).toBe(422);
    }
    const { text: shown } = await at.handler.get(letter);
    const letterVersion = /name="letterVersion" value="(\d+)"/.exec(shown)?.[1] ?? '';
    await must(at.handler, letter, { letterVersion, read: 'yes', sign: 'yes' }, `${letter}/issue`);
    expect(words((await at.office.get('/desk/letters')).text)).toContain('Miss Larch');
    const id = idSchema<'case'>().parse(page.split('/').at(-1));
    const [whole, theirs] = await handbell.services.worker.forSchool(
      at.school.id,
      'staff:test',
      async (work) => [await findCase(work, id), await caseForSubject(work, id)],
    );
    expect(whole).toMatchObject({ letters: [{ kind: 'support-note', state: 'issued' }] });
    expect(theirs).toMatchObject({ letters: [] });
  });
});
