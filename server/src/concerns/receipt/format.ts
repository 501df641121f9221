/** A receipt as text: proof that somebody reported something to a school on a day, and of nothing else. */
export interface Receipt {
  readonly school: string;
  /** The school's own page here. */
  readonly address: string;
  /** YYYY-MM-DD, in London. */
  readonly day: string;
  /** The hour of that day in which it was made, and nothing finer: "22:00 to 23:00". Receipts of version 1 have none. */
  readonly hour: string;
  /** Drawn for this receipt alone and kept nowhere: it leads to no report and to nobody. */
  readonly number: string;
  /** The school's public key (Ed25519, RFC 8032), as base64url. */
  readonly key: string;
}

type Labels = readonly (readonly [label: string, name: keyof Receipt])[];

const WHERE: Labels = [
  ['School', 'school'],
  ['Address', 'address'],
  ['Day', 'day'],
];
const PROOF: Labels = [
  ['Number', 'number'],
  ['Key', 'key'],
];
/** The first line of each version, and what stands below it. */
const HEADS = { 1: 'HANDBELL RECEIPT 1', 2: 'HANDBELL RECEIPT 2' } as const;
const LABELS = {
  1: [...WHERE, ...PROOF],
  2: [...WHERE, ['Hour', 'hour'], ...PROOF],
} as const satisfies Record<number, Labels>;
const SIGNATURE = 'Signature';

/** The very text that is signed. A receipt without an hour is of version 1. */
export function signedText(receipt: Receipt): string {
  const version = receipt.hour === '' ? 1 : 2;
  const lines = LABELS[version].map(
    ([label, name]) => `${label}: ${receipt[name].replaceAll(/\s+/g, ' ').trim()}`,
  );
  return `${[HEADS[version], ...lines].join('\n')}\n`;
}

/** The whole receipt, to be kept as a small file. */
export function receiptText(receipt: Receipt, signature: string): string {
  return `${signedText(receipt)}${SIGNATURE}: ${signature}\n`;
}

/** Reads a receipt back, however its lines end and whatever stands before or after it; nothing when it is none. */
export function readReceipt(
  text: string,
): { readonly receipt: Receipt; readonly signature: string } | undefined {
  const lines = text.split(/\r\n?|\n/).map((line) => line.trim());
  const version = lines.includes(HEADS[2]) ? 2 : 1;
  const from = lines.indexOf(HEADS[version]);
  if (from < 0) return undefined;
  const labels = [...LABELS[version].map(([label]) => label), SIGNATURE];
  const parts = labels.map((label, at) => {
    const line = lines[from + 1 + at] ?? '';
    return line.startsWith(`${label}: `) ? line.slice(label.length + 2) : '';
  });
  if (parts.includes('')) return undefined;
  const part = (name: keyof Receipt) => parts[LABELS[version].findIndex(([, each]) => each === name)] ?? '';
  const receipt = {
    school: part('school'),
    address: part('address'),
    day: part('day'),
    hour: part('hour'),
    number: part('number'),
    key: part('key'),
  };
  return { receipt, signature: parts.at(-1) ?? '' };
}

/** Bytes of base64url; nothing when it is none, or not the one way to write them. */
function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]+$/.test(text)) return undefined;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const again = btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
    if (again !== text) return undefined;
    return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/** What was found of a receipt. "other-key" is one that is whole, but signed by somebody else than the school asked about. */
export type Finding =
  | { readonly ok: true; readonly receipt: Receipt }
  | { readonly ok: false; readonly why: 'no-receipt' | 'altered' | 'other-key' };

/**
 * Whether a receipt is what its school signed. It needs no network and works alike in a browser and in Node.
 * @param text the receipt as it was kept
 * @param key the school's public key as its own page shows it, when it is known
 * @throws where the browser knows no Ed25519
 */
export async function verifyReceipt(text: string, key?: string): Promise<Finding> {
  const read = readReceipt(text);
  if (!read) return { ok: false, why: 'no-receipt' };
  const { receipt, signature } = read;
  const raw = bytesOf(receipt.key);
  const signed = bytesOf(signature);
  if (raw?.length !== 32 || signed?.length !== 64) return { ok: false, why: 'altered' };
  const algorithm = { name: 'Ed25519' };
  const known = await crypto.subtle.importKey('raw', raw, algorithm, false, ['verify']);
  const bytes = new TextEncoder().encode(signedText(receipt));
  if (!(await crypto.subtle.verify(algorithm, known, signed, bytes))) return { ok: false, why: 'altered' };
  return key !== undefined && key.trim() !== receipt.key
    ? { ok: false, why: 'other-key' }
    : { ok: true, receipt };
}
