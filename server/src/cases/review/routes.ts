import { z } from 'zod';
import { wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { emptyForm } from '../../ui/index.ts';
import { NEXT_ROUTES, REVIEW_RESULTS } from '../codes.ts';
import {
  anyField,
  namingForm,
  optionalText,
  readDay,
  sentence,
  text,
  ticked,
  versionField,
} from '../fields.ts';
import { caseHref, caseParams, tried } from '../guarded.ts';
import { askReview, decideReview, nameReviewer } from './acts.ts';
import { askPage, decideReviewPage, reviewerPage } from './pages.tsx';

const decisionForm = z.object({
  version: versionField,
  result: z.enum(REVIEW_RESULTS, 'Say what the review comes to'),
  outcome: z.string().optional(),
  months: z.coerce.number().int().optional(),
  reasons: sentence('Give your reasons'),
  papers: z.literal('yes').optional(),
  next: ticked.pipe(z.array(z.enum(NEXT_ROUTES))),
});

/** A review of an outcome: asked for, given to somebody new, decided. */
export function reviewRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/review/ask', {
    may: 'case.read',
    params: caseParams,
    show: (context) => askPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/review/ask', {
    may: 'case.read',
    params: caseParams,
    form: z
      .object({ grounds: text('Record what the parent says is wrong'), late: optionalText })
      .catchall(anyField),
    act: ({ work, staff, params }, { grounds, late, ...rest }) => {
      const on = readDay(rest, 'on', 'past', schoolDay(work.now));
      if ('errors' in on) return wrong(on.errors);
      return tried(
        async () => {
          await askReview(work, staff, params.id, { askedOn: on.day, grounds, late });
          return caseHref(params.id);
        },
        'The request is on record.',
        ['late', 'grounds'],
      );
    },
    again: askPage,
  });
  routes.staffPage('/desk/cases/:id/reviewer', {
    may: 'case.read',
    params: caseParams,
    show: (context) => reviewerPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/reviewer', {
    may: 'case.read',
    params: caseParams,
    form: namingForm,
    act: ({ work, staff, params }, { member, version }) =>
      tried(
        async () => {
          await nameReviewer(work, staff, params.id, member, version);
          return caseHref(params.id);
        },
        'They review the outcome now.',
        ['member'],
      ),
    again: reviewerPage,
  });
  routes.staffPage('/desk/cases/:id/review', {
    may: 'case.review',
    params: caseParams,
    show: (context) => decideReviewPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/review', {
    may: 'case.review',
    params: caseParams,
    form: decisionForm,
    act: ({ work, staff, params, services }, { version, papers, ...decision }) =>
      tried(
        async () => {
          const given = {
            ...decision,
            outcome: decision.outcome,
            months: decision.months,
            papersShared: papers === 'yes',
          };
          const letter = await decideReview(work, staff, params.id, given, version, services.origin);
          return `${caseHref(params.id)}/letters/${letter}`;
        },
        'The review is recorded. Its letter has not gone out yet.',
        ['result', 'outcome', 'months', 'reasons', 'papers', 'next'],
      ),
    again: decideReviewPage,
  });
}
