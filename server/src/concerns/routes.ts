import type { Routes } from '../edge/routes.ts';
import { deskRoutes } from './desk/routes.ts';
import { addEvidenceRoutes } from './evidence/desk/add.tsx';
import { evidenceRoutes } from './evidence/desk/routes.ts';
import { leaveRoutes } from './leave/routes.tsx';
import { markRoutes } from './mark/routes.ts';
import { matterRoutes } from './matter/routes.ts';
import { receiptRoutes } from './receipt/routes.tsx';
import { returnRoutes } from './return/routes.ts';
import { tellRoutes } from './tell/routes.ts';

/** Concerns: raised by parents, come back to with a code, dealt with on the desk. */
export function concernRoutes(routes: Routes): void {
  tellRoutes(routes);
  returnRoutes(routes);
  receiptRoutes(routes);
  deskRoutes(routes);
  evidenceRoutes(routes);
  addEvidenceRoutes(routes);
  matterRoutes(routes);
  markRoutes(routes);
  leaveRoutes(routes);
}
