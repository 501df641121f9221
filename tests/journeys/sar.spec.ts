import type { Browser } from '@playwright/test';
import { as, type Demo, test } from '../support/demo.ts';
import { fillToday } from '../support/policy.ts';
import { expect, expectAccessible } from '../support/test.ts';

/** The name of the parent that the first closed case is about, as whoever works on it reads it. */
async function somebody(demo: Demo, browser: Browser): Promise<string> {
  const page = await as(demo, browser, 'deputy');
  await page.goto(`${demo.service.origin}/desk/cases?closed=yes`);
  await page.locator('main table a').first().click();
  const row = page.locator('.govuk-summary-list__row').filter({ hasText: 'The parent' }).first();
  const name = await row.locator('bdi').first().innerText();
  await page.context().close();
  return name;
}

test('a parent asks for their own data: searched, covered, checked by somebody else, sent', async ({
  demo,
  browser,
}) => {
  const name = await somebody(demo, browser);
  const lead = await as(demo, browser, 'admin');
  await lead.goto(`${demo.service.origin}/desk/data`);
  await expectAccessible(lead);
  await lead.getByRole('link', { name: 'Requests for their own data' }).click();
  await expectAccessible(lead);
  await lead.getByRole('link', { name: 'Write a request down' }).click();
  await lead.getByLabel('Who asks?').fill(name);
  await lead.getByLabel('How can you answer them?').fill('By post, at home.');
  await lead.getByLabel('In words: at the desk or by phone').check();
  await fillToday(lead, 'When did it come?');
  await lead.getByLabel('What do they ask for?').fill('Everything about me.');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Write it down and search' }).click();
  await expect(lead.locator('main')).toContainText('Answer by');
  await expectAccessible(lead);
  const request = lead.url();

  for (const link of await lead
    .getByRole('table', { name: 'Records found' })
    .getByRole('link')
    .evaluateAll((all) => all.map((each) => each.getAttribute('href')))) {
    await lead.goto(demo.service.origin + link);
    await expectAccessible(lead);
    const answer = lead.getByRole('link', { name: /^Answer / }).first();
    if (await answer.isVisible()) {
      await answer.click();
      await lead.getByLabel('It is reasonable to show it without asking them').check();
      await lead.getByLabel('Why?').fill('They said it in a meeting where this parent was.');
      await expectAccessible(lead);
      await lead.getByRole('button', { name: 'Keep it so' }).click();
    }
    const rest = lead.getByLabel('Why do the rest stay covered?');
    if (await rest.isVisible()) {
      await rest.fill('They spoke in confidence and cannot be asked.');
      await lead.getByRole('button', { name: 'Cover the rest' }).click();
      await expect(lead.locator('main')).toContainText('The rest stays covered');
      await expectAccessible(lead);
    }
    await lead.getByRole('button', { name: 'Put this record into the pack' }).click();
  }

  await lead.getByRole('link', { name: 'Look at the pack and have it checked' }).click();
  await lead.getByLabel('Words that would tell who somebody else is').fill('the lady with the red bicycle');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Cover these words' }).click();
  const preview = await lead.request.get(`${request}/preview`);
  expect((await preview.body()).subarray(0, 5).toString()).toBe('%PDF-');
  await lead.getByLabel('Who looks at it before it goes?').selectOption({ label: 'Grace Adeyemi' });
  await lead.getByRole('button', { name: 'Print it and have it checked' }).click();
  await expectAccessible(lead);

  const head = await as(demo, browser, 'head');
  await head.getByRole('link', { name: 'Check a pack of somebody’s data' }).first().click();
  await expectAccessible(head);
  for (const box of await head.getByRole('checkbox').all()) await box.check();
  await head.getByRole('button', { name: 'It may go' }).click();
  await expectAccessible(head);

  await lead.goto(request);
  await lead.getByLabel('How did it go to them?').fill('By hand, in a sealed envelope.');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'It went today' }).click();
  await expect(lead.locator('main')).toContainText('By hand, in a sealed envelope.');
  await expectAccessible(lead);
});
