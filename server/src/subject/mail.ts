import { contactHoldOf } from '../cases/ask-hold.ts';
import type { CaseId } from '../cases/ids.ts';
import { partiesOf } from '../cases/parties.ts';
import type { StaffContext } from '../edge/contexts.ts';
import { schoolHref } from '../edge/frames.tsx';
import { queueMail } from '../platform/mail/outbox.ts';
import type { Work } from '../platform/work.ts';
import { currentSchool } from '../schools/store.ts';
import { DAYS, renewLink } from './access.ts';
import { pageOf } from './page-store.ts';

const ONCE = 'You do not need to do anything else. Please do not reply to this mail.';

/** Sends a parent the link to their own page. The mail says neither what it is about nor whose it is (principle 5). */
export async function mailLink(
  { work, school, services }: StaffContext<object>,
  to: string,
  secret: string,
): Promise<void> {
  await queueMail(work, {
    to,
    subject: `A page for you from ${school.name}`,
    text: [
      `You asked ${school.name} for this link. It is yours alone. Please do not pass it on.`,
      `${services.origin}${schoolHref(school)}/mine/enter/${secret}`,
      `It works for ${DAYS.link} days.`,
      ONCE,
    ].join('\n\n'),
    kind: 'own-page-link',
  });
}

/** Where a parent who agreed to it is told of news on their page; empty where there is no way. */
export async function newsAddress(work: Work, caseId: CaseId): Promise<string> {
  if (!(await pageOf(work, caseId))?.mailAgreed) return '';
  return (await partiesOf(work, caseId)).find(({ part }) => part === 'subject')?.email ?? '';
}

/**
 * Tells a parent who agreed to it that there is something new on their page; the mail looks the same whatever it is.
 * @param origin the address that people use
 * @returns whether there was somebody to tell, and no hold on contact with them
 */
export async function mailNews(work: Work, caseId: CaseId, origin: string): Promise<boolean> {
  if (await contactHoldOf(work, caseId)) return false;
  const to = await newsAddress(work, caseId);
  if (to === '') return false;
  const school = await currentSchool(work);
  const page = `${origin}/s/${school.slug}/mine`;
  const secret = await renewLink(work, caseId);
  await queueMail(work, {
    to,
    subject: `Something for you from ${school.name}`,
    text: [
      `There is something for you from ${school.name}.`,
      ...(secret
        ? [
            'To read it, use your link. It is yours alone. Please do not pass it on.',
            `${page}/enter/${secret}`,
            `It works for ${DAYS.link} days from today.`,
          ]
        : [`To read it, go to ${page} and enter the code that you got on paper.`]),
      ONCE,
    ].join('\n\n'),
    kind: 'own-page-news',
  });
  return true;
}
