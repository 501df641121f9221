import { z } from 'zod';
import { askContactHold } from '../../cases/ask-hold.ts';
import { type CaseContext, caseParams } from '../../cases/guarded.ts';
import { type CaseFile, caseFor } from '../../cases/read.ts';
import { caseForSubject } from '../../cases/subject-view.ts';
import { mayWork } from '../../cases/visibility.ts';
import { download, go } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { sentWords } from '../../platform/mail/sent-words.ts';
import { changedMeanwhile, notAllowed, notFound } from '../../platform/web/refusal.ts';
import { emptyForm } from '../../ui/index.ts';
import { endAccess, giveAccess } from '../access.ts';
import { answerFormPdf } from '../answer-form-pdf.ts';
import { mailLink } from '../mail.ts';
import { pageOf, setMailAgreed } from '../page-store.ts';
import { sheetPage } from './sheet-page.tsx';
import { waysHref, waysPage } from './ways-page.tsx';

/**
 * The case, for somebody who may give its parent a way in.
 * @throws Refusal 403 for anybody else, 409 while the parent knows of nothing or the matter is on hold
 */
async function caseToOpen({ work, staff, params }: CaseContext): Promise<CaseFile> {
  const file = await caseFor(work, staff, params.id, true);
  if (!mayWork(staff, file.facts)) throw notAllowed();
  const view = await caseForSubject(work, file.id);
  if (view === undefined || view === 'held') {
    throw changedMeanwhile('The parent does not know of this matter yet, or it is on hold.');
  }
  return file;
}

/** The desk's side of the parent's own page. */
export function waysRoutes(routes: Routes): void {
  const path = '/desk/cases/:id/parent-page';
  routes.staffPage(path, {
    may: 'case.work',
    params: caseParams,
    show: (context) => waysPage(context, emptyForm),
  });
  routes.staffAct(`${path}/code`, {
    may: 'case.work',
    params: caseParams,
    form: z.object({}),
    act: async (context) => {
      const { id } = await caseToOpen(context);
      const code = await giveAccess(context.work, context.staff.member, id, 'code');
      return go(`${waysHref(id)}/sheet`, { code });
    },
    again: waysPage,
  });
  routes.staffPage(`${path}/sheet`, { may: 'case.work', params: caseParams, show: sheetPage });
  routes.staffAct(`${path}/link`, {
    may: 'case.work',
    params: caseParams,
    form: z.object({
      email: z.email('Enter an email address like name@example.org'),
      agreed: z.literal('yes', 'Send a link only when they agreed to it, and tick the box to say so'),
    }),
    act: async (context, { email }) => {
      const { id } = await caseToOpen(context);
      const secret = await giveAccess(context.work, context.staff.member, id, 'link');
      await setMailAgreed(context.work, id, true);
      await mailLink(context, email, secret);
      return go(waysHref(id), { done: sentWords(context.services, 'The link is on its way.') });
    },
    again: waysPage,
  });
  routes.staffAct(`${path}/end`, {
    may: 'case.work',
    params: caseParams,
    form: z.object({}),
    act: async ({ work, staff, params }) => {
      const file = await caseFor(work, staff, params.id, true);
      if (!mayWork(staff, file.facts)) throw notAllowed();
      await endAccess(work, file.id);
      return go(waysHref(file.id), { done: 'Every way in is ended. Whoever had the page open is out.' });
    },
    again: waysPage,
  });
  routes.staffPage(`${path}/answer-form.pdf`, {
    may: 'case.work',
    params: caseParams,
    show: async ({ work, staff, params, school }) => {
      const file = await caseFor(work, staff, params.id);
      askContactHold(file);
      const page = await pageOf(work, file.id);
      if (!page) throw notFound();
      return download(await answerFormPdf(page, school), 'application/pdf', 'answer-form.pdf', {
        inline: true,
      });
    },
  });
}
