import { createHash, createHmac } from 'node:crypto';

/** Who did something. Ids only: an audit entry never holds a name or a word that somebody wrote. */
export type AuditActor = `staff:${string}` | `job:${string}` | 'public' | 'set-up' | 'command';

/** Facts of an act that are safe to keep for six years: ids, codes, counts, days, hashes. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

/** What a room says happened. `act` is a verb in the past with its subject: "policy.adopted". */
export interface AuditFact {
  readonly act: string;
  readonly object: string;
  readonly detail?: AuditDetail;
}

/** One entry of a school's chain, as stored. */
export interface AuditEntry {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly act: string;
  readonly object: string;
  readonly detail: AuditDetail;
  readonly previous: string;
  readonly hash: string;
}

/** What the first entry of a chain has as its `previous`. */
export const CHAIN_START = '0'.repeat(64);

/** Where a chain stands: its last entry, with a code over it that only the master key's holder can make. */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
  readonly mac: string;
}

/** Key order never decides a hash: details come back from the database in any order. */
function canonical(detail: AuditDetail): unknown {
  return Object.entries(detail).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** The SHA-256 (hex) of an entry, over everything in it and the hash before it. */
export function entryHash(school: string, entry: Omit<AuditEntry, 'hash'>): string {
  const { seq, at, actor, act, object, detail, previous } = entry;
  const content = JSON.stringify([1, school, seq, at, actor, act, object, canonical(detail), previous]);
  return createHash('sha256').update(content).digest('hex');
}

/** The code (HMAC-SHA-256, hex) that ties a chain's end to the master key: cutting the end off does not go unseen. */
export function headMac(key: Buffer, school: string, seq: number, hash: string): string {
  return createHmac('sha256', key)
    .update(JSON.stringify([school, seq, hash]))
    .digest('hex');
}

/** The next entry of a chain after `head`. */
export function nextEntry(
  school: string,
  head: { readonly seq: number; readonly hash: string },
  at: string,
  actor: AuditActor,
  fact: AuditFact,
): AuditEntry {
  const body = { seq: head.seq + 1, at, actor, ...fact, detail: fact.detail ?? {}, previous: head.hash };
  return { ...body, hash: entryHash(school, body) };
}

/** What is wrong with a chain, and from which entry on. */
export interface ChainFault {
  readonly seq: number;
  readonly problem: 'altered' | 'missing' | 'out of order' | 'end removed' | 'end not ours';
}

/** Follows a chain entry by entry. Feed the entries in order of `seq`, then ask `end`. */
export class ChainCheck {
  private readonly school: string;
  private seq = 0;
  private hash = CHAIN_START;

  constructor(school: string) {
    this.school = school;
  }

  /** Takes the next entry; gives the fault it shows, if any. */
  take(entry: AuditEntry): ChainFault | undefined {
    const expected = this.seq + 1;
    if (entry.seq > expected) return { seq: expected, problem: 'missing' };
    if (entry.seq < expected) return { seq: entry.seq, problem: 'out of order' };
    if (entry.previous !== this.hash) return { seq: entry.seq, problem: 'out of order' };
    if (entryHash(this.school, entry) !== entry.hash) return { seq: entry.seq, problem: 'altered' };
    this.seq = entry.seq;
    this.hash = entry.hash;
    return undefined;
  }

  /** Compares the last entry taken with the recorded head of the chain. */
  end(head: ChainHead | undefined, key: Buffer): ChainFault | undefined {
    if (!head) return this.seq === 0 ? undefined : { seq: this.seq, problem: 'end removed' };
    if (head.seq !== this.seq || head.hash !== this.hash)
      return { seq: this.seq + 1, problem: 'end removed' };
    const mac = headMac(key, this.school, head.seq, head.hash);
    return mac === head.mac ? undefined : { seq: this.seq, problem: 'end not ours' };
  }
}
