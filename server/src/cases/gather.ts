import { and, asc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { type Id, type MemberId, newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { act } from './act.ts';
import type { AccountSource, ContactKind, OwnWords } from './codes.ts';
import { countWords } from './deeds.ts';
import type { CaseId } from './ids.ts';
import type { AccountHow, ContactHow } from './kinds.ts';
import { caseAccount, caseContact } from './tables.ts';
import { PARENT, type Person } from './visibility.ts';

/** What somebody involved told, in the words it is kept in. */
export interface Account {
  readonly source: AccountSource;
  readonly how: AccountHow;
  readonly givenOn: Temporal.PlainDate;
  readonly words: string;
}
export interface KeptAccount extends Account {
  readonly id: Id<'case-account'>;
  readonly recordedBy: MemberId;
}

const accountCell = (row: Id<'case-account'>) => ({ table: 'case_account', column: 'words', row });

/** Records what somebody involved told (S51). */
export async function recordAccount(
  work: Work,
  person: Person,
  caseId: CaseId,
  account: Account,
): Promise<void> {
  const { source, how, givenOn, words } = account;
  await act(work, person, caseId, { act: 'record-account', source });
  const id = newId<'case-account'>();
  await work.queries.insert(caseAccount).values({
    schoolId: work.school,
    id,
    caseId,
    source,
    how,
    givenOn,
    words: work.keys.seal(accountCell(id), words),
    recordedBy: person.member,
    recordedAt: work.now,
  });
}

/** The accounts of a case, in the order they were given. */
export async function accountsOf(work: Work, caseId: CaseId): Promise<readonly KeptAccount[]> {
  const rows = await work.queries
    .select()
    .from(caseAccount)
    .where(and(eq(caseAccount.schoolId, work.school), eq(caseAccount.caseId, caseId)))
    .orderBy(asc(caseAccount.givenOn), asc(caseAccount.id));
  return rows.map(({ id, source, how, givenOn, words, recordedBy }) => ({
    id,
    source,
    how,
    givenOn,
    recordedBy,
    words: work.keys.open(accountCell(id), words),
  }));
}

/** A contact with the parent, or a try (S52, rule 7). */
export interface Contact {
  readonly kind: ContactKind;
  readonly how: ContactHow;
  readonly happenedOn: Temporal.PlainDate;
  readonly replyBy: Temporal.PlainDate | undefined;
  /** The parent says that the words are theirs. */
  readonly ownWords: boolean;
  /** What they said, or what was tried. */
  readonly words: string;
}
export interface KeptContact extends Omit<Contact, 'ownWords' | 'how'> {
  readonly how: ContactHow | 'own-page';
  readonly id: Id<'case-contact'>;
  readonly recordedBy: MemberId;
}

const contactCell = (row: Id<'case-contact'>) => ({ table: 'case_contact', column: 'words', row });

/** Records a contact with the parent. */
export async function recordContact(
  work: Work,
  person: Person,
  caseId: CaseId,
  contact: Contact,
): Promise<void> {
  const { kind, how, happenedOn, replyBy, ownWords, words } = contact;
  await act(work, person, caseId, {
    act: 'record-contact',
    kind,
    day: happenedOn,
    replyBy: replyBy ?? null,
    ownWords,
  });
  await keepContact(work, caseId, { kind, how, happenedOn, replyBy, words }, person.member);
}

async function keepContact(
  work: Work,
  caseId: CaseId,
  { kind, how, happenedOn, replyBy, words }: Omit<KeptContact, 'id' | 'recordedBy'>,
  recordedBy: MemberId | null,
): Promise<void> {
  const id = newId<'case-contact'>();
  await work.queries.insert(caseContact).values({
    schoolId: work.school,
    id,
    caseId,
    kind,
    how,
    happenedOn,
    replyBy: replyBy ?? null,
    words: work.keys.seal(contactCell(id), words),
    recordedBy,
    recordedAt: work.now,
  });
}

/** What the parent wrote themselves. */
export interface ParentAccount {
  readonly on: Temporal.PlainDate;
  readonly ownWords: OwnWords;
  readonly words: string;
  /** Who keyed it in, when it came on paper. */
  readonly keyedBy: MemberId | undefined;
}

/**
 * Keeps the parent's own written account: it counts as hearing them (S52, rule 7).
 * @throws Refusal 409 when the case no longer takes one
 */
export async function recordParentAccount(
  work: Work,
  caseId: CaseId,
  { on, ownWords, words, keyedBy }: ParentAccount,
): Promise<void> {
  const how = keyedBy ? 'paper' : 'own-page';
  await act(work, PARENT, caseId, { act: 'parent-wrote', how, day: on, ownWords, words: countWords(words) });
  const contact = { kind: 'heard', happenedOn: on, replyBy: undefined, words } as const;
  await keepContact(work, caseId, { ...contact, how: keyedBy ? 'letter' : 'own-page' }, keyedBy ?? null);
}

/** The contacts of a case, in the order they happened. */
export async function contactsOf(work: Work, caseId: CaseId): Promise<readonly KeptContact[]> {
  const rows = await work.queries
    .select()
    .from(caseContact)
    .where(and(eq(caseContact.schoolId, work.school), eq(caseContact.caseId, caseId)))
    .orderBy(asc(caseContact.happenedOn), asc(caseContact.id));
  return rows.map(({ id, kind, how, happenedOn, replyBy, words, recordedBy }) => ({
    id,
    kind,
    how,
    happenedOn,
    replyBy: replyBy ?? undefined,
    recordedBy: recordedBy ?? PARENT.member,
    words: work.keys.open(contactCell(id), words),
  }));
}
