import { integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { CaseId } from '../cases/ids.ts';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { BanState } from './ban/states.ts';
import type { ContactPlanEnd, ContactPlanState } from './contact/states.ts';

const caseId = () => uuid('case_id').notNull().$type<CaseId>();

export const siteBan = pgTable(
  'site_ban',
  {
    schoolId: schoolId(),
    id: id<'site-ban'>('id').notNull(),
    caseId: caseId(),
    state: text('state').notNull().$type<BanState>(),
    version: integer('version').notNull(),
    plan: bytes('plan').notNull(),
    fromDay: day('from_day'),
    untilDay: day('until_day'),
    lapsesOn: day('lapses_on'),
    reviewOn: day('review_on'),
    openedAt: instant('opened_at').notNull(),
    endedAt: instant('ended_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const siteBanEvent = pgTable(
  'site_ban_event',
  {
    schoolId: schoolId(),
    banId: id<'site-ban'>('ban_id').notNull(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    memberId: id<'member'>('member_id'),
    deed: jsonb('deed').notNull(),
    toState: text('to_state').notNull().$type<BanState>(),
    words: bytes('words'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.banId, table.seq] })],
);

export const communicationPlan = pgTable(
  'communication_plan',
  {
    schoolId: schoolId(),
    id: id<'communication-plan'>('id').notNull(),
    caseId: caseId(),
    state: text('state').notNull().$type<ContactPlanState>(),
    version: integer('version').notNull(),
    terms: bytes('terms').notNull(),
    fromDay: day('from_day'),
    untilDay: day('until_day'),
    reviewOn: day('review_on'),
    reviewedOn: day('reviewed_on'),
    madeBy: id<'member'>('made_by').notNull(),
    openedAt: instant('opened_at').notNull(),
    endedAt: instant('ended_at'),
    endedHow: text('ended_how').$type<ContactPlanEnd>(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
