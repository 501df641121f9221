import { agreementRoutes } from './agreements/routes.ts';
import { agreementsToday } from './agreements/today.ts';
import { casesRoutes } from './cases/routes.ts';
import { casesToday } from './cases/today.ts';
import { concernRoutes } from './concerns/routes.ts';
import { concernsToday } from './concerns/today.ts';
import { auditRoutes } from './desk/audit-routes.tsx';
import { todayRoutes } from './desk/today-routes.tsx';
import type { Routes } from './edge/routes.ts';
import type { TodayProvider } from './edge/today.ts';
import { governanceRoutes } from './governance/routes.tsx';
import { governanceToday } from './governance/today.ts';
import { carryOnRoutes } from './groups/carry-on.tsx';
import { moderatorsRoutes } from './groups/moderators-routes.tsx';
import { playbookRoutes } from './groups/playbook/routes.ts';
import { ptaDeskRoutes } from './groups/pta/desk-routes.tsx';
import { ptaRoutes } from './groups/pta/routes.ts';
import { groupRoutes } from './groups/routes.ts';
import { moderatorSpaceRoutes } from './groups/space/routes.ts';
import { groupsToday } from './groups/today.ts';
import { volunteerEnterRoutes } from './groups/volunteers/enter-routes.tsx';
import { mailboxRoutes } from './intake/desk/routes.ts';
import { intakeToday } from './intake/today.ts';
import { lettersRoutes } from './letters/routes.tsx';
import { lettersToday } from './letters/today.ts';
import { mailRoutes } from './mail/routes.ts';
import { mailToday } from './mail/today.ts';
import { meetingsRoutes } from './meetings/routes.ts';
import { meetingsToday } from './meetings/today.ts';
import { moderationRoutes } from './moderation/routes.ts';
import { accountRoutes } from './people/account-routes.tsx';
import { awayRoutes } from './people/away-routes.tsx';
import { inviteRoutes } from './people/invite-routes.tsx';
import { peopleRoutes } from './people/people-routes.tsx';
import { secondStepRoutes } from './people/second-step-routes.tsx';
import { setUpRoutes } from './people/set-up-routes.tsx';
import { signInRoutes } from './people/sign-in-routes.tsx';
import { policyRoutes } from './policies/routes.ts';
import { policyToday } from './policies/today.ts';
import { privacyRoutes } from './privacy/routes.ts';
import { privacyToday } from './privacy/today.ts';
import { rosterRoutes } from './roster/routes.ts';
import { safeguardingRoutes } from './safeguarding/routes.ts';
import { safeguardingToday } from './safeguarding/today.ts';
import { sanctionRoutes } from './sanctions/routes.ts';
import { sanctionsToday } from './sanctions/today.ts';
import { frontRoutes } from './schools/front-routes.tsx';
import { settingsRoutes } from './schools/settings-routes.tsx';
import { subjectRoutes } from './subject/routes.ts';

/** A room declares its own routes. */
type Room = (routes: Routes) => void;

/** What each room has waiting for a person, for the desk's first page. */
const todayProviders: readonly TodayProvider[] = [
  policyToday,
  mailToday,
  intakeToday,
  concernsToday,
  safeguardingToday,
  casesToday,
  sanctionsToday,
  meetingsToday,
  lettersToday,
  groupsToday,
  agreementsToday,
  privacyToday,
  governanceToday,
];

/** Every room of the house with pages, in no particular order: no two share an address. */
export const rooms: readonly Room[] = [
  frontRoutes,
  signInRoutes,
  accountRoutes,
  secondStepRoutes,
  setUpRoutes,
  inviteRoutes,
  todayRoutes(todayProviders),
  peopleRoutes,
  awayRoutes,
  settingsRoutes,
  auditRoutes,
  mailRoutes,
  mailboxRoutes,
  carryOnRoutes,
  ptaDeskRoutes,
  groupRoutes,
  moderatorsRoutes,
  volunteerEnterRoutes,
  moderatorSpaceRoutes,
  playbookRoutes,
  ptaRoutes,
  rosterRoutes,
  concernRoutes,
  safeguardingRoutes,
  casesRoutes,
  sanctionRoutes,
  subjectRoutes,
  meetingsRoutes,
  lettersRoutes,
  policyRoutes,
  agreementRoutes,
  moderationRoutes,
  privacyRoutes,
  governanceRoutes,
];
