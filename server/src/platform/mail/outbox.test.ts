import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../../test/handbell.ts';
import { mailCell, queueMail } from './outbox.ts';
import { mail } from './tables.ts';

let handbell: TestHandbell;
let school: TestSchool;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
});
afterAll(() => handbell.stop());

const LETTER = {
  to: 'robin@example.org',
  subject: 'There is something new at Oakfield',
  text: 'Open http://localhost:8043/s/oakfield to read it.',
  kind: 'news',
};

function rows() {
  return handbell.services.worker.forSchool(school.id, 'command', (work) => work.queries.select().from(mail));
}

describe('the outbox', () => {
  it('keeps a mail sealed, waiting, due at once, and audited', async () => {
    const id = await handbell.services.worker.forSchool(school.id, 'public', (work) =>
      queueMail(work, LETTER),
    );
    const [row] = (await rows()).filter((each) => each.id === id);
    expect(row).toMatchObject({ state: 'waiting', attempts: 0, kind: 'news' });
    expect(row?.nextTryAt?.toString()).toBe(handbell.clock.now().toString());
    const stored = await handbell.asOwner('select * from mail where id = $1', [id]);
    expect(Buffer.from(JSON.stringify(stored)).toString()).not.toContain('robin');
    await handbell.services.worker.forSchool(school.id, 'command', async (work) => {
      if (!row) throw new Error('no mail');
      expect(work.keys.open(mailCell('recipient', id), row.recipient, 'identity')).toBe(LETTER.to);
      expect(work.keys.open(mailCell('subject', id), row.subject)).toBe(LETTER.subject);
      expect(work.keys.open(mailCell('text', id), row.text)).toBe(LETTER.text);
      // The key of content never opens who a mail goes to (S48).
      expect(() => work.keys.open(mailCell('recipient', id), row.recipient)).toThrow('does not open');
    });
    const [fact] = await handbell.asOwner("select * from audit_entry where act = 'mail.queued'");
    expect(fact).toMatchObject({ object: `mail:${id}`, detail: { kind: 'news' } });
  });

  it('keeps no mail of an act that was not kept', async () => {
    const before = (await rows()).length;
    const act = handbell.services.worker.forSchool(school.id, 'public', async (work) => {
      await queueMail(work, LETTER);
      throw new Error('changed my mind');
    });
    await expect(act).rejects.toThrow('changed my mind');
    expect(await rows()).toHaveLength(before);
  });

  it('is not read by another school', async () => {
    const other = await handbell.newSchool('elmfield');
    const seen = await handbell.services.worker.forSchool(other.id, 'command', (work) =>
      work.queries.select().from(mail),
    );
    expect(seen).toEqual([]);
  });
});
