import { z } from 'zod';
import { go } from '../edge/contexts.ts';
import { noParams, type Routes } from '../edge/routes.ts';
import { idSchema } from '../platform/ids.ts';
import { mailFolder } from '../platform/mail/sender.ts';
import { setAside, tryAgain, tryConfidentialAgain } from '../platform/mail/tray.ts';
import { mailPage, openPage } from './mail-page.tsx';
import { orQuicker } from './quicker.ts';
import { TRAY, trayPage } from './tray-page.tsx';

const params = z.object({ mail: idSchema<'mail'>() });
const form = z.object({ go: z.enum(['again', 'after-all', 'aside'], 'Press one of the buttons') });

/** The mail tray, for administrators. */
export function mailRoutes(routes: Routes): void {
  routes.staffPage(TRAY, { may: 'mail.see', params: noParams, show: trayPage });
  routes.staffAct(`${TRAY}/confidential`, {
    may: 'mail.see',
    params: noParams,
    form: z.object({}),
    act: async ({ work }) => {
      await tryConfidentialAgain(work);
      return go(TRAY, { done: 'again' });
    },
    again: trayPage,
  });
  routes.staffPage(`${TRAY}/:mail`, { may: 'mail.see', params, show: (context) => mailPage(context) });
  routes.staffPage(`${TRAY}/:mail/open`, { may: 'mail.see', params, show: openPage });
  routes.staffAct(`${TRAY}/:mail`, {
    may: 'mail.see',
    params,
    form,
    act: async (context, values) => {
      const { work, services, params } = context;
      const act =
        values.go === 'aside'
          ? setAside(work, params.mail, mailFolder(services.settings))
          : tryAgain(work, params.mail, { wasAside: values.go === 'after-all' });
      await orQuicker(work, act);
      return go(TRAY, { done: values.go });
    },
    again: (context, { errors }) => mailPage(context, errors),
  });
}
