import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestHandbell, type TestHandbell, type TestSchool, type Visitor } from '../../test/handbell.ts';
import { policyFile, withPolicy } from '../../test/policy.ts';

let handbell: TestHandbell;
let school: TestSchool;
let office: Visitor;
let handler: Visitor;
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  office = await handbell.signIn(school, ['office']);
  handler = await handbell.signIn(school, ['handler']);
});
afterAll(() => handbell.stop());

async function classIds(): Promise<string[]> {
  const rows = await handbell.asOwner('select id from school_class where ended_at is null order by position');
  return rows.map((row) => String(row.id));
}

async function register(name: string, kind = 'class'): Promise<string> {
  const [first = ''] = await classIds();
  const answer = await office.post('/desk/groups/new', { name, kind, classes: first }, '/desk/groups/new');
  expect(answer.status).toBe(303);
  return answer.location;
}

describe('the register of groups', () => {
  it('teaches what will appear while it is empty, and says where the school stands', async () => {
    const { status, text } = await office.get('/desk/groups');
    expect(status).toBe(200);
    expect(text).toContain('No groups yet');
    expect(text).toContain('The school is in none of these groups');
  });

  it('keeps the list of classes, and a class stays itself when the list is saved again', async () => {
    const page = '/desk/groups/classes';
    await office.post(page, { classes: 'Oak\n\n  Elm \nБерёза' }, page);
    const before = await classIds();
    expect(before).toHaveLength(3);
    await office.post(page, { classes: 'Elm\noak\nБерёза\nAsh' }, page);
    const after = await classIds();
    expect(after.slice(0, 3)).toEqual([before[1], before[0], before[2]]);
    const twice = await office.post(page, { classes: 'Elm\nELM' }, page);
    expect(twice.status).toBe(422);
    expect(twice.text).toContain('Two classes have the same name');
  });

  it('takes a class group and shows which classes have none', async () => {
    const group = await register('Elm parents');
    const page = await office.get(group);
    expect(page.text).toContain('Elm parents');
    const list = await office.get('/desk/groups');
    expect(list.text).toMatch(/Classes without a group.*Ash/s);
    expect(list.text.split('Classes without a group')[1]).not.toContain('<bdi>Elm</bdi>');
  });

  it('refuses a PTA group while no policy covers one, and says so', async () => {
    const form = await office.get('/desk/groups/new');
    expect(form.text).toContain('No policy is in force yet');
    expect(form.text).not.toContain('value="pta"');
    const answer = await office.post(
      '/desk/groups/new',
      { name: 'Friends of Oakfield', kind: 'pta' },
      '/desk/groups/new',
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('does not cover groups of this kind');
  });

  it('refuses two groups of one name, a group without classes and an invite link', async () => {
    const [first = ''] = await classIds();
    const same = await office.post(
      '/desk/groups/new',
      { name: 'ELM parents', kind: 'class', classes: first },
      '/desk/groups/new',
    );
    expect(same.text).toContain('Another group has this name');
    const none = await office.post(
      '/desk/groups/new',
      { name: 'No class', kind: 'year' },
      '/desk/groups/new',
    );
    expect(none.text).toContain('Tick the classes');
    const link = await office.post(
      '/desk/groups/new',
      { name: 'https://chat.whatsapp.com/AbCdEf', kind: 'class', classes: first },
      '/desk/groups/new',
    );
    expect(link.text).toContain('Leave the link out');
  });

  it('tells the second of two who change a group at once', async () => {
    const group = await register('Changed twice');
    const [first = '', second = ''] = await classIds();
    const page = `${group}/change`;
    const entry = { kind: 'year', classes: [first, second], version: '1' };
    expect((await office.post(page, { ...entry, name: 'Changed once' }, page)).status).toBe(303);
    const late = await office.post(page, { ...entry, name: 'Changed late' }, page);
    expect(late.status).toBe(409);
    expect(late.text).toContain('This group has been changed or archived. You changed it last, on ');
    const beside = await handbell.signIn(school, ['office']);
    const other = await beside.post(page, { ...entry, name: 'Changed beside' }, page);
    expect(other.text).toMatch(/changed or archived\. [^.]+ changed it last, on /);
    expect(other.text).not.toContain('You changed it last');
  });

  it('archives a group: its name is free again', async () => {
    const group = await register('Leavers');
    const archived = await office.post(`${group}/archive`, { version: '1' }, group);
    expect(archived.location).toBe('/desk/groups');
    expect((await office.get('/desk/groups')).text).not.toContain('Leavers');
    expect((await office.get('/desk/groups?show=archived')).text).toContain('Leavers');
    await register('Leavers');
  });
});

describe('PTA groups', () => {
  it.each([
    ['church-primary.txt', true],
    ['infant-school.txt', false],
  ])('under the policy of %s may be registered: %s', async (file, allowed) => {
    const own = await handbell.newSchool(file.replace('.txt', ''));
    const desk = await withPolicy(handbell, own, policyFile(file));
    const form = await desk.get('/desk/groups/new');
    expect(form.text.includes('value="pta"')).toBe(allowed);
    expect(form.text.includes('does not cover PTA groups')).toBe(!allowed);
    const entry = { name: 'Friends of the school', kind: 'pta' };
    expect((await desk.post('/desk/groups/new', entry, '/desk/groups/new')).status).toBe(allowed ? 303 : 422);
  });
});

describe('moderators', () => {
  it('are sealed at rest, shown to the desk, reachable for the office alone, and stop', async () => {
    const group = await register('With moderators');
    const added = await office.post(
      `${group}/moderators`,
      { name: 'Şebnem Ó Briain', contact: '07700 900222' },
      group,
    );
    expect(added.status).toBe(303);
    const [row] = await handbell.asOwner('select id, name, contact from chat_moderator');
    expect(String(row?.name)).not.toContain('ebnem');
    expect(String(row?.contact)).not.toContain('900222');
    expect((await office.get(group)).text).toContain('07700 900222');
    const seen = (await handler.get(group)).text;
    expect(seen).toContain('Şebnem Ó Briain');
    expect(seen).not.toContain('900222');
    const stopped = await office.post(`${group}/moderators/${String(row?.id)}/end`, {}, group);
    expect(stopped.status).toBe(303);
    expect((await handbell.asOwner('select contact, until_day from chat_moderator'))[0]).toMatchObject({
      contact: null,
    });
  });

  it('taken off the list by somebody who was quicker: the other learns by whom, whatever they wanted', async () => {
    const beside = await handbell.signIn(school, ['office'], 'Bea Beside');
    const group = await register('Two at once');
    await office.post(`${group}/moderators`, { name: 'Ada Asked', contact: '' }, group);
    await office.post(`${group}/moderators`, { name: 'Bo Staying', contact: '' }, group);
    const [row] = await handbell.asOwner(
      'select id from chat_moderator where group_id = $1 order by id limit 1',
      [group.split('/').at(-1)],
    );
    const place = `${group}/moderators/${String(row?.id)}`;
    await beside.post(`${place}/end`, {}, group);
    // What is done with the group's other places since is not what was quicker.
    await office.post(`${group}/moderators`, { name: 'Cy Later', contact: '' }, group);
    for (const [path, fields] of [
      [`${place}/end`, {}],
      [`${place}/link`, { by: 'hand' }],
    ] as const) {
      const late = await office.post(path, fields, group);
      expect(late.status).toBe(409);
      expect(late.text).toMatch(/does not look after the group any more\. Bea Beside changed it last, on /);
    }
  });

  it('are asked for by name', async () => {
    const group = await register('Nameless');
    const answer = await office.post(`${group}/moderators`, { name: '  ', contact: '' }, group);
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Enter the moderator’s name');
  });
});

describe('who may', () => {
  it('see but not edit: a case handler', async () => {
    expect((await handler.get('/desk/groups')).status).toBe(200);
    expect((await handler.get('/desk/groups/new')).status).toBe(403);
  });

  it('not see at all: a governor, and another school', async () => {
    const governor = await handbell.signIn(school, ['governor']);
    expect((await governor.get('/desk/groups')).status).toBe(403);
    const other = await handbell.newSchool('elsewhere');
    const stranger = await handbell.signIn(other, ['office']);
    const group = await register('Ours alone');
    expect((await stranger.get(group)).status).toBe(404);
    expect((await stranger.get('/desk/groups')).text).not.toContain('Ours alone');
  });

  it('nobody who is not signed in', async () => {
    expect((await handbell.visitor().get('/desk/groups')).status).toBe(303);
  });
});
