import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ConcernDesk, startConcernDesk } from '../../../../test/concern-desk.ts';
import { idSchema } from '../../../platform/ids.ts';
import type { ConcernId } from '../../rules.ts';
import { addEvidence } from '../store.ts';

let desk: ConcernDesk;
beforeAll(async () => {
  desk = await startConcernDesk();
});
afterAll(() => desk.handbell.stop());
beforeEach(async () => {
  await desk.handbell.asOwner('delete from rate_limit');
});

const concernId = idSchema<'concern'>();
const picture = () =>
  sharp({ create: { width: 80, height: 160, channels: 3, background: '#d00' } })
    .jpeg()
    .toBuffer();

/** A concern with one piece beside it; gives the page of the piece. */
async function withPiece(
  bytes: Uint8Array,
  kind: 'picture' | 'mail-part' = 'picture',
): Promise<[id: ConcernId, page: string]> {
  const id = concernId.parse(await desk.sorted('handler'));
  const piece = await desk.handbell.services.worker.forSchool(desk.school.id, 'public', (work) =>
    addEvidence(work, id, { kind, name: 'Picture 1', type: 'image/jpeg', bytes }),
  );
  return [id, `/desk/concerns/${id}/evidence/${piece}`];
}

const press = (role: string, page: string, act: string, fields = {}) =>
  desk.as(role).post(`${page}/${act}`, fields, page);
const custody = () =>
  desk.handbell.asOwner('select act, member_id::text as member from evidence_custody order by at, id');

describe('a piece of evidence', () => {
  it('is shown only when asked for, for ten minutes, and who looked is written down', async () => {
    const [id, page] = await withPiece(await picture());
    expect((await desk.as('handler').get(`/desk/concerns/${id}`)).text).toContain(page);
    const closed = (await desk.as('handler').get(page)).text;
    expect(closed).not.toContain('<img');
    expect(closed).toContain('Nobody has looked at it yet');
    expect((await desk.as('handler').get(`${page}/picture`)).status).toBe(404);

    expect((await press('handler', page, 'look')).status).toBe(303);
    expect((await desk.as('handler').get(page)).text).toContain('<img');
    const shown = await desk.as('handler').send(`${page}/picture`);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await desk.as('deputy').get(`${page}/picture`)).status).toBe(404);
    expect((await custody()).at(-1)).toEqual({ act: 'seen', member: desk.as('handler').member });

    desk.handbell.clock.advance({ minutes: 11 });
    expect((await desk.as('handler').get(`${page}/picture`)).status).toBe(404);
    desk.handbell.clock.set('2027-03-09T10:00:00Z');
  });

  it('is saved to a computer only when that was asked for and written down', async () => {
    const [, page] = await withPiece(await picture());
    expect((await desk.as('handler').get(`${page}/file`)).status).toBe(404);
    expect((await press('handler', page, 'export')).location).toBe(`${page}/file`);
    expect((await desk.as('handler').send(`${page}/file`)).headers.get('content-disposition')).toContain(
      'evidence.jpg',
    );
    expect((await custody()).at(-1)?.act).toBe('exported');
  });

  it('is never reached by somebody who may not read its concern, or through another concern (rule 32)', async () => {
    const [, page] = await withPiece(await picture());
    const other = await desk.sorted('handler');
    const through = page.replace(/concerns\/[^/]+/, `concerns/${other}`);
    for (const path of ['', '/picture', '/file']) {
      expect((await desk.as('handler').get(through + path)).status).toBe(404);
      expect((await desk.as('chair').get(page + path)).status).toBe(404);
      expect((await desk.as('office').get(page + path)).status).toBe(403);
    }
    const seal = await desk.as('handler').post(`${through}/seal`, {}, '/desk/concerns/log');
    expect(seal.status).toBe(404);
    expect((await desk.as('handler').post(`${page}/look`, {}, '/desk/concerns/log')).status).toBe(303);
  });

  it('is sealed unseen with one button: the hold goes on and the safeguarding lead is alerted (rule 14)', async () => {
    const [id, page] = await withPiece(await picture());
    const before = (await desk.handbell.asOwner("select 1 from mail where kind = 'desk-news'")).length;
    expect((await press('handler', page, 'seal')).status).toBe(303);
    expect(await desk.stateOf(id)).toBe('held');
    expect((await desk.handbell.asOwner("select 1 from mail where kind = 'desk-news'")).length).toBe(
      before + 1,
    );
    for (const role of ['handler', 'safeguarding', 'head']) {
      expect((await press(role, page, 'look')).status, role).toBe(409);
      expect((await desk.as(role).get(`${page}/picture`)).status, role).not.toBe(200);
    }
    expect((await custody()).at(-1)).toEqual({ act: 'sealed', member: desk.as('handler').member });
  });

  it('is covered by a new piece with the cover burned in, and the original is sealed', async () => {
    const [, page] = await withPiece(await picture());
    await press('handler', page, 'look');
    expect((await press('handler', page, 'cover')).status).toBe(422);
    const made = (await press('handler', page, 'cover', { squares: ['0-0', '0-1', '99-99'] })).location;
    expect(made).not.toBe(page);
    expect((await press('handler', page, 'look')).status).toBe(409);
    expect((await desk.as('handler').get(page)).text).toContain('Covered in part');
    await press('handler', made, 'look');
    const shown = await desk.as('handler').send(`${made}/picture`);
    const { data } = await sharp(Buffer.from(await shown.arrayBuffer()))
      .extract({ left: 4, top: 4, width: 1, height: 1 })
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect(data[0]).toBeLessThan(30);
  });

  it('that is words is shown as words, and anything else is not shown at all', async () => {
    const [, words] = await withPiece(Buffer.from('<b>They said so.</b>'), 'mail-part');
    await press('handler', words, 'look');
    expect((await desk.as('handler').get(words)).text).toContain('&lt;b&gt;They said so.');
    const [, machine] = await withPiece(Buffer.from('PK\x03\x04\0\0macro'), 'mail-part');
    await press('handler', machine, 'look');
    const page = (await desk.as('handler').get(machine)).text;
    expect(page).toContain('cannot be shown safely here');
    expect(page).not.toContain('macro');
  });

  it('says that it was not scanned where the school has no scanner', async () => {
    const [, page] = await withPiece(await picture());
    await press('handler', page, 'look');
    expect((await desk.as('handler').get(page)).text).toContain(
      'Not scanned: this school has no virus scanner',
    );
  });
});
