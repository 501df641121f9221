import type { Routes } from '../edge/routes.ts';
import { deskAgreementRoutes } from './desk/routes.tsx';
import { answerRoutes } from './public/answer-routes.tsx';
import { classLinkRoutes } from './public/link-routes.tsx';
import { personalLinkRoutes } from './public/personal-routes.tsx';
import { signingRoutes } from './public/sign-routes.tsx';
import { slipRoutes } from './public/slip-routes.ts';
import { verifyRoutes } from './public/verify-routes.tsx';
import { yoursRoutes } from './public/yours-routes.tsx';

/** Agreements: parents sign, read again and withdraw; the office sees who, others see how many. */
export function agreementRoutes(routes: Routes): void {
  signingRoutes(routes);
  classLinkRoutes(routes);
  personalLinkRoutes(routes);
  answerRoutes(routes);
  slipRoutes(routes);
  yoursRoutes(routes);
  verifyRoutes(routes);
  deskAgreementRoutes(routes);
}
