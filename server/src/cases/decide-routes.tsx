import { z } from 'zod';
import { go } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { NOTICE_TOPICS } from '../groups/notices/topics.ts';
import { emptyForm } from '../ui/index.ts';
import { countersign, decideCase } from './decide.ts';
import { countersignPage, decisionPage, nothingPage } from './decide-pages.tsx';
import { optionalText, sentence, text, versionField } from './fields.ts';
import { type CaseContext, caseHref, caseParams, tried } from './guarded.ts';
import { NO_FURTHER_ACTION } from './outcomes.ts';

const interest = z.enum(['none', 'some'], 'Say whether you have an interest in this case');
const nothingForm = z.object({
  version: versionField,
  interest,
  reasons: sentence('Give your reasons'),
  overrideReason: optionalText,
});
/** In the page's order, so that what is wrong is told in it too. */
const decisionForm = z.object({
  version: versionField,
  interest,
  standing: z.string('Choose a step, or none'),
  outcome: z.string('Choose what you decide'),
  reasons: text('Give your reasons'),
  overrideReason: optionalText,
  expected: optionalText,
  jumpReason: optionalText,
  months: z.coerce.number().int().optional(),
  topic: z.enum(NOTICE_TOPICS).optional(),
});

/** Where to go once a decision is recorded: to its letter, or back to the case where none is due. */
const afterwards = (context: CaseContext, letter: string | undefined) =>
  letter ? `${caseHref(context.params.id)}/letters/${letter}` : caseHref(context.params.id);

/** Somebody who is not sure of their interest says so first; nothing is decided. */
const toInterest = (context: CaseContext) => go(`${caseHref(context.params.id)}/interest`);

/** Deciding, by the one person who does; and signing beside them. */
export function decideRoutes(routes: Routes): void {
  const FIELDS = ['outcome', 'reasons', 'jumpReason', 'overrideReason', 'months'];
  routes.staffPage('/desk/cases/:id/decision', {
    may: 'case.decide',
    params: caseParams,
    show: (context) => decisionPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/decision', {
    may: 'case.decide',
    params: caseParams,
    form: decisionForm,
    act: (context, { interest: own, version, ...decision }) => {
      if (own === 'some') return toInterest(context);
      const { work, staff, params, services } = context;
      return tried(
        async () =>
          afterwards(
            context,
            await decideCase(
              work,
              staff,
              params.id,
              { ...decision, months: decision.months },
              version,
              services.origin,
            ),
          ),
        'The decision is recorded. Nothing has gone out yet.',
        FIELDS,
      );
    },
    again: decisionPage,
  });
  routes.staffPage('/desk/cases/:id/no-further-action', {
    may: 'case.decide',
    params: caseParams,
    show: (context) => nothingPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/no-further-action', {
    may: 'case.decide',
    params: caseParams,
    form: nothingForm,
    act: (context, { interest: own, version, reasons, overrideReason }) => {
      if (own === 'some') return toInterest(context);
      const { work, staff, params, services } = context;
      const nothing = { expected: '', jumpReason: '', standing: 'none', months: undefined };
      return tried(
        async () =>
          afterwards(
            context,
            await decideCase(
              work,
              staff,
              params.id,
              { ...nothing, outcome: NO_FURTHER_ACTION, reasons, overrideReason },
              version,
              services.origin,
            ),
          ),
        'No further action is recorded.',
        FIELDS,
      );
    },
    again: nothingPage,
  });
  routes.staffPage('/desk/cases/:id/countersign', {
    may: 'case.countersign',
    params: caseParams,
    show: (context) => countersignPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/countersign', {
    may: 'case.countersign',
    params: caseParams,
    form: z.object({ version: versionField, interest }),
    act: (context, { interest: own, version }) => {
      if (own === 'some') return toInterest(context);
      const { work, staff, params } = context;
      return tried(async () => {
        await countersign(work, staff, params.id, version);
        return caseHref(params.id);
      }, 'You have signed the decision.');
    },
    again: countersignPage,
  });
}
