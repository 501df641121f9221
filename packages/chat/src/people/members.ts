import type { Entries } from '../entries.ts';
import { isPhoneNumber } from '../names/clean-name.ts';
import type { AdminSpan, ChatEvent, Member, Membership } from '../types.ts';

interface Draft {
  name: string;
  messages: number;
  first: number;
  last: number;
  memberships: Membership[];
  admin: AdminSpan[];
  /** When the person left or was removed; null while they are in, as far as is known. */
  out: string | null;
}

type End = Pick<Membership, 'to' | 'toHow' | 'toBy'>;
type Start = Pick<Membership, 'from' | 'fromHow' | 'fromBy'>;

const UNKNOWN_START: Start = { from: null, fromHow: 'unknown', fromBy: null };
const STILL_IN: End = { to: null, toHow: 'still-in', toBy: null };

// Is the last span of membership still open?
function isOpen(draft: Draft): boolean {
  return draft.memberships.at(-1)?.toHow === 'still-in';
}

// Someone writes after leaving: they came back, unseen. A message of the time before may be delivered late.
function comeBack(draft: Draft, at: string): void {
  if (draft.out === null || at <= draft.out) return;
  draft.memberships.push({ ...UNKNOWN_START, ...STILL_IN });
  draft.out = null;
}

function begin(draft: Draft, start: Start): void {
  draft.out = null;
  // Someone who wrote before they are seen coming was in before, and left unseen.
  if (draft.memberships.length === 0 && draft.first >= 0)
    draft.memberships.push({ ...UNKNOWN_START, to: null, toHow: 'unknown', toBy: null });
  // Someone added twice without leaving in between: the export does not show the leaving.
  const last = draft.memberships.at(-1);
  if (last !== undefined && isOpen(draft)) {
    draft.memberships[draft.memberships.length - 1] = { ...last, to: null, toHow: 'unknown', toBy: null };
  }
  draft.memberships.push({ ...start, ...STILL_IN });
}

function end(draft: Draft, finish: End): void {
  const last = draft.memberships.at(-1);
  if (last !== undefined && isOpen(draft)) {
    draft.memberships[draft.memberships.length - 1] = { ...last, ...finish };
  } else draft.memberships.push({ ...UNKNOWN_START, ...finish });
  draft.out = finish.to;
  endAdmin(draft, finish.to);
}

function endAdmin(draft: Draft, to: string | null): void {
  const last = draft.admin.at(-1);
  if (last !== undefined && last.to === null) draft.admin[draft.admin.length - 1] = { ...last, to };
}

/**
 * Works out who was in the chat, when, and from whom that is known. What the export does not show is null or
 * `unknown`, never guessed.
 * @param names the senders, by number
 * @param entries the messages
 * @param notices positions of the notices
 * @param events the notices, in file order
 * @param atOf time of a message
 */
export function membersOf(
  names: readonly string[],
  entries: Entries,
  notices: ReadonlySet<number>,
  events: readonly ChatEvent[],
  atOf: (index: number) => string,
): Member[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (name: string): Draft => {
    let draft = drafts.get(name);
    if (draft === undefined) {
      draft = { name, messages: 0, first: -1, last: -1, memberships: [], admin: [], out: null };
      drafts.set(name, draft);
    }
    return draft;
  };
  let next = 0;
  for (let index = 0; index < entries.length; index += 1) {
    const event = events[next];
    if (event?.index === index) {
      apply(event, draftOf);
      next += 1;
    }
    const sender = entries.sender[index] ?? -1;
    if (sender < 0 || notices.has(index)) continue;
    const draft = draftOf(names[sender] ?? '');
    if (draft.first < 0) draft.first = index;
    draft.messages += 1;
    draft.last = index;
    if (draft.out !== null) comeBack(draft, atOf(index));
  }
  const members = [...drafts.values()].map((draft) => finish(draft, atOf));
  return members.sort((a, b) => b.messages - a.messages || (a.name < b.name ? -1 : 1));
}

// One event's bearing on who is in the group.
function apply(event: ChatEvent, draftOf: (name: string) => Draft): void {
  const { at, actor, targets, type } = event;
  // Whoever did something in the group was in it.
  if (actor !== null) draftOf(actor);
  if ((type === 'created' || type === 'joined') && actor !== null) {
    begin(draftOf(actor), { from: at, fromHow: type, fromBy: null });
    if (type === 'created') draftOf(actor).admin.push({ from: at, to: null });
  } else if (type === 'added') {
    for (const name of targets) begin(draftOf(name), { from: at, fromHow: type, fromBy: actor });
  } else if (type === 'left' && actor !== null) {
    end(draftOf(actor), { to: at, toHow: type, toBy: null });
  } else if (type === 'removed') {
    for (const name of targets) end(draftOf(name), { to: at, toHow: type, toBy: actor });
  } else if (type === 'admin') {
    for (const name of targets) draftOf(name).admin.push({ from: at, to: null });
  } else if (type === 'admin-removed') {
    for (const name of targets) {
      const draft = draftOf(name);
      if (draft.admin.at(-1)?.to === null) endAdmin(draft, at);
      else draft.admin.push({ from: null, to: at });
    }
  }
}

function finish(draft: Draft, atOf: (index: number) => string): Member {
  const wrote = draft.first >= 0;
  const isUnknown = draft.memberships.length === 0;
  const memberships = isUnknown ? [{ ...UNKNOWN_START, ...STILL_IN }] : draft.memberships;
  return {
    name: draft.name,
    isNumber: isPhoneNumber(draft.name),
    messages: draft.messages,
    firstAt: wrote ? atOf(draft.first) : null,
    lastAt: wrote ? atOf(draft.last) : null,
    memberships,
    admin: draft.admin,
  };
}
