import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { clamdAddress, scan } from './antivirus.ts';

const BAD = Buffer.from('a harmless sign that this test calls a virus');

let server: Server | undefined;
afterEach(async () => {
  await new Promise<void>((done) => (server ? server.close(() => done()) : done()));
  server = undefined;
});

/** The bytes of one INSTREAM session, once its empty chunk has come. */
function streamed(all: Buffer): Buffer | undefined {
  const parts: Buffer[] = [];
  let at = 'zINSTREAM\0'.length;
  while (at + 4 <= all.length) {
    const size = all.readUInt32BE(at);
    if (size === 0) return Buffer.concat(parts);
    if (at + 4 + size > all.length) return undefined;
    parts.push(all.subarray(at + 4, at + 4 + size));
    at += 4 + size;
  }
  return undefined;
}

/** A small scanner that speaks clamd's protocol over TCP; gives its address. */
async function scanner(answer: (bytes: Buffer, socket: Socket) => void): Promise<string> {
  const listening = createServer((socket) => {
    let all = Buffer.alloc(0);
    socket.on('error', () => socket.destroy());
    socket.on('data', (data) => {
      all = Buffer.concat([all, data]);
      const bytes = streamed(all);
      if (bytes) answer(bytes, socket);
    });
  });
  server = listening;
  await new Promise<void>((ready) => listening.listen(0, '127.0.0.1', ready));
  const address = listening.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return `127.0.0.1:${address.port}`;
}

const honest = (bytes: Buffer, socket: Socket) =>
  socket.end(bytes.includes(BAD) ? 'stream: Example.Sign FOUND\0' : 'stream: OK\0');

describe('a scanner that speaks INSTREAM', () => {
  it('is given every byte, in chunks, and believed', async () => {
    const where = await scanner(honest);
    expect(await scan(where, Buffer.from('Words'))).toBe('clean');
    expect(await scan(where, BAD)).toBe('infected');
    expect(await scan(where, Buffer.concat([Buffer.alloc(200_000), BAD]))).toBe('infected');
    expect(await scan(where, new Uint8Array(0))).toBe('clean');
  });

  it('that answers in pieces is heard to the end', async () => {
    const where = await scanner((_bytes, socket) => {
      socket.write('stream: ');
      setImmediate(() => socket.end('OK\0'));
    });
    expect(await scan(where, BAD)).toBe('clean');
  });

  it.each(['INSTREAM size limit exceeded. ERROR\0', 'stream: OK and more\0', '', 'x'.repeat(10_000)])(
    'that answers %j has not scanned',
    async (answer) => {
      const where = await scanner((_bytes, socket) => socket.end(answer));
      expect(await scan(where, BAD)).toBe('not-scanned');
    },
  );

  it('that hangs up, is not there or was never set up has not scanned', async () => {
    const where = await scanner((_bytes, socket) => socket.destroy());
    expect(await scan(where, BAD)).toBe('not-scanned');
    expect(await scan('127.0.0.1:1', BAD)).toBe('not-scanned');
    expect(await scan('/run/there-is-no-such-socket', BAD)).toBe('not-scanned');
    expect(await scan(undefined, BAD)).toBe('not-scanned');
  });
});

describe('the address of a scanner', () => {
  it.each([
    ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
    ['127.0.0.1:3310', { host: '127.0.0.1', port: 3310 }],
    ['scanner.example.org:3310', { host: 'scanner.example.org', port: 3310 }],
    ['scanner', undefined],
    ['scanner:99999', undefined],
  ])('%s', (text, address) => {
    expect(clamdAddress(text)).toEqual(address);
  });
});
