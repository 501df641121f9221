import { type CaseFacts, NOTHING_YET } from './facts.ts';
import { GUARDS } from './guards.ts';
import type { CaseRefusal } from './refusals.ts';
import { after } from './replay.ts';
import type { Request } from './request.ts';
import type { CaseState, Part } from './states.ts';
import { TRANSITIONS } from './transitions.ts';
import {
  conflictOf,
  isParent,
  mayApprove,
  mayConvene,
  mayKeep,
  maySignSecond,
  mayWork,
  seesCase,
} from './visibility.ts';

/** What the table answers. A refusal says everything that is missing, not the first thing only. */
export type Answer =
  | { readonly ok: true; readonly state: CaseState }
  | { readonly ok: false; readonly refusals: readonly CaseRefusal[] };

const PARTS: Readonly<Record<Part, (request: Request) => boolean>> = {
  worker: ({ person, facts }) => mayWork(person, facts),
  decider: ({ person, facts }) => facts.decider === person.member,
  'worker-or-decider': ({ person, facts }) => mayWork(person, facts) || facts.decider === person.member,
  second: ({ person, facts }) => maySignSecond(person, facts),
  approver: ({ person, facts }) => mayApprove(person, facts),
  reviewer: ({ person, facts }) => facts.review?.reviewer === person.member,
  // Staff take a parent's request in, or the parent makes it themselves.
  convener: ({ person, facts }) => isParent(person) || mayConvene(person, facts),
  keeper: ({ person, facts }) => mayKeep(person, facts),
  viewer: ({ person, facts }) => seesCase(person, facts),
  parent: ({ person }) => isParent(person),
};

/** The case as it would be seen by its first act: who opens a case is judged by the conflicts they name. */
function judged({ deed, facts, person, outside }: Request): CaseFacts {
  return deed.act === 'open' && facts === NOTHING_YET
    ? after(NOTHING_YET, { deed, by: person.member, on: outside.today })
    : facts;
}

/**
 * Asks the table: may this person do this now, and where does it lead? Whoever is the target of the words, has an
 * interest or was kept out does nothing (rule 8); then it must be the right state, their own part, and every condition
 * met.
 */
export function ask(request: Request): Answer {
  const { deed, facts, person } = request;
  const { from, to, part, needs } = TRANSITIONS[deed.act];
  const fits = from === 'nothing' ? facts.state === undefined : facts.state && from.includes(facts.state);
  const state = to === 'same' ? facts.state : to;
  if (!fits || !state) return { ok: false, refusals: [{ code: 'wrong-state', state: facts.state }] };
  const seen = judged(request);
  const conflict = conflictOf(person, seen);
  if (conflict) return { ok: false, refusals: [{ code: 'conflict', conflict }] };
  if (!PARTS[part]({ ...request, facts: seen })) return { ok: false, refusals: [{ code: 'not-yours' }] };
  const refusals = needs.flatMap((name) => GUARDS[name](request));
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, state };
}
