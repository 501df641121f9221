import { go } from '../edge/contexts.ts';
import { type IndexEntry, indexPage } from '../edge/index-page.tsx';
import { noParams, type Routes } from '../edge/routes.ts';
import { complaintsRoutes } from './complaints/routes.tsx';
import { formFrom, profileFrom, wholeSchool } from './fields.ts';
import { registerRoutes } from './register-routes.tsx';
import { schoolPage } from './settings-page.tsx';
import { saveProfile } from './store.ts';
import { termsRoutes } from './terms-routes.tsx';

const PAGES: readonly IndexEntry[] = [
  {
    href: '/desk/settings/school',
    label: 'School details',
    about: 'Name, contacts, safeguarding lead',
    act: 'school.edit',
  },
  {
    href: '/desk/settings/terms',
    label: 'Terms and holidays',
    about: 'Deadlines count school days',
    act: 'school.edit',
  },
  {
    href: '/desk/settings/complaints',
    label: 'How to complain',
    about: 'The steps and contacts that parents read',
    act: 'school.edit',
  },
  { href: '/desk/settings/mail', label: 'Mail', about: 'What was sent, and what waits', act: 'mail.see' },
  {
    href: '/desk/settings/mailbox',
    label: 'Mailbox for concerns',
    about: 'Mail to it becomes a concern by itself',
    act: 'mailbox.edit',
  },
  {
    href: '/desk/settings/audit',
    label: 'Audit record',
    about: 'Every change, and whether the record is whole',
    act: 'audit.see',
  },
];

/** What everybody has, whatever they may do. */
const OWN_ACCOUNT = (
  <li>
    <a href="/account">Your account</a>: password, second step, where you are signed in
  </li>
);

/** The school's own settings. */
export function settingsRoutes(routes: Routes): void {
  routes.staffPage('/desk/settings', {
    may: 'today.see',
    params: noParams,
    show: (context) =>
      indexPage(context, { room: '/desk/settings', title: 'Settings', entries: PAGES, first: OWN_ACCOUNT }),
  });
  routes.staffPage('/desk/settings/school', {
    may: 'school.edit',
    params: noParams,
    show: (context) => {
      const { name, profile } = context.school;
      return schoolPage(context, { values: formFrom(name, profile), errors: {} });
    },
  });
  routes.staffAct('/desk/settings/school', {
    may: 'school.edit',
    params: noParams,
    form: wholeSchool,
    act: async ({ work, school }, values) => {
      // What the form does not ask (the policy in force, the register's number) stays as it is.
      await saveProfile(work, values.name, { ...school.profile, ...profileFrom(values) });
      return go('/desk/settings');
    },
    again: schoolPage,
  });
  registerRoutes(routes);
  complaintsRoutes(routes);
  termsRoutes(routes);
}
