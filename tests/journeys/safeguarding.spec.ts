import { tellWithoutScripts } from '../support/concern.ts';
import { inviteAndJoin, setUpSchool } from '../support/people.ts';
import { expect, expectAccessible, test } from '../support/test.ts';

const NAME = 'Thornby Example CE School';

test('a safeguarding hold: a call for help, the lead’s own room, an allegation and its clock, the release', async ({
  page: head,
  service,
  browser,
}) => {
  const { origin } = service;
  await setUpSchool(head, service.setUpLink, NAME, ['School office', 'Head Teacher']);
  const { page: lead } = await inviteAndJoin(head, origin, {
    name: 'Priya Nair',
    email: 'priya@oakfield.example.org',
    role: 'Safeguarding lead',
  });
  await lead.goto(`${origin}/desk/safeguarding`);
  await expect(lead.getByText('Nothing here')).toBeVisible();
  await expectAccessible(lead);

  const context = await browser.newContext({ javaScriptEnabled: false });
  await tellWithoutScripts(await context.newPage(), `${origin}/s/thornby-example-ce-school`);
  await context.close();

  await test.step('the Head calls for help and writes that down', async () => {
    await head.goto(`${origin}/desk/concerns`);
    await head.locator('main table a').first().click();
    await expectAccessible(head);
    await head.getByRole('link', { name: 'A child is in danger now' }).click();
    await expect(head.getByText('Call 999 first')).toBeVisible();
    await expectAccessible(head);
    await head.getByLabel('999', { exact: true }).check();
    await head.getByLabel('The number they gave to the call').fill('Log 4711');
    await head.getByRole('button', { name: 'Save: the call was made' }).click();
    await expect(head.getByText('The safeguarding hold is on. Do not speak')).toBeVisible();
    await expectAccessible(head);
  });

  await test.step('the lead works in a room of their own', async () => {
    await lead.goto(`${origin}/desk`);
    await lead.getByRole('link', { name: 'Safeguarding', exact: true }).click();
    await lead.locator('main table a').first().click();
    await lead.getByLabel('Write into the chronology').fill('Spoke to the class teacher at 9.10.');
    await expectAccessible(lead);
    await lead.getByRole('button', { name: 'Write it down' }).click();
    await lead.getByText('Where the child’s own record is').last().click();
    await lead.getByLabel('Where', { exact: true }).selectOption('CPOMS');
    await lead.getByLabel('Its number there').fill('C-4711');
    await expectAccessible(lead);
    await lead.getByRole('button', { name: 'Keep it' }).click();
    await expect(lead.locator('main')).toContainText('CPOMS: C-4711');
    const there = lead.url();
    await head.goto(there);
    await expect(head.getByRole('heading', { level: 1 })).not.toContainText('Safeguarding');
  });

  await test.step('an allegation runs the officer’s clock, and the hold stays until they were told', async () => {
    await lead.getByText('It is about an adult who works with children').click();
    await lead.getByLabel('Why you think so').fill('A teacher is said to have pushed a child.');
    await lead.getByRole('button', { name: 'Mark it and start the clock' }).click();
    await expect(lead.getByText('must be told by').first()).toBeVisible();
    await expectAccessible(lead);
    const room = lead.url();
    await lead.getByLabel('Whom you told, when, and what they said').fill('The duty officer, at 9.40.');
    await lead.getByRole('button', { name: 'The designated officer was told' }).click();
    await expectAccessible(lead);
    await lead.goto(room);
    await lead.getByLabel('Refer it: to children’s services').check();
    await lead.getByLabel('Why, also when it was nothing').fill('The officer takes it from here.');
    await lead.getByLabel('Release the hold').check();
    await lead.getByRole('button', { name: 'Save the decision' }).click();
    await expect(lead.getByText('the hold is released')).toBeVisible();
    await expectAccessible(lead);
  });

  await test.step('the school’s own guidance stands beside it', async () => {
    await lead.goto(`${origin}/desk/safeguarding/guidance`);
    await expectAccessible(lead);
    await lead.getByLabel('Guidance: Worried that').fill('Ask the Example Council team first.');
    await lead.getByRole('button', { name: 'Save' }).first().click();
    await expect(lead.getByText('Saved.')).toBeVisible();
  });
});
