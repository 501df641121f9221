import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { AdoptionWay } from './adopting.ts';
import type { PolicyState } from './life.ts';
import type { SigningMethod } from './signing.ts';

export const policy = pgTable(
  'policy',
  {
    schoolId: schoolId(),
    id: id<'policy'>('id').notNull(),
    number: integer('number').notNull(),
    state: text('state').notNull().$type<PolicyState>(),
    revision: integer('revision').notNull(),
    document: text('document').notNull(),
    doubts: jsonb('doubts').notNull(),
    hash: text('hash'),
    fileId: id<'file'>('file_id'),
    fileName: text('file_name'),
    madeBy: id<'member'>('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    approvedBy: text('approved_by'),
    approvedOn: day('approved_on'),
    adoptedHow: text('adopted_how').$type<AdoptionWay>(),
    adoptedMeeting: text('adopted_meeting'),
    adoptedVote: text('adopted_vote'),
    adoptedByBody: text('adopted_by_body'),
    adoptedOn: day('adopted_on'),
    minuteRef: text('minute_ref'),
    inForceFrom: day('in_force_from'),
    inForceUntil: day('in_force_until'),
    publishedAt: instant('published_at'),
    endedAt: instant('ended_at'),
    pdfFileId: id<'file'>('pdf_file_id'),
    material: boolean('material'),
    summary: text('summary'),
    reviewSet: jsonb('review_set'),
    leftOut: jsonb('left_out').notNull().default([]),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const policySignature = pgTable(
  'policy_signature',
  {
    schoolId: schoolId(),
    id: id<'policy-signature'>('id').notNull(),
    policyId: id<'policy'>('policy_id').notNull(),
    position: integer('position').notNull(),
    role: text('role').notNull(),
    required: boolean('required').notNull(),
    method: text('method').$type<SigningMethod>(),
    name: bytes('name'),
    signedOn: day('signed_on'),
    recordedBy: id<'member'>('recorded_by'),
    recordedAt: instant('recorded_at'),
    linkHash: text('link_hash'),
    linkExpiresAt: instant('link_expires_at'),
    scanFileId: id<'file'>('scan_file_id'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const policyReviewNotice = pgTable(
  'policy_review_notice',
  {
    schoolId: schoolId(),
    policyId: id<'policy'>('policy_id').notNull(),
    due: day('due').notNull(),
    stage: text('stage').notNull().$type<'ahead' | 'overdue'>(),
    sentAt: instant('sent_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.policyId, table.due, table.stage] })],
);
