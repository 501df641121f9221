import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { anyField, readDay, versionField } from '../../cases/fields.ts';
import type { CaseId } from '../../cases/ids.ts';
import { caseFor } from '../../cases/read.ts';
import { type Answer, go, type StaffContext, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notAllowed, notFound } from '../../platform/web/refusal.ts';
import { emptyForm } from '../../ui/index.ts';
import { actOnBan } from './act.ts';
import { banHref, caseParams, theBan, triedBan } from './context.ts';
import { type BanStep, draftBanLetter } from './letters.ts';
import { draftOf, reviewersOf, stepFormPage, stepLetterPage } from './step-pages.tsx';
import { BAN_STEPS, type BanStepText, deedOf } from './steps.ts';
import type { Ban } from './store.ts';

type Context = StaffContext<{ readonly id: CaseId }>;

const stepForm = z.object({ words: z.string().trim().max(40_000).default('') }).catchall(anyField);
const issueForm = z.object({
  letterVersion: versionField,
  read: z.literal('yes', 'Read the letter, and tick the box to say so'),
});

/** The days a step asks for, or what is wrong with them. */
function readDays(step: BanStepText, values: Readonly<Record<string, unknown>>, today: Temporal.PlainDate) {
  const days: Partial<Record<BanStepText['days'][number]['name'], Temporal.PlainDate>> = {};
  const errors: Record<string, string> = {};
  // A ban may begin on the very day: "future" would refuse today.
  const yesterday = today.subtract({ days: 1 });
  for (const { name } of step.days) {
    const read = readDay(values, name, 'future', yesterday);
    if ('errors' in read) Object.assign(errors, read.errors);
    else days[name] = read.day;
  }
  return { days, errors };
}

async function prepare(
  context: Context,
  step: BanStepText,
  form: z.output<typeof stepForm>,
): Promise<Answer> {
  const { work, staff, services } = context;
  const { file, ban } = await theBan(context);
  const { days, errors } = readDays(step, form, schoolDay(work.now));
  const words = form.words;
  if (step.words && words === '') errors.words = 'Write it down in at least one whole sentence';
  const chosen = step.reviewer
    ? (await reviewersOf(work, file, ban)).find(({ id }) => id === form.reviewer)
    : undefined;
  if (step.reviewer && !chosen) errors.reviewer = 'Choose who looks at it afresh';
  if (Object.keys(errors).length > 0) return wrong(errors);
  const more: BanStep = {
    from: undefined,
    until: undefined,
    lapsesOn: undefined,
    reviewOn: undefined,
    answerBy: undefined,
    ...days,
    reasons: words,
    reviewer: chosen?.name ?? '',
    reviewerId: chosen?.id ?? '',
  };
  const decides = file.facts.decider === staff.member || ban.facts.review?.reviewer === staff.member;
  if (!decides && step.act !== 'invite-review') throw notAllowed();
  await draftBanLetter(work, staff, file, ban, step.act, more, services.origin);
  return go(`${banHref(file.id)}/${step.path}/letter`);
}

/** Whether the plan was changed after the notice went out. */
function isVaried({ events }: Ban): boolean {
  const notice = events.findLastIndex(
    ({ deed }) => deed.act === 'give-notice' || deed.act === 'impose-provisionally',
  );
  return events.slice(notice + 1).some(({ deed }) => deed.act === 'plan');
}

async function issue(context: Context, step: BanStepText, letterVersion: number): Promise<Answer> {
  const { work, staff, params } = context;
  const file = await caseFor(work, staff, params.id);
  const letter = draftOf(file, step);
  const matter = letter?.matter.ban;
  if (!letter || !matter) throw notFound();
  const reasons =
    letter.sections.find(({ id }) => id === 'reasons' || id === 'urgent')?.text ?? matter.reasons;
  return triedBan(
    () =>
      actOnBan(work, staff, params.id, (ban) => deedOf(step.act, matter, reasons, isVaried(ban)), {
        words: reasons,
        letterVersion,
      }),
    banHref(params.id),
    step.done,
  );
}

/** The steps of a ban that send a letter: days and reasons first, then the letter, then the step itself. */
export function banStepRoutes(routes: Routes): void {
  for (const step of BAN_STEPS) {
    const path = `/desk/cases/:id/ban/${step.path}`;
    routes.staffPage(path, {
      may: 'case.work',
      params: caseParams,
      show: (context) => stepFormPage(context, step, emptyForm),
    });
    routes.staffAct(path, {
      may: 'case.work',
      params: caseParams,
      form: stepForm,
      act: (context, form) => prepare(context, step, form),
      again: (context, form) => stepFormPage(context, step, form),
    });
    routes.staffPage(`${path}/letter`, {
      may: 'case.work',
      params: caseParams,
      show: (context) => stepLetterPage(context, step, emptyForm),
    });
    routes.staffAct(`${path}/letter`, {
      may: 'case.work',
      params: caseParams,
      form: issueForm,
      act: (context, { letterVersion }) => issue(context, step, letterVersion),
      again: (context, form) => stepLetterPage(context, step, form),
    });
  }
}
