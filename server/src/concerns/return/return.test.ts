import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chatText, excerptOf, lastConcern, raise } from '../../../test/concerns.ts';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { idSchema } from '../../platform/ids.ts';
import { mailCell } from '../../platform/mail/outbox.ts';
import { mail } from '../../platform/mail/tables.ts';
import { listEvidence } from '../evidence/store.ts';
import { CONCERN_MODES } from '../kinds.ts';
import { moreOpenThan } from '../openness.ts';

let handbell: TestHandbell;
let school: TestSchool;
let head: Visitor;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  head = await handbell.signIn(school, ['head', 'safeguarding'], 'Hedda Head');
});
afterAll(() => handbell.stop());
beforeEach(async () => {
  await handbell.asOwner('delete from rate_limit');
});

const base = '/s/oakfield/concern/return';

/** The reporter's page, and something sent from it. */
async function send(
  code: string,
  path: string,
  fields: Readonly<Record<string, string | readonly string[] | File>>,
) {
  const visitor = handbell.visitor();
  const page = (await visitor.post(base, { code })).text;
  const once = /name="once" value="([^"]+)"/.exec(page)?.[1] ?? '';
  return visitor.post(`${base}/${path}`, { code, once, ...fields });
}

async function desk(name: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const page = `/desk/concerns/${await lastConcern(handbell)}`;
  const { text } = await head.get(page);
  const version = /name="version" value="(\d+)"/.exec(text)?.[1] ?? '1';
  const answer = await head.post(`${page}/${name}`, { version, ...fields }, page);
  expect(answer.status, answer.text).toBe(303);
}

const anonymous = { mode: 'anonymous', name: '', email: '', phone: '' };

describe('evidence that is added later', () => {
  it('takes pictures, messages of an export and a mail, checked like the first time', async () => {
    const code = await raise(handbell, school, anonymous);
    const page = await handbell.visitor().post(`${base}/add`, { code });
    expect(page.text).toContain('Never send an indecent picture of a child');
    const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#37c' } })
      .jpeg()
      .toBuffer();
    const excerpt = JSON.stringify(excerptOf(60, [4], 1));
    const sent = await send(code, 'evidence', {
      picture: picture.toString('base64url'),
      excerpt,
      mailText: 'She must go.',
    });
    expect(sent.location).toBe(base);
    const concern = idSchema<'concern'>().parse(await lastConcern(handbell));
    const kept = await handbell.services.worker.forSchool(school.id, 'public', async (work) =>
      listEvidence(work, concern),
    );
    expect(kept.map(({ kind }) => kind)).toEqual(['picture', 'excerpt', 'mail-part']);
    const own = (await handbell.visitor().post(base, { code })).text;
    expect(own).toContain('You added evidence');
    expect((await head.get(`/desk/concerns/${concern}`)).text).toContain('The reporter added evidence');
    expect((await head.get('/desk')).text).toContain('Read new words from the reporter');
  });

  it('refuses whole chats, other files, nothing at all, and a code that is none', async () => {
    const code = await raise(handbell, school, anonymous);
    const whole = JSON.stringify(
      excerptOf(
        60,
        Array.from({ length: 60 }, (_, index) => index),
      ),
    );
    expect((await send(code, 'evidence', { excerpt: whole })).status).toBe(422);
    const chat = new File([chatText(60)], 'chat.txt', { type: 'text/plain' });
    expect((await send(code, 'evidence', { picture: chat })).text).toContain('never taken');
    expect((await send(code, 'evidence', {})).text).toContain('Add a picture, messages or the text');
    const once =
      /name="once" value="([^"]+)"/.exec((await handbell.visitor().post(base, { code })).text)?.[1] ?? '';
    const stray = await handbell
      .visitor()
      .post(`${base}/evidence`, { code: 'ZZZZ', mailText: 'Hello', once });
    expect(stray.status).toBe(422);
    const [row] = await handbell.asOwner('select count(*) as n from concern_evidence where concern_id = $1', [
      await lastConcern(handbell),
    ]);
    expect(Number(row?.n)).toBe(0);
  });
});

describe('how much of themselves a reporter gives', () => {
  it('goes towards more openness only', async () => {
    for (const [at, mode] of (['anonymous', 'confidential', 'named'] as const).entries()) {
      for (const other of CONCERN_MODES) {
        const later = ['anonymous', 'confidential', 'named'].indexOf(other) > at;
        expect(moreOpenThan(mode).includes(other)).toBe(later);
      }
    }
    const code = await raise(handbell, school, anonymous);
    expect((await send(code, 'open-up', { mode: 'confidential' })).text).toContain('Enter your name');
    expect((await send(code, 'open-up', { mode: 'confidential', name: 'Ada Reporter' })).location).toBe(base);
    expect((await send(code, 'open-up', { mode: 'anonymous' })).status).toBe(409);
    expect((await send(code, 'open-up', { mode: 'named' })).location).toBe(base);
    const [row] = await handbell.asOwner('select mode from concern order by id desc limit 1');
    expect(row?.mode).toBe('named');
    const [vault] = await handbell.asOwner('select name from concern_reporter where concern_id = $1', [
      await lastConcern(handbell),
    ]);
    expect(vault?.name).not.toBeNull();
    expect((await handbell.visitor().post(base, { code })).text).not.toContain(
      'I want to tell the school who I am',
    );
  });
});

describe('an address for news that nobody sees', () => {
  it('gets the mail without content, and stands on no page of the desk, not even with the identity', async () => {
    const code = await raise(handbell, school, { email: 'ada@home.example.org' });
    expect((await send(code, 'relay', { relay: 'no address' })).status).toBe(422);
    expect((await send(code, 'relay', { relay: 'relay@quiet.example.org' })).location).toBe(base);
    await desk('screen', { answer: 'no', note: 'Adults only.' });
    await desk('acknowledge', { message: 'Thank you.' });
    await desk('interest', { interest: 'clear' });
    await desk('identity', { reason: 'To speak to them.' });
    const concern = await lastConcern(handbell);
    for (const page of ['', '/identity']) {
      expect((await head.get(`/desk/concerns/${concern}${page}`)).text).not.toContain('relay@quiet');
    }
    const mails = await handbell.services.worker.forSchool(school.id, 'public', async (work) =>
      (await work.queries.select().from(mail)).map((row) => ({
        to: work.keys.open(mailCell('recipient', row.id), row.recipient, 'identity'),
        text: work.keys.open(mailCell('text', row.id), row.text),
      })),
    );
    const own = mails.filter(({ to }) => to === 'relay@quiet.example.org');
    expect(own.length).toBeGreaterThan(0);
    expect(mails.some(({ to }) => to === 'ada@home.example.org')).toBe(false);
    for (const { text } of own) expect(text).not.toMatch(/Larch|Dana|Thank you/);
  });

  it('is forgotten when it is taken out', async () => {
    const code = await raise(handbell, school, anonymous);
    await send(code, 'relay', { relay: 'relay@quiet.example.org' });
    await send(code, 'relay', { relay: '' });
    const rows = await handbell.asOwner('select 1 from concern_relay where concern_id = $1', [
      await lastConcern(handbell),
    ]);
    expect(rows).toEqual([]);
  });
});
