import { parsePolicyDocument } from '@handbell/policy';
import { doubtsSchema } from './doubts.ts';
import type { policy } from './tables.ts';
import type { PolicyRecord } from './version.ts';

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
    document: parsePolicyDocument(JSON.parse(row.document)),
    doubts: doubtsSchema.parse(row.doubts),
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
  };
}
