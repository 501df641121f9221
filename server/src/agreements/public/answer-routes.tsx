import { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import { type Answer, go, type PublicContext, type Shown } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import { addSchoolDays } from '../../schools/calendar.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import { reopening } from '../../schools/clocks.ts';
import { type AnswerKind, TALK_DAYS } from '../answers/rules.ts';
import { type NewAnswer, takeAnswer } from '../answers/store.ts';
import { followedLink } from '../links/follow.ts';
import { declineForm, talkForm } from './answer-fields.ts';
import { answeredPage, declinePage, type TalkTimes, talkPage } from './answer-pages.tsx';
import { asForm, startNote } from './fields.ts';
import { nothingToSign } from './sign-pages.tsx';
import { versionRead, versionToSign } from './sign-routes.tsx';

type Context = PublicContext<NoParams>;
const PAGES = { declined: declinePage, talk: talkPage };

/** By when the office gets in touch; in the holidays, also when school opens again. */
async function talkTimes(work: Work): Promise<TalkTimes> {
  const calendar = await schoolCalendar(work);
  const today = schoolDay(work.now);
  return { by: addSchoolDays(calendar, today, TALK_DAYS), opens: reopening(calendar, today) };
}

async function show({ work, school, once, flash, page }: Context, kind: AnswerKind): Promise<Shown> {
  const version = await versionToSign(work);
  if (!version) return page(nothingToSign(school));
  const known = startNote.safeParse(flash).data;
  const form = asForm({ policy: version.id, ...known });
  const times = kind === 'talk' ? await talkTimes(work) : undefined;
  return page(PAGES[kind]({ school, form, once, times }));
}

type Values = z.output<typeof declineForm> & Pick<NewAnswer, 'contact'>;

async function take({ work, school }: Context, kind: AnswerKind, values: Values): Promise<Answer> {
  const version = await versionRead(work, values);
  const { way, name, childClass, contact, words } = values;
  const { adultId: adult } = await followedLink(work, way, name);
  await takeAnswer(work, { policy: version.id, kind, name, childClass, contact, words, adult });
  const to = `${schoolHref(school)}/agree/answered`;
  if (kind === 'declined') return go(to);
  const { by, opens } = await talkTimes(work);
  return go(to, { by: by.toString(), ...(opens && { opens: opens.toString() }) });
}

/** The ways beside signing: to say no, and to ask for a talk. Only the office sees either (rule 39). */
export function answerRoutes(routes: Routes): void {
  const params = noParams;
  routes.publicPage('/agree/decline', { params, show: (context) => show(context, 'declined') });
  routes.publicAct('/agree/decline', {
    params,
    limit: 'agreement',
    form: declineForm,
    act: (context, values) => take(context, 'declined', values),
    again: ({ school, once, page }, form) => page(declinePage({ school, form, once })),
  });
  routes.publicPage('/agree/talk', { params, show: (context) => show(context, 'talk') });
  routes.publicAct('/agree/talk', {
    params,
    limit: 'agreement',
    form: talkForm,
    act: (context, values) => take(context, 'talk', values),
    again: async ({ work, school, once, page }, form) =>
      page(talkPage({ school, form, once, times: await talkTimes(work) })),
  });
  routes.publicPage('/agree/answered', {
    params,
    show: ({ school, flash: { by, opens }, page }) => {
      const day = (text: string | undefined) =>
        text === undefined ? undefined : Temporal.PlainDate.from(text);
      const last = day(by);
      return page(answeredPage(school, last && { by: last, opens: day(opens) }));
    },
  });
}
