import { createHmac } from 'node:crypto';
import type { SchoolKeys } from '../platform/crypto/school-keys.ts';
import { foldEmail, foldName } from './adult.ts';

/** Keyed hashes by which a person is found again without being readable in the database. */
export interface RosterHashes {
  /** Of a folded name; null for an empty one. */
  name(name: string): Buffer | null;
  /** Of a folded address; null for an empty one. */
  email(email: string): Buffer | null;
  /** Of the number another system gave a person; null for an empty one. */
  source(id: string): Buffer | null;
}

/** The hashes of one school: its own key each, so that no two schools' rows can be compared. */
export function rosterHashes(keys: SchoolKeys): RosterHashes {
  const hash = (use: string) => {
    const key = keys.derive(`roster ${use}`);
    return (text: string) => (text === '' ? null : createHmac('sha256', key).update(text).digest());
  };
  const [name, email, source] = [hash('name'), hash('email'), hash('source')];
  return {
    name: (text) => name(foldName(text)),
    email: (text) => email(foldEmail(text)),
    source: (text) => source(text.trim()),
  };
}
