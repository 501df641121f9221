import type { Page } from '@playwright/test';
import { planPart, press, SAID, step } from '../support/ban.ts';
import { as, test } from '../support/demo.ts';
import { fillToday } from '../support/policy.ts';
import { expect, expectAccessible } from '../support/test.ts';

/** Gives the letter that waits first, as the office does. */
async function give(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/desk/letters`);
  await page.locator('main table a').first().click();
  await page
    .getByRole('group', { name: 'How was it given to the parent?' })
    .getByRole('radio')
    .first()
    .check();
  await fillToday(page, 'On which day?');
  await press(page, 'Record that it was given');
}

test('a ban: notice, what the parent says, confirmed, at the gate, reviewed, lifted', async ({
  demo,
  browser,
}) => {
  const { origin } = demo.service;
  const head = await as(demo, browser, 'head');
  await head.goto(`${origin}/desk/cases?state=decision`);
  await head.locator('main table a').first().click();
  const ban = `${head.url()}/ban`;
  await head.goto(ban);
  await expectAccessible(head);
  await press(head, 'Consider a ban');
  await expectAccessible(head);
  for (const part of ['risk', 'scope', 'child', 'fairness']) await planPart(head, ban, part);
  await step(head, ban, 'notice', 'Issue the notice');
  await expect(head.locator('main')).toContainText('Notice given, not in force');

  const office = await as(demo, browser, 'office');
  const letters = async () => {
    await office.goto(`${origin}/desk/letters`);
    return office.getByRole('table').first().locator('a').count();
  };
  for (let left = await letters(); left > 0 && left < 10; left -= 1) await give(office, origin);

  const deputy = await as(demo, browser, 'deputy');
  await deputy.goto(`${ban}/representation`);
  await deputy.getByRole('radio').first().check();
  for (const box of await deputy.locator('main textarea').all())
    await box.fill('I only come to collect Sam.');
  await expectAccessible(deputy);
  await deputy.locator('main form button').first().click();
  await head.goto(`${ban}/answer/0`);
  for (const box of await head.locator('main textarea').all()) await box.fill(SAID);
  await expectAccessible(head);
  await head.locator('main form button').first().click();

  await step(head, ban, 'confirm', 'Issue the ban');
  await expect(head.locator('main')).toContainText('In force');
  await office.goto(`${origin}/desk/gate`);
  await expectAccessible(office);
  await expect(office.locator('main')).not.toContainText('collect Sam');

  await head.goto(`${ban}/review`);
  const reviewer = head.getByLabel('Who looks at it afresh?');
  await expectAccessible(head);
  await reviewer.selectOption({ label: 'Anthony Delacroix' });
  await press(head, 'Write the letter');
  await head.getByLabel(/I have read this letter/).check();
  await press(head, 'Issue the invitation');
  const chair = await as(demo, browser, 'chair');
  await chair.goto(ban);
  await expectAccessible(chair);
  await step(chair, ban, 'lift', 'Lift the ban and issue the letter');
  await expect(chair.locator('main')).toContainText('Lifted');
  await office.goto(`${origin}/desk/gate`);
  await expectAccessible(office);
});
