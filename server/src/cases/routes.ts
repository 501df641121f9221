import type { Routes } from '../edge/routes.ts';
import { assessRoutes } from './assess-routes.tsx';
import { caseRoutes } from './case-routes.tsx';
import { decideRoutes } from './decide-routes.tsx';
import { endRoutes } from './end-routes.tsx';
import { gatherRoutes } from './gather-routes.tsx';
import { handlingRoutes } from './handling-routes.tsx';
import { caseLetterRoutes } from './letter-routes.tsx';
import { listRoutes } from './list-routes.tsx';
import { newRoutes } from './new-routes.tsx';
import { peopleRoutesOfCase } from './people-routes.tsx';

/** All routes of cases. */
export function casesRoutes(routes: Routes): void {
  listRoutes(routes);
  newRoutes(routes);
  caseRoutes(routes);
  gatherRoutes(routes);
  assessRoutes(routes);
  handlingRoutes(routes);
  decideRoutes(routes);
  caseLetterRoutes(routes);
  peopleRoutesOfCase(routes);
  endRoutes(routes);
}
