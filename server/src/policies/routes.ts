import type { Routes } from '../edge/routes.ts';
import { deskConsultationRoutes } from './consultation/desk-routes.tsx';
import { publicConsultationRoutes } from './consultation/public-routes.tsx';
import { adoptRoutes } from './desk/adopt-routes.tsx';
import { approveRoutes } from './desk/approve-routes.tsx';
import { changeRoutes } from './desk/change-routes.tsx';
import { clausesRoutes } from './desk/clauses-routes.tsx';
import { compareRoutes } from './desk/compare-routes.tsx';
import { composeRoutes } from './desk/compose-routes.tsx';
import { inForceRoutes } from './desk/in-force-routes.tsx';
import { intakeRoutes } from './desk/intake-routes.tsx';
import { overviewRoutes } from './desk/overview-routes.tsx';
import { readingRoutes } from './desk/reading-routes.tsx';
import { reviewRoutes } from './desk/review-routes.tsx';
import { signLinkRoutes } from './desk/sign-link-routes.tsx';
import { signRoutes } from './desk/sign-routes.tsx';
import { signersRoutes } from './desk/signers-routes.tsx';
import { summaryRoutes } from './desk/summary-routes.tsx';
import { publicPolicyRoutes } from './public/routes.tsx';
import { publicSignRoutes } from './public/sign-routes.tsx';
import { publicationRoutes } from './publication/desk-routes.tsx';

/** The policy's pages: on the desk from the school's own file to a version in force, and in public. */
export function policyRoutes(routes: Routes): void {
  // "new" must stand before the pages of one version, whose addresses it would otherwise look like.
  intakeRoutes(routes);
  composeRoutes(routes);
  publicationRoutes(routes);
  overviewRoutes(routes);
  changeRoutes(routes);
  clausesRoutes(routes);
  readingRoutes(routes);
  compareRoutes(routes);
  signersRoutes(routes);
  approveRoutes(routes);
  adoptRoutes(routes);
  signRoutes(routes);
  signLinkRoutes(routes);
  inForceRoutes(routes);
  summaryRoutes(routes);
  reviewRoutes(routes);
  deskConsultationRoutes(routes);
  publicPolicyRoutes(routes);
  publicConsultationRoutes(routes);
  publicSignRoutes(routes);
}
