import type { Clause, Contact } from '../document.ts';

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const URL = /\b(?:https?:\/\/|www\.)[^\s<>()"”]+[^\s<>()"”.,;:]/gu;
const PHONE = /(?<![\d\w])(?:\+44 ?(?:\(0\))? ?|\(?0)\d(?:[\d ()-]{7,12})\d(?!\d)/gu;
const ROLE_NAME =
  "(?:(?:senior|school) leadership team|SLT|designated safeguarding lead(?: \\(DSL\\))?|DSL|deputy head ?-?teacher|(?:assistant )?head ?-?teacher|head of (?:school|year)|principal|(?:class |form )?teacher|school office|main office|office manager|school business manager|chair of (?:the )?(?:governors|governing (?:body|board)|trustees)|clerk to the governors|governing body|PTA (?:chair|committee|secretary)|class reps?|group (?:moderators?|admins?)|moderators?|admins?|pennaeth|swyddfa(?:'r ysgol)?)";
const ASKED =
  '(?:contact|email|e-mail|speak (?:to|with)|talk (?:to|with)|tell|ring|phone|call|write to|report (?:it |this |them |any \\w+ )?to|message|go to|approach|see|cysyllt\\w+ â)';
const DETERMINER =
  "(?:the |our |your |their |a |any |one of (?:the |our )|your child['’]s |(?:their|the) child['’]s )?";
const ASKED_ROLE = new RegExp(`\\b${ASKED}:? ${DETERMINER}(${ROLE_NAME}|school)(?![\\p{L}])`, 'giu');
const LABELLED_ROLE = new RegExp(`^(${ROLE_NAME})\\b[^:]{0,40}:`, 'iu');

const SAFEGUARDING = /\bsafeguard\w*|\bchild protection\b|\bDSL\b|\bdiogelu\b/iu;

function roles(text: string): readonly string[] {
  const asked = [...text.matchAll(ASKED_ROLE)].flatMap((match) => match[1] ?? []);
  const labelled = LABELLED_ROLE.exec(text)?.[1];
  return labelled === undefined ? asked : [labelled, ...asked];
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
  const { text, id: clauseId } = clause;
  const purpose = purposeOf(clause);
  const role = roles(text)[0];
  const emails = [...text.matchAll(EMAIL)].map(([value]) => ({ kind: 'email' as const, value }));
  const urls = [...text.matchAll(URL)].map(([value]) => ({ kind: 'url' as const, value }));
  const phones = [...text.replace(EMAIL, ' ').matchAll(PHONE)].map(([value]) => ({
    kind: 'phone' as const,
    value: value.trim(),
  }));
  const reached = [...emails, ...phones, ...urls].map(({ kind, value }) => ({
    kind,
    value,
    ...(role === undefined ? {} : { role }),
    purpose,
    clauseId,
  }));
  if (reached.length > 0) return reached;
  if (clause.kind !== 'concern-route' && clause.kind !== 'safeguarding') return [];
  return [...new Set(roles(text))]
    .filter((name) => !/^school$/iu.test(name))
    .map((value) => ({ kind: 'role' as const, value, purpose, clauseId }));
}
