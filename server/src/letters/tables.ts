import { boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { CaseId } from '../cases/ids.ts';
import type { MemberId } from '../platform/ids.ts';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { GivenBy, LetterKind, LetterState } from './rules.ts';

export const letter = pgTable(
  'letter',
  {
    schoolId: schoolId(),
    id: id<'letter'>('id').notNull(),
    caseId: uuid('case_id').notNull().$type<CaseId>(),
    kind: text('kind').notNull().$type<LetterKind>(),
    state: text('state').notNull().$type<LetterState>(),
    version: integer('version').notNull(),
    reference: text('reference').notNull(),
    matter: bytes('matter').notNull(),
    sections: bytes('sections').notNull(),
    largePrint: boolean('large_print').notNull(),
    replyBy: day('reply_by'),
    expiresOn: day('expires_on'),
    hiddenFrom: uuid('hidden_from').array().notNull().$type<MemberId[]>(),
    openTo: uuid('open_to').array().notNull().$type<MemberId[]>(),
    restricted: boolean('restricted').notNull(),
    draftedBy: id<'member'>('drafted_by').notNull(),
    draftedAt: instant('drafted_at').notNull(),
    issuedBy: id<'member'>('issued_by'),
    issuedAt: instant('issued_at'),
    pdfFile: id<'file'>('pdf_file'),
    pdfHash: text('pdf_hash'),
    wordFile: id<'file'>('word_file'),
    wordHash: text('word_hash'),
    givenHow: text('given_how').$type<GivenBy>(),
    givenOn: day('given_on'),
    givenBy: id<'member'>('given_by'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
