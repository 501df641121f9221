import type { ImapFlow } from 'imapflow';
import type { SchoolId } from '../../platform/ids.ts';
import type { Services } from '../../platform/services.ts';
import type { Work } from '../../platform/work.ts';
import { currentSchool } from '../../schools/store.ts';
import { MAIL_LARGEST, readMessage } from '../message/read.ts';
import { type FetchedMail, type MailOutcome, takeMail } from '../take.ts';
import { MailboxError } from './failures.ts';
import { changeMailbox, findMailbox, type MailboxRow } from './settings.ts';

/** What reading a mailbox needs of the house. */
export type Reading = Pick<Services, 'worker' | 'limits' | 'origin'>;

/** A mail as a list of the mailbox tells it. */
interface Listed {
  readonly uid: number;
  readonly arrived: number;
}

/** Mail that came this long before reading was switched on is old, however the two clocks differ. */
const CLOCKS_DIFFER_MS = 60 * 60_000;

/**
 * Begins where reading stopped. A mailbox that has numbered its mails anew is read from its start: what was taken before
 * is known by its content.
 */
export async function begin(
  work: Work,
  uidValidity: number,
  uidNext: number,
): Promise<MailboxRow | undefined> {
  const row = await findMailbox(work, true);
  if (!row?.active || row.uidValidity === uidValidity) return row;
  const first = row.uidValidity === null;
  const leaves = row.backlog === 'leave';
  const lastUid = first && leaves ? uidNext - 1 : 0;
  const oldUntil = !first && leaves ? uidNext - 1 : 0;
  await changeMailbox(work, { uidValidity, lastUid, oldUntil });
  work.audit({ act: first ? 'mailbox.begun' : 'mailbox.renumbered', object: `school:${work.school}` });
  return { ...row, uidValidity, lastUid, oldUntil };
}

async function listNew(client: ImapFlow, lastUid: number): Promise<readonly Listed[]> {
  const found: Listed[] = [];
  for await (const { uid, internalDate } of client.fetch(
    `${lastUid + 1}:*`,
    { uid: true, internalDate: true },
    { uid: true },
  )) {
    // "5:*" names the last mail even when its number is lower.
    if (uid > lastUid) found.push({ uid, arrived: new Date(internalDate ?? Number.NaN).getTime() });
  }
  return found.toSorted((one, other) => one.uid - other.uid);
}

/** Fetches and reads one mail without marking it as seen; undefined when somebody took it out meanwhile. */
async function fetchMail(
  client: ImapFlow,
  uidValidity: number,
  uid: number,
): Promise<FetchedMail | undefined> {
  const query = { size: true, source: { maxLength: MAIL_LARGEST } };
  const found = await client.fetchOne(String(uid), query, { uid: true });
  if (found === false || found.source === undefined) {
    if (!client.usable) throw new MailboxError('away');
    return undefined;
  }
  const raw = found.source;
  const size = raw.length < MAIL_LARGEST ? raw.length : (found.size ?? raw.length);
  return { read: await readMessage(raw, size), raw, uidValidity, uid };
}

/** Does something with one mail and moves on past it, in one transaction; nothing when another process was faster. */
async function pastOne(
  work: Work,
  uidValidity: number,
  uid: number,
  act: (row: MailboxRow) => Promise<MailOutcome | 'left'>,
): Promise<MailOutcome | 'left' | 'gone'> {
  const row = await findMailbox(work, true);
  if (!row?.active || row.uidValidity !== uidValidity || row.lastUid >= uid) return 'gone';
  const outcome = await act(row);
  if (outcome === 'left') work.audit({ act: 'mailbox.left', object: `school:${work.school}` });
  await changeMailbox(work, { lastUid: uid });
  return outcome;
}

async function takeOne(
  reading: Reading,
  work: Work,
  row: MailboxRow,
  mail: FetchedMail,
): Promise<MailOutcome> {
  const { profile } = await currentSchool(work);
  const { address } = mail.read.sender;
  const mayAnswer =
    address !== '' &&
    (await reading.limits.count('mail-receipt', address).then(
      () => true,
      () => false,
    ));
  const domain = profile.concernEmail.split('@').at(-1)?.toLowerCase() ?? '';
  return takeMail(work, mail, { origin: reading.origin, serverName: row.serverName, domain, mayAnswer });
}

/**
 * Takes in everything new in an open mailbox, each mail in a transaction of its own that also says how far reading came:
 * whatever stops it, the next time goes on with the next mail.
 * @returns what became of each mail
 * @throws when the mailbox or the disk fails; what was taken until then is kept
 */
export async function readNew(
  reading: Reading,
  school: SchoolId,
  client: ImapFlow,
  stopping?: AbortSignal,
): Promise<readonly MailOutcome[]> {
  const box = client.mailbox;
  if (box === false) throw new MailboxError('away');
  const uidValidity = Number(box.uidValidity);
  const work = <T>(act: (work: Work) => Promise<T>) =>
    reading.worker.forSchool(school, 'job:mailbox.read', act);
  const start = await work((one) => begin(one, uidValidity, box.uidNext));
  if (!start?.active) return [];
  const outcomes: MailOutcome[] = [];
  for (const { uid, arrived } of await listNew(client, start.lastUid)) {
    if (stopping?.aborted) break;
    // Only mail numbered anew is asked for its age: of all other mail the number alone tells that it is new.
    const old = uid <= start.oldUntil && arrived < start.since.epochMilliseconds - CLOCKS_DIFFER_MS;
    const mail = old ? undefined : await fetchMail(client, uidValidity, uid);
    const outcome = await reading.worker.forSchool(
      school,
      'job:mailbox.read',
      (one) =>
        pastOne(one, uidValidity, uid, async (row) => (mail ? takeOne(reading, one, row, mail) : 'left')),
      { quiet: true },
    );
    if (outcome !== 'left' && outcome !== 'gone') outcomes.push(outcome);
  }
  return outcomes;
}
