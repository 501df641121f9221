import { conflictOf, isParent, mayWork, type Person } from '../../cases/visibility.ts';
import { after, standingOn } from './facts.ts';
import { BAN_GUARD_RULES, type BanRequest, isFreshReviewer } from './guards.ts';
import type { BanRefusal } from './refusals.ts';
import { BAN_TRANSITIONS, type BanPart, type BanState } from './states.ts';

/** What the table answers. A refusal says everything that is missing, not the first thing only. */
export type BanAnswer =
  | { readonly ok: true; readonly state: BanState }
  | { readonly ok: false; readonly refusals: readonly BanRefusal[] };

type PartRule = (person: Person, request: BanRequest) => boolean;

const isDecider: PartRule = ({ member }, { outside }) => outside.case.decider === member;
const isWorker: PartRule = (person, { outside }) => mayWork(person, outside.case);

/** Whose act it is. A review is the named reviewer's; to lift a ban early is the decider's too. */
const PARTS: Readonly<Record<Exclude<BanPart, 'clock'>, PartRule>> = {
  decider: isDecider,
  'worker-or-decider': (person, request) => isWorker(person, request) || isDecider(person, request),
  // What a parent says is taken down by whoever listens to them, or written by themselves.
  listener: (person, request) => isParent(person) || isWorker(person, request) || isDecider(person, request),
  reviewer: (person, request) => {
    const { facts, outside, deed } = request;
    if (deed.act === 'lift' && isDecider(person, request)) return true;
    return facts.review?.reviewer === person.member && isFreshReviewer(person, outside.case, facts);
  },
  // Whoever stands at the gate says what they saw; the act's own route asks for their role.
  gate: () => true,
};

function notTheirs(request: BanRequest, part: BanPart): BanRefusal | undefined {
  const { person, outside } = request;
  if (part === 'clock') return person ? { code: 'not-yours' } : undefined;
  if (!person) return { code: 'not-yours' };
  // Rule 8: whoever is the target, has an interest or was kept out has no part in it.
  if (part !== 'gate' && conflictOf(person, outside.case)) return { code: 'conflict' };
  return PARTS[part](person, request) ? undefined : { code: 'not-yours' };
}

/**
 * Asks the table: may this person do this now, and where does it lead? A ban whose last day has passed takes no more
 * acts, whether or not its end was written down.
 */
export function askBan(request: BanRequest): BanAnswer {
  const { deed, facts, outside } = request;
  const { from, part, needs } = BAN_TRANSITIONS[deed.act];
  const state = part === 'clock' ? facts.state : standingOn(facts, outside.limits.today);
  const fits = from === 'nothing' ? facts.state === undefined : state !== undefined && from.includes(state);
  if (!fits) return { ok: false, refusals: [{ code: 'wrong-state' }] };
  const theirs = notTheirs(request, part);
  if (theirs) return { ok: false, refusals: [theirs] };
  const refusals = needs.flatMap((name) => BAN_GUARD_RULES[name](request) ?? []);
  if (refusals.length > 0) return { ok: false, refusals };
  const next = after(facts, {
    deed,
    by: request.person?.member,
    on: outside.limits.today,
  });
  return next.state === undefined
    ? { ok: false, refusals: [{ code: 'wrong-state' }] }
    : { ok: true, state: next.state };
}
