import type { BringFor, Brought } from './bring.ts';
import { readSeparated } from './csv.ts';
import { decodeText } from './decode.ts';
import { ImportFault } from './fault.ts';
import { type Adult, gather, type Tables } from './oneroster-people.ts';
import { unpack } from './zip.ts';

/** The files of OneRoster 1.2 CSV that say who has a child in which class. */
const FILES = [
  'manifest.csv',
  'users.csv',
  'roles.csv',
  'orgs.csv',
  'classes.csv',
  'enrollments.csv',
  'academicSessions.csv',
] as const;
const NEEDED: readonly string[] = ['users.csv', 'classes.csv', 'enrollments.csv'];

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Whether the files of a zip are OneRoster's. They may lie in one folder. */
export function isOneRoster(names: readonly string[]): boolean {
  const own = new Set(names.map(baseName));
  return own.has('manifest.csv') || (own.has('users.csv') && own.has('orgs.csv'));
}

type Row = Readonly<Record<string, string>>;

/** Reads one file as rows by column name, whatever the letter case of its header. */
function readTable(bytes: Uint8Array | undefined): readonly Row[] {
  if (!bytes || bytes.length === 0) return [];
  const [header = [], ...rows] = readSeparated(decodeText(bytes).text);
  const names = header.map((name) => name.trim().toLowerCase());
  return rows
    .filter((row) => row.some((cell) => cell.trim() !== ''))
    .map((row) => Object.fromEntries(names.map((name, index) => [name, (row[index] ?? '').trim()])));
}

/** What manifest.csv says of a property, in small letters; empty when it says nothing. */
function property(manifest: readonly Row[], name: string): string {
  const row = manifest.find((each) => each.propertyname?.toLowerCase() === name.toLowerCase());
  return (row?.value ?? '').toLowerCase();
}

function checkManifest(manifest: readonly Row[], names: ReadonlySet<string>): void {
  const version = property(manifest, 'oneroster.version');
  if (version !== '' && version !== '1.1' && version !== '1.2') {
    throw new ImportFault(
      'This OneRoster file is of a version that Handbell does not read.',
      'Export it as OneRoster 1.2 CSV (1.1 is read too).',
    );
  }
  const missing = NEEDED.filter((name) => !names.has(name));
  if (missing.length > 0) {
    throw new ImportFault(
      `This OneRoster file lacks ${missing.join(', ')}.`,
      'Export it with users, classes and enrolments. Pupils’ names are not kept: they only tell which class a parent’s child is in.',
    );
  }
}

/**
 * Reads a OneRoster 1.2 CSV zip as a list of adults with their children's classes. Children serve to find the classes
 * and are let go: no name, number or address of theirs is in the result.
 * @param names the names of the files in the zip
 * @throws ImportFault when a file is missing, damaged or of another version, or the school cannot be told
 */
export function readOneRoster(bytes: Uint8Array, names: readonly string[], about: BringFor): Brought {
  const paths = new Map(names.map((path) => [baseName(path), path] as const));
  const wanted = FILES.flatMap((name) => paths.get(name) ?? []);
  const files = unpack(bytes, new Set(wanted));
  const table = (name: (typeof FILES)[number]) => readTable(files.get(paths.get(name) ?? ''));
  const manifest = table('manifest.csv');
  checkManifest(manifest, new Set(paths.keys()));
  const tables: Tables = {
    users: table('users.csv'),
    roles: table('roles.csv'),
    orgs: table('orgs.csv'),
    classes: table('classes.csv'),
    enrollments: table('enrollments.csv'),
    sessions: table('academicSessions.csv'),
  };
  const { adults, notes } = gather(tables, about);
  if (adults.length === 0) {
    throw new ImportFault(
      'No parents are in this OneRoster file: nobody in it has the role parent or guardian.',
      'Ask for an export with the adults of each pupil (roles.csv with “parent” or “guardian”, and agentSourcedIds).',
    );
  }
  const delta = ['users', 'classes', 'enrollments'].some(
    (name) => property(manifest, `file.${name}`) === 'delta',
  );
  return {
    source: 'oneroster',
    headers: ['Number', 'First name', 'Last name', 'Email', 'Household', 'Class', 'Year', 'Status'],
    meanings: ['source.1', 'first.1', 'last.1', 'email.1', 'household', 'class', 'year', 'status'],
    rows: rowsOf(adults),
    notTaken: [
      { heading: 'sms, phone', why: 'phone' },
      { heading: 'pupils (users.csv)', why: 'pupil' },
    ],
    notes: [
      ...notes,
      delta
        ? 'The file says that it holds changes only, so nobody leaves because they are not in it.'
        : 'The file says that it holds everybody. If it does, choose “Everybody in the school” below, so that those who are not in it leave.',
    ],
  };
}

/** A row for each adult and class; their number is the row of users.csv that the adult stands in. */
function rowsOf(adults: readonly Adult[]): Brought['rows'] {
  return adults.flatMap(({ row, source, first, last, email, household, places, gone }) => {
    const start = [source, first, last, email, household];
    const lines = places.map(({ name, year, ended }) => [...start, name, year, ended ? 'left' : '']);
    const all = lines.length > 0 && !gone ? lines : [[...start, '', '', gone ? 'left' : '']];
    return all.map((cells) => ({ number: row, cells }));
  });
}
