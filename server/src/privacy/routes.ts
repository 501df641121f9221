import type { Routes } from '../edge/routes.ts';
import { checkRoutes } from './access/check-routes.tsx';
import { requestListRoutes } from './access/list-routes.tsx';
import { prepareRoutes } from './access/prepare-routes.tsx';
import { recordRoutes } from './access/record-routes.tsx';
import { requestRoutes } from './access/request-routes.tsx';
import { breachRoutes } from './breaches/routes.tsx';
import { complaintRoutes } from './complaints/routes.tsx';
import { dataRoutes } from './data-routes.ts';
import { holdRoutes } from './retention/hold-routes.tsx';
import { queueRoutes } from './retention/queue-routes.tsx';
import { scheduleRoutes } from './retention/schedule-routes.tsx';

/** The pages of the data protection lead. */
export function privacyRoutes(routes: Routes): void {
  dataRoutes(routes);
  queueRoutes(routes);
  scheduleRoutes(routes);
  holdRoutes(routes);
  requestListRoutes(routes);
  requestRoutes(routes);
  recordRoutes(routes);
  prepareRoutes(routes);
  checkRoutes(routes);
  complaintRoutes(routes);
  breachRoutes(routes);
}
