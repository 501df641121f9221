import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseSchool, caseSchool, openCase, words } from '../../test/cases.ts';
import { lastConcern } from '../../test/concerns.ts';
import { startTestHandbell } from '../../test/handbell.ts';
import { addEvidence } from '../concerns/evidence/store.ts';
import { idSchema, newId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import { evidenceFor } from './case-evidence.tsx';

let at: CaseSchool;
beforeAll(async () => {
  at = await caseSchool(await startTestHandbell(), 'case-evidence');
});
afterAll(() => at.handbell.stop());

describe('what came with the report of a case', () => {
  it('is on the case’s page, closed, for whoever may read the concern, and for nobody else', async () => {
    const page = await openCase(at);
    const concern = idSchema<'concern'>().parse(await lastConcern(at.handbell));
    const run = <T>(act: (work: Work) => Promise<T>) =>
      at.handbell.services.worker.forSchool(at.school.id, `staff:${at.handler.member}`, act);
    const piece = { kind: 'picture', name: 'Picture 1', type: 'image/png', bytes: Buffer.from('x') } as const;
    const id = await run((work) => addEvidence(work, concern, piece));

    const { text } = await at.handler.get(page);
    expect(text).toContain(`/desk/concerns/${concern}/evidence/${id}`);
    expect(words(text)).toContain('Picture 1');
    const governor = { member: newId<'member'>(), roles: ['governor'] } as const;
    expect(await run((work) => evidenceFor(work, governor, [concern]))).toEqual([]);
  });
});
