import { z } from 'zod';
import { download, go } from '../../../edge/contexts.ts';
import type { Routes } from '../../../edge/routes.ts';
import { idSchema } from '../../../platform/ids.ts';
import { notFound } from '../../../platform/web/refusal.ts';
import { drawAfresh, type Square, squareOf } from '../cover.ts';
import { justAsked } from '../custody.ts';
import { OCCASIONS } from '../kinds.ts';
import { openEvidence } from '../store.ts';
import { askFor, cover, type PieceAttempt, pieceFor, sealUnseen } from './acts.ts';
import { type PieceContext, piecePage } from './piece-page.tsx';
import { markShown } from './shown.tsx';

const PIECE = '/desk/concerns/:concern/evidence/:evidence';
const params = z.object({ concern: idSchema<'concern'>(), evidence: idSchema<'evidence'>() });
const nothing = z.object({});

const attempt = ({ work, staff, params: ids, services }: PieceContext): PieceAttempt => ({
  work,
  staff,
  ...ids,
  origin: services.origin,
});

const here = ({ params: { concern, evidence } }: PieceContext) =>
  `/desk/concerns/${concern}/evidence/${evidence}`;

/** The bytes of a piece that this person asked for just now; nobody else gets them. */
async function askedBytes(context: PieceContext, act: 'seen' | 'exported'): Promise<Uint8Array> {
  const { work, staff, params: ids } = context;
  await pieceFor({ work, staff, ...ids }, false);
  if (!(await justAsked(work, ids.evidence, act, staff.member))) throw notFound();
  const { content } = await openEvidence(work, ids.concern, ids.evidence);
  return content.bytes;
}

const squares = z
  .union([z.string().transform((one) => [one]), z.array(z.string())], 'Tick at least one square')
  .transform((texts) => texts.map(squareOf).filter((square): square is Square => square !== undefined))
  .refine((found) => found.length > 0, 'Tick at least one square');

/** Evidence on the desk: a page a piece, and what can be done with it. */
export function evidenceRoutes(routes: Routes): void {
  routes.staffPage(PIECE, { may: 'concern.read', params, show: (context) => piecePage(context) });
  routes.staffPage(`${PIECE}/picture`, {
    may: 'concern.read',
    params,
    show: async (context) => {
      const drawn = await drawAfresh(await askedBytes(context, 'seen'));
      if (!drawn) throw notFound();
      return download(drawn, 'image/jpeg', 'picture.jpg', { inline: true });
    },
  });
  routes.staffPage(`${PIECE}/file`, {
    may: 'concern.read',
    params,
    show: async (context) => {
      const bytes = await askedBytes(context, 'exported');
      const drawn = await drawAfresh(bytes);
      return drawn
        ? download(drawn, 'image/jpeg', 'evidence.jpg')
        : download(bytes, 'text/plain; charset=utf-8', 'evidence.txt');
    },
  });
  routes.staffAct(`${PIECE}/look`, {
    may: 'concern.read',
    params,
    form: nothing,
    act: async (context) => {
      const clean = await askFor(attempt(context), 'seen', context.services.settings.HANDBELL_CLAMD);
      return go(here(context), clean ? undefined : { done: 'infected' });
    },
    again: piecePage,
  });
  routes.staffAct(`${PIECE}/export`, {
    may: 'concern.read',
    params,
    form: nothing,
    act: async (context) => {
      const clean = await askFor(attempt(context), 'exported', context.services.settings.HANDBELL_CLAMD);
      return clean ? go(`${here(context)}/file`) : go(here(context), { done: 'infected' });
    },
    again: piecePage,
  });
  routes.staffAct(`${PIECE}/seal`, {
    may: 'concern.read',
    params,
    form: nothing,
    act: async (context) => {
      await sealUnseen(attempt(context));
      return go(here(context), { done: 'sealed' });
    },
    again: piecePage,
  });
  routes.staffAct(`${PIECE}/shown`, {
    may: 'concern.read',
    params,
    form: z.object({ occasion: z.enum(OCCASIONS, 'Choose where it was shown') }),
    act: async (context, { occasion }) => {
      await markShown(attempt(context), occasion);
      return go(here(context), { done: 'shown' });
    },
    again: piecePage,
  });
  routes.staffAct(`${PIECE}/cover`, {
    may: 'concern.read',
    params,
    form: z.object({ squares }),
    act: async (context, values) => {
      const made = await cover(attempt(context), values.squares);
      return go(`/desk/concerns/${context.params.concern}/evidence/${made}`, { done: 'covered' });
    },
    again: piecePage,
  });
}
