import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { LogEntry } from './entry.ts';

/** An entry as it lies on the device. */
export interface StoredEntry extends LogEntry {
  readonly id: number;
}

interface LogDatabase extends DBSchema {
  entries: {
    key: number;
    value: LogEntry & { readonly school: string; readonly id?: number };
    indexes: { school: string };
  };
}

/** A moderator's log on this device, one for each school. Only this browser can read it (docs/decisions/09-moderators-log.md). */
export class LogStore {
  private readonly database: IDBPDatabase<LogDatabase>;
  private readonly school: string;

  private constructor(database: IDBPDatabase<LogDatabase>, school: string) {
    this.database = database;
    this.school = school;
  }

  /** @param school the address of the school's pages, such as `/s/oakfield` */
  static async open(school: string): Promise<LogStore> {
    const database = await openDB<LogDatabase>('handbell-moderator-log', 1, {
      upgrade: (fresh) => {
        fresh
          .createObjectStore('entries', { keyPath: 'id', autoIncrement: true })
          .createIndex('school', 'school');
      },
    });
    return new LogStore(database, school);
  }

  /** Keeps an entry. Asks the browser not to clear it away when space is short. */
  async add(entry: LogEntry): Promise<void> {
    await this.database.add('entries', { ...entry, school: this.school });
    await navigator.storage?.persist?.();
  }

  /** Keeps many entries, all or none. */
  async addAll(entries: readonly LogEntry[]): Promise<void> {
    const { store, done } = this.database.transaction('entries', 'readwrite');
    await Promise.all([...entries.map((entry) => store.add({ ...entry, school: this.school })), done]);
    await navigator.storage?.persist?.();
  }

  /** The school's entries, the oldest first. */
  async all(): Promise<readonly StoredEntry[]> {
    const rows = await this.database.getAllFromIndex('entries', 'school', this.school);
    const entries = rows.flatMap((row) => (row.id === undefined ? [] : [{ ...row, id: row.id }]));
    // What was brought back came later and is older.
    return entries.sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : one.id - other.id));
  }

  async delete(id: number): Promise<void> {
    await this.database.delete('entries', id);
  }

  async deleteAll(): Promise<void> {
    for (const { id } of await this.all()) await this.delete(id);
  }
}
