import { allOf, type Header } from './headers.ts';

/**
 * Whether the mail server found that a mail comes from where its From field says (RFC 8601). Without that, anybody can
 * write any name there.
 */
export type SenderProof = 'proven' | 'failed' | 'unknown';

/** One method's finding: "dkim=pass header.d=example.org". */
interface Finding {
  readonly method: string;
  readonly result: string;
  readonly properties: ReadonlyMap<string, string>;
}

/** Leaves out comments, which may lie within each other, and quotation marks. */
function withoutComments(value: string): string {
  let depth = 0;
  let kept = '';
  for (const sign of value) {
    if (sign === '(') depth += 1;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0 && sign !== '"') kept += sign;
  }
  return kept;
}

function findingOf(part: string): Finding {
  const [head = '', ...rest] = part.trim().toLowerCase().split(/\s+/);
  const [method = '', result = ''] = head.split('=');
  const pairs = rest.flatMap((pair): [string, string][] => {
    const at = pair.indexOf('=');
    return at > 0 ? [[pair.slice(0, at), pair.slice(at + 1)]] : [];
  });
  return { method: method.split('/')[0] ?? '', result, properties: new Map(pairs) };
}

const domainOf = (address: string) => address.slice(address.lastIndexOf('@') + 1);

/** A domain speaks for itself and for what lies below it, never for its neighbours. */
function speaksFor(domain: string | undefined, from: string): boolean {
  return domain !== undefined && domain !== '' && (domain === from || from.endsWith(`.${domain}`));
}

function proves({ method, result, properties }: Finding, from: string): boolean {
  if (result !== 'pass') return false;
  if (method === 'dmarc') return properties.get('header.from') === from;
  if (method === 'dkim') {
    const signer = properties.get('header.d') ?? domainOf(properties.get('header.i') ?? '');
    return speaksFor(signer, from);
  }
  return method === 'spf' && domainOf(properties.get('smtp.mailfrom') ?? '') === from;
}

const FAILED = new Set(['fail', 'softfail', 'permerror', 'reject', 'hardfail']);

/**
 * Whether the sender is proven. Only the topmost finding of the school's own mail server counts: whatever stands lower
 * down, or under another name, the sender can have written themselves.
 * @param address the one address of the From field, in small letters
 * @param server the name by which the school's mail server signs its findings; empty when it is not known
 */
export function senderProof(headers: readonly Header[], address: string, server: string): SenderProof {
  if (server === '' || address === '') return 'unknown';
  const [top] = allOf(headers, 'authentication-results');
  if (top === undefined) return 'unknown';
  const [id = '', ...parts] = withoutComments(top).split(';');
  if (id.trim().toLowerCase().split(/\s+/)[0] !== server.toLowerCase()) return 'unknown';
  const findings = parts.map(findingOf);
  const from = domainOf(address);
  const dmarc = findings.find(({ method }) => method === 'dmarc');
  if (dmarc && FAILED.has(dmarc.result)) return 'failed';
  if (findings.some((finding) => proves(finding, from))) return 'proven';
  return findings.some(({ result }) => FAILED.has(result)) ? 'failed' : 'unknown';
}
