import { z } from 'zod';
import { type Answer, go, wrong } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import type { Act } from '../../people/permissions.ts';
import { idSchema } from '../../platform/ids.ts';
import { setCare } from '../care/set.ts';
import { findFor } from '../standing.ts';
import { longText, shortText } from '../tell/fields.ts';
import {
  acknowledge,
  answerAboutUs,
  appoint,
  ask,
  declareClear,
  endConcern,
  handOver,
  hold,
  markSeen,
  reroute,
  screen,
} from './acts.ts';
import type { Attempt } from './attempt.ts';
import { type ConcernContext, concernPage } from './concern-page.tsx';
import { emergencyPage } from './emergency-page.tsx';
import { exitPage, exitSchema } from './exit-page.tsx';
import { readIdentity } from './identity.ts';
import { identityPage } from './identity-page.tsx';
import { involve, involvedFault, involvedShape } from './involve.ts';
import { listPage } from './list-page.tsx';
import { logRoutes } from './log.ts';
import { messageFault } from './message-check.ts';
import { ownCopyPage } from './own-copy-page.tsx';
import { packPage } from './pack-page.tsx';
import { concernPaperRoutes } from './papers.tsx';
import { concernRecord } from './record.ts';
import { emergency, SERVICES, tellOfficer } from './safety.ts';
import { EXIT_WORDS } from './wording.ts';

const concernParams = z.object({ concern: idSchema<'concern'>() });
const version = z.coerce.number().int().positive();

/** A text that must be there. */
const needed = (message: string) => longText.pipe(z.string().min(1, message));

function attempt(context: ConcernContext, seen: number): Attempt {
  const { work, staff, params, services } = context;
  return { work, staff, id: params.concern, version: seen, origin: services.origin };
}

const recordOf = ({ work, staff, params }: ConcernContext) => concernRecord(work, staff, params.concern);

const page = (context: ConcernContext, done: string): Answer =>
  go(`/desk/concerns/${context.params.concern}`, { done });

/** Back to the list: for acts after which the concern is hidden from the one who acted. */
const list = (): Answer => go('/desk/concerns', { done: 'gone' });

/** Back to the concern, or to the list when it went past the one who acted. */
async function pageOrList(context: ConcernContext): Promise<Answer> {
  const { work, staff, params } = context;
  const still = await findFor(work, staff, params.concern, false);
  return still?.sight === 'read' ? page(context, 'saved') : list();
}

interface OneAct<Shape extends z.ZodRawShape> {
  readonly may: Act;
  readonly shape: Shape;
  readonly act: (context: ConcernContext, values: z.output<z.ZodObject<Shape>>) => Promise<Answer>;
}

/** Declares one act on one concern: its form stands on the concern's own page. */
function concernAct<Shape extends z.ZodRawShape>(routes: Routes, name: string, spec: OneAct<Shape>): void {
  routes.staffAct(`/desk/concerns/:concern/${name}`, {
    may: spec.may,
    params: concernParams,
    form: z.object(spec.shape),
    act: spec.act,
    again: concernPage,
  });
}

const INTERESTS = ['clear', 'mine', 'own-child', 'head', 'governors', 'head-and-governors', 'lead'] as const;

function sortingActs(routes: Routes): void {
  concernAct(routes, 'screen', {
    may: 'concern.triage',
    shape: {
      version,
      answer: z.enum(['no', 'yes', 'unsure'], 'Choose one answer'),
      note: needed('Say why you think so, in a sentence'),
    },
    act: async (context, { version: seen, answer, note }) => {
      await screen(attempt(context, seen), answer, note);
      return page(context, answer === 'no' ? 'saved' : 'held');
    },
  });
  concernAct(routes, 'hold', {
    may: 'concern.triage',
    shape: { version, worry: needed('Say what worries you, in a sentence') },
    act: async (context, { version: seen, worry }) => {
      await hold(attempt(context, seen), worry);
      return page(context, 'held');
    },
  });
  concernAct(routes, 'officer', {
    may: 'concern.triage',
    shape: { version, officer: needed('Write whom you told, when, and what they said') },
    act: async (context, { version: seen, officer }) => {
      await tellOfficer(attempt(context, seen), officer);
      return page(context, 'saved');
    },
  });
  concernAct(routes, 'interest', {
    may: 'concern.triage',
    shape: { version, interest: z.enum(INTERESTS, 'Choose which is true') },
    act: async (context, { version: seen, interest }) => {
      const own = attempt(context, seen);
      if (interest === 'clear') {
        await declareClear(own);
        return page(context, 'saved');
      }
      if (interest === 'mine') await handOver(own);
      else if (interest === 'own-child') await handOver(own, 'own-child');
      else await reroute(own, interest);
      return list();
    },
  });
  concernAct(routes, 'involved', {
    may: 'concern.triage',
    shape: { version, ...involvedShape },
    act: async (context, { version: seen, ...told }) => {
      const fault = involvedFault(told);
      if (fault) return wrong(fault);
      await involve(attempt(context, seen), told);
      return pageOrList(context);
    },
  });
  concernAct(routes, 'about-us', {
    may: 'concern.triage',
    shape: {
      version,
      aboutUs: z.enum(['no', 'partly', 'yes'], 'Choose one answer'),
      why: needed('Say why you think so, in a sentence'),
    },
    act: async (context, { version: seen, aboutUs, why }) => {
      await answerAboutUs(attempt(context, seen), aboutUs, why);
      return page(context, 'saved');
    },
  });
  concernAct(routes, 'care', {
    may: 'concern.triage',
    shape: {
      version,
      owner: z.string('Choose who looks after it').pipe(idSchema<'member'>('Choose who looks after it')),
      deputy: z.union([z.literal(''), idSchema<'member'>()]).optional(),
    },
    act: async (context, { version: seen, owner, deputy }) => {
      const chosen = deputy === '' ? undefined : deputy;
      if (chosen === owner) return wrong({ deputy: 'Choose somebody else than the one who looks after it' });
      await setCare(attempt(context, seen), owner, chosen);
      return page(context, 'saved');
    },
  });
  concernAct(routes, 'appoint', {
    may: 'concern.triage',
    shape: { version, member: z.string('Choose who takes it').pipe(idSchema<'member'>()) },
    act: async (context, { version: seen, member }) => {
      await appoint(attempt(context, seen), member);
      return page(context, 'saved');
    },
  });
}

function reporterActs(routes: Routes): void {
  concernAct(routes, 'acknowledge', {
    may: 'concern.acknowledge',
    shape: { version, message: needed('Write to the reporter') },
    act: async (context, { version: seen, message }) => {
      const fault = messageFault('acknowledgement', { text: message }, await recordOf(context));
      if (fault !== undefined) return wrong({ message: fault });
      await acknowledge(attempt(context, seen), message);
      return page(context, 'acknowledged');
    },
  });
  concernAct(routes, 'ask', {
    may: 'concern.triage',
    shape: { version, question: needed('Write your question') },
    act: async (context, { version: seen, question }) => {
      await ask(attempt(context, seen), question);
      return page(context, 'asked');
    },
  });
  concernAct(routes, 'seen', {
    may: 'concern.triage',
    shape: { version },
    act: async (context, { version: seen }) => {
      await markSeen(attempt(context, seen));
      return page(context, 'saved');
    },
  });
}

function emergencyRoutes(routes: Routes): void {
  routes.staffPage('/desk/concerns/:concern/emergency', {
    may: 'concern.emergency',
    params: concernParams,
    show: (context) => emergencyPage(context),
  });
  routes.staffAct('/desk/concerns/:concern/emergency', {
    may: 'concern.emergency',
    params: concernParams,
    form: z.object({
      service: z.enum(SERVICES, 'Choose whom you called'),
      number: shortText.pipe(z.string().min(1, 'Enter the number, or the time of the call')),
      words: longText,
    }),
    act: async (context, call) => {
      // A call for help is written down whatever happened to the concern meanwhile.
      const { work, staff, params, services } = context;
      await emergency({ work, staff, id: params.concern, version: undefined, origin: services.origin }, call);
      return page(context, 'emergency');
    },
    again: emergencyPage,
  });
}

/** Concerns on the desk: the list, one concern as a story, and every act on it. */
export function deskRoutes(routes: Routes): void {
  routes.staffPage('/desk/concerns', { may: 'concern.list', params: noParams, show: listPage });
  logRoutes(routes);
  concernPaperRoutes(routes);
  routes.staffPage('/desk/concerns/:concern', {
    may: 'concern.list',
    params: concernParams,
    show: (context) => concernPage(context),
  });
  sortingActs(routes);
  reporterActs(routes);
  emergencyRoutes(routes);
  routes.staffPage('/desk/concerns/:concern/exit', {
    may: 'concern.triage',
    params: concernParams,
    show: (context) => exitPage(context),
  });
  routes.staffAct('/desk/concerns/:concern/exit', {
    may: 'concern.triage',
    params: concernParams,
    form: z.object({
      version,
      exit: exitSchema,
      reason: needed('Say why it ends like this'),
      message: needed('Write to the reporter'),
    }),
    act: async (context, { version: seen, exit, reason, message }) => {
      const text = { text: message, own: EXIT_WORDS[exit].message };
      const fault = messageFault('closure-note', text, await recordOf(context));
      if (fault !== undefined) return wrong({ message: fault });
      await endConcern(attempt(context, seen), exit, reason, message);
      return page(context, 'exited');
    },
    again: exitPage,
  });
  routes.staffPage('/desk/concerns/:concern/complaint', {
    may: 'concern.triage',
    params: concernParams,
    show: packPage,
  });
  routes.staffPage('/desk/concerns/:concern/identity', {
    may: 'concern.identity',
    params: concernParams,
    show: (context) => identityPage(context),
  });
  routes.staffAct('/desk/concerns/:concern/identity', {
    may: 'concern.identity',
    params: concernParams,
    form: z.object({ reason: needed('Say why you need to know'), quiet: z.string().optional() }),
    act: async (context, { reason, quiet }) => {
      const { work, staff, params, services } = context;
      await readIdentity(work, staff, params.concern, reason, quiet === undefined, services.origin);
      return go(`/desk/concerns/${params.concern}/identity`, { opened: 'yes' });
    },
    again: identityPage,
  });
  routes.staffPage('/desk/concerns/:concern/own-copy', {
    may: 'concern.identity',
    params: concernParams,
    show: ownCopyPage,
  });
}
