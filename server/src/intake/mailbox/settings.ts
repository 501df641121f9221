import { eq } from 'drizzle-orm';
import type { Work } from '../../platform/work.ts';
import type { Afterwards, Backlog, MailboxFailure, Security } from './kinds.ts';
import { mailbox } from './tables.ts';

export type MailboxRow = typeof mailbox.$inferSelect;

/** How a mailbox is reached. */
export interface Access {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly username: string;
  readonly password: string;
  readonly folder: string;
}

/** Everything that the school says about its mailbox. */
export interface MailboxSettings extends Access {
  readonly serverName: string;
  readonly afterwards: Afterwards;
  readonly moveTo: string | undefined;
  readonly deleteAfterDays: number | undefined;
  readonly backlog: Backlog;
}

const cell = (work: Work, column: 'username' | 'password') => ({
  table: 'mailbox',
  column,
  row: work.school,
});

/** The school's mailbox as it is stored; undefined while there is none. */
export async function findMailbox(work: Work, lock = false): Promise<MailboxRow | undefined> {
  const query = work.queries.select().from(mailbox).where(eq(mailbox.schoolId, work.school));
  const [row] = await (lock ? query.for('update') : query);
  return row;
}

/** How a stored mailbox is reached, its seals opened: for the connection alone. */
export function accessOf(work: Work, row: MailboxRow): Access {
  const { host, port, security, folder } = row;
  return {
    host,
    port,
    security,
    folder,
    username: work.keys.open(cell(work, 'username'), row.username, 'identity'),
    password: work.keys.open(cell(work, 'password'), row.password, 'identity'),
  };
}

/** Whether two ways lead to the same folder of the same mailbox, so that what was read there still counts. */
function isSamePlace(one: Access, other: Access): boolean {
  return one.host === other.host && one.username === other.username && one.folder === other.folder;
}

/** Keeps how a mailbox is reached and begins to read it. Another mailbox is read from its own start. */
export async function saveMailbox(work: Work, settings: MailboxSettings): Promise<void> {
  const { username, password, moveTo, deleteAfterDays, ...plain } = settings;
  const before = await findMailbox(work, true);
  const same = before !== undefined && isSamePlace(accessOf(work, before), settings);
  const values = {
    ...plain,
    active: true,
    username: work.keys.seal(cell(work, 'username'), username, 'identity'),
    password: work.keys.seal(cell(work, 'password'), password, 'identity'),
    moveTo: moveTo ?? null,
    deleteAfterDays: deleteAfterDays ?? null,
    changedAt: work.now,
    since: same ? before.since : work.now,
    uidValidity: same ? before.uidValidity : null,
    lastUid: same ? before.lastUid : 0,
    oldUntil: same ? before.oldUntil : 0,
    failingSince: null,
    failure: null,
  };
  await work.queries
    .insert(mailbox)
    .values({ schoolId: work.school, ...values })
    .onConflictDoUpdate({ target: mailbox.schoolId, set: values });
  work.audit({ act: 'mailbox.set', object: `school:${work.school}`, detail: { same } });
}

/** Stops reading the mailbox. How far it was read is kept. */
export async function stopMailbox(work: Work): Promise<void> {
  await changeMailbox(work, { active: false, failingSince: null, failure: null, changedAt: work.now });
  work.audit({ act: 'mailbox.stopped', object: `school:${work.school}` });
}

/** Writes new values into the school's mailbox. The caller notes the fact for the audit record. */
export async function changeMailbox(work: Work, values: Partial<MailboxRow>): Promise<void> {
  await work.queries.update(mailbox).set(values).where(eq(mailbox.schoolId, work.school));
}

/** Notes that the mailbox cannot be read, or can be again; only a change is written. */
export async function noteFailure(work: Work, failure: MailboxFailure | undefined): Promise<void> {
  const row = await findMailbox(work, true);
  if (!row?.active || row.failure === (failure ?? null)) return;
  if (failure === undefined) {
    await changeMailbox(work, { failingSince: null, failure: null });
    work.audit({ act: 'mailbox.working', object: `school:${work.school}` });
    return;
  }
  await changeMailbox(work, { failingSince: row.failingSince ?? work.now, failure });
  work.audit({ act: 'mailbox.failing', object: `school:${work.school}`, detail: { failure } });
}
