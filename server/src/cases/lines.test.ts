import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseSchool, caseSchool, openCase, words } from '../../test/cases.ts';
import { startTestHandbell, type TestHandbell } from '../../test/handbell.ts';

let handbell: TestHandbell;
let at: CaseSchool;
beforeAll(async () => {
  handbell = await startTestHandbell();
  at = await caseSchool(handbell, 'lines');
  const page = await openCase(at);
  // A hundred and thirty closed cases; in every fifth of them the handler has an interest.
  await handbell.asOwner('set session_replication_role = replica');
  await handbell.asOwner(
    `insert into conduct_case
       (school_id, id, reference, state, version, opened_at, sight, cited, allegation, quoted, place,
        retention, keep_until, closed_at)
     select c.school_id, gen_random_uuid(), 'L-' || lpad(n::text, 3, '0'), 'closed', c.version,
       c.opened_at + n * interval '1 minute',
       case when n % 5 = 0 then jsonb_set(c.sight, '{interested}', to_jsonb(array[$2::text])) else c.sight end,
       c.cited, c.allegation, c.quoted, c.place, 'outcome', date '2033-03-10', c.opened_at
     from conduct_case c, generate_series(1, 130) n where c.id = $1`,
    [page.split('/')[3], at.handler.member],
  );
  await handbell.asOwner('set session_replication_role = origin');
});
afterAll(() => handbell.stop());

const referencesOn = async (path: string) =>
  [...words((await at.handler.get(path)).text).matchAll(/L-\d{3}/g)].map(([each]) => each);

describe('the list of closed cases', () => {
  it('comes in pages, the oldest first, and what somebody may not see is on none and in no count', async () => {
    const first = await referencesOn('/desk/cases?closed=yes');
    const second = await referencesOn('/desk/cases?closed=yes&page=2');
    const last = await referencesOn('/desk/cases?closed=yes&page=3');
    const seen = Array.from({ length: 130 }, (_, index) => index + 1)
      .filter((n) => n % 5 > 0)
      .map((n) => `L-${`${n}`.padStart(3, '0')}`);
    expect([...first, ...second, ...last]).toEqual(seen);
    expect([first.length, second.length, last.length]).toEqual([50, 50, 4]);
    expect(await referencesOn('/desk/cases?closed=yes&page=99')).toEqual(last);
  });

  it('can be narrowed to those somebody has a part in', async () => {
    expect(await referencesOn('/desk/cases?closed=yes&mine=yes')).toHaveLength(50);
    const head = words((await at.chair.get('/desk/cases?closed=yes&mine=yes')).text);
    expect(head).not.toMatch(/L-\d{3}/);
  });
});
