import { execFileSync } from 'node:child_process';
import type { Browser, Page } from '@playwright/test';
import { generate } from 'otplib';
import { HANDBELL, type Service, startService, temporaryFolder } from './service.ts';
import { test as base, expect, expectAccessible } from './test.ts';

/** A Handbell with the invented school of "handbell demo", which has a policy in force, groups and concerns. */
export interface Demo {
  readonly service: Service;
  /** The school's address: its pages lie below. */
  readonly school: string;
  /** Signs in as one of its people, by the first part of their address. */
  signIn(page: Page, who: string): Promise<void>;
}

async function startDemo(): Promise<Demo> {
  const data = temporaryFolder();
  const report = execFileSync(process.execPath, [HANDBELL, 'demo'], {
    env: { ...process.env, HANDBELL_DATA: data },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const password = /Password\s+(\S+)/.exec(report)?.[1] ?? '';
  const service = await startService({ HANDBELL_DATA: data });
  return {
    service,
    school: `${service.origin}/s/bellfield`,
    signIn: async (page, who) => {
      const email = `${who}@bellfield.example.org`;
      const secret = new RegExp(`${email}\\s+(\\S+)`).exec(report)?.[1] ?? '';
      await page.goto(`${service.origin}/sign-in`);
      await page.getByLabel('Email address').fill(email);
      await page.getByLabel('Password').fill(password);
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.getByLabel('Six-digit code').fill(await generate({ secret }));
      await page.getByRole('button').filter({ hasNotText: 'Sign out' }).first().click();
      await expect(page).toHaveURL(/\/desk/);
    },
  };
}

/** Somebody of the demo's school, signed in in a browser of their own. */
export async function as(demo: Demo, browser: Browser, who: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await demo.signIn(page, who);
  return page;
}

/** A parent on their phone, who comes in with their code. */
export async function parentWith(demo: Demo, browser: Browser, code: string, scripts = true): Promise<Page> {
  const viewport = { width: 360, height: 740 };
  const page = await (await browser.newContext({ viewport, javaScriptEnabled: scripts })).newPage();
  await page.goto(`${demo.school}/mine`);
  if (scripts) await expectAccessible(page);
  await page.getByLabel('Your code').fill(code);
  await page.getByRole('button', { name: 'Open my page' }).click();
  return page;
}

/** Tests that share one Handbell with the demo's school. */
export const test = base.extend<object, { demo: Demo }>({
  demo: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from this pattern
    async ({}, use) => {
      const demo = await startDemo();
      await use(demo);
      await demo.service.stop();
    },
    { scope: 'worker', timeout: 600_000 },
  ],
});
