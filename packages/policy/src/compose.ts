import type { Addressee, Clause, ClauseKind, PolicyDocument, Section, SourceSpan } from './document.ts';
import { PolicyEditError, setClauseKind } from './edit.ts';
import { allClauses, findClause } from './query.ts';
import { textAt, tidy } from './text/spans.ts';

/** One place earlier or later. */
export type Direction = 'up' | 'down';

/** A policy that says nothing yet, to be written clause by clause. */
export function newPolicy(title: string, schoolName: string): PolicyDocument {
  return {
    format: 1,
    title: title.trim(),
    schoolNames: [schoolName],
    dates: {},
    groupTypes: [],
    audience: [],
    sections: [],
    responses: [],
    contacts: [],
    signatures: [],
    linkedPolicies: [],
    fields: [],
    source: '',
  };
}

function sectionAt(document: PolicyDocument, sectionId: string): number {
  const at = document.sections.findIndex(({ id }) => id === sectionId);
  if (at < 0) throw new PolicyEditError(`This policy has no section "${sectionId}".`);
  return at;
}

function placeOf(
  document: PolicyDocument,
  clauseId: string,
): { readonly section: number; readonly at: number } {
  const section = document.sections.findIndex(({ clauses }) => clauses.some(({ id }) => id === clauseId));
  const at = document.sections[section]?.clauses.findIndex(({ id }) => id === clauseId) ?? -1;
  if (at < 0) throw new PolicyEditError(`This policy has no clause "${clauseId}".`);
  return { section, at };
}

/** The first name of a row ("c1", "c2", ...) that nothing bears. */
function freeId(sign: string, taken: readonly string[]): string {
  const used = new Set(taken);
  let number = taken.length + 1;
  while (used.has(`${sign}${number}`)) number++;
  return `${sign}${number}`;
}

const hasNumber = (marker: string | undefined) => marker !== undefined && /\d/u.test(marker);

/** Whether the school numbers its sections or clauses itself: those numbers are kept, whatever moves. */
function ownNumbers({ sections }: PolicyDocument): boolean {
  return sections.some(
    ({ marker, clauses }) => hasNumber(marker) || clauses.some((one) => hasNumber(one.marker)),
  );
}

/** Numbers sections and clauses in their order; where the school has numbers of its own, only what has none yet. */
function numbered(document: PolicyDocument): PolicyDocument {
  const own = ownNumbers(document);
  const taken = new Set(
    own ? document.sections.flatMap(({ ref, clauses }) => [ref, ...clauses.map((one) => one.ref)]) : [],
  );
  const next = (make: (number: number) => string): string => {
    let number = 1;
    while (taken.has(make(number))) number++;
    taken.add(make(number));
    return make(number);
  };
  const sections = document.sections.map((section) => {
    const ref = own && section.ref !== '' ? section.ref : next(String);
    const clauses = section.clauses.map((clause) =>
      own && clause.ref !== '' ? clause : { ...clause, ref: next((number) => `${ref}.${number}`) },
    );
    return { ...section, ref, clauses };
  });
  return { ...document, sections };
}

function withSection(document: PolicyDocument, at: number, section: Section): PolicyDocument {
  return { ...document, sections: document.sections.with(at, section) };
}

/** Puts one of a list a place earlier or later; at the end it stays. */
function moved<T>(list: readonly T[], at: number, direction: Direction): readonly T[] {
  const other = at + (direction === 'up' ? -1 : 1);
  const [one, two] = [list[at], list[other]];
  return one === undefined || two === undefined ? list : list.with(at, two).with(other, one);
}

/** Adds a section at the end. A blank heading is refused. */
export function addSection(document: PolicyDocument, heading: string): PolicyDocument {
  if (tidy(heading) === '') throw new PolicyEditError('A section needs a heading.');
  const { sections, source } = document;
  const id = freeId(
    's',
    sections.map((one) => one.id),
  );
  const end: SourceSpan = [source.length, source.length];
  const section: Section = { id, ref: '', heading: tidy(heading), clauses: [], span: end };
  return numbered({ ...document, sections: [...sections, section] });
}

/** Gives a section another heading. */
export function setHeading(document: PolicyDocument, sectionId: string, heading: string): PolicyDocument {
  const at = sectionAt(document, sectionId);
  const section = document.sections[at];
  if (!section || tidy(heading) === '') throw new PolicyEditError('A section needs a heading.');
  return withSection(document, at, { ...section, heading: tidy(heading) });
}

/** Puts a section a place earlier or later. */
export function moveSection(
  document: PolicyDocument,
  sectionId: string,
  direction: Direction,
): PolicyDocument {
  const at = sectionAt(document, sectionId);
  return numbered({ ...document, sections: moved(document.sections, at, direction) });
}

/** Takes a section out. Throws PolicyEditError while there are clauses in it. */
export function removeSection(document: PolicyDocument, sectionId: string): PolicyDocument {
  const section = document.sections[sectionAt(document, sectionId)];
  if (section && section.clauses.length > 0) {
    throw new PolicyEditError('There are clauses in this section. Take them out or move them first.');
  }
  return numbered({ ...document, sections: document.sections.filter(({ id }) => id !== sectionId) });
}

/** Says afresh what follows for a clause from its words: its topics, what can follow, ladder and contacts. */
function reread(document: PolicyDocument, clauseId: string, kind: ClauseKind): PolicyDocument {
  return setClauseKind(
    setClauseKind(document, clauseId, kind === 'text' ? 'belief' : 'text'),
    clauseId,
    kind,
  );
}

function insert(
  document: PolicyDocument,
  section: number,
  at: number,
  { text, kind, span }: Pick<Clause, 'text' | 'kind' | 'span'>,
): { readonly document: PolicyDocument; readonly clauseId: string } {
  const into = document.sections[section];
  if (!into) throw new PolicyEditError('Add a section first.');
  const clauseId = freeId(
    'c',
    allClauses(document).map(({ id }) => id),
  );
  const clause: Clause = {
    id: clauseId,
    ref: '',
    kind: 'text',
    text,
    topics: [],
    force: 'expectation',
    span,
  };
  const clauses = into.clauses.toSpliced(at, 0, clause);
  return {
    document: reread(numbered(withSection(document, section, { ...into, clauses })), clauseId, kind),
    clauseId,
  };
}

/**
 * Adds a clause at the end of a section, in words that the document's source does not have.
 * @throws PolicyEditError for blank words or a section that is not there
 */
export function addClause(
  document: PolicyDocument,
  sectionId: string,
  { text, kind }: Pick<Clause, 'text' | 'kind'>,
): { readonly document: PolicyDocument; readonly clauseId: string } {
  if (tidy(text) === '') throw new PolicyEditError('A clause needs words.');
  const section = sectionAt(document, sectionId);
  const end = document.source.length;
  const at = document.sections[section]?.clauses.length ?? 0;
  return insert(document, section, at, { text: tidy(text), kind, span: [end, end] });
}

/** Puts a clause in other words; what follows from them is proposed afresh. Where it came from in the source stays. */
export function setClauseText(document: PolicyDocument, clauseId: string, text: string): PolicyDocument {
  const { section, at } = placeOf(document, clauseId);
  const into = document.sections[section];
  const before = into?.clauses[at];
  if (!into || !before || tidy(text) === '') throw new PolicyEditError('A clause needs words.');
  if (tidy(text) === before.text) return document;
  const { exceptions: _exceptions, rules: _rules, ...rest } = before;
  const clauses = into.clauses.with(at, { ...rest, text: tidy(text) });
  return reread(withSection(document, section, { ...into, clauses }), clauseId, before.kind);
}

/** Takes a clause out, with the steps and hours that rest on it; contacts stay. Its words stay in the source, not taken. */
export function removeClause(document: PolicyDocument, clauseId: string): PolicyDocument {
  const { section, at } = placeOf(document, clauseId);
  const into = document.sections[section];
  if (!into) return document;
  const { quietHours, ...rest } = withSection(document, section, {
    ...into,
    clauses: into.clauses.toSpliced(at, 1),
  });
  return numbered({
    ...rest,
    ...(quietHours !== undefined && quietHours.clauseId !== clauseId && { quietHours }),
    responses: document.responses.filter((step) => step.clauseId !== clauseId),
    contacts: document.contacts.map((one) => (one.clauseId === clauseId ? { ...one, clauseId: '' } : one)),
  });
}

/** Puts a clause a place earlier or later; past the end of its section it goes into the next one. */
export function moveClause(document: PolicyDocument, clauseId: string, direction: Direction): PolicyDocument {
  const { section, at } = placeOf(document, clauseId);
  const into = document.sections[section];
  const clause = into?.clauses[at];
  if (!into || !clause) return document;
  const inside = moved(into.clauses, at, direction);
  if (inside !== into.clauses) return numbered(withSection(document, section, { ...into, clauses: inside }));
  const other = section + (direction === 'up' ? -1 : 1);
  const next = document.sections[other];
  if (!next) return document;
  // The sentence that led it stands before its old list.
  const { stem: _stem, depth: _depth, ...alone } = clause;
  const clauses = direction === 'up' ? [...next.clauses, alone] : [alone, ...next.clauses];
  const left = withSection(document, section, { ...into, clauses: into.clauses.toSpliced(at, 1) });
  return numbered(withSection(left, other, { ...next, clauses }));
}

/**
 * Makes a clause of words of the source that are none yet: of a field, or of words that were not taken. It stands where
 * its words stand.
 * @throws PolicyEditError when the words are in a clause already
 */
export function takeAsClause(
  document: PolicyDocument,
  span: SourceSpan,
  kind: ClauseKind,
): { readonly document: PolicyDocument; readonly clauseId: string } {
  const [start, end] = span;
  const text = textAt(document.source, span);
  if (text === '' || start < 0 || end > document.source.length)
    throw new PolicyEditError('There are no words there.');
  if (allClauses(document).some(({ span: own }) => own[0] < end && start < own[1])) {
    throw new PolicyEditError('These words are in a clause already.');
  }
  const fields = document.fields.filter(({ span: own }) => own[1] <= start || end <= own[0]);
  const begun = document.sections.findLastIndex((one) => one.span[0] <= start && one.span[0] < one.span[1]);
  const home =
    document.sections.length === 0
      ? addSection({ ...document, fields }, document.title)
      : { ...document, fields };
  const section = Math.max(begun, 0);
  const before = home.sections[section]?.clauses.findIndex((one) => one.span[0] >= end) ?? -1;
  const at = before < 0 ? (home.sections[section]?.clauses.length ?? 0) : before;
  return insert(home, section, at, { text, kind, span });
}

/** Whether a clause says what its place in the source says: one that was put in other words, or added, does not. */
export function isAsWritten(document: PolicyDocument, clauseId: string): boolean {
  const clause = findClause(document, clauseId)?.clause;
  return clause !== undefined && textAt(document.source, clause.span) === clause.text;
}

/** Says whom a clause binds; undefined is the members of the group at large. What can follow is proposed afresh. */
export function setAddressee(
  document: PolicyDocument,
  clauseId: string,
  addressee: Addressee | undefined,
): PolicyDocument {
  const { section, at } = placeOf(document, clauseId);
  const into = document.sections[section];
  const clause = into?.clauses[at];
  if (!into || !clause || clause.addressee === addressee) return document;
  const { addressee: _before, ...rest } = clause;
  const clauses = into.clauses.with(at, { ...rest, ...(addressee !== undefined && { addressee }) });
  return reread(withSection(document, section, { ...into, clauses }), clauseId, clause.kind);
}
