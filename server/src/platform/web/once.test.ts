import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  ORIGIN,
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  Visitor,
} from '../../../test/handbell.ts';
import { go } from '../../edge/contexts.ts';
import { noParams, Routes } from '../../edge/routes.ts';
import { showError } from '../../edge/show-error.tsx';
import { createLogger } from '../logging.ts';
import { queueMail } from '../mail/outbox.ts';
import { createApp } from './app.ts';
import { newOnceToken } from './once.ts';
import { Refusal } from './refusal.ts';

let handbell: TestHandbell;
let school: TestSchool;
let visitor: Visitor;
let gate: Promise<void> = Promise.resolve();
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  const app = createApp(ORIGIN, createLogger('silent'), showError);
  const routes = new Routes(app, handbell.services);
  for (const path of ['/thing', '/other']) {
    routes.publicPage(path, {
      params: noParams,
      show: (context) => context.page({ title: 'x', children: context.flash.receipt ?? 'none' }),
    });
    routes.publicAct(path, {
      params: noParams,
      form: z.object({ text: z.string().min(1, 'Write something') }),
      act: async ({ work }, { text }) => {
        const id = await queueMail(work, { to: 'a@example.org', subject: 's', text, kind: 'test' });
        await gate;
        if (text === 'refuse') throw new Refusal(409, 'No.', 'Stop.');
        return go(`/s/oakfield${path}`, { receipt: id });
      },
      again: (context) =>
        context.page({ title: 'again', errors: { text: 'Write something' }, children: 'again' }),
    });
  }
  visitor = new Visitor(ORIGIN, (path, init) => app.request(new URL(path, ORIGIN), init));
});
afterAll(() => handbell.stop());

async function mails(): Promise<number> {
  return (await handbell.asOwner('select 1 from mail')).length;
}

const send = (once: string | undefined, text = 'hello', path = '/thing') =>
  visitor.post(`/s/${school.slug}${path}`, once === undefined ? { text } : { text, once });

const receipt = async () => {
  const { text } = await visitor.get(`/s/${school.slug}/thing`);
  return /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text)?.[0];
};

describe('a form sent twice', () => {
  it('makes one record and gives the same answer', async () => {
    const before = await mails();
    const once = newOnceToken();
    const first = await send(once);
    const told = await receipt();
    const second = await send(once, 'something else');
    expect(first).toMatchObject({ status: 303, location: '/s/oakfield/thing' });
    expect(second).toEqual(first);
    expect(told).toBeDefined();
    expect(await receipt()).toBe(told);
    expect(await mails()).toBe(before + 1);
  });

  it('makes one record when both arrive at the same time', async () => {
    const before = await mails();
    const { promise, resolve } = Promise.withResolvers<void>();
    gate = promise;
    const once = newOnceToken();
    const presses = Array.from({ length: 5 }, () => send(once));
    // The others wait in the database for the first; only then may it go on.
    for (;;) {
      const waiting = await handbell.asOwner(
        "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      if (waiting.length === 4) break;
    }
    resolve();
    const answers = await Promise.all(presses);
    expect(answers.map(({ status, location }) => `${status} ${location}`)).toEqual(
      Array.from({ length: 5 }, () => '303 /s/oakfield/thing'),
    );
    expect(await mails()).toBe(before + 1);
  });

  it('is taken the second time when the first was refused or wrong', async () => {
    const before = await mails();
    const once = newOnceToken();
    expect((await send(once, 'refuse')).status).toBe(409);
    expect((await send(once, '')).status).toBe(422);
    expect((await send(once)).status).toBe(303);
    expect(await mails()).toBe(before + 1);
  });

  it('is two forms when the pages or the tokens differ', async () => {
    const before = await mails();
    const once = newOnceToken();
    await send(once);
    expect((await send(once, 'hello', '/other')).location).toBe('/s/oakfield/other');
    await send(newOnceToken());
    expect(await mails()).toBe(before + 3);
  });

  it.each([[undefined], [''], ['short'], ['x'.repeat(23)], ["'; drop table form_once --"]])(
    'is refused without a token of ours (%s)',
    async (once) => {
      const before = await mails();
      const { status, text } = await send(once);
      expect(status).toBe(400);
      expect(text).toContain('Load the page again and send it from there.');
      expect(await mails()).toBe(before);
    },
  );

  it('keeps the receipt sealed', async () => {
    await send(newOnceToken());
    const told = await receipt();
    const rows = await handbell.asOwner("select encode(flash, 'escape') as flash from form_once");
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(told);
  });
});
