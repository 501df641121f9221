import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compound, latin, pdfFile, wordFile } from '../../../../packages/policy/test/files.ts';
import { startTestHandbell, type TestHandbell, type Visitor } from '../../../test/handbell.ts';
import { bringIn, policyFile, submit } from '../../../test/policy.ts';

let handbell: TestHandbell;
let office: Visitor;
beforeAll(async () => {
  handbell = await startTestHandbell();
  office = await handbell.signIn(await handbell.newSchool(), ['office']);
});
afterAll(() => handbell.stop());

const NEW = '/desk/policy/new';
const send = (file: File | undefined, text = '') => office.post(NEW, { text, ...(file && { file }) }, NEW);
const file = (name: string, bytes: Uint8Array) => new File([new Uint8Array(bytes)], name);
const locked = () =>
  readFileSync(new URL('../../../../packages/policy/fixtures/locked.pdf', import.meta.url));
const drafts = () => handbell.asOwner('select id from policy');

describe('bringing in a policy', () => {
  it('teaches what comes while there is none', async () => {
    const page = await office.get('/desk/policy');
    expect(page.text).toContain('No policy yet');
    expect(page.text).toContain('href="/desk/policy/new"');
  });

  it.each([
    ['empty', () => file('policy.txt', new Uint8Array()), 'There are no words in this file'],
    ['a spreadsheet', () => file('policy.docx', compound('Workbook')), 'This file is a spreadsheet'],
    ['a picture', () => file('policy.pdf', latin('GIF89a and more')), 'we cannot read words in a picture'],
    [
      'a program',
      () => file('policy.txt', Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 1, 2, 0, 0)),
      'This file is a program',
    ],
    [
      'damaged Word',
      () => file('policy.docx', wordFile('<w:document').subarray(0, 300)),
      'This file is damaged',
    ],
    ['damaged PDF', () => file('policy.pdf', latin('%PDF-1.7\nnothing more')), 'This file is damaged'],
    [
      'a PDF of pictures',
      () => file('policy.pdf', pdfFile('0 0 m 100 100 l S')),
      'holds only pictures of pages',
    ],
    ['locked', () => file('policy.pdf', locked()), 'This file is locked with a password'],
    [
      'over 20 MB',
      () => file('policy.txt', new Uint8Array(20 * 1024 * 1024 + 1).fill(97)),
      'larger than 20 MB',
    ],
  ])('tells on the page what is wrong with a file that is %s', async (_what, make, told) => {
    const answer = await send(make());
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(told);
    expect(answer.text).toContain('Nothing was changed.');
    expect(await drafts()).toEqual([]);
  });

  it('says at the form that a file is far over the limit, with what else was filled in', async () => {
    // As the page has them: the words stand after the file.
    const long = {
      file: file('policy.txt', new Uint8Array(30 * 1024 * 1024)),
      text: 'Parents should be kind.',
    };
    const answer = await office.post(NEW, long, NEW);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('This file is too large. Choose a smaller one');
    expect(answer.text).toContain('Parents should be kind.</textarea>');
    expect(await drafts()).toEqual([]);
  });

  it('asks for a file or words, and not for both', async () => {
    expect((await send(undefined)).text).toContain('Choose your policy’s file, or paste its words');
    const both = await send(policyFile('infant-school.txt'), 'Parents should be kind.');
    expect(both.status).toBe(422);
    expect(both.text).toContain('Choose a file or paste words, not both');
  });

  it('is not for somebody whose role does not include it', async () => {
    const school = await handbell.newSchool('other');
    const governor = await handbell.signIn(school, ['governor']);
    expect((await governor.get(NEW)).status).toBe(403);
    expect((await governor.post(NEW, { text: 'Parents should be kind.' }, '/desk/policy')).status).toBe(403);
    expect((await governor.get('/desk/policy')).text).not.toContain(NEW);
  });

  it.each(['infant-school.docx', 'infant-school.pdf', 'church-primary.txt'])(
    'reads %s, keeps the file, and shows what it found',
    async (name) => {
      const page = await bringIn(office, policyFile(name));
      const shown = await office.get(page);
      expect(shown.text).toContain('On the way into force');
      expect(shown.text).toContain('to settle');
      const original = await office.send(`${page}/original`);
      expect(original.headers.get('content-disposition')).toContain(name);
      const bytes = new Uint8Array(await original.arrayBuffer());
      expect(bytes).toEqual(new Uint8Array(await policyFile(name).arrayBuffer()));
      await submit(office, page, {}, `${page}/delete`);
      expect(await drafts()).toEqual([]);
    },
  );

  it('tells the powers of each policy apart: a ban only where the policy has it', async () => {
    const banned = await bringIn(office, policyFile('church-primary.txt'));
    expect((await office.get(banned)).text).toContain('The policy has this power');
    await submit(office, banned, {}, `${banned}/delete`);
    const milder = await bringIn(office, policyFile('infant-school.txt'));
    const { text } = await office.get(milder);
    expect(text).toContain('The policy does not have this power');
    expect(text).toContain('Expectation only');
    await submit(office, milder, {}, `${milder}/delete`);
  });

  it('takes pasted words, with markup in them shown as words', async () => {
    const hostile = '<script>alert(1)</script> & <img src=x onerror=alert(2)>';
    const text = `Group policy\n\nParents should not post ${hostile} in class groups.\n`;
    const answer = await send(undefined, text);
    expect(answer.status).toBe(303);
    const page = await office.get(answer.location);
    expect(page.text).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;img src=x onerror=alert(2)&gt;',
    );
    expect(page.text).not.toContain('<script>alert');
    expect((await office.get(`${answer.location}/original`)).status).toBe(404);
  });

  it('works on one version at a time', async () => {
    expect((await office.get(NEW)).text).toContain('You are working on version 1');
    const answer = await send(undefined, 'Parents should be kind.');
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('in work already');
    expect(await drafts()).toHaveLength(1);
  });

  it('takes the same form once', async () => {
    const school = await handbell.newSchool('twice');
    const head = await handbell.signIn(school, ['head']);
    const once = await head.token(NEW);
    const fields = { text: 'Group policy\n\nParents should be kind in groups.', once };
    const [first, second] = [await head.post(NEW, fields), await head.post(NEW, fields)];
    expect(second.location).toBe(first.location);
    expect(await handbell.asOwner('select id from policy where school_id = $1', [school.id])).toHaveLength(1);
  });

  it('shows nothing of another school’s draft', async () => {
    const [own] = await drafts();
    const stranger = await handbell.signIn(await handbell.newSchool('stranger'), ['office', 'head', 'admin']);
    expect((await stranger.get(`/desk/policy/${String(own?.id)}`)).status).toBe(404);
  });
});
