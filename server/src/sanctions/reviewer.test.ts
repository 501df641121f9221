import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planBan, said, sendBanLetter } from '../../test/ban-pages.ts';
import {
  type CaseSchool,
  caseSchool,
  decideWarning,
  issue,
  must,
  openCase,
  type StaffVisitor,
  send,
  toDecision,
  words,
} from '../../test/cases.ts';
import { startTestHandbell } from '../../test/handbell.ts';
import { dayFields } from '../../test/policy.ts';

let at: CaseSchool;
let governor: StaffVisitor;
beforeAll(async () => {
  at = await caseSchool(await startTestHandbell(), 'oakfield');
  governor = await at.handbell.signIn(at.school, ['governor'], 'Gwen Governor');
});
afterAll(() => at.handbell.stop());

/** Gives every letter that waits. */
async function giveLetters(day: string): Promise<void> {
  const { text } = await at.office.get('/desk/letters');
  for (const [, letter = ''] of text.matchAll(/href="(\/desk\/letters\/[0-9a-f-]+)"/g))
    await send(at.office, letter, { how: 'post', ...dayFields('on', day) }, `${letter}/given`);
}

/** A case whose ban holds and whose review a governor decides. */
async function underReview(name: string, as: 'open' | 'closed'): Promise<string> {
  at.handbell.clock.set('2027-03-09T10:00:00Z');
  const page = await openCase(at, { name });
  await toDecision(at.handler, page);
  await planBan(at, page);
  await sendBanLetter(at, page, 'notice', dayFields('answerBy', '2027-03-23'));
  await giveLetters('2027-03-09');
  at.handbell.clock.set('2027-03-24T10:00:00Z');
  await sendBanLetter(at, page, 'confirm', {
    ...dayFields('from', '2027-03-24'),
    ...dayFields('until', '2027-05-28'),
    ...dayFields('reviewOn', '2027-05-24'),
    words: said,
  });
  await giveLetters('2027-03-24');
  if (as === 'closed') await putAway(page);
  await sendBanLetter(at, page, 'review', {
    ...dayFields('answerBy', '2027-04-30'),
    reviewer: governor.member,
  });
  at.handbell.clock.set('2027-05-04T10:00:00Z');
  return page;
}

async function putAway(page: string): Promise<void> {
  const outcome = await decideWarning(at.head, page);
  await issue(at.head, outcome);
  await giveLetters('2027-03-24');
  await must(at.handler, `${page}/affected`, { answer: 'told', note: '' });
  await must(at.handler, `${page}/follow-up`, { what: 'How she is', ...dayFields('day', '2027-04-12') });
  await must(at.handler, `${page}/close`, { note: 'She is well, and no new worry was brought to us.' });
}

/** Every place that a page leads to, ways back too. */
const linksOn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/href="(\/desk[^"#]*)"/g)].map(([, href = '']) => href)),
];

/** Follows everything that a person is led to, as far as it goes; gives what refuses them. */
async function refusals(who: StaffVisitor, start: string): Promise<readonly string[]> {
  const seen = new Set<string>();
  const refused: string[] = [];
  const waiting = [start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const { status, text } = await who.get(next);
    if (status >= 400) refused.push(`${status} ${next}`);
    else if (next === start || next.startsWith('/desk/cases/')) waiting.push(...linksOn(text));
  }
  return refused;
}

describe('the reviewer of a ban', () => {
  it('reaches it after its case was closed and put away, too', async () => {
    const page = await underReview('Alex Closed', 'closed');
    expect(words((await governor.get('/desk')).text)).toContain('Decide a review');
    await must(governor, `${page}/ban/lift`, { words: said });
    await sendBanLetter(at, page, 'lift', { words: said }, governor);
    expect(words((await at.head.get(`${page}/ban`)).text)).toContain('Lifted');
  });

  it('is led nowhere that refuses them, before they decide and after', async () => {
    const page = await underReview('Alex Reviewed', 'open');
    expect(words((await governor.get('/desk')).text)).toContain('Decide a review');
    expect(await refusals(governor, `${page}/ban`)).toEqual([]);
    await must(governor, `${page}/ban/lift`, { words: said });
    expect(await refusals(governor, `${page}/ban/lift/letter`)).toEqual([]);
    const after = await sendBanLetter(at, page, 'lift', { words: said }, governor);
    const told = await governor.get(after);
    expect([told.status, words(told.text)]).toEqual([200, expect.stringContaining('lifted')]);
    expect(await refusals(governor, after)).toEqual([]);
  });
});
