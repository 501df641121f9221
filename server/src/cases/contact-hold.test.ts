import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planBan, said, sendBanLetter } from '../../test/ban-pages.ts';
import {
  type CaseSchool,
  caseSchool,
  decideWarning,
  issue,
  must,
  openCase,
  send,
  toDecision,
  words,
} from '../../test/cases.ts';
import { startTestHandbell, type Visitor } from '../../test/handbell.ts';
import { dayFields } from '../../test/policy.ts';

let at: CaseSchool;
beforeAll(async () => {
  at = await caseSchool(await startTestHandbell(), 'oakfield');
});
afterAll(() => at.handbell.stop());

const POLICE = 'The police have asked that nobody speaks to the parent for now';
const AGREED = { email: 'alex@home.example.org', agreed: 'yes' };

async function decidedCase(): Promise<string> {
  const page = await openCase(at);
  await toDecision(at.handler, page);
  return page;
}

/** Puts the police hold on a case, or takes it off. */
async function policeHold(page: string, hold: 'on' | 'off'): Promise<void> {
  const fields = { hold, holdReason: 'The officer phoned and said so.' };
  await must(at.handler, `${page}/referral`, fields, `${page}/police-hold`);
}

/** Sends a letter that somebody has looked at: refused while the police hold is on, and taken once it has ended. */
async function waitsForPolice(page: string, who: Visitor, letter: string, action: string, status: number) {
  const letterVersion = /name="letterVersion" value="(\d+)"/.exec((await who.get(letter)).text)?.[1] ?? '';
  const fields = { letterVersion, read: 'yes' };
  await policeHold(page, 'on');
  const refused = await send(who, letter, fields, action);
  expect(refused.status).toBe(status);
  expect(words(refused.text)).toContain(POLICE);
  expect(words(refused.text)).toContain('ends the hold once the police agree');
  await policeHold(page, 'off');
  await must(who, letter, fields, action);
}

/** The one letter of a case that was issued, as the office finds it. */
async function issuedOf(page: string): Promise<string> {
  const [row] = await at.handbell.asOwner(
    "select id from letter where case_id = $1 and state = 'issued' order by issued_at desc",
    [page.split('/')[3]],
  );
  return `/desk/letters/${String(row?.id)}`;
}

const newsSent = async () =>
  (await at.handbell.asOwner("select id from mail where kind = 'own-page-news'")).length;

const MEETING = {
  purpose: 'We would like to hear how it looks from your side.',
  agenda: 'What happened on Tuesday',
  attendees: 'Hari Handler, who listens',
  ...{ how: 'school', place: 'the small room', minutes: '45', papers: '' },
  ...{ ...dayFields('slot1', '2027-03-11'), 'slot1-time': '3.30pm' },
  ...{ ...dayFields('slot2', '2027-03-12'), 'slot2-time': '9am' },
  ...dayFields('reply', '2027-03-11'),
};

describe('while the police hold is on', () => {
  it('no notice of a ban goes to the parent', async () => {
    const page = await decidedCase();
    await planBan(at, page);
    const letter = await must(at.head, `${page}/ban/notice`, dayFields('answerBy', '2027-03-23'));
    await waitsForPolice(page, at.head, letter, letter, 422);
  });

  it('a ban can be lifted, and its letter waits', async () => {
    const page = await decidedCase();
    await planBan(at, page);
    await sendBanLetter(at, page, 'notice', dayFields('answerBy', '2027-03-23'));
    const heard = { how: 'spoken', words: 'I only ever come to collect Sam.' };
    await must(at.handler, `${page}/ban/representation`, heard);
    await must(at.head, `${page}/ban/answer/0`, { words: said });
    const days = { ...dayFields('from', '2027-03-09'), ...dayFields('until', '2027-05-20') };
    const review = dayFields('reviewOn', '2027-05-10');
    await sendBanLetter(at, page, 'confirm', { ...days, ...review, words: said });
    await policeHold(page, 'on');
    await sendBanLetter(at, page, 'lift', { words: said });
    expect(words((await at.head.get(`${page}/ban`)).text)).toContain('Lifted');
    const print = await issuedOf(page);
    const given = { how: 'post', ...dayFields('on', '2027-03-09') };
    expect((await at.office.post(`${print}/given`, given, '/desk/letters')).status).toBe(409);
  });

  it('no communication plan goes to the parent', async () => {
    const page = await decidedCase();
    const plan = `${page}/plan`;
    await must(at.head, plan, {}, `${plan}/begin`);
    const terms = { facts: said, childContacts: 'Three.', route: said, frequency: said, reasons: said };
    await must(at.head, plan, terms, `${plan}/terms`);
    const days = { ...dayFields('from', '2027-03-10'), ...dayFields('until', '2027-05-20') };
    await must(at.head, `${plan}/letter`, { ...days, ...dayFields('reviewOn', '2027-04-20') });
    await waitsForPolice(page, at.head, `${plan}/letter`, `${plan}/issue`, 422);
  });

  it('no invitation to a meeting is issued, and the meeting is not moved', async () => {
    const page = await decidedCase();
    await must(at.handler, `${page}/parent-page`, AGREED, `${page}/parent-page/link`);
    const letter = await must(at.handler, `${page}/meetings/new`, MEETING);
    await waitsForPolice(page, at.handler, letter, `${letter}/issue`, 409);
    await policeHold(page, 'on');
    const list = (await at.handler.get(`${page}/meetings`)).text;
    const meeting = new RegExp(`href="(${page}/meetings/[0-9a-f-]+)"`).exec(list)?.[1] ?? '';
    const sent = await newsSent();
    const moved = await send(at.handler, meeting, { ...MEETING, why: 'Ill.' }, `${meeting}/move`);
    expect(moved.status).toBe(409);
    expect(words(moved.text)).toContain(POLICE);
    // The school can still call it off, and nothing goes to the parent about it.
    await must(at.handler, meeting, { cancel: 'The police asked us to wait.' }, `${meeting}/cancel`);
    expect(await newsSent()).toBe(sent);
  });

  it('no letter about a review goes to the parent', async () => {
    const page = await decidedCase();
    await issue(at.head, await decideWarning(at.head, page));
    const asked = { ...dayFields('on', '2027-03-09'), grounds: 'They did not write it.' };
    await must(at.handler, `${page}/review/ask`, asked);
    const review = { reasons: 'The words stand as they were written that day.', papers: 'yes' };
    const letter = await must(at.chair, `${page}/review`, {
      ...review,
      result: 'upheld',
      next: ['complaints', 'department'],
    });
    await waitsForPolice(page, at.chair, letter, `${letter}/issue`, 409);
  });

  it('a letter that was issued before is neither handed over nor mailed, and its page says why', async () => {
    const page = await decidedCase();
    await must(at.handler, `${page}/parent-page`, AGREED, `${page}/parent-page/link`);
    await issue(at.head, await decideWarning(at.head, page));
    const print = await issuedOf(page);
    const given = { how: 'hand', ...dayFields('on', '2027-03-09') };
    const { text: before } = await at.office.get(print);
    const once = /name="once" value="([^"]+)"/.exec(before)?.[1] ?? '';
    await policeHold(page, 'on');
    const sent = await newsSent();
    for (const [action, fields] of [['given', given] as const, ['mailed', {}] as const]) {
      const refused = await at.office.post(`${print}/${action}`, { once, ...fields });
      expect(refused.status, action).toBe(409);
      expect(words(refused.text)).toContain('This matter is on hold, so nothing goes to the parent');
      // Which hold it is, is not for everybody who prints letters.
      expect(words(refused.text)).toContain('safeguarding lead, or whoever set the hold for the police');
    }
    expect(await newsSent()).toBe(sent);
    const shown = await at.office.get(print);
    expect(words(shown.text)).toContain('Keep the letter here until the hold ends');
    expect(shown.text).not.toContain(`${print}/given`);
    await policeHold(page, 'off');
    await must(at.office, print, {}, `${print}/mailed`);
    expect(await newsSent()).toBe(sent + 1);
  });
});
