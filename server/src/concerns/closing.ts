import type { Temporal } from 'temporal-polyfill';
import { paperText } from '../letters/printed.ts';
import type { FieldValues } from '../letters/template.ts';
import { contactOf } from '../letters/values.ts';
import type { Work } from '../platform/work.ts';
import type { SchoolProfile } from '../schools/profile.ts';
import { formatDate } from '../ui/index.ts';

export interface ClosureFacts {
  readonly reference: string;
  readonly received: Temporal.PlainDate;
  /** The school's pages: "https://…/s/oakfield". */
  readonly address: string;
  readonly profile: Pick<SchoolProfile, 'phone' | 'officeEmail'>;
}

/** What a closing note puts in (D2): nothing of what came of it for anybody. */
export const closureValues = ({ reference, received, address, profile }: ClosureFacts): FieldValues => ({
  reference,
  received: formatDate(received),
  'concern address': `${address}/concern`,
  contact: contactOf({ phone: profile.phone, email: profile.officeEmail }),
});

/** The closing note in the school's own words. */
export const closureText = (work: Work, facts: ClosureFacts): Promise<string> =>
  paperText(work, 'closure-note', closureValues(facts));
