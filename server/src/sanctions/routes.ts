import { caseFor } from '../cases/read.ts';
import { go } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { caseParams } from './ban/context.ts';
import { banRoutes } from './ban/routes.ts';
import { contactPlanRoutes } from './contact/routes.tsx';
import { planOfCase } from './contact/store.ts';
import { gateRoutes } from './gate/routes.tsx';

/** Sanctions that last: the site ban, the communication plan, and what the gate sees. */
export function sanctionRoutes(routes: Routes): void {
  // A letter knows its case, not which instrument it belongs to: this leads to the one that is being written.
  routes.staffPage('/desk/cases/:id/sanctions', {
    may: 'case.read',
    params: caseParams,
    show: async ({ work, staff, params: { id } }) => {
      await caseFor(work, staff, id);
      const plan = await planOfCase(work, id);
      return go(`/desk/cases/${id}/${plan?.standing === 'draft' ? 'plan' : 'ban'}`);
    },
  });
  banRoutes(routes);
  contactPlanRoutes(routes);
  gateRoutes(routes);
}
