import { ROLE_TEXT } from '../people/roles.ts';
import type { DemoReport } from './demo.ts';
import { CAST, DEMO_NAME, DEMO_SLUG } from './people.ts';

type Row = readonly string[];

/** Rows with their columns under each other. */
function table(rows: readonly Row[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}

/** What whoever made the demo reads: who is there, how to sign in, where to look. */
export function reportText({ accounts, password, reporterCode, parentCode, origin }: DemoReport): string {
  const people = accounts.map(({ key, authenticatorKey }): Row => {
    const { name, email, roles } = CAST[key];
    return [name, roles.map((role) => ROLE_TEXT[role].name).join(', '), email, authenticatorKey];
  });
  const school = `${origin}/s/${DEMO_SLUG}`;
  return [
    `${DEMO_NAME} has lived through a term. Nobody in it is real.`,
    `Who is there\n${table([['Name', 'Role', 'Address', 'Key for an authenticator app'], ...people])}`,
    [
      'How to sign in',
      table([
        ['Page', `${origin}/sign-in`],
        ['Password', `${password} (the same for everybody)`],
        ['Six digits', `handbell demo --code ${CAST.head.email}`],
      ]),
    ].join('\n'),
    [
      'Where to look',
      table([
        [school, 'the policy, as parents see it'],
        [`${school}/agree`, 'agree to it'],
        [`${school}/concern`, 'raise a concern'],
        [`${school}/concern/return`, `come back as a reporter, with the code ${reporterCode}`],
        [`${school}/mine`, `the own page of a parent a case is about, with the code ${parentCode}`],
        [`${origin}/desk`, 'the desk: what each person sees depends on their role'],
      ]),
    ].join('\n'),
    'If Handbell is not running, start it with: handbell serve',
    '',
  ].join('\n\n');
}
