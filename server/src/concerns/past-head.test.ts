import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseSchool, caseSchool, must, openCase } from '../../test/cases.ts';
import { raise } from '../../test/concerns.ts';
import { startTestHandbell, type TestHandbell, type Visitor } from '../../test/handbell.ts';
import { ROLES } from '../people/roles.ts';
import { createLogger } from '../platform/logging.ts';
import { openMail } from '../platform/mail/message.ts';
import { mail } from '../platform/mail/tables.ts';

/** A word that stands in everything told, noted or written about the concerns of this test, and nowhere else. */
const MARK = 'quincewort';

/** Every role but those a concern about the Head goes to: a Head of a small school who does everything. */
const EVERYTHING = ROLES.filter((role) => role !== 'chair' && role !== 'governor');

const lines: string[] = [];
let handbell: TestHandbell;
let at: CaseSchool;
let head: Visitor;
beforeAll(async () => {
  handbell = await startTestHandbell({}, createLogger('debug', { write: (line) => void lines.push(line) }));
  at = await caseSchool(handbell, 'oakfield');
  head = await handbell.signIn(at.school, EVERYTHING, 'Hedda Everything');
});
afterAll(() => handbell.stop());

const NOBODY = '01930000-0000-7000-8000-000000000000';
const QUERIES = ['', '?show=held', `?show=ended&q=${MARK}&search=${MARK}`];
/** The walk asks for every page of the desk three times over. */
const WALK_MS = 240_000;

function addresses(method: 'GET' | 'POST', id: string): readonly string[] {
  const paths = handbell.routes.declared
    .filter((route) => route.face === 'desk' && route.method === method)
    .map(({ path }) =>
      path
        .replace(':question', 'facts')
        .replaceAll(/:(version|number)\b/g, '1')
        .replaceAll(/:[a-zA-Z]+(\{[^}]*\})?/g, id),
    );
  return [...new Set(paths)];
}

/** What an answer says: of a spreadsheet its sheets, since the file itself holds the second it was made. */
function wordsOf(bytes: Uint8Array): string {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return strFromU8(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name} ${strFromU8(part)}`)
    .join('\n');
}

/**
 * An answer without what differs each time it is asked: tokens, nonces, request numbers, what the page before sent on,
 * and what the Head's own walk leaves in the audit record.
 */
async function seen(path: string): Promise<string> {
  const response = await head.send(path);
  const plain = wordsOf(new Uint8Array(await response.arrayBuffer()))
    .replaceAll(/<section class="hb-notice hb-notice--success".*?<\/section>/gs, '')
    .replaceAll(/<tr\b(?:(?!<\/tr>).)*Hedda Everything.*?<\/tr>/gs, '')
    .replaceAll(/(?:nonce|value|content)="[^"]*"/g, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27,}/g, '')
    .replaceAll(/<!--\*+-->/g, '');
  return `${response.status} ${plain}`;
}

async function everything(): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const path of addresses('GET', NOBODY)) {
    for (const query of path.includes(NOBODY) ? [''] : QUERIES)
      found.set(path + query, await seen(path + query));
  }
  return found;
}

/** A concern about the Head, dealt with by the Chair from the alarm to an open case, with the mark in all of it. */
async function aboutTheHead(): Promise<void> {
  const told = {
    about: 'head',
    words: `They ${MARK} said so.`,
    subject: `Hedda ${MARK}`,
    name: `Ada ${MARK}`,
    hope: MARK,
    email: `${MARK}@home.example.org`,
  };
  await raise(handbell, at.school, { ...told, danger: 'yes' });
  const opened = await openCase(
    at,
    { name: `Alex ${MARK}`, allegation: `They wrote ${MARK} in the group of the class.`, quoted: MARK },
    { concern: told, who: at.chair },
  );
  const [row] = await handbell.asOwner('select concern_id::text from conduct_case where id = $1', [
    opened.split('/')[3],
  ]);
  const page = `/desk/concerns/${String(row?.concern_id)}`;
  await must(at.chair, page, { message: `Thank you, ${MARK}.` }, `${page}/acknowledge`);
  await must(at.chair, page, { question: `When, ${MARK}?` }, `${page}/ask`);
  await must(at.chair, `${page}/identity`, { reason: MARK });
}

describe('a concern about the Head Teacher', () => {
  it(
    'shows in no page, count, search, export, mail or log to the Head, whatever else they are',
    async () => {
      const before = await everything();
      expect(before.size).toBeGreaterThan(100);
      lines.splice(0);
      await aboutTheHead();
      const log = lines.splice(0).join('\n');
      await handbell.asOwner('delete from rate_limit');

      for (const [path, was] of before) {
        const now = await seen(path);
        if (!path.includes(MARK)) expect(now, path).not.toContain(MARK);
        expect(now.split('<'), path).toEqual(was.split('<'));
      }
      const ids = await handbell.asOwner(
        `(select id::text from concern) union (select id::text from conduct_case)
         union (select id::text from concern_event order by id desc limit 2)
         union (select id::text from mail where kind in ('desk-news', 'concern-news') limit 2)`,
      );
      expect(ids.length).toBe(7);
      for (const { id } of ids) {
        for (const path of addresses('GET', String(id)).filter((each) => each.includes(String(id)))) {
          // What is hidden cannot be told from what is not there.
          const now = await seen(path);
          expect(now, path).not.toContain(MARK);
          expect(now, path).toBe(before.get(path.replaceAll(String(id), NOBODY)));
        }
      }
      expect(log).not.toContain(MARK);

      const mails = await handbell.services.worker.forSchool(at.school.id, 'public', async (work) =>
        (await work.queries.select().from(mail)).map((row) => openMail(work, row)),
      );
      const own = await handbell.asOwner(
        "select email from \"user\" where name in ('Hedda Everything', 'Hana Head')",
      );
      const addressed = mails.map(({ to }) => to);
      expect(addressed).toContain(`${MARK}@home.example.org`);
      for (const { email } of own) expect(addressed).not.toContain(email);
      for (const { subject, text } of mails) expect(subject + text).not.toContain(MARK);
    },
    WALK_MS,
  );

  it('is moved by no form that the Head sends', async () => {
    const [row] = await handbell.asOwner(
      "select id::text from concern where about = 'head' and state = 'received'",
    );
    const id = String(row?.id);
    for (const path of addresses('POST', id).filter((each) => each.includes(`/concerns/${id}`))) {
      await handbell.asOwner('delete from rate_limit');
      const once = await head.token('/desk/concerns/log');
      const answer = await head.post(path, {
        once,
        version: '1',
        answer: 'no',
        note: 'x',
        interest: 'clear',
        rationale: 'x',
        reason: 'x',
        message: 'x',
      });
      expect(answer.status, path).toBeGreaterThanOrEqual(400);
      expect(answer.text, path).not.toContain(MARK);
    }
    expect(await handbell.asOwner('select version from concern where id = $1', [id])).toEqual([
      { version: 1 },
    ]);
  });
});
