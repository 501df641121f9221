import type { Routes } from '../edge/routes.ts';
import { assessRoutes } from './assess-routes.tsx';
import { careRoutes } from './care-routes.tsx';
import { caseRoutes } from './case-routes.tsx';
import { decideRoutes } from './decide-routes.tsx';
import { endRoutes } from './end-routes.tsx';
import { gatherRoutes } from './gather-routes.tsx';
import { handlingRoutes } from './handling-routes.tsx';
import { legalRoutes } from './legal/routes.tsx';
import { caseLetterRoutes } from './letter-routes.tsx';
import { letterWordRoutes } from './letter-word.tsx';
import { listRoutes } from './list-routes.tsx';
import { newRoutes } from './new-routes.tsx';
import { noteRoutes } from './notes/routes.tsx';
import { paperRoutes } from './papers.ts';
import { peopleRoutesOfCase } from './people-routes.tsx';
import { referralRoutes } from './referral/routes.ts';
import { reopenRoutes } from './reopen-routes.tsx';
import { reviewRoutes } from './review/routes.ts';
import { supportNoteRoutes } from './support-note.tsx';
import { taskRoutes } from './tasks/routes.tsx';

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
  letterWordRoutes(routes);
  peopleRoutesOfCase(routes);
  endRoutes(routes);
  careRoutes(routes);
  taskRoutes(routes);
  noteRoutes(routes);
  paperRoutes(routes);
  supportNoteRoutes(routes);
  referralRoutes(routes);
  legalRoutes(routes);
  reviewRoutes(routes);
  reopenRoutes(routes);
}
