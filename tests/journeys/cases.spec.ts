import type { Page } from '@playwright/test';
import { as, type Demo, test } from '../support/demo.ts';
import { fillToday } from '../support/policy.ts';
import { expect, expectAccessible } from '../support/test.ts';

/** The address of a case that stands where it is asked for, from the list and its filters. */
async function caseAt(page: Page, demo: Demo, filter: string, words = ''): Promise<string> {
  await page.goto(`${demo.service.origin}/desk/cases?${filter}`);
  const links = await page
    .locator('main table a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  for (const link of links) {
    await page.goto(demo.service.origin + link);
    if ((await page.locator('main').innerText()).includes(words)) return page.url();
  }
  throw new Error(`No case here: ${filter} ${words}`);
}

/** Follows a link beside a case, to a page that must be fit for everybody. */
async function beside(page: Page, home: string, link: string): Promise<void> {
  await page.goto(home);
  await page.getByRole('link', { name: link, exact: true }).click();
  await expectAccessible(page);
}

/** Presses a button that must be taken. */
async function press(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
}

test('what goes on beside a case: needs, support, a task, a note, a referral, legal advice', async ({
  demo,
  browser,
}) => {
  const handler = await as(demo, browser, 'deputy');
  const home = await caseAt(handler, demo, 'state=gathering');
  await expectAccessible(handler);
  await beside(handler, home, 'What would make it easier to take part');
  await handler.getByLabel('The parent the case is about').check();
  await handler.getByLabel('Asked: adjustments are in place').check();
  await handler
    .getByLabel('What is put in place?')
    .fill('An interpreter for Polish, and questions in writing.');
  await press(handler, 'Keep the answer');
  await beside(handler, home, 'Support for the person the words were about');
  await handler.getByLabel('Support was offered and taken up').check();
  await press(handler, 'Keep');
  await beside(handler, home, 'Tasks');
  await handler.getByLabel('What is to be done?').fill('Phone the class teacher');
  await handler.getByLabel('Why?').fill('She saw the messages first.');
  const day = new Date(Date.now() + 7 * 86_400_000);
  await handler.getByLabel('Day').fill(`${day.getDate()}`);
  await handler.getByLabel('Month').fill(`${day.getMonth() + 1}`);
  await handler.getByLabel('Year').fill(`${day.getFullYear()}`);
  await press(handler, 'Keep the task');
  await beside(handler, home, 'Internal notes');
  await handler.getByLabel('What do you know?').fill('The office had a call at nine on Tuesday.');
  await handler.getByLabel('What do you think of it?').fill('I think that everybody was tired.');
  await press(handler, 'Keep the note');
  await expect(handler.locator('main')).toContainText('What they think of it');

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
    .fill('There were two talks, and the words were said again after each.');
  await press(handler, 'Keep the referral');
  await expectAccessible(handler);
  const head = await as(demo, browser, 'head');
  await head.getByRole('link', { name: /Agree to a referral/ }).click();
  await head.goto(`${home}/referral`);
  await press(head, 'I have read this and agree');
  await head.goto(`${home}/referral`);
  await expectAccessible(head);
  await head.goto(`${home}/legal`);
  await head.getByLabel('The local authority’s legal team').check();
  const asked = {
    'What do you ask?': 'Could this sentence do serious harm to a person’s name?',
    'What happened, in order?': 'On the second a message was sent. On the fourth it was taken down.',
    'Which words is it about?': 'She takes what parents pay for trips.',
    'Who has read them, as far as you know?': 'Forty people in one group.',
    'What harm is there, and how do you know?': 'Two parents asked her about it at the gate.',
    'What would put it right?': 'That the words are taken back in the same group.',
    'Who agreed to the cost?': 'There is none: the helpline is free.',
  };
  for (const [label, words] of Object.entries(asked)) await head.getByLabel(label).fill(words);
  await expectAccessible(head);
  await press(head, 'Keep the request');
  await handler.goto(home);
  await expect(handler.locator('main')).not.toContainText('serious harm to a person’s name');
  await expectAccessible(handler);
});

test('a closed warning is reviewed by the Chair, who had no part in it, and becomes lighter', async ({
  demo,
  browser,
}) => {
  const handler = await as(demo, browser, 'deputy');
  const home = await caseAt(handler, demo, 'closed=yes', 'The parent asks for a review');
  await handler.getByRole('link', { name: 'The parent asks for a review' }).click();
  await handler
    .getByLabel('What do they say is wrong with the outcome?')
    .fill('They took the words back the same evening.');
  await handler.getByLabel('If it came late').fill('The family was abroad when the letter came.');
  await expectAccessible(handler);
  await press(handler, 'Record the request');
  const chair = await as(demo, browser, 'chair');
  await chair.getByRole('link', { name: /Decide a review/ }).click();
  await expectAccessible(chair);
  await chair.getByRole('link', { name: 'Decide the review' }).click();
  await chair.getByLabel(/Replaced: another, lighter outcome/).check();
  await chair
    .getByRole('group', { name: 'If it is replaced: by what?' })
    .getByLabel(/Advice/)
    .check();
  await chair
    .getByLabel('What are your reasons?')
    .fill('The words were taken back the same evening, so advice is enough.');
  await chair.getByLabel('The parent has had every paper').check();
  await chair.getByLabel('The school’s complaints procedure').check();
  await expectAccessible(chair);
  await press(chair, 'Record the review');
  await chair.getByLabel(/I have read this letter/).check();
  await expectAccessible(chair);
  await press(chair, 'Issue the letter');
  await chair.goto(home);
  await expect(chair.locator('main')).toContainText('Reviewed');
});

test('Head and Chair both leave a case, and somebody new is named to decide it', async ({
  demo,
  browser,
}) => {
  const handler = await as(demo, browser, 'deputy');
  const home = await caseAt(handler, demo, 'state=parent-contact');
  for (const who of ['head', 'chair']) {
    const page = await as(demo, browser, who);
    expect((await page.goto(home))?.status()).toBe(200);
    await page.getByRole('link', { name: 'I have an interest in this case' }).click();
    await page.getByLabel('What is your interest?').fill('The words are about how I lead the school.');
    await page.getByRole('button', { name: 'Leave this case' }).click();
    expect((await page.goto(home))?.status()).toBe(404);
    await page.context().close();
  }
  const governor = await as(demo, browser, 'governor');
  expect((await governor.goto(home))?.status()).toBe(404);
  await handler.goto(home);
  await expect(handler.locator('main')).toContainText('Kept from somebody with an interest');
  await handler.goto(`${home}/people`);
  await handler.getByRole('group', { name: 'Name who decides' }).getByRole('radio').first().check();
  await expectAccessible(handler);
  await press(handler, 'Name them');
  expect((await governor.goto(home))?.status()).toBe(200);
  await governor.getByRole('link', { name: 'End it with no further action' }).click();
  await governor.getByLabel('No, I have none').check();
  await governor
    .getByLabel('What are your reasons?')
    .fill('The words are sharp criticism of how the school is led, and nothing else.');
  await expectAccessible(governor);
  await press(governor, 'Record no further action');
  await expect(governor.locator('main')).toContainText('No further action');
});

test('a safeguarding hold stops every step towards the parent until it is released', async ({
  demo,
  browser,
}) => {
  const handler = await as(demo, browser, 'deputy');
  const home = await caseAt(handler, demo, 'state=gathering');
  await handler.getByRole('link', { name: 'Read the concern' }).click();
  const concern = handler.url();
  await handler.getByText('I am now worried about a child').click();
  await handler.getByLabel('What worries you').fill('A child told a friend that they are afraid at home.');
  await handler.getByRole('button', { name: 'Put the safeguarding hold on' }).click();
  await handler.goto(home);
  await expect(handler.locator('main')).toContainText('Nothing goes to the parent until they release it');
  await expect(handler.getByRole('button', { name: 'Start speaking to the parent' })).toHaveCount(0);
  await expectAccessible(handler);
  const lead = await as(demo, browser, 'safeguarding');
  await lead.goto(concern.replace('/desk/concerns/', '/desk/safeguarding/'));
  await lead.getByLabel('Not a safeguarding matter').check();
  await lead.getByLabel('Why, also when it was nothing').fill('Looked into; no child is at risk here.');
  await lead.getByLabel('Release the hold').check();
  await lead.getByRole('button', { name: 'Save the decision' }).click();
  await handler.goto(home);
  await expect(handler.getByRole('button', { name: 'Start speaking to the parent' })).toBeVisible();
});
