import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agree, codeOn, hiddenFields, toTheCheck } from '../../../test/agreement.ts';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { bringIn, policyFile, putThrough, withPolicy } from '../../../test/policy.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
const HOME = '/s/oak';
const BASE = `${HOME}/agree`;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool('oak');
  office = await withPolicy(handbell, school, policyFile('church-primary.txt'));
});
afterAll(() => handbell.stop());

const rows = () =>
  handbell.asOwner(
    'select a.*, p.hash from agreement a join policy p on p.id = a.policy_id where a.school_id = $1',
    [school.id],
  );

describe('agreeing to the policy', () => {
  it('begins with the whole text and says that nothing follows from not signing', async () => {
    const { text } = await handbell.visitor().get(BASE);
    expect(text).toContain('If you do not sign, nothing changes for your child');
    expect(text).toContain('Ban the parent/carer from the school site.');
    expect(text).toContain(`href="${BASE}/name"`);
    expect(text).toContain(`href="${BASE}/slip.pdf"`);
    expect(text).not.toContain('<script');
  });

  it('has nothing to sign while no policy is in force', async () => {
    await handbell.newSchool('empty');
    for (const path of ['', '/name']) {
      expect((await handbell.visitor().get(`/s/empty/agree${path}`)).text).toContain(
        'nothing to agree to yet',
      );
    }
    expect((await handbell.visitor().send('/s/empty/agree/slip.pdf')).headers.get('location')).toBe(
      '/s/empty/agree',
    );
  });

  it('asks one thing a page, shows all of it once more, and gives a receipt', async () => {
    const visitor = handbell.visitor();
    const start = await visitor.get(`${BASE}/name`);
    const hidden = hiddenFields(start.text, `${BASE}/name`);
    const nameless = await visitor.post(`${BASE}/name`, { ...hidden, name: '  ' });
    expect(nameless.status).toBe(422);
    expect(nameless.text).toContain('Enter your name');
    const check = await toTheCheck(visitor, HOME, {
      name: 'Ann Example',
      childClass: 'Oak',
      relationship: 'Aunt',
    });
    const shown = await visitor.get(`${BASE}/check`);
    for (const said of ['Ann Example', 'Oak', 'Aunt', 'I agree to abide by this policy'])
      expect(shown.text).toContain(said);
    const unticked = await visitor.post(`${BASE}/check`, check);
    expect(unticked.status).toBe(422);
    expect(unticked.text).toContain('Tick the box to say that you agree');
    expect(unticked.text).toContain('Ann Example');
    expect(await rows()).toEqual([]);
    const answer = await visitor.post(`${BASE}/check`, { ...check, agree: 'yes' });
    expect(answer.location).toBe(`${BASE}/yours`);
    const done = await visitor.get(answer.location);
    expect(done.text).toContain('Thank you, you have agreed');
    expect(done.text).toContain('Tuesday 9 March 2027 at 10am');
    expect(codeOn(done.text)).toMatch(/^\w{4}-\w{4}-\w{4}$/);
  });

  it('keeps the very version with its hash, the language, the way and the time, and no name that can be read', async () => {
    const [row] = await rows();
    expect(row).toMatchObject({ method: 'screen', language: 'en-GB', state: 'signed', recorded_by: null });
    expect(row?.document_hash).toBe(row?.hash);
    expect(row?.recorded_at).toEqual(new Date('2027-03-09T10:00:00Z'));
    for (const column of ['name', 'child_class', 'relationship']) {
      const sealed = row?.[column];
      expect(Buffer.isBuffer(sealed)).toBe(true);
      expect(String(sealed)).not.toMatch(/Ann|Oak|Aunt/);
    }
    const audit = await handbell.asOwner("select * from audit_entry where act = 'agreement.signed'");
    expect(audit).toHaveLength(1);
    expect(audit[0]).toMatchObject({
      actor: 'public',
      detail: { version: 1, hash: row?.hash, method: 'screen' },
    });
    expect(JSON.stringify(audit)).not.toContain('Ann');
  });

  it.each([
    'محمد بن سلمى',
    '李小龍',
    'Zoë O’Brien-Łuczak',
    'ஆனந்தி',
    '🐝 Bea',
    '<img src=x onerror=alert(1)>',
    '"; drop table agreement; --',
  ])('takes the name %s as it is written', async (name) => {
    const { text } = await agree(handbell.visitor(), HOME, { name });
    const escaped = name.replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
    expect(text).toContain(`<bdi>${escaped}</bdi>`);
    expect(text).not.toContain('<img');
  });

  it('refuses a name that is too long, and makes one line of several', async () => {
    const visitor = handbell.visitor();
    const hidden = hiddenFields((await visitor.get(`${BASE}/name`)).text, `${BASE}/name`);
    const long = await visitor.post(`${BASE}/name`, { ...hidden, name: 'x'.repeat(201) });
    expect(long.text).toContain('Use 200 characters or fewer');
    const { text } = await agree(handbell.visitor(), HOME, { name: ' Two\n  lines ' });
    expect(text).toContain('<bdi>Two lines</bdi>');
  });

  it('is one record when the button is pressed twice, at once or one after the other', async () => {
    const visitor = handbell.visitor();
    const before = (await rows()).length;
    const fields = { ...(await toTheCheck(visitor, HOME, { name: 'Twice' })), agree: 'yes' };
    const both = await Promise.all([
      visitor.post(`${BASE}/check`, fields),
      visitor.post(`${BASE}/check`, fields),
    ]);
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    const third = await visitor.post(`${BASE}/check`, fields);
    expect(codeOn((await visitor.get(third.location)).text)).toMatch(/-/);
    expect(await rows()).toHaveLength(before + 1);
  });

  it('is the same record when somebody goes back and signs the same again', async () => {
    const visitor = handbell.visitor();
    const before = (await rows()).length;
    const fields = await toTheCheck(visitor, HOME, { name: 'Back Button' });
    const first = await visitor.post(`${BASE}/check`, { ...fields, agree: 'yes' });
    const code = codeOn((await visitor.get(first.location)).text);
    const { once: _spent, ...rest } = fields;
    const again = await visitor.post(`${BASE}/check`, { ...rest, agree: 'yes' }, `${BASE}/name`);
    expect(codeOn((await visitor.get(again.location)).text)).toBe(code);
    expect(await rows()).toHaveLength(before + 1);
  });

  it('is another record when somebody goes back and another adult signs', async () => {
    const visitor = handbell.visitor();
    const before = (await rows()).length;
    const fields = await toTheCheck(visitor, HOME, { name: 'First Adult' });
    await visitor.post(`${BASE}/check`, { ...fields, agree: 'yes' });
    const { once: _spent, ...rest } = fields;
    const second = await visitor.post(
      `${BASE}/check`,
      { ...rest, name: 'Second Adult', agree: 'yes' },
      `${BASE}/name`,
    );
    expect((await visitor.get(second.location)).text).toContain('Second Adult');
    expect(await rows()).toHaveLength(before + 2);
  });

  it('lets somebody go back and change, with their answers kept', async () => {
    const visitor = handbell.visitor();
    const { once: _unused, ...fields } = await toTheCheck(visitor, HOME, { name: 'Anne', childClass: 'Oak' });
    const change = await visitor.post(`${BASE}/change`, { ...fields, go: 'name' });
    expect(change.location).toBe(`${BASE}/name`);
    expect((await visitor.get(change.location)).text).toContain('value="Anne"');
    const back = await visitor.post(`${BASE}/about`, { ...fields, go: 'back' });
    expect(back.location).toBe(`${BASE}/name`);
    const about = await visitor.post(`${BASE}/change`, { ...fields, go: 'about' });
    expect((await visitor.get(about.location)).text).toContain('value="Oak"');
  });

  it('says so when the answers did not come along, and loses nothing that was sent', async () => {
    const visitor = handbell.visitor();
    for (const page of ['about', 'check']) {
      const { status, text } = await visitor.get(`${BASE}/${page}`);
      expect(status).toBe(200);
      expect(text).toContain('Your answers did not come along');
    }
    const tampered = await visitor.post(
      `${BASE}/check`,
      { policy: 'x', attempt: 'y', name: 'Z', agree: 'yes' },
      `${BASE}/name`,
    );
    expect(tampered.status).toBe(200);
    expect(tampered.text).toContain('Your answers did not come along');
  });

  it('is for the version that was read: a new one in between is told', async () => {
    const other = await handbell.newSchool('two');
    const staff = await withPolicy(handbell, other);
    const visitor = handbell.visitor();
    const fields = await toTheCheck(visitor, '/s/two', { name: 'Late Reader' });
    await putThrough(staff, await bringIn(staff, policyFile('church-primary.txt')));
    const answer = await visitor.post('/s/two/agree/check', { ...fields, agree: 'yes' });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('The school changed its policy while you were reading');
    expect((await visitor.get('/s/two/agree/check')).status).toBe(409);
    expect(await handbell.asOwner('select 1 from agreement where school_id = $1', [other.id])).toEqual([]);
  });

  it('can be printed as an A5 slip with the version’s code', async () => {
    const response = await handbell.visitor().send(`${BASE}/slip.pdf`);
    const bytes = Buffer.from(await response.arrayBuffer()).toString('latin1');
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(bytes).toMatch(/pdfuaid:part>1</);
    expect(bytes).toMatch(/MediaBox\s*\[0 0 419\.\d+ 595\.\d+\]/);
    expect((await office.get('/desk/agreements')).text).toContain('Record a paper slip');
  });
});
