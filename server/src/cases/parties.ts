import { and, asc, eq } from 'drizzle-orm';
import { type Id, type MemberId, newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { CaseId } from './ids.ts';
import type { PartySort } from './kinds.ts';
import { caseParty } from './tables.ts';

/** Somebody a case is about, or whom the words were about. */
export interface NewParty {
  readonly part: 'subject' | 'target';
  readonly sort: PartySort;
  readonly name: string;
  readonly address?: string;
  readonly email?: string;
  readonly phone?: string;
  /** What makes it easy for them to take part: an interpreter, large print, a companion. */
  readonly needs?: string;
  /** The member of staff they are. */
  readonly member?: MemberId;
}

export interface Party extends Required<Omit<NewParty, 'member'>> {
  readonly id: Id<'case-party'>;
  readonly member: MemberId | undefined;
}

type Column = 'name' | 'address' | 'email' | 'phone' | 'needs';
const COLUMNS: readonly Column[] = ['name', 'address', 'email', 'phone', 'needs'];
const cell = (column: Column, row: Id<'case-party'>) => ({ table: 'case_party', column, row });

/** Keeps somebody of a case: who they are is sealed with the key for identities. */
export async function saveParty(work: Work, caseId: CaseId, party: NewParty): Promise<void> {
  const id = newId<'case-party'>();
  const seal = (column: Column) => work.keys.seal(cell(column, id), party[column] ?? '', 'identity');
  await work.queries.insert(caseParty).values({
    schoolId: work.school,
    id,
    caseId,
    part: party.part,
    sort: party.sort,
    memberId: party.member ?? null,
    name: seal('name'),
    address: seal('address'),
    email: seal('email'),
    phone: seal('phone'),
    needs: seal('needs'),
  });
  work.audit({ act: 'case.party-added', object: `case:${caseId}`, detail: { part: party.part } });
}

/** Changes how a party can be reached and what they need. */
export async function changeParty(
  work: Work,
  caseId: CaseId,
  id: Id<'case-party'>,
  change: Pick<Party, 'name' | 'address' | 'email' | 'phone' | 'needs'>,
): Promise<void> {
  const sealed = (column: Column) => work.keys.seal(cell(column, id), change[column], 'identity');
  await work.queries
    .update(caseParty)
    .set({
      name: sealed('name'),
      address: sealed('address'),
      email: sealed('email'),
      phone: sealed('phone'),
      needs: sealed('needs'),
    })
    .where(and(eq(caseParty.schoolId, work.school), eq(caseParty.caseId, caseId), eq(caseParty.id, id)));
  work.audit({ act: 'case.party-changed', object: `case:${caseId}` });
}

/** Opens a kept party. */
export function openParty(work: Work, row: typeof caseParty.$inferSelect): Party {
  const open = (column: Column) => {
    const sealed = row[column];
    return sealed ? work.keys.open(cell(column, row.id), sealed, 'identity') : '';
  };
  const [name = '', address = '', email = '', phone = '', needs = ''] = COLUMNS.map(open);
  const { id, part, sort, memberId } = row;
  return { id, part, sort, member: memberId ?? undefined, name, address, email, phone, needs };
}

/** Everybody of a case, the one it is about first. */
export async function partiesOf(work: Work, caseId: CaseId): Promise<readonly Party[]> {
  const rows = await work.queries
    .select()
    .from(caseParty)
    .where(and(eq(caseParty.schoolId, work.school), eq(caseParty.caseId, caseId)))
    .orderBy(asc(caseParty.part), asc(caseParty.id));
  return rows.map((row) => openParty(work, row));
}
