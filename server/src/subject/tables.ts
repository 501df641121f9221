import { boolean, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { CaseId } from '../cases/ids.ts';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { SentKind, Way } from './kinds.ts';

const caseId = () => uuid('case_id').notNull().$type<CaseId>();

export const subjectPage = pgTable(
  'subject_page',
  {
    schoolId: schoolId(),
    caseId: caseId(),
    formCode: text('form_code').notNull(),
    mailAgreed: boolean('mail_agreed').notNull(),
    madeAt: instant('made_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.caseId] })],
);

export const subjectAccess = pgTable(
  'subject_access',
  {
    schoolId: schoolId(),
    id: id<'subject-access'>('id').notNull(),
    caseId: caseId(),
    way: text('way').notNull().$type<Way>(),
    secretHash: bytes('secret_hash').notNull(),
    madeBy: id<'member'>('made_by').notNull(),
    madeAt: instant('made_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    endedAt: instant('ended_at'),
    openedAt: instant('opened_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const subjectWord = pgTable(
  'subject_word',
  {
    schoolId: schoolId(),
    id: id<'subject-word'>('id').notNull(),
    caseId: caseId(),
    kind: text('kind').notNull().$type<SentKind>(),
    words: bytes('words').notNull(),
    sentAt: instant('sent_at').notNull(),
    cameOn: day('came_on'),
    keyedBy: id<'member'>('keyed_by'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
