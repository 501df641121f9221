import { concernsToSafeguard } from '../concerns/held.ts';
import type { ConcernId, ConcernSight } from '../concerns/rules.ts';
import { type Actor, type ConcernRow, findRow, sightFacts, standingsOf } from '../concerns/standing.ts';
import { listMembers, type Member } from '../people/store.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { maySafeguard } from './rules.ts';
import { recordedConcerns } from './store.ts';

/** A concern as the safeguarding lead, or who stands in, may open it. */
export interface Workspace {
  readonly row: ConcernRow;
  readonly sight: ConcernSight;
  /** Those who share this workspace: to them something can be given to do. */
  readonly people: readonly Member[];
}

async function active(work: Work): Promise<readonly Member[]> {
  return (await listMembers(work)).filter(({ state }) => state === 'active');
}

const asPerson = ({ id, roles }: Member): Actor => ({ member: id, roles });

/**
 * Opens the safeguarding side of a concern.
 * @throws Refusal 404 for everybody but the lead, the deputies and, where they may not, whoever stands in
 */
export async function openWorkspace(work: Work, staff: Actor, id: ConcernId): Promise<Workspace> {
  const row = await findRow(work, id, false);
  if (!row) throw notFound();
  const sight = sightFacts(row, await standingsOf(work, [id]));
  const members = await active(work);
  const everybody = members.map(asPerson);
  if (!maySafeguard(staff, sight, everybody)) throw notFound();
  const people = members.filter((each) => maySafeguard(asPerson(each), sight, everybody));
  return { row, sight, people };
}

/** Every concern whose safeguarding side this person may open, oldest first. */
export async function listWorkspaces(work: Work, staff: Actor): Promise<readonly ConcernRow[]> {
  const everybody = (await active(work)).map(asPerson);
  const found = await concernsToSafeguard(work, await recordedConcerns(work));
  return found.filter(({ sight }) => maySafeguard(staff, sight, everybody)).map(({ row }) => row);
}
