import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { readDayFirst } from '../../schools/day-first.ts';
import type { SchoolProfile } from '../../schools/profile.ts';
import { readYears, yearName } from '../../schools/years.ts';
import { foldEmail, foldName } from '../adult.ts';
import { CONTACTS_MAX, type Meaning, type PersonField, type RowField } from './columns.ts';
import type { Sheet, SheetRow } from './sheet.ts';
import { Groups } from './together.ts';

/** A class as a list names it, with the child's year where the list says it. */
export interface NamedPlace {
  readonly className: string;
  readonly year: string;
  /** The list says that the child has left this class. */
  readonly ended: boolean;
}

/** One adult as a list speaks of them, gathered from all their rows. */
export interface Contact {
  /** The rows they stand in. */
  readonly rows: readonly number[];
  readonly name: string;
  readonly email: string;
  readonly phone: string;
  /** Their number in the school's own system. */
  readonly source: string;
  readonly places: readonly NamedPlace[];
  /** The same text for adults who come together. */
  readonly household: string;
  readonly joined: Temporal.PlainDate | undefined;
  /** The list says that they have left. */
  readonly gone: boolean;
}

/** Something in a row that a person should look at, in words without what the row says. */
export interface RowProblem {
  readonly row: number;
  readonly what: string;
  /** What happens to the row if nothing is done about it. */
  readonly effect: string;
}

export interface Contacts {
  readonly contacts: readonly Contact[];
  readonly problems: readonly RowProblem[];
}

const NAME_MAX = 200;
const emailSchema = z.email().max(254);
const LEFT = /^(left|leaver|leaving|yes|y|true|tobedeleted|inactive)$/i;

interface Piece extends Contact {
  readonly key: string;
}

/** Reads one row at a time, gathering what is wrong with it. */
class RowReader {
  readonly problems: RowProblem[] = [];
  private readonly byField = new Map<string, number>();
  private readonly nation: SchoolProfile['nation'];
  private readonly width: number;

  constructor(meanings: readonly Meaning[], nation: SchoolProfile['nation']) {
    this.nation = nation;
    this.width = meanings.length;
    for (const [index, meaning] of meanings.entries()) {
      if (meaning !== 'none' && !this.byField.has(meaning)) this.byField.set(meaning, index);
    }
  }

  private cell({ cells }: SheetRow, meaning: RowField | `${PersonField}.${number}`): string {
    const index = this.byField.get(meaning);
    return index === undefined ? '' : (cells[index] ?? '');
  }

  private tell(row: SheetRow, what: string, effect: string): void {
    this.problems.push({ row: row.number, what, effect });
  }

  /** The year a row says, as a code; of "Year 1 and 2" neither, for it says only that the class is mixed. */
  private year(row: SheetRow): string {
    const text = this.cell(row, 'year');
    if (text === '') return '';
    const [first, ...others] = readYears(this.nation, text);
    if (first === undefined) {
      this.tell(row, 'The year group is not one of this nation’s.', 'The class is taken without it.');
      return '';
    }
    return others.length === 0 ? first : '';
  }

  private place(row: SheetRow): NamedPlace | undefined {
    const year = this.year(row);
    const className = this.cell(row, 'class') || (year && yearName(this.nation, year));
    if (className.length > 80) {
      this.tell(row, 'The class’s name has more than 80 characters.', 'The class is left out.');
      return undefined;
    }
    return className === '' ? undefined : { className, year, ended: LEFT.test(this.cell(row, 'status')) };
  }

  private name(row: SheetRow, contact: number): string {
    const of = (field: PersonField) => this.cell(row, `${field}.${contact}`);
    const whole =
      of('name') || [of('title'), of('first'), of('last')].filter((part) => part !== '').join(' ');
    // "Hassan, Amira" is how registers sort; people are addressed as Amira Hassan.
    const turned = /^([^,]+), ([^,]+)$/.exec(whole);
    return turned ? `${turned[2]} ${turned[1]}` : whole;
  }

  private email(row: SheetRow, contact: number): string {
    const raw = this.cell(row, `email.${contact}`);
    const text = /<([^<>]+)>$/.exec(raw)?.[1] ?? raw;
    if (text === '') return '';
    const [first = ''] = text.split(/[;,\s]+/).filter((part) => part !== '');
    if (!emailSchema.safeParse(first).success) {
      this.tell(
        row,
        `The email address of parent ${contact} is not an address.`,
        'The parent is taken without it: they get a paper slip.',
      );
      return '';
    }
    if (first !== text) {
      this.tell(row, `There are several email addresses for parent ${contact}.`, 'The first is taken.');
    }
    return first;
  }

  private joined(row: SheetRow): Temporal.PlainDate | undefined {
    const text = this.cell(row, 'joined');
    const day = readDayFirst(text);
    if (text !== '' && !day) {
      this.tell(
        row,
        'The day they joined is not a day written day first, like 3/9/2026.',
        'They join on the day of this import.',
      );
    }
    return day;
  }

  /** The adults of one row. A row with something in it gives an adult or a problem, never nothing. */
  read(row: SheetRow): readonly Piece[] {
    const place = this.place(row);
    const joined = this.joined(row);
    const gone = LEFT.test(this.cell(row, 'status')) && place === undefined;
    const household = this.cell(row, 'household');
    if (row.cells.length > this.width) {
      this.tell(row, 'There are more cells than headings.', 'The cells without a heading are left out.');
    }
    const pieces: Piece[] = [];
    for (let contact = 1; contact <= CONTACTS_MAX; contact += 1) {
      const name = this.name(row, contact);
      const email = this.email(row, contact);
      if (name === '' && email === '') continue;
      if (name === '' || name.length > NAME_MAX || !/\p{L}/u.test(name)) {
        const what = name === '' ? 'has an address but no name' : 'has no name that can be read';
        this.tell(row, `Parent ${contact} ${what}.`, 'This parent is left out.');
        continue;
      }
      const source = this.cell(row, `source.${contact}`);
      const phone = this.cell(row, `phone.${contact}`).slice(0, 40);
      const key = source === '' ? `${foldName(name)}\n${foldEmail(email)}` : `source ${source}`;
      const places = place ? [place] : [];
      const rows = [row.number];
      pieces.push({ key, rows, name, email, phone, source, places, household, joined, gone });
    }
    if (pieces.length === 0 && !this.problems.some((each) => each.row === row.number)) {
      this.tell(row, 'There is no parent’s name in this row.', 'Nobody is taken from it.');
    }
    return pieces;
  }
}

/**
 * Reads the adults of a list. The same name with the same address, or the same number in the school's own system, is one
 * person in however many rows; a name without an address is the one person of that name who has one, if there is one.
 * @param meanings what each column means
 */
export function readContacts(
  { rows }: Pick<Sheet, 'rows'>,
  meanings: readonly Meaning[],
  nation: SchoolProfile['nation'],
): Contacts {
  const reader = new RowReader(meanings, nation);
  const byRow = rows.map((row) => reader.read(row));
  const pieces = byRow.flat();
  const keyOf = joinNameless(pieces, reader.problems);
  const families = new Groups();
  for (const row of byRow) {
    const [first, ...others] = row;
    if (!first) continue;
    for (const other of others) families.join(keyOf(first), keyOf(other));
    if (first.household !== '') families.join(`home ${first.household}`, keyOf(first));
  }
  const merged = [...Map.groupBy(pieces, keyOf)].map(([key, each]) => gather(each, families.of(key)));
  return { contacts: merged, problems: reader.problems.toSorted((one, other) => one.row - other.row) };
}

/** Gives a person named without an address the key of the only one of that name who has one. */
function joinNameless(pieces: readonly Piece[], problems: RowProblem[]): (piece: Piece) => string {
  const known = Map.groupBy(
    pieces.filter((piece) => piece.email !== ''),
    (piece) => foldName(piece.name),
  );
  const keys = new Map([...known].map(([name, each]) => [name, [...new Set(each.map(({ key }) => key))]]));
  const joined = new Map<Piece, string>();
  for (const piece of pieces) {
    if (piece.email !== '' || piece.source !== '') continue;
    const [only, ...others] = keys.get(foldName(piece.name)) ?? [];
    if (only !== undefined && others.length === 0) joined.set(piece, only);
    else if (others.length > 0) {
      const [row = 0] = piece.rows;
      problems.push({
        row,
        what: 'A parent without an address has the name of several others.',
        effect: 'They are taken as somebody else. Add the address if they are one of them.',
      });
    }
  }
  return (piece) => joined.get(piece) ?? piece.key;
}

/** One person from all the rows they stand in. */
function gather(pieces: readonly Piece[], household: string): Contact {
  const first = <Field extends 'email' | 'phone' | 'source'>(field: Field) =>
    pieces.find((piece) => piece[field] !== '')?.[field] ?? '';
  const places = new Map<string, NamedPlace>();
  for (const place of pieces.flatMap((piece) => piece.places)) {
    const key = `${foldName(place.className)}\n${place.year}`;
    const known = places.get(key);
    // Two children in one class: the class ends when both have left it.
    places.set(key, known ? { ...known, ended: known.ended && place.ended } : place);
  }
  const days = pieces.flatMap((piece) => piece.joined ?? []);
  return {
    rows: pieces.flatMap((piece) => piece.rows),
    name: pieces.find((piece) => piece.email !== '')?.name ?? pieces[0]?.name ?? '',
    email: first('email'),
    phone: first('phone'),
    source: first('source'),
    places: [...places.values()],
    household,
    joined: days.toSorted((one, other) => one.since(other).sign)[0],
    gone: pieces.every((piece) => piece.gone),
  };
}
