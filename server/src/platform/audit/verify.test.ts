import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../../test/handbell.ts';
import { auditKey } from '../work.ts';
import { verifyAudit } from './verify.ts';

let handbell: TestHandbell;
beforeAll(async () => {
  handbell = await startTestHandbell();
});
afterAll(() => handbell.stop());

async function schoolWithFacts(slug: string, facts: number): Promise<TestSchool> {
  const school = await handbell.newSchool(slug);
  for (let fact = 1; fact < facts; fact += 1) {
    await handbell.services.worker.forSchool(school.id, 'command', async (work) => {
      work.audit({
        act: 'thing.done',
        object: `thing:${fact}`,
        detail: { fact, text: 'é', none: null, yes: true },
      });
    });
  }
  return school;
}

function verify({ id }: TestSchool) {
  return handbell.services.worker.forSchool(id, 'command', (work) =>
    verifyAudit(work.queries, auditKey(work.keys), work.school),
  );
}

/** Changes rows as only somebody with the whole database could: triggers and walls off. */
async function tamper(sql: string, values: readonly unknown[]): Promise<void> {
  await handbell.asOwner("set session_replication_role = 'replica'");
  await handbell.asOwner(sql, values);
  await handbell.asOwner("set session_replication_role = 'origin'");
}

describe('the audit record in the database', () => {
  it('is whole as it was written, also in one transaction and many at once', async () => {
    const school = await schoolWithFacts('whole', 3);
    await handbell.services.worker.forSchool(school.id, 'command', async (work) => {
      for (let fact = 0; fact < 5; fact += 1) work.audit({ act: 'thing.done', object: `thing:${fact}` });
    });
    await Promise.all(
      Array.from({ length: 20 }, (_each, fact) =>
        handbell.services.worker.forSchool(school.id, 'public', async (work) => {
          work.audit({ act: 'thing.at-once', object: `thing:${fact}` });
        }),
      ),
    );
    expect(await verify(school)).toEqual({ entries: 28, fault: undefined });
  });

  it('is followed past one batch', async () => {
    const school = await schoolWithFacts('long', 1);
    await handbell.services.worker.forSchool(school.id, 'command', async (work) => {
      for (let fact = 0; fact < 2100; fact += 1) work.audit({ act: 'thing.done', object: `thing:${fact}` });
    });
    expect(await verify(school)).toEqual({ entries: 2101, fault: undefined });
  });

  it.each([
    [
      'altered',
      "update audit_entry set act = 'thing.undone' where school_id = $1 and seq = 3",
      { seq: 3, problem: 'altered' },
    ],
    [
      'altered in its detail',
      "update audit_entry set detail = '{}' where school_id = $1 and seq = 3",
      { seq: 3, problem: 'altered' },
    ],
    [
      'altered in its time',
      "update audit_entry set at = at + interval '1 ms' where school_id = $1 and seq = 3",
      { seq: 3, problem: 'altered' },
    ],
    ['removed', 'delete from audit_entry where school_id = $1 and seq = 3', { seq: 3, problem: 'missing' }],
    [
      'cut off',
      'delete from audit_entry where school_id = $1 and seq > 3',
      { seq: 4, problem: 'end removed' },
    ],
    [
      'reordered',
      'update audit_entry set seq = 100 - seq where school_id = $1 and seq in (3, 4)',
      { seq: 3, problem: 'missing' },
    ],
    ['headless', 'delete from audit_head where school_id = $1', { seq: 5, problem: 'end removed' }],
    [
      'cut off with its head set back',
      'with gone as (delete from audit_entry where school_id = $1 and seq = 5) update audit_head set seq = 4, hash = (select hash from audit_entry where school_id = $1 and seq = 4) where school_id = $1',
      { seq: 4, problem: 'end not ours' },
    ],
  ])('shows when it was %s', async (what, sql, fault) => {
    const school = await schoolWithFacts(what.replaceAll(' ', '-'), 5);
    await tamper(sql, [school.id]);
    expect((await verify(school)).fault).toEqual(fault);
  });

  it.each(["update audit_entry set act = 'x'", 'delete from audit_entry', 'truncate audit_entry'])(
    'refuses "%s", by the application and by the owner',
    async (sql) => {
      const school = await schoolWithFacts(`kept-${sql.slice(0, 5)}`.trim(), 2);
      const byApp = handbell.services.worker.forSchool(school.id, 'command', (work) =>
        work.queries.execute(sql),
      );
      await expect(byApp).rejects.toMatchObject({ cause: { code: '42501' } });
      await expect(handbell.asOwner(sql)).rejects.toThrow('The audit record cannot be changed or removed.');
      expect(await verify(school)).toMatchObject({ entries: 2 });
    },
  );
});

describe('a write without an audit entry', () => {
  it.each([
    [
      'inserted',
      "insert into school_year values ($1, gen_random_uuid(), 'x', '2027-01-01', '2027-12-31', '[]', '[]')",
    ],
    ['changed', "update school_year set name = 'y' where school_id = $1"],
    ['deleted', 'delete from school_year where school_id = $1'],
  ])('is refused whole when a row was %s', async (what, statement) => {
    const school = await handbell.newSchool(`unaudited-${what}`);
    const year =
      "insert into school_year values ($1, gen_random_uuid(), 'x', '2027-01-01', '2027-12-31', '[]', '[]')";
    const run = (sql: string, audited: boolean) =>
      handbell.services.worker.forSchool(school.id, 'command', async (work) => {
        await work.queries.execute(sql.replaceAll('$1', `'${school.id}'`));
        if (audited) work.audit({ act: 'year.made', object: 'school_year:x' });
      });
    await run(year, true);
    await expect(run(statement, false)).rejects.toMatchObject({
      code: '23514',
      message: 'A change to school_year was not recorded in the audit.',
    });
    expect(await handbell.asOwner('select name from school_year where school_id = $1', [school.id])).toEqual([
      { name: 'x' },
    ]);
    await run(statement, true);
  });

  it('is not covered by another school’s entry', async () => {
    const mine = await handbell.newSchool('mine');
    const theirs = await handbell.newSchool('theirs');
    const { database } = handbell.services;
    const act = database.transaction(async (queries) => {
      await queries.execute(`select set_config('handbell.school_id', '${mine.id}', true)`);
      await queries.execute(
        `insert into audit_entry values ('${mine.id}', 99, now(), 'a', 'b', 'c', '{}', '', '')`,
      );
      await queries.execute(`select set_config('handbell.school_id', '${theirs.id}', true)`);
      await queries.execute(
        `insert into school_year values ('${theirs.id}', gen_random_uuid(), 'x', '2027-01-01', '2027-12-31', '[]', '[]')`,
      );
    });
    await expect(act).rejects.toThrow('was not recorded in the audit');
  });
});
