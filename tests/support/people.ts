import type { Page } from '@playwright/test';
import { generate } from 'otplib';
import { registerGroup } from './concern.ts';
import { bringPolicyIntoForce } from './policy.ts';
import { expect, expectAccessible } from './test.ts';

export const PASSWORD = 'three example words';

/** Somebody who can sign in. */
export interface Person {
  readonly email: string;
  /** The key of their authenticator app. */
  readonly key: string;
}

/** From the page that asks for the password to the end of the backup codes. */
export async function setUpSecondStep(page: Page): Promise<string> {
  await expectAccessible(page);
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('I cannot scan it').click();
  const key = (await page.locator('code').innerText()).replaceAll(/\s/g, '');
  await expectAccessible(page);
  await page.getByLabel('Six-digit code').fill(await generate({ secret: key }));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('heading', { name: 'Keep your backup codes' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'I have kept them: continue' }).click();
  return key;
}

/** Sets up the first school from the printed link; the page ends on the desk. */
export async function setUpSchool(
  page: Page,
  link: string,
  name: string,
  roles: readonly string[],
): Promise<Person> {
  const email = 'ada.okafor@oakfield.example.org';
  await page.goto(link);
  await expectAccessible(page);
  await page.getByLabel('Your name').fill('Ada Okafor');
  await page.getByLabel('Your work email address').fill(email);
  await page.getByLabel('Choose a password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Continue' }).click();
  const key = await setUpSecondStep(page);

  await page.getByLabel('Name of the school').fill(name);
  await page.getByLabel('England').check();
  await page.getByLabel('Primary').check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Address', { exact: true }).fill('Bell Lane\nExampleton\nEX1 1EX');
  await page.getByLabel('Phone number').fill('07700 900100');
  await page.getByLabel('Email address of the office').fill('office@oakfield.example.org');
  await page.getByLabel('Email address for concerns').fill('concerns@oakfield.example.org');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Name of the safeguarding lead').fill('Priya Nair');
  await page.getByLabel('Phone number').fill('07700 900101');
  await page.getByLabel('Email address').fill('safe@oakfield.example.org');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue' }).click();
  for (const role of roles) await page.getByLabel(role, { exact: true }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Ada Okafor');
  return { email, key };
}

/** A school whose policy is in force, with its Head on `page` and a group, and a case handler in a browser of their own. */
export async function schoolWithHandler(
  page: Page,
  service: { readonly origin: string; readonly setUpLink: string },
  name: string,
): Promise<Page> {
  await setUpSchool(page, service.setUpLink, name, ['School office', 'Head Teacher']);
  await bringPolicyIntoForce(page, service.origin);
  await registerGroup(page, service.origin);
  const handler = await inviteAndJoin(page, service.origin, {
    name: 'Sunita Rao',
    email: 'deputy@oakfield.example.org',
    role: 'Case handler',
  });
  return handler.page;
}

/** Signs in with both steps; ends on the desk. */
export async function signIn(page: Page, origin: string, person: Person): Promise<void> {
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('Email address').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByLabel('Six-digit code').fill(await generate({ secret: person.key }));
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page).toHaveURL(`${origin}/desk`);
}

/** Invites somebody as the person on `page`, lets them join in a browser of their own, and gives their page. */
export async function inviteAndJoin(
  page: Page,
  origin: string,
  person: { readonly name: string; readonly email: string; readonly role: string },
): Promise<{ readonly page: Page; readonly key: string }> {
  await page.goto(`${origin}/desk/people/invite`);
  await page.getByLabel('Their name').fill(person.name);
  await page.getByLabel('Their own work email address').fill(person.email);
  await page.getByLabel(person.role, { exact: true }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Invite' }).click();
  const link = (await page.locator('code').innerText()).trim();
  await expectAccessible(page);
  const browser = page.context().browser();
  if (!browser) throw new Error('The page has no browser of its own.');
  const own = await (await browser.newContext()).newPage();
  await own.goto(link);
  await expectAccessible(own);
  await own.getByLabel('Choose a password').fill(PASSWORD);
  await own.getByRole('button', { name: 'Continue' }).click();
  const key = await setUpSecondStep(own);
  await expect(own.getByRole('heading', { level: 1 })).toContainText(person.name);
  return { page: own, key };
}
