import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { expect, expectAccessible } from './test.ts';

/** An invented church primary school's own Word file. */
export const POLICY_FILE = fileURLToPath(
  new URL('../../packages/policy/fixtures/church-primary.docx', import.meta.url),
);

/** Fills a day in, in the group of three boxes of that name. */
export async function fillDay(
  page: Page,
  legend: string,
  [day, month, year]: readonly [string, string, string],
): Promise<void> {
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Month').fill(month);
  await group.getByLabel('Year').fill(year);
}

/** Fills today in. */
export function fillToday(page: Page, legend: string): Promise<void> {
  const today = new Date();
  return fillDay(page, legend, [
    String(today.getDate()),
    String(today.getMonth() + 1),
    String(today.getFullYear()),
  ]);
}

/** A Wednesday at least two weeks ahead, as it is typed. */
export function aLaterWednesday(): readonly [string, string, string] {
  const day = new Date();
  day.setDate(day.getDate() + 14 + ((3 - day.getDay() + 7) % 7));
  return [String(day.getDate()), String(day.getMonth() + 1), String(day.getFullYear())];
}

/** The day before today, as it is typed. */
export function yesterday(): readonly [string, string, string] {
  const day = new Date(Date.now() - 24 * 60 * 60 * 1000);
  return [String(day.getDate()), String(day.getMonth() + 1), String(day.getFullYear())];
}

/**
 * From the school's own file to its policy in force, as one person who is office and Head Teacher; the governor signs on
 * paper.
 * Ends on the version's page.
 */
export async function bringPolicyIntoForce(
  page: Page,
  origin: string,
  file: string = POLICY_FILE,
): Promise<void> {
  await page.goto(`${origin}/desk/policy`);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Bring in your policy' }).click();
  await expectAccessible(page);
  await page.getByLabel('Your policy’s file').setInputFiles(file);
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByText('We have read your policy.')).toBeVisible();
  await expectAccessible(page);
  const version = page.url();

  // Everything that was not clear is settled by a person before anything else.
  for (let left = 0; left < 10; left += 1) {
    const doubt = page.locator('main a[href*="doubt="]').first();
    if ((await doubt.count()) === 0) break;
    await doubt.click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'It is right as it is' }).click();
  }
  await page.goto(`${version}/approve`);
  await fillDay(page, 'On which day?', yesterday());
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Record the approval' }).click();
  await page.goto(`${version}/adopt`);
  await page.getByLabel('Who adopted it?').fill('the Board of Governors');
  await fillDay(page, 'On which day?', yesterday());
  await page.getByLabel('Number of the minute').fill('7.2');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Record the adoption' }).click();

  await page.goto(`${version}/in-force`);
  await expect(page.locator('main')).toContainText('has not signed yet');
  await expectAccessible(page);
  const signaturePage = async (role: string) => {
    await page.goto(version);
    await page.getByRole('link', { name: new RegExp(`Signature: ${role}|Sign as ${role}`) }).click();
    await expectAccessible(page);
  };
  await signaturePage('Head teacher');
  await page.getByLabel('Your full name').fill('Ada Okafor');
  await page.getByLabel('I have read this policy and sign it as Head teacher.').check();
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  await signaturePage('Governor responsible');
  await page.getByRole('link', { name: 'It was signed on paper' }).click();
  await page.getByLabel('Whose signature is it?').fill('Tomasz Wieczorek');
  await fillDay(page, 'On which day did they sign?', yesterday());
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Record the signature' }).click();

  await page.goto(`${version}/in-force`);
  await expectAccessible(page);
  const button = page.getByRole('button', { name: 'Put in force and publish' });
  await fillToday(page, 'Since which day is it in force?');
  await button.click();
  await expect(page.locator('main')).toContainText('In force');
  await expectAccessible(page);
}
