import { z } from 'zod';
import { type Answer, go, type Page, type PublicContext, wrong } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { listGroupIds, listGroups } from '../../groups/store.ts';
import { schoolDay } from '../../platform/clock.ts';
import { paddedLength } from '../../platform/web/lengths.ts';
import { Refusal } from '../../platform/web/refusal.ts';
import { emptyForm, type FormState } from '../../ui/index.ts';
import { NO_OTHER_FILE } from '../evidence/picture.ts';
import { PICTURES_FORM_BYTES } from '../evidence/picture-field.ts';
import { takePictures } from '../evidence/take.ts';
import { peopledRoute } from '../readers.ts';
import { newReceipt } from '../receipt/sign.ts';
import { receiveConcern } from '../receive.ts';
import { type ConcernRoute, routeFor } from '../rules.ts';
import { checkPage } from './check-page.tsx';
import { entryFrom, picturesOf } from './entry.ts';
import { mailPage, picturesPage } from './evidence-pages.tsx';
import { concernAboutSchema, shortText, tellFields } from './fields.ts';
import { bitsFor, loadNow, ticketHolds } from './flood.ts';
import { type StepContext, withoutErrors } from './frame.tsx';
import { faultsOf, firstFault, type TellFacts } from './judge.ts';
import {
  aboutPage,
  accusedPage,
  behalfPage,
  complaintPage,
  matterPage,
  modePage,
  pastPage,
  restrictionPage,
} from './opening-pages.tsx';
import { dangerPage, emergencyPage } from './safety-pages.tsx';
import { confirmCode, sentPage } from './sent-page.tsx';
import { type Answers, answer, pathFor, stepAfter, stepBefore, TELL_STEPS, type TellStep } from './steps.ts';
import {
  affectedPage,
  childPage,
  contactPage,
  hopePage,
  placePage,
  subjectPage,
  whenPage,
  wordsPage,
} from './story-pages.tsx';
import { waitPage } from './wait-page.tsx';

/** Everything the pages carry along, an excerpt, pictures and 5,000 words in any script among it, as a form encodes it. */
const TELL_BYTES = paddedLength(3 * 1024 * 1024 + PICTURES_FORM_BYTES);

const PAGES: Readonly<Record<TellStep, (at: StepContext) => Page>> = {
  danger: dangerPage,
  emergency: emergencyPage,
  mode: modePage,
  matter: matterPage,
  complaint: complaintPage,
  about: aboutPage,
  restriction: restrictionPage,
  past: pastPage,
  behalf: behalfPage,
  place: placePage,
  when: whenPage,
  words: wordsPage,
  mail: mailPage,
  subject: subjectPage,
  affected: affectedPage,
  accused: accusedPage,
  child: childPage,
  hope: hopePage,
  contact: contactPage,
  pictures: picturesPage,
  check: checkPage,
};

const stepSchema = z.enum(TELL_STEPS);
/** Answers are text. A posted file of any name is none, and is refused in words (rule 31). */
const anyAnswers = z.record(z.string(), z.union([z.string(), z.array(z.string())], NO_OTHER_FILE));

/** Which way a concern with these answers goes at this school; undefined when nobody could read it. */
async function wayOf({ work }: PublicContext<object>, answers: Answers): Promise<ConcernRoute | undefined> {
  const about = concernAboutSchema.safeParse(answer(answers, 'about'));
  const route = about.success ? routeFor(about.data) : 'ordinary';
  return route === 'ordinary' ? route : peopledRoute(work, route);
}

async function show(context: PublicContext<object>, step: TellStep, form: FormState): Promise<Page> {
  const groups = await listGroups(context.work);
  return PAGES[step]({ context, form, groups, route: await wayOf(context, form.values) });
}

async function factsOf({ work }: PublicContext<object>): Promise<TellFacts> {
  return { today: schoolDay(work.now), groups: await listGroupIds(work) };
}

const CHANGE = 'change:';

/** Goes on from one page: back, to an answer that is to be changed, or forwards when this page is answered. */
async function turn(context: PublicContext<object>, values: Answers): Promise<Answer> {
  const step = stepSchema.safeParse(answer(values, 'step'));
  if (!step.success) return go(`/s/${context.school.slug}/concern`);
  const { go: wanted, ...rest } = values;
  const button = answer({ wanted: wanted ?? '' }, 'wanted');
  if (button === 'back') {
    return show(context, stepBefore(step.data, rest) ?? 'danger', withoutErrors(rest));
  }
  const change = stepSchema.safeParse(button.startsWith(CHANGE) ? button.slice(CHANGE.length) : '');
  if (change.success) return show(context, change.data, withoutErrors({ ...rest, changing: 'yes' }));
  const facts = await factsOf(context);
  const errors = faultsOf(step.data, rest, facts);
  if (Object.keys(errors).length > 0) return wrong(errors);
  if (step.data === 'pictures') {
    const taken = await takePictures(tellFields.pictures.parse(rest).picture, 'picture');
    if (!taken.ok) return wrong(taken.errors);
  }
  return show(context, nextStep(step.data, rest, facts), withoutErrors(rest));
}

/** After a change: the pages that it brought up are asked, and then it is the check again. */
function nextStep(step: TellStep, answers: Answers, facts: TellFacts): TellStep {
  const next = stepAfter(step, answers);
  if (answer(answers, 'changing') !== 'yes') return next;
  const telling: readonly TellStep[] = ['emergency', 'complaint', 'restriction', 'past', 'accused'];
  const tells = pathFor(answers).includes(next) && telling.includes(next);
  return tells ? next : (firstFault(answers, facts)?.step ?? 'check');
}

async function send(context: PublicContext<object>, values: Answers): Promise<Answer> {
  // Whoever says that a child is in danger is slowed down by nothing.
  const urgent = answer(values, 'danger') === 'yes';
  if (!urgent) await context.services.limits.count('public-write', context.request.caller);
  const facts = await factsOf(context);
  const fault = firstFault(values, facts);
  if (fault) return wrong(fault.errors);
  if ((await wayOf(context, values)) === undefined) throw nobodyToRead();
  const bits = urgent ? 0 : bitsFor(await loadNow(context.work));
  const once = answer(values, 'once');
  const issuer = { keys: context.work.keys, clock: context.services.clock };
  if (bits > 0 && !ticketHolds(issuer, once, answer(values, 'ticket'), answer(values, 'answer'))) {
    return waitPage(context, values, once, bits);
  }
  const taken = await takePictures(picturesOf(values), 'picture');
  if (!taken.ok) return wrong(taken.errors);
  const told = entryFrom(values, facts.today);
  const entry = { ...told, evidence: [...(told.evidence ?? []), ...taken.evidence] };
  const receipt = await receiveConcern(context.work, entry, context.services.origin);
  return go(`/s/${context.school.slug}/concern/sent`, {
    code: receipt.code,
    by: receipt.acknowledgeBy.toString(),
    receipt: newReceipt(context.work, context.school, context.services.origin),
  });
}

function nobodyToRead(): Refusal {
  return new Refusal(
    409,
    'Nobody at the school could read this without it passing the person it is about.',
    'Nothing was sent. Start again: a page on the way says who to write to instead.',
  );
}

/** The page to show again when something sent at the end is at fault. */
async function sendAgain(context: PublicContext<object>, form: FormState): Promise<Page> {
  const fault = firstFault(form.values, await factsOf(context));
  const last = Object.hasOwn(form.errors, 'picture') ? 'pictures' : 'check';
  return show(context, fault?.step ?? last, { values: form.values, errors: fault?.errors ?? form.errors });
}

/** Raising a concern: its pages, and the end where it is sent. */
export function tellRoutes(routes: Routes): void {
  routes.publicPage('/concern', {
    params: noParams,
    show: (context) => show(context, 'danger', withoutErrors({})),
  });
  // A page of the telling that is loaded by its address holds nothing: it starts again.
  routes.publicPage('/concern/tell', {
    params: noParams,
    show: (context) => go(`/s/${context.school.slug}/concern`),
  });
  routes.publicAct('/concern/tell', {
    params: noParams,
    limit: 'public-step',
    size: TELL_BYTES,
    form: anyAnswers,
    repeatable: true,
    act: turn,
    again: (context, form) => {
      const step = stepSchema.catch('danger').parse(answer(form.values, 'step'));
      return show(context, step, form);
    },
  });
  routes.publicAct('/concern/send', {
    params: noParams,
    // The act counts strictly, but for a child in danger; this only keeps out what no hand can send.
    limit: 'public-step',
    size: TELL_BYTES,
    form: anyAnswers,
    quiet: true,
    together: true,
    act: send,
    again: sendAgain,
  });
  routes.publicPage('/concern/sent', {
    params: noParams,
    show: (context) => sentPage(context, emptyForm),
  });
  routes.publicAct('/concern/sent', {
    params: noParams,
    limit: 'public-step',
    form: z.object({ kept: shortText, typed: shortText }),
    repeatable: true,
    act: confirmCode,
    again: sentPage,
  });
}
