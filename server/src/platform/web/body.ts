import { Refusal } from './refusal.ts';
import { withoutLongFile } from './too-long.ts';

/** The most that is read and thrown away, so that a person who sent too much gets an answer instead of a broken line. */
const DRAIN_LIMIT = 512 * 1024 * 1024;

/** A form as it came: text fields (a list when a name came more than once) and files. */
export interface RawForm {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly files: Readonly<Record<string, File>>;
  /** The field whose file made the form too long. */
  readonly tooLong?: string;
}

function tooLarge(limit: number): Refusal {
  const size =
    limit >= 1024 * 1024 ? `${Math.floor(limit / (1024 * 1024))} MB` : `${Math.floor(limit / 1024)} kB`;
  return new Refusal(
    413,
    `What you sent is too large: at most ${size} is taken here.`,
    'Go back and send a smaller one. Nothing was saved.',
  );
}

/** Of a body over the limit, so much of its end is kept: what stands after a file in a form. */
const TAIL = 256 * 1024;

interface Limited {
  /** Its first bytes, up to the limit. */
  readonly start: Buffer<ArrayBuffer>;
  /** Its last bytes beyond the limit; undefined when it is not longer. */
  readonly end: Buffer<ArrayBuffer> | undefined;
}

/** Reads a body, of which the middle is dropped when it is over the limit. */
async function readLimited(request: Request, limit: number): Promise<Limited> {
  const parts: Uint8Array[] = [];
  let end: Buffer<ArrayBuffer> | undefined;
  let length = 0;
  for await (const part of request.body ?? []) {
    const room = Math.max(0, limit - length);
    length += part.length;
    if (room > 0) parts.push(part.subarray(0, room));
    if (part.length > room) end = Buffer.concat([...(end ? [end] : []), part.subarray(room)]).subarray(-TAIL);
    if (length > DRAIN_LIMIT) break;
  }
  return { start: Buffer.concat(parts), end };
}

/**
 * Reads a posted form, urlencoded or multipart, up to a limit. Of one that a file makes too long, all but that file
 * is given.
 * @param limit bytes
 * @throws Refusal 413 when it is longer by anything else, 400 when it cannot be read as a form
 */
export async function readForm(request: Request, limit: number): Promise<RawForm> {
  const type = request.headers.get('content-type') ?? '';
  const { start, end } = await readLimited(request, limit);
  if (end === undefined) return readWhole(start, type);
  const without = withoutLongFile(start, end, type);
  if (without === undefined) throw tooLarge(limit);
  return { ...(await readWhole(without.body, type)), tooLong: without.field };
}

async function readWhole(body: Buffer<ArrayBuffer>, type: string): Promise<RawForm> {
  let data: FormData;
  try {
    data = await new Response(body, { headers: { 'content-type': type } }).formData();
  } catch {
    throw new Refusal(
      400,
      'The form did not arrive whole.',
      'Check your connection, go back and send it again. Nothing was saved.',
    );
  }
  const fields: Record<string, string | string[]> = {};
  const files: Record<string, File> = {};
  for (const [name, value] of data) {
    if (typeof value !== 'string') {
      if (value.size > 0 || value.name !== '') files[name] = value;
      continue;
    }
    const clean = tidy(value);
    const known = Object.hasOwn(fields, name) ? fields[name] : undefined;
    fields[name] = known === undefined ? clean : [...(typeof known === 'string' ? [known] : known), clean];
  }
  return { fields, files };
}

const UNPRINTABLE = /[^\P{Cc}\t\n]/gu;

/** Line ends as one kind, no characters that PostgreSQL or a page cannot hold; letters of every script stay. */
function tidy(value: string): string {
  return value.replaceAll(/\r\n?/g, '\n').replaceAll(UNPRINTABLE, '').toWellFormed();
}
