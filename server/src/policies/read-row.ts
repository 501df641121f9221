import { type PartialDate, parsePolicyDocument } from '@handbell/policy';
import { z } from 'zod';
import { doubtsSchema } from './doubts.ts';
import { leftOutSchema } from './left-out.ts';
import { publishedDocument } from './published-document.ts';
import type { policy } from './tables.ts';
import type { PolicyRecord } from './version.ts';

const year = z.int();
const month = z.int();
const written = z.string();

/** A review date as it is stored apart from the document. */
const reviewSetSchema: z.ZodType<PartialDate> = z.discriminatedUnion('precision', [
  z.object({ precision: z.literal('day'), year, month, day: z.int(), written }),
  z.object({ precision: z.literal('month'), year, month, written }),
  z.object({ precision: z.literal('term'), year, term: z.enum(['autumn', 'spring', 'summer']), written }),
  z.object({ precision: z.literal('year'), year, schoolYear: z.literal(true).exactOptional(), written }),
]);

/** A version as it stands in its row. */
export function readPolicy(row: typeof policy.$inferSelect): PolicyRecord {
  const {
    fileId,
    fileName,
    hash,
    adoptedByBody,
    adoptedOn,
    minuteRef,
    inForceFrom,
    inForceUntil,
    pdfFileId,
    material,
  } = row;
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    revision: row.revision,
    document:
      hash !== null && inForceFrom
        ? publishedDocument(row.schoolId, hash, row.document)
        : parsePolicyDocument(JSON.parse(row.document)),
    doubts: doubtsSchema.parse(row.doubts),
    leftOut: leftOutSchema.parse(row.leftOut),
    madeBy: row.madeBy,
    madeAt: row.madeAt,
    ...(fileId && { file: { id: fileId, name: fileName ?? '' } }),
    ...(hash !== null && { hash }),
    ...(row.approvedBy !== null &&
      row.approvedOn && { approval: { by: row.approvedBy, on: row.approvedOn } }),
    ...(adoptedByBody !== null &&
      adoptedOn && {
        adoption: {
          body: adoptedByBody,
          on: adoptedOn,
          ...(row.adoptedHow && { how: row.adoptedHow }),
          ...(row.adoptedMeeting && { meeting: row.adoptedMeeting }),
          ...(minuteRef && { minute: minuteRef }),
          ...(row.adoptedVote && { vote: row.adoptedVote }),
        },
      }),
    ...(inForceFrom && { inForceFrom }),
    ...(inForceUntil && { inForceUntil }),
    ...(pdfFileId && { pdf: pdfFileId }),
    ...(material !== null && { material }),
    ...(row.summary !== null && { summary: row.summary }),
    ...(row.reviewSet !== null && { reviewSet: reviewSetSchema.parse(row.reviewSet) }),
  };
}
