import type { BringFor } from './bring.ts';
import { ImportFault } from './fault.ts';
import { Groups } from './together.ts';

type Row = Readonly<Record<string, string>>;

/** The files of a OneRoster set, their columns by name in small letters. */
export interface Tables {
  readonly users: readonly Row[];
  readonly roles: readonly Row[];
  readonly orgs: readonly Row[];
  readonly classes: readonly Row[];
  readonly enrollments: readonly Row[];
  readonly sessions: readonly Row[];
}

/** A parent or guardian in a OneRoster set. */
export interface Adult {
  /** The row of users.csv they stand in; the header is row 1. */
  readonly row: number;
  readonly source: string;
  readonly first: string;
  readonly last: string;
  readonly email: string;
  /** The same text for adults who share a child. */
  readonly household: string;
  readonly places: readonly { readonly name: string; readonly year: string; readonly ended: boolean }[];
  /** The file says that they are to be deleted. */
  readonly gone: boolean;
}

const deleted = (row: Row): boolean => row.status?.toLowerCase() === 'tobedeleted';
const list = (text = ''): readonly string[] =>
  text
    .split(/[,;|]/)
    .map((each) => each.trim())
    .filter((each) => each !== '');
const idOf = (row: Row): string => row.sourcedid ?? '';

const ADULT_ROLES = new Set(['parent', 'guardian']);

/** Who has which roles: from roles.csv (1.2), or the column of users.csv (1.1). */
function rolesByUser({ users, roles }: Tables): ReadonlyMap<string, readonly string[]> {
  const own = users.map((row) => [idOf(row), row.role ?? ''] as const);
  const apart = roles
    .filter((row) => !deleted(row))
    .map((row) => [row.usersourcedid ?? '', row.role ?? ''] as const);
  const byUser = Map.groupBy([...own, ...apart], ([user]) => user);
  return new Map([...byUser].map(([user, each]) => [user, each.map(([, role]) => role.toLowerCase())]));
}

/** The one school a set is read for: the only one, else the one with this school's number or name. */
function findOrg(orgs: readonly Row[], { school }: BringFor): string | undefined {
  const schools = orgs.filter((row) => row.type?.toLowerCase() === 'school' && !deleted(row));
  if (schools.length <= 1) return undefined;
  const name = school.name.toLowerCase();
  const own =
    schools.find((row) => school.urn !== undefined && row.identifier === school.urn) ??
    schools.find((row) => row.name?.toLowerCase() === name);
  if (own) return idOf(own);
  throw new ImportFault(
    `This OneRoster file is about ${schools.length} schools, and none has this school’s name or URN.`,
    'Export it for this school alone, or write the school’s URN into its details first.',
  );
}

/** Grades by the codes of the American standard that OneRoster names; others are read as they are written. */
const GRADES: Readonly<Record<string, string>> = {
  PK: 'Nursery',
  PR: 'Nursery',
  KG: 'Reception',
  TK: 'Reception',
};
const gradeText = (grade = ''): string => GRADES[grade.toUpperCase()] ?? grade;

/** The classes taught now, by id: those of registration ("homeroom") where there are any, not each subject's. */
function classesNow(
  { classes, sessions }: Tables,
  org: string | undefined,
  today: string,
): ReadonlyMap<string, Row> {
  const over = new Set(sessions.filter((row) => (row.enddate ?? '9') < today).map(idOf));
  const now = classes.filter((row) => {
    const terms = list(row.termsourcedids);
    const taught = terms.length === 0 || terms.some((term) => !over.has(term));
    return !deleted(row) && taught && (org === undefined || row.schoolsourcedid === org);
  });
  const home = now.filter((row) => row.classtype?.toLowerCase() === 'homeroom');
  return new Map((home.length > 0 ? home : now).map((row) => [idOf(row), row]));
}

/**
 * Finds the adults of a OneRoster set and the classes of their children. A pupil's `agentSourcedIds` name the adults;
 * some programs write it the other way round, so both are read.
 */
export function gather(
  tables: Tables,
  about: BringFor,
): { readonly adults: readonly Adult[]; readonly notes: readonly string[] } {
  const org = findOrg(tables.orgs, about);
  const roles = rolesByUser(tables);
  const classes = classesNow(tables, org, about.today);
  const isAdult = (id: string) => (roles.get(id) ?? []).some((role) => ADULT_ROLES.has(role));
  type Link = readonly [adult: string, child: string];
  const links = tables.users.flatMap((row): readonly Link[] => {
    const id = idOf(row);
    return list(row.agentsourcedids).map((agent) => (isAdult(id) ? [id, agent] : [agent, id]));
  });
  const childrenOf = Map.groupBy(links, ([adult]) => adult);
  const enrolled = Map.groupBy(tables.enrollments, (row) => row.usersourcedid ?? '');
  const grade = new Map(tables.users.map((row) => [idOf(row), gradeText(list(row.grades)[0])]));
  const families = new Groups();
  for (const [adult, child] of links) families.join(`adult ${adult}`, `child ${child}`);
  const households = new Map<string, string>();

  const placesOf = (child: string) =>
    (enrolled.get(child) ?? []).flatMap((row) => {
      const own = classes.get(row.classsourcedid ?? '');
      if (!own || (row.role?.toLowerCase() ?? 'student') !== 'student') return [];
      const ended = deleted(row) || ((row.enddate ?? '') !== '' && (row.enddate ?? '') < about.today);
      return [{ name: own.title ?? '', year: grade.get(child) || gradeText(list(own.grades)[0]), ended }];
    });

  const adults = tables.users.flatMap((row, index): readonly Adult[] => {
    const source = idOf(row);
    if (!isAdult(source)) return [];
    const children = (childrenOf.get(source) ?? []).map(([, child]) => child);
    const family = families.of(`adult ${source}`);
    if (!households.has(family)) households.set(family, String(households.size + 1));
    if (org !== undefined && children.every((child) => placesOf(child).length === 0)) return [];
    return [
      {
        row: index + 2,
        source,
        first: row.preferredgivenname || row.givenname || '',
        last: row.preferredfamilyname || row.familyname || '',
        email: row.email ?? '',
        household: households.get(family) ?? '',
        places: children.flatMap(placesOf),
        gone: deleted(row),
      },
    ];
  });
  const others = [...roles.values()].filter((each) => each.includes('relative')).length;
  const notes = others > 0 ? [`Relatives who are neither parent nor guardian were left out: ${others}.`] : [];
  return { adults, notes };
}
