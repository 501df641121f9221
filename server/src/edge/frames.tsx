import { type Act, may } from '../people/permissions.ts';
import { ROLE_TEXT } from '../people/roles.ts';
import type { School } from '../schools/store.ts';
import { DeskPage, PlainPage, PublicPage } from '../ui/index.ts';
import type { DeskPageProps, Page, PageProps, PublicPageProps } from './contexts.ts';
import type { Staff } from './staff.ts';

/** The rooms of the desk, in the order of the rail, each with the act that opens it. */
const ROOMS: readonly { readonly href: string; readonly label: string; readonly act: Act }[] = [
  { href: '/desk', label: 'Today', act: 'today.see' },
  { href: '/desk/concerns', label: 'Concerns', act: 'concern.list' },
  { href: '/desk/safeguarding', label: 'Safeguarding', act: 'safeguarding.see' },
  { href: '/desk/cases', label: 'Cases', act: 'case.list' },
  { href: '/desk/groups', label: 'Groups', act: 'group.see' },
  { href: '/desk/parents', label: 'Parents', act: 'roster.see' },
  { href: '/desk/agreements', label: 'Agreements', act: 'agreement.count' },
  { href: '/desk/policy', label: 'Policy', act: 'policy.see' },
  { href: '/desk/letters', label: 'Letters', act: 'letter.print' },
  { href: '/desk/gate', label: 'At the gate', act: 'gate.see' },
  { href: '/desk/reports', label: 'Reports', act: 'report.see' },
  { href: '/desk/data', label: 'Data', act: 'data.log' },
  { href: '/desk/people', label: 'People', act: 'people.see' },
  { href: '/desk/settings', label: 'Settings', act: 'today.see' },
];

const statusOf = (props: PageProps) => (Object.keys(props.errors ?? {}).length > 0 ? 422 : 200);

/** The address of a school's first page. */
export function schoolHref(school: School): string {
  return `/s/${school.slug}`;
}

/** A page of a school for parents and visitors. */
export function publicPage(school: School, nonce: string, props: PublicPageProps): Page {
  const { profile } = school;
  const href = schoolHref(school);
  const { keep, children, ...rest } = props;
  const html = (
    <PublicPage
      {...rest}
      nonce={nonce}
      school={{ name: school.name, href }}
      safeguarding={{
        name: profile.safeguardingLead.name,
        phone: profile.safeguardingLead.phone || undefined,
        email: profile.safeguardingLead.email || undefined,
      }}
      policyVersion={profile.policyInForce && { href, label: profile.policyInForce.label }}
      accessibilityHref={`${href}/accessibility`}
      privacyHref={`${href}/privacy`}
    >
      {children}
    </PublicPage>
  );
  return { kind: 'page', html, status: statusOf(props), keep };
}

/** A page of the desk. */
export function deskPage(
  school: School,
  staff: Staff,
  nonce: string,
  once: string,
  props: DeskPageProps,
): Page {
  const { room, children, ...rest } = props;
  const nav = ROOMS.filter(({ act }) => may(staff.roles, act)).map(({ href, label }) => ({
    href,
    label,
    current: href === room,
  }));
  const html = (
    <DeskPage
      {...rest}
      nonce={nonce}
      school={{ name: school.name, href: '/desk' }}
      nav={nav}
      user={{
        name: staff.name,
        role: staff.roles.map((role) => ROLE_TEXT[role].name).join(', '),
        href: '/account',
      }}
      signOut={{ action: '/sign-out', once }}
    >
      {children}
    </DeskPage>
  );
  // How long a list is, and that something was added to it, is nobody's business on the school's network.
  return { kind: 'page', html, status: statusOf(props), keep: undefined, padded: true };
}

/** A page that belongs to no school. */
export function plainPage(nonce: string, props: PageProps): Page {
  const { children, ...rest } = props;
  const html = (
    <PlainPage {...rest} nonce={nonce}>
      {children}
    </PlainPage>
  );
  return { kind: 'page', html, status: statusOf(props), keep: undefined };
}
