import { boolean, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { schoolId } from '../../platform/tables.ts';

export const policyPublication = pgTable('policy_publication', {
  schoolId: schoolId().primaryKey(),
  listed: boolean('listed').notNull(),
  embedSites: text('embed_sites').array().notNull(),
  linked: jsonb('linked').notNull(),
});
