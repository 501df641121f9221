import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell } from '../../../test/handbell.ts';

let handbell: TestHandbell;
beforeAll(async () => {
  handbell = await startTestHandbell();
});
afterAll(() => handbell.stop());

/** Whether the disk has the database's log up to a place in it. */
async function onDisk(place: string): Promise<boolean> {
  const { rows } = await handbell.services.database.pool.query<{ has: boolean }>(
    'select pg_current_wal_flush_lsn() >= $1::pg_lsn as has',
    [place],
  );
  return rows[0]?.has ?? false;
}

describe('works of one school that commit together', () => {
  it('are on disk, each of them, when they return; and in the audit record, one after the other', async () => {
    const { id } = await handbell.newSchool();
    const places = await Promise.all(
      Array.from({ length: 30 }, async (_, at) => {
        const place = await handbell.services.worker.forSchool(
          id,
          'public',
          async (work) => {
            work.audit({ act: 'test', object: `test:${at}` });
            const { rows } = await work.queries.execute<{ place: string }>(
              'select pg_current_wal_insert_lsn()::text as place',
            );
            return rows[0]?.place ?? '';
          },
          { together: true },
        );
        return onDisk(place);
      }),
    );
    expect(places).not.toContain(false);
    const entries = await handbell.asOwner(`select seq from audit_entry where act = 'test' order by seq`);
    expect(entries).toHaveLength(30);
  });

  it('are not said to be kept when the database was gone between the commit and the disk', async () => {
    const { id } = await handbell.newSchool('gone');
    const flushers = `select pid from pg_stat_activity where application_name = 'handbell flusher' and datname = current_database()`;
    const cutOff = async () => {
      await handbell.asOwner(`select pg_terminate_backend(pid) from (${flushers}) gone`);
      while ((await handbell.asOwner(flushers)).length > 0) await handbell.asOwner('select pg_sleep(0.01)');
    };
    const write = (before: () => Promise<void>) =>
      handbell.services.worker.forSchool(
        id,
        'public',
        async (work) => {
          work.audit({ act: 'test', object: 'test:0' });
          await before();
        },
        { together: true },
      );
    await write(async () => undefined);
    await expect(write(cutOff)).rejects.toThrow('cannot tell whether what you sent was kept');
    await expect(write(async () => undefined)).resolves.toBeUndefined();
  });

  it('are not kept, none of it, when one of them fails', async () => {
    const { id } = await handbell.newSchool('other');
    const failing = handbell.services.worker.forSchool(
      id,
      'public',
      async (work) => {
        work.audit({ act: 'failed', object: 'test:0' });
        throw new Error('on purpose');
      },
      { together: true },
    );
    await expect(failing).rejects.toThrow('on purpose');
    expect(await handbell.asOwner(`select seq from audit_entry where act = 'failed'`)).toEqual([]);
  });
});
