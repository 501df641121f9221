import { z } from 'zod';
import { readDay } from '../cases/fields.ts';
import type { Attempt } from '../concerns/desk/attempt.ts';
import { longText, shortText } from '../concerns/tell/fields.ts';
import { type Answer, go, wrong } from '../edge/contexts.ts';
import { noParams, type Routes } from '../edge/routes.ts';
import { schoolDay } from '../platform/clock.ts';
import { idSchema } from '../platform/ids.ts';
import { decide, finish, giveToDo, markAllegation, note, point } from './acts.ts';
import { saveGuidance } from './guidance.ts';
import { guidancePage } from './guidance-page.tsx';
import { DECISIONS, GUIDANCE_TOPICS, RECORD_SYSTEMS } from './kinds.ts';
import { safeguardingPage } from './list-page.tsx';
import { type RecordContext, recordPage } from './record-page.tsx';

const params = z.object({ concern: idSchema<'concern'>() });
const version = z.coerce.number().int().positive();
const needed = (message: string) => longText.pipe(z.string().min(1, message));
const neededLine = (message: string) => shortText.pipe(z.string().min(1, message));

function attempt(context: RecordContext, seen: number): Attempt {
  const { work, staff, services } = context;
  return { work, staff, id: context.params.concern, version: seen, origin: services.origin };
}

const page = (context: RecordContext, done: string): Answer =>
  go(`/desk/safeguarding/${context.params.concern}`, { done });

interface OneAct<Shape extends z.ZodRawShape> {
  readonly shape: Shape;
  readonly act: (context: RecordContext, values: z.output<z.ZodObject<Shape>>) => Promise<Answer>;
}

/** Declares one act on one record: its form stands on the record's own page. */
function recordAct<Shape extends z.ZodRawShape>(
  routes: Routes,
  name: string,
  { shape, act }: OneAct<Shape>,
): void {
  routes.staffAct(`/desk/safeguarding/:concern/${name}`, {
    may: 'safeguarding.work',
    params,
    form: z.object(shape),
    act,
    again: recordPage,
  });
}

function recordActs(routes: Routes): void {
  recordAct(routes, 'decide', {
    shape: {
      version,
      decision: z.enum(DECISIONS, 'Choose what you decide'),
      rationale: needed('Write why, also when it was nothing'),
      release: z.string().optional(),
    },
    act: async (context, { version: seen, decision, rationale, release }) => {
      await decide(attempt(context, seen), decision, rationale, release !== undefined);
      return page(context, release === undefined ? 'saved' : 'released');
    },
  });
  recordAct(routes, 'note', {
    shape: { version, note: needed('Write what happened') },
    act: async (context, values) => {
      await note(attempt(context, values.version), values.note);
      return page(context, 'saved');
    },
  });
  recordAct(routes, 'pointer', {
    shape: {
      version,
      system: z.enum(RECORD_SYSTEMS, 'Choose where it is'),
      number: neededLine('Enter its number there'),
    },
    act: async (context, { version: seen, system, number }) => {
      await point(attempt(context, seen), system, number);
      return page(context, 'saved');
    },
  });
  recordAct(routes, 'action', {
    shape: {
      version,
      what: neededLine('Say what is to do'),
      member: z.string('Choose who does it').pipe(idSchema<'member'>()),
      'due-day': shortText,
      'due-month': shortText,
      'due-year': shortText,
    },
    act: async (context, values) => {
      const read = readDay(values, 'due', 'future', schoolDay(context.work.now));
      if ('errors' in read) return wrong(read.errors);
      const { what, member } = values;
      await giveToDo(attempt(context, values.version), { what, member, due: read.day });
      return page(context, 'saved');
    },
  });
  recordAct(routes, 'allege', {
    shape: { version, allegation: needed('Say why you think so') },
    act: async (context, { version: seen, allegation }) => {
      await markAllegation(attempt(context, seen), allegation);
      return page(context, 'alleged');
    },
  });
}

/** The safeguarding lead's own room. */
export function safeguardingRoutes(routes: Routes): void {
  routes.staffPage('/desk/safeguarding', {
    may: 'safeguarding.see',
    params: noParams,
    show: safeguardingPage,
  });
  routes.staffPage('/desk/safeguarding/guidance', {
    may: 'safeguarding.see',
    params: noParams,
    show: (context) => guidancePage(context),
  });
  routes.staffAct('/desk/safeguarding/guidance', {
    may: 'safeguarding.see',
    params: noParams,
    form: z.object({ topic: z.enum(GUIDANCE_TOPICS), prevent: longText, allegation: longText }),
    act: async ({ work }, { topic, ...words }) => {
      if (words[topic] === '') return wrong({ [topic]: 'Write the guidance' });
      await saveGuidance(work, topic, words[topic]);
      return go('/desk/safeguarding/guidance', { done: 'saved' });
    },
    again: guidancePage,
  });
  routes.staffPage('/desk/safeguarding/:concern', {
    may: 'safeguarding.work',
    params,
    show: (context) => recordPage(context),
  });
  recordActs(routes);
  routes.staffAct('/desk/safeguarding/:concern/done/:action', {
    may: 'safeguarding.work',
    params: params.extend({ action: idSchema<'safeguarding-action'>() }),
    form: z.object({}),
    act: async (context) => {
      const { work, staff, services } = context;
      const { concern, action } = context.params;
      await finish({ work, staff, id: concern, version: undefined, origin: services.origin }, action);
      return go(`/desk/safeguarding/${concern}`, { done: 'saved' });
    },
    again: recordPage,
  });
}
