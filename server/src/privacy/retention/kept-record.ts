import type { Person } from '../../cases/visibility.ts';
import type { Work } from '../../platform/work.ts';
import type { RetentionClass } from './classes.ts';
import type { KeptDays } from './rules.ts';

/** A record that has come to its end and is still kept: what it is called without a name, and how it goes. */
export interface KeptRecord extends KeptDays {
  readonly class: RetentionClass;
  /** As the audit names it: "case:…". A hold is put on this. */
  readonly object: string;
  readonly label: string;
  /** Other records whose hold stops this one too, as the audit names them. */
  readonly also?: readonly string[];
  readonly erase: (work: Work, person: Person) => Promise<void>;
}
