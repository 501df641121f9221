import { z } from 'zod';
import { wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { forbiddenIn } from '../../letters/check.ts';
import { schoolDay } from '../../platform/clock.ts';
import { emptyForm } from '../../ui/index.ts';
import { REFERRAL_AGENCIES, REFERRAL_GROUNDS, REFERRAL_TRIED } from '../codes.ts';
import { anyField, line, optionalText, readDay, text, ticked } from '../fields.ts';
import { caseHref, caseParams, tried } from '../guarded.ts';
import { referralPage } from './pages.tsx';
import { approveReferral, askReferral, declineReferral, makeReferral, setPoliceHold } from './store.ts';

const prepareForm = z
  .object({
    agency: z.enum(REFERRAL_AGENCIES, 'Choose to whom'),
    danger: z.literal('yes').optional(),
    grounds: ticked.pipe(z.array(z.enum(REFERRAL_GROUNDS))),
    facts: optionalText,
    tried: ticked.pipe(z.array(z.enum(REFERRAL_TRIED))),
    triedWords: optionalText,
  })
  .catchall(anyField);
const makeForm = z.object({
  to: line('Say to whom'),
  shared: text('Say what you shared'),
  basis: text('Say on what basis'),
  expected: optionalText,
  told: z.enum(['yes', 'no'], 'Say whether the parent was told'),
  toldWhy: text('Say why, or why not'),
  hold: z.literal('yes').optional(),
});

/** Referrals to outside bodies and the police hold. */
export function referralRoutes(routes: Routes): void {
  const page = '/desk/cases/:id/referral';
  const again = referralPage;
  routes.staffPage(page, {
    may: 'case.read',
    params: caseParams,
    show: (context) => referralPage(context, emptyForm),
  });
  routes.staffAct(`${page}/prepare`, {
    may: 'case.read',
    params: caseParams,
    form: prepareForm,
    act: (
      { work, staff, params },
      { danger, grounds, tried: others, facts, agency, triedWords, ...rest },
    ) => {
      // What is told outside is facts; in danger no wording holds anybody up.
      const opinion = danger === 'yes' ? undefined : forbiddenIn('referral-record', 'facts', facts);
      if (opinion !== undefined) return wrong({ facts: opinion });
      const on = readDay(rest, 'on', 'past', schoolDay(work.now));
      if ('errors' in on && danger !== 'yes') return wrong(on.errors);
      const day = 'day' in on ? on.day.toString() : '';
      const dated = grounds.map((ground) => ({ ground, on: day }));
      const asked = {
        ...{ agency, facts, triedWords },
        tried: others,
        grounds: dated,
        danger: danger === 'yes',
      };
      return tried(
        async () => {
          await askReferral(work, staff, params.id, asked);
          return `${caseHref(params.id)}/referral`;
        },
        undefined,
        ['facts', 'triedWords'],
      );
    },
    again,
  });
  routes.staffAct(`${page}/approve`, {
    may: 'case.read',
    params: caseParams,
    form: z.object({}),
    act: ({ work, staff, params }) =>
      tried(async () => {
        await approveReferral(work, staff, params.id);
        return caseHref(params.id);
      }, 'You have agreed to the referral.'),
    again,
  });
  routes.staffAct(`${page}/decline`, {
    may: 'case.read',
    params: caseParams,
    form: z.object({ reason: text('Say why it should not be made') }),
    act: ({ work, staff, params }, { reason }) =>
      tried(async () => {
        await declineReferral(work, staff, params.id, reason);
        return caseHref(params.id);
      }, 'The referral is given up.'),
    again,
  });
  routes.staffAct(`${page}/make`, {
    may: 'case.read',
    params: caseParams,
    form: makeForm,
    act: ({ work, staff, params }, { told, hold, ...made }) =>
      tried(async () => {
        const record = { ...made, toldParent: told === 'yes', policeHold: hold === 'yes' };
        await makeReferral(work, staff, params.id, record);
        return caseHref(params.id);
      }, 'The referral is on record.'),
    again,
  });
  routes.staffAct('/desk/cases/:id/police-hold', {
    may: 'case.read',
    params: caseParams,
    form: z.object({ hold: z.enum(['on', 'off']), holdReason: text('Say who and when') }),
    act: ({ work, staff, params }, { hold, holdReason }) =>
      tried(
        async () => {
          await setPoliceHold(work, staff, params.id, hold === 'on', holdReason);
          return caseHref(params.id);
        },
        hold === 'on' ? 'The police hold is on.' : 'The police hold has ended.',
      ),
    again,
  });
}
