import { z } from 'zod';
import { type Answer, go, type StaffContext, wrong } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { PAPER_ENDINGS, type Paper, printPaper } from '../letters/printed.ts';
import { schoolDay } from '../platform/clock.ts';
import { idSchema } from '../platform/ids.ts';
import { queueMail } from '../platform/mail/outbox.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { FormState } from '../ui/index.ts';
import { moderatorForm, noticeForm } from './fields.ts';
import { groupPage } from './group-page.tsx';
import { linkPage } from './link-page.tsx';
import {
  actOnRole,
  addModerator,
  currentModerators,
  listModerators,
  type Moderator,
  placeMoved,
} from './moderators-store.ts';
import { mailAddress, noticeValues, sendModeratorNotice } from './notices/send.ts';
import { NOTICE_TOPICS } from './notices/topics.ts';
import { groupParams, theGroup } from './routes.ts';
import { type GroupId, type ModeratorId, schoolYearEnd } from './rules.ts';
import { enterAddress } from './volunteers/enter-routes.tsx';
import { linkMail } from './volunteers/link-mail.ts';
import { newLink } from './volunteers/links.ts';

const moderatorParams = z.object({ group: idSchema<'group'>(), moderator: idSchema<'moderator'>() });
type GroupContext = StaffContext<{ readonly group: GroupId }>;
type ModeratorContext = StaffContext<{ readonly group: GroupId; readonly moderator: ModeratorId }>;

/**
 * Makes a moderator's own link: sent to them, or shown once to the office, which hands it over.
 * @returns the address, when the office has to hand it over
 */
async function giveLink(
  { work, services, school }: GroupContext,
  moderator: Pick<Moderator, 'person' | 'contact'>,
  byMail: boolean,
): Promise<string | undefined> {
  const secret = await newLink(work, { kind: 'moderator', person: moderator.person });
  const address = enterAddress(services.origin, school.slug, 'moderator', secret);
  const to = mailAddress(moderator);
  if (!byMail || to === undefined) return address;
  await queueMail(work, { to, ...linkMail(school.name, 'moderator', address) });
  return undefined;
}

function afterLink(group: GroupId, address: string | undefined): Answer {
  return address === undefined
    ? go(`/desk/groups/${group}`, { done: 'link-sent' })
    : go(`/desk/groups/${group}/link`, { address });
}

async function ask(context: GroupContext, values: z.output<typeof moderatorForm>): Promise<Answer> {
  const { work } = context;
  const group = await theGroup(context);
  if (group.archivedAt) throw notFound();
  const from = schoolDay(work.now);
  const termEnds = values.term === 'year' ? schoolYearEnd(from) : undefined;
  const current = await currentModerators(work);
  const known = values.person ? current.find((each) => each.person === values.person) : undefined;
  if (!known && values.name === '') return wrong({ name: 'Enter the moderator’s name' });
  if (known && current.some((each) => each.person === known.person && each.group === group.id)) {
    return wrong({ person: 'They look after this group already, or have been asked' });
  }
  const { name, contact, person } = known ?? {
    name: values.name,
    contact: values.contact,
    person: undefined,
  };
  const added = await addModerator(work, group.id, { name, contact, from, termEnds, person });
  // Their one link opens the new group too.
  if (known) return go(`/desk/groups/${group.id}`, { done: 'saved' });
  return afterLink(group.id, await giveLink(context, { ...added, contact }, values.mail === 'yes'));
}

async function theModerator({ work, params }: ModeratorContext): Promise<Moderator> {
  const found = (await listModerators(work, params.group)).find(({ id }) => id === params.moderator);
  if (!found) throw notFound();
  return found;
}

/** The volunteers of one group on the desk: asking, links, stopping, general notes. */
export function moderatorsRoutes(routes: Routes): void {
  const again = async (context: GroupContext, form: FormState) =>
    groupPage(context, await theGroup(context), form);
  routes.staffAct('/desk/groups/:group/moderators', {
    may: 'group.edit',
    params: groupParams,
    form: moderatorForm,
    act: ask,
    again,
  });
  routes.staffPage('/desk/groups/:group/link', {
    may: 'group.edit',
    params: groupParams,
    show: async (context) => {
      const { id, name } = await theGroup(context);
      return linkPage(context, { href: `/desk/groups/${id}`, name }, context.flash.address);
    },
  });
  routes.staffAct('/desk/groups/:group/moderators/:moderator/link', {
    may: 'group.edit',
    params: moderatorParams,
    form: z.object({ by: z.enum(['mail', 'hand']) }),
    act: async (context, { by }) => {
      const moderator = await theModerator(context);
      if (moderator.until) throw await placeMoved(context.work, moderator);
      if (moderator.state === 'proposed') await actOnRole(context.work, moderator.id, 'ask');
      return afterLink(context.params.group, await giveLink(context, moderator, by === 'mail'));
    },
    again,
  });
  routes.staffAct('/desk/groups/:group/moderators/:moderator/end', {
    may: 'group.edit',
    params: moderatorParams,
    form: z.object({}),
    act: async (context) => {
      const { id } = await theModerator(context);
      await actOnRole(context.work, id, 'stop');
      return go(`/desk/groups/${context.params.group}`, { done: 'saved' });
    },
    again,
  });
  for (const ending of PAPER_ENDINGS) {
    routes.staffPage(`/desk/groups/:group/notice.${ending}`, {
      may: 'group.edit',
      params: groupParams,
      show: async (context) => {
        const { services, school, request } = context;
        const group = await theGroup(context);
        const topic = z.enum(NOTICE_TOPICS).safeParse(request.query.topic);
        if (!topic.success) throw notFound();
        const values = noticeValues(topic.data, `${services.origin}/s/${school.slug}/moderators`);
        // Nobody signs a note that is about nobody; the school's name stands under it.
        const head = { reference: 'Note to moderators', signer: { name: '', role: '' } };
        const paper: Paper = { kind: 'moderator-notice', head, values, object: `group:${group.id}` };
        return printPaper(context, paper, ending);
      },
    });
  }
  routes.staffAct('/desk/groups/:group/notice', {
    may: 'group.edit',
    params: groupParams,
    form: noticeForm,
    act: async (context, { topic }) => {
      const { work, services, school, staff } = context;
      const group = await theGroup(context);
      const address = `${services.origin}/s/${school.slug}/moderators`;
      const to = { group: group.id, topic, by: staff.member, schoolName: school.name, address };
      const readers = await sendModeratorNotice(work, to);
      return go(`/desk/groups/${group.id}`, { done: readers > 0 ? 'notice-sent' : 'notice-nobody' });
    },
    again,
  });
}
