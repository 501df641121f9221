import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type Visitor } from '../../../test/handbell.ts';
import { policyFile, withPolicy } from '../../../test/policy.ts';

let handbell: TestHandbell;
let office: Visitor;
const SPACE = '/s/oakfield/pta/mine';

beforeAll(async () => {
  handbell = await startTestHandbell();
  office = await withPolicy(handbell, await handbell.newSchool(), policyFile('church-primary.txt'));
});
afterAll(() => handbell.stop());

async function officer(name: string): Promise<Visitor> {
  const page = '/desk/groups/pta';
  const added = await office.post(page, { name, contact: '' }, page);
  const { text } = await office.get(added.location);
  const link = /http:\/\/localhost:8043(\/s\/[^<]+)/.exec(text)?.[1] ?? '';
  const visitor = handbell.visitor();
  await visitor.post(link, {}, link);
  return visitor;
}

describe('the PTA', () => {
  it('puts up a message under its own name, to read and to share, and takes it down', async () => {
    const ola = await officer('Ola Benson');
    const entry = { title: 'Summer fair', body: 'Cakes wanted for Saturday.', days: '7' };
    expect((await ola.post(`${SPACE}/notices`, entry, SPACE)).status).toBe(303);
    const { text } = await handbell.visitor().get('/s/oakfield/pta');
    expect(text).toContain('Summer fair');
    expect(text).toContain('They are not from');
    const mine = (await ola.get(SPACE)).text;
    expect(decodeURIComponent(mine)).toContain('From the PTA of Oakfield Example School\n\nSummer fair');
    const [row] = await handbell.asOwner('select id from pta_notice');
    await ola.post(`${SPACE}/notices/${String(row?.id)}/withdraw`, {}, SPACE);
    expect((await handbell.visitor().get('/s/oakfield/pta')).text).not.toContain('Summer fair');
  });

  it('stops showing a message after its last day', async () => {
    const ola = await officer('Ola Later');
    await ola.post(`${SPACE}/notices`, { title: 'One week', body: 'Soon over.', days: '7' }, SPACE);
    handbell.clock.advance({ days: 7 });
    expect((await handbell.visitor().get('/s/oakfield/pta')).text).toContain('One week');
    handbell.clock.advance({ days: 1 });
    expect((await handbell.visitor().get('/s/oakfield/pta')).text).not.toContain('One week');
  });

  it('refuses a message without words, and one with a link to join a group; nothing typed is lost', async () => {
    const ola = await officer('Ola Again');
    const empty = await ola.post(`${SPACE}/notices`, { title: 'Kept title', body: ' ' }, SPACE);
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('Kept title');
    const body = 'Join us: https://chat.whatsapp.com/AbCdEf';
    const link = await ola.post(`${SPACE}/notices`, { title: 'Join', body, days: '7' }, SPACE);
    expect(link.text).toContain('Leave the link out');
  });

  it('suggests a moderator for its own groups only; the office decides whether to ask', async () => {
    const entry = { name: 'Friends', kind: 'pta' };
    const group = (await office.post('/desk/groups/new', entry, '/desk/groups/new')).location;
    const id = group.split('/').at(-1) ?? '';
    const ola = await officer('Ola Names');
    const named = { group: id, name: 'Pia Named', contact: '' };
    expect((await ola.post(`${SPACE}/nominate`, named, SPACE)).status).toBe(303);
    expect((await office.get(group)).text).toContain('by the PTA');
    const other = { ...named, group: '00000000-0000-7000-8000-000000000000' };
    expect((await ola.post(`${SPACE}/nominate`, other, SPACE)).status).toBe(422);
  });

  it('lets nobody in whose time has ended, and nobody without a link', async () => {
    const ola = await officer('Ola Stops');
    const [row] = await handbell.asOwner('select id from pta_officer order by id desc limit 1');
    await office.post(`/desk/groups/pta/${String(row?.id)}/end`, {}, '/desk/groups/pta');
    const entry = { title: 'Too late', body: 'Not shown', days: '7' };
    await ola.post(`${SPACE}/notices`, entry, '/s/oakfield/pta');
    await handbell.visitor().post(`${SPACE}/notices`, entry, '/s/oakfield/pta');
    expect(await handbell.asOwner("select 1 from pta_notice where title = 'Too late'")).toEqual([]);
  });

  it('has no pages where the policy does not cover its groups', async () => {
    const own = await handbell.newSchool('infant');
    await withPolicy(handbell, own, policyFile('infant-school.txt'));
    expect((await handbell.visitor().get('/s/infant/pta')).status).toBe(404);
  });
});
