import { listMembers, type Member } from '../people/store.ts';
import { queueMail } from '../platform/mail/outbox.ts';
import type { Work } from '../platform/work.ts';
import { currentSchool } from '../schools/store.ts';
import { type ConcernRoute, type ConcernSight, keptFrom, mayOpenConcern } from './rules.ts';

async function activeMembers(work: Work): Promise<readonly Member[]> {
  return (await listMembers(work)).filter((member) => member.state === 'active');
}

/** Everybody at the school who may read a concern now. */
export async function readersOf(work: Work, sight: ConcernSight): Promise<readonly Member[]> {
  const members = await activeMembers(work);
  return members.filter(({ id, roles }) => mayOpenConcern({ member: id, roles }, sight) === 'read');
}

/**
 * The route that a concern really takes at this school: where nobody reads those that go past the safeguarding lead,
 * because the Head holds that role too, it goes past both to the Chair. Undefined when nobody at all could read it.
 */
export async function peopledRoute(work: Work, wanted: ConcernRoute): Promise<ConcernRoute | undefined> {
  // An ordinary concern is never without somebody for long: it waits for the first who may read it.
  if (wanted === 'ordinary') return wanted;
  const tries = wanted === 'past-lead' ? ([wanted, 'past-head-and-lead'] as const) : [wanted];
  const members = await activeMembers(work);
  return tries.find((route) => {
    const sight = { route, safeguarding: false, excluded: [], appointed: [] };
    return members.some(({ id, roles }) => mayOpenConcern({ member: id, roles }, sight) === 'read');
  });
}

async function mailDesk(work: Work, to: readonly string[], now: boolean, origin: string): Promise<void> {
  for (const address of new Set(to)) {
    await queueMail(work, {
      to: address,
      subject: now ? 'Handbell: please look now' : 'Handbell: something new for you',
      text: [
        now ? 'Something in Handbell needs you now.' : 'There is something new for you in Handbell.',
        `Sign in to read it: ${origin}/desk/concerns`,
        'This mail holds no details on purpose. If a child is in danger now, call 999.',
      ].join('\n\n'),
      kind: 'desk-news',
      atOnce: now,
    });
  }
}

/** Tells some staff that something of theirs is due or late, and nothing else. */
export function mailDue(work: Work, to: readonly string[], origin: string): Promise<void> {
  return mailDesk(work, to, false, origin);
}

/**
 * Alerts the safeguarding lead and deputies at once, by mail without content (rule 12). Where nobody here holds that
 * role, the alert goes to the lead named on the school's pages; never to somebody the concern goes past (rule 10).
 */
export async function alertSafeguarding(work: Work, sight: ConcernSight, origin: string): Promise<void> {
  const readers = await readersOf(work, { ...sight, safeguarding: true });
  const leads = readers.filter((member) => member.roles.includes('safeguarding'));
  if (leads.length > 0)
    return mailDesk(
      work,
      leads.map(({ email }) => email),
      true,
      origin,
    );
  if (sight.route !== 'ordinary')
    return mailDesk(
      work,
      readers.map(({ email }) => email),
      true,
      origin,
    );
  const { profile } = await currentSchool(work);
  return mailDesk(work, [profile.safeguardingLead.email], true, origin);
}

/**
 * Tells whoever takes an allegation about an adult who works with children: the Head, or the Chair where it goes past
 * the Head (domain 2.6).
 */
export async function alertLeaders(work: Work, sight: ConcernSight, origin: string): Promise<void> {
  const members = (await activeMembers(work)).filter(({ id }) => !sight.excluded.includes(id));
  const out = keptFrom(sight.route);
  const found = (['head', 'chair'] as const)
    .filter((role) => !out.includes(role))
    .map((role) =>
      members.filter(({ roles }) => roles.includes(role) && !roles.some((each) => out.includes(each))),
    )
    .find((holders) => holders.length > 0);
  const to = found ?? (await readersOf(work, sight));
  await mailDesk(
    work,
    to.map(({ email }) => email),
    true,
    origin,
  );
}

/** Tells those who read a concern that goes past somebody that it is there: they seldom look in by themselves. */
export async function tellReaders(work: Work, sight: ConcernSight, origin: string): Promise<void> {
  if (sight.route === 'ordinary') return;
  await mailDesk(
    work,
    (await readersOf(work, sight)).map(({ email }) => email),
    false,
    origin,
  );
}
