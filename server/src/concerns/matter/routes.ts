import { z } from 'zod';
import { go } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { idSchema } from '../../platform/ids.ts';
import { longText } from '../tell/fields.ts';
import { join, leave } from './join.ts';
import { matterPage } from './page.tsx';

const concernId = idSchema<'concern'>();
const params = z.object({ concern: concernId });

const why = longText.pipe(z.string().min(1, 'Say why, in a sentence'));

const joinForm = z.object({
  version: z.coerce.number().int().positive(),
  reports: z
    .union([z.string().transform((one) => [one]), z.array(z.string())], 'Choose at least one report')
    .pipe(z.array(concernId)),
  why,
  clear: z.literal('yes', 'Tick this, or leave the reports to somebody else'),
});

/** Reports of one matter, put together and taken apart on the desk. */
export function matterRoutes(routes: Routes): void {
  routes.staffPage('/desk/concerns/:concern/matter', {
    may: 'concern.triage',
    params,
    show: (context) => matterPage(context),
  });
  routes.staffAct('/desk/concerns/:concern/matter', {
    may: 'concern.triage',
    params,
    form: joinForm,
    act: async ({ work, staff, params: { concern: id }, services }, values) => {
      const attempt = { work, staff, id, version: values.version, origin: services.origin };
      await join(attempt, values.reports, values.why);
      return go(`/desk/concerns/${id}/matter`, { done: 'joined' });
    },
    again: matterPage,
  });
  routes.staffAct('/desk/concerns/:concern/matter/apart', {
    may: 'concern.triage',
    params,
    form: z.object({ report: z.string('Choose a report').pipe(concernId), whyApart: why }),
    act: async ({ work, staff, params: { concern: id }, services }, { report, whyApart }) => {
      // What stood on the page was a list: a report that has left it meanwhile is not found.
      await leave({ work, staff, id, version: undefined, origin: services.origin }, report, whyApart);
      return go(`/desk/concerns/${id}/matter`, { done: 'left' });
    },
    again: matterPage,
  });
}
