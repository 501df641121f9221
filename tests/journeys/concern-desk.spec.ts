import type { Page } from '@playwright/test';
import { setUpSchool } from '../support/people.ts';
import { addScreenshot, tellToPictures } from '../support/reporter.ts';
import { expect, expectAccessible, test } from '../support/test.ts';

const PHONE = { width: 360, height: 740 };
const NAME = 'Thornby Example CE School';

/** Sends what was checked, and keeps the code. */
async function send(parent: Page): Promise<string> {
  await parent.getByRole('button', { name: 'Send to the school' }).click();
  await expect(parent.getByRole('heading', { name: 'The school has your concern' })).toBeVisible();
  return (await parent.locator('.hb-code').first().innerText()).trim();
}

async function comeBack(parent: Page, school: string, code: string): Promise<void> {
  await parent.goto(`${school}/concern/return`);
  await parent.getByLabel('Your code').fill(code);
  await parent.getByRole('button', { name: 'Show my page' }).click();
}

/** Screens a concern and declares that there is no interest; gives its address. */
async function sort(head: Page, origin: string, reference: string): Promise<string> {
  await head.goto(`${origin}/desk/concerns`);
  await head.getByRole('link', { name: reference, exact: true }).click();
  await head.getByLabel('No sign of it').check();
  await head.getByLabel('Why do you think so?').fill('Adults only.');
  await head.getByRole('button', { name: 'Save the answer' }).click();
  await head.getByLabel('I have nothing to do with it').check();
  await head.getByRole('button', { name: 'Save the answer' }).click();
  return head.url();
}

/** The newest reference in the desk's list: the one not known yet. */
async function newest(head: Page, origin: string, known: readonly string[]): Promise<string> {
  await head.goto(`${origin}/desk/concerns`);
  const all = await head.locator('main table a').allInnerTexts();
  return all.find((each) => !known.includes(each)) ?? '';
}

test('evidence has its custody, cover and seal; reports come together and apart; a mark, a complaint, a concern taken back', async ({
  page: head,
  service,
  browser,
}) => {
  test.slow();
  const { origin } = service;
  await setUpSchool(head, service.setUpLink, NAME, ['School office', 'Head Teacher']);
  const school = `${origin}/s/thornby-example-ce-school`;
  const picture = await head.screenshot();

  await test.step('the school writes down how to complain', async () => {
    await head.goto(`${origin}/desk/settings/complaints`);
    await expectAccessible(head);
    await head.getByLabel('The steps').fill('Speak to the class teacher.\nWrite to the Head Teacher.');
    await head.getByLabel('Whom to write to or call').fill('The office, 07700 900100');
    await head.getByLabel('Web address of the whole procedure').fill('ftp://nowhere');
    await head.getByRole('button', { name: 'Save' }).click();
    await expect(head.getByRole('alert')).toContainText('Enter an address like');
    await head
      .getByLabel('Web address of the whole procedure')
      .fill('https://thornby.example.org/complaints');
    await head.getByRole('button', { name: 'Save' }).click();
    await expect(head.getByText('This is what parents read from now on')).toBeVisible();
    await expectAccessible(head);
  });

  const parent = await (await browser.newContext({ viewport: PHONE })).newPage();
  await tellToPictures(parent, school, false);
  await addScreenshot(parent, picture);
  const code = await send(parent);
  const first = await newest(head, origin, []);
  const concern = await sort(head, origin, first);

  await test.step('a picture is looked at, covered and saved, and each act is written down', async () => {
    await head.getByRole('link', { name: 'Picture 1' }).click();
    await expect(head.getByText('Nobody has looked at it yet')).toBeVisible();
    await expect(head.getByRole('img')).toHaveCount(0);
    await expectAccessible(head);
    await head.getByRole('button', { name: 'Show it' }).click();
    await expect(head.getByRole('img', { name: 'What Picture 1 shows' })).toBeVisible();
    await head.getByText('Cover part of it').click();
    for (const square of ['Row 1, column 1', 'Row 1, column 2', 'Row 2, column 1']) {
      await head.getByLabel(square, { exact: true }).check();
    }
    await expectAccessible(head);
    await head.getByRole('button', { name: 'Burn the cover in' }).click();
    await expect(head.getByText('The cover is burned in. The original is sealed.')).toBeVisible();
    await head.getByRole('button', { name: 'Show it' }).click();
    await expectAccessible(head);
    const saving = head.waitForEvent('download');
    await head.getByRole('button', { name: 'Save it to this computer' }).click();
    expect((await (await saving).createReadStream()).readable).toBe(true);
    await head.reload();
    const table = head.getByRole('table', { name: 'Who did what with it' });
    await expect(table).toContainText('Looked at');
    await expect(table).toContainText('Saved to a computer');
    await expect(table).toContainText('Ada Okafor');
    await head.goto(concern);
    await expect(head.getByRole('table', { name: 'What came with it' })).toContainText('Sealed');
    await expectAccessible(head);
  });

  await test.step('staff add what was brought on paper, and seal what nobody should look at', async () => {
    await head.getByRole('link', { name: 'Add what was brought on paper or shown' }).click();
    await expectAccessible(head);
    await head.getByLabel('Somebody handed it over on paper').check();
    await head.getByLabel('The words, typed as they stand there').fill('See you at the gate.');
    await head.getByLabel('Open a screenshot').setInputFiles({
      name: 'Scan.png',
      mimeType: 'image/png',
      buffer: picture,
    });
    await head.getByRole('button', { name: 'Add this picture' }).click();
    await head.getByRole('button', { name: 'Cut off the bar at the top' }).click();
    await head.getByRole('button', { name: 'Add this picture' }).click();
    await expectAccessible(head);
    await head.getByRole('button', { name: 'Add it', exact: true }).click();
    await expect(head.getByRole('link', { name: 'Words, typed' })).toBeVisible();
    await head.getByRole('link', { name: 'Words, typed' }).click();
    await head.getByRole('button', { name: 'Show it' }).click();
    await expect(head.getByText('See you at the gate.')).toBeVisible();
    await expect(head.locator('main')).toContainText(/Added.*by Ada Okafor/s);
    await expectAccessible(head);
    await head.goto(concern);
    await head.getByRole('link', { name: 'Picture 1' }).last().click();
    await head.getByRole('button', { name: 'Seal it without looking' }).click();
    await expect(head.getByText('It is sealed. The hold is on')).toBeVisible();
    await expect(head.getByRole('img')).toHaveCount(0);
    await expectAccessible(head);
  });

  const other = await (await browser.newContext({ viewport: PHONE })).newPage();
  await tellToPictures(other, school, false);
  await other.getByRole('button', { name: 'Continue' }).click();
  const second = await send(other);
  const reference = await newest(head, origin, [first]);
  const marked = await sort(head, origin, reference);

  const third = await (await browser.newContext({ viewport: PHONE })).newPage();
  const lengths: number[] = [];
  third.on('request', (request) => {
    if (request.method() === 'POST') lengths.push(request.postDataBuffer()?.length ?? 0);
  });
  await tellToPictures(third, school, false);
  await third.getByRole('button', { name: 'Continue' }).click();
  await send(third);
  // Whatever was chosen and written on the way, each form has the one length on the wire.
  expect(lengths.length).toBeGreaterThan(10);
  expect(new Set(lengths)).toEqual(new Set([8192]));
  const complaint = await newest(head, origin, [first, reference]);
  const way = await sort(head, origin, complaint);

  await test.step('two reports come together and apart again', async () => {
    await head.getByRole('link', { name: 'Other reports tell of the same matter' }).click();
    await head.getByLabel(new RegExp(reference)).check();
    await head.getByLabel('Why it is the same matter').fill('The same gate.');
    await head.getByLabel('I have nothing to do with any of them').check();
    await head.getByRole('button', { name: 'Put them together' }).click();
    await expect(head.getByText('The reports are together now')).toBeVisible();
    await head.getByLabel(new RegExp(reference)).check();
    await head.getByLabel('Why it is another matter').fill('Another day.');
    await expectAccessible(head);
    await head.getByRole('button', { name: 'Take it out' }).click();
    await expect(head.getByText('The report is by itself again')).toBeVisible();
    await expectAccessible(head);
  });

  await test.step('a report is marked; its reporter reads why, and how to complain; the mark comes off', async () => {
    await head.goto(marked);
    await head.getByRole('link', { name: 'This report was sent to do harm' }).click();
    await head.getByLabel('The report itself abuses or threatens somebody').check();
    await head.getByLabel('Why do you think so?').fill('It threatens a cleaner.');
    await expectAccessible(head);
    await head.getByRole('button', { name: 'Mark it' }).click();
    await expect(head.getByRole('heading', { name: 'Marked as abuse' })).toBeVisible();
    await expectAccessible(head);
    await comeBack(other, school, second);
    await expect(
      other.getByRole('heading', { name: 'The school has put a note on your report' }),
    ).toBeVisible();
    await other.getByText('How to complain about the note').click();
    await expect(other.getByText('Speak to the class teacher.')).toBeVisible();
    await expectAccessible(other);
    await head.getByText('Take the mark off').click();
    await head.getByLabel('Why', { exact: true }).fill('It was a quotation.');
    await head.getByRole('button', { name: 'Take it off' }).click();
    await expect(head.getByRole('heading', { name: 'Marked as abuse' })).toHaveCount(0);
  });

  await test.step('a complaint leaves with what the procedure needs on paper, without a name', async () => {
    await head.goto(way);
    const question = head.getByRole('group', { name: 'Is it a complaint about the school?' });
    const form = head.locator('form', { has: question });
    await form.getByLabel('Yes', { exact: true }).check();
    await form.getByLabel('Why do you think so?').fill('It is about how the school answered.');
    await form.getByRole('button', { name: 'Save the answer' }).click();
    await head.getByRole('link', { name: /^End/ }).click();
    await expectAccessible(head);
    await head
      .getByRole('link', { name: /complaint/i })
      .first()
      .click();
    await head.getByLabel('Why it ends like this').fill('For the complaints procedure.');
    await expectAccessible(head);
    await head.getByRole('button', { name: 'End the concern' }).click();
    await head.getByRole('link', { name: 'Print it for the complaints procedure' }).click();
    await expect(head.getByText('Write to the Head Teacher.')).toBeVisible();
    await expect(head.getByRole('button', { name: 'Print this page' })).toBeVisible();
    await expectAccessible(head);
  });

  await test.step('the first takes it back, and the school still has to look', async () => {
    await comeBack(parent, school, code);
    await parent.getByText('I want to take my concern back').click();
    await expectAccessible(parent);
    await parent.getByRole('button', { name: 'Take my concern back' }).click();
    await expect(parent.getByText('you take your concern back')).toBeVisible();
    await comeBack(parent, school, code);
    await expect(parent.getByText('You took your concern back').first()).toBeVisible();
    await expectAccessible(parent);
    await head.goto(concern);
    await expect(head.getByText('The reporter has taken this concern back')).toBeVisible();
    await expectAccessible(head);
  });
});
