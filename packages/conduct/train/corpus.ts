import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ClauseKey, Severity } from '../src/clauses.ts';

/** A labelled message of the project's own corpus. */
export interface LabelledMessage {
  readonly id: string;
  readonly sender: string;
  readonly text: string;
  readonly clauses: readonly ClauseKey[];
  readonly severity: Severity;
  readonly route: 'safeguarding' | null;
}

/** A labelled thread, with the file it came from: the writer, for honest cross-validation. */
export interface LabelledThread {
  readonly thread: string;
  readonly group: string;
  readonly standalone?: boolean;
  readonly messages: readonly LabelledMessage[];
  readonly file: string;
}

/** A message of the public data; what is missing from `clauses` is unknown, not absent. */
export interface PublicMessage {
  readonly text: string;
  readonly source: string;
  readonly clauses: readonly ClauseKey[];
  readonly clean: boolean | null;
  readonly not?: readonly ClauseKey[];
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '');
}

/** Reads a file of JSON Lines. */
export function readLines<Row>(path: string): Row[] {
  return lines(readFileSync(path, 'utf8')).map((line): Row => JSON.parse(line));
}

/** Reads the labelled threads of a file of JSON Lines. */
export function readThreads(path: string, file: string): LabelledThread[] {
  return readLines<LabelledThread>(path).map((thread) => ({ ...thread, file }));
}

/** Reads every labelled thread in a folder of JSON Lines, files in the order of their names. */
export function readCorpus(folder: string): LabelledThread[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort();
  return files.flatMap((name) => readThreads(join(folder, name), name));
}

/** Reads the public messages in a folder, files in the order of their names; word lists are left out. */
export function readPublic(folder: string): PublicMessage[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl.gz') && !name.startsWith('lexicon'))
    .sort();
  return files.flatMap((name) =>
    lines(gunzipSync(readFileSync(join(folder, name))).toString('utf8')).map((line) => JSON.parse(line)),
  );
}

/** Reads the public word list: swear words and insults with a strength. */
export function readSwearWords(folder: string): { term: string; canonical: string; severity: number }[] {
  const path = join(folder, 'lexicon-surge-profanity-2022.jsonl.gz');
  return lines(gunzipSync(readFileSync(path)).toString('utf8')).map((line) => JSON.parse(line));
}
