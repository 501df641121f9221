import { setUpSchool } from '../support/people.ts';
import { expect, expectAccessible, test } from '../support/test.ts';

const LIST = [
  'UPN,Legal surname,Reg group,Year,Parent 1 name,Parent 1 email,Parent 1 mobile,Parent 2 name,Court order',
  'A123456789012,Hassan,Acorns,Reception,Amira Hassan,amira@mail.example.org,07700 900123,Sam Hassan,',
  'A123456789013,Cole,Oak,Year 6,Ben Cole,ben@mail,07700 900124,,No contact',
  'A123456789014,Ünal,Oak,Year 6,Zoë Ünal,zoe@mail.example.org,,,',
  'A123456789015,Reed,Oak,Year 6,,,,,',
].join('\n');

const TERMS = `Autumn term: Wednesday 2 September 2026 to Friday 18 December 2026
Half-term: 26 to 30 October 2026
Spring term: 5 January 2027 to 25 March 2027
Summer term: 12 April 2027 to 21 July 2027
Parents’ evening: 3 March 2027`;

test('the school’s parents through a year: a list, its undoing, September, terms', async ({
  page,
  service,
}) => {
  await setUpSchool(page, service.setUpLink, 'Oakfield Example School', ['School office']);
  const go = (path: string) => page.goto(service.origin + path);

  await test.step('an empty list teaches; a pasted report is looked at first', async () => {
    await go('/desk/parents');
    await expect(page.getByText('No parents yet')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Import a list' }).click();
    await expectAccessible(page);
    await page.getByLabel('Or paste the cells').fill(LIST);
    await page.getByLabel('Everybody in the school').check();
    await page.getByRole('button', { name: 'Look at it' }).click();
    await expect(page.getByText('4 parents would join')).toBeVisible();
    await expect(page.getByText('Row 3', { exact: true })).toBeVisible();
    await page.getByText('What was taken from the list').click();
    await expect(page.getByText('never taken (court orders and parental responsibility)')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Change what the columns mean' }).first().click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Look at it again' }).click();
  });

  await test.step('confirmed, undone, and confirmed again', async () => {
    await page.getByRole('button', { name: 'Confirm the import' }).click();
    await expect(page.getByText('4 parents joined')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Undo the whole import' }).click();
    await expect(page.getByText('everybody is as they were before it')).toBeVisible();
    await go('/desk/parents/import');
    await page
      .getByLabel('A file')
      .setInputFiles({ name: 'parents.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
    await page.getByRole('button', { name: 'Look at it' }).click();
    await page.getByRole('button', { name: 'Confirm the import' }).click();
    await page.getByRole('link', { name: 'All parents' }).click();
    await page.getByLabel('Class', { exact: true }).selectOption({ label: 'Oak' });
    await page.getByRole('button', { name: 'Show' }).click();
    await expect(page.getByRole('rowheader', { name: 'Ben Cole' })).toBeVisible();
    await expect(page.getByRole('rowheader', { name: 'Amira Hassan' })).toBeHidden();
    await expectAccessible(page);
  });

  await test.step('one parent: household, change, join with a double, erase', async () => {
    await go('/desk/parents');
    await page.getByRole('link', { name: 'Amira Hassan' }).click();
    await expect(page.getByRole('link', { name: 'Sam Hassan' })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Change' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('link', { name: 'Written down twice?' }).click();
    await expectAccessible(page);
    for (const path of ['/desk/parents/new', '/desk/parents/years', '/desk/parents/settings']) {
      await go(path);
      await expectAccessible(page);
    }
  });

  await test.step('September: said, looked at, done, undone', async () => {
    await go('/desk/parents/september');
    await page
      .getByRole('group', { name: 'Acorns, Reception' })
      .getByLabel('Where they go')
      .selectOption({ label: 'A new class' });
    await page
      .getByRole('group', { name: 'Acorns, Reception' })
      .getByLabel('Name, if it is a new class')
      .fill('Beech');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show what would change' }).click();
    await expect(page.getByText('Beech (new class)').first()).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Move the classes up' }).click();
    await expect(page.getByText('The classes have moved up.')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Undo the whole move' }).click();
    await expect(page.getByText('The last move was undone')).toBeVisible();
  });

  await test.step('term dates by paste, with the bank holidays', async () => {
    await go('/desk/settings/terms/paste');
    await expectAccessible(page);
    await page.getByLabel('Term dates of one school year').fill(TERMS);
    await page.getByRole('button', { name: 'Read them' }).click();
    await expect(page.getByText('Parents’ evening: 3 March 2027')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('cell', { name: '25 March 2027' })).toBeVisible();
    await go('/desk/settings/terms/year');
    await expect(page.getByLabel('Days without school')).toHaveValue(/3\/5\/2027/);
    await go('/desk/settings/school/register');
    await expectAccessible(page);
    await go('/desk/settings/school');
    await expectAccessible(page);
  });
});
