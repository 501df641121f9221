import { z } from 'zod';
import type { Answer } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import type { Act } from '../people/permissions.ts';
import { emptyForm, type FormState } from '../ui/index.ts';
import { act } from './act.ts';
import { casePage } from './case-page.tsx';
import { issueOutcome, withdrawDecision } from './decide.ts';
import { versionField } from './fields.ts';
import { type CaseContext, caseHref, caseParams, tried } from './guarded.ts';
import { waysOf } from './handover.ts';

const buttonForm = z.object({ version: versionField });

/** A button of the case's own page: it does one thing, once, for the version that was shown. */
interface CaseButton {
  readonly path: string;
  readonly may: Act;
  readonly done: string;
  readonly run: (context: CaseContext, version: number) => Promise<unknown>;
}

const BUTTONS: readonly CaseButton[] = [
  {
    path: 'contact/start',
    may: 'case.work',
    done: 'Speak with the parent now, and record every try.',
    run: ({ work, staff, params }, version) =>
      act(work, staff, params.id, { act: 'start-contact' }, { version }),
  },
  {
    path: 'assessment/start',
    may: 'case.work',
    done: 'Answer the questions one by one. Each answer is kept as you go.',
    run: ({ work, staff, params }, version) =>
      act(work, staff, params.id, { act: 'start-assessment' }, { version }),
  },
  {
    path: 'hand-over',
    may: 'case.work',
    done: 'The case waits for a decision.',
    run: ({ work, staff, params }, version) => act(work, staff, params.id, { act: 'hand-over' }, { version }),
  },
  {
    path: 'send-back',
    may: 'case.decide',
    done: 'The case is with those who look into it again.',
    run: ({ work, staff, params }, version) => act(work, staff, params.id, { act: 'send-back' }, { version }),
  },
  {
    path: 'withdraw',
    may: 'case.decide',
    done: 'The decision is withdrawn. It stays on record.',
    run: ({ work, staff, params }, version) => withdrawDecision(work, staff, params.id, version),
  },
  {
    path: 'issue',
    may: 'case.decide',
    done: 'The outcome is issued.',
    run: ({ work, staff, params, services }, version) =>
      issueOutcome(work, staff, params.id, {
        version,
        letterVersion: undefined,
        origin: services.origin,
      }),
  },
];

/** A case's page, and the buttons on it. */
export function caseRoutes(routes: Routes): void {
  // Asked when a page is shown: other rooms may declare their routes after this one.
  const show = (context: CaseContext, form: FormState) => casePage(context, form, waysOf(routes));
  routes.staffPage('/desk/cases/:id', {
    may: 'case.read',
    params: caseParams,
    show: (context) => show(context, emptyForm),
  });
  for (const { path, may, done, run } of BUTTONS) {
    routes.staffAct(`/desk/cases/:id/${path}`, {
      may,
      params: caseParams,
      form: buttonForm,
      act: (context, { version }): Promise<Answer> =>
        tried(async () => {
          await run(context, version);
          return caseHref(context.params.id);
        }, done),
      again: show,
    });
  }
}
