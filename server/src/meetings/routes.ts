import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { anyField, readDay, text, versionField } from '../cases/fields.ts';
import { caseHref, caseParams } from '../cases/guarded.ts';
import { namesOf } from '../cases/names.ts';
import { caseColleagues } from '../cases/people-acts.ts';
import { go, wrong } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { schoolDay } from '../platform/clock.ts';
import { idSchema } from '../platform/ids.ts';
import { emptyForm } from '../ui/index.ts';
import {
  cancelMeeting,
  chooseTime,
  missMeeting,
  moveMeeting,
  offerMeeting,
  shareNotes,
  writeNotes,
} from './acts.ts';
import { meetingFile } from './calendar-file.ts';
import { arrangePage } from './desk/arrange-page.tsx';
import { arrangeForm, notesForm, readSlots } from './desk/fields.tsx';
import { meetingsHref } from './desk/href.ts';
import { meetingsPage } from './desk/list-page.tsx';
import { type MeetingContext, meetingPage, theMeeting } from './desk/meeting-page.tsx';
import { notesPage, readActions } from './desk/notes-page.tsx';
import { draftInvitation, draftNotes } from './letters.ts';
import { pointsOf } from './plan.ts';

const BASE = '/desk/cases/:id/meetings';
const params = z.object({ id: idSchema<'case'>(), meeting: idSchema<'meeting'>() });

const which = ({ params: { id, meeting } }: MeetingContext, version: number) => ({
  caseId: id,
  id: meeting,
  version,
});

const letterHref = (id: Parameters<typeof caseHref>[0], letter: string) =>
  `${caseHref(id)}/letters/${letter}`;

function arrangeRoutes(routes: Routes): void {
  routes.staffPage(BASE, { may: 'case.work', params: caseParams, show: meetingsPage });
  routes.staffPage(`${BASE}/new`, {
    may: 'case.work',
    params: caseParams,
    show: (context) => arrangePage(context, emptyForm),
  });
  routes.staffAct(`${BASE}/new`, {
    may: 'case.work',
    params: caseParams,
    form: arrangeForm,
    act: async (context, values) => {
      const { work, staff, params: own, services } = context;
      const offered = readSlots(values, work.now);
      if ('errors' in offered) return wrong(offered.errors);
      const reply = readDay(values, 'reply', 'future', schoolDay(work.now));
      if ('errors' in reply) return wrong(reply.errors);
      const { purpose, agenda, attendees, how, place, minutes, papers } = values;
      const plan = {
        ...{ purpose, how, place },
        agenda: pointsOf(agenda),
        attendees: pointsOf(attendees),
        papers: pointsOf(papers),
      };
      const wanted = { plan, minutes, slots: offered.slots, replyBy: reply.day };
      const { meeting, file } = await offerMeeting(work, staff, own.id, wanted, services.origin);
      return go(letterHref(own.id, await draftInvitation(work, staff, file, meeting, services.origin)), {
        done: 'The times are offered. Look at the invitation, and issue it so that it can be given.',
      });
    },
    again: arrangePage,
  });
}

function changeRoutes(routes: Routes): void {
  const act = { may: 'case.work', params, again: meetingPage } as const;
  routes.staffAct(`${BASE}/:meeting/choose`, {
    ...act,
    form: z.object({
      version: versionField,
      slot: z.iso.datetime('Choose a time').transform((at) => Temporal.Instant.from(at)),
    }),
    act: async (context, { version, slot }) => {
      await chooseTime(context.work, context.staff, which(context, version), slot);
      return go(meetingsHref(context.params.id, context.params.meeting), { done: 'The time is agreed.' });
    },
  });
  routes.staffAct(`${BASE}/:meeting/move`, {
    ...act,
    form: z.object({ version: versionField, why: text('Say why') }).catchall(anyField),
    act: async (context, { version, why, ...rest }) => {
      const { work, staff, services } = context;
      const offered = readSlots(rest, work.now);
      if ('errors' in offered) return wrong(offered.errors);
      const reply = readDay(rest, 'reply', 'future', schoolDay(work.now));
      if ('errors' in reply) return wrong(reply.errors);
      const change = { slots: offered.slots, replyBy: reply.day, why };
      await moveMeeting(work, staff, which(context, version), change, services.origin);
      return go(meetingsHref(context.params.id, context.params.meeting), {
        done: 'The new times are offered.',
      });
    },
  });
  routes.staffAct(`${BASE}/:meeting/cancel`, {
    ...act,
    form: z.object({ version: versionField, cancel: text('Say why it is cancelled') }),
    act: async (context, { version, cancel }) => {
      const { work, staff, services } = context;
      await cancelMeeting(work, staff, which(context, version), cancel, services.origin);
      return go(meetingsHref(context.params.id, context.params.meeting), {
        done: 'The meeting is cancelled.',
      });
    },
  });
  routes.staffAct(`${BASE}/:meeting/missed`, {
    ...act,
    form: z.object({ version: versionField, missed: text('Say what you did') }),
    act: async (context, { version, missed }) => {
      await missMeeting(context.work, context.staff, which(context, version), missed);
      return go(meetingsHref(context.params.id, context.params.meeting), {
        done: 'It is on record as a try to reach them. Offer new times.',
      });
    },
  });
}

function notesRoutes(routes: Routes): void {
  routes.staffPage(`${BASE}/:meeting/notes`, {
    may: 'case.work',
    params,
    show: (context) => notesPage(context, emptyForm),
  });
  routes.staffAct(`${BASE}/:meeting/notes`, {
    may: 'case.work',
    params,
    form: notesForm.extend({ version: versionField }),
    act: async (context, values) => {
      const { work, staff } = context;
      const { file } = await theMeeting(context);
      const people = (await caseColleagues(work, file.facts)).map(({ member }) => member);
      const read = readActions(values, people, schoolDay(work.now));
      if ('errors' in read) return wrong(read.errors);
      const { version, ownWords, attended, began, ended, school, parent, account, agreed, disagreed } =
        values;
      const notes = {
        ...{ began, ended, account, actions: read.actions },
        attended: pointsOf(attended),
        school: pointsOf(school),
        parent: pointsOf(parent),
        agreed: pointsOf(agreed),
        disagreed: pointsOf(disagreed),
      };
      await writeNotes(work, staff, which(context, version), notes, ownWords === 'yes');
      return go(meetingsHref(context.params.id, context.params.meeting), { done: 'The notes are kept.' });
    },
    again: notesPage,
  });
  routes.staffAct(`${BASE}/:meeting/share`, {
    may: 'case.work',
    params,
    form: z.object({ version: versionField }),
    act: async (context, { version }) => {
      const { work, staff, services, params: own } = context;
      const { meeting, file } = await shareNotes(work, staff, which(context, version), services.origin);
      const name = await namesOf(work);
      const letter = await draftNotes(work, staff, file, meeting, name, services.origin);
      return go(letter ? letterHref(own.id, letter) : meetingsHref(own.id, meeting.id), {
        done: 'The notes are shared. Look at the copy, and issue it so that it can be given.',
      });
    },
    again: meetingPage,
  });
}

/** The meetings of a case: arranged, agreed, held, and their notes shared. */
export function meetingsRoutes(routes: Routes): void {
  arrangeRoutes(routes);
  routes.staffPage(`${BASE}/:meeting`, {
    may: 'case.work',
    params,
    show: (context) => meetingPage(context, emptyForm),
  });
  routes.staffPage(`${BASE}/:meeting/meeting.ics`, {
    may: 'case.work',
    params,
    show: async (context) => meetingFile(context.work, context.school, (await theMeeting(context)).meeting),
  });
  changeRoutes(routes);
  notesRoutes(routes);
}
