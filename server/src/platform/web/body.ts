import { Refusal } from './refusal.ts';

/** The most that is read and thrown away, so that a person who sent too much gets an answer instead of a broken line. */
const DRAIN_LIMIT = 512 * 1024 * 1024;

/** A form as it came: text fields (a list when a name came more than once) and files. */
export interface RawForm {
  readonly fields: Readonly<Record<string, string | readonly string[]>>;
  readonly files: Readonly<Record<string, File>>;
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

/** Passes a body on and fails once it is longer than the limit; what follows is read and dropped. */
async function readLimited(request: Request, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request.body ?? []) {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts.length = 0;
    if (length > DRAIN_LIMIT) break;
  }
  if (length > limit) throw tooLarge(limit);
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Reads a posted form, urlencoded or multipart, up to a limit.
 * @param limit bytes
 * @throws Refusal 413 when it is longer, 400 when it cannot be read as a form
 */
export async function readForm(request: Request, limit: number): Promise<RawForm> {
  const type = request.headers.get('content-type') ?? '';
  const body = await readLimited(request, limit);
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
