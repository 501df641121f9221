import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agree } from '../../../test/agreement.ts';
import {
  startTestHandbell,
  type TestHandbell,
  type TestSchool,
  type Visitor,
} from '../../../test/handbell.ts';
import { bringIn, dayFields, policyFile, putThrough, withPolicy } from '../../../test/policy.ts';
import type { Role } from '../../people/roles.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
const ROOM = '/desk/agreements';
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool('oak');
  office = await withPolicy(handbell, school);
  await agree(handbell.visitor(), '/s/oak', {
    name: 'Zoë Ferreira',
    childClass: 'Oak',
    relationship: 'Mother',
  });
  await agree(handbell.visitor(), '/s/oak', { name: '=cmd|calc', childClass: '<b>Elm</b>' });
});
afterAll(() => handbell.stop());

const codeOnForm = async () =>
  /in force has ([\w-]+)\./.exec((await office.get(`${ROOM}/record`)).text)?.[1] ?? '';
const record = (fields: Readonly<Record<string, string>>) =>
  office.post(
    `${ROOM}/record`,
    { childClass: '', ...dayFields('on', '2027-03-08'), ...fields },
    `${ROOM}/record`,
  );

describe('the agreements’ room', () => {
  it('teaches what comes while nothing can be agreed to', async () => {
    const other = await handbell.signIn(await handbell.newSchool('new'), ['office']);
    expect((await other.get(ROOM)).text).toContain('No agreements yet');
    expect((await other.get(`${ROOM}/record`)).text).toContain('No policy has been in force yet');
    expect((await other.send(`${ROOM}/slip.pdf`)).headers.get('location')).toBe(ROOM);
  });

  it('shows the office who agreed', async () => {
    const { text } = await office.get(ROOM);
    expect(text).toContain('<bdi>Zoë Ferreira</bdi>');
    expect(text).toContain('&lt;b&gt;Elm&lt;/b&gt;');
    expect(text).toMatch(/Version 1.*?numeric"[^>]*>2<.*?numeric"[^>]*>0</s);
  });

  it.each<Role>(['handler', 'head', 'chair', 'governor', 'clerk'])(
    'shows %s how many, and nobody’s name',
    async (role) => {
      const staff = await handbell.signIn(school, [role]);
      const { status, text } = await staff.get(ROOM);
      expect(status).toBe(200);
      expect(text).toMatch(/Version 1.*?numeric"[^>]*>2</s);
      expect(text).not.toContain('Ferreira');
      const [row] = await handbell.asOwner('select id from agreement limit 1');
      for (const path of [
        'record',
        'find',
        'slip.pdf',
        `one/${String(row?.id)}`,
        'version/1/agreements.csv',
      ]) {
        expect((await staff.get(`${ROOM}/${path}`)).status).toBe(403);
      }
    },
  );

  it.each<Role>(['admin', 'safeguarding'])('shows %s nothing', async (role) => {
    expect((await (await handbell.signIn(school, [role])).get(ROOM)).status).toBe(403);
  });

  it('lets the data protection lead see names, and record none', async () => {
    const data = await handbell.signIn(school, ['data']);
    expect((await data.get(ROOM)).text).toContain('Ferreira');
    expect((await data.get(`${ROOM}/record`)).status).toBe(403);
  });

  it('finds people by a part of their name, without the name in an address', async () => {
    const find = (name: string) => office.post(`${ROOM}/find`, { name });
    const found = await find('ZOE FERR');
    expect(found.status).toBe(200);
    expect(found.text).toContain('1 agreement found');
    expect(found.text).toContain('Zoë Ferreira');
    expect((await find('<nobody>')).text).toContain('“<bdi>&lt;nobody&gt;</bdi>”');
    expect((await find('')).text).toContain('Enter a name, or a part of it');
    expect((await find('-')).text).toContain('Nobody found');
  });

  it('gives a table in which nothing is worked out, and notes who took it', async () => {
    const response = await office.send(`${ROOM}/version/1/agreements.csv`);
    const text = await response.text();
    expect(response.headers.get('content-disposition')).toContain('agreements-version-1.csv');
    expect(text).toContain('"Zoë Ferreira","Oak","Mother","1","9 March 2027","On screen","Agreed",""');
    expect(text).toContain(`"'=cmd|calc"`);
    expect(
      (await handbell.asOwner("select detail from audit_entry where act = 'agreement.exported'"))[0],
    ).toEqual({
      detail: { version: 1, count: 2 },
    });
    expect((await office.get(`${ROOM}/version/9/agreements.csv`)).status).toBe(404);
    expect((await office.get(`${ROOM}?version=9`)).status).toBe(404);
  });
});

describe('paper slips', () => {
  it('are keyed in under the code that is printed on them', async () => {
    const code = await codeOnForm();
    expect(code).toMatch(/^1-\w{4}$/);
    const wrong = await record({ code: '1-2222', name: 'Pat Paper' });
    expect(wrong.text).toContain('No version of the policy has this code');
    expect((await record({ code, name: '' })).text).toContain('Enter the name on the slip');
    const late = await record({ code, name: 'Pat', ...dayFields('on', '2027-03-10') });
    expect(late.text).toContain('The day cannot be in the future');
    const answer = await record({
      code: code.toLowerCase().replace('-', ' '),
      name: 'Pat Paper',
      childClass: 'Ash',
    });
    expect(answer.location).toBe(`${ROOM}/record`);
    const next = await office.get(answer.location);
    expect(next.text).toContain('The slip is recorded.');
    expect(next.text).toContain(`value="${code.toLowerCase().replace('-', ' ')}"`);
    expect((await office.get(ROOM)).text).toMatch(/Pat Paper.*Ash.*8 March 2027.*On paper/s);
  });

  it('that ask for a talk first are no agreement, and wait on the list of talks', async () => {
    const code = await codeOnForm();
    const unsure = await record({ code, name: 'Tam Paper', says: 'perhaps' });
    expect(unsure.text).toContain('Choose what the slip says');
    const talk = { code, name: 'Tam Paper', says: 'talk', contact: '07700 900333', ...dayFields('on', '') };
    const answer = await record(talk);
    expect((await office.get(answer.location)).text).toContain('The wish to talk is noted.');
    expect((await office.get(ROOM)).text).not.toContain('Tam Paper');
    const list = (await office.get(`${ROOM}/answers`)).text;
    const one = /href="([^"]+)"><bdi>Tam Paper/.exec(list)?.[1] ?? '';
    const { text } = await office.get(one);
    expect(text).toContain('Wants to talk first');
    expect(text).toContain('07700 900333');
  });

  it('are asked about when somebody of the same name has agreed already', async () => {
    const code = await codeOnForm();
    const same = await record({ code, name: 'zoe ferreira' });
    expect(same.status).toBe(422);
    expect(same.text).toContain('Somebody of this name has agreed to this version already');
    expect(same.text).toContain('This is another person of the same name');
    expect((await record({ code, name: 'zoe ferreira', another: 'yes' })).status).toBe(303);
  });

  it('can be printed', async () => {
    const response = await office.send(`${ROOM}/slip.pdf`);
    expect(response.headers.get('content-type')).toBe('application/pdf');
  });

  it('are taken back by the office when somebody asks', async () => {
    const found = await office.post(`${ROOM}/find`, { name: 'Pat Paper' });
    const one = /href="(\/desk\/agreements\/one\/[^"]+)"/.exec(found.text)?.[1] ?? '';
    expect((await office.get(one)).text).toContain('They want to withdraw');
    const answer = await office.post(`${one}/withdraw`, {}, one);
    const after = await office.get(answer.location);
    expect(after.text).toContain('The withdrawal is recorded.');
    expect(after.text).not.toContain('They want to withdraw');
    expect((await office.get(ROOM)).text).toMatch(
      /Version 1.*?numeric"[^>]*>2<.*?numeric"[^>]*>1<.*?numeric"[^>]*>1</s,
    );
    expect((await office.get(`${ROOM}/one/${school.id}`)).status).toBe(404);
  });

  it('are for the version that is printed on them, also when it was replaced since', async () => {
    const old = await codeOnForm();
    await putThrough(office, await bringIn(office, policyFile('church-primary.txt')));
    expect(await codeOnForm()).not.toBe(old);
    expect((await record({ code: old, name: 'Old Slip' })).status).toBe(303);
    expect((await office.get(ROOM)).text).not.toContain('Old Slip');
    expect((await office.get(`${ROOM}?version=1`)).text).toContain('Old Slip');
  });
});
