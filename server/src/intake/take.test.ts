import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lastConcern } from '../../test/concerns.ts';
import { startTestHandbell, type TestHandbell, type TestSchool, type Visitor } from '../../test/handbell.ts';
import { PROVEN, SERVER_NAME } from '../../test/mailbox.ts';
import {
  CHAT_TEXT,
  damaged,
  fileOf,
  hostileMails,
  mailOf,
  partOf,
  SECRET,
  several,
} from '../../test/mails.ts';
import { storyOf } from '../concerns/events.ts';
import { listEvidence } from '../concerns/evidence/store.ts';
import { mailReporter } from '../concerns/reporter-mail.ts';
import { findRow } from '../concerns/standing.ts';
import { change } from '../concerns/store.ts';
import { openVault } from '../concerns/vault.ts';
import { idSchema } from '../platform/ids.ts';
import { createLogger } from '../platform/logging.ts';
import type { Work } from '../platform/work.ts';
import { CHAT_NOTE } from './evidence.ts';
import { readMessage } from './message/read.ts';
import { ELSEWHERE_NOTE, SPAM_NOTE } from './notes.ts';
import { type MailOutcome, takeMail } from './take.ts';

const logged: string[] = [];
let handbell: TestHandbell;
let school: TestSchool;
let uid = 0;
let schools = 0;
const people = new Map<string, Visitor>();

beforeAll(async () => {
  const log = createLogger('debug', { write: (line: string) => void logged.push(line) });
  handbell = await startTestHandbell({}, log);
});
afterAll(() => handbell.stop());
beforeEach(async () => {
  schools += 1;
  school = await handbell.newSchool(`school${schools}`);
});

const inSchool = <T>(act: (work: Work) => Promise<T>) =>
  handbell.services.worker.forSchool(school.id, 'job:mailbox.read', act);

async function take(raw: Buffer): Promise<MailOutcome> {
  uid += 1;
  const mail = { read: await readMessage(raw), raw, uidValidity: 1, uid };
  const taking = {
    origin: 'http://localhost:8043',
    serverName: SERVER_NAME,
    domain: 'oakfield.example.org',
    mayAnswer: true,
  };
  return inSchool((work) => takeMail(work, mail, taking));
}

const concerns = () =>
  handbell.asOwner('select id, route, mode from concern where school_id = $1', [school.id]);
const last = async () => idSchema<'concern'>().parse(await lastConcern(handbell));
const notes = async () =>
  (await inSchool(async (work) => storyOf(work, await last()))).map(({ note }) => note).join('\n');
const proven = (more: Parameters<typeof mailOf>[0] = {}) => mailOf({ headers: [PROVEN], ...more });

async function staff(role: 'head' | 'chair' | 'handler' | 'office', name: string): Promise<Visitor> {
  const visitor = await handbell.signIn(school, [role], name);
  people.set(role, visitor);
  return visitor;
}

describe('every mail of the corpus', () => {
  it('is exactly one concern or is left for a reason, whole or damaged, and no word of it is logged', async () => {
    const small = hostileMails().filter(({ raw }) => raw.length < 20_000);
    const all = [
      ...hostileMails(),
      ...small.map(({ name, raw }, seed) => ({
        name: `${name}, damaged`,
        raw: damaged(raw, seed),
        becomes: undefined,
      })),
    ];
    expect(all.length).toBeGreaterThan(150);
    console.log(`hostile mails taken in, each twice: ${all.length}`);
    for (const { name, raw, becomes } of all) {
      const before = (await concerns()).length;
      const outcome = await take(raw);
      const made = (await concerns()).length - before;
      if (becomes !== undefined) expect(outcome, name).toBe(becomes === 'skip' ? 'skipped' : 'concern');
      expect(made, name).toBe(outcome === 'concern' ? 1 : 0);
      expect(await take(raw), name).toBe('seen');
    }
    expect(logged.join('\n')).not.toMatch(new RegExp(`${SECRET}|home.example.org|Ada`));
    const stored = await handbell.asOwner(
      'select detail::text, object from audit_entry where school_id = $1',
      [school.id],
    );
    expect(JSON.stringify(stored)).not.toMatch(new RegExp(`${SECRET}|home.example.org|Ada`));
  }, 120_000);
});

describe('the sender', () => {
  it('lies in the vault, and not in the words', async () => {
    await take(proven());
    expect((await concerns())[0]).toMatchObject({ mode: 'confidential' });
    expect(await inSchool(async (work) => openVault(work, await last()))).toMatchObject({
      name: 'Ada Reporter',
      email: 'ada@home.example.org',
    });
    expect(await notes()).toBe('');
  });

  it('is told as not proven when the mail server says nothing, and is not written to when its check failed', async () => {
    await take(mailOf());
    expect(await notes()).toContain('not proven: the mail server says nothing');
    expect(await inSchool(async (work) => openVault(work, await last()))).toMatchObject({
      name: 'Ada Reporter (not proven)',
    });
    await take(
      mailOf({
        headers: [`Authentication-Results: ${SERVER_NAME}; dmarc=fail header.from=home.example.org`],
      }),
    );
    expect(await notes()).toContain('check failed');
    expect(await inSchool(async (work) => openVault(work, await last()))).toMatchObject({ email: '' });
    const [receipts] = await handbell.asOwner(
      "select count(*)::int as number from mail where school_id = $1 and kind = 'concern-receipt'",
      [school.id],
    );
    expect(receipts?.number).toBe(1);
  });

  it('is not dropped as spam', async () => {
    expect(await take(proven({ headers: [PROVEN, 'X-Spam-Flag: YES'] }))).toBe('concern');
    expect(await notes()).toContain(SPAM_NOTE);
  });
});

describe('what came with it', () => {
  it('is a picture drawn afresh, a text, or sealed and never opened', async () => {
    const { default: sharp } = await import('sharp');
    const photo = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#c33' } })
      .jpeg()
      .withExif({ IFD0: { Make: 'ExamplePhone' } })
      .toBuffer();
    const body = several([
      partOf('text/plain', 'See these.'),
      fileOf('IMG_0001.jpg', 'image/jpeg', photo),
      fileOf('note.txt', 'text/plain', Buffer.from('A note.')),
      fileOf('report.docx', 'application/msword', Buffer.from('PK\x03\x04 a letter')),
      fileOf('chat.txt', 'text/plain', Buffer.from(CHAT_TEXT)),
    ]);
    await take(proven({ type: 'multipart/mixed; boundary=b1', body }));
    const evidence = await inSchool(async (work) => listEvidence(work, await last()));
    expect(evidence.map(({ kind, name, state }) => [kind, name, state])).toEqual([
      ['picture', 'Picture 1 from the email', 'kept'],
      ['mail-part', 'Text 2 from the email', 'kept'],
      ['mail-part', 'File 3 from the email (.docx, 1 kB), sealed', 'sealed'],
      ['mail-part', 'File 4 from the email (.txt, 1 kB), sealed', 'sealed'],
    ]);
    expect(await notes()).toContain(CHAT_NOTE);
  });

  it('is the mail as it came, sealed, when it could not be read', async () => {
    expect(await take(Buffer.from('no mail at all'))).toBe('concern');
    const evidence = await inSchool(async (work) => listEvidence(work, await last()));
    expect(evidence).toMatchObject([{ name: 'The email as it came, sealed', state: 'sealed' }]);
  });
});

describe('an answer by mail', () => {
  async function begun(): Promise<void> {
    await take(proven({ messageId: 'first@home.example.org' }));
  }
  const answer = (more: Parameters<typeof mailOf>[0] = {}) =>
    proven({ headers: [PROVEN, 'In-Reply-To: <first@home.example.org>'], body: 'One more thing.', ...more });

  it('to the reporter’s own mail adds to their concern when they wrote it', async () => {
    await begun();
    expect(await take(answer())).toBe('reply');
    const story = await inSchool(async (work) => storyOf(work, await last()));
    expect(story.map(({ kind }) => kind)).toEqual(['received', 'reply']);
    expect(story.at(-1)?.message).toContain('One more thing.');
  });

  it('by somebody else who had a copy is a concern of its own', async () => {
    await begun();
    expect(await take(answer({ from: 'Eve <eve@home.example.org>' }))).toBe('concern');
    expect(await notes()).toContain(ELSEWHERE_NOTE);
    expect(await concerns()).toHaveLength(2);
  });

  it('in a name that failed its check is a concern of its own', async () => {
    await begun();
    const headers = [
      `Authentication-Results: ${SERVER_NAME}; dmarc=fail`,
      'In-Reply-To: <first@home.example.org>',
    ];
    expect(await take(answer({ headers }))).toBe('concern');
  });

  it('to “there is something new for you” comes to the concern it is about', async () => {
    await begun();
    const id = await last();
    await inSchool((work) => mailReporter(work, id, 'http://localhost:8043'));
    const [news] = await handbell.asOwner(
      "select id from mail where school_id = $1 and kind = 'concern-news'",
      [school.id],
    );
    const headers = [PROVEN, `References: <${String(news?.id)}@localhost>`];
    expect(await take(proven({ headers, body: 'Thank you.' }))).toBe('reply');
    expect(await concerns()).toHaveLength(1);
  });

  it('to a concern that has ended is a concern of its own, so that it is read', async () => {
    await begun();
    const id = await last();
    await inSchool(async (work) => {
      const row = await findRow(work, id, true);
      if (row) await change(work, row, { state: 'concluded', screenedAt: work.now, endedAt: work.now });
      work.audit({ act: 'test', object: 'test' });
    });
    expect(await take(answer())).toBe('concern');
    expect(await notes()).toContain(ELSEWHERE_NOTE);
  });

  it('never reaches another school', async () => {
    await begun();
    school = await handbell.newSchool('another');
    expect(await take(answer())).toBe('concern');
  });
});

describe('a mail that names the Head Teacher', () => {
  it('goes past them to the Chair, and no page shows it to the Head', async () => {
    const head = await staff('head', 'Mr Robin Larkspur');
    const chair = await staff('chair', 'Dale Example');
    await take(proven({ body: 'Mr Larkspur shouted at my son.' }));
    const id = await last();
    expect((await concerns())[0]).toMatchObject({ route: 'past-head' });
    expect((await head.get(`/desk/concerns/${id}`)).status).toBe(404);
    expect((await head.get('/desk/concerns')).text).not.toContain(id);
    expect((await chair.get(`/desk/concerns/${id}`)).text).toContain('It names the Head Teacher');
  });

  it('is kept from them also where nobody stands in their place', async () => {
    const head = await staff('head', 'Mr Robin Larkspur');
    const handler = await staff('handler', 'Kit Example');
    await take(proven({ body: 'The headteacher shouted at my son.' }));
    const id = await last();
    expect((await head.get(`/desk/concerns/${id}`)).status).toBe(404);
    expect((await handler.get(`/desk/concerns/${id}`)).status).toBe(200);
  });

  it('only as the one it is written to, goes the ordinary way', async () => {
    await staff('head', 'Mr Robin Larkspur');
    await staff('chair', 'Dale Example');
    await take(proven({ body: 'Dear Mr Larkspur,\n\nthey called her names.' }));
    expect((await concerns())[0]).toMatchObject({ route: 'ordinary' });
  });
});
