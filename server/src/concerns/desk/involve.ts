import { z } from 'zod';
import { listMembers } from '../../people/store.ts';
import { Refusal } from '../../platform/web/refusal.ts';
import type { FieldErrors } from '../../ui/form-state.ts';
import { tell } from '../events.ts';
import { YES_NO_UNSURE, type YesNoUnsure } from '../kinds.ts';
import { carryOver } from '../matter/carry.ts';
import { readersOf, tellReaders } from '../readers.ts';
import {
  CONCERN_ABOUT,
  type ConcernAbout,
  MARKED_SITUATIONS,
  type MarkedSituation,
  routeFor,
  routeOf,
  routingOf,
  type Situation,
  strictest,
} from '../rules.ts';
import { sightFacts } from '../standing.ts';
import { change } from '../store.ts';
import { longText, ticks } from '../tell/fields.ts';
import { routeFrom } from './acts.ts';
import { type Attempt, stand, take } from './attempt.ts';

/** The fields of the form. */
export const involvedShape = {
  about: z.enum(CONCERN_ABOUT, 'Choose whom it is about'),
  childWriter: z.enum(YES_NO_UNSURE, 'Choose one answer'),
  involved: ticks(MARKED_SITUATIONS),
  wrongdoing: longText,
};

/** Who is in a concern, as those who sort it see it. */
export interface InvolvedAnswer {
  readonly about: ConcernAbout;
  readonly childWriter: YesNoUnsure;
  readonly involved: readonly MarkedSituation[];
  /** What was found when it was asked whether staff tell of wrongdoing: only where staff reported (rule 18). */
  readonly wrongdoing: string;
}

/** Whoever works here and tells of wrongdoing is protected by law: it must be asked before anything goes on. */
export function involvedFault({ involved, wrongdoing }: InvolvedAnswer): FieldErrors | undefined {
  if (!involved.includes('reporter-staff') || wrongdoing !== '') return undefined;
  return { wrongdoing: 'Say whether they tell of wrongdoing, and who looks at that' };
}

/** Somebody at whom the words are aimed stays out of it, whatever is answered later. */
const LASTING: readonly Situation[] = ['head-target', 'chair-target'];

/**
 * Notes who is in a concern and routes it by the table of domain 2.5: past those it is about, with those out of it at
 * whom the words are aimed.
 * @throws Refusal 409 when nobody would be left to deal with it
 */
export async function involve(attempt: Attempt, answer: InvolvedAnswer): Promise<void> {
  const { work, staff, id, origin } = attempt;
  const { row, standings, state } = await take(attempt, 'involve');
  const kept = row.involved.filter((each) => LASTING.includes(each));
  const involved: Situation[] = [...new Set<Situation>([...kept, ...answer.involved])];
  const facts = { about: answer.about, childWriter: answer.childWriter, involved };
  const wanted = strictest(row.route, strictest(routeFor(answer.about), routeOf(facts)));
  const route = wanted === row.route ? wanted : await routeFrom(work, wanted);
  const { keptOut } = routingOf(facts);
  const members = await listMembers(work);
  const out = members.filter(
    ({ state: is, roles }) => is === 'active' && roles.some((each) => keptOut.includes(each)),
  );
  const before = sightFacts(row, standings);
  const sight = {
    ...before,
    route,
    safeguarding: false,
    excluded: [...before.excluded, ...out.map((each) => each.id)],
  };
  if ((await readersOf(work, sight)).length === 0) {
    throw new Refusal(
      409,
      'Nobody would be left to deal with this concern.',
      'Nothing was saved. Have somebody named for it first, or invite another case handler.',
    );
  }
  for (const each of out) await stand(work, id, each.id, { excluded: true, declaredClear: false });
  await change(work, row, { state, route, ...facts });
  await tell(work, id, { kind: 'involved', member: staff.member, note: answer.wrongdoing });
  if (route !== row.route) await tellReaders(work, sight, origin);
  await carryOver(work, id, { route, excluded: out.map((each) => each.id) }, origin);
  work.audit({ act: 'concern.involved', object: `concern:${id}`, detail: { route, out: out.length } });
}
