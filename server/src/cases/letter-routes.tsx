import { z } from 'zod';
import { download, wrong } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { saveSections } from '../letters/change.ts';
import { contentToday, fileName, issueLetter, PDF_TYPE } from '../letters/issue.ts';
import { letterPdf } from '../letters/pdf.ts';
import { LETTER_TEXT, SIDE_LETTERS } from '../letters/rules.ts';
import type { Letter } from '../letters/store.ts';
import { schoolDay } from '../platform/clock.ts';
import { notAllowed } from '../platform/web/refusal.ts';
import { emptyForm } from '../ui/index.ts';
import { askContactHold } from './ask-hold.ts';
import { draftCaseLetter, letterProblems } from './case-letters.ts';
import { issueFirstLetter, issueOutcome, LetterUnfit } from './decide.ts';
import { anyField, line, optionalLine, readDay, versionField } from './fields.ts';
import { caseHref, caseParams, tried } from './guarded.ts';
import {
  editPage,
  firstPage,
  letterHref,
  letterPage,
  letterParams,
  mayIssue,
  mayWrite,
  theDraft,
} from './letter-pages.tsx';
import { caseFor } from './read.ts';
import { issueReviewLetter } from './review/acts.ts';
import { mayWork } from './visibility.ts';

const firstForm = z
  .object({ time1: line('Offer a time'), time2: line('Offer a second time'), time3: optionalLine })
  .catchall(anyField);

/** The parts that somebody wrote, from the fields of the form. */
function partsOf(
  letter: Letter,
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    letter.sections.flatMap(({ id, locked }) => {
      const value = values[`part-${id}`];
      return locked || typeof value !== 'string' ? [] : [[id, value]];
    }),
  );
}

/** A case's letters: begun, looked at, changed, issued; and the record of its decision. */
export function caseLetterRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases/:id/first-letter', {
    may: 'case.work',
    params: caseParams,
    show: (context) => firstPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/first-letter', {
    may: 'case.work',
    params: caseParams,
    form: firstForm,
    act: async (context, { time1, time2, time3, ...rest }) => {
      const { work, staff, params: own, services } = context;
      const reply = readDay(rest, 'reply', 'future', schoolDay(work.now));
      if ('errors' in reply) return wrong(reply.errors);
      const file = await caseFor(work, staff, own.id, true);
      if (!mayWork(staff, file.facts) || file.state !== 'parent-contact') throw notAllowed();
      const times = [time1, time2, time3].filter((time) => time !== '');
      const more = { times, replyBy: reply.day };
      const id = await draftCaseLetter(work, staff, file, 'first-contact', services.origin, more);
      return { kind: 'go', to: letterHref(file, id), flash: undefined };
    },
    again: firstPage,
  });
  routes.staffPage('/desk/cases/:id/letters/:letter', {
    may: 'case.read',
    params: letterParams,
    show: (context) => letterPage(context, emptyForm),
  });
  routes.staffPage('/desk/cases/:id/letters/:letter/preview.pdf', {
    may: 'case.read',
    params: letterParams,
    show: async (context) => {
      const { letter } = await theDraft(context);
      const pdf = await letterPdf(await contentToday(context.work, letter), context.work.now);
      return download(pdf, PDF_TYPE, fileName(letter, 'pdf'), { inline: true });
    },
  });
  routes.staffPage('/desk/cases/:id/letters/:letter/edit', {
    may: 'case.read',
    params: letterParams,
    show: (context) => editPage(context, emptyForm),
  });
  routes.staffAct('/desk/cases/:id/letters/:letter/edit', {
    may: 'case.read',
    params: letterParams,
    form: z.object({ version: versionField, large: z.literal('yes').optional() }).catchall(anyField),
    act: async (context, { version, large, ...rest }) => {
      const { file, letter } = await theDraft(context);
      if (!mayWrite(context.staff, file, letter)) throw notAllowed();
      const parts = partsOf(letter, rest);
      const sections = letter.sections.map((section) => ({
        ...section,
        text: parts[section.id] ?? section.text,
      }));
      const problems = await letterProblems(context.work, file, { ...letter, sections });
      const errors = Object.entries(problems).map(([id, problem]) => [`part-${id}`, problem] as const);
      if (errors.length > 0) return wrong(Object.fromEntries(errors));
      await saveSections(context.work, letter.id, version, parts, large === 'yes');
      return { kind: 'go', to: letterHref(file, letter.id), flash: { done: 'The words are saved.' } };
    },
    again: editPage,
  });
  routes.staffAct('/desk/cases/:id/letters/:letter/issue', {
    may: 'case.read',
    params: letterParams,
    form: z.object({
      version: versionField,
      letterVersion: versionField,
      read: z.literal('yes', 'Read the letter, and tick the box to say so'),
      sign: z.literal('yes').optional(),
    }),
    act: async (context, { version, letterVersion, sign }) => {
      const { work, staff, services } = context;
      const { file, letter, problems } = await theDraft(context);
      if (!mayIssue(staff, file, letter)) throw notAllowed();
      const signed = sign === 'yes' ? 'typed' : 'ink';
      return tried(async () => {
        if (letter.kind === 'first-contact') {
          await issueFirstLetter(work, staff, file.id, letter.id, letterVersion, signed);
        } else if (letter.kind === 'review') {
          await issueReviewLetter(work, staff, file.id, letter, letterVersion, signed);
        } else if (SIDE_LETTERS.has(letter.kind)) {
          if (Object.keys(problems).length > 0) throw new LetterUnfit();
          // The note of support to whoever the words were about goes to nobody whom a hold shields.
          if (LETTER_TEXT[letter.kind].to === 'parent')
            askContactHold(await caseFor(work, staff, file.id, true));
          await issueLetter(work, letter, letterVersion, staff.member, signed);
        } else {
          const shown = { version, letterVersion, origin: services.origin, signed } as const;
          await issueOutcome(work, staff, file.id, shown);
        }
        return caseHref(file.id);
      }, 'The letter is issued. The office can print it now.');
    },
    again: letterPage,
  });
}
