import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseSchool,
  caseSchool,
  closedCase,
  issue,
  must,
  openCase,
  type StaffVisitor,
  toDecision,
  words,
} from '../../test/cases.ts';
import { startTestHandbell, type TestHandbell } from '../../test/handbell.ts';
import { dayFields } from '../../test/policy.ts';
import { MIGRATIONS } from '../platform/database/migrate.ts';

let handbell: TestHandbell;
let at: CaseSchool;
/** Another handler, who has no part in the case. */
let other: StaffVisitor;
beforeAll(async () => {
  handbell = await startTestHandbell();
  at = await caseSchool(handbell, 'restricted');
  other = await handbell.signIn(at.school, ['handler'], 'Olga Other');
});
afterAll(() => handbell.stop());

const CLOSED = '/desk/cases?closed=yes';

async function rowOf(page: string) {
  const [row] = await handbell.asOwner(
    `select c.reference, l.id as letter
      from conduct_case c left join letter l on l.case_id = c.id where c.id = $1`,
    [page.split('/')[3]],
  );
  return {
    reference: String(row?.reference),
    letter: `/desk/letters/${String(row?.letter)}`,
  };
}

/** A case in which the parent was heard, and that ended with no further action. */
async function endedQuietly() {
  const page = await openCase(at);
  await toDecision(at.handler, page);
  const letter = await must(at.head, `${page}/no-further-action`, {
    interest: 'none',
    reasons: 'The words were a joke between friends and hurt nobody.',
  });
  await issue(at.head, letter);
  const row = await rowOf(page);
  await must(at.office, row.letter, { how: 'post', ...dayFields('on', '2027-03-09') }, `${row.letter}/given`);
  await must(at.handler, `${page}/affected`, { answer: 'nobody', note: '' });
  return { page, ...row };
}

describe('a case that ended with no further action', () => {
  it('is shut when it is closed, with its place in the list and its letter, until it is opened again', async () => {
    const { page, reference, letter } = await endedQuietly();
    const seen = async (visitor: StaffVisitor) => [
      (await visitor.get(page)).status,
      (await visitor.get(letter)).status,
      words((await visitor.get(CLOSED)).text).includes(reference),
    ];
    expect(await seen(other)).toEqual([200, 200, false]);
    expect((await at.office.get(letter)).status).toBe(200);

    await must(at.handler, `${page}/close`, { note: '' });
    expect(await seen(other)).toEqual([404, 404, false]);
    expect((await at.office.get(letter)).status).toBe(404);
    expect((await other.get(`${page}/reopen`)).status).toBe(404);
    for (const visitor of [at.handler, at.head]) expect(await seen(visitor)).toEqual([200, 200, true]);

    await must(at.handler, `${page}/reopen`, { reason: 'Another parent brought the rest of the messages.' });
    expect(await seen(other)).toEqual([200, 200, false]);
    expect(words((await other.get('/desk/cases')).text)).toContain(reference);
    expect((await at.office.get(letter)).status).toBe(200);
  });

  it('is not what becomes of a case with an outcome', async () => {
    const page = await closedCase(at);
    const { reference, letter } = await rowOf(page);
    expect((await other.get(page)).status).toBe(200);
    expect((await at.office.get(letter)).status).toBe(200);
    expect(words((await other.get(CLOSED)).text)).toContain(reference);
  });

  it('is shut too where it was closed before Handbell kept this', async () => {
    const { page, letter } = await endedQuietly();
    const id = page.split('/')[3];
    await must(at.handler, `${page}/close`, { note: '' });
    const kept =
      'select c.sight, l.restricted, l.open_to from conduct_case c, letter l where c.id = l.case_id and c.id = $1';
    const now = await handbell.asOwner(kept, [id]);
    await handbell.asOwner('set session_replication_role = replica');
    await handbell.asOwner("update conduct_case set sight = sight - 'closed' where id = $1", [id]);
    await handbell.asOwner(
      "update letter set restricted = false, open_to = array(select id from member where roles && '{handler,head}') where case_id = $1",
      [id],
    );
    await handbell.asOwner('set session_replication_role = origin');
    expect((await other.get(page)).status).toBe(200);
    await handbell.asOwner(readFileSync(new URL('0144_restricted_cases.sql', MIGRATIONS), 'utf8'));
    expect((await other.get(page)).status).toBe(404);
    expect((await other.get(letter)).status).toBe(404);
    expect((await at.head.get(page)).status).toBe(200);
    const sorted = (rows: typeof now) =>
      rows.map((row) => ({ ...row, open_to: String(row.open_to).split(',').toSorted() }));
    expect(sorted(await handbell.asOwner(kept, [id]))).toEqual(sorted(now));
  });
});
