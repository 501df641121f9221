import { inviteAndJoin, PASSWORD, setUpSchool, signIn } from '../support/people.ts';
import { expect, expectAccessible, test } from '../support/test.ts';

test('from the printed link to a school with people and terms', async ({ page, service, browser }) => {
  const ada = await setUpSchool(page, service.setUpLink, 'Oakfield Example School', ['School office']);
  await expectAccessible(page);

  await test.step('the link works once', async () => {
    await page.goto(service.setUpLink);
    await expect(page.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('terms and holidays', async () => {
    await page.goto(`${service.origin}/desk/settings/terms/year`);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('alert')).toContainText('Enter the first day of the autumn term');
    await expectAccessible(page);
    const dates = ['2 9 2026', '18 12 2026', '5 1 2027', '25 3 2027', '12 4 2027', '21 7 2027'];
    for (const [index, date] of dates.entries()) {
      const group = page.getByRole('group').nth(index);
      for (const [part, value] of ['Day', 'Month', 'Year'].map(
        (part, at) => [part, date.split(' ')[at] ?? ''] as const,
      )) {
        await group.getByLabel(part).fill(value);
      }
    }
    await page.getByLabel('Days without school').fill('26/10/2026 to 30/10/2026\n3/5/2027');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('cell', { name: '25 March 2027' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('an invited Head Teacher joins and signs in again', async () => {
    const person = { name: 'Grace Bellamy', email: 'head@oakfield.example.org', role: 'Head Teacher' };
    const { page: head, key } = await inviteAndJoin(page, service.origin, person);
    await head.getByRole('button', { name: 'Sign out' }).click();
    await signIn(head, service.origin, { email: person.email, key });
    await head.context().close();
  });

  await test.step('a wrong password and a wrong code are told plainly', async () => {
    const other = await browser.newContext();
    const stranger = await other.newPage();
    await stranger.goto(`${service.origin}/desk`);
    await expect(stranger).toHaveURL(/\/sign-in\?next=%2Fdesk/);
    await stranger.getByLabel('Email address').fill(ada.email);
    await stranger.getByLabel('Password', { exact: true }).fill('not the password');
    await stranger.getByRole('button', { name: 'Sign in' }).click();
    await expect(stranger.getByRole('alert')).toContainText('do not go together');
    await stranger.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await stranger.getByRole('button', { name: 'Sign in' }).click();
    await stranger.getByLabel('Six-digit code').fill('000000');
    await stranger.getByRole('button', { name: 'Continue' }).click();
    await expect(stranger.getByRole('alert')).toContainText('That code is not right');
    await expectAccessible(stranger);
    await other.close();
  });

  await test.step('every settings page is reachable and accessible', async () => {
    for (const path of [
      '/desk',
      '/desk/settings',
      '/desk/settings/school',
      '/desk/settings/audit',
      '/account',
      '/desk/people',
    ]) {
      await page.goto(service.origin + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page);
    }
  });
});
