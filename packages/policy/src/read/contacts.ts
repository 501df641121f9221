import type { Clause, Contact } from '../document.ts';
import { gist } from '../text/spans.ts';

const EMAIL =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,8}/gu;
const URL = /\b(?:https?:\/\/|www\.)[^\s<>()"”]{1,1000}[^\s<>()"”.,;:]/gu;
const PHONE = /(?<![\d\w])(?:\+44 ?(?:\(0\))? ?|\(?0)\d(?:[\d ()-]{7,12})\d(?!\d)/gu;
const ROLE_NAME =
  "(?:(?:senior|school) leadership team|SLT|designated safeguarding lead(?: \\(DSL\\))?|DSL|deputy head ?-?teacher|(?:assistant )?head ?-?teacher|head of (?:school|year|key stage|sixth form)|principal|(?:phase|year|key stage|department) (?:leader|lead|head)|(?:class |form )?teacher|form tutor|SEN(?:D)?CO|family (?:liaison|support) (?:officer|worker)|pastoral (?:lead|team|manager)|school office|main office|office manager|school business manager|chair of (?:the )?(?:governors|governing (?:body|board)|trustees)|clerk to the governors|governing body|(?:PTA|FOSA?|PTFA) (?:chair|committee|secretary)|class rep(?:resentative)?s?|group (?:moderators?|admins?)|moderators?|admins?|pennaeth|swyddfa(?:'r ysgol)?)";
const ASKED =
  '(?:contact|email|e-mail|speak (?:to|with)|talk (?:to|with)|tell|ring|phone|call|write to|report (?:it |this |them |any \\w+ )?to|message|go to|approach|see|cysyllt\\w+ â)';
const DETERMINER =
  "(?:the |our |your |their |a |any |one of (?:the |our )|your child['’]s |(?:their|the) child['’]s )?";
const ASKED_ROLE = new RegExp(
  `\\b${ASKED}:? ${DETERMINER}(${ROLE_NAME}|school)(?![\\p{L}@._-]*@|[\\p{L}])`,
  'giu',
);
const LABELLED_ROLE = new RegExp(`^(?:with |to |by |via )?${DETERMINER}(${ROLE_NAME})(?![\\p{L}])`, 'iu');
const NAMED_ROLE = new RegExp(`(?<![\\p{L}])(${ROLE_NAME})(?![\\p{L}@])`, 'giu');

/** Roles that are told one after another: "first the teacher, then the head, and after that the chair". */
const NEXT_ROLE = new RegExp(
  `(?:\\b(?:then|next|after that|followed by|and (?:finally|lastly)|finally|or,? if (?:this|that|it) (?:does not|fails)[^,]{0,30},|failing (?:that|which),?)|→|>)(?: (?:with|to|by|speak to|contact|ask|go to))? ${DETERMINER}(${ROLE_NAME})(?![\\p{L}@])`,
  'giu',
);
const IN_TURN =
  /\b(?:first|then|next|finally|failing (?:that|which)|in turn|in (?:this|the following) order)\b|→/iu;

const SAFEGUARDING = /\bsafeguard\w*|\bchild protection\b|\bDSL\b|\bdiogelu\b/iu;

/** A role and where in the words it is named. */
interface Role {
  readonly name: string;
  readonly at: number;
}

/** The roles that a clause sends people to, in order; one that an item begins with counts too. */
function rolesIn(text: string): readonly Role[] {
  const asked = [...text.matchAll(ASKED_ROLE)].flatMap(({ 1: name, index }) =>
    name ? [{ name, at: index }] : [],
  );
  const next = [...text.matchAll(NEXT_ROLE)].flatMap(({ 1: name, 0: whole, index }) =>
    name ? [{ name, at: index + whole.length - name.length }] : [],
  );
  if (text.includes(' | ')) {
    return [...text.matchAll(NAMED_ROLE)].flatMap(({ 1: name, index }) =>
      name ? [{ name, at: index }] : [],
    );
  }
  const first = LABELLED_ROLE.exec(text)?.[1];
  const named = [...asked, ...next].toSorted((a, b) => a.at - b.at);
  return first === undefined ? named : [{ name: first, at: 0 }, ...named];
}

/** Who answers at an address: the role last named before it, otherwise any role beside it. */
function roleAt(text: string, at: number): string | undefined {
  const before = rolesIn(text).filter((role) => role.at < at);
  const beside = [...text.slice(Math.max(0, at - 60), at).matchAll(NAMED_ROLE)].at(-1)?.[1];
  return before.at(-1)?.name ?? beside;
}

function purposeOf(clause: Pick<Clause, 'kind' | 'text'>): Contact['purpose'] {
  if (clause.kind === 'safeguarding' || SAFEGUARDING.test(clause.text)) return 'safeguarding';
  return clause.kind === 'concern-route' ? 'concern' : 'general';
}

/**
 * Finds how a clause says to reach somebody (S49): addresses, numbers and pages with the role that answers there, and
 * roles named without an address, in the order of the words.
 */
export function contactsOf(clause: Pick<Clause, 'id' | 'kind' | 'text'>): readonly Contact[] {
  const { id: clauseId } = clause;
  const text = gist(clause.text);
  const purpose = purposeOf(clause);
  const found = (kind: 'email' | 'phone' | 'url', pattern: RegExp, within: string): readonly Contact[] =>
    [...within.matchAll(pattern)].map(({ 0: value, index }) => {
      const role = roleAt(text, index);
      return { kind, value: value.trim(), ...(role === undefined ? {} : { role }), purpose, clauseId };
    });
  const withoutEmails = text.replace(EMAIL, (email) => ' '.repeat(email.length));
  const reached = [
    ...found('email', EMAIL, text),
    ...found('phone', PHONE, withoutEmails),
    ...found('url', URL, text),
  ];
  if (reached.length > 0) return reached;
  if (clause.kind !== 'concern-route' && clause.kind !== 'safeguarding') return [];
  return [...new Set(rolesIn(text).map(({ name }) => name))]
    .filter((name) => !/^school$/iu.test(name))
    .map((value) => ({ kind: 'role' as const, value, purpose, clauseId }));
}

/**
 * Every contact of a policy, with its place where the school gives an order: roles told in turn in one sentence, or
 * numbered items of one list that each send people to somebody.
 */
export function contactsIn(clauses: readonly Clause[]): readonly Contact[] {
  const list = clauses.map((clause) => ({ clause, contacts: contactsOf(clause) }));
  const found: Contact[] = [];
  let rung = 0;
  list.forEach(({ clause, contacts }, at) => {
    const before = list[at - 1];
    const follows =
      before !== undefined &&
      before.contacts.length > 0 &&
      before.clause.stem === clause.stem &&
      isRung(before.clause);
    if (isRung(clause) && contacts.length > 0) {
      rung = follows ? rung + 1 : 1;
      const beside = isRung(list[at + 1]?.clause) && (list[at + 1]?.contacts.length ?? 0) > 0;
      found.push(...contacts.map((one) => (rung > 1 || beside ? { ...one, step: rung } : one)));
    } else if (
      contacts.length > 1 &&
      IN_TURN.test(`${clause.stem ?? ''} ${clause.text}`) &&
      contacts.every(({ kind }) => kind === 'role' && clause.kind !== 'text')
    ) {
      found.push(...contacts.map((one, index) => ({ ...one, step: index + 1 })));
    } else found.push(...contacts);
  });
  return found;
}

/** Whether a clause is a numbered way to raise a concern. */
function isRung(clause: Clause | undefined): boolean {
  return clause?.kind === 'concern-route' && /\d/u.test(clause.marker ?? '');
}
