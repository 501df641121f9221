import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../test/handbell.ts';
import { bringIn, policyFile, putThrough, withPolicy } from '../../test/policy.ts';

let handbell: TestHandbell;
let school: TestSchool;
const BASE = '/s/oak/agree';
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool('oak');
});
afterAll(() => handbell.stop());

const open = async (headers: Readonly<Record<string, string>> = {}) =>
  handbell.visitor().send(BASE, { headers });
const text = async () => (await open()).text();

describe('a page that is drawn once for everybody', () => {
  it('is current for the next reader, whoever changed what it says, in whichever process, and with the day', async () => {
    expect(await text()).toContain('nothing to agree to yet');
    const office = await withPolicy(handbell, school, policyFile('infant-school.txt'));
    const first = await text();
    expect(first).toContain('Version 1');
    expect(await text()).toBe(first);

    // As another process would: nothing in this one knows of it.
    await handbell.asOwner('update school set name = $2 where id = $1', [school.id, 'Oak and Ash School']);
    expect(await text()).toContain('Oak and Ash School');
    expect(await (await handbell.visitor().get(`${BASE}/name`)).text).toContain('Oak and Ash School');

    await putThrough(office, await bringIn(office, policyFile('church-primary.txt')), {
      adopted: '2027-03-09',
      from: '2027-03-09',
    });
    expect(await text()).toContain('Version 2');

    handbell.clock.set('2027-03-08T23:30:00Z');
    expect(await text()).toContain('nothing to agree to yet');
    handbell.clock.set('2027-03-09T10:00:00Z');
  });

  it('costs a browser that has it a few bytes, and comes packed for those who take it so', async () => {
    const tag = (await open()).headers.get('etag') ?? '';
    const again = await open({ 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const packed = await open({ 'accept-encoding': 'br, gzip;q=0.5' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    expect(packed.headers.get('vary')).toMatch(/accept-encoding/i);
    const unpacked = new Response(packed.body?.pipeThrough(new DecompressionStream('gzip')));
    expect(await unpacked.text()).toBe(await text());
    expect((await open({ 'accept-encoding': 'gzip;q=0' })).headers.get('content-encoding')).toBeNull();
  });

  it.each(['o%00ak', 'Oak', "o'ak", 'nobody', '..'])(
    'is nowhere for a school "%s" that there is not',
    async (name) => {
      for (const page of ['agree', 'agree/decline', 'agree/name']) {
        expect((await handbell.visitor().get(`/s/${name}/${page}`)).status).toBe(404);
      }
    },
  );
});
