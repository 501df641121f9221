import type { Browser, Page } from '@playwright/test';
import { setUpSchool } from '../support/people.ts';
import { aLaterWednesday, bringPolicyIntoForce, fillDay, fillToday, POLICY_FILE } from '../support/policy.ts';
import { expect, expectAccessible, test } from '../support/test.ts';

async function press(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await page.getByRole('button', { name, exact: true }).click();
}

async function addClause(page: Page, section: string, words: string, kind: string): Promise<void> {
  await page.getByRole('link', { name: `Add a clause to section ${section}` }).click();
  await page.getByLabel('Its words').fill(words);
  await page.getByRole('radio', { name: kind, exact: true }).check();
  await page.getByRole('button', { name: 'Add the clause' }).click();
  await expect(page.getByText('The clause is added.')).toBeVisible();
}

/** A parent on a phone with scripts off. */
async function plainPhone(browser: Browser) {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 360, height: 740 },
  });
  return { context, phone: await context.newPage() };
}

async function approveAndAdopt(page: Page, version: string): Promise<void> {
  await page.goto(`${version}/approve`);
  await fillToday(page, 'On which day?');
  await press(page, 'Record the approval');
  await page.goto(`${version}/adopt`);
  await page.getByLabel('Who adopted it?').fill('the Board of Governors');
  await fillToday(page, 'On which day?');
  await page.getByLabel('How was it decided?').fill('Agreed by all');
  await press(page, 'Record the adoption');
}

test('a policy is written, asked about, adopted, signed by link and published', async ({
  page,
  service,
  browser,
}) => {
  await setUpSchool(page, service.setUpLink, 'Elmwood Example School', [
    'School office',
    'Head Teacher',
    'Governor',
  ]);
  const school = `${service.origin}/s/elmwood-example-school`;
  const { context: plain, phone } = await plainPhone(browser);
  let version = '';

  await test.step('it is written from nothing, clause by clause', async () => {
    await page.goto(`${service.origin}/desk/policy/new`);
    await page.getByRole('link', { name: 'Write one here' }).click();
    await page.getByRole('radio', { name: 'In your own words' }).check();
    await press(page, 'Start writing');
    version = page.url().replace('/clauses', '');
    await addClause(page, '1', 'The groups are for news about school.', 'What the groups are for');
    await addClause(page, '2', 'Be kind to each other.', 'Guideline');
    await addClause(page, '2', 'Do not swear or threaten anybody.', 'Guideline');
    await page.getByRole('button', { name: 'Up clause 2.2' }).click();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Reword clause 2.2' }).click();
    await page.getByLabel('Its words').fill('Be kind and brief.');
    await press(page, 'Save');
    await page.goto(`${version}/change/hours`);
    await page.getByLabel('From').fill('9pm');
    await page.getByLabel('Which clause says so?').selectOption({ index: 1 });
    await press(page, 'Save');
    await page.goto(`${version}/signers`);
    await page.getByLabel('Their office').fill('Governor responsible');
    await press(page, 'Save');
    await page.goto(`${version}/summary`);
    await press(page, 'Save');
    await expectAccessible(page);
  });

  await test.step('parents are asked, one comments on a phone with scripts off and reads the answer', async () => {
    await page.getByRole('link', { name: 'Ask parents and staff what they think' }).click();
    await fillDay(page, 'What is the last day for comments?', aLaterWednesday());
    await press(page, 'Open the consultation');
    await expectAccessible(page);
    await phone.goto(school);
    await phone.getByRole('link', { name: 'Read it and comment' }).click();
    await phone.getByRole('link', { name: 'Write a comment' }).first().click();
    await phone.getByRole('button', { name: 'Send my comment' }).click();
    await expect(phone.getByRole('alert')).toBeVisible();
    await phone.getByLabel('What do you think?').fill('Please say that photos need permission.');
    await phone.getByRole('radio', { name: 'Parent or carer' }).check();
    await phone.getByRole('button', { name: 'Send my comment' }).click();
    await expect(phone.getByText('Thank you. We have your comment.')).toBeVisible();
    for (const path of ['/consultation', '/consultation/comment']) {
      await page.goto(school + path);
      await expectAccessible(page);
    }
    await page.goto(`${version}/consultation`);
    await page.getByRole('table').getByRole('link').first().click();
    await page.getByLabel('Your answer').fill('Yes: the next version says so.');
    await page.getByLabel('Show comment and answer on the public page').check();
    await press(page, 'Save the answer');
    await phone.reload();
    await expect(phone.getByText('Yes: the next version says so.')).toBeVisible();
    await page.getByText('End the consultation').first().click();
    await press(page, 'End the consultation');
    await page.getByRole('link', { name: 'Say what you heard and changed' }).click();
    await page.getByLabel('What we heard').fill('Photos matter to people.');
    await page.getByLabel('What we changed').fill('A clause about photos comes next.');
    await press(page, 'Publish');
    await page.goto(`${school}/consultation`);
    await expectAccessible(page);
  });

  await test.step('it is approved and adopted, and a governor without an account signs by a link', async () => {
    await approveAndAdopt(page, version);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Signature: Governor responsible' }).click();
    await page.getByRole('link', { name: 'Send them a link to sign by' }).click();
    await press(page, 'Show me the link to copy');
    await expectAccessible(page);
    const link = await page.locator('main code').innerText();
    await phone.goto(link);
    await phone.getByLabel('Your full name').fill('Gwen Ó Dónaill');
    await phone.getByLabel('I have read this policy').check();
    await phone.getByRole('button', { name: 'Sign', exact: true }).click();
    await expect(phone.getByRole('heading', { name: 'The policy is signed' })).toBeVisible();
    await page.goto(link);
    await expectAccessible(page);
    const record = await page.request.get(`${version}/adoption-record.pdf`);
    expect((await record.body()).subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('it is published: page, poster, embed, other policies', async () => {
    await page.goto(`${version}/in-force`);
    await fillToday(page, 'Since which day is it in force?');
    await press(page, 'Put in force and publish');
    await page.goto(`${service.origin}/desk/policy/publication`);
    await page.getByLabel('Sites that may show the policy').fill('www.elmwood.example.org');
    await page.getByLabel('What the school calls it').fill('Complaints policy');
    await page.getByLabel('Its address on the web').fill('www.elmwood.example.org/complaints');
    await press(page, 'Save');
    await expectAccessible(page);
    await page.goto(school);
    await expectAccessible(page);
    await expect(page.locator('main')).toContainText('In short');
    await page.goto(`${school}/embed`);
    await expectAccessible(page);
    const poster = await page.request.get(`${school}/policy/1/poster.pdf`);
    expect(poster.headers()['content-type']).toContain('application/pdf');
    await page.goto(`${version}/review`);
    await page.getByLabel('When will it be reviewed next?').fill('Spring 2030');
    await press(page, 'Save the date');
  });

  await plain.close();
});

test('the next version is read sentence by sentence, compared, and asks nobody to agree again', async ({
  page,
  service,
  browser,
}) => {
  await setUpSchool(page, service.setUpLink, 'Ashby Example School', [
    'School office',
    'Head Teacher',
    'Governor',
  ]);
  await bringPolicyIntoForce(page, service.origin);
  const school = `${service.origin}/s/ashby-example-school`;
  const { context: plain, phone } = await plainPhone(browser);
  await page.goto(`${service.origin}/desk/policy/new`);
  await page.getByLabel('Your policy’s file').setInputFiles(POLICY_FILE);
  await page.getByRole('button', { name: 'Read it' }).click();
  const version = page.url();
  await page.goto(`${version}/reading`);
  await expectAccessible(page);
  await page.goto(`${version}/clauses`);
  await page.getByRole('button', { name: 'Take out clause 1.2' }).click();
  await page.goto(`${version}/reading`);
  await page.getByRole('link', { name: 'Make it a clause, or leave it out' }).first().click();
  await page.getByLabel('Why?').fill('Said elsewhere');
  await press(page, 'Leave it out');
  for (let left = 0; left < 10; left += 1) {
    const more = page.getByRole('link', { name: 'Make it a clause, or leave it out' }).first();
    if ((await more.count()) === 0) break;
    await more.click();
    await page.getByLabel('Why?').fill('Said elsewhere');
    await page.getByRole('button', { name: 'Leave it out' }).click();
  }
  for (let left = 0; left < 10; left += 1) {
    await page.goto(version);
    const doubt = page.locator('main a[href*="doubt="]').first();
    if ((await doubt.count()) === 0) break;
    await doubt.click();
    await page.getByRole('button', { name: 'It is right as it is' }).click();
  }
  await page.goto(`${version}/signers`);
  for (const box of await page.getByRole('radio', { name: 'Does not sign' }).all()) await box.check();
  await page.getByRole('button', { name: 'Save' }).click();
  await approveAndAdopt(page, version);
  await page.goto(`${version}/compare`);
  await expectAccessible(page);
  await page.goto(`${version}/in-force`);
  await fillToday(page, 'Since which day is it in force?');
  await page.getByRole('button', { name: 'Put in force and publish' }).click();
  await expect(page.getByRole('alert')).toContainText('Say whether the change matters to parents');
  await page.getByRole('radio', { name: 'No, agreements stay good' }).check();
  await press(page, 'Put in force and publish');
  await phone.goto(`${school}/policy/2/changes`);
  await expect(phone.locator('main')).toContainText('your agreement stays good');
  await page.goto(`${school}/policy/2/changes`);
  await expectAccessible(page);
  await phone.goto(`${school}/policy/1`);
  await expect(phone.locator('main')).toContainText('This version is not in force any more');
  await plain.close();
});
