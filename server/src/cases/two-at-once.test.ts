import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseSchool,
  caseSchool,
  DECISION,
  decideWarning,
  must,
  openCase,
  toDecision,
  warningKey,
  words,
} from '../../test/cases.ts';
import { lastConcern, raise } from '../../test/concerns.ts';
import { startTestHandbell } from '../../test/handbell.ts';

const MINE = 'I thought about it for an hour, and these are the reasons that I came to in the end.';

let at: CaseSchool;
beforeAll(async () => {
  at = await caseSchool(await startTestHandbell(), 'oakfield');
});
afterAll(() => at.handbell.stop());

/** A visitor's form as it stood on the page, with its token and the version of the case. */
async function openForm(page: string, path: string) {
  const { text } = await at.head.get(`${page}/${path}`);
  return {
    once: /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '',
    version: /name="version" value="(\d+)"/.exec(text)?.[1] ?? '',
  };
}

describe('two people at once on one case', () => {
  it('one wins; the other is told what was done by whom and when, and loses nothing that they wrote', async () => {
    const page = await openCase(at, { name: 'Alex Twice' });
    await toDecision(at.handler, page);
    const outcome = await warningKey(at.head, page);
    const shown = await openForm(page, 'decision');
    at.handbell.clock.set('2027-03-09T10:04:00Z');
    await must(at.handler, `${page}/notes`, { facts: 'He rang again.', opinion: '' });
    await decideWarning(at.head, page);
    const late = await at.head.post(`${page}/decision`, { ...DECISION, ...shown, outcome, reasons: MINE });
    const said = words(late.text);
    expect(late.status).toBe(409);
    expect(said).toContain('A decision was taken (Hana Head, Tuesday 9 March 2027 at 10.04am)');
    expect(said).toContain(
      `What you wrote Copy it from here before you leave this page, if you still need it. ${MINE}`,
    );
    at.handbell.clock.set('2027-03-09T10:00:00Z');
  });

  it('what can still be done comes back on the form, with their words, what changed, and a button that works now', async () => {
    const page = await openCase(at, { name: 'Alex Again' });
    await toDecision(at.handler, page);
    const outcome = await warningKey(at.head, page);
    const shown = await openForm(page, 'decision');
    at.handbell.clock.set('2027-03-09T10:05:00Z');
    await must(at.handler, `${page}/support`, { answer: 'offered', note: 'She knows whom to call.' });
    const late = await at.head.post(`${page}/decision`, { ...DECISION, ...shown, outcome, reasons: MINE });
    expect(late.status).toBe(422);
    expect(words(late.text)).toMatch(
      /\(Hari Handler, Tuesday 9 March 2027 at 10\.05am\)\. Nothing is saved yet/,
    );
    expect(late.text).toContain(MINE);
    const version = /name="version" value="(\d+)"/.exec(late.text)?.[1] ?? '';
    const once = /name="once" value="([^"]+)"/.exec(late.text)?.[1] ?? '';
    const again = { ...DECISION, outcome, reasons: MINE, version, once };
    expect((await at.head.post(`${page}/decision`, again)).status).toBe(303);
    at.handbell.clock.set('2027-03-09T10:00:00Z');
  });

  it('the same for a letter: who changed it, when, and the words that were not kept', async () => {
    const page = await openCase(at, { name: 'Alex Letter' });
    await toDecision(at.handler, page);
    const letter = await decideWarning(at.head, page);
    const form = await openForm(letter, 'edit');
    at.handbell.clock.set('2027-03-09T10:07:00Z');
    const { text } = await at.handler.get(`${letter}/edit`);
    const part = /name="(part-[a-z]+)"/.exec(text)?.[1] ?? '';
    await must(at.handler, `${letter}/edit`, { [part]: 'The words of whoever was quicker, in a sentence.' });
    const late = await at.head.post(`${letter}/edit`, { ...form, [part]: MINE });
    expect(late.status).toBe(409);
    expect(words(late.text)).toContain('Hari Handler changed it last, on Tuesday 9 March 2027 at 10.07am.');
    expect(words(late.text)).toContain(MINE);
    expect(words((await at.head.get(letter)).text)).toContain('The words of whoever was quicker');
    at.handbell.clock.set('2027-03-09T10:00:00Z');
  });

  it('shows nothing again that opens something', async () => {
    const code = (await raise(at.handbell, at.school)).replaceAll('-', ' ');
    const concern = `/desk/concerns/${await lastConcern(at.handbell)}`;
    const open = await at.handbell.visitor().post('/s/oakfield/concern/return', { code });
    const once = /name="once" value="([^"]+)"/.exec(open.text)?.[1] ?? '';
    await must(at.handler, concern, { answer: 'no', note: 'Adults only.' }, `${concern}/screen`);
    await must(at.handler, concern, { interest: 'clear' }, `${concern}/interest`);
    await must(at.handler, concern, { aboutUs: 'no', why: 'It is between adults.' }, `${concern}/about-us`);
    const exit = { exit: 'no-further-action', reason: 'It was put right.', message: 'Thank you.' };
    await must(at.handler, concern, exit, `${concern}/exit`);
    const reply = { code, once, words: 'There is something more.' };
    const late = await at.handbell.visitor().post('/s/oakfield/concern/return/reply', reply);
    expect([late.status, words(late.text)]).toEqual([
      409,
      expect.stringContaining('There is something more.'),
    ]);
    expect(late.text).not.toContain(code);
  });
});
