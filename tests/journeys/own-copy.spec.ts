import { test } from '../support/demo.ts';
import { tellToPictures } from '../support/reporter.ts';
import { expect, expectAccessible } from '../support/test.ts';

test('a reporter reads their own copy with their code, on a phone', async ({ demo, browser }) => {
  const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
  const parent = await context.newPage();
  await tellToPictures(parent, demo.school, false);
  await parent.getByRole('button', { name: 'Continue' }).click();
  await parent.getByRole('button', { name: 'Send to the school' }).click();
  const code = await parent.locator('strong.hb-code').innerText();

  await parent.goto(`${demo.school}/concern/return`);
  await parent.getByLabel('Your code').fill(code);
  await parent.getByRole('button', { name: 'Show my page' }).click();
  await expectAccessible(parent);
  await parent.getByRole('button', { name: 'See what the school holds of what I told it' }).click();
  await expect(parent.getByRole('heading', { level: 1 })).toHaveText(
    'What the school holds of what you told it',
  );
  await expect(parent.locator('main')).toContainText('He wrote that he would wait for me at the gate.');
  await expect(parent.locator('main')).toContainText('Nothing: you did not say.');
  await expectAccessible(parent);
});
