import type { Page } from '@playwright/test';
import { expect, expectAccessible } from './test.ts';

async function onward(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** An address as people paste it: one word, longer than any line. */
const LONG = `https://example.org/${'a'.repeat(120)}`;

/**
 * Tells of words in messages sent straight to somebody, without a name, up to the page for screenshots.
 * @param checked whether each page is checked on the way: once in a journey is enough
 */
export async function tellToPictures(page: Page, school: string, checked = true): Promise<void> {
  const onward = async (at: Page) => {
    if (checked) await expectAccessible(at);
    await at.getByRole('button', { name: 'Continue' }).click();
  };
  await page.goto(`${school}/concern`);
  await page.getByLabel('No', { exact: true }).check();
  await onward(page);
  await page.getByLabel('Without my name').check();
  await onward(page);
  await page.getByLabel('Words that somebody wrote or said').check();
  await onward(page);
  await page.getByLabel('A parent or carer').check();
  await onward(page);
  await page.getByLabel('Me, or my own child').check();
  await onward(page);
  await page.getByLabel('Messages sent straight to somebody').check();
  await onward(page);
  await onward(page);
  await page.getByLabel('In your own words').fill(`He wrote that he would wait for me at the gate. ${LONG}`);
  await onward(page);
  await onward(page);
  await page.getByLabel('Me', { exact: true }).check();
  await onward(page);
  await page.getByLabel('No', { exact: true }).check();
  await onward(page);
  await onward(page);
  await expect(page.getByRole('heading', { name: 'Do you want to add a screenshot?' })).toBeVisible();
}

/**
 * Cuts a screenshot down on the device: the bar at the top goes, a part is covered by the keyboard, another by the mouse.
 * @param picture what the phone took
 */
export async function addScreenshot(page: Page, picture: Buffer): Promise<void> {
  await expectAccessible(page);
  const file = { name: 'Screenshot of Adalbertina.png', mimeType: 'image/png', buffer: picture };
  await page.getByLabel('Open a screenshot').setInputFiles(file);
  await page.getByRole('button', { name: 'Add this picture to my concern' }).click();
  await expect(page.getByRole('status')).toContainText('You have not cut anything away yet');
  await page.getByRole('button', { name: 'Cut off the bar at the top' }).press('Enter');
  await page.getByLabel('What a box does').selectOption('Cover this part');
  await page.getByLabel('From the top').fill('20');
  await page.getByRole('button', { name: 'Do it to this box' }).press('Enter');
  await expect(page.getByRole('status')).toContainText('That part is covered');
  await page.getByLabel('What a box does').selectOption('Turn this part into blocks');
  const canvas = page.getByRole('img', { name: 'Your screenshot' });
  await canvas.scrollIntoViewIfNeeded();
  const at = await canvas.boundingBox();
  if (!at) throw new Error('The screenshot is not shown.');
  await page.mouse.move(at.x + at.width * 0.1, at.y + at.height * 0.5);
  await page.mouse.down();
  await page.mouse.move(at.x + at.width * 0.9, at.y + at.height * 0.7, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('status')).toContainText('That part is blocks now');
  await page.getByLabel('The bar at the top').check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('status')).toContainText('have not added it');
  await page.getByRole('button', { name: 'Add this picture to my concern' }).click();
  await expect(page.getByRole('img', { name: 'Picture 1, as it would be sent' })).toBeVisible();
  await onward(page);
  await expect(page.getByRole('heading', { name: 'Check your answers' })).toBeVisible();
  await expect(page.getByRole('img', { name: 'Picture 1, as it would be sent' })).toBeVisible();
  await expectAccessible(page);
}
