import { randomUUID } from 'node:crypto';
import { Client, escapeIdentifier as quoted } from 'pg';
import { APP_ROLE } from '../src/platform/database/migrate.ts';

/** The walls between schools, checked from the database's own catalogue: every table there is, also a new one. */
export interface Walls {
  readonly owner: Client;
  readonly app: Client;
  /** Two schools with a row in every table. */
  readonly mine: string;
  readonly theirs: string;
}

interface Column {
  readonly name: string;
  readonly type: string;
}

/** Tables that belong to no school: accounts, limits, the register of schools and of migrations. */
export const OF_NO_SCHOOL = [
  'account',
  'migration',
  'rate_limit',
  'school',
  'session',
  'set_up_link',
  'twoFactor',
  'user',
  'verification',
];

/** Tables of a school whose changes are no acts of anybody: the record itself, and which forms were taken. */
export const NOT_AUDITED = ['audit_entry', 'audit_head', 'form_once'];

/** A value of each type, as SQL, that fits without looking at anything else. */
const SAMPLES: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: 'md5(random()::text)',
  bytea: "'\\x00'",
  'timestamp with time zone': 'now()',
  date: 'current_date',
  integer: '1',
  bigint: '1',
  smallint: '1',
  boolean: 'false',
  jsonb: "'{}'",
  'text[]': "'{}'",
  'uuid[]': "'{}'",
};

async function list(client: Client, sql: string, values: readonly unknown[] = []): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(sql, [...values]);
  return rows.map((row) => row.name);
}

/** Opens both sides of the walls on a database of its own, whose check constraints go so that samples fit. */
export async function openWalls(ownerUrl: string, appUrl: string): Promise<Walls> {
  const owner = new Client({ connectionString: ownerUrl });
  const app = new Client({ connectionString: appUrl });
  await Promise.all([owner.connect(), app.connect()]);
  const walls = { owner, app, mine: randomUUID(), theirs: randomUUID() };
  for (const id of [walls.mine, walls.theirs]) {
    await owner.query("insert into school values ($1, $2, 'x', '{}', now())", [id, `s${id.slice(0, 8)}`]);
  }
  for (const table of await schoolTables(owner)) await furnish(walls, table);
  return walls;
}

export async function closeWalls({ owner, app }: Walls): Promise<void> {
  await Promise.all([owner.end(), app.end()]);
}

export function allTables(owner: Client): Promise<string[]> {
  return list(owner, "select tablename as name from pg_tables where schemaname = 'public' order by 1");
}

/** Every table with a school_id. */
export function schoolTables(owner: Client): Promise<string[]> {
  return list(
    owner,
    `select c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'school_id' and t.table_type = 'BASE TABLE' order by 1`,
  );
}

async function columnsOf(owner: Client, table: string): Promise<Column[]> {
  const { rows } = await owner.query<Column>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attidentity = ''
       and attnotnull and not atthasdef and attname <> 'school_id' order by attnum`,
    [quoted(table)],
  );
  return rows;
}

/** SQL that puts one minimal row for a school into a table. */
async function insertion(owner: Client, table: string, school: string): Promise<string> {
  const columns = await columnsOf(owner, table);
  const values = columns.map(({ name, type }) => {
    const sample = SAMPLES[type];
    if (sample === undefined) throw new Error(`walls.ts has no sample for ${table}.${name} of type ${type}`);
    return sample;
  });
  const names = ['school_id', ...columns.map(({ name }) => name)].map(quoted);
  return `insert into ${quoted(table)} (${names.join(', ')}) values ('${school}', ${values.join(', ')})`.replace(
    /, \)$/,
    ')',
  );
}

/** Gives both schools a row, past foreign keys, triggers and walls. */
export async function furnish({ owner, mine, theirs }: Walls, table: string): Promise<void> {
  const checks = await list(
    owner,
    "select conname as name from pg_constraint where conrelid = $1::regclass and contype = 'c'",
    [quoted(table)],
  );
  for (const check of checks)
    await owner.query(`alter table ${quoted(table)} drop constraint ${quoted(check)}`);
  await owner.query("set session_replication_role = 'replica'");
  for (const school of [mine, theirs]) await owner.query(await insertion(owner, table, school));
  await owner.query("set session_replication_role = 'origin'");
}

/** What a statement of the application role does, in a transaction for one school that is never kept. */
async function attempt(app: Client, school: string | undefined, sql: string): Promise<number | string> {
  await app.query('begin');
  try {
    if (school) await app.query("select set_config('handbell.school_id', $1, true)", [school]);
    const { rowCount } = await app.query(sql);
    return rowCount ?? 0;
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'failed';
  } finally {
    await app.query('rollback');
  }
}

const REFUSED = '42501';

/** How a table is walled, by what the catalogue says. */
async function catalogueFaults(owner: Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ enabled: boolean; forced: boolean }>(
    'select relrowsecurity as enabled, relforcerowsecurity as forced from pg_class where oid = $1::regclass',
    [quoted(table)],
  );
  const policies = await owner.query<{ cmd: string; qual: string | null; with_check: string | null }>(
    "select cmd, qual, with_check from pg_policies where schemaname = 'public' and tablename = $1",
    [table],
  );
  const own = '(school_id = current_school())';
  const audited = await list(
    owner,
    `select tgname as name from pg_trigger where tgrelid = $1::regclass and tgfoid = 'require_audit'::regproc
     and tgenabled = 'O' and tgdeferrable and tginitdeferred`,
    [quoted(table)],
  );
  const wide = policies.rows.filter(
    ({ cmd, qual }) =>
      qual !== own && !(cmd === 'SELECT' && qual?.includes("NULLIF(current_setting('handbell.")),
  );
  return [
    ...(rows[0]?.enabled ? [] : ['row-level security is not enabled']),
    ...(rows[0]?.forced ? [] : ['row-level security is not forced']),
    ...(policies.rows.some((each) => each.cmd === 'ALL' && each.qual === own && each.with_check === own)
      ? []
      : ['the policy is missing']),
    ...(wide.length === 0 ? [] : ['a policy is too wide']),
    ...(audited.length === 1 || NOT_AUDITED.includes(table) ? [] : ['its changes need no audit entry']),
  ];
}

/** What one school's connection can do to another's rows. */
async function breaches({ owner, app, mine, theirs }: Walls, table: string): Promise<string[]> {
  const name = quoted(table);
  const foreign = `where school_id = '${theirs}'`;
  const tries: readonly (readonly [
    string,
    string | undefined,
    string,
    (result: number | string) => boolean,
  ])[] = [
    ['its own row is not seen', mine, `select from ${name}`, (result) => result === 1],
    ['rows are seen', mine, `select from ${name} ${foreign}`, (result) => result === 0],
    ['rows are seen without a school', undefined, `select from ${name}`, (result) => result === 0],
    [
      'rows can be changed',
      mine,
      `update ${name} set school_id = school_id ${foreign}`,
      (result) => result === 0 || result === REFUSED,
    ],
    [
      'rows can be taken',
      mine,
      `update ${name} set school_id = '${mine}' ${foreign}`,
      (result) => result === 0 || result === REFUSED,
    ],
    ['rows can be given', mine, `update ${name} set school_id = '${theirs}'`, (result) => result === REFUSED],
    [
      'rows can be deleted',
      mine,
      `delete from ${name} ${foreign}`,
      (result) => result === 0 || result === REFUSED,
    ],
    ['rows can be added', mine, await insertion(owner, table, theirs), (result) => result === REFUSED],
    ['it can be emptied', mine, `truncate ${name}`, (result) => result === REFUSED],
  ];
  const faults: string[] = [];
  for (const [fault, school, sql, isRight] of tries) {
    if (!isRight(await attempt(app, school, sql))) faults.push(fault);
  }
  return faults;
}

/** Everything that is wrong with the wall round a table; none when it stands. */
export async function wallFaults(walls: Walls, table: string): Promise<string[]> {
  return [...(await catalogueFaults(walls.owner, table)), ...(await breaches(walls, table))];
}

/** What the application role may do that it must not. */
export async function roleFaults({ owner }: Walls): Promise<string[]> {
  return list(
    owner,
    `select 'has ' || attribute as name from pg_roles, lateral (values
        ('superuser', rolsuper), ('bypassrls', rolbypassrls), ('createdb', rolcreatedb),
        ('createrole', rolcreaterole), ('replication', rolreplication)) as has (attribute, really)
      where rolname = $1 and really
     union all select 'owns ' || relname from pg_class where relowner = $1::regrole
     union all select 'owns ' || nspname from pg_namespace where nspowner = $1::regrole
     union all select 'owns ' || proname from pg_proc where proowner = $1::regrole
     union all select 'belongs to ' || roleid::regrole from pg_auth_members where member = $1::regrole
     union all select 'may create in ' || nspname from pg_namespace where has_schema_privilege($1, oid, 'create')`,
    [APP_ROLE],
  );
}
