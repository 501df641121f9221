import { as, test } from '../support/demo.ts';
import { expect, expectAccessible } from '../support/test.ts';

const MINE = 'I weighed what both of them said for a whole evening, and this is what I came to in the end.';

test('two people on one case at once: the Head is told who did what meanwhile, and loses no word', async ({
  demo,
  browser,
}) => {
  const { origin } = demo.service;
  const head = await as(demo, browser, 'head');
  await head.goto(`${origin}/desk/cases?state=decision`);
  await head.locator('main table a').first().click();
  const home = head.url();
  await head.goto(`${home}/no-further-action`);
  await head.getByLabel('No, I have none').check();
  await head.getByLabel('What are your reasons?').fill(MINE);

  const deputy = await as(demo, browser, 'deputy');
  await deputy.goto(`${home}/support`);
  await deputy.getByRole('radio').first().check();
  await deputy.locator('main textarea').first().fill('She was asked, and knows whom to call.');
  await deputy.locator('main form button').first().click();
  await expect(deputy.locator('main')).toContainText('It is on record.');

  await head.getByRole('button', { name: 'Record no further action' }).click();
  const told = head.getByRole('alert');
  await expect(told).toContainText(
    'Support for the person the words were about was recorded (Tomasz Zieliński',
  );
  await expect(told).toContainText('press the button again');
  await expect(head.getByLabel('What are your reasons?')).toHaveValue(MINE);
  await expectAccessible(head);
  const window = await head.context().newPage();
  await window.goto(`${home}/no-further-action`);
  await window.getByLabel('No, I have none').check();
  await window.getByLabel('What are your reasons?').fill(MINE);
  await head.getByRole('button', { name: 'Record no further action' }).click();
  await expect(head.getByRole('article', { name: 'The letter' })).toBeVisible();

  // The same Head, in a second window that was left open: nothing can be decided there any more.
  await window.getByRole('button', { name: 'Record no further action' }).click();
  await expect(window.getByRole('heading', { level: 1 })).toHaveText('Somebody else was here first');
  await expect(window.locator('main')).toContainText('What you wrote');
  await expect(window.locator('main')).toContainText(MINE);
  await expectAccessible(window);
});
