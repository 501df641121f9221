import type { PublicPageProps } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { School } from '../../schools/store.ts';
import { ButtonLink, Name, telephone } from '../../ui/index.ts';
import { PolicyContacts } from '../contacts.tsx';
import { KEEP_SECONDS } from '../text.tsx';
import type { PolicyVersion } from '../version.ts';

/** "Who do I ask?": whom to turn to, the most pressing first, then from the nearest person upwards (S34). */
export function askPage(school: School, version: PolicyVersion | undefined): PublicPageProps {
  const { profile } = school;
  const { safeguardingLead: lead } = profile;
  const href = schoolHref(school);
  const contacts = version?.document.contacts ?? [];
  return {
    title: 'Who do I ask?',
    keep: KEEP_SECONDS,
    back: { href, label: 'The policy' },
    children: (
      <>
        <h1>Who do I ask?</h1>
        <h2>A child or somebody else is in danger</h2>
        <p>
          Call <a href="tel:999">999</a> now.
        </p>
        <h2>You are worried that a child is not safe</h2>
        <p>
          Tell the safeguarding lead, <Name>{lead.name}</Name>:{' '}
          <a href={telephone(lead.phone)}>{lead.phone}</a> or{' '}
          <a href={`mailto:${lead.email}`}>{lead.email}</a>.
        </p>
        <PolicyContacts contacts={contacts.filter(({ purpose }) => purpose === 'safeguarding')} />
        <h2>Something in a WhatsApp group worries you</h2>
        <p>You can tell the school in confidence.</p>
        <p>
          <ButtonLink href={`${href}/concern`}>Raise a concern</ButtonLink>
        </p>
        <p>
          Or write to <a href={`mailto:${profile.concernEmail}`}>{profile.concernEmail}</a>.
        </p>
        <PolicyContacts contacts={contacts.filter(({ purpose }) => purpose === 'concern')} />
        <h2>You are about to write something in a group</h2>
        <p>
          <a href={`${href}/check`}>Check the message before you send it</a>. It stays on your phone or
          computer.
        </p>
        <h2>Your child, lessons, or the class</h2>
        <p>Ask the class teacher first. The office can pass a message on.</p>
        <h2>You are not happy with something at school</h2>
        <ol>
          <li>Talk to the class teacher.</li>
          <li>
            If that does not help, ask the office for a senior member of staff, or for the Head Teacher.
          </li>
          <li>
            If it is about the Head Teacher, or is still not put right, write to the Chair of{' '}
            <Name>{profile.board}</Name> through the office. Ask the office for the complaints procedure.
          </li>
        </ol>
        <p>Asking, or complaining, never counts against you or your child.</p>
        <h2>Anything else</h2>
        <p>
          The school office: <a href={telephone(profile.phone)}>{profile.phone}</a> or{' '}
          <a href={`mailto:${profile.officeEmail}`}>{profile.officeEmail}</a>.
        </p>
        <PolicyContacts contacts={contacts.filter(({ purpose }) => purpose === 'general')} />
      </>
    ),
  };
}
