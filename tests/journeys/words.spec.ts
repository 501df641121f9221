import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { keptPages } from '../../server/browser/service-worker/shell.ts';
import { chatText, classChat } from '../support/chat.ts';
import { test } from '../support/demo.ts';
import { expect, expectAccessible } from '../support/test.ts';

const PHONE = { viewport: { width: 360, height: 740 } };

/** Every request from now on, as its method and address. */
function watch(page: Page): string[] {
  const seen: string[] = [];
  page.context().on('request', (request) => seen.push(`${request.method()} ${request.url()}`));
  return seen;
}

/** Waits until the pages that are kept for this one's address are on the device, and nothing more is fetched for it. */
async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const { active } = await navigator.serviceWorker.ready;
    while (active && active.state !== 'activated') {
      await new Promise((done) => active.addEventListener('statechange', done, { once: true }));
    }
  });
}

test('before you send: a message is checked as it is typed, and nothing leaves the device', async ({
  demo,
  browser,
}) => {
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(demo.school);
  await page.getByRole('link', { name: 'Check a message before you send it' }).click();
  const box = page.getByLabel('Your message');
  const answer = page.locator('[data-answer]');
  await expect(answer).toContainText('Your answer appears here', { timeout: 30_000 });
  await expectAccessible(page);
  await untilKept(page);
  const seen = watch(page);

  await box.pressSequentially('Mr Hanley is a useless waste of space', { delay: 5 });
  await expect(answer).toContainText('abusive or personal comments');
  await expect(answer).toContainText('Who to ask: the school office');
  await expect(page.getByRole('status')).toContainText('It may touch');
  await expectAccessible(page);

  await box.fill('Mrs Lowe grabbed my son by the arm and left a bruise');
  await expect(answer).toContainText('may count as public');

  await box.fill('Dzień dobry, czy ktoś wie o której godzinie jutro zaczyna się wycieczka do muzeum?');
  await expect(answer).toContainText('Not checked');

  await box.fill('Is PE tomorrow or on Friday?');
  await expect(answer).toContainText('Nothing in this message');
  await box.fill('');
  await expect(answer).toContainText('Your answer appears here');
  expect(seen).toEqual([]);
  expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
});

test('before you send, with scripts off, teaches the code and says whom to ask', async ({
  demo,
  browser,
}) => {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${demo.school}/check`);
  await expect(page.getByLabel('Your message')).toBeHidden();
  await expect(page.locator('[hidden]:visible')).toHaveCount(0);
  await expect(page.getByText('can only be checked where scripts run')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'A single child' })).toBeVisible();
  await expect(page.getByText('Who to ask: the class teacher').first()).toBeVisible();
  await page.getByRole('link', { name: 'who to ask' }).click();
  await expect(page.getByRole('heading', { name: 'Who do I ask?' })).toBeVisible();
  await context.close();
});

test('a moderator looks through a chat, keeps a log, and hands messages over to a concern', async ({
  demo,
  browser,
}) => {
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(demo.school);
  await page.getByRole('link', { name: 'Pages for moderators' }).click();
  await expectAccessible(page);
  for (const name of ['Something happened', 'Words I can use', 'Your private log']) {
    await page.getByRole('link', { name }).first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'For moderators' }).click();
  }
  await page.getByRole('link', { name: 'Look through a chat' }).click();
  await expectAccessible(page);

  const seen = watch(page);
  await page.getByLabel('Open a chat export').setInputFiles(classChat(new Date()));
  await page.getByLabel('How much of it?').selectOption('The whole chat');
  await page.getByRole('button', { name: 'Look through it' }).click();
  const abuse = page.locator('details').filter({ hasText: 'Abusive or personal comments:' });
  await abuse.locator('summary').click();
  await page.getByLabel(/a waste of space/).check();
  await expect(abuse).toContainText('Bit harsh Derek');
  await expectAccessible(page);

  await test.step('a private log is kept on the device', async () => {
    await page.getByText('Keep it in my private log').click();
    await page.getByLabel('What did you do?').selectOption('Deleted a message for everyone');
    await page.getByLabel('Your note').fill('Asked him to take it down first.');
    await page.getByLabel('Keep the words of the chosen messages too').check();
    await page.getByRole('button', { name: 'Keep in my log' }).click();
    await expect(page.getByText('Kept in your log on this device.')).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('chosen messages go over only as they are shown', async () => {
    await page.getByText('Raise a concern with the school').click();
    await page.getByRole('radio', { name: /Derek Stokes/ }).check();
    await page.getByRole('button', { name: 'Show what would be sent' }).click();
    const preview = page.getByRole('list', { name: 'Messages that would be sent' });
    await expect(preview).toContainText('Ask Parent 2, she was there. Ring me on [number]');
    await expectAccessible(page);
    const words = seen.filter((each) => !each.includes('/assets/'));
    expect(words).toEqual([]);
    await page.getByRole('button', { name: 'Go on to raise a concern' }).click();
    await page.waitForURL(/\/concern$/);
  });

  await test.step('the concern offers them, and takes them only when that is pressed', async () => {
    const next = () => page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('No', { exact: true }).check();
    await next();
    await page.getByLabel('In confidence').check();
    await next();
    await page.getByLabel('Words that somebody wrote or said').check();
    await next();
    await page.getByLabel('A parent or carer').check();
    await next();
    await page.getByLabel('Somebody who asked me to').check();
    await next();
    await page.getByLabel('Email').check();
    await next();
    await next();
    await expect(page.getByText('They are not part of your concern yet')).toBeVisible();
    await expect(page.locator('input[name=excerpt]')).toHaveValue('');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Add these messages to my concern' }).click();
    await expect(page.locator('input[name=excerpt]')).toHaveValue(/waste of space/);
    await expect(page.locator('input[name=excerpt]')).not.toHaveValue(/Rukhsana|900345/);
  });

  await test.step('the log is read, saved as a file and deleted', async () => {
    await page.goto(`${demo.school}/moderators/log`);
    await expect(page.getByRole('list', { name: 'Entries' })).toContainText('a waste of space');
    await expectAccessible(page);
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save my log as a file' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toMatch(/^moderator-log-\d{4}-\d\d-\d\d\.txt$/);
    const buffer = readFileSync(await saved.path());
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await expect(page.getByText('nobody has a copy')).toBeVisible();
    await page.getByRole('button', { name: 'Delete everything' }).click();
    await expect(page.getByText('Your log is empty')).toBeVisible();
    await page.reload();
    await expect(page.getByText('Nothing is in your log yet')).toBeVisible();
    await expect(page.getByText('only be kept where scripts run')).toBeHidden();

    await page.getByText('Bring back a log that you saved').click();
    const choose = (file: { name: string; mimeType: string; buffer: Buffer }) =>
      page.getByLabel('Choose a saved log').setInputFiles(file);
    await choose({ name: 'log.txt', mimeType: 'text/plain', buffer: buffer.subarray(0, buffer.length - 9) });
    await expect(page.getByText('not a whole log saved from these pages')).toBeVisible();
    await choose({ name: 'log.txt', mimeType: 'text/plain', buffer });
    await expect(page.getByText('Brought back: 1 entry.')).toBeVisible();
    await expect(page.getByRole('list', { name: 'Entries' })).toContainText(
      'Asked him to take it down first.',
    );
    await page.goto(`${demo.school}/moderators/review`);
    await page.getByText('Bring back a log that you saved').click();
    await choose({ name: 'log.txt', mimeType: 'text/plain', buffer });
    await expect(page.getByText('1 entry of the file was in your log already.')).toBeVisible();
    await expectAccessible(page);
  });
});

test('the installed app opens without a connection and takes a shared chat on the device', async ({
  demo,
  browser,
}) => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const review = `${demo.school}/moderators/review`;
  await page.goto(review);
  await untilKept(page);
  await page.reload();

  await test.step('a shared chat never reaches the server', async () => {
    const posted: string[] = [];
    await context.route('**/moderators/shared', (route) => {
      posted.push(route.request().url());
      return route.abort();
    });
    await page.evaluate(
      ({ address, text }) => {
        const form = document.createElement('form');
        form.method = 'post';
        form.enctype = 'multipart/form-data';
        form.action = address;
        const input = document.createElement('input');
        input.type = 'file';
        input.name = 'chat';
        const files = new DataTransfer();
        files.items.add(new File([text], 'WhatsApp Chat with Oak.txt', { type: 'text/plain' }));
        input.files = files.files;
        form.append(input);
        document.body.append(form);
        form.submit();
      },
      { address: `${demo.school}/moderators/shared`, text: chatText(new Date()) },
    );
    await expect(page.getByText('The file is open on this device only: 8 messages')).toBeVisible();
    expect(posted).toEqual([]);
    expect(await page.evaluate(() => caches.has('handbell-shared'))).toBe(false);
    await context.unroute('**/moderators/shared');
  });

  await test.step('without a connection', async () => {
    await page.goto(`${demo.school}/check`);
    await untilKept(page);
    await expect.poll(() => page.evaluate(() => caches.keys().then((names) => names.length))).toBe(2);
    await context.setOffline(true);
    await page.reload();
    await page.getByLabel('Your message').fill('Mr Hanley is a useless waste of space');
    await expect(page.locator('[data-answer]')).toContainText('abusive or personal comments');
    await page.goto(review);
    await page.getByLabel('Open a chat export').setInputFiles(classChat(new Date()));
    await page.getByRole('button', { name: 'Look through it' }).click();
    await expect(page.getByText('These are worth a look')).toBeVisible();
    await context.setOffline(false);
  });

  await test.step('only those pages are kept', async () => {
    const kept = await page.evaluate(async () => {
      const all = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
      );
      return all.flat().map(({ url }) => new URL(url).pathname);
    });
    const pages = kept.filter((path) => !path.startsWith('/assets/'));
    const base = new URL(demo.school).pathname;
    expect(pages.sort()).toEqual([`${base}/check`, ...keptPages(`${base}/moderators`)].sort());
  });
});

test('on the desk, which clauses words may touch is answered only when asked, on that computer', async ({
  demo,
  browser,
}) => {
  const page = await (await browser.newContext()).newPage();
  await demo.signIn(page, 'deputy');
  await page.goto(`${demo.service.origin}/desk/concerns`);
  const concerns = await page
    .locator('main a[href^="/desk/concerns/"]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  let asked = false;
  for (const href of concerns) {
    await page.goto(demo.service.origin + href);
    const ask = page.getByRole('button', { name: 'Which clauses might this touch?' });
    if (!(await ask.isVisible())) continue;
    const suggestion = page.locator('[data-suggestion]');
    await expect(suggestion).toBeEmpty();
    const seen = watch(page);
    await ask.click();
    await expect(suggestion).toContainText(/in the order of the policy|Nothing in these words/, {
      timeout: 30_000,
    });
    expect(seen.filter((each) => !/^GET \S+\/assets\//.test(each))).toEqual([]);
    await expectAccessible(page);
    asked = true;
    break;
  }
  expect(asked).toBe(true);
});
