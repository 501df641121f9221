import { toDocx, toText, toTypst } from '@handbell/policy/print';
import { and, eq } from 'drizzle-orm';
import { keepFile, readFile } from '../platform/files/store.ts';
import { renderPdf } from '../platform/pdf/typst.ts';
import type { Work } from '../platform/work.ts';
import { qrSvg } from '../ui/qr-code.ts';
import { printFacts } from './print.ts';
import { placesOf } from './signatures.ts';
import { policy } from './tables.ts';
import type { PolicyVersion } from './version.ts';

/** A published version as a file. */
export interface PublishedFile {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly name: string;
}

/** Whose version it is, and where it is published. */
export interface Publication {
  readonly schoolName: string;
  readonly slug: string;
  /** The version's own address. */
  readonly address: string;
}

async function lockPdf(work: Work, id: PolicyVersion['id']) {
  const [row] = await work.queries
    .select({ pdf: policy.pdfFileId })
    .from(policy)
    .where(and(eq(policy.schoolId, work.school), eq(policy.id, id)))
    .for('update');
  return row?.pdf;
}

function nameOf({ slug }: Publication, { number }: PolicyVersion, ending: string): string {
  return `${slug}-whatsapp-policy-version-${number}.${ending}`;
}

/** A version as PDF/UA-1: made when it is first asked for, and the same bytes ever after. */
export async function policyPdf(
  work: Work,
  version: PolicyVersion,
  publication: Publication,
): Promise<PublishedFile> {
  const name = nameOf(publication, version, 'pdf');
  const type = 'application/pdf';
  const kept = version.pdf ?? (await lockPdf(work, version.id));
  if (kept) return { bytes: (await readFile(work, kept)).bytes, type, name };
  const { schoolName, address } = publication;
  const places = await placesOf(work, version.id);
  const facts = printFacts(version, places, schoolName, address, await qrSvg(address));
  const { template, data } = toTypst(version.document, facts);
  const bytes = await renderPdf(template, data);
  const file = await keepFile(work, { name, type, bytes });
  await work.queries
    .update(policy)
    .set({ pdfFileId: file })
    .where(and(eq(policy.schoolId, work.school), eq(policy.id, version.id)));
  work.audit({ act: 'policy.printed', object: `policy:${version.id}`, detail: { file } });
  return { bytes, type, name };
}

/** A version as a Word document. */
export async function policyDocx(
  work: Work,
  version: PolicyVersion,
  publication: Publication,
): Promise<PublishedFile> {
  const { schoolName, address } = publication;
  const facts = printFacts(version, await placesOf(work, version.id), schoolName, address);
  return {
    bytes: await toDocx(version.document, facts),
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    name: nameOf(publication, version, 'docx'),
  };
}

/** A version as plain text. */
export async function policyText(
  work: Work,
  version: PolicyVersion,
  publication: Publication,
): Promise<PublishedFile> {
  const { schoolName, address } = publication;
  const facts = printFacts(version, await placesOf(work, version.id), schoolName, address);
  return {
    bytes: new TextEncoder().encode(toText(version.document, facts)),
    type: 'text/plain; charset=utf-8',
    name: nameOf(publication, version, 'txt'),
  };
}
