import {
  decideWarning,
  followUpAndClose,
  giveLetter,
  hearAndAssess,
  openCase,
  triage,
} from '../support/case.ts';
import { addMessages, finishConcern, tellWithoutScripts, walkToWords } from '../support/concern.ts';
import { schoolWithHandler } from '../support/people.ts';
import { expect, expectAccessible, test } from '../support/test.ts';

const NAME = 'Thornby Example CE School';

test('from a concern with messages from an export to a decided case and its letter', async ({
  page: head,
  service,
  browser,
}) => {
  const { origin } = service;
  const school = `${origin}/s/thornby-example-ce-school`;
  const handler = await schoolWithHandler(head, service, NAME);

  await test.step('another parent tells in their own words, with scripts off', async () => {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      viewport: { width: 360, height: 740 },
    });
    await tellWithoutScripts(await context.newPage(), school);
    await context.close();
  });

  const parent = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  let code = '';
  await test.step('a parent tells, and only the ticked messages travel', async () => {
    const sent: string[] = [];
    parent.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
    await walkToWords(parent, school);
    const before = sent.length;
    await addMessages(parent);
    const whileReading = sent.slice(before).filter((line) => !line.includes('/assets/'));
    expect(whileReading).toEqual([]);
    code = await finishConcern(parent);
    const everything = decodeURIComponent(sent.join('\n').replaceAll('+', ' '));
    expect(everything).toContain('waste of space');
    for (const word of ['PE today', 'Bit harsh', 'leave me out', '900345', 'Gemma', 'Tomás']) {
      expect(everything).not.toContain(word);
    }
  });

  await test.step('the handler sorts it, opens a case, hears the parent and assesses', async () => {
    await triage(handler, origin);
    await openCase(handler);
    await hearAndAssess(handler);
  });
  const home = handler.url();

  await test.step('the Head Teacher decides a warning letter, and the office gives it', async () => {
    await decideWarning(head, origin);
    await giveLetter(head, origin);
  });

  await test.step('the case is followed up and closed', () => followUpAndClose(handler, home));

  await test.step('the reporter, by code, reads that it was dealt with and nothing more', async () => {
    await parent.goto(`${school}/concern/return`);
    await expectAccessible(parent);
    await parent.getByLabel('Your code').fill('AAAA-BBBB-CCCC');
    await parent.getByRole('button', { name: 'Show my page' }).click();
    await expect(parent.getByRole('alert')).toBeVisible();
    await parent.getByLabel('Your code').fill(code.toLowerCase());
    await parent.getByRole('button', { name: 'Show my page' }).click();
    await expect(parent.getByRole('heading', { name: 'It was dealt with' })).toBeVisible();
    await expectAccessible(parent);
    const words = await parent.locator('main').innerText();
    for (const word of ['Derek', 'warning', 'letter', 'Ada', 'Sunita']) expect(words).not.toContain(word);
  });

  await test.step('the record of all this is whole', async () => {
    await head.goto(`${origin}/desk/settings/audit`);
    await expect(head.getByText('The record is whole')).toBeVisible();
  });
});
