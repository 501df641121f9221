import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell } from '../../../test/handbell.ts';
import { bringIn, doubtsOn, policyFile, putThrough } from '../../../test/policy.ts';

let handbell: TestHandbell;
beforeAll(async () => {
  handbell = await startTestHandbell();
  Object.assign(handbell.services.log, { error: console.error });
});
afterAll(() => handbell.stop());

describe('a policy on its way into force', () => {
  it('goes from the school’s own file to a published version', async () => {
    const school = await handbell.newSchool('one');
    const office = await handbell.signIn(school, ['office']);
    const page = await bringIn(office, policyFile('church-primary.docx'));
    const shown = await office.get(page);
    console.log(shown.text.slice(0, 200), await doubtsOn(office, page));
    await putThrough(office, page);
    const done = await office.get(page);
    expect(done.text).toContain('In force');
  });
});
