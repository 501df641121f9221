import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import { type Service, startService } from './service.ts';

const SHOTS = process.env.SHOTS;
let shots = 0;

/** With SHOTS=folder, keeps pictures of every checked page at the two widths that we look at. */
async function keepPictures(page: Page): Promise<void> {
  if (!SHOTS) return;
  shots += 1;
  const place = new URL(page.url()).pathname.replaceAll(/[^a-z0-9]+/gi, '-').slice(0, 60);
  const size = page.viewportSize();
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const name = `${String(shots).padStart(3, '0')}${place}-${width}.png`;
    await page.screenshot({ path: join(SHOTS, name), fullPage: true });
  }
  if (size) await page.setViewportSize(size);
}

/**
 * Checks the page somebody is on with axe, against WCAG 2.2 A and AA and best practice; that nothing hidden is shown; and
 * that it fits its width.
 */
export async function expectAccessible(page: Page): Promise<void> {
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).withTags(tags).analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
  expect(await page.locator('[hidden]:visible').count(), `hidden, and still shown, on ${page.url()}`).toBe(0);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(sideways, `sideways scrolling on ${page.url()}`).toBeLessThanOrEqual(0);
  await keepPictures(page);
}

/** Tests with a Handbell of their own, on an empty folder: its set-up link is good once. */
export const test = base.extend<{ service: Service }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
  service: async ({}, use) => {
    const service = await startService();
    await use(service);
    await service.stop();
  },
});

export { expect };
