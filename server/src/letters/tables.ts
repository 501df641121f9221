import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { CaseId } from '../cases/ids.ts';
import type { MemberId } from '../platform/ids.ts';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { DocumentKind, GivenBy, LetterKind, LetterState, ReturnedWhy, Signed } from './rules.ts';

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
    templateVersion: integer('template_version').notNull(),
    signedHow: text('signed_how').$type<Signed>(),
    begunWith: text('begun_with'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

/** One version of the school's own words for a document; without parts, Handbell's own. */
export const letterTemplate = pgTable(
  'letter_template',
  {
    schoolId: schoolId(),
    kind: text('kind').notNull().$type<DocumentKind>(),
    version: integer('version').notNull(),
    parts: jsonb('parts').notNull(),
    reason: text('reason').notNull(),
    savedBy: id<'member'>('saved_by').notNull(),
    savedAt: instant('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.kind, table.version] })],
);

/** Parts as letters were begun with them, by their hash. */
export const letterWording = pgTable(
  'letter_wording',
  { schoolId: schoolId(), hash: text('hash').notNull(), parts: jsonb('parts').notNull() },
  (table) => [primaryKey({ columns: [table.schoolId, table.hash] })],
);

/** In which languages letters say that an interpreter is free. */
export const letterSetting = pgTable('letter_setting', {
  schoolId: schoolId().primaryKey(),
  languages: text('languages').array().notNull(),
});

/** Each time a letter was given, and came back. */
export const letterDelivery = pgTable(
  'letter_delivery',
  {
    schoolId: schoolId(),
    id: id<'letter-delivery'>('id').notNull(),
    letterId: id<'letter'>('letter_id').notNull(),
    how: text('how').notNull().$type<GivenBy>(),
    givenOn: day('given_on').notNull(),
    givenBy: id<'member'>('given_by').notNull(),
    returnedOn: day('returned_on'),
    returnedWhy: text('returned_why').$type<ReturnedWhy>(),
    returnedBy: id<'member'>('returned_by'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
