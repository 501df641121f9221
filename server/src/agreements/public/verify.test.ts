import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agree, type Typed } from '../../../test/agreement.ts';
import { startTestHandbell, type TestHandbell, type Visitor } from '../../../test/handbell.ts';
import { withPolicy } from '../../../test/policy.ts';

let handbell: TestHandbell;
let office: Visitor;
const HOME = '/s/oak';
const BASE = `${HOME}/agree`;
beforeAll(async () => {
  handbell = await startTestHandbell();
  office = await withPolicy(handbell, await handbell.newSchool('oak'));
  await withPolicy(handbell, await handbell.newSchool('elm'));
});
afterAll(() => handbell.stop());

async function certificateOf(visitor: Visitor, code: string): Promise<string> {
  const opened = await visitor.post(`${BASE}/yours/open`, { code, go: 'certificate.pdf' });
  const response = await visitor.send(opened.location);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect(Buffer.from(bytes).toString('latin1')).toMatch(/pdfuaid:part>1</);
  const { items } = await (await (await getDocumentProxy(bytes)).getPage(1)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

/** Signs, and gives the receipt code, the words of the certificate and the code on it. */
async function certified(typed: Typed) {
  const visitor = handbell.visitor();
  const { code: receipt } = await agree(visitor, HOME, typed);
  const words = await certificateOf(visitor, receipt);
  const code = /Code:\s+(\w{4}-\w{4}-\w{4})/.exec(words)?.[1] ?? '';
  return { visitor, receipt, words, code };
}

describe('a certificate', () => {
  it('tells what was signed, when and how, with a code of its own', async () => {
    const { words, code, receipt } = await certified({ name: 'Zoë Certified #x', childClass: 'Oak' });
    for (const said of ['Zoë Certified #x', 'Oak', 'Tuesday 9 March 2027', 'British English', 'page'])
      expect(words).toContain(said);
    expect(words).toContain(`/s/oak/verify/${code}`);
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    expect(words).not.toContain(receipt);
  });

  it('has the same code when it is made again, and the office can make it too', async () => {
    const { visitor, receipt, code } = await certified({ name: 'Again Please' });
    expect(await certificateOf(visitor, receipt)).toContain(code);
    const found = await office.post('/desk/agreements/find', { name: 'Again Please' });
    const one = /href="(\/desk\/agreements\/one\/[^"]+)"/.exec(found.text)?.[1] ?? '';
    expect((await office.send(`${one}/certificate.pdf`)).headers.get('content-type')).toBe('application/pdf');
    expect(await handbell.asOwner('select 1 from agreement_certificate')).toHaveLength(2);
  });
});

describe('the page that checks certificates', () => {
  it('says that one is genuine, and tells no more than whoever holds it has', async () => {
    const { code } = await certified({ name: 'Vera Fied', childClass: 'Elm', relationship: 'Aunt' });
    const visitor = handbell.visitor();
    const { text } = await visitor.get(`${HOME}/verify/${code}`);
    expect(text).toContain('This certificate is genuine');
    expect(text).toContain('Tuesday 9 March 2027 at 10am');
    for (const hidden of ['Vera', 'Elm', 'Aunt']) expect(text).not.toContain(hidden);
    expect(text).toContain('noindex');
    const compare = (name: string) =>
      visitor.post(`${HOME}/verify/${code}/name`, { name }, `${HOME}/verify/${code}`);
    expect((await compare(' vera  fied')).text).toContain('is the name on our record');
    const wrong = await compare('Nora Fied');
    expect(wrong.text).toContain('is not the name on our record');
    expect(wrong.text).not.toContain('Vera');
  });

  it('does not tell a later withdrawal: a certificate made after it does', async () => {
    const { visitor, receipt, code } = await certified({ name: 'Wanda Withdraws' });
    const before = (await visitor.get(`${HOME}/verify/${code}`)).text;
    const opened = await visitor.post(`${BASE}/yours/open`, { code: receipt, go: 'withdraw' });
    await visitor.post(`${BASE}/yours/withdraw`, { code: receipt }, opened.location);
    const after = (await visitor.get(`${HOME}/verify/${code}`)).text;
    const facts = (text: string) => /<dl.*<\/dl>/s.exec(text)?.[0];
    expect(facts(after)).toBe(facts(before));
    const words = await certificateOf(visitor, receipt);
    expect(words).toContain('Withdrawn');
    const second = /Code:\s+(\w{4}-\w{4}-\w{4})/.exec(words)?.[1] ?? '';
    expect(second).not.toBe(code);
    expect((await visitor.get(`${HOME}/verify/${second}`)).text).toContain('Withdrawn');
  });

  it('knows no receipt code, no made-up code and no code of another school', async () => {
    const { receipt, code } = await certified({ name: 'Someone' });
    const visitor = handbell.visitor();
    for (const path of [`oak/verify/${receipt}`, 'oak/verify/2222-2222-2222', `elm/verify/${code}`]) {
      expect((await visitor.get(`/s/${path}`)).text).toContain('We do not know this certificate');
    }
  });

  it('takes a code by hand, and stops whoever tries many', async () => {
    const { code } = await certified({ name: 'By Hand' });
    const visitor = handbell.visitor();
    await handbell.asOwner('delete from rate_limit');
    const typed = await visitor.post(`${HOME}/verify`, { code: code.toLowerCase() }, `${HOME}/verify`);
    expect(typed.location).toBe(`${HOME}/verify/${code}`);
    const statuses: number[] = [];
    for (let at = 0; at < 12; at += 1) statuses.push((await visitor.get(`${HOME}/verify/222${at}`)).status);
    expect(statuses[0]).toBe(200);
    expect(statuses.at(-1)).toBe(429);
    await handbell.asOwner('delete from rate_limit');
  });

  it('confirms nothing of a record that was changed past Handbell', async () => {
    const { code } = await certified({ name: 'Tampered With' });
    await handbell.asOwner('alter table agreement disable trigger all');
    await handbell.asOwner(
      `update agreement set signed_on = '2020-01-01' where id in
       (select agreement_id from agreement_certificate order by issued_at desc, agreement_id desc limit 1)`,
    );
    await handbell.asOwner('alter table agreement enable trigger all');
    const { text } = await handbell.visitor().get(`${HOME}/verify/${code}`);
    expect(text).toContain('We cannot confirm this certificate');
    expect(text).not.toContain('genuine');
  });
});
