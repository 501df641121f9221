import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import type { WebApp } from './environment.ts';

/** A listening web server. */
export interface Listening {
  readonly port: number;
  /** Takes no new connections, lets requests in flight finish (for at most 10 seconds), then closes. */
  stop(): Promise<void>;
}

/** The address cannot be listened on: one plain line. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

const GRACE_MS = 10_000;

function explainListen(error: Error, host: string, port: number): ListenError {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') {
    return new ListenError(
      `Port ${port} is already in use. Stop the other program, or set HANDBELL_PORT to another port.`,
    );
  }
  if (code === 'EACCES')
    return new ListenError(`This user may not listen on port ${port}. Set HANDBELL_PORT to 1024 or above.`);
  return new ListenError(
    `Handbell cannot listen on ${host}:${port} (${code || error.message}). Check HANDBELL_HOST.`,
  );
}

/** @throws ListenError in one plain line */
export function listen(app: WebApp, host: string, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port, autoCleanupIncoming: true }, (address) => {
      resolve({ port: address.port, stop: () => stop(server) });
    });
    server.once('error', (error) => reject(explainListen(error, host, port)));
  });
}

function stop(server: ReturnType<typeof serve>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => closeAll(server), GRACE_MS);
    server.close(() => {
      clearTimeout(timer);
      resolve();
    });
    if (isHttpServer(server)) server.closeIdleConnections();
  });
}

function isHttpServer(server: object): server is Server {
  return 'closeIdleConnections' in server;
}

function closeAll(server: ReturnType<typeof serve>): void {
  if (isHttpServer(server)) server.closeAllConnections();
}
