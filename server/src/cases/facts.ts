import type { Temporal } from 'temporal-polyfill';
import type { MemberId } from '../platform/ids.ts';
import type {
  AccountSource,
  AffectedAnswer,
  ClearStep,
  Handling,
  Instrument,
  NeedsAnswer,
  NeedsOf,
  RetentionClass,
  Stage,
  SupportAnswer,
} from './codes.ts';
import type { DeedOf } from './deeds.ts';
import type { LadderStep } from './outcomes.ts';
import type { Choice, QuestionId } from './questions.ts';
import type { CaseState } from './states.ts';

/** A decision that has been taken and may still be withdrawn until it is issued. */
export interface DecisionFacts {
  readonly by: MemberId;
  readonly on: Temporal.PlainDate;
  readonly outcome: string;
  readonly standing: string;
  readonly months: number | null;
  readonly words: { readonly reasons: number; readonly jump: number; readonly override: number };
  /** Who signed beside an investigator who decided. */
  readonly secondSignature?: MemberId;
}

/** A referral to an outside body that is prepared, and perhaps agreed to. */
export interface ReferralFacts {
  readonly askedBy: MemberId;
  readonly danger: boolean;
  readonly approvedBy: MemberId | undefined;
}

/** A review of an issued outcome (domain 2.3). */
export interface ReviewFacts {
  readonly askedOn: Temporal.PlainDate;
  readonly reviewer: MemberId | undefined;
  readonly decided:
    | (Pick<DeedOf<'decide-review'>, 'result' | 'next'> & {
        readonly by: MemberId;
        readonly on: Temporal.PlainDate;
      })
    | undefined;
}

/** Everything the rules need to know of a case: what its chronology adds up to. */
export interface CaseFacts {
  /** Unset before the case is opened. */
  readonly state: CaseState | undefined;
  readonly opening: DeedOf<'open'> | undefined;
  readonly openedOn: Temporal.PlainDate | undefined;
  /** Who looks into it at present. */
  readonly handler: MemberId | undefined;
  readonly decider: MemberId | undefined;
  readonly interested: readonly MemberId[];
  readonly appointed: readonly MemberId[];
  /** Everybody who looked into it: gathered, spoke to the parent, or assessed (rule 11). */
  readonly investigators: readonly MemberId[];
  /** Everybody who decided an outcome that was issued, or signed it: none of them reviews it. */
  readonly deciders: readonly MemberId[];
  readonly sources: readonly AccountSource[];
  readonly contacts: readonly Omit<DeedOf<'record-contact'>, 'act'>[];
  readonly firstContactOn: Temporal.PlainDate | undefined;
  readonly answers: Readonly<
    Partial<Record<QuestionId, { readonly choice: Choice; readonly words: number }>>
  >;
  /** As what the words are handled, and the steps taken with feedback (rule 17). */
  readonly handling: Handling | undefined;
  readonly clear: readonly ClearStep[];
  readonly decision: DecisionFacts | undefined;
  /** The parent has written since the decision was taken, and nobody has weighed that yet. */
  readonly answeredSince: boolean;
  readonly issuedOn: Temporal.PlainDate | undefined;
  readonly affected: AffectedAnswer | undefined;
  readonly followUp: Temporal.PlainDate | undefined;
  readonly closed:
    | {
        readonly on: Temporal.PlainDate;
        readonly retention: RetentionClass;
        readonly keepUntil: Temporal.PlainDate;
      }
    | undefined;
  /** What people said would make it easier for them (rule 35), and what became of support (rule 44). */
  readonly needs: Readonly<Partial<Record<NeedsOf, NeedsAnswer>>>;
  readonly support: SupportAnswer | undefined;
  /** A referral on its way; once made it is counted. */
  readonly referral: ReferralFacts | undefined;
  readonly referralsMade: number;
  readonly policeHold: boolean;
  /** Legal advice was asked for: the request and the answer are privileged. */
  readonly privileged: boolean;
  readonly instruments: Readonly<Partial<Record<Instrument, Stage>>>;
  /** Who was named to look at a ban again. */
  readonly banReviewer: MemberId | undefined;
  readonly review: ReviewFacts | undefined;
  /** How often it was opened again, and whether the parent knew of it already. */
  readonly reopened: number;
  readonly parentKnew: boolean;
}

export const NOTHING_YET: CaseFacts = {
  state: undefined,
  opening: undefined,
  openedOn: undefined,
  handler: undefined,
  decider: undefined,
  interested: [],
  appointed: [],
  investigators: [],
  deciders: [],
  sources: [],
  contacts: [],
  firstContactOn: undefined,
  answers: {},
  handling: undefined,
  clear: [],
  decision: undefined,
  answeredSince: false,
  issuedOn: undefined,
  affected: undefined,
  followUp: undefined,
  closed: undefined,
  needs: {},
  support: undefined,
  referral: undefined,
  referralsMade: 0,
  policeHold: false,
  privileged: false,
  instruments: {},
  banReviewer: undefined,
  review: undefined,
  reopened: 0,
  parentKnew: false,
};

/** The ladder of the policy that the case is judged by. */
export function ladderOf(facts: CaseFacts): readonly LadderStep[] {
  return facts.opening?.ladder ?? [];
}
