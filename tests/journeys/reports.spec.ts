import { as, test } from '../support/demo.ts';
import { aLaterWednesday, fillDay, fillToday, yesterday } from '../support/policy.ts';
import { expect, expectAccessible } from '../support/test.ts';

test('the Head sees what a term’s report will tell governors, and a governor sees no single matter', async ({
  demo,
  browser,
}) => {
  const head = await as(demo, browser, 'head');
  await head.goto(`${demo.service.origin}/desk/reports`);
  await expectAccessible(head);
  await head
    .getByRole('link', { name: / term \d{4}$/ })
    .first()
    .click();
  await expect(head.getByRole('heading', { name: 'Concerns by how they ended' })).toBeVisible();
  await expect(head.getByRole('table').first()).toBeVisible();
  await expectAccessible(head);
  const governor = await as(demo, browser, 'governor');
  await governor.goto(`${demo.service.origin}/desk/reports`);
  await expect(governor.locator('main')).toContainText('counts only, with small numbers');
  await expectAccessible(governor);
  expect((await governor.goto(head.url()))?.status()).toBe(403);
});

test('records are held, and go with a certificate that names nobody', async ({ demo, browser }) => {
  const lead = await as(demo, browser, 'admin');
  await lead.goto(`${demo.service.origin}/desk/data/kept`);
  await expectAccessible(lead);
  await lead.getByRole('link', { name: 'Pictures and parts of mail' }).click();
  await expectAccessible(lead);
  await lead.goto(`${demo.service.origin}/desk/data/kept/concern`);
  await expectAccessible(lead);
  const hold = lead.getByRole('link', { name: /^Put on hold/ }).first();
  if (!(await hold.isVisible())) await lead.getByText(/^Not due yet: /).click();
  await hold.click();
  await lead.getByRole('radio').first().check();
  await lead.getByLabel('What is it about?').fill('A letter of 3 March, reference HB 12.');
  await fillDay(lead, 'When will you look at it again?', aLaterWednesday());
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Put on hold' }).click();
  await expectAccessible(lead);
  await lead
    .getByRole('button', { name: /^Take off/ })
    .first()
    .click();
  await lead.goto(`${demo.service.origin}/desk/data/schedule`);
  await expectAccessible(lead);
  await lead.getByRole('link', { name: 'Change Concerns that ended without a case' }).click();
  await lead.getByLabel('Months').fill('0');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Save' }).click();
  await lead.goto(`${demo.service.origin}/desk/data/kept/concern`);
  await lead.getByLabel(/I have looked at the list/).check();
  await expectAccessible(lead);
  await lead.getByRole('button', { name: /^Destroy / }).click();
  await expect(lead.locator('main')).toContainText('The records are gone.');
  await lead.getByRole('link', { name: 'See the certificate' }).click();
  await expectAccessible(lead);
  const pdf = await lead.getByRole('link', { name: /^PDF/ }).first().getAttribute('href');
  const answer = await lead.request.get(demo.service.origin + pdf);
  expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a complaint about data and a breach are written down and run by their clocks', async ({
  demo,
  browser,
}) => {
  const lead = await as(demo, browser, 'admin');
  await lead.goto(`${demo.service.origin}/desk/data/complaints`);
  await expectAccessible(lead);
  await lead.getByRole('link', { name: 'Write a complaint down' }).click();
  await lead.getByLabel('Who complained?').fill('Wilf Ashdown');
  await lead.getByLabel('How can you answer them?').fill('wilf@home.example.org');
  await fillDay(lead, 'When did it come?', yesterday());
  await lead.getByLabel('What did they say?').fill('You kept my number.');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Write it down' }).click();
  await expect(lead.locator('main')).toContainText('Acknowledge it by');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'I have acknowledged it today' }).click();
  await lead.getByLabel('They were right', { exact: true }).check();
  await lead.getByLabel('What did you answer them?').fill('We took it off our list today.');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Close the complaint' }).click();
  await expectAccessible(lead);

  await lead.goto(`${demo.service.origin}/desk/data/breaches/new`);
  await fillToday(lead, 'On which day did the school come to know?');
  await lead.getByLabel('At what time?').fill('0.01');
  await lead.getByLabel('What happened?').fill('A list went to the wrong parent and was deleted.');
  await lead.getByLabel('How many people does it touch?').fill('24');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Write it down' }).click();
  await expect(lead.locator('main')).toContainText('The 72 hours end on');
  await expectAccessible(lead);
  await lead
    .getByRole('group', { name: 'Tell the Information Commissioner?' })
    .getByLabel('No', { exact: true })
    .check();
  await lead
    .getByRole('group', { name: 'Tell the people it touches?' })
    .getByLabel('Yes', { exact: true })
    .check();
  await lead.getByLabel('Why?').fill('It was deleted unread within the hour, and we have seen that.');
  await lead.getByRole('button', { name: 'Decide' }).click();
  await lead
    .getByLabel('What was done so that it does not happen again?')
    .fill('Lists go by a link that ends, no longer by mail.');
  await expectAccessible(lead);
  await lead.getByRole('button', { name: 'Close the breach' }).click();
  await expectAccessible(lead);
});
