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
  await expect(page.getByText('can only be checked where scripts run')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'A single child' })).toBeVisible();
  await expect(page.getByText('Who to ask: the class teacher').first()).toBeVisible();
  await page.getByRole('link', { name: 'who to ask' }).click();
  await expect(page.getByRole('heading', { name: 'Who do I ask?' })).toBeVisible();
  await context.close();
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
    await page.locator('input[type=file]').setInputFiles(classChat(new Date()));
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
