import { setUpSchool } from '../support/people.ts';
import { addScreenshot, tellToPictures } from '../support/reporter.ts';
import { expect, expectAccessible, test } from '../support/test.ts';

test('a parent shows a screenshot that they cut down on their own phone', async ({
  page,
  service,
  browser,
}) => {
  await setUpSchool(page, service.setUpLink, 'Thornby Example CE School', ['School office', 'Head Teacher']);
  const school = `${service.origin}/s/thornby-example-ce-school`;
  const parent = await (await browser.newContext({ viewport: { width: 360, height: 740 } })).newPage();
  await parent.goto(school);
  const screenshot = await parent.screenshot();

  const sent: string[] = [];
  parent.on('request', (request) => sent.push(request.postData() ?? ''));
  await tellToPictures(parent, school);
  await addScreenshot(parent, screenshot);
  expect(sent.join('\n')).not.toContain('Adalbertina');
  expect(sent.join('\n')).not.toContain(screenshot.toString('base64url').slice(0, 200));
  await parent.setViewportSize({ width: 1280, height: 800 });
  await expectAccessible(parent);
  await parent.getByRole('button', { name: 'Send to the school' }).click();
  await expect(parent.getByRole('heading', { name: 'The school has your concern' })).toBeVisible();
  await expectAccessible(parent);
});
