import { z } from 'zod';
import { go, wrong } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { reviewPage, stepsPage } from './pages.tsx';
import { readSeptember, septemberFacts } from './read.ts';
import { doSeptember, undoSeptember } from './store.ts';

const anyField = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The September roll-over: said, looked at, confirmed once, undone while nothing else happened. */
export function septemberRoutes(routes: Routes): void {
  const edit = { may: 'roster.edit', params: noParams } as const;
  routes.staffPage('/desk/parents/september', { ...edit, show: (context) => stepsPage(context) });
  routes.staffAct('/desk/parents/september', {
    ...edit,
    form: anyField,
    repeatable: true,
    act: async (context, values) => {
      const facts = await septemberFacts(context.work);
      const read = readSeptember(facts, values);
      if ('errors' in read) return wrong(read.errors);
      return reviewPage(context, facts, read.plan, values, read.steps);
    },
    again: stepsPage,
  });
  routes.staffAct('/desk/parents/september/confirm', {
    ...edit,
    form: anyField,
    act: async ({ work }, values) => {
      const facts = await septemberFacts(work);
      if (values.state !== facts.state) {
        return wrong({
          form: 'Something changed since you looked at this. Look at it again, then confirm it.',
        });
      }
      const read = readSeptember(facts, values);
      if ('errors' in read) return wrong(read.errors);
      await doSeptember(work, read.plan);
      return go('/desk/parents/september', { done: 'done' });
    },
    again: stepsPage,
  });
  routes.staffAct('/desk/parents/september/undo', {
    ...edit,
    form: z.object({}),
    act: async ({ work }) => {
      await undoSeptember(work);
      return go('/desk/parents/september');
    },
    again: stepsPage,
  });
}
