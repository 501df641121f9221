import { z } from 'zod';
import { go, type StaffContext } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { idSchema } from '../../platform/ids.ts';
import type { Attempt } from '../desk/attempt.ts';
import { concernPage } from '../desk/concern-page.tsx';
import { longText } from '../tell/fields.ts';
import { agree, mark, unmark } from './acts.ts';
import { markPage } from './page.tsx';
import { GROUNDS, MARK_DAYS } from './rules.ts';

const params = z.object({ concern: idSchema<'concern'>() });
const version = z.coerce.number().int().positive();
const needed = (message: string) => longText.pipe(z.string().min(1, message));

type Context = StaffContext<z.output<typeof params>>;

const attempt = ({ work, staff, params: { concern: id }, services }: Context, seen: number): Attempt => ({
  work,
  staff,
  id,
  version: seen,
  origin: services.origin,
});

const back = ({ params: { concern } }: Context) => go(`/desk/concerns/${concern}`, { done: 'saved' });

/** Marks of reporters who used reports to abuse. */
export function markRoutes(routes: Routes): void {
  routes.staffPage('/desk/concerns/:concern/mark', {
    may: 'concern.triage',
    params,
    show: (context) => markPage(context),
  });
  routes.staffAct('/desk/concerns/:concern/mark', {
    may: 'concern.triage',
    params,
    form: z.object({
      version,
      ground: z.enum(GROUNDS, 'Choose what was done'),
      note: needed('Say why you think so, in a sentence'),
      message: needed('Write to the reporter'),
      days: z.coerce.number().pipe(z.literal(MARK_DAYS, 'Choose how long it stands')),
    }),
    act: async (context, { version: seen, ...answer }) => {
      await mark(attempt(context, seen), answer);
      return back(context);
    },
    again: markPage,
  });
  routes.staffAct('/desk/concerns/:concern/mark/agree', {
    may: 'concern.triage',
    params,
    form: z.object({ version }),
    act: async (context, { version: seen }) => {
      await agree(attempt(context, seen));
      return back(context);
    },
    again: concernPage,
  });
  routes.staffAct('/desk/concerns/:concern/mark/off', {
    may: 'concern.triage',
    params,
    form: z.object({ version, whyOff: needed('Say why') }),
    act: async (context, { version: seen, whyOff }) => {
      await unmark(attempt(context, seen), whyOff);
      return back(context);
    },
    again: concernPage,
  });
}
