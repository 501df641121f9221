import type { Page } from '@playwright/test';
import { as, type Demo, parentWith, test } from '../support/demo.ts';
import { expect, expectAccessible } from '../support/test.ts';

/** The case whose page has these words, from the list. */
async function caseWith(page: Page, demo: Demo, words: string): Promise<string> {
  await page.goto(`${demo.service.origin}/desk/cases`);
  const links = await page
    .locator('main table a')
    .evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  for (const link of links) {
    await page.goto(demo.service.origin + link);
    if ((await page.locator('main').innerText()).includes(words)) return page.url();
  }
  throw new Error(`No case here: ${words}`);
}

/** Staff give the parent of a case a code on paper. */
async function giveCode(staff: Page, home: string): Promise<string> {
  await staff.goto(home);
  await staff.getByRole('link', { name: 'The parent’s own page', exact: true }).click();
  await expectAccessible(staff);
  await staff.getByRole('button', { name: 'Make a code on paper' }).click();
  await expectAccessible(staff);
  return staff.locator('strong.hb-code').innerText();
}

/** Goes to something on the parent's page, and checks it. */
async function open(page: Page, demo: Demo, link: string | RegExp): Promise<void> {
  await page.goto(`${demo.school}/mine/page`);
  await page.getByRole('main').getByRole('link', { name: link }).first().click();
  await expectAccessible(page);
}

async function fillSlot(page: Page, legend: string, ahead: number, time: string): Promise<void> {
  const day = new Date(Date.now() + ahead * 86_400_000);
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day', { exact: true }).fill(`${day.getDate()}`);
  await group.getByLabel('Month').fill(`${day.getMonth() + 1}`);
  await group.getByLabel('Year').fill(`${day.getFullYear()}`);
  await group.getByLabel('Time').fill(time);
}

test('a parent reads what is said on a phone, answers, asks to talk and chooses a time', async ({
  demo,
  browser,
}) => {
  const handler = await as(demo, browser, 'deputy');
  const home = await caseWith(handler, demo, 'eleven messages in one night');
  const parent = await parentWith(demo, browser, await giveCode(handler, home));
  await expect(parent.getByRole('heading', { level: 1 })).toHaveText('We would like to hear your side');
  await expect(parent.locator('main')).not.toContainText('Haddad');
  await expectAccessible(parent);

  await open(parent, demo, 'Say what would help you');
  await parent.getByLabel('An interpreter').check();
  await parent.getByLabel('Which language').fill('Welsh');
  await parent.getByRole('button', { name: 'Send to the school' }).click();
  await expectAccessible(parent);
  await open(parent, demo, 'Write your side');
  await parent.getByRole('button', { name: 'Send to the school' }).click();
  await expect(parent.getByRole('alert')).toContainText('Write what you want to say');
  await parent.getByLabel('I would rather not say').check();
  await parent
    .getByLabel('What happened, as you see it?')
    .fill('We fell out that evening. I am sorry for the hour.');
  await parent.getByRole('button', { name: 'Send to the school' }).click();
  await expect(parent.getByRole('heading', { level: 1 })).toHaveText('The school has it');
  await expectAccessible(parent);
  await open(parent, demo, 'Ask to talk');
  await parent.getByLabel('Online').check();
  await parent.getByLabel('When does it suit you?').fill('Weekday evenings');
  await parent.getByRole('button', { name: 'Ask to talk' }).click();

  await handler.goto(home);
  await expect(handler.locator('main')).toContainText('We fell out that evening.');
  await expect(handler.locator('main')).toContainText('Arrange a talk: the parent asks for one');
  await handler.getByRole('link', { name: 'Meetings with the parent' }).click();
  await expectAccessible(handler);
  await handler.getByRole('link', { name: 'Arrange a meeting' }).click();
  await expectAccessible(handler);
  await handler
    .getByLabel('What is the meeting for?')
    .fill('We would like to hear how it looks from your side.');
  await handler
    .getByLabel('What would you like to talk about?')
    .fill('That evening\nWhat would put it right');
  await handler
    .getByLabel('Who will be there, and why?')
    .fill('Tomasz Zieliński, who listens and takes notes');
  await handler.getByLabel('Online').check();
  await handler.getByLabel('About 30 minutes').check();
  await fillSlot(handler, 'Time 1', 5, '6pm');
  await fillSlot(handler, 'Time 2', 6, '18:30');
  await handler.getByRole('button', { name: 'Offer these times' }).click();
  await expect(handler.getByRole('article', { name: 'The letter' })).toContainText(
    'It is a talk, not a hearing.',
  );

  await open(parent, demo, 'Choose a time to talk');
  await parent.getByLabel(/at 6pm/).check();
  await parent.getByRole('button', { name: 'Choose this time' }).click();
  await open(parent, demo, /^We meet on/);
  const download = parent.waitForEvent('download');
  await parent.getByRole('link', { name: 'Put it into your calendar' }).click();
  expect((await download).suggestedFilename()).toBe('meeting.ics');
  await handler.goto(home);
  await expect(handler.locator('main')).toContainText('Tell the others: the parent chose a time');
  await parent.goto(`${demo.school}/mine/page`);
  await expectAccessible(parent);
  await parent.getByRole('button', { name: 'Close my page' }).click();
  await parent.goto(`${demo.school}/mine/page`);
  await expect(parent.getByLabel('Your code')).toBeVisible();
});

test('a parent reads the notes of a meeting and corrects them', async ({ demo, browser }) => {
  const handler = await as(demo, browser, 'deputy');
  const home = await caseWith(handler, demo, 'does not care about the children');
  await expectAccessible(handler);
  const parent = await parentWith(demo, browser, await giveCode(handler, home));
  await expectAccessible(parent);
  await open(parent, demo, /^Notes of our meeting/);
  await parent.getByLabel('What is missing, or not right?').fill('It was three weeks, not two.');
  await parent.getByRole('button', { name: 'Put it beside the notes' }).click();
  await expect(parent.getByRole('heading', { level: 1 })).toHaveText('The school has it');
  await handler.goto(home);
  await handler.getByRole('link', { name: 'Meetings with the parent' }).click();
  await handler.getByRole('main').getByRole('link', { name: / at / }).first().click();
  await expect(handler.locator('main')).toContainText('It was three weeks, not two.');
  await expectAccessible(handler);
});

test('a parent without scripts reads the decision and its letter, and asks for a review', async ({
  demo,
  browser,
}) => {
  const handler = await as(demo, browser, 'deputy');
  const home = await caseWith(handler, demo, 'families who had not paid');
  const parent = await parentWith(demo, browser, await giveCode(handler, home), false);
  await expect(parent.getByRole('heading', { level: 1 })).toHaveText('We have decided');
  const letter = await parent
    .getByRole('link', { name: /A reminder about the code.*PDF/ })
    .getAttribute('href');
  const pdf = await parent.context().request.get(`${demo.service.origin}${letter}`);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await parent.getByRole('main').getByRole('link', { name: 'Ask for a review' }).click();
  await parent.getByLabel('What is wrong with the decision?').fill('I took the list down myself.');
  await parent.getByRole('button', { name: 'Ask for a review' }).click();
  await expect(parent.locator('main')).toContainText('Say in a sentence why you ask only now');
  await parent.getByLabel(/why do you ask only now/).fill('I was ill for two weeks after the letter came.');
  await parent.getByRole('button', { name: 'Ask for a review' }).click();
  await expect(parent.getByRole('heading', { level: 1 })).toHaveText('The school has it');
  const chair = await as(demo, browser, 'chair');
  await expect(chair.getByRole('link', { name: /Decide a review/ })).toBeVisible();
});

test('the office keys in what a parent answered on paper', async ({ demo, browser }) => {
  const office = await as(demo, browser, 'office');
  await office.goto(`${demo.service.origin}/desk/letters`);
  await office.getByRole('link', { name: 'Key in an answer form that came on paper' }).click();
  await expectAccessible(office);
  await office.getByLabel('Code on the form').fill('XXXX-XXXX');
  await office.getByLabel('They ticked “No”').check();
  await office.getByLabel('2. What happened').fill('I was at work.');
  await office.getByRole('button', { name: 'Keep what they wrote' }).click();
  await expect(office.locator('main')).toContainText('No form that is still open has this code');
});
