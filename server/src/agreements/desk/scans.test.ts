import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { dayFields, withPolicy } from '../../../test/policy.ts';
import { ScanUnreadable, tidyScan } from '../scans.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
const SCANS = '/desk/agreements/scans';
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool('oak');
  office = await withPolicy(handbell, school);
});
afterAll(() => handbell.stop());

const photo = () =>
  sharp({ create: { width: 40, height: 20, channels: 3, background: '#eee' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Example Phone' } })
    .withMetadata({ orientation: 6 })
    .toBuffer();

const bring = async (bytes: Uint8Array, name = 'slip.jpg') =>
  office.post(SCANS, { file: new File([new Uint8Array(bytes)], name) }, SCANS);

describe('a scan', () => {
  it('is turned upright and loses what a phone hides in it', async () => {
    const { type, bytes } = await tidyScan(await photo());
    expect(type).toBe('image/jpeg');
    const { width, height, exif } = await sharp(bytes).metadata();
    expect([width, height, exif]).toEqual([20, 40, undefined]);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('Example Phone');
  });

  it('stays as it is when it is a PDF, and is refused when it is neither', async () => {
    const pdf = new TextEncoder().encode('%PDF-1.7 …');
    expect(await tidyScan(pdf)).toEqual({ type: 'application/pdf', bytes: pdf });
    for (const text of ['', 'hello', '<svg/>', 'PK\u0003\u0004'])
      await expect(tidyScan(new TextEncoder().encode(text))).rejects.toThrow(ScanUnreadable);
  });
});

describe('scanned slips', () => {
  it('wait on a pile, are keyed in beside their picture, and stay sealed with the record', async () => {
    const brought = await bring(await photo());
    expect(brought.location).toMatch(new RegExp(`^${SCANS}/`));
    expect((await office.get('/desk')).text).toContain('Key in the scanned slips');
    const page = await office.get(brought.location);
    expect(page.text).toContain(`<img class="hb-scan" src="${brought.location}/file"`);
    const picture = await office.send(`${brought.location}/file`);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    const code = /in force has ([\w-]+)\./.exec(page.text)?.[1] ?? '';
    const scan = brought.location.split('/').at(-1) ?? '';
    const fields = { code, name: 'Pat Scanned', scan, ...dayFields('on', '2027-03-08') };
    const mistyped = await office.post(
      '/desk/agreements/record',
      { ...fields, code: '9-9999' },
      brought.location,
    );
    expect(mistyped.text).toContain('No version of the policy has this code');
    expect(mistyped.text).toContain('hb-scan');
    expect(mistyped.text).toContain('value="Pat Scanned"');
    const done = await office.post('/desk/agreements/record', fields, brought.location);
    expect(done.location).toBe('/desk/agreements/record');
    expect((await office.get(SCANS)).text).toContain('No scan waits.');
    expect((await office.send(`${brought.location}/file`)).status).toBe(404);
    const one = /href="(\/desk\/agreements\/one\/[^"]+)"/.exec(
      (await office.get('/desk/agreements')).text,
    )?.[1];
    expect((await office.get(one ?? '')).text).toContain('The scanned slip');
    expect((await office.send(`${one}/scan`)).headers.get('content-type')).toBe('image/jpeg');
    const again = await office.post(
      '/desk/agreements/record',
      { ...fields, another: 'yes' },
      '/desk/agreements/record',
    );
    expect(again.status).toBe(404);
    expect(await handbell.asOwner('select 1 from agreement')).toHaveLength(1);
  });

  it('go on from one to the next, and can be thrown away', async () => {
    const first = (await bring(await photo())).location;
    const second = (await bring(new TextEncoder().encode('%PDF-1.7'), 'slip.pdf')).location;
    expect((await office.get(second)).text).toContain('Open the scanned slip (PDF)');
    const code = /in force has ([\w-]+)\./.exec((await office.get(first)).text)?.[1] ?? '';
    const scan = first.split('/').at(-1) ?? '';
    const fields = { code, name: 'Next Please', scan, ...dayFields('on', '2027-03-08') };
    expect((await office.post('/desk/agreements/record', fields, first)).location).toBe(second);
    expect((await office.post(`${second}/drop`, {}, second)).location).toBe(SCANS);
    expect((await office.get(second)).status).toBe(303);
    expect(await handbell.asOwner('select 1 from agreement_scan')).toEqual([]);
  });

  it('say what is wrong with a file that is none', async () => {
    expect((await bring(new TextEncoder().encode('hello'), 'x.txt')).text).toContain(
      'We could not read this file',
    );
    expect((await office.post(SCANS, {}, SCANS)).text).toContain('Choose the scan of a slip');
  });
});
