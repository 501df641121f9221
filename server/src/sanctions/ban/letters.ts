import { draftCaseLetter } from '../../cases/case-letters.ts';
import type { CaseFile } from '../../cases/read.ts';
import type { Person } from '../../cases/visibility.ts';
import type { BanMatter } from '../../letters/matter.ts';
import type { LetterId, LetterKind } from '../../letters/rules.ts';
import type { Work } from '../../platform/work.ts';
import type { BanDeed } from './deeds.ts';
import type { Ban } from './store.ts';

/** The letter that goes out with each act (domain 4: D9 to D12). */
const LETTERS = {
  'give-notice': 'ban-notice',
  'impose-provisionally': 'ban-provisional',
  confirm: 'ban-confirmed',
  refuse: 'ban-ended',
  lift: 'ban-ended',
  'invite-review': 'ban-review',
  extend: 'ban-extended',
} as const satisfies Partial<Record<BanDeed['act'], LetterKind>>;

/** The acts that a letter goes out with. */
export type LetteredAct = keyof typeof LETTERS;

const isLettered = (act: BanDeed['act']): act is LetteredAct => Object.hasOwn(LETTERS, act);

/** The kind of letter that an act sends, if it sends one. */
export function letterFor(act: BanDeed['act']): LetterKind | undefined {
  return isLettered(act) ? LETTERS[act] : undefined;
}

/** What the parent said, each with the decider's answer. */
export function answersOf({ events }: Ban): BanMatter['answers'] {
  const said = events.flatMap(({ deed, words }) => (deed.act === 'record-representation' ? [words] : []));
  return said.map((words, which) => ({
    said: words,
    answer:
      events.findLast(({ deed }) => deed.act === 'answer-representation' && deed.which === which)?.words ??
      '',
  }));
}

/** What a letter says of a ban beside its plan. */
export type BanStep = Pick<
  BanMatter,
  'from' | 'until' | 'lapsesOn' | 'reviewOn' | 'answerBy' | 'reasons' | 'reviewer' | 'reviewerId'
>;

/** Begins the letter of an act, filled in from the plan and from what was said. */
export async function draftBanLetter(
  work: Work,
  person: Person,
  file: CaseFile,
  ban: Ban,
  act: LetteredAct,
  step: BanStep,
  origin: string,
): Promise<LetterId> {
  const { risk, scope, child, fairness } = ban.plan;
  const matter: BanMatter = {
    risk: risk.facts,
    ...scope,
    ...child,
    told: fairness.told,
    alternatives: fairness.alternatives,
    answers: answersOf(ban),
    wasInForce: ban.standing === 'provisional' || ban.standing === 'active',
    ...step,
  };
  return draftCaseLetter(work, person, file, LETTERS[act], origin, { ban: matter });
}
