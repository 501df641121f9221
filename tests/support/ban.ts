import type { Page } from '@playwright/test';
import { expect, expectAccessible } from './test.ts';

/** A whole sentence, where a form asks for one. */
export const SAID = 'This is written in one whole sentence of more than six words.';

/** Presses a button that must be taken. */
export async function press(page: Page, button: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: button }).first().click();
  await expect(page.getByRole('alert')).toHaveCount(0);
}

/** Fills in one part of the plan: every question in a sentence. */
export async function planPart(page: Page, ban: string, part: string): Promise<void> {
  await page.goto(`${ban}/plan/${part}`);
  if (part === 'risk') await page.getByRole('checkbox').first().check();
  for (const box of await page.locator('main textarea').all()) await box.fill(SAID);
  await expectAccessible(page);
  await press(page, 'Keep');
}

/** Takes a step that sends a letter, from its days and reasons to the issued letter. */
export async function step(page: Page, ban: string, path: string, button: string): Promise<void> {
  await page.goto(`${ban}/${path}`);
  for (const box of await page.locator('main textarea').all()) await box.fill(SAID);
  await expectAccessible(page);
  await press(page, 'Write the letter');
  await page.getByLabel(/I have read this letter/).check();
  await expectAccessible(page);
  await press(page, button);
  await expectAccessible(page);
}
