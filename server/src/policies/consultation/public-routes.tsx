import { allClauses } from '@handbell/policy';
import { z } from 'zod';
import { go, type PublicContext, type Shown } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { emptyForm, type FormState } from '../../ui/index.ts';
import { addComment, commentAt, listComments } from './comments.ts';
import {
  commentPage,
  consultationHref,
  consultationPage,
  MOST_CHARACTERS,
  noConsultationPage,
  ownCommentPage,
} from './public-pages.tsx';
import { takesComments, WRITERS } from './rules.ts';
import { latestConsultation, openConsultationToday } from './store.ts';

const commentForm = z.object({
  words: z
    .string('Write what you think')
    .trim()
    .min(1, 'Write what you think')
    .max(MOST_CHARACTERS, `Use ${MOST_CHARACTERS} characters or fewer`),
  clause: z.string().max(40).default(''),
  as: z.enum(WRITERS, 'Choose what you are'),
  name: z.string().trim().max(200, 'Use 200 characters or fewer').default(''),
  email: z.union([z.literal(''), z.email('Enter a mail address, such as sam@example.org')]).default(''),
});

async function showComment(context: PublicContext<object>, form: FormState): Promise<Shown> {
  const { school, once, page } = context;
  const latest = await openConsultationToday(context.work);
  return latest ? page(commentPage(school, latest.document, once, form)) : go(consultationHref(school));
}

/** Consultation in public: the draft, comments, what was heard. */
export function publicConsultationRoutes(routes: Routes): void {
  routes.publicPage('/consultation', {
    params: noParams,
    show: async ({ work, school, page }) => {
      const latest = await latestConsultation(work);
      if (!latest) return page(noConsultationPage(school));
      const open = takesComments(latest.consultation, schoolDay(work.now));
      const all = await listComments(work, latest.consultation);
      return page(consultationPage({ school, ...latest, open, comments: all.filter(({ shown }) => shown) }));
    },
  });
  routes.publicPage('/consultation/comment', {
    params: noParams,
    show: (context) => showComment(context, emptyForm),
  });
  routes.publicAct('/consultation/comment', {
    params: noParams,
    form: commentForm,
    act: async (context, { words, clause, as, name, email }) => {
      const { work, school } = context;
      const latest = await openConsultationToday(context.work);
      if (!latest) return go(consultationHref(school));
      const known = allClauses(latest.document).find(({ ref }) => ref === clause);
      const secret = await addComment(work, latest.consultation, {
        writtenAs: as,
        words,
        ...(known && { clause: known.ref }),
        ...(name !== '' && { name }),
        ...(email !== '' && { email }),
      });
      return go(`${consultationHref(school)}/mine/${secret}`, { fresh: 'yes' });
    },
    again: showComment,
  });
  routes.publicPage('/consultation/mine/:secret', {
    params: z.object({ secret: z.string().regex(/^[A-Za-z0-9_-]{24}$/u) }),
    show: async ({ work, school, params, flash, page }) => {
      return page(ownCommentPage(school, await commentAt(work, params.secret), flash.fresh === 'yes'));
    },
  });
}
