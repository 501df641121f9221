import type { Page } from '@playwright/test';
import { classChat } from './chat.ts';
import { expect, expectAccessible } from './test.ts';

/** Registers the group that the concern is about, as the office. */
export async function registerGroup(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/desk/groups`);
  await expectAccessible(page);
  await page.goto(`${origin}/desk/groups/classes`);
  await page.getByLabel('Classes, one on each line').fill('Oak\nElm');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save the list' }).click();
  await page.goto(`${origin}/desk/groups/new`);
  await expectAccessible(page);
  await page.getByLabel('Name of the group').fill('Oak class 2026');
  await page.getByLabel('Class group').check();
  await page.getByLabel('Oak', { exact: true }).check();
  await page.getByRole('button', { name: 'Register the group' }).click();
  await expect(page.getByText('It does not join them, read them')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Amara Nwosu');
  await page.getByRole('button', { name: 'Ask them' }).click();
  await expect(page.getByRole('heading', { name: 'Their own link' })).toBeVisible();
  await page.getByRole('link', { name: 'Oak class 2026' }).click();
  await expect(page.locator('main')).toContainText('Amara Nwosu');
  await expectAccessible(page);
}

/** Walks a parent to the page that asks what was said. */
export async function walkToWords(page: Page, school: string): Promise<void> {
  const next = async () => {
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Continue' }).click();
  };
  const today = new Date();
  await page.goto(`${school}/concern`);
  await page.getByLabel('No', { exact: true }).check();
  await next();
  await page.getByLabel('In confidence').check();
  await next();
  await page.getByLabel('Words that somebody wrote or said').check();
  await next();
  await page.getByLabel('A parent or carer').check();
  await next();
  await page.getByLabel('Me, or my own child').check();
  await next();
  await page.getByLabel('Oak class 2026').check();
  await next();
  await page.getByLabel('Day').fill(String(today.getDate()));
  await page.getByLabel('Month').fill(String(today.getMonth() + 1));
  await page.getByLabel('Year').fill(String(today.getFullYear()));
  await next();
  await expect(page.getByRole('heading', { name: 'What was said?' })).toBeVisible();
}

/** Opens an export on the device, ticks two messages and adds them. Needs scripts. */
export async function addMessages(page: Page): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(classChat(new Date()));
  await page.getByLabel(/waste of space/).check();
  await page.getByLabel(/That useless/).check();
  await expectAccessible(page);
  await page.getByRole('radio', { name: /Derek Stokes/ }).check();
  await page.getByRole('button', { name: 'Show what would be sent' }).click();
  const preview = page.getByRole('list', { name: 'Messages that would be sent' });
  await expect(preview).toContainText('Ask Parent 2, she was there. Ring me on [number]');
  await expect(preview).not.toContainText('Rukhsana');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Add these messages to my concern' }).click();
}

/** From what was said to the receipt; gives its code. */
export async function finishConcern(page: Page): Promise<string> {
  const next = async () => {
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Continue' }).click();
  };
  await page.getByLabel('In your own words').fill('He called the teacher useless in front of everybody.');
  await next();
  await page.getByLabel(/Who wrote or said it/).fill('Derek, whose son is in Oak');
  await next();
  await page.getByLabel('Somebody who works at the school').check();
  await next();
  await expect(page.getByRole('heading', { name: 'Before you write about a teacher' })).toBeVisible();
  await next();
  await page.getByLabel('No', { exact: true }).check();
  await next();
  await next();
  await page.getByLabel('Your name').fill('Rukhsana Malik');
  await page.getByLabel(/Email address/).fill('rukhsana@example.org');
  await next();
  await next();
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send to the school' }).click();
  await expect(page.getByRole('heading', { name: 'The school has your concern' })).toBeVisible();
  await expectAccessible(page);
  return (await page.locator('.hb-code').first().innerText()).trim();
}

/** Tells the school of something in their own words, on a phone that runs no scripts. */
export async function tellWithoutScripts(parent: Page, school: string): Promise<void> {
  const next = () => parent.getByRole('button', { name: 'Continue' }).click();
  await parent.goto(`${school}/concern`);
  await next();
  await expect(parent.getByRole('alert')).toBeVisible();
  await parent.getByLabel('Yes', { exact: true }).check();
  await next();
  await expect(parent.getByRole('heading', { name: 'Call for help first' })).toBeVisible();
  await parent.getByRole('button', { name: 'Back' }).click();
  await parent.getByLabel('No', { exact: true }).check();
  await next();
  await parent.getByLabel('Without my name').check();
  await next();
  await parent.getByLabel('Words that somebody wrote or said').check();
  await next();
  await parent.getByLabel('A teacher').check();
  await next();
  await expect(parent.getByRole('heading', { name: 'Before you write about a teacher' })).toBeVisible();
  await next();
  await parent.getByLabel('Somebody who asked me to').check();
  await next();
  await parent.getByLabel('Email').check();
  await next();
  await next();
  await parent.getByLabel('In your own words').fill('<script>alert(1)</script> He was called names. 愛 محبة');
  await next();
  await expect(parent.getByRole('heading', { name: 'The email itself' })).toBeVisible();
  await next();
  await next();
  await parent.getByLabel('Another child').check();
  await next();
  await parent.getByLabel('I do not know').check();
  await next();
  await next();
  await expect(parent.getByRole('heading', { name: 'Do you want to add a screenshot?' })).toBeVisible();
  await next();
  await expect(parent.locator('main')).toContainText(
    '<script>alert(1)</script> He was called names. 愛 محبة',
  );
  await parent.getByRole('button', { name: 'Send to the school' }).click();
  await expect(parent.getByRole('heading', { name: 'The school has your concern' })).toBeVisible();
}
