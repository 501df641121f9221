import { z } from 'zod';
import { type Answer, go, type PublicContext, type Shown, wrong } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { emptyForm, type FormState } from '../../ui/index.ts';
import { addModerator } from '../moderators-store.ts';
import { scopeToday } from '../scope.ts';
import { listGroups } from '../store.ts';
import type { OpenLink } from '../volunteers/links.ts';
import { volunteerOf } from '../volunteers/session.ts';
import { nominationForm, noticeForm, noticeParams } from './fields.ts';
import { addNotice, noticesToday, withdrawNotice } from './notices-store.ts';
import { noticesPage, ptaSpacePage } from './pages.tsx';

type Context = PublicContext<object>;

const spaceHref = ({ school }: Context) => `${schoolHref(school)}/pta/mine`;

/** The PTA has pages only while the policy in force covers its groups (S3). */
async function requirePta({ work }: Context): Promise<void> {
  if (!(await scopeToday(work))?.includes('pta')) throw notFound();
}

const ptaGroups = async ({ work }: Context) => (await listGroups(work)).filter(({ kind }) => kind === 'pta');

async function showSpace(context: Context, form: FormState = emptyForm): Promise<Shown> {
  await requirePta(context);
  if (!(await volunteerOf(context, 'pta'))) return go(`${schoolHref(context.school)}/pta`);
  const notices = await noticesToday(context.work);
  return context.page(ptaSpacePage({ context, form, notices, groups: await ptaGroups(context) }));
}

/** Does something as an officer of the PTA; anybody else is sent to the public page. */
async function asOfficer(
  context: Context,
  act: (officer: OpenLink) => Promise<Answer | undefined>,
  done: string,
): Promise<Answer> {
  await requirePta(context);
  const officer = await volunteerOf(context, 'pta');
  if (!officer) return go(`${schoolHref(context.school)}/pta`);
  return (await act(officer)) ?? go(spaceHref(context), { done });
}

/** The PTA: what it says to parents, and its own space, entered by a personal link. */
export function ptaRoutes(routes: Routes): void {
  const params = noParams;
  const again = (context: Context, form: FormState) => showSpace(context, form);
  routes.publicPage('/pta', {
    params,
    show: async (context) => {
      await requirePta(context);
      return context.page(noticesPage(context.school, await noticesToday(context.work)));
    },
  });
  routes.publicPage('/pta/mine', { params, show: (context) => showSpace(context) });
  routes.publicAct('/pta/mine/notices', {
    params,
    form: noticeForm,
    act: (context, notice) =>
      asOfficer(
        context,
        async ({ person }) => {
          await addNotice(context.work, person, notice);
          return undefined;
        },
        'Your message is up.',
      ),
    again,
  });
  routes.publicAct('/pta/mine/notices/:notice/withdraw', {
    params: noticeParams,
    form: z.object({}),
    act: (context) =>
      asOfficer(
        context,
        async () => {
          await withdrawNotice(context.work, context.params.notice);
          return undefined;
        },
        'The message is taken down.',
      ),
    again,
  });
  routes.publicAct('/pta/mine/nominate', {
    params,
    form: nominationForm,
    act: (context, { group, ...person }) =>
      asOfficer(
        context,
        async () => {
          const known = (await ptaGroups(context)).some(({ id }) => id === group);
          if (!known) return wrong({ group: 'Choose a group of the PTA' });
          const from = schoolDay(context.work.now);
          await addModerator(context.work, group, { ...person, from, proposedBy: 'pta' });
          return undefined;
        },
        'The office will ask them.',
      ),
    again,
  });
}
