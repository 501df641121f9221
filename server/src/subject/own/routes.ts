import { z } from 'zod';
import { download } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { fileName } from '../../letters/issue.ts';
import { readFile } from '../../platform/files/store.ts';
import { idSchema } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { answerFormPdf } from '../answer-form-pdf.ts';
import { pageOf } from '../page-store.ts';
import { enterRoutes } from './enter-routes.tsx';
import { ownFormRoutes } from './form-routes.tsx';
import { ownMeetingRoutes } from './meeting-routes.ts';
import { minePage } from './mine.ts';
import { minePageOf } from './page.tsx';
import { sentPage } from './sent-page.tsx';

/** The own page of the parent a case is about. */
export function ownRoutes(routes: Routes): void {
  enterRoutes(routes);
  minePage(routes, '/page', noParams, minePageOf);
  ownFormRoutes(routes);
  ownMeetingRoutes(routes);
  minePage(routes, '/sent/:id', z.object({ id: idSchema<'subject-word'>() }), async (mine) => {
    const page = await sentPage(mine);
    if (!page) throw notFound();
    return page;
  });
  minePage(
    routes,
    '/letters/:id',
    z.object({ id: idSchema<'letter'>() }),
    async ({ context, view, caseId }) => {
      const letter = view.letters.find(({ id }) => id === context.params.id);
      if (!letter?.files) throw notFound();
      context.work.audit({
        act: 'own-page.letter-read',
        object: `case:${caseId}`,
        detail: { letter: letter.id },
      });
      const { bytes, type } = await readFile(context.work, letter.files.pdf);
      return download(bytes, type, fileName(letter, 'pdf'), { inline: true });
    },
  );
  minePage(routes, '/answer-form.pdf', noParams, async ({ context, caseId }) => {
    const page = await pageOf(context.work, caseId);
    if (!page) throw notFound();
    const pdf = await answerFormPdf(page, context.school);
    return download(pdf, 'application/pdf', 'answer-form.pdf', { inline: true });
  });
}
