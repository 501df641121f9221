import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { bringIn, dayFields, placesOn, policyFile, settleAll, submit } from '../../../test/policy.ts';
import { NO_SERVER } from '../../platform/mail/sent-words.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
let page: string;
let place: string;
let count = 0;
beforeAll(async () => {
  handbell = await startTestHandbell();
});
beforeEach(async () => {
  count += 1;
  handbell.clock.set('2027-03-09T10:00:00Z');
  school = await handbell.newSchool(`signed-${count}`);
  office = await handbell.signIn(school, ['office']);
  page = await bringIn(office, policyFile('church-primary.txt'));
  await settleAll(office, page);
  const on = dayFields('on', '2027-03-01');
  await submit(office, `${page}/approve`, { by: 'the Head teacher', ...on });
  await submit(office, `${page}/adopt`, { body: 'the Board', how: 'board', ...on });
  place = (await placesOn(office, page))[0] ?? '';
});
afterAll(() => handbell.stop());

async function newLink(): Promise<string> {
  const form = `${place}/link`;
  const made = await office.post(form, { email: '', go: 'copy' }, form);
  expect(made.status).toBe(303);
  const { text } = await office.get(form);
  return new URL(/<code>([^<]+\/sign\/[^<]+)<\/code>/.exec(text)?.[1] ?? 'x:').pathname;
}

describe('a personal link to sign by', () => {
  it('needs no account, shows the words and their fingerprint, and signs once', async () => {
    const link = await newLink();
    const governor = handbell.visitor();
    const shown = await governor.get(link);
    expect(shown.text).toContain('Sign as');
    expect(shown.text).toContain('a political platform');
    expect(shown.text).toMatch(/[0-9a-f]{64}/);
    const empty = await governor.post(link, { name: '' }, link);
    expect(empty.text).toContain('Enter your full name');
    const signature = { name: 'Ġwen <i>Governor</i>', confirm: 'yes' };
    const tokens = [await governor.token(link), await governor.token(link)] as const;
    const both = await Promise.all(tokens.map((once) => governor.post(link, { ...signature, once })));
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const after = (await governor.get(link)).text;
    expect(after).toContain('The policy is signed');
    expect(after).toContain('Ġwen &lt;i&gt;Governor&lt;/i&gt;');
    expect((await office.get(page)).text).toContain('on screen, by a personal link');
    const facts = await handbell.asOwner(
      "select actor, detail from audit_entry where school_id = $1 and act = 'policy.signed'",
      [school.id],
    );
    expect(facts).toMatchObject([{ actor: 'public', detail: { method: 'link' } }]);
    expect((await office.get(`${place}/link`)).status).toBe(404);
  });

  it('is mailed to one person, and never stands in the database as it is', async () => {
    const form = `${place}/link`;
    expect((await office.post(form, { email: '', go: 'mail' }, form)).text).toContain(
      'Enter their mail address',
    );
    await office.post(form, { email: 'gov@home.example.org', go: 'mail' }, form);
    expect((await office.get(form)).text).toContain(NO_SERVER);
    const mails = await handbell.asOwner(
      "select 1 from mail where school_id = $1 and kind = 'policy-sign-link'",
      [school.id],
    );
    expect(mails).toHaveLength(1);
  });

  it('stops working when it is replaced, runs out, or the words are taken back', async () => {
    const [old, link] = [await newLink(), await newLink()];
    expect((await handbell.visitor().get(old)).status).toBe(410);
    handbell.clock.set('2027-03-24T10:00:00Z');
    expect((await handbell.visitor().get(link)).status).toBe(410);
    handbell.clock.set('2027-03-10T10:00:00Z');
    expect((await handbell.visitor().get(link)).status).toBe(200);
    await submit(office, page, {}, `${page}/reopen`);
    expect((await handbell.visitor().get(link)).status).toBe(410);
    expect((await handbell.visitor().get(`/s/${school.slug}/sign/${'x'.repeat(32)}`)).status).toBe(410);
  });

  it('is made only by who records adoptions', async () => {
    const governor = await handbell.signIn(school, ['governor']);
    expect((await governor.get(`${place}/link`)).status).toBe(403);
  });
});

describe('a signature on paper', () => {
  it('is kept with its scan, drawn afresh and sealed, for those who record adoptions', async () => {
    const jpeg = await sharp({ create: { width: 200, height: 280, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer();
    const form = `${place}/paper`;
    const fields = { name: 'Gus Governor', ...dayFields('on', '2027-03-02') };
    const bad = new File(['not a scan'], 'scan.pdf');
    const refused = await office.post(form, { ...fields, scan: bad }, form);
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Send the scan as PDF, JPEG or PNG');
    expect(refused.text).toContain('Gus Governor');
    await office.post(form, { ...fields, scan: new File([new Uint8Array(jpeg)], 'scan.jpg') }, form);
    const scan = /href="([^"]+\/scan\.pdf)"/.exec((await office.get(page)).text)?.[1] ?? '';
    const file = await office.send(scan);
    expect(file.headers.get('content-type')).toBe('application/pdf');
    const governor = await handbell.signIn(school, ['governor']);
    expect((await governor.get(scan)).status).toBe(403);
    await submit(office, page, {}, `${page}/reopen`);
    const left = await handbell.asOwner(
      "select 1 from file where school_id = $1 and type = 'application/pdf'",
      [school.id],
    );
    expect(left).toHaveLength(0);
  });
});

describe('the adoption record (D19)', () => {
  it('tells how it was adopted and who signed, as tagged PDF', async () => {
    const answer = await office.send(`${page}/adoption-record.pdf`);
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/pdfuaid:part>1</);
    const { extractText, getDocumentProxy } = await import('unpdf');
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    expect(text).toContain('The full Board');
    expect(text).toContain('By the Head teacher on 1 March 2027');
    expect(text).toContain('Not signed yet');
  });
});
