import { z } from 'zod';
import { go, type StaffContext, wrong } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { listGroups } from '../../groups/store.ts';
import { schoolDay } from '../../platform/clock.ts';
import { emptyForm } from '../../ui/index.ts';
import { AWARENESS, CONCERN_MODES, YES_NO_UNSURE } from '../kinds.ts';
import { peopledRoute } from '../readers.ts';
import { receiveConcern } from '../receive.ts';
import { routeFor } from '../rules.ts';
import { whereOf } from '../tell/entry.ts';
import {
  concernAboutSchema,
  longText,
  optionalEmail,
  optionalPhone,
  placeField,
  readDay,
  shortText,
  whenFields,
} from '../tell/fields.ts';

import { loggedPage, logPage, STAFF_CHANNELS } from './log-page.tsx';

const logForm = z.object({
  channel: z.enum(STAFF_CHANNELS, 'Choose how it reached the school'),
  awareness: z.enum(AWARENESS, 'Choose how the school came to know'),
  danger: z.enum(['yes', 'no'], 'Say whether a child is in danger now'),
  words: longText.pipe(z.string().min(1, 'Write down what was said, word for word')),
  about: concernAboutSchema,
  place: placeField,
  placeName: shortText,
  ...whenFields,
  subject: shortText,
  childWriter: z.enum(YES_NO_UNSURE, 'Choose one answer'),
  mode: z.enum(CONCERN_MODES, 'Choose how they want to tell us'),
  name: shortText,
  email: optionalEmail,
  phone: optionalPhone,
});

async function log(context: StaffContext<object>, told: z.output<typeof logForm>) {
  const { work, services } = context;
  const read = readDay(told, schoolDay(work.now));
  if ('fault' in read) return wrong({ when: read.fault });
  const where = whereOf(told.place);
  if (where.group !== undefined && !(await listGroups(work)).some(({ id }) => id === where.group)) {
    return wrong({ place: 'That group is no longer listed. Choose another answer.' });
  }
  if (told.place === 'other-group' && told.placeName === '')
    return wrong({ placeName: 'Say which group it was' });
  if (told.mode !== 'anonymous' && told.name === '') {
    return wrong({ name: 'Enter the person’s name, or choose “Without their name”' });
  }
  const route = routeFor(told.about);
  if (route !== 'ordinary' && (await peopledRoute(work, route)) === undefined) {
    return wrong({
      about:
        'Nobody here could read it without it passing the person it is about. Ask the person to write to the governing body or the local council, and do not write it down here.',
    });
  }
  const { name, email, phone, words, subject, whenWords } = told;
  const receipt = await receiveConcern(
    work,
    {
      mode: told.mode,
      channel: told.channel,
      awareness: told.awareness,
      urgent: told.danger === 'yes',
      about: told.about,
      childWriter: told.childWriter,
      ...where,
      messageDay: read.day,
      account: {
        words,
        subject,
        whenWords,
        placeName: told.placeName,
        affected: [],
        affectedWords: '',
        hope: '',
      },
      excerpt: undefined,
      reporter: told.mode === 'anonymous' ? undefined : { name, email, phone },
    },
    services.origin,
  );
  return go('/desk/concerns/logged', { code: receipt.code, by: receipt.acknowledgeBy.toString() });
}

/** Writing down a concern that came by phone, letter, mail or in a talk (S46). */
export function logRoutes(routes: Routes): void {
  routes.staffPage('/desk/concerns/log', {
    may: 'concern.log',
    params: noParams,
    show: (context) => logPage(context, emptyForm),
  });
  routes.staffAct('/desk/concerns/log', {
    may: 'concern.log',
    params: noParams,
    form: logForm,
    act: log,
    again: logPage,
  });
  routes.staffPage('/desk/concerns/logged', { may: 'concern.log', params: noParams, show: loggedPage });
}
