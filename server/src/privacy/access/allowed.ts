import type { Person } from '../../cases/visibility.ts';
import { outrun } from '../../people/last-change.ts';
import type { MemberId } from '../../platform/ids.ts';
import type { Refusal } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import type { DecidedRecord } from './bundle.ts';
import { untestedOf } from './passage.ts';
import { decisionsOf, recordsOf } from './records-store.ts';
import { OBSTACLE_TEXT, obstacleOf, type RequestAct, type RequestObstacle, requestAfter } from './rules.ts';
import { openRecords } from './search.ts';
import { type AccessRequest, changeRequest, findRequest, type RequestId } from './store.ts';

/** An act on a request that its rules refuse; the message says what to do first. */
export class RequestRefused extends Error {
  override readonly name = 'RequestRefused';
  constructor(obstacle: Exclude<RequestObstacle, 'moved-on'>) {
    super(OBSTACLE_TEXT[obstacle]);
  }
}

/** The records of a request that are in its pack, with what was decided about each passage. */
export async function decidedRecords(
  work: Work,
  person: Person,
  request: AccessRequest,
): Promise<readonly DecidedRecord[]> {
  const objects = (await recordsOf(work, request.id)).filter(({ included }) => included);
  const decisions = await decisionsOf(work, request.id);
  const records = await openRecords(
    work,
    person,
    request,
    objects.map(({ object }) => object),
    decisions,
  );
  return records.map((record) => ({ record, decisions: decisions.get(record.object) ?? new Map() }));
}

const isPaused = ({ pauses }: AccessRequest): boolean => pauses.some(({ until }) => until === undefined);

/**
 * Holds a request and asks its rules.
 * @param checker who is asked to check the pack, for preparing it
 * @throws Refusal 404, 409 when it has moved on; RequestRefused when something must be done first
 */
export async function allowed(
  work: Work,
  person: Person,
  id: RequestId,
  act: RequestAct,
  checker?: MemberId,
): Promise<AccessRequest> {
  const request = await findRequest(work, id, true);
  const records = act === 'prepare' ? await recordsOf(work, id) : [];
  const decided = act === 'prepare' ? await decidedRecords(work, person, request) : [];
  const facts = {
    state: request.state,
    paused: isPaused(request),
    extended: request.extended !== undefined,
    preparedBy: request.preparedBy,
    checker: checker ?? request.checker,
    undecided: records.filter(({ included }) => included === undefined).length,
    untested: decided.reduce((sum, { record, decisions }) => sum + untestedOf(record, decisions).length, 0),
  };
  const obstacle = obstacleOf(facts, act, person.member);
  if (obstacle === 'moved-on') throw await movedOn(work, id);
  if (obstacle) throw new RequestRefused(obstacle);
  return request;
}

/** The request does not stand where the act needs it: who changed it last, and when. */
function movedOn(work: Work, id: RequestId): Promise<Refusal> {
  return outrun(work, `access-request:${id}`, OBSTACLE_TEXT['moved-on']);
}

/** Writes what an act leaves in a request, with its audit. */
export async function done(
  work: Work,
  request: AccessRequest,
  act: RequestAct,
  values: Parameters<typeof changeRequest>[4] = {},
): Promise<void> {
  const to = requestAfter(request.state, act);
  if (!to) throw await movedOn(work, request.id);
  await changeRequest(work, request, act, to, values);
}
