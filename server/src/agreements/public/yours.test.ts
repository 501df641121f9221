import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agree, codeOn, toTheCheck } from '../../../test/agreement.ts';
import { startTestHandbell, type TestHandbell, type Visitor } from '../../../test/handbell.ts';
import { withPolicy } from '../../../test/policy.ts';

let handbell: TestHandbell;
const HOME = '/s/oak';
const BASE = `${HOME}/agree`;
beforeAll(async () => {
  handbell = await startTestHandbell();
  await withPolicy(handbell, await handbell.newSchool('oak'));
  await withPolicy(handbell, await handbell.newSchool('elm'));
});
afterAll(() => handbell.stop());

/** Types a receipt code in; gives the page that it opens, or the one that says why not. */
async function enter(visitor: Visitor, code: string, home = HOME) {
  const answer = await visitor.post(`${home}/agree/receipt`, { code }, `${home}/agree/receipt`);
  return answer.status === 303 ? visitor.get(answer.location) : answer;
}

describe('what a receipt code opens', () => {
  it('is what was signed, for whoever comes back with the code', async () => {
    const { code } = await agree(handbell.visitor(), HOME, { name: 'Ann Example', childClass: 'Oak' });
    const page = await enter(handbell.visitor(), ` ${code.toLowerCase().replaceAll('-', ' ')} `);
    expect(page.text).toContain('What you signed');
    expect(page.text).toContain('<bdi>Ann Example</bdi>');
    expect(page.text).toMatch(/<code>[0-9a-f]{64}<\/code>/);
    expect(page.text).not.toContain('Thank you, you have agreed');
  });

  it('is nothing for a wrong code, an empty one, or at another school', async () => {
    const { code } = await agree(handbell.visitor(), HOME, { name: 'Ann' });
    const visitor = handbell.visitor();
    expect((await enter(visitor, '2222-2222-2222')).text).toContain('We do not know this code.');
    expect((await enter(visitor, ' ')).text).toContain('Enter your receipt code');
    expect((await enter(visitor, code, '/s/elm')).text).toContain('We do not know this code.');
  });

  it('never stands in an address, and is asked for again when it did not come along', async () => {
    const visitor = handbell.visitor();
    for (const path of ['yours', 'yours/withdraw', 'yours/receipt.pdf']) {
      const response = await visitor.send(`${BASE}/${path}`);
      expect(response.status).toBe(303);
      expect(response.headers.get('location')).toBe(`${BASE}/receipt`);
    }
    expect((await visitor.get(`${BASE}/receipt`)).text).toContain('What you signed is safe.');
  });

  it('stops whoever tries many codes', async () => {
    const other = await startTestHandbell();
    await withPolicy(other, await other.newSchool('oak'));
    const visitor = other.visitor();
    const statuses: number[] = [];
    for (let at = 0; at < 12; at += 1) {
      statuses.push(
        (await visitor.post(`${BASE}/receipt`, { code: `2222-2222-22${at}` }, `${BASE}/receipt`)).status,
      );
    }
    expect(statuses.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 422));
    expect(statuses.slice(10)).toEqual([429, 429]);
    await other.stop();
  });

  it('can be kept as a PDF', async () => {
    const visitor = handbell.visitor();
    const { code } = await agree(visitor, HOME, { name: 'Zoë محمد #Example $x$' });
    const opened = await visitor.post(`${BASE}/yours/open`, { code, go: 'receipt.pdf' });
    const response = await visitor.send(opened.location);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/pdfuaid:part>1</);
    const { items } = await (await (await getDocumentProxy(bytes)).getPage(1)).getTextContent();
    const words = items.map((item) => ('str' in item ? item.str : '')).join('');
    expect(words).toContain(code);
    expect(words).toContain('#Example $x$');
  });
});

describe('a copy by mail', () => {
  it('is sent to the address that is typed, and says neither name nor class', async () => {
    const visitor = handbell.visitor();
    const { code } = await agree(visitor, HOME, { name: 'Mailed Name', childClass: 'Willow' });
    const bad = await visitor.post(`${BASE}/yours/copy`, { code, email: 'nobody' }, `${BASE}/yours`);
    expect(bad.status).toBe(422);
    expect(bad.text).toContain('Enter an email address like name@example.org');
    const sent = await visitor.post(
      `${BASE}/yours/copy`,
      { code, email: 'ann@example.org' },
      `${BASE}/yours`,
    );
    expect((await visitor.get(sent.location)).text).toContain('The copy is on its way to you.');
    const mails = await handbell.asOwner(
      "select school_id, id, text, subject, recipient from mail where kind = 'agreement-copy'",
    );
    expect(mails).toHaveLength(1);
    expect(JSON.stringify(await handbell.asOwner('select detail from audit_entry'))).not.toContain('ann@');
  });
});

describe('withdrawing', () => {
  async function withdraw(visitor: Visitor, code: string) {
    const open = await visitor.post(`${BASE}/yours/open`, { code, go: 'withdraw' });
    const asked = await visitor.get(open.location);
    const answer = await visitor.post(`${BASE}/yours/withdraw`, { code }, open.location);
    return { asked, page: await visitor.get(answer.location) };
  }

  it('is asked about once more, has no effect on the child, and is kept with its time', async () => {
    const { code } = await agree(handbell.visitor(), HOME, { name: 'Wren' });
    handbell.clock.advance({ days: 1 });
    const { asked, page } = await withdraw(handbell.visitor(), code);
    expect(asked.text).toContain('Nothing changes for your child');
    expect(page.text).toContain('Your agreement is withdrawn.');
    expect(page.text).toContain('Wednesday 10 March 2027 at 10am');
    expect(page.text).not.toContain('Send me a copy');
    const facts = await handbell.asOwner("select actor from audit_entry where act = 'agreement.withdrawn'");
    expect(facts).toEqual([{ actor: 'public' }]);
    handbell.clock.set('2027-03-09T10:00:00Z');
  });

  it('leaves the receipt readable, and a second withdrawal changes nothing', async () => {
    const { code } = await agree(handbell.visitor(), HOME, { name: 'Robin' });
    await withdraw(handbell.visitor(), code);
    const count = async () =>
      (await handbell.asOwner("select 1 from audit_entry where act = 'agreement.withdrawn'")).length;
    const before = await count();
    const visitor = handbell.visitor();
    const opened = await enter(visitor, code);
    expect(opened.text).toContain('Withdrawn');
    expect(opened.text).toContain('start afresh');
    await visitor.post(`${BASE}/yours/open`, { code, go: 'withdraw' });
    expect((await visitor.send(`${BASE}/yours/withdraw`)).headers.get('location')).toBe(`${BASE}/yours`);
    expect((await visitor.post(`${BASE}/yours/open`, { code, go: 'elsewhere' })).location).toBe(
      `${BASE}/receipt`,
    );
    const again = await visitor.post(`${BASE}/yours/withdraw`, { code }, `${BASE}/receipt`);
    expect(again.status).toBe(303);
    expect(await count()).toBe(before);
    const copy = await visitor.post(
      `${BASE}/yours/copy`,
      { code, email: 'a@example.org' },
      `${BASE}/receipt`,
    );
    expect(copy.location).toBe(`${BASE}/receipt`);
  });

  it('does not let the old form be sent again, but a fresh one', async () => {
    const visitor = handbell.visitor();
    const fields = await toTheCheck(visitor, HOME, { name: 'Once More' });
    const signed = await visitor.post(`${BASE}/check`, { ...fields, agree: 'yes' });
    const code = codeOn((await visitor.get(signed.location)).text);
    await withdraw(handbell.visitor(), code);
    const { once: _spent, ...rest } = fields;
    const replay = await visitor.post(`${BASE}/check`, { ...rest, agree: 'yes' }, `${BASE}/receipt`);
    expect(replay.status).toBe(409);
    expect(replay.text).toContain('You withdrew this agreement');
    const fresh = await agree(handbell.visitor(), HOME, { name: 'Once More' });
    expect(fresh.code).not.toBe(code);
  });
});
