/** One row of a list, by its number as a spreadsheet counts: the first row of the file is 1. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** A list as it came: its headings and the rows below them. Every cell is text, trimmed. */
export interface Sheet {
  readonly headers: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** The most that is read of one list. A large secondary school has about 4,000 contacts. */
export const LIMITS = {
  bytes: 8 * 1024 * 1024,
  rows: 20_000,
  columns: 200,
  /** Longer cells are no name, address or class. */
  cell: 1000,
} as const;
