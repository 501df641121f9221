import type { NewMail } from '../../platform/mail/outbox.ts';
import type { VolunteerKind } from './rules.ts';

const WHAT: Readonly<Record<VolunteerKind, string>> = {
  moderator:
    'The school office asks whether you will look after a parents’ group, or sends you your link anew.',
  pta: 'The school office sends you the link to the PTA’s page.',
};

/**
 * The mail that brings a volunteer their own link. It names neither them nor a group.
 * @param address the link
 */
export function linkMail(schoolName: string, kind: VolunteerKind, address: string): Omit<NewMail, 'to'> {
  const lines = [
    'Hello,',
    '',
    WHAT[kind],
    'This link is yours alone. Please do not pass it on:',
    '',
    address,
    '',
    'If you did not expect this mail, you need not do anything.',
    '',
    schoolName,
  ];
  return { subject: 'Your own link', text: `${lines.join('\n')}\n`, kind: 'volunteer-link' };
}
