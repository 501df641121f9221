import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { WebEnvironment } from '../platform/web/environment.ts';
import { draw, sendDrawn } from './send.tsx';

/** A part of a page that fetches something before it can be drawn. */
async function Late({ words }: { words: string }) {
  await Promise.resolve();
  return <p>{words}</p>;
}

describe('a page', () => {
  it('is sent once its last part has been fetched', async () => {
    const page = {
      kind: 'page' as const,
      html: (
        <main>
          <Late words="one" />
          <Late words="two & three" />
        </main>
      ),
      status: 200 as const,
      keep: 60,
    };
    const app = new Hono<WebEnvironment>();
    app.get('/', async (web) => sendDrawn(web, await draw(page)));
    const answer = await app.request('/');
    expect(await answer.text()).toBe('<main><p>one</p><p>two &amp; three</p></main>');
  });
});
