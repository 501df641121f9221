import { z } from 'zod';
import { CaseRefused } from '../../cases/act.ts';
import { OWN_WORDS, PARENT_ASKS } from '../../cases/codes.ts';
import { optionalLine, optionalText, text, ticked } from '../../cases/fields.ts';
import { type Answer, go, type Page, type Shown, wrong } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { emptyForm, type FormState, formatDate } from '../../ui/index.ts';
import { sendAccount, sendAsk, sendRepresentation, sendReview, TooLate } from '../acts.ts';
import type { SentId } from '../ids.ts';
import { ownHref } from '../session.ts';
import { answerPage, notMePage, wordsPage } from './account-forms.tsx';
import { NEEDS, needsPage, TALK_WAYS, talkPage } from './help-forms.tsx';
import { type Mine, mineAct, minePage } from './mine.ts';
import { representationPage, reviewPage } from './objection-forms.tsx';
import { takesRepresentation } from './offers.ts';

const MOVED_ON =
  'The school has gone on with this since you opened the page, so it cannot take this any more. Your words are still below: copy them, go back to your page, and use “Tell us something else”.';

interface OwnForm<V> {
  readonly path: string;
  /** Whether it is open now; when it is not, they are led back to their page. */
  readonly open: (mine: Mine) => boolean;
  readonly show: (mine: Mine, form: FormState) => Page;
  readonly form: z.ZodType<V>;
  readonly send: (mine: Mine, values: V) => Promise<SentId>;
}

/** Sends what a parent wrote, and leads to their receipt; what is wrong comes back on the form. */
export async function sent(mine: Mine, send: () => Promise<SentId>): Promise<Answer> {
  try {
    return go(ownHref(mine.context, `/sent/${await send()}`));
  } catch (error) {
    if (error instanceof TooLate) return wrong({ form: MOVED_ON });
    if (error instanceof CaseRefused) {
      const [late] = error.refusals.flatMap((each) => (each.code === 'review-late' ? [each.latest] : []));
      return late
        ? wrong({
            late: `It could be asked for until ${formatDate(late)}. Say in a sentence why you ask only now`,
          })
        : wrong({ form: MOVED_ON });
    }
    throw error;
  }
}

function ownForm<V>(routes: Routes, { path, open, show, form, send }: OwnForm<V>): void {
  const page = (mine: Mine, state: FormState): Shown =>
    open(mine) || state !== emptyForm ? show(mine, state) : go(ownHref(mine.context, '/page'));
  minePage(routes, path, noParams, (mine) => page(mine, emptyForm));
  mineAct(routes, path, {
    params: noParams,
    form,
    act: (mine, values) => sent(mine, () => send(mine, values)),
    again: page,
  });
}

function needsWords(needs: readonly (keyof typeof NEEDS)[], more: string): string {
  return [...needs.map((each) => NEEDS[each]), more].filter((each) => each !== '').join('\n\n');
}

const mayWrite = ({ view }: Mine) => view.may.write;
const mayAsk = ({ view }: Mine) => view.may.ask;
const what = z.enum(PARENT_ASKS).enum;

/** The forms of the parent's own page. */
export function ownFormRoutes(routes: Routes): void {
  ownForm(routes, {
    path: '/answer',
    open: mayWrite,
    show: answerPage,
    form: z.object({
      ownWords: z.enum(OWN_WORDS).default('unsaid'),
      words: text('Write what you want to say'),
    }),
    send: ({ context, caseId }, values) => sendAccount(context.work, caseId, values),
  });
  ownForm(routes, {
    path: '/talk',
    open: mayAsk,
    show: talkPage,
    form: z.object({
      how: z.enum(['phone', 'school', 'online'], 'Say how you would like to talk'),
      when: text('Say when it suits you'),
      reach: optionalLine,
    }),
    send: ({ context, caseId }, { how, when, reach }) =>
      sendAsk(
        context.work,
        caseId,
        what.talk,
        [TALK_WAYS[how], when, reach].filter((each) => each !== '').join('\n\n'),
      ),
  });
  ownForm(routes, {
    path: '/needs',
    open: mayAsk,
    show: needsPage,
    form: z.object({
      needs: ticked.pipe(
        z.array(
          z.enum(['interpreter', 'large-print', 'companion', 'shorter', 'questions', 'time', 'reading']),
        ),
      ),
      more: optionalText,
    }),
    send: ({ context, caseId }, { needs, more }) => {
      const words = needsWords(needs, more);
      return words === ''
        ? sendAsk(context.work, caseId, what['no-needs'], 'Nothing special.')
        : sendAsk(context.work, caseId, what.needs, words);
    },
  });
  ownForm(routes, {
    path: '/not-me',
    open: mayWrite,
    show: notMePage,
    form: z.object({ words: optionalText }),
    send: ({ context, caseId }, { words }) =>
      sendAsk(context.work, caseId, what['not-me'], words === '' ? 'This is not me.' : words),
  });
  ownForm(routes, {
    path: '/words',
    open: mayAsk,
    show: wordsPage,
    form: z.object({ words: text('Write what you want to tell us') }),
    send: ({ context, caseId }, { words }) => sendAsk(context.work, caseId, what.words, words),
  });
  ownForm(routes, {
    path: '/ban',
    open: takesRepresentation,
    show: representationPage,
    form: z.object({ words: text('Write what you want to say') }),
    send: ({ context, caseId }, { words }) => sendRepresentation(context.work, caseId, words),
  });
  ownForm(routes, {
    path: '/review',
    open: ({ view }) => view.may.review,
    show: reviewPage,
    form: z.object({ grounds: text('Say what is wrong with the decision'), late: optionalText }),
    send: ({ context, caseId }, values) => sendReview(context.work, caseId, values),
  });
}
