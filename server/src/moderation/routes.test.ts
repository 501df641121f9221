import { existsSync } from 'node:fs';
import { readPolicyText } from '@handbell/policy';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { keptPages } from '../../browser/service-worker/shell.ts';
import { startTestHandbell, type TestHandbell, type Visitor } from '../../test/handbell.ts';
import { policyFile, withPolicy } from '../../test/policy.ts';
import { ClauseQuestion } from './clause-question.tsx';

let handbell: TestHandbell;
let visitor: Visitor;
beforeAll(async () => {
  handbell = await startTestHandbell();
  const school = await handbell.newSchool('oak');
  await withPolicy(handbell, school, policyFile('church-primary.txt'));
  await handbell.newSchool('new');
  visitor = handbell.visitor();
});
afterAll(() => handbell.stop());

describe('before you send', () => {
  it('teaches the code in plain words, with the clauses of the version in force and whom to ask', async () => {
    const { status, text, headers } = await visitor.get('/s/oak/check');
    expect(status).toBe(200);
    expect(text).toMatch(/data-clause="[\d.]+" data-topics="politics"/);
    expect(text).toContain('The group is not a political platform');
    expect(text).toContain('Speak about a child in private.');
    expect(text).toContain('office@oakfield.example.org');
    expect(text).toContain('A message in a parents’ group may count as public.');
    expect(text).toMatch(/only be checked where scripts run[^<]*ask instead/);
    expect(headers.get('cache-control')).toMatch(/^public, /);
  });

  it('asks whether it is for everybody and about school, and says what the policy says that groups are for', async () => {
    const { text } = await visitor.get('/s/oak/check');
    expect(text).toMatch(/is it for everybody in the group, and is it about school\?/);
    expect(text).toContain('What the group is for, in the policy’s words');
  });

  it('reminds those who work for the school that they write as parents (rule 42)', async () => {
    const { text } = await visitor.get('/s/oak/check');
    expect(text).toContain('In a class group you write as a parent.');
  });

  it('says that nothing is kept, sent or seen, and has no field that a form could send', async () => {
    const { text } = await visitor.get('/s/oak/check');
    expect(text).toContain('It is not kept, not sent, and the school does not');
    expect(text).not.toContain('<form');
    expect(text).not.toMatch(/<textarea[^>]* name=/);
  });

  it('says what to do where no policy is in force, and loads no checker', async () => {
    const { status, text } = await visitor.get('/s/new/check');
    expect(status).toBe(200);
    expect(text).toContain('no policy with a code of conduct in force');
    expect(text).toContain('href="/s/new/ask"');
    expect(text).not.toContain('<script');
  });

  it('is found from the policy and from “Who do I ask?”', async () => {
    for (const page of ['/s/oak', '/s/oak/ask']) {
      expect((await visitor.get(page)).text).toContain('href="/s/oak/check"');
    }
  });
});

describe('the moderators’ pages', () => {
  it('are found from the policy, and lead to what a moderator comes for', async () => {
    expect((await visitor.get('/s/oak')).text).toContain('href="/s/oak/moderators"');
    const { text } = await visitor.get('/s/oak/moderators');
    for (const path of ['moderators/happened', 'moderators/review', 'moderators/words', 'moderators/log']) {
      expect(text).toContain(`href="/s/oak/${path}"`);
      expect((await visitor.get(`/s/oak/${path}`)).status).toBe(200);
    }
    expect((await visitor.get('/s/oak/moderators/happened')).text).toContain(
      'href="/s/oak/moderators/tools"',
    );
  });

  it('say what to do where no policy is in force', async () => {
    const { text } = await visitor.get('/s/new/moderators/review');
    expect(text).toContain('no policy with a code of conduct in force');
    expect(text).not.toContain('data-review');
  });

  it('are the same for everybody, hold nobody’s token, and can be kept on a device', async () => {
    for (const path of keptPages('/s/oak/moderators')) {
      const { text, headers } = await visitor.get(path);
      expect(headers.get('cache-control')).toMatch(/^public, /);
      expect(text).not.toContain('name="once"');
      expect(text).toContain('<link rel="manifest" href="/s/oak/moderators/app.webmanifest"/>');
    }
  });
});

describe('the installed app', () => {
  it('has a manifest whose icons are there and that takes a shared chat', async () => {
    const { text, headers } = await visitor.get('/s/oak/moderators/app.webmanifest');
    expect(headers.get('content-type')).toContain('application/manifest+json');
    const manifest: unknown = JSON.parse(text);
    expect(manifest).toMatchObject({
      start_url: '/s/oak/moderators',
      display: 'standalone',
      share_target: { action: '/s/oak/moderators/shared', method: 'POST', enctype: 'multipart/form-data' },
    });
    const icons = [...text.matchAll(/"src":"([^"]+)"/g)].map(([, src = '']) => src);
    expect(icons).toHaveLength(4);
    for (const icon of icons) expect((await visitor.send(icon)).status).toBe(200);
  });

  it('has a service worker that is asked for anew each time', async () => {
    const { status, headers, text } = await visitor.get('/service-worker.js');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(headers.get('cache-control')).toBe('no-cache');
    const files = [...text.matchAll(/\/assets\/[\w.-]+/g)].map(([file]) => file);
    expect(files.length).toBeGreaterThan(10);
    for (const file of files) expect(existsSync(new URL(`../../public${file}`, import.meta.url))).toBe(true);
  });

  it('gets a helpful answer when a shared chat reaches the server, which reads none of it', async () => {
    let read = false;
    const body = new ReadableStream(
      {
        pull: (controller) => {
          read = true;
          controller.close();
        },
      },
      { highWaterMark: 0 },
    );
    const headers = {
      'content-type': 'multipart/form-data; boundary=x',
      'sec-fetch-site': 'none',
      origin: 'null',
    };
    const init = { method: 'POST', body, headers, duplex: 'half' as const };
    const response = await visitor.send('/s/oak/moderators/shared', init);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('The school has not read it');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(read).toBe(false);
    const again = await visitor.send('/s/oak/moderators/shared');
    expect(again.headers.get('location')).toBe('/s/oak/moderators/review');
  });
});

describe('the desk’s second look', () => {
  it('is hidden until asked, names no clause by itself and has the clauses of the policy in force', async () => {
    const html = String(
      ClauseQuestion({
        document: readPolicyText(await policyFile('church-primary.txt').text(), 'Policy').document,
        words: [{ speaker: 'Dana', text: '<b>useless</b>' }],
      }),
    );
    expect(html).toMatch(/^<section data-clause-question[^>]* hidden/);
    expect(html).toContain('&lt;b&gt;useless');
    expect(html).toMatch(/data-clause="[\d.]+" data-topics="politics"/);
    expect(html).not.toMatch(/checked|name="/);
  });

  it('is not there without a policy or without words', () => {
    expect(ClauseQuestion({ document: undefined, words: [{ speaker: '', text: 'a' }] })).toBeNull();
    expect(ClauseQuestion({ document: { sections: [] }, words: [{ speaker: '', text: 'a' }] })).toBeNull();
  });
});
