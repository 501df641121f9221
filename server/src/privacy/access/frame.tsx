import { z } from 'zod';
import { type Answer, go, type StaffContext, wrong } from '../../edge/contexts.ts';
import { idSchema } from '../../platform/ids.ts';
import { RequestRefused } from './allowed.ts';
import type { Piece } from './cover.ts';
import type { RequestId } from './store.ts';

export const REQUESTS = '/desk/data/requests';
export const requestHref = (id: RequestId): string => `${REQUESTS}/${id}`;
export const recordHref = (id: RequestId, object: string): string =>
  `${requestHref(id)}/record/${encodeURIComponent(object)}`;
export const checkHref = (id: RequestId): string => `/desk/data/checks/${id}`;

export const requestParams = z.object({ request: idSchema<'access-request'>() });
export type RequestParams = z.output<typeof requestParams>;
export const recordParams = requestParams.extend({ object: z.string().regex(/^[a-z]+:[0-9a-f-]{36}$/) });
export type RecordParams = z.output<typeof recordParams>;
export type RequestContext = StaffContext<RequestParams>;
export type RecordContext = StaffContext<RecordParams>;

/** Does an act and goes on; what must be done first comes back on the form. */
export async function tryRequest(run: () => Promise<void>, to: string, done: string): Promise<Answer> {
  try {
    await run();
    return go(to, { done });
  } catch (error) {
    if (error instanceof RequestRefused) return wrong({ form: error.message });
    throw error;
  }
}

/** A passage as it will be printed: words, and bars with their label in the place of what is covered. */
export function Pieces({ pieces }: { pieces: readonly Piece[] }) {
  return (
    <div class="hb-user-text" dir="auto">
      {pieces.map((piece) => (piece.kind === 'bar' ? <mark class="hb-bar">{piece.label}</mark> : piece.text))}
    </div>
  );
}
