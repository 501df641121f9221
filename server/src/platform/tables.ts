import { bigint, customType, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core';
import { Temporal } from 'temporal-polyfill';
import type { AuditDetail } from './audit/chain.ts';
import type { Id, SchoolId } from './ids.ts';

/** A column of raw bytes: sealed values, hashes. */
export const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** A column that holds a point in time, as a Temporal.Instant. */
export const instant = customType<{ data: Temporal.Instant; driverData: Date | string }>({
  dataType: () => 'timestamptz',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.Instant.from(value instanceof Date ? value.toISOString() : toIso(value)),
});

/** Drizzle asks for timestamps as PostgreSQL writes them: "2027-03-09 18:15:00.123+00". */
function toIso(written: string): string {
  return written.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00');
}

/** A column that holds a calendar day, as a Temporal.PlainDate. */
export const day = customType<{ data: Temporal.PlainDate; driverData: string }>({
  dataType: () => 'date',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => Temporal.PlainDate.from(value),
});

/** A column that holds an id of one kind of thing. */
export const id = <Kind extends string>(name?: string) =>
  name === undefined ? uuid().$type<Id<Kind>>() : uuid(name).$type<Id<Kind>>();

/** The column every school's table begins with. */
export const schoolId = () => uuid('school_id').notNull().$type<SchoolId>();

export const school = pgTable('school', {
  id: uuid('id').primaryKey().$type<SchoolId>(),
  slug: text('slug').notNull(),
  name: text('name').notNull(),
  profile: jsonb('profile').notNull(),
  createdAt: instant('created_at').notNull(),
});

export const schoolKey = pgTable('school_key', {
  schoolId: schoolId().primaryKey(),
  wrapped: bytes('wrapped').notNull(),
});

export const auditEntry = pgTable(
  'audit_entry',
  {
    schoolId: schoolId(),
    seq: bigint('seq', { mode: 'number' }).notNull(),
    at: timestamp('at', { withTimezone: true, mode: 'string' }).notNull(),
    actor: text('actor').notNull(),
    act: text('act').notNull(),
    object: text('object').notNull(),
    detail: jsonb('detail').notNull().$type<AuditDetail>(),
    previous: text('previous').notNull(),
    hash: text('hash').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.seq] })],
);

export const auditHead = pgTable('audit_head', {
  schoolId: schoolId().primaryKey(),
  seq: bigint('seq', { mode: 'number' }).notNull(),
  hash: text('hash').notNull(),
  mac: text('mac').notNull(),
});

export const formOnce = pgTable(
  'form_once',
  {
    schoolId: schoolId(),
    token: text('token').notNull(),
    location: text('location').notNull(),
    flash: bytes('flash'),
    takenAt: instant('taken_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.token] })],
);
