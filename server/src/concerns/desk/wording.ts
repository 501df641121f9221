import type { Temporal } from 'temporal-polyfill';
import { paperText } from '../../letters/printed.ts';
import type { FieldValues } from '../../letters/template.ts';
import type { Work } from '../../platform/work.ts';
import { formatDate } from '../../ui/index.ts';
import type { ConcernMode } from '../kinds.ts';
import type { ConcernExit } from '../rules.ts';

const MODE_WORDS: Readonly<Record<ConcernMode, string>> = {
  confidential:
    'You told us in confidence. We keep to what we said about that: we do not tell the person it is about who you are, unless a child may be at risk or the law says that we must.',
  named:
    'You told us with your name. We do not pass it on to the person it is about unless you agree, a child may be at risk or the law says that we must.',
  anonymous:
    'You told us without your name, so we do not know who you are. We may be able to do less because of that. This page is the only way we can reach you.',
};

interface AcknowledgementFacts {
  readonly reference: string;
  readonly mode: ConcernMode;
  readonly received: Temporal.PlainDate;
  /** By when the reporter hears again. */
  readonly next: Temporal.PlainDate;
  readonly lead: { readonly name: string; readonly phone: string };
  /** When school opens again, for what is written while it is shut for longer than a weekend. */
  readonly opens?: Temporal.PlainDate | undefined;
  /** The school's pages: "https://…/s/oakfield". */
  readonly address: string;
}

/** What an acknowledgement puts in (D1): what was received, what happens next by when, the limits, safety. */
export function acknowledgementValues({
  reference,
  mode,
  received,
  next,
  lead,
  opens,
  address,
}: AcknowledgementFacts): FieldValues {
  return {
    received: formatDate(received),
    reference,
    'next news': formatDate(next),
    'closed until': opens
      ? `School is closed now and opens again on ${formatDate(opens)}. Our days to answer count from then.`
      : '',
    confidence: MODE_WORDS[mode],
    'return address': `${address}/concern/return`,
    'safeguarding lead': `${lead.name}, on ${lead.phone}`,
    'privacy address': `${address}/privacy`,
  };
}

/** The acknowledgement in the school's own words. It takes no side. */
export const acknowledgementText = (work: Work, facts: AcknowledgementFacts): Promise<string> =>
  paperText(work, 'acknowledgement', acknowledgementValues(facts));

interface ExitWords {
  /** When this is the right way out, for staff. */
  readonly when: string;
  /** What the reporter reads, for staff to change. */
  readonly message: string;
}

const THANKS = 'Thank you for telling us. We read your concern with care.';
const AGAIN = 'If something new happens, please tell us again.';

/** Each way out with when it fits and what the reporter is told: never anything about another family. */
export const EXIT_WORDS: Readonly<Record<ConcernExit, ExitWords>> = {
  'moderator-matter': {
    when: 'It is about keeping the group tidy, such as private chat or off-topic messages, and nobody is harmed. No record is made about anybody.',
    message: `${THANKS} This is something that the volunteers who look after the group can best settle. You can write to one of them privately. What they do in the group is their decision. ${AGAIN}`,
  },
  complaint: {
    when: 'It is about what the school did or did not do. It then goes the way of the complaints procedure, and nobody’s words are held against them.',
    message: `${THANKS} It is about something the school did or did not do, so it belongs in our complaints procedure, where you get an answer about the matter itself. Please ask the school office for it. Complaining never counts against you or your child.`,
  },
  'staff-route': {
    when: 'The person it is about works at the school. The staff code holds for them, and the way for parents stops. If a child may have been harmed, the council’s designated officer must hear within one working day.',
    message: `${THANKS} It has gone to the person at the school who deals with matters of this kind. We cannot tell you what comes of it, but it does not stop here. Please do not write about it in a group.`,
  },
  'pupil-route': {
    when: 'The writer is a pupil. The school then works with the child and the family under the behaviour policy.',
    message: `${THANKS} The school now deals with it in the way it does where children are part of something. We cannot tell you more about another child. ${AGAIN}`,
  },
  'not-for-school': {
    when: 'It is a private matter between adults, or has nothing to do with the school community.',
    message: `${THANKS} It is a private matter between adults, so the school cannot take it on. If somebody threatens you, call the police on 101, or 999 in an emergency. Citizens Advice can help with disputes. ${AGAIN}`,
  },
  'no-further-action': {
    when: 'After reading it with care there is nothing that the school should do. Also when the reporter took it back.',
    message: `${THANKS} After looking at it we will not take it further. That does not mean that you were wrong to tell us. ${AGAIN}`,
  },
};
