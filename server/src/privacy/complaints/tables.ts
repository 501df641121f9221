import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytes, day, id, instant, schoolId } from '../../platform/tables.ts';
import type { ComplaintOutcome, ComplaintState, StepKind } from './rules.ts';

export const dataComplaint = pgTable(
  'data_complaint',
  {
    schoolId: schoolId(),
    id: id<'data-complaint'>('id').notNull(),
    state: text('state').notNull().$type<ComplaintState>(),
    version: integer('version').notNull(),
    receivedOn: day('received_on').notNull(),
    acknowledgeBy: day('acknowledge_by').notNull(),
    name: bytes('name').notNull(),
    contact: bytes('contact').notNull(),
    words: bytes('words').notNull(),
    acknowledgedOn: day('acknowledged_on'),
    outcome: text('outcome').$type<ComplaintOutcome>(),
    answer: bytes('answer'),
    closedOn: day('closed_on'),
    recordedBy: id<'member'>('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const dataComplaintStep = pgTable(
  'data_complaint_step',
  {
    schoolId: schoolId(),
    id: id<'data-complaint-step'>('id').notNull(),
    complaintId: id<'data-complaint'>('complaint_id').notNull(),
    kind: text('kind').notNull().$type<StepKind>(),
    happenedOn: day('happened_on').notNull(),
    words: bytes('words').notNull(),
    recordedBy: id<'member'>('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
