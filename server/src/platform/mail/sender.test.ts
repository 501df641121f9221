import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startTestHandbell } from '../../../test/handbell.ts';
import { queueMail } from './outbox.ts';
import { startSender } from './sender.ts';

describe('the sender', () => {
  it('takes mail as it comes, outlives a database that is away, and stops when told', async () => {
    const handbell = await startTestHandbell();
    const school = await handbell.newSchool();
    const mail = { to: 'robin@example.org', subject: 's', text: 't', kind: 'news' };
    const queue = () =>
      handbell.services.worker.forSchool(school.id, 'public', (work) => queueMail(work, mail));
    const copy = (id: string) =>
      join(handbell.services.settings.HANDBELL_DATA, 'mail', school.id, `${id}.eml`);
    const first = await queue();
    const sender = startSender(handbell.services);
    await until(() => existsSync(copy(first)));
    await handbell.asOwner(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'handbell_app'",
    );
    await until(() =>
      queue().then(
        (id) => until(() => existsSync(copy(id))).then(() => true),
        () => false,
      ),
    );
    await sender.stop();
    const last = await queue();
    await handbell.stop();
    expect(existsSync(copy(last))).toBe(false);
  });
});

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 20));
}
