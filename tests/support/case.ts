import type { Page } from '@playwright/test';
import { aLaterWednesday, fillDay, fillToday } from './policy.ts';
import { expect, expectAccessible } from './test.ts';

/** Takes the concern that came last, answers the three questions of triage and acknowledges; ends on the concern's page. */
export async function triage(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/desk/concerns`);
  await expectAccessible(page);
  await page.locator('main table a').last().click();
  await expectAccessible(page);
  const save = () => page.getByRole('button', { name: 'Save the answer' }).first().click();
  await page.getByLabel('No sign of it').check();
  await page.getByLabel('Why do you think so?').fill('No child is named or described in it.');
  await save();
  await page.getByLabel('I have nothing to do with it').check();
  await expectAccessible(page);
  await save();
  await page.getByLabel('No, it is about how somebody behaved').check();
  await page.getByLabel('Why do you think so?').fill('It is about words against a person.');
  await expectAccessible(page);
  await save();
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  await expectAccessible(page);
}

/**
 * Opens a case from the concern on the page, citing the clause about personal comments.
 * @param targets members of staff the words are about
 */
export async function openCase(page: Page, targets: readonly string[] = []): Promise<void> {
  await page.getByRole('link', { name: 'Open a case' }).click();
  await page.getByLabel('No, I have none').check();
  await fillToday(page, 'On which day was it?');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Name', { exact: true }).fill('Derek Stokes');
  await page.getByLabel('Address for letters').fill('4 Mill Lane\nExampleton\nEX1 2EX');
  await page.getByLabel('A group of parents').check();
  await page.getByLabel('Which group?').fill('the Oak class group');
  await page
    .getByLabel('What have you been told happened?')
    .fill('A message called a teacher useless and a waste of space.');
  await page
    .getByRole('checkbox', { name: /abusive or personal comments about staff, pupils or other/ })
    .check();
  await page.getByLabel('Somebody who works for the school').check();
  for (const name of targets) {
    await page
      .getByRole('group', { name: /Which of these people are the words about/ })
      .getByLabel(name)
      .check();
  }
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Open the case' }).click();
  await expect(page.locator('main')).toContainText('Gathering accounts');
  await expectAccessible(page);
}

/** The next act at the foot of a case's page. */
async function nextAct(page: Page, name: string): Promise<void> {
  await page
    .locator('main')
    .getByRole('link', { name, exact: true })
    .or(page.locator('main').getByRole('button', { name, exact: true }))
    .first()
    .click();
}

/** Gathers an account, hears the parent, assesses and hands the case to who decides. */
export async function hearAndAssess(page: Page): Promise<void> {
  await nextAct(page, 'Record an account');
  await page.getByRole('radio').first().check();
  await page.getByRole('group', { name: 'How?' }).getByRole('radio').first().check();
  await fillToday(page, 'On which day?');
  await page.getByLabel('What did they say?').fill('They read the messages in the morning and felt uneasy.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep the account' }).click();
  await expectAccessible(page);

  await nextAct(page, 'Start speaking to the parent');
  await expectAccessible(page);
  await nextAct(page, 'Record a contact with the parent');
  await page.getByLabel('I heard the parent’s side').check();
  await page.getByLabel('Yes', { exact: true }).first().check();
  await page.getByRole('group', { name: 'How?' }).getByRole('radio').first().check();
  await fillToday(page, 'On which day?');
  await page
    .getByLabel('What did they say, or what did you do?')
    .fill('He was upset about the trip and is sorry for how it reads.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep the record' }).click();
  await nextAct(page, 'Start the assessment');
  await nextAct(page, 'Feedback, or a matter of conduct?');
  await page.getByLabel('As a matter of conduct').check();
  await page.getByLabel('Why do you say so?').fill('The words are about a person, not about the school.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep and go on' }).click();
  await assess(page);
  await nextAct(page, 'Hand over for a decision');
  await expect(page.locator('main')).toContainText('Ada Okafor');
  await expectAccessible(page);
}

/** Answers one question after the other; the last answer leads back to the case. */
async function assess(page: Page): Promise<void> {
  for (let answered = 0; answered < 20 && page.url().includes('/assessment/'); answered += 1) {
    await expectAccessible(page);
    const choice = page.getByRole('radio').first();
    if ((await choice.count()) > 0) await choice.check();
    await page
      .getByRole('textbox')
      .first()
      .fill('An answer to this question, in a whole sentence, with its reason.');
    await page.getByRole('button', { name: 'Keep and go on' }).click();
  }
}

/** Decides a warning letter; ends on the letter's draft. */
export async function recordWarning(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/desk`);
  await expectAccessible(page);
  await page.getByRole('link', { name: /Decide a case/ }).click();
  await expectAccessible(page);
  await nextAct(page, 'Decide');
  await page.getByLabel('No, I have none').check();
  await page.getByRole('radio', { name: /warning letter/i }).check();
  await page.getByRole('combobox', { name: /Which step of the policy/ }).selectOption('none');
  await page
    .getByLabel('What are your reasons?')
    .fill('The words were about a person and were repeated after somebody asked him to stop.');
  await page
    .getByLabel('What do you ask of the parent from now on?')
    .fill('Please keep words about people out of the group.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Record the decision' }).click();
  await expect(page.getByRole('article', { name: 'The letter' })).toContainText('Dear Derek Stokes');
}

/** Decides a warning letter, looks at the letter and issues it; ends on the case. */
export async function decideWarning(page: Page, origin: string): Promise<void> {
  await recordWarning(page, origin);
  await page.getByLabel(/I have read this letter/).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Issue the letter' }).click();
  await expectAccessible(page);
}

/** Prints the letter as the office does, in both forms, and records that it was given. */
export async function giveLetter(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/desk/letters`);
  await expectAccessible(page);
  await page.locator('main table a').first().click();
  await expectAccessible(page);
  for (const [file, start] of [
    ['letter.pdf', '%PDF-'],
    ['letter.docx', 'PK'],
  ] as const) {
    const answer = await page.request.get(`${page.url()}/${file}`);
    expect((await answer.body()).subarray(0, start.length).toString()).toBe(start);
  }
  await page
    .getByRole('group', { name: 'How was it given to the parent?' })
    .getByRole('radio')
    .first()
    .check();
  await fillToday(page, 'On which day?');
  await page.getByRole('button', { name: 'Record that it was given' }).click();
  await expectAccessible(page);
}

/** Tells who was targeted, looks again and closes the case. */
export async function followUpAndClose(page: Page, home: string): Promise<void> {
  await page.goto(`${home}/affected`);
  await page.getByLabel('Yes, and support was offered').check();
  await page.getByLabel('What was said and offered?').fill('A talk with the deputy and a free afternoon.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.goto(`${home}/follow-up`);
  await fillDay(page, 'On which day will you look at it again?', aLaterWednesday());
  await page.getByLabel('What will you look at?').fill('How the teacher is.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Set the follow-up' }).click();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.goto(`${home}/close`);
  await page.getByRole('textbox').first().fill('He is well, and nothing new was brought to us.');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Close the case' }).click();
  await expect(page.locator('main')).toContainText('Closed');
  await expectAccessible(page);
}
