import type { Routes } from '../edge/routes.ts';
import { breachRoutes } from './breaches/routes.tsx';
import { complaintRoutes } from './complaints/routes.tsx';
import { dataRoutes } from './data-routes.tsx';
import { holdRoutes } from './retention/hold-routes.tsx';
import { queueRoutes } from './retention/queue-routes.tsx';
import { scheduleRoutes } from './retention/schedule-routes.tsx';

/** The pages of the data protection lead. */
export function privacyRoutes(routes: Routes): void {
  dataRoutes(routes);
  queueRoutes(routes);
  scheduleRoutes(routes);
  holdRoutes(routes);
  complaintRoutes(routes);
  breachRoutes(routes);
}
