import { unzipSync } from 'fflate';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { bringIn, policyFile, putThrough, submit, withPolicy } from '../../../test/policy.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
let visitor: Visitor;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool('oak');
  office = await withPolicy(handbell, school, policyFile('church-primary.txt'));
  visitor = handbell.visitor();
});
afterAll(() => handbell.stop());

async function bytesOf(path: string): Promise<Uint8Array> {
  const response = await visitor.send(path);
  expect(response.status).toBe(200);
  return new Uint8Array(await response.arrayBuffer());
}

async function pdfWords(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages = Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1));
  const texts = await Promise.all(pages.map(async (page) => (await (await page).getTextContent()).items));
  return texts
    .flat()
    .map((item) => ('str' in item ? item.str : ''))
    .join(' ');
}

describe('the policy in public', () => {
  it('says that there is none yet, and that one can still raise a concern', async () => {
    await handbell.newSchool('new');
    const page = await visitor.get('/s/new');
    expect(page.status).toBe(200);
    expect(page.text).toContain('has not published its policy');
    expect(page.text).toContain('href="/s/new/concern"');
    expect(page.text).not.toContain('/s/new/agree');
    expect((await visitor.get('/s/new/policy/1')).status).toBe(404);
  });

  it('shows nothing of a draft or of a version that is only adopted', async () => {
    const other = await handbell.newSchool('draft');
    await bringIn(await handbell.signIn(other, ['office']));
    expect((await visitor.get('/s/draft')).text).toContain('has not published its policy');
    for (const path of ['', '/policy.pdf', '/policy.docx', '/policy.txt', '/qr.svg']) {
      expect((await visitor.get(`/s/draft/policy/1${path}`)).status).toBe(404);
    }
  });

  it('shows the version in force with its three actions, its facts and every clause under its number', async () => {
    const { text, headers } = await visitor.get('/s/oak');
    for (const action of ['agree', 'concern', 'ask']) expect(text).toContain(`href="/s/oak/${action}"`);
    expect(text).toContain('Version 1, since Tuesday 9 March 2027');
    expect(text).toMatch(/Governor responsible.*Ada Example.*Head teacher.*Ada Example/s);
    expect(text).toContain('<span class="policy-ref">2.1</span>');
    expect(text).toContain('Ban the parent/carer from the school site.');
    expect(text).toMatch(/Some clauses are expectations.*href="#c\d+"/s);
    const [row] = await handbell.asOwner('select hash from policy where school_id = $1', [school.id]);
    expect(text).toContain(`<code>${String(row?.hash)}</code>`);
    expect(headers.get('cache-control')).toMatch(/^public, /);
    expect(text).not.toContain('noindex');
    // Only the browser's own voice needs one.
    expect(text.match(/<script[^>]*>/gu)?.map((tag) => /\/assets\/([a-z-]+)-/u.exec(tag)?.[1])).toEqual([
      'read-aloud',
    ]);
  });

  it('has every version ever in force at an address of its own, the old ones with a word at their head', async () => {
    const other = await handbell.newSchool('two');
    const staff = await withPolicy(handbell, other, policyFile('infant-school.txt'));
    const second = await bringIn(staff, policyFile('church-primary.txt'));
    await putThrough(staff, second);
    const old = await visitor.get('/s/two/policy/1');
    expect(old.text).toContain('This version is not in force any more');
    expect(old.text).toContain('noindex');
    expect(old.text).not.toContain('href="/s/two/agree"');
    expect(old.text).not.toContain('Ban the parent');
    const now = await visitor.get('/s/two/policy/2');
    expect(now.text).not.toContain('not in force any more');
    expect(now.text).toContain('href="/s/two/policy/1"');
    expect((await visitor.get('/s/two')).text).toContain('Ban the parent');
    expect((await visitor.send('/s/two/policy')).headers.get('location')).toBe('/s/two');
    for (const path of ['3', '0', '01', 'x', '-1', '1e3']) {
      expect((await visitor.get(`/s/two/policy/${path}`)).status).toBe(404);
    }
  });

  it('gives the version as PDF/UA-1, made once and the same ever after', async () => {
    const response = await visitor.send('/s/oak/policy/1/policy.pdf');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('cache-control')).toBe('public, max-age=86400');
    const first = new Uint8Array(await response.arrayBuffer());
    expect(Buffer.from(first).toString('latin1')).toMatch(/pdfuaid:part>1</);
    const again = await Promise.all([1, 2, 3].map(() => bytesOf('/s/oak/policy/1/policy.pdf')));
    for (const bytes of again) expect(bytes).toEqual(first);
    const rows = await handbell.asOwner(
      "select 1 from audit_entry where school_id = $1 and act = 'policy.printed'",
      [school.id],
    );
    expect(rows).toHaveLength(1);
    const words = await pdfWords(first);
    expect(words).toContain('Ada Example');
    expect(words).toContain('/s/oak/policy/1');
    expect(words).toContain('nothing changes for your child');
  });

  it('makes the PDF once when several ask for it first at the same time', async () => {
    const other = await handbell.newSchool('rush');
    await withPolicy(handbell, other);
    const [first, ...rest] = await Promise.all(
      [1, 2, 3, 4].map(() => bytesOf('/s/rush/policy/1/policy.pdf')),
    );
    for (const bytes of rest) expect(bytes).toEqual(first);
    const rows = await handbell.asOwner(
      "select 1 from file where school_id = $1 and type = 'application/pdf'",
      [other.id],
    );
    expect(rows).toHaveLength(1);
  });

  it('gives the version as a Word document, as text and as a picture to scan', async () => {
    const word = unzipSync(await bytesOf('/s/oak/policy/1/policy.docx'))['word/document.xml'];
    expect(new TextDecoder().decode(word)).toContain('Ban the parent/carer from the school site');
    const text = new TextDecoder().decode(await bytesOf('/s/oak/policy/1/policy.txt'));
    expect(text).toContain('Signed: Ada Example (Head teacher)');
    expect(new TextDecoder().decode(await bytesOf('/s/oak/policy/1/qr.svg'))).toMatch(/^<svg[^>]+>.*<path/s);
  });

  it('shows markup in clauses and names as words, on the page, in the PDF and in Word', async () => {
    const other = await handbell.newSchool('hostile');
    const staff = await handbell.signIn(other, ['office', 'head']);
    const bad = '<script>alert(1)</script> #panic("x") & $ * _';
    const file = new File(
      [`Group policy\n\nParents should not post ${bad} in class groups.\n\nSigned:\nHead teacher\n`],
      'p.txt',
    );
    const page = await bringIn(staff, file);
    await submit(staff, `${page}/change/title`, { title: `Title ${bad}` });
    await putThrough(staff, page);
    const shown = await visitor.get('/s/hostile');
    expect(shown.text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(shown.text).not.toContain('<script>alert');
    expect(await pdfWords(await bytesOf('/s/hostile/policy/1/policy.pdf'))).toContain(bad);
    const word = unzipSync(await bytesOf('/s/hostile/policy/1/policy.docx'))['word/document.xml'];
    expect(new TextDecoder().decode(word)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('says whom to ask, the most pressing first', async () => {
    const { text } = await visitor.get('/s/oak/ask');
    const order = [
      'tel:999',
      'Priya Nair',
      '/s/oak/concern',
      'admin@primary.example.org',
      'class teacher',
      'office@oakfield',
    ];
    const main = text.slice(text.indexOf('<main'), text.indexOf('<footer'));
    const places = order.map((words) => main.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
  });

  it.each(['accessibility', 'privacy'])('has a page about %s, for every school', async (name) => {
    const page = await visitor.get(`/s/oak/${name}`);
    expect(page.status).toBe(200);
    expect(page.text).toContain('Oakfield Example School');
    expect(page.text).toContain('office@oakfield.example.org');
  });

  it('is another school’s only at that school’s address', async () => {
    const paths = ['', '/policy/1', '/policy/1/policy.pdf'].map((path) => `/s/nowhere${path}`);
    for (const path of paths) expect((await visitor.get(path)).status).toBe(404);
    expect((await office.get('/desk/policy')).text).toContain('In force');
  });
});
