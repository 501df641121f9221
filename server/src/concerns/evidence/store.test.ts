import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lastConcern, raise } from '../../../test/concerns.ts';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../../test/handbell.ts';
import { idSchema, newId } from '../../platform/ids.ts';
import type { Work } from '../../platform/work.ts';
import type { ConcernId } from '../rules.ts';
import { addEvidence, listEvidence, openEvidence } from './store.ts';

let handbell: TestHandbell;
let school: TestSchool;
let concern: ConcernId;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  await raise(handbell, school);
  concern = idSchema<'concern'>().parse(await lastConcern(handbell));
});
afterAll(() => handbell.stop());

function at<T>(act: (work: Work) => Promise<T>): Promise<T> {
  return handbell.services.worker.forSchool(school.id, 'public', act);
}

const note = (name: string) => ({
  kind: 'mail-part' as const,
  name,
  type: 'text/plain',
  bytes: Buffer.from(`Words of ${name}`),
});

describe('evidence', () => {
  it('is kept with its hash and its day, and opened again as it was', async () => {
    const id = await at((work) => addEvidence(work, concern, note('Zoë’s mail')));
    const { evidence, content } = await at((work) => openEvidence(work, concern, id));
    expect(Buffer.from(content.bytes).toString()).toBe('Words of Zoë’s mail');
    expect(evidence).toMatchObject({ name: 'Zoë’s mail', addedBy: 'reporter', state: 'kept' });
    expect(evidence.addedOn.toString()).toBe('2027-03-09');
    const [row] = await handbell.asOwner('select name from concern_evidence');
    expect(String(row?.name)).not.toContain('Zoë');
  });

  it('is listed in the order it came, with what is sealed among it', async () => {
    const sealed = await at((work) => addEvidence(work, concern, { ...note('Two'), state: 'sealed' }));
    const all = await at((work) => listEvidence(work, concern));
    expect(all.map((each) => each.name)).toEqual(['Zoë’s mail', 'Two']);
    await expect(at((work) => openEvidence(work, concern, sealed))).rejects.toMatchObject({ status: 409 });
  });

  it('is never reached through another concern', async () => {
    const [first] = await at((work) => listEvidence(work, concern));
    const other = newId<'concern'>();
    expect(await at((work) => listEvidence(work, other))).toEqual([]);
    const id = first?.id ?? newId<'evidence'>();
    await expect(at((work) => openEvidence(work, other, id))).rejects.toMatchObject({ status: 404 });
  });
});
