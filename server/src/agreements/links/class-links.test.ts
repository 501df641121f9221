import { Temporal } from 'temporal-polyfill';
import { getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hiddenFields } from '../../../test/agreement.ts';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { withPolicy } from '../../../test/policy.ts';
import { saveClasses } from '../../groups/classes-store.ts';
import { lastDayOf } from './class-links.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
const HERE = '/desk/agreements/links';
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool('oak');
  office = await withPolicy(handbell, school);
});
afterAll(() => handbell.stop());

const links = async () =>
  [
    ...(await office.get(HERE)).text.matchAll(
      /<a href="http:\/\/localhost:8043(\/s\/oak\/agree\/c\/[^"]+)"/g,
    ),
  ].map((match) => match[1] ?? '');

describe('the last day of a class’s link', () => {
  it.each([
    ['2026-09-01', '2027-08-31'],
    ['2027-03-09', '2027-08-31'],
    ['2027-08-31', '2027-08-31'],
    ['2027-12-31', '2028-08-31'],
  ])('of one made on %s is %s', (made, last) => {
    expect(lastDayOf(Temporal.PlainDate.from(made)).toString()).toBe(last);
  });
});

describe('the links of classes', () => {
  it('need classes first, then come for all of them at once', async () => {
    expect((await office.get(HERE)).text).toContain('No classes are written down yet');
    await handbell.services.worker.forSchool(school.id, 'command', (work) =>
      saveClasses(work, ['Oak', 'Elm']),
    );
    expect((await office.get(HERE)).text).toContain('Without a link: <bdi>Oak, Elm</bdi>');
    await office.post(`${HERE}/make`, {}, HERE);
    expect(await links()).toHaveLength(2);
    expect((await office.get(HERE)).text).toContain('Until 31 August 2027');
  });

  it('lead to the policy with the class filled in, and the record says by which way', async () => {
    const [oak = ''] = await links();
    const visitor = handbell.visitor();
    expect((await visitor.get(oak)).text).toMatch(/For the families of <bdi>Oak<\/bdi>/);
    const start = await visitor.send(`${oak}/name`);
    expect(start.headers.get('location')).toBe('/s/oak/agree/name');
    const step = async (name: string, typed: Readonly<Record<string, string>>) => {
      const page = `/s/oak/agree/${name}`;
      const { text } = await visitor.get(page);
      return visitor.post(page, { ...hiddenFields(text, page), ...typed });
    };
    await step('name', { name: 'Link Follower' });
    expect((await visitor.get('/s/oak/agree/about')).text).toContain('value="Oak"');
    await step('about', { childClass: 'Oak', relationship: '' });
    const done = await step('check', { agree: 'yes' });
    expect((await visitor.get(done.location)).text).toContain('by the link of a class');
    const [row] = await handbell.asOwner(
      'select a.way from agreement a join school_class c on c.id = a.class_id and c.name = $1',
      ['Oak'],
    );
    expect(row?.way).toBe('class-link');
  });

  it('lead to a talk and to a refusal too', async () => {
    const [, elm = ''] = await links();
    const visitor = handbell.visitor();
    for (const next of ['talk', 'decline']) {
      const answer = await visitor.send(`${elm}/${next}`);
      expect((await visitor.get(answer.headers.get('location') ?? '')).text).toContain('value="Elm"');
    }
    expect((await visitor.get(`${elm}/other`)).status).toBe(404);
  });

  it('can be replaced: the old one still leads to the policy, with no class', async () => {
    const [old = '', other] = await links();
    const only = /name="only" value="([^"]+)"/.exec((await office.get(HERE)).text)?.[1] ?? '';
    await office.post(`${HERE}/make`, { only }, HERE);
    const [fresh, kept] = await links();
    expect(fresh).not.toBe(old);
    expect(kept).toBe(other);
    const page = await handbell.visitor().get(old);
    expect(page.text).toContain('has been replaced by a newer one');
    expect(page.text).toContain('href="/s/oak/agree/name"');
    expect((await handbell.visitor().get('/s/oak/agree/c/AAAAAAAAAAAAAAAAAAAAAA')).text).toContain(
      'newer one',
    );
  });

  it('print as sheets with the address, a page a class, and say that nothing follows', async () => {
    const response = await office.send(`${HERE}/sheets.pdf`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/pdfuaid:part>1</);
    const pdf = await getDocumentProxy(bytes);
    expect(pdf.numPages).toBe(2);
    const { items } = await (await pdf.getPage(1)).getTextContent();
    const words = items
      .map((item) => ('str' in item ? item.str : ''))
      .join(' ')
      .replaceAll(/ +/g, ' ');
    expect(words).toContain('For the families of Oak');
    expect(words).toContain('nothing changes for your child');
    const svg = /src="([^"]+qr\.svg)"/.exec((await office.get(HERE)).text)?.[1] ?? '';
    expect((await office.send(svg)).headers.get('content-type')).toBe('image/svg+xml');
  });

  it('end with the school year, and each September has new ones', async () => {
    const [link = ''] = await links();
    handbell.clock.set('2027-08-31T20:00:00Z');
    expect((await handbell.visitor().get(link)).text).toContain('For the families of');
    handbell.clock.set('2027-09-01T08:00:00Z');
    expect((await handbell.visitor().get(link)).text).toContain('newer one');
    expect((await (await handbell.signIn(school, ['office'])).get(HERE)).text).toContain('Make their links');
  });
});
