import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  allClauses,
  type Clause,
  type Comparison,
  compare,
  formatPartialDate,
  materialHint,
  PolicyDocumentError,
  parsePolicyDocument,
  sayQuiet,
} from '@handbell/policy';
import { type ImportedPolicy, importPolicy, PolicyImportError } from '@handbell/policy/import';
import { toDocx, toHtml, toMarkdown, toText, toTypst } from '@handbell/policy/print';
import { type Command, Option } from 'commander';
import { InputError } from '../errors.ts';
import { readInput } from '../input.ts';

const FORMS = ['pdf', 'docx', 'html', 'md', 'txt'] as const;
type Form = (typeof FORMS)[number];

/** A document saved by `policy import --json`; undefined when the bytes are no JSON object. */
function savedDocument(bytes: Uint8Array): ImportedPolicy | undefined {
  if (bytes[0] !== 0x7b || bytes[1] === 0x5c) return undefined;
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    return undefined;
  }
  const inner = typeof data === 'object' && data !== null && 'document' in data ? data.document : data;
  return { document: parsePolicyDocument(inner), doubts: [] };
}

/** Reads a policy from a school's file, from JSON saved before, or from standard input (`-`). */
export async function readPolicy(file: string): Promise<ImportedPolicy> {
  const bytes = await readInput(file);
  try {
    return savedDocument(bytes) ?? (await importPolicy({ name: basename(file), bytes }));
  } catch (error) {
    if (error instanceof PolicyImportError || error instanceof PolicyDocumentError) {
      throw new InputError(`${file}: ${error.message}`, { cause: error });
    }
    throw error;
  }
}

/** What a clause is, in a few words: "guideline, rule, do not, please, for moderators: images". */
function tagOf({ kind, force, polarity, strength, addressee, topics }: Clause): string {
  const said = [
    kind,
    force === 'rule' ? 'rule' : '',
    polarity === 'do-not' ? 'do not' : '',
    strength === undefined || strength === 'must' ? '' : strength,
    addressee === undefined ? '' : `for ${addressee}`,
  ].filter((one) => one !== '');
  return topics.length === 0 ? said.join(', ') : `${said.join(', ')}: ${topics.join(', ')}`;
}

function summary({ document, doubts }: ImportedPolicy): string {
  const { dates } = document;
  const said = [
    ['School', document.schoolNames.join('; ')],
    [
      'Adopted',
      [dates.adoptedBy, dates.adopted && formatPartialDate(dates.adopted)].filter(Boolean).join(', '),
    ],
    ['Date', dates.issued ? formatPartialDate(dates.issued) : ''],
    ['In effect from', dates.effective ? formatPartialDate(dates.effective) : ''],
    ['Last reviewed', dates.reviewed ? formatPartialDate(dates.reviewed) : ''],
    [
      'Review',
      [dates.review && formatPartialDate(dates.review), dates.reviewEvery].filter(Boolean).join(', '),
    ],
    ['Groups', document.groupTypes.join(', ')],
    ['Speaks to', document.audience.join(', ')],
    [
      'Concerns to',
      document.contacts.map(({ value, role }) => (role ? `${value} (${role})` : value)).join('; '),
    ],
    [
      'May do',
      document.responses.map(({ kind, trigger }) => (trigger ? `${kind} (${trigger})` : kind)).join(', '),
    ],
    [
      'Quiet',
      (document.quietTimes ?? (document.quietHours ? [document.quietHours] : [])).map(sayQuiet).join('; '),
    ],
    ['Decides', document.decider ?? ''],
    ['Signed by', document.signatures.map(({ role }) => role).join('; ')],
    ['Slip', document.slip?.statement ?? ''],
    ['Points to', document.linkedPolicies.map(({ name }) => name).join('; ')],
  ].flatMap(([label, value]) => (value ? [`${label}: ${value}`] : []));
  const sections = document.sections.flatMap(({ ref, heading, clauses }) => [
    '',
    `${ref} ${heading}`.trimEnd(),
    ...clauses.map((clause) => `  ${clause.ref} [${tagOf(clause)}] ${clause.text}`),
  ]);
  const asked = doubts.flatMap(({ message, choices = [] }) => [
    `  ? ${message}`,
    ...choices.map(({ label }) => `      - ${label}`),
  ]);
  const count = allClauses(document).length;
  const settle = asked.length === 0 ? [] : ['', 'To settle:', ...asked];
  return `${[document.title, ...said, `Clauses: ${count}`, ...sections, ...settle].join('\n')}\n`;
}

function sayComparison(comparison: Comparison): string {
  const sentences = [...comparison.facts, ...comparison.clauses].map(({ sentence }) => sentence);
  if (sentences.length === 0) return 'The two policies say the same.\n';
  const hint = materialHint(comparison).looksMaterial
    ? 'This looks like a material change: people may need to be asked again. The publisher decides.'
    : 'This does not look like a material change. The publisher decides.';
  return `${[...sentences, '', hint].join('\n')}\n`;
}

async function printed(policy: ImportedPolicy, to: Form): Promise<string | Uint8Array> {
  const { document } = policy;
  if (to === 'txt') return toText(document);
  if (to === 'md') return toMarkdown(document);
  if (to === 'html') return toHtml(document);
  if (to === 'docx') return toDocx(document);
  // The PDF compiler is large: it is loaded only when a PDF is asked for.
  const { renderPdf } = await import('@handbell/server/platform/pdf/typst');
  const { template, data } = toTypst(document);
  return renderPdf(template, data);
}

async function put(content: string | Uint8Array, out: string | undefined): Promise<void> {
  if (out === undefined) {
    process.stdout.write(content);
    return;
  }
  try {
    await writeFile(out, content);
  } catch (error) {
    throw new InputError(`${out}: it cannot be written.`, { cause: error });
  }
}

/** Adds `handbell policy import|print|diff` to the program. */
export function registerPolicy(program: Command): void {
  const policy = program.command('policy').description("Reads, prints and compares schools' policy files.");

  policy
    .command('import')
    .description('Read a policy file and say what is in it.')
    .argument('<file>', 'a .docx, .pdf, .txt, .md or .html file, or - for standard input')
    .option('--json', 'give the document and what is to settle as JSON')
    .action(async (file: string, { json }: { json?: boolean }) => {
      const read = await readPolicy(file);
      await put(json ? `${JSON.stringify(read, undefined, 2)}\n` : summary(read), undefined);
    });

  policy
    .command('print')
    .description('Print a policy in another form.')
    .argument('<file>', 'a policy file, or JSON from "policy import --json"')
    .addOption(new Option('--to <form>', 'the form to print').choices(FORMS).makeOptionMandatory())
    .option('--out <file>', 'where to write it; standard output when absent')
    .action(async (file: string, { to, out }: { to: Form; out?: string }, command: Command) => {
      if (out === undefined && process.stdout.isTTY && (to === 'pdf' || to === 'docx')) {
        command.error(`error: a ${to} file cannot be shown here; say where to write it with --out FILE`);
      }
      await put(await printed(await readPolicy(file), to), out);
    });

  policy
    .command('diff')
    .description('Say in plain words how two versions of a policy differ.')
    .argument('<before>', 'the earlier version')
    .argument('<after>', 'the later version')
    .option('--json', 'give the differences as JSON')
    .action(async (before: string, after: string, { json }: { json?: boolean }) => {
      const [a, b] = [await readPolicy(before), await readPolicy(after)];
      const difference = compare(a.document, b.document);
      await put(
        json
          ? `${JSON.stringify({ ...difference, material: materialHint(difference) }, undefined, 2)}\n`
          : sayComparison(difference),
        undefined,
      );
    });
}
