import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { text } from '../../cases/fields.ts';
import type { Routes } from '../../edge/routes.ts';
import { meetingFile } from '../../meetings/calendar-file.ts';
import { parentChooses, parentComments } from '../../meetings/parent-acts.ts';
import { idSchema } from '../../platform/ids.ts';
import { emptyForm } from '../../ui/index.ts';
import { sendAsk } from '../acts.ts';
import { sent } from './form-routes.tsx';
import { ownMeeting, ownMeetingPage } from './meeting-page.tsx';
import { mineAct, minePage } from './mine.ts';

const params = z.object({ id: idSchema<'meeting'>() });

/** Meetings on the parent's own page: a time chosen, a file for the calendar, corrections of the notes. */
export function ownMeetingRoutes(routes: Routes): void {
  const act = { params, again: ownMeetingPage } as const;
  minePage(routes, '/meetings/:id', params, (mine) => ownMeetingPage(mine, emptyForm));
  minePage(routes, '/meetings/:id/meeting.ics', params, (mine) =>
    meetingFile(mine.context.work, mine.context.school, ownMeeting(mine)),
  );
  mineAct(routes, '/meetings/:id/choose', {
    ...act,
    form: z.object({
      slot: z.iso.datetime('Choose a time').transform((at) => Temporal.Instant.from(at)),
    }),
    act: (mine, { slot }) =>
      sent(mine, () => parentChooses(mine.context.work, mine.caseId, ownMeeting(mine).id, slot)),
  });
  mineAct(routes, '/meetings/:id/times', {
    ...act,
    form: z.object({ times: text('Say what would suit you') }),
    act: (mine, { times }) => sent(mine, () => sendAsk(mine.context.work, mine.caseId, 'times', times)),
  });
  mineAct(routes, '/meetings/:id/comment', {
    ...act,
    form: z.object({ words: text('Write what is missing or not right') }),
    act: (mine, { words }) =>
      sent(mine, () => parentComments(mine.context.work, mine.caseId, ownMeeting(mine).id, words)),
  });
}
