import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { placesOn, policyFile, withPolicy } from '../../../test/policy.ts';
import { remindOfReview } from '../review-mail.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
let page: string;
const visitor = () => handbell.visitor();
const PATH = '/desk/policy/publication';
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool('shown');
  office = await withPolicy(handbell, school, policyFile('church-primary.txt'));
  page = /href="(\/desk\/policy\/[0-9a-f-]{36})"/.exec((await office.get('/desk/policy')).text)?.[1] ?? '';
});
afterAll(() => handbell.stop());

describe('how a policy is shown', () => {
  it('is in nobody’s frame until the school names its sites, and then in theirs alone', async () => {
    const before = (await visitor().send('/s/shown/embed')).headers;
    expect(before.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(before.get('x-frame-options')).toBe('DENY');
    const bad = await office.post(PATH, { sites: 'x.example.org; script-src *' }, PATH);
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('is no address of a site');
    const saved = await office.post(
      PATH,
      { listed: 'yes', sites: 'www.shown.example.org/news\nhttps://www.shown.example.org' },
      PATH,
    );
    expect(saved.status).toBe(303);
    const framed = (await visitor().send('/s/shown/embed')).headers;
    expect(framed.get('content-security-policy')).toContain('frame-ancestors https://www.shown.example.org;');
    expect(framed.get('content-security-policy')).toContain("script-src 'self'");
    expect(framed.get('x-frame-options')).toBeNull();
    const other = (await visitor().send('/s/shown')).headers;
    expect(other.get('content-security-policy')).toContain("frame-ancestors 'none'");
    const { text } = await office.get(PATH);
    expect(text).toContain('&lt;iframe src=&quot;http://localhost:8043/s/shown/embed&quot;');
    expect((await visitor().get('/s/shown/embed')).text).toContain('target="_top"');
  });

  it('is listed by search engines unless the school says no', async () => {
    expect((await visitor().get('/s/shown')).text).not.toContain('noindex');
    await office.post(PATH, { sites: '' }, PATH);
    expect((await visitor().get('/s/shown')).text).toContain('noindex');
    await office.post(PATH, { sites: '', listed: 'yes' }, PATH);
    expect((await visitor().get('/s/shown')).text).not.toContain('noindex');
  });

  it('names the school’s other policies with their addresses', async () => {
    expect((await visitor().get('/s/shown')).text).toContain('staff code of conduct');
    const half = await office.post(PATH, { listed: 'yes', name: 'Complaints <b>' }, PATH);
    expect(half.text).toContain('Enter an address on the web');
    expect(half.text).toContain('Complaints &lt;b&gt;');
    await office.post(
      PATH,
      { listed: 'yes', name: 'Complaints <b>', address: 'shown.example.org/complaints' },
      PATH,
    );
    expect((await visitor().get('/s/shown')).text).toContain(
      '<a href="https://shown.example.org/complaints"><bdi>Complaints &lt;b&gt;</bdi></a>',
    );
  });

  it('has a summary that the school writes, at any time, and a poster with the code', async () => {
    const form = `${page}/summary`;
    expect((await office.get(form)).text).toContain('We have put down a start.');
    expect((await visitor().get('/s/shown')).text).not.toContain('In short');
    await office.post(form, { summary: 'Be kind.\n\n<script>x</script>' }, form);
    const shown = (await visitor().get('/s/shown')).text;
    expect(shown).toContain('In short');
    expect(shown).toContain('&lt;script&gt;x&lt;/script&gt;');
    expect(shown).toContain('data-read-aloud');
    expect((await visitor().get('/s/shown/embed')).text).toContain('Be kind.');
    const poster = await visitor().send('/s/shown/policy/1/poster.pdf');
    const bytes = new Uint8Array(await poster.arrayBuffer());
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/pdfuaid:part>1</);
    const { extractText, getDocumentProxy } = await import('unpdf');
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    expect(text).toContain('http://localhost:8043/s/shown');
  });

  it('is for those who publish', async () => {
    const governor = await handbell.signIn(school, ['governor']);
    expect((await governor.get(PATH)).status).toBe(403);
    expect(await placesOn(office, page)).toEqual([]);
  });
});

describe('the review of a policy', () => {
  const remind = () =>
    handbell.services.worker.forSchool(school.id, 'job:test', (work) =>
      remindOfReview(work, 'https://x.example'),
    );
  const mails = async () =>
    (
      await handbell.asOwner("select 1 from mail where school_id = $1 and kind = 'policy-review'", [
        school.id,
      ])
    ).length;

  it('is mailed once ahead and once when late, to the Board and those who record adoptions (S6)', async () => {
    await handbell.signIn(school, ['clerk', 'head']);
    // "Spring 2027", with no terms written down: due by the end of March.
    await remind();
    expect(await mails()).toBe(3);
    await remind();
    expect(await mails()).toBe(3);
    handbell.clock.set('2027-04-01T09:00:00Z');
    await remind();
    await remind();
    expect(await mails()).toBe(6);
  });

  it('can be put off by a date of the school’s own, on the version in force', async () => {
    const form = `${page}/review`;
    expect((await office.get(form)).text).toContain('Wednesday 31 March 2027');
    expect((await office.post(form, { review: 'soon' }, form)).text).toContain(
      'Enter a day, a month or a term',
    );
    expect((await office.post(form, { review: 'Summer 2028' }, form)).status).toBe(303);
    expect((await office.get(page)).text).toContain('Summer term 2028');
    expect((await visitor().get('/s/shown')).text).toContain('Summer term 2028');
    await remind();
    expect(await mails()).toBe(6);
  });
});
