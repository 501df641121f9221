import { loadSettings } from '@handbell/server/platform/config/load';
import type { Services } from '@handbell/server/platform/services';
import { InputError } from './errors.ts';

/** Errors whose one line is meant for the person who runs Handbell. */
const TOLD = new Set(['ConfigError', 'DatabaseError', 'ListenError', 'AssetMissing']);

/** Runs something and turns the errors that speak to the operator into a clear line and status 1. */
export async function tellOperator<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && TOLD.has(error.name)) throw new InputError(error.message);
    throw error;
  }
}

/** Does something with this installation's records. What the service logs stays off the command's output. */
export function withInstallation<T>(act: (services: Services) => Promise<T>): Promise<T> {
  return tellOperator(async () => {
    const { withServices } = await import('@handbell/server/command');
    return withServices({ ...loadSettings(process.env), HANDBELL_LOG: 'silent' }, act);
  });
}
