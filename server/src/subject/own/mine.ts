import type { z } from 'zod';
import type { CaseId } from '../../cases/ids.ts';
import { caseForSubject, type SubjectView } from '../../cases/subject-view.ts';
import { type Answer, go, type PublicContext, type Shown } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { type Meeting, meetingsOf } from '../../meetings/store.ts';
import { type Ban, banOfCase } from '../../sanctions/ban/store.ts';
import type { FormState } from '../../ui/index.ts';
import { type Sent, sentOf } from '../sent.ts';
import { openAccess, ownHref } from '../session.ts';
import { heldPage } from './held-page.tsx';

/** A parent on their own page, with what of their case they may see. */
export interface Mine<P extends object = object> {
  readonly context: PublicContext<P>;
  readonly caseId: CaseId;
  readonly view: SubjectView;
  /** A ban that they were told of. */
  readonly ban: Ban | undefined;
  readonly sent: readonly Sent[];
  readonly meetings: readonly Meeting[];
}

async function toldBan(work: PublicContext<object>['work'], caseId: CaseId): Promise<Ban | undefined> {
  const ban = await banOfCase(work, caseId);
  return ban?.facts.noticeOn ? ban : undefined;
}

/** Lets a parent in: or gives what is shown instead, to somebody who is not in, and while the matter is on hold. */
async function come<P extends object>(context: PublicContext<P>): Promise<Mine<P> | Page> {
  const access = await openAccess(context);
  const view = access && (await caseForSubject(context.work, access.caseId));
  if (!access || view === undefined) return { instead: go(ownHref(context), { again: 'yes' }) };
  if (view === 'held') return { instead: heldPage(context) };
  const { caseId } = access;
  const ban = await toldBan(context.work, caseId);
  const meetings = await meetingsOf(context.work, caseId);
  return { context, caseId, view, ban, sent: await sentOf(context.work, caseId), meetings };
}

interface Page {
  readonly instead: Shown;
}

interface ActSpec<V, P extends object> {
  readonly params: z.ZodType<P>;
  readonly form: z.ZodType<V>;
  readonly act: (mine: Mine<P>, values: V) => Promise<Answer>;
  readonly again: (mine: Mine<P>, form: FormState) => Promise<Shown> | Shown;
}

/** Declares a page of the parent's own: nobody sees it who is not in. */
export function minePage<P extends object>(
  routes: Routes,
  path: string,
  params: z.ZodType<P>,
  show: (mine: Mine<P>) => Promise<Shown> | Shown,
): void {
  routes.publicPage<P>(`/mine${path}`, {
    params,
    show: async (context) => {
      const mine = await come(context);
      return 'instead' in mine ? mine.instead : show(mine);
    },
  });
}

/** Declares a form of the parent's own. */
export function mineAct<V, P extends object>(
  routes: Routes,
  path: string,
  { params, form, act, again }: ActSpec<V, P>,
): void {
  routes.publicAct<V, P>(`/mine${path}`, {
    params,
    form,
    act: async (context, values) => {
      const mine = await come(context);
      return 'instead' in mine ? go(ownHref(context, '/page')) : act(mine, values);
    },
    again: async (context, state) => {
      const mine = await come(context);
      return 'instead' in mine ? mine.instead : again(mine, state);
    },
  });
}
