import type { Page } from '@playwright/test';
import { setUpSchool } from '../support/people.ts';
import { bringPolicyIntoForce } from '../support/policy.ts';
import { expect, expectAccessible, test } from '../support/test.ts';

/** The link that the office is shown once. */
async function shownLink(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { name: 'Their own link' })).toBeVisible();
  await expectAccessible(page);
  return (await page.locator('.hb-code').innerText()).trim();
}

test('a parent says yes to looking after a group, on a phone with scripts off, and the PTA writes its own messages', async ({
  page,
  service,
  browser,
}) => {
  await setUpSchool(page, service.setUpLink, 'Thornby Example CE School', [
    'School office',
    'Head Teacher',
    'Governor',
  ]);
  await bringPolicyIntoForce(page, service.origin);
  const phone = () =>
    browser
      .newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
      .then((context) => context.newPage());

  let link = '';
  await test.step('the office registers a group and asks somebody', async () => {
    await page.goto(`${service.origin}/desk/groups/classes`);
    await page.getByLabel('Classes, one on each line').fill('Oak\nElm');
    await page.getByRole('button', { name: 'Save the list' }).click();
    await page.getByRole('link', { name: 'Register a group' }).click();
    await page.getByLabel('Name of the group').fill('Oak families');
    await page.getByLabel('Class group').check();
    await page.getByLabel('Oak', { exact: true }).check();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Register the group' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Sam Okoro');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Ask them' }).click();
    link = await shownLink(page);
  });

  const parent = await phone();
  await test.step('the parent opens the link, says yes and sets the group up', async () => {
    await parent.goto(link);
    await parent.getByRole('button', { name: 'Open my page' }).click();
    await parent.getByRole('link', { name: 'Say yes or no' }).click();
    await parent.getByRole('button', { name: 'Send my answer' }).click();
    await expect(parent.getByRole('alert')).toContainText('Choose whether');
    await parent.getByLabel('Yes, I will look after it').check();
    await parent.getByRole('button', { name: 'Send my answer' }).click();
    await parent.getByRole('link', { name: 'Oak families' }).click();
    await parent.getByLabel('Only adults are in the group').check();
    await parent.getByRole('button', { name: 'Keep my ticks' }).click();
    await expect(parent.locator('main')).toContainText('1 of 7 things set up');
  });

  await test.step('what the parent sees is accessible', async () => {
    await page.goto(link);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Open my page' }).click();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Oak families' }).click();
    await expectAccessible(page);
    for (const path of ['', '/happened', '/words', '/removal', '/set-up', '/card', '/no-link']) {
      await page.goto(`${service.origin}/s/thornby-example-ce-school/moderators${path}`);
      await expectAccessible(page);
    }
  });

  await test.step('the office asks who carries on', async () => {
    await page.goto(`${service.origin}/desk/groups/carry-on`);
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Ask all of them now' }).click();
    await parent.goto(link);
    await parent.getByRole('button', { name: 'Open my page' }).click();
    await parent.getByRole('link', { name: 'Do you carry on?' }).click();
    await parent.getByRole('button', { name: 'I carry on' }).click();
    await expect(parent.getByText('Thank you for carrying on.')).toBeVisible();
  });

  await test.step('an officer of the PTA writes a message, and everybody can read whose it is', async () => {
    await page.goto(`${service.origin}/desk/groups/pta`);
    await page.getByLabel('Name', { exact: true }).fill('Ola Benson');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add them and make their link' }).click();
    const own = await shownLink(page);
    await page.goto(own);
    await page.getByRole('button', { name: 'Open my page' }).click();
    await expectAccessible(page);
    await page.getByLabel('Title').fill('Summer fair');
    await page.getByLabel('Message', { exact: true }).fill('Cakes wanted for Saturday.');
    await page.getByLabel('A week', { exact: true }).check();
    await page.getByRole('button', { name: 'Put it up' }).click();
    await expectAccessible(page);
    await page.goto(`${service.origin}/s/thornby-example-ce-school/pta`);
    await expect(page.locator('main')).toContainText('Summer fair');
    await expectAccessible(page);
  });
});
