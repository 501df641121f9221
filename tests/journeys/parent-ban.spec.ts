import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { planPart, press, step } from '../support/ban.ts';
import { as, parentWith, test } from '../support/demo.ts';
import { fillToday } from '../support/policy.ts';
import { expect, expectAccessible } from '../support/test.ts';

const PHONE = { width: 360, height: 740 };
const ONLY = 'I only ever come to collect Sam, at half past three.';

/** With SHOTS=folder, keeps a picture of the page as somebody without scripts sees it on a phone. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}

test('a parent answers a ban on a phone without scripts, and on paper, keyed in by the office', async ({
  demo,
  browser,
}) => {
  const { origin } = demo.service;
  const head = await as(demo, browser, 'head');
  await head.goto(`${origin}/desk/cases?state=decision`);
  await head.locator('main table a').first().click();
  const home = head.url();
  const ban = `${home}/ban`;
  await head.goto(ban);
  await press(head, 'Consider a ban');
  for (const part of ['risk', 'scope', 'child', 'fairness']) await planPart(head, ban, part);
  await step(head, ban, 'notice', 'Issue the notice');

  const deputy = await as(demo, browser, 'deputy');
  await deputy.goto(`${home}/parent-page`);
  await deputy.getByRole('button', { name: 'Make a code on paper' }).click();
  const code = await deputy.locator('strong.hb-code').innerText();

  const parent = await parentWith(demo, browser, code, false);
  await expect(parent.locator('main')).toContainText('It does not hold yet, and nothing is decided.');
  await picture(parent, 'mine-ban-360');
  await parent.getByRole('link', { name: 'Say what you think of the ban' }).click();
  await expect(parent.locator('main')).toContainText('You would rather not type?');
  await picture(parent, 'mine-ban-form-360');
  await parent.getByRole('button', { name: 'Send to the school' }).click();
  await expect(parent.getByRole('alert')).toContainText('Write what you want to say');
  await picture(parent, 'mine-ban-error-360');
  await parent.getByLabel('What do you want to say?').fill(ONLY);
  await parent.getByRole('button', { name: 'Send to the school' }).click();
  await expect(parent.getByRole('heading', { level: 1 })).toHaveText('The school has it');
  await expect(parent.locator('main')).toContainText(ONLY);
  await picture(parent, 'mine-ban-receipt-360');
  const form = await parent.context().request.get(`${demo.school}/mine/answer-form.pdf`);
  expect((await form.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await head.goto(ban);
  await expect(head.locator('main')).toContainText(ONLY);
  await expectAccessible(head);

  // The same pages with scripts on, checked by axe.
  const checked = await parentWith(demo, browser, code, true);
  await expectAccessible(checked);
  await checked.goto(`${demo.school}/mine/ban`);
  await expectAccessible(checked);
  await checked.goto(`${demo.school}/mine/answer`);
  await expectAccessible(checked);

  await deputy.goto(`${home}/parent-page`);
  const printed = /Its code is ([0-9A-Z]{4}-[0-9A-Z]{4})/.exec(await deputy.locator('main').innerText());
  const office = await as(demo, browser, 'office');
  await office.setViewportSize(PHONE);
  await office.goto(`${origin}/desk/answer-forms`);
  await office.getByLabel('Code on the form').fill(printed?.[1] ?? '');
  await fillToday(office, 'On which day did it come?');
  await office.getByLabel('They ticked the third box, or nothing').check();
  await office.getByLabel('2. What happened').fill('My hand is shaky, so I keep it short: I am sorry.');
  await office.getByLabel('4. What would make it easier').fill('Large print.');
  await office.getByRole('button', { name: 'Keep what they wrote' }).click();
  await expect(office.locator('main')).toContainText('It is kept, and whoever works on the matter is told.');
  await expectAccessible(office);
  await deputy.goto(`${home}/parent-page`);
  await expect(deputy.locator('main')).toContainText('My hand is shaky, so I keep it short: I am sorry.');
  await expect(deputy.locator('main')).toContainText('On paper, keyed in');
  await expectAccessible(deputy);
});
