import { connect, type Socket } from 'node:net';

/** What a scanner said; "not-scanned" when there is none or it gave no answer: never taken for clean. */
export type ScanResult = 'clean' | 'infected' | 'not-scanned';

const CHUNK = 64 * 1024;
const PATIENCE_MS = 20_000;
const LONGEST_ANSWER = 4096;

/** Where clamd listens: "/run/clamav/clamd.ctl" or "127.0.0.1:3310". */
export function clamdAddress(
  text: string,
): { readonly path: string } | { readonly host: string; readonly port: number } | undefined {
  if (text.startsWith('/')) return { path: text };
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(text) ?? [];
  return host === undefined || Number(port) > 65_535 ? undefined : { host, port: Number(port) };
}

function length(bytes: number): Buffer {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(bytes);
  return buffer;
}

function write(socket: Socket, bytes: Uint8Array): void {
  socket.write('zINSTREAM\0');
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const chunk = bytes.subarray(at, at + CHUNK);
    socket.write(length(chunk.length));
    socket.write(chunk);
  }
  socket.write(length(0));
}

/** An answer of clamd: "stream: OK" or "stream: NAME FOUND"; anything else (an error, a limit) means not scanned. */
function resultOf(answer: string): ScanResult {
  if (answer === 'stream: OK') return 'clean';
  return /^stream: .+ FOUND$/s.test(answer) ? 'infected' : 'not-scanned';
}

/**
 * Has ClamAV look at some bytes, by the INSTREAM command of clamd(8): chunks with their length, an empty one at the end.
 * @param where as the setting `HANDBELL_CLAMD` has it; undefined when the school has no scanner
 */
export function scan(where: string | undefined, bytes: Uint8Array): Promise<ScanResult> {
  const address = where === undefined ? undefined : clamdAddress(where);
  if (!address) return Promise.resolve('not-scanned');
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(address);
    const finish = (result: ScanResult) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(PATIENCE_MS, () => finish('not-scanned'));
    socket.on('error', () => finish('not-scanned'));
    socket.on('connect', () => write(socket, bytes));
    socket.on('data', (data) => {
      answer += data.toString('utf8');
      const end = answer.indexOf('\0');
      if (end >= 0) finish(resultOf(answer.slice(0, end).trim()));
      else if (answer.length > LONGEST_ANSWER) finish('not-scanned');
    });
    socket.on('end', () => finish(resultOf(answer.trim())));
  });
}
