import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ANSWERS, checkPage, raise, sendToken } from '../../../test/concerns.ts';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../../test/handbell.ts';
import { bitsFor } from './flood.ts';
import { leadingZeros, search, solves } from './proof.ts';

let handbell: TestHandbell;
let school: TestSchool;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  for (let turn = 0; turn < 20; turn += 1) await raise(handbell, school);
});
afterAll(() => handbell.stop());
beforeEach(async () => {
  handbell.clock.set('2027-03-09T10:00:00Z');
  await handbell.asOwner('delete from rate_limit');
});

const base = '/s/oakfield/concern';
const count = async () => Number((await handbell.asOwner('select count(*) as n from concern'))[0]?.n);

/** Sends a concern while many come in; gives the page that is shown instead, and a way to send it again. */
async function slowedDown() {
  const visitor = handbell.visitor();
  const once = sendToken(await checkPage(visitor, school, ANSWERS));
  const page = await visitor.post(`${base}/send`, { ...ANSWERS, once });
  const ticket = /name="ticket" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
  const bits = Number(/data-bits="(\d+)"/.exec(page.text)?.[1]);
  const again = (fields: Readonly<Record<string, string>>) =>
    visitor.post(`${base}/send`, { ...ANSWERS, once, ticket, ...fields });
  return { page, ticket, bits, again, visitor };
}

describe('while very many concerns come in', () => {
  it('sending takes a little work, and nothing that was written is lost', async () => {
    const before = await count();
    const { page, ticket, bits, again } = await slowedDown();
    expect(page.text).toContain('One moment, please');
    expect(page.text).toContain(String(ANSWERS.words));
    expect(await count()).toBe(before);
    expect((await again({ answer: '1' })).text).toContain('One moment, please');
    const answer = search(ticket, bits, 0, 2 ** 22);
    expect((await again({ answer: String(answer) })).location).toBe(`${base}/sent`);
    expect(await count()).toBe(before + 1);
  });

  it('whoever runs no scripts waits half a minute and presses once more', async () => {
    const { again } = await slowedDown();
    handbell.clock.set('2027-03-09T10:00:29Z');
    expect((await again({})).text).toContain('One moment, please');
    handbell.clock.set('2027-03-09T10:00:31Z');
    expect((await again({})).location).toBe(`${base}/sent`);
  });

  it('a ticket is good for one form alone, as it was given, and not for ever', async () => {
    const { ticket, bits, visitor, again } = await slowedDown();
    const answer = String(search(ticket, bits, 0, 2 ** 22));
    const other = sendToken(await checkPage(visitor, school, ANSWERS));
    expect((await again({ answer, once: other })).text).toContain('One moment, please');
    const easier = ticket.replace(/\.\d+\./, '.1.');
    expect((await again({ answer, ticket: easier })).text).toContain('One moment, please');
    expect((await again({ ticket: 'nonsense' })).text).toContain('One moment, please');
    handbell.clock.set('2027-03-09T11:01:00Z');
    for (let turn = 0; turn < 20; turn += 1) await raise(handbell, school);
    expect((await again({ answer })).text).toContain('One moment, please');
  });

  it('never holds up a child in danger, however often it is told', async () => {
    const visitor = handbell.visitor();
    for (let turn = 0; turn < 40; turn += 1) {
      const once = `AAAAAAAAAAAAAAAAAAAA${String(turn).padStart(2, '0')}`;
      const sent = await visitor.post(`${base}/send`, { ...ANSWERS, danger: 'yes', once });
      expect(sent.location).toBe(`${base}/sent`);
    }
  });

  it('one address is limited all the same', async () => {
    const visitor = handbell.visitor();
    const statuses: number[] = [];
    for (let turn = 0; turn < 32; turn += 1) {
      const once = `BBBBBBBBBBBBBBBBBBBB${String(turn).padStart(2, '0')}`;
      statuses.push((await visitor.post(`${base}/send`, { ...ANSWERS, words: '', once })).status);
    }
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });
});

describe('the work', () => {
  it('is none while it is calm, and grows with the load to a bound', () => {
    expect([0, 19, 20, 39, 40, 80, 10_000].map(bitsFor)).toEqual([0, 0, 15, 15, 16, 17, 19]);
  });

  it('is told by the zeros before a hash', () => {
    expect(leadingZeros(Uint8Array.of(0, 0, 1))).toBe(23);
    expect(leadingZeros(Uint8Array.of(255))).toBe(0);
    expect(leadingZeros(new Uint8Array(4))).toBe(32);
    const answer = search('ticket', 8, 0, 10_000) ?? -1;
    expect(solves('ticket', answer, 8)).toBe(true);
    expect(search('ticket', 8, 0, answer)).toBeUndefined();
  });
});
