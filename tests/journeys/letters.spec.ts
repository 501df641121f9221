import type { Page } from '@playwright/test';
import { hearAndAssess, openCase, recordWarning, triage } from '../support/case.ts';
import { addMessages, finishConcern, walkToWords } from '../support/concern.ts';
import { schoolWithHandler } from '../support/people.ts';
import { fillToday } from '../support/policy.ts';
import { expect, expectAccessible, test } from '../support/test.ts';
import { inWord } from '../support/word.ts';

const NAME = 'Thornby Example CE School';
const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

async function bring(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.getByLabel('The changed letter').setInputFiles({ name, mimeType: DOCX, buffer });
  await page.getByRole('button', { name: 'Look at the changes' }).click();
}

test('a school’s own words, a warning letter to Word and back, signed, printed, given, and come back', async ({
  page: head,
  service,
  browser,
}) => {
  const { origin } = service;
  const school = `${origin}/s/thornby-example-ce-school`;
  const handler = await schoolWithHandler(head, service, NAME);

  await test.step('the school puts the warning in its own words', async () => {
    await head.goto(`${origin}/desk/letters`);
    await head.getByRole('link', { name: 'Words of letters' }).click();
    await expectAccessible(head);
    await head.getByRole('link', { name: 'Warning', exact: true }).click();
    await expectAccessible(head);
    await head.getByRole('link', { name: 'Change the words' }).click();
    const words = head.getByLabel('Words of “What we ask of you”');
    await words.fill('Or we call the police. {expected}');
    await head.getByLabel('What did you change, and why?').fill('Warmer words, asked for by the Board.');
    await head.getByRole('button', { name: 'Save these words' }).click();
    await expect(head.getByRole('alert')).toContainText('never uses them to press somebody');
    await expectAccessible(head);
    await words.fill('We ask you kindly for one thing:\n\n{expected}');
    await head.getByRole('button', { name: 'Save these words' }).click();
    await expect(head.getByRole('article', { name: 'The letter' })).toContainText(
      'We ask you kindly for one thing',
    );
    await expectAccessible(head);
    await head.getByRole('link', { name: 'Version 1' }).click();
    await expect(head.locator('ins').first()).toContainText('We ask you kindly');
    await expectAccessible(head);
    await head.goto(`${origin}/desk/letters/languages`);
    await head.getByLabel(/Cymraeg/).uncheck();
    await expectAccessible(head);
    await head.getByRole('button', { name: 'Save' }).click();
  });

  await test.step('a concern becomes a case, and the Head Teacher decides a warning', async () => {
    const parent = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
    await walkToWords(parent, school);
    await addMessages(parent);
    await finishConcern(parent);
    await triage(handler, origin);
    await openCase(handler);
    await hearAndAssess(handler);
    await recordWarning(head, origin);
    await expect(head.getByRole('article', { name: 'The letter' })).toContainText(
      'We ask you kindly for one thing',
    );
  });
  const home = handler.url();
  const letter = head.url();

  await test.step('the letter goes to Word and back', async () => {
    await head.getByRole('link', { name: 'Change it in Word' }).click();
    await expectAccessible(head);
    await bring(head, 'letter.docx', Buffer.from('No Word file at all.'));
    await expect(head.getByRole('alert')).toContainText('Nothing was changed');
    await expectAccessible(head);
    const file = await (await head.request.get(`${letter}/draft.docx`)).body();
    await bring(
      head,
      'letter.docx',
      inWord(file, 'We ask you kindly for one thing', 'We ask one thing of you'),
    );
    await expect(head.locator('ins').first()).toBeVisible();
    await expectAccessible(head);
    await head.getByRole('button', { name: 'Take these words into the letter' }).click();
    await expect(head.getByRole('article', { name: 'The letter' })).toContainText('We ask one thing of you');
  });

  await test.step('it is read, signed and issued', async () => {
    await head.getByLabel(/I have read this letter/).check();
    await head.getByLabel('Sign it with my name').check();
    await expectAccessible(head);
    await head.getByRole('button', { name: 'Issue the letter' }).click();
    await head.goto(`${origin}/desk/letters`);
    await head.locator('main table a').first().click();
    await expect(head.locator('main')).toContainText('With the name of whoever issued it');
    const pdf = await (await head.request.get(`${head.url()}/letter.pdf`)).body();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });

  await test.step('service is recorded: posted, come back, handed over', async () => {
    const how = head.getByRole('group', { name: 'How was it given to the parent?' });
    await how.getByLabel('By post, first class').check();
    await fillToday(head, 'On which day?');
    await expectAccessible(head);
    await head.getByRole('button', { name: 'Record that it was given' }).click();
    await head.getByText('The letter came back').click();
    await head.getByLabel('They do not live there, or the address is wrong').check();
    await fillToday(head, 'On which day did it come back?');
    await expectAccessible(head);
    await head.getByRole('button', { name: 'Record that it came back' }).click();
    await how.getByLabel('Handed over in person').check();
    await fillToday(head, 'On which day?');
    await head.getByRole('button', { name: 'Record that it was given' }).click();
    await expect(head.getByRole('table', { name: 'Service' })).toContainText('By post, first class');
    await expectAccessible(head);
  });

  await test.step('the person affected gets a note of support, and the decision has its record', async () => {
    await handler.goto(`${home}/support-note`);
    await expectAccessible(handler);
    await handler.getByLabel('What do you offer?').fill('A talk with the deputy head whenever you like.');
    await handler.getByLabel('Whom can they turn to?').fill('Sunita Rao, 07700 900102');
    await handler.getByLabel('When do they hear again?').fill('Sunita Rao speaks with you on Friday.');
    await handler.getByLabel('Their name').fill('Mrs Ashdown');
    await handler.getByRole('button', { name: 'Write the note' }).click();
    await expect(handler.getByRole('article', { name: 'The letter' })).toContainText(
      'You do not have to answer',
    );
    await expectAccessible(handler);
    const record = await (await head.request.get(`${home}/record.pdf`)).body();
    expect(record.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
