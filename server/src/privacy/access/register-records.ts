import { everyPlace } from '../../groups/moderators-store.ts';
import { noticesSent } from '../../groups/notices/send.ts';
import { TOPIC_TEXT } from '../../groups/notices/topics.ts';
import { noticesBy } from '../../groups/pta/notices-store.ts';
import { listOfficers } from '../../groups/pta/officers-store.ts';
import { hasEnded } from '../../groups/rules.ts';
import { listAllGroups } from '../../groups/store.ts';
import { ROLE_STATE_TEXT } from '../../groups/volunteers/rules.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { everyComment } from '../../policies/consultation/comments.ts';
import { WRITER_NAMES } from '../../policies/consultation/rules.ts';
import { formatShortDate } from '../../ui/index.ts';
import { type Disclosable, linesOf, ownPassages, passageOf } from './passage.ts';
import { mayBe, type Wanted } from './wanted.ts';

/** Where somebody is, or was, on the register of moderators, with the notices that went to that group meanwhile. */
async function places(work: Work, wanted: Wanted): Promise<readonly Disclosable[]> {
  const found = (await everyPlace(work)).filter(({ name, contact }) =>
    mayBe(wanted, { name, email: contact, phone: contact }),
  );
  if (found.length === 0) return [];
  const names = new Map((await listAllGroups(work)).map(({ id, name }) => [id, name]));
  const records: Disclosable[] = [];
  for (const place of found) {
    const { id, group, name, contact, state, from, until, termEnds } = place;
    const sent = (await noticesSent(work, group)).filter(({ sentAt }) => {
      const day = schoolDay(sentAt);
      return day.since(from).sign >= 0 && !hasEnded(place, day);
    });
    records.push({
      object: `moderator:${id}`,
      title: `Register of moderators: ${names.get(group) ?? 'a group'}`,
      passages: [
        ...ownPassages(
          linesOf([
            ['Name', name],
            ['How to reach you', contact],
            ['How it stands', ROLE_STATE_TEXT[state]],
            ['Since', formatShortDate(from)],
            ['Last day', until && formatShortDate(until)],
            ['End of the term agreed', termEnds && formatShortDate(termEnds)],
          ]),
        ),
        ...passageOf(
          'notices',
          'Notices that went to the group’s moderators meanwhile',
          sent
            .map(({ topic, sentAt }) => `${formatShortDate(schoolDay(sentAt))}: ${TOPIC_TEXT[topic].label}`)
            .join('\n'),
          'subject',
        ),
      ],
      hidden: [],
    });
  }
  return records;
}

async function officers(work: Work, wanted: Wanted): Promise<readonly Disclosable[]> {
  const found = (await listOfficers(work)).filter(({ name, contact }) =>
    mayBe(wanted, { name, email: contact, phone: contact }),
  );
  const records: Disclosable[] = [];
  for (const { id, name, contact, from, until } of found) {
    const notices = await noticesBy(work, id);
    records.push({
      object: `officer:${id}`,
      title: 'Register of the PTA’s officers',
      passages: [
        ...ownPassages(
          linesOf([
            ['Name', name],
            ['How to reach you', contact],
            ['Since', formatShortDate(from)],
            ['Last day', until && formatShortDate(until)],
          ]),
        ),
        ...notices.flatMap((notice) =>
          passageOf(
            `notice:${notice.id}`,
            `${formatShortDate(notice.from)}: notice of the PTA`,
            `${notice.title}\n${notice.body}`,
            'subject',
          ),
        ),
      ],
      hidden: [],
    });
  }
  return records;
}

/** What somebody wrote about a draft policy and put their name or address to, with the school's answer. */
async function comments(work: Work, wanted: Wanted): Promise<readonly Disclosable[]> {
  const found = (await everyComment(work)).filter((each) => mayBe(wanted, each));
  return found.map(({ id, name, email, writtenAs, clause, words, writtenAt, answer }) => ({
    object: `comment:${id}`,
    title: `Comment on a draft policy, ${formatShortDate(schoolDay(writtenAt))}`,
    passages: ownPassages(
      linesOf([
        ['Name', name],
        ['Email', email],
        ['Written as', WRITER_NAMES[writtenAs]],
        ['About clause', clause],
        ['What you wrote', words],
        ['What we answered', answer],
      ]),
    ),
    hidden: [],
  }));
}

/** What the registers of volunteers and the consultations hold of whoever asked. */
export async function registerRecords(work: Work, wanted: Wanted): Promise<readonly Disclosable[]> {
  return [
    ...(await places(work, wanted)),
    ...(await officers(work, wanted)),
    ...(await comments(work, wanted)),
  ];
}
