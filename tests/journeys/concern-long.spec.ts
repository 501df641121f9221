import type { Page } from '@playwright/test';
import { inviteAndJoin, setUpSchool } from '../support/people.ts';
import { addScreenshot, tellToPictures } from '../support/reporter.ts';
import { expect, expectAccessible, test } from '../support/test.ts';

const PHONE = { width: 360, height: 740 };

/** The addresses that the tab's Back and Forward buttons still know. */
async function history(page: Page): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  const { entries } = await session.send('Page.getNavigationHistory');
  return entries.map(({ url }) => url);
}

/** The page that a reporter comes back to, by its code. */
async function comeBack(parent: Page, school: string, code: string): Promise<void> {
  await parent.goto(`${school}/concern/return`);
  await parent.getByLabel('Your code').fill(code);
  await parent.getByRole('button', { name: 'Show my page' }).click();
}

/** Sends what was checked, and keeps the code. */
async function send(parent: Page): Promise<string> {
  await parent.getByRole('button', { name: 'Send to the school' }).click();
  await expect(parent.getByRole('heading', { name: 'The school has your concern' })).toBeVisible();
  return (await parent.locator('.hb-code').first().innerText()).trim();
}

test('a parent tells at night on a phone, leaves quickly, comes back, answers, opens up; the school puts two reports together', async ({
  page: head,
  service,
  browser,
}) => {
  const roles = ['School office', 'Head Teacher', 'Case handler'];
  test.slow();
  await setUpSchool(head, service.setUpLink, 'Thornby Example CE School', roles);
  const handler = { name: 'Hari Handler', email: 'hari@oakfield.example.org', role: 'Case handler' };
  const { page: deputy } = await inviteAndJoin(head, service.origin, handler);
  const school = `${service.origin}/s/thornby-example-ce-school`;
  const context = await browser.newContext({ viewport: PHONE });
  await context.route('https://www.bbc.co.uk/**', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<title>Weather</title><h1>Rain</h1>' }),
  );
  const parent = await context.newPage();

  // Somebody comes into the room: nothing of the concern is left behind Back or Forward.
  await parent.goto(school);
  const screenshot = await parent.screenshot();
  await parent.goto(`${school}/concern`);
  for (const answer of ['No', 'Without my name', 'Words that somebody wrote or said']) {
    await parent.getByLabel(answer, { exact: true }).check();
    await parent.getByRole('button', { name: 'Continue' }).click();
  }
  await parent.getByLabel('A parent or carer').waitFor();
  await parent.getByRole('link', { name: 'Leave this page now' }).click();
  await expect(parent.getByRole('heading', { name: 'Rain' })).toBeVisible();
  expect((await history(parent)).filter((url) => url.includes('/concern'))).toEqual([]);
  await parent.goBack();
  await expect(parent.locator('body')).not.toContainText('concern', { ignoreCase: true });

  // A complaint about the school has its own way, and nobody is sent away.
  await parent.goto(`${school}/concern`);
  await parent.getByLabel('No', { exact: true }).check();
  await parent.getByRole('button', { name: 'Continue' }).click();
  await parent.getByLabel('Without my name').check();
  await parent.getByRole('button', { name: 'Continue' }).click();
  await parent
    .getByLabel(/school/)
    .last()
    .check();
  await parent.getByRole('button', { name: 'Continue' }).click();
  await expect(parent.getByRole('heading', { level: 1 })).toContainText('complaint about the school');
  await expectAccessible(parent);

  await tellToPictures(parent, school);
  await addScreenshot(parent, screenshot);
  const code = await send(parent);
  expect(code.split('-')).toHaveLength(5);
  await parent.getByText('Show a square to scan instead').click();
  await expect(parent.getByAltText('A square code that leads back to your concern')).toBeVisible();
  await expectAccessible(parent);
  await parent.getByLabel('Or type the code back').fill(code.replaceAll('-', ' ').toUpperCase());
  await parent.getByRole('button', { name: 'I have my code' }).click();
  await expect(parent.getByRole('heading', { name: 'You can close this page' })).toBeVisible();

  // Another parent tells of the same words.
  const other = await (await browser.newContext({ viewport: PHONE })).newPage();
  await tellToPictures(other, school, false);
  await other.getByRole('button', { name: 'Continue' }).click();
  const second = await send(other);

  // The school sorts both, puts them together, names who looks after them, and asks the first.
  await head.goto(`${service.origin}/desk/concerns`);
  const references = await head.locator('main table a').allInnerTexts();
  expect(references).toHaveLength(2);
  for (const reference of references) {
    await head.goto(`${service.origin}/desk/concerns`);
    await head.getByRole('link', { name: reference, exact: true }).click();
    await head.getByLabel('No sign of it').check();
    await head.getByLabel('Why do you think so?').fill('Adults only.');
    await head.getByRole('button', { name: 'Save the answer' }).click();
    await head.getByLabel('I have nothing to do with it').check();
    await head.getByRole('button', { name: 'Save the answer' }).click();
  }
  await head.goto(`${service.origin}/desk/concerns`);
  await head.getByRole('link', { name: references[0] ?? '', exact: true }).click();
  await head.getByRole('link', { name: 'Other reports tell of the same matter' }).click();
  await expectAccessible(head);
  await head.getByLabel(new RegExp(references[1] ?? '')).check();
  await head.getByLabel('Why it is the same matter').fill('The same words at the gate.');
  await head.getByLabel('I have nothing to do with any of them').check();
  await head.getByRole('button', { name: 'Put them together' }).click();
  await expect(head.getByText('The reports are together now')).toBeVisible();
  await expectAccessible(head);
  await head.getByRole('link', { name: `Concern ${references[0]}` }).click();
  await head.getByText('Change who looks after it').click();
  await head.getByLabel('Deputy').selectOption('Hari Handler');
  await head.getByRole('button', { name: 'Save who looks after it' }).click();
  await expect(head.getByText('Saved.')).toBeVisible();
  await expectAccessible(head);
  await deputy.goto(`${service.origin}/desk/away`);
  await expectAccessible(deputy);
  await head.getByText('Ask the reporter something').click();
  await head.getByLabel('What you ask, or want them to know').fill('Was anybody else there?');
  await head.getByRole('button', { name: 'Send it' }).click();
  await head.getByRole('link', { name: 'This report was sent to do harm' }).click();
  await expectAccessible(head);

  // The first comes back, answers, adds, hears of news at an address, and says who they are.
  await comeBack(parent, school, code);
  await expect(parent.getByText('Was anybody else there?')).toBeVisible();
  await expectAccessible(parent);
  await parent.getByLabel('Answer a question or add something').fill('Only the two of us.');
  await parent.getByRole('button', { name: 'Send to the school' }).click();
  await expect(parent.getByText('Your words are with the school')).toBeVisible();
  await comeBack(parent, school, code);
  await parent.getByRole('button', { name: 'Add a screenshot, messages or an email' }).click();
  await parent.getByLabel('Text of the email').fill('I will wait for you again.');
  await expectAccessible(parent);
  await parent.getByRole('button', { name: 'Send to the school' }).click();
  await comeBack(parent, school, code);
  await parent.getByText('Tell me by email when there is something new').click();
  await parent.getByLabel('Email address for news').fill('night@relay.example.org');
  await parent.getByRole('button', { name: 'Save', exact: true }).click();
  await comeBack(parent, school, code);
  await parent.getByText('I want to tell the school who I am').click();
  await parent.getByLabel('In confidence').check();
  await parent.getByLabel('Your name').fill('Rukhsana Malik');
  await parent.getByRole('button', { name: 'Tell the school' }).click();
  await expect(parent.getByText('The school knows now who you are')).toBeVisible();

  // The second has never heard of the first.
  await comeBack(other, school, second);
  await expect(other.getByText('I want to take my concern back')).toBeVisible();
  await expect(other.locator('main')).not.toContainText('anybody else there');
});
