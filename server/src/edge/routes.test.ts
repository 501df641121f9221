import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell } from '../../test/handbell.ts';

let handbell: TestHandbell;
beforeAll(async () => {
  handbell = await startTestHandbell();
});
afterAll(() => handbell.stop());

describe('the edge', () => {
  it('answers that it is healthy and ready', async () => {
    expect((await handbell.visitor().get('/healthz')).text).toBe('ok');
    expect((await handbell.visitor().get('/readyz')).text).toBe('ready');
  });

  it('tells a stranger that there is nothing at an address', async () => {
    const page = await handbell.visitor().get('/s/nowhere');
    expect(page.status).toBe(404);
    expect(page.text).toContain('There is nothing at this address.');
  });

  it('shows the way back to the school on every error below its address', async () => {
    const home = '<a href="/s/oakfield">Go to the school’s page</a>';
    expect((await handbell.visitor().get('/s/oakfield/no-such-page')).text).toContain(home);
    expect((await handbell.visitor().get('/s/oakfield/policy/99')).text).toContain(home);
    expect((await handbell.visitor().get('/s/nowhere')).text).not.toContain('Go to the school');
    expect((await handbell.visitor().get('/no-such-page')).text).not.toContain('Go to the school');
  });

  it('sets headers that let nothing from elsewhere in', async () => {
    const { headers } = await handbell.visitor().get('/healthz');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*script-src 'self' 'nonce-/);
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});
