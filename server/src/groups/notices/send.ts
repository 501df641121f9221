import { desc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { paperText } from '../../letters/printed.ts';
import { LETTER_TEXT } from '../../letters/rules.ts';
import type { FieldValues } from '../../letters/template.ts';
import { type MemberId, newId } from '../../platform/ids.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import type { Work } from '../../platform/work.ts';
import { listModerators, type Moderator } from '../moderators-store.ts';
import type { GroupId } from '../rules.ts';
import { moderatorNotice as noticeTable } from '../tables.ts';
import { type NoticeTopic, TOPIC_TEXT } from './topics.ts';

/** A general notice that went to a group's moderators. */
export interface SentNotice {
  readonly topic: NoticeTopic;
  readonly sentAt: Temporal.Instant;
  /** How many had given an address for mail. */
  readonly readers: number;
}

/** The mail address among what somebody gave to be reached by, if it is one. */
export function mailAddress({ contact }: Pick<Moderator, 'contact'>): string | undefined {
  return /^\S+@\S+\.\S+$/.test(contact) ? contact : undefined;
}

interface Sending {
  readonly group: GroupId;
  readonly topic: NoticeTopic;
  readonly by: MemberId;
  readonly schoolName: string;
  /** The moderators' public page, in full. */
  readonly address: string;
}

/** What a notice puts in (D14): its topic's words and the moderators' page. */
export const noticeValues = (topic: NoticeTopic, address: string): FieldValues => ({
  reminder: TOPIC_TEXT[topic].text,
  'moderators address': address,
});

/**
 * Sends a general notice to those who look after a group and gave a mail address (D14, rules 25, 26). Its words come
 * from a fixed list: nothing about anybody can be in it.
 * @returns how many it goes to
 */
export async function sendModeratorNotice(
  work: Work,
  { group, topic, by, schoolName, address }: Sending,
): Promise<number> {
  const moderators = await listModerators(work, group);
  const readers = moderators.flatMap((each) =>
    each.state === 'accepted' && !each.until ? (mailAddress(each) ?? []) : [],
  );
  const words = await paperText(work, 'moderator-notice', noticeValues(topic, address));
  const notice = {
    subject: LETTER_TEXT['moderator-notice'].title,
    text: `Hello,\n\n${words}\n\n${schoolName}\n`,
    kind: 'moderator-notice',
  };
  for (const to of readers) await queueMail(work, { to, ...notice });
  const id = newId<'moderator-notice'>();
  await work.queries.insert(noticeTable).values({
    schoolId: work.school,
    id,
    groupId: group,
    topic,
    sentAt: work.now,
    readers: readers.length,
    memberId: by,
  });
  work.audit({
    act: 'moderators.notice',
    object: `group:${group}`,
    detail: { topic, readers: readers.length },
  });
  return readers.length;
}

/** The notices that went to a group's moderators, the newest first. */
export async function noticesSent(work: Work, group: GroupId): Promise<readonly SentNotice[]> {
  const rows = await work.queries
    .select()
    .from(noticeTable)
    .where(eq(noticeTable.groupId, group))
    .orderBy(desc(noticeTable.sentAt));
  return rows.map(({ topic, sentAt, readers }) => ({ topic, sentAt, readers }));
}
