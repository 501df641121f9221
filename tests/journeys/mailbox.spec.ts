import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { startDovecot } from '../../server/test/dovecot.ts';
import { PROVEN, SERVER_NAME } from '../../server/test/mailbox.ts';
import { mailOf, SECRET } from '../../server/test/mails.ts';
import { setUpSchool } from '../support/people.ts';
import { startService } from '../support/service.ts';
import { expect, expectAccessible, test } from '../support/test.ts';

interface Sent {
  readonly to: string;
  readonly text: string;
}

/** A mail server that takes what Handbell sends. */
async function mailServer() {
  const got: Sent[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, { envelope }, done) =>
      void simpleParser(stream)
        .then(({ subject = '', text = '' }) => {
          const to = envelope.rcptTo.map(({ address }) => address).join();
          got.push({ to, text: `${subject}\n${text}` });
        })
        .then(() => done(), done),
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    got,
    url: `smtp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((end) => server.close(() => end())),
  };
}

test('a mail comes in by IMAP and is a concern; the acknowledgement goes out by SMTP without a word of it', async ({
  page,
}) => {
  test.slow();
  const [dovecot, smtp] = await Promise.all([startDovecot(), mailServer()]);
  const service = await startService({
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Example School <office@oakfield.example.org>',
  });
  const roles = ['School office', 'Head Teacher', 'Handbell administrator'];
  await setUpSchool(page, service.setUpLink, 'Thornby Example CE School', roles);

  await page.goto(`${service.origin}/desk/settings/mailbox`);
  await page.getByLabel('Mail server (IMAP)').fill('127.0.0.1');
  await page.getByLabel('Port').fill(String(dovecot.port));
  await page.getByLabel('Not at all').check();
  await page.getByLabel('User name').fill('concerns');
  await page.getByLabel('Password').fill(dovecot.password);
  await page.getByLabel('Folder to read').fill('INBOX');
  await page.getByLabel('Name under which your mail server checks senders').fill(SERVER_NAME);
  await page.getByLabel('Leave it there').check();
  await page.getByLabel('Nothing: begin with the next mail').check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Save and begin' }).click();
  await expect(page.getByText('The mailbox can be read.')).toBeVisible();
  await expectAccessible(page);

  await dovecot.deliver('concerns', [mailOf({ headers: [PROVEN] })]);
  await expect(async () => {
    await page.goto(`${service.origin}/desk/concerns`);
    await expect(page.locator('main table a')).toHaveCount(1);
  }).toPass();
  await page.locator('main table a').click();
  await expect(page.locator('main')).toContainText(SECRET);
  await expect(page.locator('main')).not.toContainText('ada@home');
  await expectAccessible(page);
  await page.getByLabel('No sign of it').check();
  await page.getByLabel('Why do you think so?').fill('Adults only.');
  await page.getByRole('button', { name: 'Save the answer' }).click();
  await page.getByRole('button', { name: 'Acknowledge' }).click();
  await expect(page.getByText('Acknowledged.')).toBeVisible();

  // One receipt with the code, one "something new": to the sender alone, and nothing of the matter in either.
  await expect(() =>
    expect(smtp.got.filter(({ to }) => to === 'ada@home.example.org')).toHaveLength(2),
  ).toPass();
  for (const { text } of smtp.got) expect(text).not.toMatch(new RegExp(`${SECRET}|useless|Oak class`));
  expect(await dovecot.contents('concerns')).toMatchObject([{ seen: false }]);

  await service.stop();
  await Promise.all([dovecot.stop(), smtp.stop()]);
});
