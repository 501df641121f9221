import type { Work } from '../../platform/work.ts';
import {
  addComment,
  answerComment,
  listComments,
  type NewComment,
} from '../../policies/consultation/comments.ts';
import type { Consultation } from '../../policies/consultation/rules.ts';
import {
  endConsultation,
  lastConsultation,
  openConsultation,
  saveSummary,
} from '../../policies/consultation/store.ts';
import { findPolicy } from '../../policies/drafts.ts';
import type { PolicyId } from '../../policies/version.ts';
import { DEMO_SLUG } from '../people.ts';
import { at } from '../stage/days.ts';
import type { Thread } from '../stage/play.ts';
import type { Stage } from '../stage/stage.ts';

const COMMENTS: readonly (NewComment & { readonly answer: string; readonly shown: boolean })[] = [
  {
    writtenAs: 'parent',
    words:
      'Please say that nobody has to answer at night. I work shifts and mute the group, and I worry that I miss things.',
    answer: 'Thank you. Nobody has to answer at any time, and what matters comes by letter as well.',
    shown: true,
  },
  {
    writtenAs: 'moderator',
    name: 'A class rep of Year 4',
    words:
      'It helps that the policy says we may remove a message. Could you tell us what to do when two parents argue?',
    answer: 'Yes: the moderators’ page now has words to use, and you can always ring the office.',
    shown: true,
  },
  {
    writtenAs: 'parent',
    words: 'I do not like that the school has a say in a group that parents made.',
    answer:
      'The group stays yours, and we are not in it. The policy says what we hope for, and what we do when somebody is hurt.',
    shown: true,
  },
];

async function consultationOf(work: Work, policy: PolicyId): Promise<Consultation> {
  const found = await lastConsultation(work, policy);
  if (!found) throw new Error('The demo’s draft was not sent out for comment.');
  return found;
}

/**
 * Families and staff are asked about a draft: three comment, each gets an answer, and the school says what it heard.
 * @param from how many school days before the story's end it opens; it takes three of them
 */
export async function* askAboutDraft(stage: Stage, draft: PolicyId, from: number): Thread {
  const office = <T>(act: Parameters<typeof stage.as<T>>[1]) => stage.as('office', act);
  yield at(from, '15:00');
  await office(async (work) => {
    const { revision } = await findPolicy(work, draft);
    const intro =
      'We have put in writing what most groups do already. Please tell us what is missing or unclear.';
    await openConsultation(work, draft, revision, { closesOn: stage.days.day(from - 2), intro });
  });
  for (const [index, { answer: _answer, shown: _shown, ...comment }] of COMMENTS.entries()) {
    yield at(from - Math.min(index, 1), ['19:40', '08:20', '20:15'][index] ?? '21:00');
    await stage.visit(async (work) => addComment(work, await consultationOf(work, draft), comment));
  }
  yield at(from - 2, '11:30');
  await office(async (work, { member }) => {
    const page = `${stage.services.origin}/s/${DEMO_SLUG}/consultation`;
    for (const [index, comment] of (await listComments(work, await consultationOf(work, draft))).entries()) {
      const { answer = '', shown = false } = COMMENTS[index] ?? {};
      await answerComment(work, comment, { answer, shown, by: member, page });
    }
  });
  yield at(from - 2, '15:30');
  await office(async (work) => endConsultation(work, draft, (await findPolicy(work, draft)).revision));
  yield at(from - 2, '15:50');
  await office(async (work) =>
    saveSummary(work, await consultationOf(work, draft), {
      heard:
        'Most of you want calm groups and quiet evenings. Some asked that the groups stay the parents’ own.',
      changed: 'We say more clearly that nobody has to answer, and that the school is in no group.',
    }),
  );
}
