import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell } from '../../test/handbell.ts';

let handbell: TestHandbell;
beforeAll(async () => {
  handbell = await startTestHandbell();
});
afterAll(() => handbell.stop());

describe('the address alone', () => {
  it('leads to set-up, to the one school, or to no school by name where there are several', async () => {
    const visitor = handbell.visitor();
    expect((await visitor.get('/')).text).toContain('No school is set up here yet');
    const school = await handbell.newSchool();
    const one = (await visitor.get('/')).text;
    expect(one).toContain(`href="/s/${school.slug}"`);
    expect(one).toContain('href="/desk"');
    await handbell.newSchool('elmfield');
    const several = (await visitor.get('/')).text;
    expect(several).not.toContain(school.slug);
    expect(several).toContain('the address that the school gives them');
  });
});
