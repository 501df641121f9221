import { z } from 'zod';
import type { Routes } from '../../edge/routes.ts';
import { emptyForm } from '../../ui/index.ts';
import { considerBan } from './act.ts';
import { banPage } from './ban-page.tsx';
import { banHref, caseParams, triedBan } from './context.ts';
import { banPlanRoutes } from './plan-routes.tsx';
import { banStepRoutes } from './step-routes.ts';
import { banWordRoutes } from './word-routes.tsx';

/** A case's site ban, from being considered to its end. */
export function banRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/ban', {
    may: 'case.read',
    params: caseParams,
    show: (context) => banPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/ban/consider', {
    may: 'case.work',
    params: caseParams,
    form: z.object({}),
    act: ({ work, staff, params: { id } }) =>
      triedBan(
        () => considerBan(work, staff, id),
        banHref(id),
        'Begun. Nothing holds, and nobody is told. Complete the plan first.',
      ),
    again: banPage,
  });
  banPlanRoutes(routes);
  banStepRoutes(routes);
  banWordRoutes(routes);
}
