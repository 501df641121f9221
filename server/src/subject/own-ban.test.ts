import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planBan, said, sendBanLetter } from '../../test/ban-pages.ts';
import { type CaseSchool, caseSchool, openCase, toDecision, words } from '../../test/cases.ts';
import { startTestHandbell } from '../../test/handbell.ts';
import { dayFields } from '../../test/policy.ts';
import { mineOf, parentOf } from '../../test/subject.ts';

let at: CaseSchool;
beforeAll(async () => {
  at = await caseSchool(await startTestHandbell(), 'oakfield');
});
afterAll(() => at.handbell.stop());

/** The page of a parent who was told of a ban for now. */
async function banned(): Promise<string> {
  const page = await openCase(at, { name: 'Alex Banned' });
  await toDecision(at.handler, page);
  await planBan(at, page);
  await sendBanLetter(at, page, 'provisional', {
    ...dayFields('from', '2027-03-09'),
    ...dayFields('answerBy', '2027-03-23'),
    ...dayFields('lapsesOn', '2027-03-26'),
    words: said,
  });
  const parent = await parentOf(at, page);
  return (await parent.get(`${mineOf(at)}/page`)).text;
}

describe('the page of a parent who was told of a ban', () => {
  it('begins with whether they may come, until when, and how to have it looked at again', async () => {
    const html = await banned();
    const text = words(html);
    expect(html.match(/<h1/g)).toHaveLength(1);
    const order = [
      'Please do not come on to the school site for now',
      'ends by itself on Friday 26 March 2027 unless it is confirmed',
      'until Tuesday 23 March 2027',
      'Say what you think of the ban',
      'the grounds',
      'in an emergency',
      'How your child’s days at school go on',
      'We are looking at everything that was said',
      'What this is about',
      'How this works',
      'Information Commissioner',
    ];
    const places = order.map((each) => text.indexOf(each));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    // Each thing that they can do is offered once.
    expect(text.split('Say what you think of the ban')).toHaveLength(2);
    // How the child's days go on is all there, folded.
    expect(/<details[\s\S]*?<\/details>/.exec(html)?.[0]).toContain(said);
  });
});
