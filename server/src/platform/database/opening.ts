import { escapeLiteral } from 'pg';
import { idSchema, type SchoolId } from '../ids.ts';

/** Which school a journey to the database is for: one that is known, or the one that has a name in its address. */
export type Whose = { readonly school: SchoolId } | { readonly slug: string };

/** The school that was found by the name in its address. */
export interface FoundSchool {
  readonly id: SchoolId;
  /** Another one whenever the school's row has changed. */
  readonly stamp: string;
}

/**
 * What every journey for a school begins with, as statements that travel together: from here on to the end of the
 * transaction its rows alone are there.
 */
export function openingStatements(whose: Whose): readonly string[] {
  if ('school' in whose) return [setSchool(escapeLiteral(whose.school))];
  const slug = escapeLiteral(whose.slug);
  return [
    setSchool(`coalesce((select id::text from school where slug = ${slug}), '')`),
    `select id, xmin::text as stamp from school where slug = ${slug}`,
  ];
}

function setSchool(text: string): string {
  return `select set_config('handbell.school_id', ${text}, true)`;
}

const schoolId = idSchema<'school'>();

/** The school that `openingStatements` looked for by its address: the first row of its last statement. */
export function readFound(row: Readonly<Record<string, unknown>> | undefined): FoundSchool | undefined {
  return row && { id: schoolId.parse(row.id), stamp: String(row.stamp) };
}
