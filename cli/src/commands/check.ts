import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import {
  type CheckResult,
  CLAUSES,
  type ClauseKey,
  check,
  explain,
  isClauseKey,
  type Message,
  type Model,
  type PolicyClause,
} from '@handbell/conduct';
import { readModel } from '@handbell/conduct/node';
import { allClauses } from '@handbell/policy';
import type { Command } from 'commander';
import { InputError } from '../errors.ts';
import { readPolicy } from './policy.ts';

interface Options {
  readonly policy?: string;
  readonly json?: boolean;
  readonly text?: string;
}

/** What messages are checked against: the subjects of a policy's clauses, and their numbers for the explanation. */
interface Code {
  readonly clauses: readonly ClauseKey[];
  readonly numbered: readonly PolicyClause[];
}

async function readCode(file: string | undefined): Promise<Code> {
  if (file === undefined) return { clauses: CLAUSES, numbered: [] };
  const { document } = await readPolicy(file);
  const numbered = allClauses(document).filter(({ topics }) => topics.length > 0);
  const clauses = [...new Set(numbered.flatMap(({ topics }) => topics))].filter(isClauseKey);
  return { clauses, numbered };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function messageFrom(value: unknown, where: string): Message {
  if (!isObject(value) || typeof value.text !== 'string') {
    throw new InputError(`${where}: a message needs a "text" that is a string.`);
  }
  const { id, sender, text } = value;
  return {
    ...(typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : {}),
    ...(typeof sender === 'string' ? { sender } : {}),
    text,
  };
}

/**
 * The messages of one line of input: a thread (`{"messages": [...]}`) or a message by itself.
 * @param line one line of JSON
 * @param where how to name the line in an error
 * @throws InputError when the line is not JSON or has no message
 */
export function messagesOfLine(line: string, where: string): Message[] {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new InputError(`${where}: this is not JSON. Give one thread or one message a line.`, {
      cause: error,
    });
  }
  if (!isObject(value) || !('messages' in value)) return [messageFrom(value, where)];
  const { messages } = value;
  if (!Array.isArray(messages)) throw new InputError(`${where}: "messages" has to be a list.`);
  return messages.map((message, at) => messageFrom(message, `${where}, message ${at + 1}`));
}

/** One line of output: the fields of the architecture, and `"checked":false` for a language that is not known. */
export function toLine({ checked, ...result }: CheckResult): string {
  return JSON.stringify(checked ? result : { ...result, checked });
}

async function* linesOf(input: Readable, name: string): AsyncGenerator<string> {
  try {
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw new InputError(`cannot read ${name}: ${error instanceof Error ? error.message : 'unknown reason'}`);
  }
}

async function checkLines(file: string, code: Code, model: Model): Promise<void> {
  const input = file === '-' ? process.stdin : createReadStream(file);
  let number = 0;
  for await (const line of linesOf(input, file)) {
    number++;
    if (line.trim() === '') continue;
    const messages = messagesOfLine(line, `${file === '-' ? 'input' : file}, line ${number}`);
    const results = check(messages, { clauses: code.clauses, model });
    if (results.length > 0) process.stdout.write(`${results.map(toLine).join('\n')}\n`);
  }
}

function checkText(text: string, code: Code, model: Model, json: boolean): void {
  for (const result of check([{ text }], { clauses: code.clauses, model })) {
    const said = json ? toLine(result) : explain(result, code.numbered, text).join('\n');
    process.stdout.write(`${said}\n`);
  }
}

/** Adds `handbell check` to the program. */
export function registerCheck(program: Command): void {
  program
    .command('check')
    .description('Check messages against a code of conduct, on this computer alone.')
    .argument('[file]', 'threads or messages as JSON Lines, or - for standard input', '-')
    .option('--policy <file>', "the school's policy: only its own clauses are reported")
    .option('--json', 'give JSON (always so for threads and messages)')
    .option('--text <words>', 'check one message and explain in words')
    .action(async (file: string, { policy, json, text }: Options) => {
      const code = await readCode(policy);
      const model = readModel();
      if (text === undefined) await checkLines(file, code, model);
      else checkText(text, code, model, json === true);
    });
}
