import { act } from '../cases/act.ts';
import type { Instrument, Stage } from '../cases/codes.ts';
import type { CaseFile } from '../cases/read.ts';
import { TRANSITIONS } from '../cases/transitions.ts';
import type { Person } from '../cases/visibility.ts';
import type { MemberId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { BanDeed } from './ban/deeds.ts';

/** How far the case's own chronology says a ban has come, by the act that moved it. */
const STAGES: Readonly<Partial<Record<BanDeed['act'], Stage>>> = {
  consider: 'begun',
  drop: 'ended',
  'give-notice': 'told',
  'impose-provisionally': 'told',
  confirm: 'settled',
  refuse: 'ended',
  'invite-review': 'settled',
  lift: 'ended',
  lapse: 'ended',
  expire: 'ended',
};

interface Move {
  readonly instrument: Instrument;
  readonly stage: Stage;
  readonly reviewer?: MemberId;
}

/** Writes in the case's chronology that a ban or a plan moved on, while the case is open. */
export async function trackMove(work: Work, person: Person, file: CaseFile, move: Move): Promise<void> {
  const { from } = TRANSITIONS.track;
  if (from === 'nothing' || !from.includes(file.state)) return;
  await act(work, person, file.id, { act: 'track', ...move });
}

/** The same for an act on a ban; most acts leave it where it is. */
export async function trackBan(work: Work, person: Person, file: CaseFile, deed: BanDeed): Promise<void> {
  const stage = STAGES[deed.act];
  if (!stage) return;
  const reviewer = deed.act === 'invite-review' ? { reviewer: deed.reviewer } : {};
  await trackMove(work, person, file, { instrument: 'site-ban', stage, ...reviewer });
}
