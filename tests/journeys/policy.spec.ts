import { setUpSchool } from '../support/people.ts';
import { bringPolicyIntoForce } from '../support/policy.ts';
import { expect, expectAccessible, test } from '../support/test.ts';

test('the school’s own file becomes its policy in force, and a parent agrees without scripts', async ({
  page,
  service,
  browser,
}) => {
  await setUpSchool(page, service.setUpLink, 'Thornby Example CE School', [
    'School office',
    'Head Teacher',
    'Governor',
  ]);
  const school = `${service.origin}/s/thornby-example-ce-school`;
  await page.goto(school);
  await expectAccessible(page);

  await bringPolicyIntoForce(page, service.origin);

  const plain = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } });
  const parent = await plain.newPage();
  await test.step('the policy is published, with its PDF and its QR code', async () => {
    await page.goto(school);
    await expectAccessible(page);
    await expect(page.locator('main')).toContainText('a political platform');
    for (const [file, type] of [
      ['policy.pdf', 'application/pdf'],
      ['qr.svg', 'image/svg+xml'],
    ] as const) {
      const answer = await page.request.get(`${school}/policy/1/${file}`);
      expect(answer.headers()['content-type']).toContain(type);
      if (file === 'policy.pdf') expect((await answer.body()).subarray(0, 5).toString()).toBe('%PDF-');
    }
  });

  let code = '';
  await test.step('a parent agrees on a phone, with scripts off', async () => {
    await parent.goto(school);
    // The button that reads aloud needs scripts.
    await expect(parent.locator('button')).toHaveCount(1);
    await expect(parent.locator('button')).toBeHidden();
    await parent.getByRole('link', { name: 'Agree to this policy' }).click();
    await parent.getByRole('link', { name: 'Start' }).first().click();
    await parent.getByRole('button', { name: 'Continue' }).click();
    await expect(parent.getByRole('alert')).toBeVisible();
    await parent.getByLabel('What is your name?').fill('Siân Ó Dónaill-阮');
    await parent.getByRole('button', { name: 'Continue' }).click();
    await parent.getByLabel('Class or classes').fill('Oak');
    await parent.getByRole('button', { name: 'Continue' }).click();
    await expect(parent.locator('main')).toContainText('Siân Ó Dónaill-阮');
    await parent.getByRole('checkbox').check();
    await parent.getByRole('button', { name: 'Sign and send' }).click();
    await expect(parent.getByRole('heading', { name: 'Thank you, you have agreed' })).toBeVisible();
    code = (await parent.locator('.hb-code').first().innerText()).trim();
  });

  await test.step('the same pages are accessible', async () => {
    await page.goto(`${school}/agree`);
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Start' }).first().click();
    await expectAccessible(page);
    await page.getByLabel('What is your name?').fill('Ravi Example');
    await page.getByRole('button', { name: 'Continue' }).click();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Continue' }).click();
    await expectAccessible(page);
    for (const path of ['/agree/receipt', '/ask', '/accessibility', '/privacy', '/policy/1']) {
      await page.goto(school + path);
      await expectAccessible(page);
    }
  });

  await test.step('the parent comes back with the receipt, reads it and withdraws', async () => {
    await parent.goto(`${school}/agree/receipt`);
    await parent.getByLabel('What is your receipt code?').fill('none such code');
    await parent.getByRole('button', { name: 'Continue' }).click();
    await expect(parent.getByRole('alert')).toBeVisible();
    await parent.getByLabel('What is your receipt code?').fill(code.toLowerCase());
    await parent.getByRole('button', { name: 'Continue' }).click();
    await expect(parent.getByRole('heading', { name: 'What you signed' })).toBeVisible();
    await expect(parent.locator('main')).toContainText('Siân Ó Dónaill-阮');
  });

  await test.step('the office sees who', async () => {
    await page.goto(`${service.origin}/desk/agreements`);
    await expectAccessible(page);
    await expect(page.locator('main')).toContainText('Siân Ó Dónaill-阮');
  });
  await plain.close();
});

test('the office settles what was not clear with one press', async ({ page, service }) => {
  await setUpSchool(page, service.setUpLink, 'Quillham Example School', ['School office']);
  await page.goto(`${service.origin}/desk/policy/new`);
  await page.getByLabel('Your policy’s file').setInputFiles({
    name: 'code.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from(
      'WhatsApp Groups Policy\n\nParents must not:\n- share pictures of other people’s children\n- swear at anybody\n',
    ),
  });
  await page.getByRole('button', { name: 'Read it' }).click();
  const doubt = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: 'Nobody signs it' }) });
  await expect(doubt).toHaveCount(1);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await expectAccessible(page);
  }
  await doubt.getByRole('button', { name: 'Nobody signs it' }).click();
  await expect(page.getByRole('alert').or(page.getByRole('status')).first()).toBeVisible();
  await expect(doubt).toHaveCount(0);
});
