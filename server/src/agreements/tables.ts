import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { AnswerKind, AnswerState, TalkOutcome } from './answers/rules.ts';
import type { InvitationState } from './asking/rules.ts';
import type { AgreementState, Method, Way } from './rules.ts';

export const agreement = pgTable(
  'agreement',
  {
    schoolId: schoolId(),
    id: id<'agreement'>('id').notNull(),
    policyId: id<'policy'>('policy_id').notNull(),
    documentHash: text('document_hash').notNull(),
    method: text('method').notNull().$type<Method>(),
    language: text('language').notNull(),
    name: bytes('name').notNull(),
    childClass: bytes('child_class'),
    relationship: bytes('relationship'),
    signedOn: day('signed_on').notNull(),
    recordedAt: instant('recorded_at').notNull(),
    recordedBy: id<'member'>('recorded_by'),
    receiptHash: bytes('receipt_hash'),
    state: text('state').notNull().$type<AgreementState>(),
    withdrawnAt: instant('withdrawn_at'),
    statement: text('statement'),
    way: text('way').$type<Way>(),
    classId: id<'class'>('class_id'),
    adultId: id<'adult'>('adult_id'),
    digest: bytes('digest'),
    receipt: bytes('receipt'),
    scanFileId: id<'file'>('scan_file_id'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const agreementCertificate = pgTable(
  'agreement_certificate',
  {
    schoolId: schoolId(),
    codeHash: bytes('code_hash').notNull(),
    agreementId: id<'agreement'>('agreement_id').notNull(),
    state: text('state').notNull().$type<AgreementState>(),
    issuedAt: instant('issued_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.codeHash] })],
);

export const agreementScan = pgTable(
  'agreement_scan',
  {
    schoolId: schoolId(),
    fileId: id<'file'>('file_id').notNull(),
    broughtBy: id<'member'>('brought_by').notNull(),
    broughtAt: instant('brought_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.fileId] })],
);

export const agreementClassLink = pgTable(
  'agreement_class_link',
  {
    schoolId: schoolId(),
    id: id<'class-link'>('id').notNull(),
    classId: id<'class'>('class_id').notNull(),
    token: text('token').notNull(),
    madeAt: instant('made_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const agreementAnswer = pgTable(
  'agreement_answer',
  {
    schoolId: schoolId(),
    id: id<'answer'>('id').notNull(),
    policyId: id<'policy'>('policy_id').notNull(),
    kind: text('kind').notNull().$type<AnswerKind>(),
    state: text('state').notNull().$type<AnswerState>(),
    name: bytes('name'),
    childClass: bytes('child_class'),
    contact: bytes('contact'),
    words: bytes('words'),
    adultId: id<'adult'>('adult_id'),
    receivedAt: instant('received_at').notNull(),
    owner: id<'member'>('owner'),
    outcome: text('outcome').$type<TalkOutcome>(),
    note: bytes('note'),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const agreementAsking = pgTable(
  'agreement_asking',
  {
    schoolId: schoolId(),
    askingSince: day('asking_since'),
    reminders: integer('reminders').notNull(),
    everyDays: integer('every_days').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId] })],
);

export const agreementInvitation = pgTable(
  'agreement_invitation',
  {
    schoolId: schoolId(),
    id: id<'invitation'>('id').notNull(),
    policyId: id<'policy'>('policy_id').notNull(),
    adultId: id<'adult'>('adult_id').notNull(),
    state: text('state').notNull().$type<InvitationState>(),
    serial: integer('serial').notNull(),
    tokenHash: bytes('token_hash').notNull(),
    reminders: integer('reminders').notNull(),
    askedOn: day('asked_on').notNull(),
    remindOn: day('remind_on').notNull(),
    changedAt: instant('changed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
