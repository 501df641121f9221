import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { words } from '../../../test/cases.ts';
import { type ConcernDesk, startConcernDesk } from '../../../test/concern-desk.ts';

let desk: ConcernDesk;
beforeAll(async () => {
  desk = await startConcernDesk();
});
afterAll(() => desk.handbell.stop());

async function paper(role: string, path: string): Promise<string> {
  const response = await desk.as(role).send(path);
  expect(response.status, path).toBe(200);
  const document = await getDocumentProxy(new Uint8Array(await response.arrayBuffer()));
  const { text } = await extractText(document, { mergePages: true });
  return text.replaceAll('\u200B', '').replaceAll(/\s+/g, ' ');
}

describe('what a reporter is told, on paper', () => {
  it('is the acknowledgement as it was written, without a name, and takes no side (D1)', async () => {
    const id = await desk.sorted('handler');
    const page = `/desk/concerns/${id}`;
    expect((await desk.as('office').get(`${page}/acknowledgement.pdf`)).status).toBe(404);
    const judging = { message: 'Thank you. What they wrote is clearly unacceptable.' };
    const refused = await desk.act('handler', id, 'acknowledge', judging);
    expect(refused.status).toBe(422);
    expect(words(refused.text)).toContain('take out words that judge');
    const proposed = words((await desk.as('handler').get(page)).text);
    expect(proposed).toContain('Your page is at');
    await desk.act('handler', id, 'acknowledge', {
      message: 'Thank you for telling us. Ask for me at the office.',
    });
    const text = await paper('office', `${page}/acknowledgement.pdf`);
    expect(text).toContain('Thank you for telling us. Ask for me at the office.');
    expect(text).toContain('Hello');
    expect((await desk.as('office').get(`${page}/closing-note.pdf`)).status).toBe(404);
  });

  it('is the closing note once the concern has ended (D2)', async () => {
    const id = await desk.sorted('handler');
    const message = 'Thank you for telling us. It belongs in our complaints procedure.';
    await desk.act('handler', id, 'about-us', { aboutUs: 'no', why: 'It is about words between adults.' });
    const end = { exit: 'not-for-school', reason: 'A private matter.', message };
    expect((await desk.act('handler', id, 'exit', end)).status).toBe(303);
    expect(await paper('handler', `/desk/concerns/${id}/closing-note.pdf`)).toContain(message);
  });
});
