import { schoolDay } from '../../platform/clock.ts';
import { bankHolidaysOf } from '../../schools/bank-holidays.ts';
import { addWorkingDays } from '../../schools/clocks.ts';
import { currentSchool } from '../../schools/store.ts';
import { tell } from '../events.ts';
import { alertLeaders, alertSafeguarding } from '../readers.ts';
import { sightFacts } from '../standing.ts';
import { change } from '../store.ts';
import { type Attempt, take } from './attempt.ts';

/** Working days within which the council's designated officer hears of an allegation (rule 13). */
export const OFFICER_DAYS = 1;

/** Who was called in an emergency. */
export const SERVICES = ['999', '101', 'children'] as const;
export type Service = (typeof SERVICES)[number];

export const SERVICE_NAMES: Readonly<Record<Service, string>> = {
  '999': '999',
  '101': 'The police on 101',
  children: 'The council’s children’s services',
};

/** A call for help that was made. */
export interface EmergencyCall {
  readonly service: Service;
  /** The number that the service gave to the call. */
  readonly number: string;
  readonly words: string;
}

/**
 * Writes down that help was called: the hold goes on at that moment if it was not, and the safeguarding lead is alerted
 * (domain 2.3).
 */
export async function emergency(attempt: Attempt, { service, number, words }: EmergencyCall): Promise<void> {
  const { work, staff, id, origin } = attempt;
  const { row, standings, state } = await take(attempt, 'emergency');
  await change(work, row, { state, screenedAt: row.screenedAt ?? work.now });
  const note = [`${SERVICE_NAMES[service]} · ${number}`, words].filter(Boolean).join('\n\n');
  await tell(work, id, { kind: 'emergency', member: staff.member, note });
  await alertSafeguarding(work, sightFacts(row, standings), origin);
  work.audit({ act: 'concern.emergency', object: `concern:${id}`, detail: { service } });
}

/**
 * Marks a concern as an allegation about an adult who works with children: the hold goes on, the way for parents stops
 * for good, the Head (or the Chair, past the Head) is alerted, and the clock of the designated officer runs (rule 13).
 */
export async function allege(attempt: Attempt, why: string): Promise<void> {
  const { work, staff, id, origin } = attempt;
  const { row, standings, state } = await take(attempt, 'allege');
  const { profile } = await currentSchool(work);
  const officerBy = addWorkingDays(bankHolidaysOf(profile.nation), schoolDay(work.now), OFFICER_DAYS);
  await change(work, row, { state, allegation: 'open', officerBy });
  await tell(work, id, { kind: 'alleged', member: staff.member, note: why });
  await alertLeaders(work, sightFacts(row, standings), origin);
  work.audit({ act: 'concern.alleged', object: `concern:${id}` });
}

/** Writes down that the council's designated officer was told: by the safeguarding lead, the Head or the Chair. */
export async function tellOfficer(attempt: Attempt, words: string): Promise<void> {
  const { work, staff, id } = attempt;
  const { row, state } = await take(attempt, 'tell-officer');
  await change(work, row, { state, allegation: 'told' });
  await tell(work, id, { kind: 'officer-told', member: staff.member, note: words });
  work.audit({ act: 'concern.officer-told', object: `concern:${id}` });
}
