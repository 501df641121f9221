// Takes the README's pictures anew, from the demo school: "node scripts/pictures.ts".
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from '@playwright/test';
import { classChat } from '../tests/support/chat.ts';
import { HANDBELL, startService, temporaryFolder } from '../tests/support/service.ts';

const IMAGES = fileURLToPath(new URL('../docs/images/', import.meta.url));
const PHONE = { viewport: { width: 390, height: 800 }, deviceScaleFactor: 1 };
const DESK = { viewport: { width: 1280, height: 900 }, deviceScaleFactor: 1 };

const data = temporaryFolder();
const env = { ...process.env, HANDBELL_DATA: data };
const demo = (...args: readonly string[]) =>
  execFileSync(process.execPath, [HANDBELL, 'demo', ...args], { env }).toString();

async function signIn(page: Page, origin: string, email: string, password: string): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  const digits = /\d{6}/.exec(demo('--code', email))?.[0] ?? '';
  await page.getByLabel('Six-digit code').fill(digits);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.waitForURL(`${origin}/desk`);
}

async function tellUpToTheMessages(page: Page, origin: string): Promise<void> {
  const next = () => page.getByRole('button', { name: 'Continue' }).click();
  await page.goto(`${origin}/s/bellfield/concern`);
  await page.getByLabel('No', { exact: true }).check();
  await next();
  for (const answer of [
    'In confidence',
    'Words that somebody wrote or said',
    'A parent or carer',
    'Oak class',
  ]) {
    await page.getByLabel(answer).first().check();
    await next();
  }
  await next();
  await page.locator('input[type=file]').setInputFiles(classChat(new Date()));
  await page.getByLabel(/waste of space/).check();
  await page.getByRole('radio', { name: /Derek Stokes/ }).check();
  await page.getByRole('button', { name: 'Show what would be sent' }).click();
}

const password = /Password\s+(\S+)/.exec(demo())?.[1] ?? '';
const service = await startService({ HANDBELL_DATA: data });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});

const phone = await (await browser.newContext(PHONE)).newPage();
await phone.goto(`${service.origin}/s/bellfield`);
await phone.screenshot({ path: `${IMAGES}policy.png` });
await tellUpToTheMessages(phone, service.origin);
await phone.locator('[data-export-reader]').getByRole('list').last().scrollIntoViewIfNeeded();
await phone.screenshot({ path: `${IMAGES}concern.png` });

const desk = await (await browser.newContext(DESK)).newPage();
await signIn(desk, service.origin, 'head@bellfield.example.org', password);
await desk.goto(`${service.origin}/desk/cases`);
await desk.locator('main table a').first().click();
await desk.screenshot({ path: `${IMAGES}case.png` });

await browser.close();
await service.stop();
rmSync(data, { recursive: true, force: true });
