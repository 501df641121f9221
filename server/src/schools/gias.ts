import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from '../roster/import/decode.ts';
import { ImportFault } from '../roster/import/fault.ts';
import type { SchoolProfile } from './profile.ts';

/** What the register of schools in England says of one, as far as Handbell asks for it. Names of heads are not read. */
export interface RegisterEntry {
  readonly urn: string;
  readonly name: string;
  readonly nation: SchoolProfile['nation'];
  readonly phase: SchoolProfile['phase'] | undefined;
  /** As on a letter, a line each. */
  readonly address: string;
  readonly phone: string;
  readonly website: string;
}

/** The columns that are read, by the names the register's own file gives them. Nothing else of a row is looked at. */
const COLUMNS = [
  'URN',
  'EstablishmentName',
  'TypeOfEstablishment (name)',
  'PhaseOfEducation (name)',
  'StatutoryLowAge',
  'StatutoryHighAge',
  'Street',
  'Locality',
  'Address3',
  'Town',
  'County (name)',
  'Postcode',
  'SchoolWebsite',
  'TelephoneNum',
  'GOR (name)',
] as const;
type Column = (typeof COLUMNS)[number];

const NEEDED: readonly Column[] = ['URN', 'EstablishmentName'];

/**
 * Finds a school in the establishment file of "Get Information about Schools" (`edubasealldata….csv`, Windows-1252), or
 * in a shorter list downloaded there. Only the row with the number is kept while the file is read.
 * @param urn the school's number in the register
 * @returns undefined when the file has no such school
 * @throws ImportFault when it is not such a file
 */
export function findInRegister(bytes: Uint8Array, urn: string): RegisterEntry | undefined {
  const { text } = decodeText(bytes);
  const head = text.slice(0, text.indexOf('\n') < 0 ? undefined : text.indexOf('\n'));
  if (NEEDED.some((column) => !head.includes(column))) {
    throw new ImportFault(
      'This is not the register’s list of schools: its first line does not name URN and EstablishmentName.',
      'Download it from “Get Information about Schools”, all establishment data or your school alone, as CSV.',
    );
  }
  // The number stands alone between separators or quotation marks, so most rows need no parsing at all.
  const line = new RegExp(`(?:^|\\n)"?${urn}"?,[^\\n]*`).exec(text)?.[0];
  if (!/^\d{5,7}$/.test(urn) || line === undefined) return undefined;
  const row = readRow(head, line);
  return row && entryOf((column) => (row[column] ?? '').trim());
}

function readRow(head: string, line: string): Readonly<Record<string, string>> | undefined {
  try {
    const rows: Readonly<Record<string, string>>[] = parse(`${head}\n${line.trim()}`, {
      columns: true,
      relax_column_count: true,
      relax_quotes: true,
    });
    return rows[0];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportFault(
      'The school’s row in this file is damaged.',
      'Download the register’s file again, and send it as it is.',
    );
  }
}

function entryOf(of: (column: Column) => string): RegisterEntry {
  const lines = ['Street', 'Locality', 'Address3', 'Town', 'County (name)', 'Postcode'] as const;
  const address = lines.map(of).filter((part) => part !== '' && !/^not (recorded|applicable)$/i.test(part));
  return {
    urn: of('URN'),
    name: of('EstablishmentName'),
    nation:
      /wales/i.test(of('GOR (name)')) || /^welsh/i.test(of('TypeOfEstablishment (name)'))
        ? 'wales'
        : 'england',
    phase: phaseOf(of),
    address: address.join('\n'),
    phone: of('TelephoneNum'),
    website: of('SchoolWebsite'),
  };
}

/** The kind of school: by its type where that says it, else by its phase and the ages it takes. */
function phaseOf(of: (column: Column) => string): RegisterEntry['phase'] {
  const phase = of('PhaseOfEducation (name)').toLowerCase();
  const [low, high] = [Number(of('StatutoryLowAge')), Number(of('StatutoryHighAge'))];
  if (/special/i.test(of('TypeOfEstablishment (name)'))) return 'special';
  if (phase === 'nursery') return 'nursery';
  if (phase === 'all-through') return 'all-through';
  if (phase.includes('secondary') || phase.startsWith('16')) return 'secondary';
  if (!phase.includes('primary')) return undefined;
  if (high > 0 && high <= 7) return 'infant';
  return low >= 7 && high <= 11 ? 'junior' : 'primary';
}

/** The values of the school's form that an entry fills in. */
export function registerValues(entry: RegisterEntry): Readonly<Record<string, string>> {
  const { urn, name, nation, phase, address, phone, website } = entry;
  const values = { urn, name, nation, phase: phase ?? '', address, phone, website };
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}
