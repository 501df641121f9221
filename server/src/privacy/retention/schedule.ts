import { eq } from 'drizzle-orm';
import type { Work } from '../../platform/work.ts';
import { retentionRule } from '../tables.ts';
import { type ClassRule, DEFAULT_RULES, type RetentionClass } from './classes.ts';

export type Schedule = Readonly<Record<RetentionClass, ClassRule>>;

/** The school's schedule: what Handbell begins with, and what the school changed of it. */
export async function readSchedule(work: Work): Promise<Schedule> {
  const rows = await work.queries.select().from(retentionRule).where(eq(retentionRule.schoolId, work.school));
  const changed = rows.map(({ class: name, months, automatic }) => [name, { months, automatic }] as const);
  return { ...DEFAULT_RULES, ...Object.fromEntries(changed) };
}

/** Changes one line of the schedule. What was closed with a last day of its own keeps that day. */
export async function saveRule(
  work: Work,
  name: RetentionClass,
  { months, automatic }: ClassRule,
): Promise<void> {
  await work.queries
    .insert(retentionRule)
    .values({ schoolId: work.school, class: name, months, automatic })
    .onConflictDoUpdate({
      target: [retentionRule.schoolId, retentionRule.class],
      set: { months, automatic },
    });
  work.audit({
    act: 'retention.rule-saved',
    object: `school:${work.school}`,
    detail: { class: name, months, automatic },
  });
}
