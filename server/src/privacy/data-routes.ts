import { type IndexEntry, indexPage } from '../edge/index-page.tsx';
import { noParams, type Routes } from '../edge/routes.ts';

const PAGES: readonly IndexEntry[] = [
  {
    href: '/desk/data/kept',
    label: 'What is due to go',
    about: 'Records whose time is over, and those that come next',
    act: 'retention.see',
  },
  {
    href: '/desk/data/holds',
    label: 'Holds',
    about: 'Records that may not be destroyed for now, and why',
    act: 'retention.see',
  },
  {
    href: '/desk/data/schedule',
    label: 'How long records are kept',
    about: 'The school’s own schedule',
    act: 'retention.see',
  },
  {
    href: '/desk/data/certificates',
    label: 'Certificates',
    about: 'What was destroyed, when and how much',
    act: 'retention.see',
  },
  {
    href: '/desk/data/requests',
    label: 'Requests for their own data',
    about: 'Answered within one calendar month, checked by a second person',
    act: 'data.disclose',
  },
  {
    href: '/desk/data/complaints',
    label: 'Complaints about data',
    about: 'Acknowledged within 30 days, looked into, answered',
    act: 'data.log',
  },
  {
    href: '/desk/data/breaches',
    label: 'Breaches of data',
    about: 'Written down, decided within 72 hours',
    act: 'data.log',
  },
];

/** The first page of the data protection lead. */
export function dataRoutes(routes: Routes): void {
  routes.staffPage('/desk/data', {
    may: 'data.log',
    params: noParams,
    show: (context) => indexPage(context, { room: '/desk/data', title: 'Data protection', entries: PAGES }),
  });
}
