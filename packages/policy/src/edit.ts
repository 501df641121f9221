import {
  CLAUSE_TOPICS,
  type Clause,
  type ClauseForce,
  type ClauseKind,
  type ClauseTopic,
  type Contact,
  GROUP_TYPES,
  type GroupType,
  type PartialDate,
  type Polarity,
  type PolicyDocument,
  type ResponseStep,
  type SignatureSlot,
  type Strength,
} from './document.ts';
import { allClauses, findClause } from './query.ts';
import { characterOf } from './read/character.ts';
import { contactsOf } from './read/contacts.ts';
import { responseSteps } from './read/responses.ts';
import { CONDUCT_KINDS } from './read/topics.ts';

/** An edit that would leave the document inconsistent; the message says what is missing. */
export class PolicyEditError extends Error {
  override readonly name = 'PolicyEditError';
}

function clauseOf(document: PolicyDocument, clauseId: string): Clause {
  const found = findClause(document, clauseId);
  if (!found) throw new PolicyEditError(`This policy has no clause "${clauseId}".`);
  return found.clause;
}

function replaceClause(document: PolicyDocument, changed: Clause): PolicyDocument {
  const sections = document.sections.map((section) => ({
    ...section,
    clauses: section.clauses.map((clause) => (clause.id === changed.id ? changed : clause)),
  }));
  return { ...document, sections };
}

/** Puts what belongs to one clause where the clause stands among the others. */
function inClauseOrder<T extends { readonly clauseId: string }>(
  document: PolicyDocument,
  list: readonly T[],
): T[] {
  const order = new Map(allClauses(document).map(({ id }, index) => [id, index]));
  const place = ({ clauseId }: T) => order.get(clauseId) ?? order.size;
  return list.toSorted((a, b) => place(a) - place(b));
}

/**
 * Says what a clause is for. Its topics and force are proposed afresh, the ladder gains or loses its steps, and its
 * contacts get the purpose of the new kind; the other clauses keep theirs.
 */
export function setClauseKind(document: PolicyDocument, clauseId: string, kind: ClauseKind): PolicyDocument {
  const before = clauseOf(document, clauseId);
  if (before.kind === kind) return document;
  const { strength: _strength, polarity: _polarity, ...rest } = before;
  const lead = [...(rest.outer ?? []), ...(rest.stem === undefined ? [] : [rest.stem])].join(' ');
  const words = { ...rest, ...(lead === '' ? {} : { lead }) };
  const clause: Clause = { ...rest, kind, ...characterOf(words, kind, rest.addressee) };
  const changed = replaceClause(document, clause);
  const steps = document.responses.filter((step) => step.clauseId !== clauseId);
  const contacts = document.contacts.filter((contact) => contact.clauseId !== clauseId);
  return {
    ...changed,
    responses: inClauseOrder(changed, kind === 'response' ? [...steps, ...responseSteps(clause)] : steps),
    contacts: inClauseOrder(changed, [...contacts, ...contactsOf(clause)]),
  };
}

/** Says that a clause names something wanted or unwanted; one that was no conduct becomes a guideline or an inappropriate activity. */
export function setClausePolarity(
  document: PolicyDocument,
  clauseId: string,
  polarity: Polarity,
): PolicyDocument {
  const { kind } = clauseOf(document, clauseId);
  const turned = polarity === 'do-not' ? 'inappropriate-activity' : 'guideline';
  const keeps = CONDUCT_KINDS.includes(kind) && (polarity === 'do-not' || kind !== 'inappropriate-activity');
  const changed = setClauseKind(document, clauseId, keeps ? kind : turned);
  return replaceClause(changed, { ...clauseOf(changed, clauseId), polarity });
}

/** Says how strongly a clause asks, or that it asks nothing. */
export function setClauseStrength(
  document: PolicyDocument,
  clauseId: string,
  strength: Strength | undefined,
): PolicyDocument {
  const { strength: _before, ...rest } = clauseOf(document, clauseId);
  return replaceClause(document, strength === undefined ? rest : { ...rest, strength });
}

/**
 * Says whether a breach of a clause can be answered by a response (rule 19).
 * @throws PolicyEditError when the clause is no rule of conduct and so cannot be breached
 */
export function setClauseForce(
  document: PolicyDocument,
  clauseId: string,
  force: ClauseForce,
): PolicyDocument {
  const clause = clauseOf(document, clauseId);
  if (force === 'rule' && !CONDUCT_KINDS.includes(clause.kind)) {
    throw new PolicyEditError('Only a guideline, an expectation or an inappropriate activity can be a rule.');
  }
  return replaceClause(document, { ...clause, force });
}

/** Says what a clause is about; topics are kept once each, in the usual order. */
export function setClauseTopics(
  document: PolicyDocument,
  clauseId: string,
  topics: readonly ClauseTopic[],
): PolicyDocument {
  const clause = clauseOf(document, clauseId);
  return replaceClause(document, {
    ...clause,
    topics: CLAUSE_TOPICS.filter((topic) => topics.includes(topic)),
  });
}

/** Sets or clears the title; a blank title is refused. */
export function setTitle(document: PolicyDocument, title: string): PolicyDocument {
  if (title.trim() === '') throw new PolicyEditError('A policy needs a title.');
  return { ...document, title: title.trim() };
}

/** Says which kinds of group the policy covers (S2, S3). */
export function setGroupTypes(document: PolicyDocument, types: readonly GroupType[]): PolicyDocument {
  return { ...document, groupTypes: GROUP_TYPES.filter((type) => types.includes(type)) };
}

/** Sets the review date, or clears it (S6). */
export function setReviewDate(document: PolicyDocument, review: PartialDate | undefined): PolicyDocument {
  const { review: _before, ...dates } = document.dates;
  return { ...document, dates: review === undefined ? dates : { ...dates, review } };
}

/** Says who takes the final decision, or that the policy does not say (S60). */
export function setDecider(document: PolicyDocument, decider: string | undefined): PolicyDocument {
  const { decider: _before, ...rest } = document;
  const name = decider?.trim() ?? '';
  return name === '' ? rest : { ...rest, decider: name };
}

/**
 * Sets how to reach the school (S49). A contact that the text does not name has an empty `clauseId`.
 * @throws PolicyEditError when a contact points at a clause that is not there
 */
export function setContacts(document: PolicyDocument, contacts: readonly Contact[]): PolicyDocument {
  for (const { clauseId } of contacts) if (clauseId !== '') clauseOf(document, clauseId);
  return { ...document, contacts: [...contacts] };
}

/**
 * Sets the ladder. Each step points at the clause that gives the power, so no power is added that the text lacks
 * (rule 3); those clauses become responses, and a response clause left without a step becomes plain text.
 * @throws PolicyEditError when a step points at a clause that is not there
 */
export function setResponses(document: PolicyDocument, steps: readonly ResponseStep[]): PolicyDocument {
  const powers = new Set(steps.map(({ clauseId }) => clauseOf(document, clauseId).id));
  const reset = allClauses(document).reduce((changed, { id, kind }) => {
    if (powers.has(id)) return setClauseKind(changed, id, 'response');
    return kind === 'response' ? setClauseKind(changed, id, 'text') : changed;
  }, document);
  return { ...reset, responses: [...steps] };
}

/** Says who signs, one place a role, in order (S7, S8); blank roles are left out. */
export function setSignatures(document: PolicyDocument, roles: readonly string[]): PolicyDocument {
  const known = new Map(document.signatures.map(({ role, id }) => [role, id]));
  const used = new Set(known.values());
  const slots: SignatureSlot[] = [];
  for (const role of new Set(roles.map((one) => one.trim()))) {
    if (role === '') continue;
    let [id, number] = [known.get(role), 1];
    while (id === undefined) {
      if (!used.has(`sig${number}`)) id = `sig${number}`;
      number++;
    }
    used.add(id);
    slots.push({ id, role });
  }
  return { ...document, signatures: slots };
}
