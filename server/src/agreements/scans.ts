import { and, asc, eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { keepFile, removeFile } from '../platform/files/store.ts';
import type { FileId } from '../platform/files/tables.ts';
import type { MemberId } from '../platform/ids.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { agreementScan } from './tables.ts';

/** The longer side of a kept picture, in pixels: an A4 page at about 180 dots an inch. */
const MOST_PIXELS = 2100;
/** A picture that would unpack to more than this is refused before it is unpacked. */
const MOST_UNPACKED = 80_000_000;

/** What was brought is no picture and no PDF, or is damaged. The message is for the office. */
export class ScanUnreadable extends Error {
  override readonly name = 'ScanUnreadable';
}

/** A scan that is fit to keep. */
export interface Scan {
  readonly type: 'image/jpeg' | 'application/pdf';
  readonly bytes: Uint8Array;
}

/**
 * Makes a scan fit to keep: a picture is turned upright and written afresh, so that nothing a phone hides in it (place,
 * device) is kept; a PDF stays as it is.
 * @throws ScanUnreadable
 */
export async function tidyScan(bytes: Uint8Array): Promise<Scan> {
  if (Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')) return { type: 'application/pdf', bytes };
  const { default: sharp } = await import('sharp');
  try {
    const picture = await sharp(bytes, { limitInputPixels: MOST_UNPACKED })
      .rotate()
      .resize(MOST_PIXELS, MOST_PIXELS, { fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 78 })
      .toBuffer();
    return { type: 'image/jpeg', bytes: picture };
  } catch {
    throw new ScanUnreadable(
      'We could not read this file. Choose a PDF, or a picture that ends in .jpg or .png',
    );
  }
}

/** Keeps a scan, sealed, until somebody keys its slip in. */
export async function bringScan(work: Work, { type, bytes }: Scan, by: MemberId): Promise<FileId> {
  const name = type === 'application/pdf' ? 'slip.pdf' : 'slip.jpg';
  const file = await keepFile(work, { name, type, bytes });
  await work.queries
    .insert(agreementScan)
    .values({ schoolId: work.school, fileId: file, broughtBy: by, broughtAt: work.now });
  return file;
}

/** A scan that waits to be keyed in. */
export interface WaitingScan {
  readonly file: FileId;
  readonly broughtAt: Temporal.Instant;
}

/** The scans that wait, the first brought first. */
export function waitingScans(work: Work): Promise<readonly WaitingScan[]> {
  return work.queries
    .select({ file: agreementScan.fileId, broughtAt: agreementScan.broughtAt })
    .from(agreementScan)
    .where(eq(agreementScan.schoolId, work.school))
    .orderBy(asc(agreementScan.broughtAt));
}

const own = (work: Work, file: FileId) =>
  and(eq(agreementScan.schoolId, work.school), eq(agreementScan.fileId, file));

/** Takes a scan off the pile, because its slip is keyed in. Throws Refusal 404 when somebody else did. */
export async function takeScan(work: Work, file: FileId): Promise<void> {
  const gone = await work.queries
    .delete(agreementScan)
    .where(own(work, file))
    .returning({ file: agreementScan.fileId });
  if (gone.length === 0) throw notFound();
}

/** Whether a scan still waits. */
export async function scanWaits(work: Work, file: FileId): Promise<boolean> {
  const rows = await work.queries
    .select({ file: agreementScan.fileId })
    .from(agreementScan)
    .where(own(work, file));
  return rows.length > 0;
}

/** Throws a scan away that is no slip, or is keyed in already. */
export async function dropScan(work: Work, file: FileId): Promise<void> {
  await takeScan(work, file);
  await removeFile(work, file);
}
