import { fileURLToPath } from 'node:url';
import { healthRoutes } from './edge/health.ts';
import { Routes } from './edge/routes.ts';
import { showError } from './edge/show-error.tsx';
import type { Services } from './platform/services.ts';
import { createApp } from './platform/web/app.ts';
import type { WebApp } from './platform/web/environment.ts';
import { serveAssets, serveServiceWorker } from './platform/web/static.ts';
import { rooms } from './rooms.ts';

/** What the browser build writes. */
const ASSETS = fileURLToPath(new URL('../public/assets', import.meta.url));
const SERVICE_WORKER = fileURLToPath(new URL('../public/service-worker.js', import.meta.url));

/** The whole web application, with every room's routes declared. */
export function createHandbell(services: Services): { readonly app: WebApp; readonly routes: Routes } {
  const app = createApp(services.origin, services.log, showError);
  healthRoutes(app, services.database);
  serveAssets(app, ASSETS);
  serveServiceWorker(app, SERVICE_WORKER);
  const routes = new Routes(app, services);
  for (const room of rooms) room(routes);
  return { app, routes };
}
