import { sql } from 'drizzle-orm';
import type { Database } from '../platform/database/connect.ts';
import type { WebApp } from '../platform/web/environment.ts';

/** `/healthz`: the process answers. `/readyz`: it can also reach its database. For load balancers and monitors. */
export function healthRoutes(app: WebApp, database: Database): void {
  app.get('/healthz', (web) => web.text('ok'));
  app.get('/readyz', async (web) => {
    try {
      await database.open.execute(sql`select 1`);
      return web.text('ready');
    } catch {
      return web.text('the database does not answer', 503);
    }
  });
}
