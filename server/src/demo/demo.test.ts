import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell } from '../../test/handbell.ts';
import { verifyAllAudits } from '../command.ts';
import { type DemoReport, fillDemo } from './demo.ts';

let handbell: TestHandbell;
let report: DemoReport;

beforeAll(async () => {
  handbell = await startTestHandbell();
  report = await fillDemo(handbell.services);
});
afterAll(() => handbell.stop());

describe('the demo', () => {
  it('leaves a whole audit record', async () => {
    const [line] = await verifyAllAudits(handbell.services);
    expect(line).toMatchObject({ school: 'bellfield', fault: undefined });
  });
});
