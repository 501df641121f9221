import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ConcernId } from '../concerns/rules.ts';
import type { Id } from '../platform/ids.ts';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { AccountSource, ContactKind, RetentionClass } from './deeds.ts';
import type { CaseId } from './ids.ts';
import type { AccountHow, ContactHow, PartySort } from './kinds.ts';
import type { Choice, QuestionId } from './questions.ts';
import type { CaseState } from './states.ts';

const caseId = () => uuid('case_id').notNull().$type<CaseId>();

export const conductCase = pgTable(
  'conduct_case',
  {
    schoolId: schoolId(),
    id: id<'case'>('id').notNull(),
    reference: text('reference').notNull(),
    concernId: uuid('concern_id').$type<ConcernId>(),
    state: text('state').notNull().$type<CaseState>(),
    version: integer('version').notNull(),
    due: day('due'),
    openedAt: instant('opened_at').notNull(),
    sight: jsonb('sight').notNull(),
    cited: jsonb('cited').notNull(),
    allegation: bytes('allegation').notNull(),
    quoted: bytes('quoted').notNull(),
    place: bytes('place').notNull(),
    followUp: bytes('follow_up'),
    closing: bytes('closing'),
    retention: text('retention').$type<RetentionClass>(),
    keepUntil: day('keep_until'),
    closedAt: instant('closed_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const caseParty = pgTable(
  'case_party',
  {
    schoolId: schoolId(),
    id: id<'case-party'>('id').notNull(),
    caseId: caseId(),
    part: text('part').notNull().$type<'subject' | 'target'>(),
    sort: text('sort').notNull().$type<PartySort>(),
    memberId: id<'member'>('member_id'),
    name: bytes('name').notNull(),
    address: bytes('address'),
    email: bytes('email'),
    phone: bytes('phone'),
    needs: bytes('needs'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const caseEvent = pgTable(
  'case_event',
  {
    schoolId: schoolId(),
    caseId: caseId(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    memberId: id<'member'>('member_id').notNull(),
    deed: jsonb('deed').notNull(),
    fromState: text('from_state').$type<CaseState>(),
    toState: text('to_state').notNull().$type<CaseState>(),
    note: bytes('note'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.caseId, table.seq] })],
);

export const caseAccount = pgTable(
  'case_account',
  {
    schoolId: schoolId(),
    id: uuid('id').notNull().$type<Id<'case-account'>>(),
    caseId: caseId(),
    source: text('source').notNull().$type<AccountSource>(),
    how: text('how').notNull().$type<AccountHow>(),
    givenOn: day('given_on').notNull(),
    words: bytes('words').notNull(),
    recordedBy: id<'member'>('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const caseContact = pgTable(
  'case_contact',
  {
    schoolId: schoolId(),
    id: uuid('id').notNull().$type<Id<'case-contact'>>(),
    caseId: caseId(),
    kind: text('kind').notNull().$type<ContactKind>(),
    how: text('how').notNull().$type<ContactHow>(),
    happenedOn: day('happened_on').notNull(),
    replyBy: day('reply_by'),
    words: bytes('words').notNull(),
    recordedBy: id<'member'>('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const caseAnswer = pgTable(
  'case_answer',
  {
    schoolId: schoolId(),
    caseId: caseId(),
    question: text('question').notNull().$type<QuestionId>(),
    choice: text('choice').notNull().$type<Choice>(),
    words: bytes('words').notNull(),
    answeredBy: id<'member'>('answered_by').notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.caseId, table.question] })],
);

export const caseDecision = pgTable(
  'case_decision',
  {
    schoolId: schoolId(),
    id: id<'case-decision'>('id').notNull(),
    caseId: caseId(),
    outcome: text('outcome').notNull(),
    label: text('label').notNull(),
    standing: text('standing').notNull(),
    reasons: bytes('reasons').notNull(),
    expected: bytes('expected'),
    jumpReason: bytes('jump_reason'),
    overrideReason: bytes('override_reason'),
    expiresOn: day('expires_on'),
    decidedBy: id<'member'>('decided_by').notNull(),
    decidedAt: instant('decided_at').notNull(),
    secondBy: id<'member'>('second_by'),
    secondAt: instant('second_at'),
    withdrawnAt: instant('withdrawn_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
