import type { Page } from '@playwright/test';
import {
  decideWarning,
  followUpAndClose,
  giveLetter,
  hearAndAssess,
  openCase,
  triage,
} from '../support/case.ts';
import { registerGroup, tellWithoutScripts } from '../support/concern.ts';
import { inviteAndJoin, setUpSchool } from '../support/people.ts';
import { bringPolicyIntoForce, fillToday } from '../support/policy.ts';
import { expect, expectAccessible, test } from '../support/test.ts';

const NAME = 'Thornby Example CE School';

/** A concern that somebody tells on a phone without scripts. */
async function told(page: Page, school: string): Promise<void> {
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser of its own.');
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  await tellWithoutScripts(await context.newPage(), school);
  await context.close();
}

async function beside(page: Page, home: string, link: string): Promise<void> {
  await page.goto(home);
  await page.getByRole('link', { name: link, exact: true }).click();
  await expectAccessible(page);
}

const keep = async (page: Page, button: string): Promise<void> => {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
};

test('a full case with a review; one that Head and Chair are both in; a safeguarding hold', async ({
  page: head,
  service,
}) => {
  test.setTimeout(600_000);
  const { origin } = service;
  const school = `${origin}/s/thornby-example-ce-school`;
  await setUpSchool(head, service.setUpLink, NAME, ['School office', 'Head Teacher']);
  await bringPolicyIntoForce(head, origin);
  await registerGroup(head, origin);
  const join = async (name: string, role: string) => {
    const email = `${name.split(' ')[0]?.toLowerCase()}@oakfield.example.org`;
    return (await inviteAndJoin(head, origin, { name, email, role })).page;
  };
  const handler = await join('Sunita Rao', 'Case handler');
  const chair = await join('Colm Daly', 'Chair of Governors');

  await test.step('what goes on beside a case: needs, support, a task, a note', async () => {
    await told(head, school);
    await triage(handler, origin);
    await openCase(handler);
    const home = handler.url();
    await beside(handler, home, 'What would make it easier to take part');
    await handler.getByLabel('The parent the case is about').check();
    await handler.getByLabel('Asked: adjustments are in place').check();
    await handler
      .getByLabel('What is put in place?')
      .fill('An interpreter for Polish, and questions in writing.');
    await keep(handler, 'Keep the answer');
    await beside(handler, home, 'Support for the person the words were about');
    await handler.getByLabel('Support was offered and taken up').check();
    await keep(handler, 'Keep');
    await beside(handler, home, 'Tasks');
    await handler.getByLabel('What is to be done?').fill('Phone the class teacher');
    await handler.getByLabel('Why?').fill('She saw the messages first.');
    const day = new Date(Date.now() + 7 * 86_400_000);
    await handler.getByLabel('Day').fill(`${day.getDate()}`);
    await handler.getByLabel('Month').fill(`${day.getMonth() + 1}`);
    await handler.getByLabel('Year').fill(`${day.getFullYear()}`);
    await keep(handler, 'Keep the task');
    await beside(handler, home, 'Internal notes');
    await handler.getByLabel('What do you know?').fill('He phoned the office at nine on Tuesday.');
    await handler.getByLabel('What do you think of it?').fill('I think that he was tired.');
    await keep(handler, 'Keep the note');
    await expect(handler.locator('main')).toContainText('What they think of it');
    await expectAccessible(handler);
  });
  const home = handler.url();

  await test.step('a referral waits for a second person, and legal advice lies apart', async () => {
    await beside(handler, home, 'Police and other bodies');
    await handler.getByLabel('The police', { exact: true }).check();
    await handler.getByLabel('A threat of death or serious harm').check();
    await fillToday(handler, 'When did it happen?');
    await handler
      .getByLabel('What are the facts?')
      .fill('A message said that she would be waited for at the gate.');
    await handler.getByLabel('A conversation').check();
    await handler
      .getByLabel('What came of it, or why would nothing else do?')
      .fill('He was spoken to twice and said that he meant it.');
    await keep(handler, 'Keep the referral');
    await expectAccessible(handler);
    await head.goto(`${home}/referral`);
    await expectAccessible(head);
    await head.getByText('If it should not be made after all').click();
    await head.getByLabel('Why not?').fill('He has taken it back and apologised in person.');
    await keep(head, 'Give the referral up');
    await head.goto(`${home}/legal`);
    await head.getByLabel('The local authority’s legal team').check();
    await head.getByLabel('What do you ask?').fill('Could this sentence do serious harm to a person’s name?');
    await expectAccessible(head);
    await keep(head, 'Keep the request');
    await expectAccessible(head);
  });

  await test.step('the parent is heard, the case assessed and decided, the letter given', async () => {
    await handler.goto(home);
    await hearAndAssess(handler);
    await decideWarning(head, origin);
    await giveLetter(head, origin);
    await followUpAndClose(handler, home);
  });

  await test.step('the parent asks for a review, and the Chair, new to it, makes it lighter', async () => {
    await handler.goto(`${home}/review/ask`);
    await handler
      .getByLabel('What do they say is wrong with the outcome?')
      .fill('They took the words back the same evening.');
    await expectAccessible(handler);
    await keep(handler, 'Record the request');
    await chair.goto(`${origin}/desk`);
    await chair.getByRole('link', { name: /Decide a review/ }).click();
    await expectAccessible(chair);
    await expect(chair.locator('main')).not.toContainText('I think that he was tired');
    await chair.getByRole('link', { name: 'Decide the review' }).click();
    await chair.getByLabel(/Varied: the same outcome/).check();
    await chair.getByLabel('6 months').check();
    await chair
      .getByLabel('What are your reasons?')
      .fill('The words were taken back the same evening, so six months are enough.');
    await chair.getByLabel('The parent has had every paper').check();
    await chair.getByLabel('The school’s complaints procedure').check();
    await expectAccessible(chair);
    await keep(chair, 'Record the review');
    await chair.getByLabel(/I have read this letter/).check();
    await expectAccessible(chair);
    await keep(chair, 'Issue the letter');
    await expectAccessible(chair);
  });

  await test.step('words about Head and Chair: neither sees the case, and somebody new decides', async () => {
    const governor = await join('Gwen Price', 'Governor');
    await told(head, school);
    await triage(handler, origin);
    await openCase(handler, ['Ada Okafor', 'Colm Daly']);
    const other = handler.url();
    await expect(handler.locator('main')).toContainText('Nobody yet');
    expect((await head.goto(other))?.status()).toBe(404);
    expect((await chair.goto(other))?.status()).toBe(404);
    expect((await governor.goto(other))?.status()).toBe(404);
    await handler.goto(`${other}/people`);
    await handler.getByRole('group', { name: 'Name who decides' }).getByLabel('Gwen Price').check();
    await expectAccessible(handler);
    await keep(handler, 'Name them');
    expect((await governor.goto(other))?.status()).toBe(200);
    await governor.getByRole('link', { name: 'End it with no further action' }).click();
    await governor.getByLabel('No, I have none').check();
    await governor
      .getByLabel('What are your reasons?')
      .fill('The words are sharp criticism of how the school is led, and nothing else.');
    await expectAccessible(governor);
    await keep(governor, 'Record no further action');
    await expect(governor.locator('main')).toContainText('no letter is due');
  });

  await test.step('a safeguarding hold stops every step towards the parent', async () => {
    const safe = await join('Priya Nair', 'Safeguarding lead');
    await told(head, school);
    await triage(handler, origin);
    const concern = handler.url();
    await openCase(handler);
    const held = handler.url();
    await handler.goto(concern);
    await handler.getByText('I am now worried about a child').click();
    await handler.getByLabel('What worries you').fill('A child told a friend that they are afraid at home.');
    await handler.getByRole('button', { name: 'Put the safeguarding hold on' }).click();
    await handler.goto(held);
    await expect(handler.locator('main')).toContainText('Nothing goes to the parent until they release it');
    await expectAccessible(handler);
    await safe.goto(concern);
    await safe.getByLabel('What you decided, and why').fill('Looked into; no child is at risk here.');
    await safe.getByRole('button', { name: 'Release the hold' }).click();
    await handler.goto(held);
    await expect(handler.locator('main')).not.toContainText('until they release it');
  });
});
