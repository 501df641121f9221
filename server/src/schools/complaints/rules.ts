import type { SchoolProfile } from '../profile.ts';

/** How to complain to a school, as it is told to anybody. */
export interface ComplaintsRoute {
  /** The steps, in order, in the school's own words. */
  readonly steps: readonly string[];
  /** To whom to write or whom to call. */
  readonly contact: string;
  /** The address of the whole procedure, if it is on the web. */
  readonly link: string | undefined;
}

/** The school's own way to complain; until it has written one, the usual one with its office and its board. */
export function complaintsRoute({ complaints, board, officeEmail, phone }: SchoolProfile): ComplaintsRoute {
  return {
    steps: complaints?.steps ?? [
      'Talk to the class teacher first, if you can.',
      'If that does not settle it, write to the Head Teacher.',
      `If it is about the Head Teacher, write to ${board}, care of the school, marked confidential.`,
    ],
    contact: complaints?.contact ?? `${officeEmail} or ${phone}`,
    link: complaints?.link,
  };
}
