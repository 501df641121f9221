import type { Routes } from '../edge/routes.ts';
import { keyInRoutes } from './desk/key-in-routes.tsx';
import { waysRoutes } from './desk/routes.ts';
import { ownRoutes } from './own/routes.ts';

/** The page of the parent a case is about, and the desk's side of it. */
export function subjectRoutes(routes: Routes): void {
  ownRoutes(routes);
  waysRoutes(routes);
  keyInRoutes(routes);
}
