import { readFileSync } from 'node:fs';
import type { Browser, Download, Page } from '@playwright/test';
import { getDocumentProxy } from 'unpdf';
import { test } from '../support/demo.ts';
import { fillDay, yesterday } from '../support/policy.ts';
import { expect, expectAccessible } from '../support/test.ts';

/** A parent's phone. */
async function phoneOf(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 360, height: 740 } });
  return context.newPage();
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** The words of a PDF's first page. */
async function wordsOf(download: Download): Promise<string> {
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const { items } = await (await (await getDocumentProxy(bytes)).getPage(1)).getTextContent();
  return items.map((item) => ('str' in item ? item.str : '')).join(' ');
}

test('a class is asked: parents sign by its link, say no, talk first or send paper, and the office sees it', async ({
  page,
  demo,
  browser,
}) => {
  const desk = `${demo.service.origin}/desk/agreements`;
  const agree = `${demo.school}/agree`;
  let classLink = '';
  let slip = '';

  await test.step('the office takes the link of a class, with its square to scan', async () => {
    await demo.signIn(page, 'office');
    await page.goto(desk);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Links for classes' }).click();
    const oak = page.getByRole('link', { name: /\/agree\/c\// }).first();
    classLink = await oak.innerText();
    const square = page.getByRole('img').first();
    const width = () => square.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0));
    await expect.poll(width).toBeGreaterThan(0);
    await expectAccessible(page);
  });

  await test.step('a parent follows it on a phone with scripts off, signs, and shows a certificate', async () => {
    const phone = await phoneOf(browser, false);
    await phone.goto(classLink);
    await expect(phone.getByText('nothing changes for your child').first()).toBeVisible();
    await phone.getByRole('link', { name: 'Start' }).first().click();
    await press(phone, 'Continue');
    await expect(phone.getByRole('alert')).toContainText('Enter your name');
    await phone.getByLabel('What is your name?').fill('Zoë Öztürk');
    await press(phone, 'Continue');
    await expect(phone.getByLabel('Class or classes')).not.toHaveValue('');
    await press(phone, 'Continue');
    await phone.getByRole('checkbox').check();
    await press(phone, 'Sign and send');
    await expect(phone.getByRole('heading', { name: 'Thank you, you have agreed' })).toBeVisible();
    const receipt = await phone.locator('strong.hb-code').innerText();

    const coming = phone.waitForEvent('download');
    await press(phone, 'Save a certificate to show');
    const words = await wordsOf(await coming);
    expect(words).toContain('Zoë Öztürk');
    const code = /Code:\s+(\w{4}-\w{4}-\w{4})/.exec(words)?.[1] ?? '';
    await page.goto(`${demo.school}/verify/${code}`);
    await expect(page.getByRole('heading', { name: 'This certificate is genuine' })).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('Name on the certificate').fill('Zoe Ozturk');
    await press(page, 'Compare');
    await expectAccessible(page);

    await phone.goto(`${agree}/receipt`);
    await phone.getByLabel('What is your receipt code?').fill(receipt.toLowerCase());
    await press(phone, 'Continue');
    await phone.getByText('Withdraw your agreement').first().click();
    await press(phone, 'Withdraw your agreement');
    await press(phone, 'Withdraw');
    await expect(phone.getByText('Your agreement is withdrawn.')).toBeVisible();
    await page.goto(`${demo.school}/verify/${code}`);
    await expect(page.locator('main')).toContainText('It does not say whether the agreement still stands');
  });

  await test.step('each page of the form holds at every size, for every reader', async () => {
    const parent = await phoneOf(browser, true);
    await parent.goto(agree);
    await expectAccessible(parent);
    await parent.getByRole('link', { name: 'Start' }).first().click();
    await expectAccessible(parent);
    await parent.getByLabel('What is your name?').fill('Bartholomew Featherstonehaugh-Cholmondeley');
    await press(parent, 'Continue');
    await parent.getByLabel('Class or classes').fill('Year 3 Elm');
    await expectAccessible(parent);
    await press(parent, 'Continue');
    await expectAccessible(parent);
    await press(parent, 'Sign and send');
    await expectAccessible(parent);
    await parent.getByRole('checkbox').check();
    await press(parent, 'Sign and send');
    await expectAccessible(parent);
    await parent.goto(`${demo.school}/verify`);
    await expectAccessible(parent);
    await parent.goto(`${agree}/receipt`);
    await expectAccessible(parent);
  });

  await test.step('one would rather not sign and says why; one would like to talk first', async () => {
    const parent = await phoneOf(browser, false);
    await parent.goto(classLink);
    await parent.getByRole('link', { name: 'tell us so' }).click();
    await parent.getByLabel('What do you not agree with?').fill('I do not use such groups.');
    await parent.getByLabel('Your name').fill('Ines Marlow');
    await press(parent, 'Tell the office');
    await expect(parent.getByRole('heading', { name: 'Thank you for telling us' })).toBeVisible();
    await parent.goto(classLink);
    await parent.getByRole('link', { name: 'Ask to talk to somebody first' }).click();
    await press(parent, 'Ask for a talk');
    await expect(parent.getByRole('alert')).toBeVisible();
    await parent.getByLabel('Your name').fill('Kofi Adjei');
    await parent.getByLabel('Phone number or email address').fill('07700 900888');
    await press(parent, 'Ask for a talk');
    await expect(parent.locator('main')).toContainText('by');
    for (const path of ['/decline', '/talk', '/answered']) {
      await page.goto(agree + path);
      await expectAccessible(page);
    }
    await page.goto(`${desk}/answers`);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Kofi Adjei' }).click();
    await expectAccessible(page);
    await press(page, 'Save');
    await page.getByRole('group', { name: 'Outcome' }).getByRole('radio').first().check();
    await press(page, 'End the talk');
    await expectAccessible(page);
    await expectAccessible(page);
  });

  await test.step('the office keys in a paper slip, and finds it again', async () => {
    await page.goto(`${desk}/record`);
    const hint = await page.getByText(/The one in force has/).innerText();
    slip = /\d-[A-Z2-9]{4}/.exec(hint)?.[0] ?? '';
    await expectAccessible(page);
    await press(page, 'Record');
    await expect(page.getByRole('alert')).toBeVisible();
    await page.getByLabel('Code on the slip').fill(slip);
    await page.getByLabel('Name', { exact: true }).fill('Old-Fashioned Parent');
    await page.getByRole('radio', { name: 'Signed', exact: true }).check();
    await fillDay(page, 'Date on the slip', yesterday());
    await expectAccessible(page);
    await press(page, 'Record');
    await page.goto(`${desk}/find`);
    await page.getByLabel('Name').fill('old-fashioned parent');
    await page.getByRole('button').filter({ hasNotText: 'Sign out' }).first().click();
    await page.getByRole('link', { name: 'Old-Fashioned Parent' }).click();
    await expect(page.locator('main')).toContainText('On a paper slip');
    await expectAccessible(page);
    await page.goto(`${desk}/scans`);
    await expectAccessible(page);
  });

  await test.step('how far it has come, by class and group, saved for a spreadsheet', async () => {
    await page.goto(`${desk}/coverage`);
    await expectAccessible(page);
    const excel = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save as an Excel file' }).first().click();
    expect((await excel).suggestedFilename()).toMatch(/\.xlsx$/);
    const table = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Save as a table (CSV)' }).first().click();
    expect(readFileSync(await (await table).path(), 'utf8')).toContain('Oak');
    await page.getByRole('table').first().getByRole('link').first().click();
    await expectAccessible(page);
    await page.goto(`${desk}/coverage/export`);
    await expectAccessible(page);
  });

  await test.step('asking by mail is started, and stopped', async () => {
    await page.goto(`${desk}/asking`);
    await expectAccessible(page);
    await press(page, 'Start asking by mail');
    await expect(page.getByText(/mails? (is|are) on the way|The first mails go out/)).toBeVisible();
    await expectAccessible(page);
    await press(page, 'Stop asking by mail');
    await expect(page.getByText('No more mail goes out.')).toBeVisible();
  });
});
