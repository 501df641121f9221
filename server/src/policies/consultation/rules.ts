import { Temporal } from 'temporal-polyfill';
import type { Id } from '../../platform/ids.ts';
import type { PolicyId } from '../version.ts';

export type ConsultationId = Id<'policy-consultation'>;
export type CommentId = Id<'policy-comment'>;

/** What the school says when it is over. */
export interface Summary {
  readonly heard: string;
  readonly changed: string;
}

/** One round of asking parents and staff what they think of a draft. */
export interface Consultation {
  readonly id: ConsultationId;
  readonly policy: PolicyId;
  readonly openedAt: Temporal.Instant;
  /** The last day on which people can comment. */
  readonly closesOn: Temporal.PlainDate;
  /** When the school ended it; unset while it is open, even after its last day. */
  readonly endedAt?: Temporal.Instant;
  /** What the school says of it on the public page. */
  readonly intro: string;
  readonly summary?: Summary;
}

/** What somebody can write as. */
export const WRITERS = ['parent', 'staff', 'governor', 'moderator', 'other'] as const;
export type Writer = (typeof WRITERS)[number];

export const WRITER_NAMES: Readonly<Record<Writer, string>> = {
  parent: 'Parent or carer',
  staff: 'Member of staff',
  governor: 'Governor',
  moderator: 'Moderator of a group',
  other: 'Somebody else',
};

/** What somebody thinks of the draft, and the school's answer. */
export interface Comment {
  readonly id: CommentId;
  readonly consultation: ConsultationId;
  readonly writtenAs: Writer;
  readonly name?: string;
  readonly email?: string;
  /** The number of the clause that it is about. */
  readonly clause?: string;
  readonly words: string;
  readonly writtenAt: Temporal.Instant;
  readonly answer?: string;
  /** Whether comment and answer, without the name, stand on the public page. */
  readonly shown: boolean;
}

/** The shortest and the longest that people have to comment, in days. */
export const FEWEST_DAYS = 1;
export const MOST_DAYS = 180;

/** Whether people can comment on a day. */
export function takesComments(
  { closesOn, endedAt }: Pick<Consultation, 'closesOn' | 'endedAt'>,
  today: Temporal.PlainDate,
): boolean {
  return endedAt === undefined && Temporal.PlainDate.compare(today, closesOn) <= 0;
}

/** Why a consultation cannot close on a day, in words for the school; undefined when it can. */
export function whyNotCloseOn(closesOn: Temporal.PlainDate, today: Temporal.PlainDate): string | undefined {
  const { days } = today.until(closesOn);
  if (days < FEWEST_DAYS) return 'Give people at least until tomorrow';
  return days > MOST_DAYS ? 'Choose a day within the next six months' : undefined;
}
