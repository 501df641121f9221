import { describe, expect, it } from 'vitest';
import { senderProof } from './proof.ts';

const SERVER = 'mx.oakfield.example.org';
const FROM = 'ada@home.example.org';

function judged(findings: string | readonly string[], server = SERVER, from = FROM) {
  const lines = typeof findings === 'string' ? [findings] : findings;
  return senderProof(
    lines.map((value) => ({ name: 'authentication-results', value })),
    from,
    server,
  );
}

describe('whether a sender is proven', () => {
  it.each([
    ['by DMARC', `${SERVER}; dmarc=pass (p=none) header.from=home.example.org`],
    ['by a signature of the same domain', `${SERVER}; dkim=pass header.d=home.example.org header.s=k`],
    ['by a signature of the domain above', `${SERVER}; dkim=pass header.d=example.org`],
    ['by a signature told by its person', `${SERVER}; dkim=pass header.i=@home.example.org`],
    ['by SPF for the same domain', `${SERVER}; spf=pass smtp.mailfrom=ada@home.example.org`],
    [
      'by one of several',
      `${SERVER} 1; spf=fail smtp.mailfrom=x@list.example.net; dkim=pass header.d=home.example.org`,
    ],
  ])('is so %s', (_how, findings) => expect(judged(findings)).toBe('proven'));

  it.each([
    [
      'DMARC failed',
      `${SERVER}; dkim=pass header.d=home.example.org; dmarc=fail header.from=home.example.org`,
    ],
    ['SPF failed and nothing else speaks for it', `${SERVER}; spf=softfail smtp.mailfrom=a@home.example.org`],
  ])('failed when %s', (_how, findings) => expect(judged(findings)).toBe('failed'));

  it.each([
    ['nobody looked', []],
    ['another server says so', 'evil.example.org; dmarc=pass header.from=home.example.org'],
    [
      'the own server’s word stands below another’s',
      ['evil.example.org; none', `${SERVER}; dmarc=pass header.from=home.example.org`],
    ],
    ['a neighbour signed', `${SERVER}; dkim=pass header.d=other.example.org`],
    ['a domain below signed', `${SERVER}; dkim=pass header.d=x.home.example.org`],
    ['DMARC passed for another domain', `${SERVER}; dmarc=pass header.from=evil.example.net`],
    ['it only stands in a comment', `${SERVER}; none (dmarc=pass header.from=home.example.org)`],
    ['the method is one we do not know', `${SERVER}; arc=pass header.from=home.example.org`],
  ])('is not known when %s', (_how, findings) => expect(judged(findings)).toBe('unknown'));

  it('is never so while the school’s server is not named, or the sender is nobody', () => {
    const findings = `${SERVER}; dmarc=pass header.from=home.example.org`;
    expect(judged(findings, '')).toBe('unknown');
    expect(judged(findings, SERVER, '')).toBe('unknown');
  });
});
