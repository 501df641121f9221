import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { bringFile } from './bring.ts';
import { readContacts } from './contacts.ts';

const about = {
  phones: false,
  school: { name: 'Oakfield Example School', urn: '100001' },
  today: '2027-03-09',
};

/** A small set in OneRoster 1.2's own columns, as far as they matter. */
const SET: Readonly<Record<string, string>> = {
  'manifest.csv': `propertyName,value
manifest.version,1.0
oneroster.version,1.2
file.users,bulk
file.classes,bulk
file.enrollments,bulk`,
  'orgs.csv': `sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
org1,,,Oakfield Example School,school,100001,`,
  'users.csv': `sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password
c1,,,true,c1,,Pupil,Alpha,,A123456789012,c1@pupils.example.org,,,"p1,p2",01,
c2,,,true,c2,,Pupil,Beta,,,,,,p1,KG,
c3,,,true,c3,,Pupil,Gamma,,,,,,,02,
p1,,,true,p1,,Amira,Hassan,,,amira@mail.example.org,07700900123,07700900124,,,
p2,,,true,p2,,Sam,Hassan,,,,,,,,
p3,,,true,p3,,Jo,Reed,,,jo@mail.example.org,,,c3,,
p4,tobedeleted,,true,p4,,Al,Gone,,,al@mail.example.org,,,c3,,
r1,,,true,r1,,Gran,Reed,,,,,,c3,,
t1,,,true,t1,,A,Teacher,,,t@oakfield.example.org,,,,,`,
  'roles.csv': `sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId
1,,,c1,primary,student,,,org1,
2,,,c2,primary,student,,,org1,
3,,,c3,primary,student,,,org1,
4,,,p1,primary,parent,,,org1,
5,,,p2,primary,guardian,,,org1,
6,,,p3,primary,parent,,,org1,
7,,,p4,primary,parent,,,org1,
8,,,r1,primary,relative,,,org1,
9,,,t1,primary,teacher,,,org1,`,
  'academicSessions.csv': `sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
now,,,2026 to 2027,schoolYear,2026-09-01,2027-08-31,,2027
old,,,2025 to 2026,schoolYear,2025-09-01,2026-08-31,,2026`,
  'classes.csv': `sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods
k1,,,Oak,01,,,homeroom,,org1,now,,,
k2,,,Acorn,KG,,,homeroom,,org1,now,,,
k3,,,Last year’s Oak,01,,,homeroom,,org1,old,,,
k4,,,Year 1 Music,01,,,scheduled,,org1,now,,,`,
  'enrollments.csv': `sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate
e1,,,k1,org1,c1,student,,,
e2,,,k2,org1,c2,student,,,
e3,,,k3,org1,c1,student,,,
e4,,,k4,org1,c1,student,,,
e5,,,k1,org1,c3,student,,,2027-02-01
e6,,,k1,org1,t1,teacher,,,`,
};

const zip = (files: Readonly<Record<string, string>>, folder = '') =>
  zipSync(
    Object.fromEntries(Object.entries(files).map(([name, text]) => [folder + name, Buffer.from(text)])),
  );

async function read(files: Readonly<Record<string, string>>, folder = '') {
  const brought = await bringFile(zip(files, folder), about);
  const { contacts, problems } = readContacts(brought, brought.meanings, 'england');
  const told = contacts.map(({ name, email, places, gone }) => {
    const at = places.map((place) => `${place.className} ${place.year}${place.ended ? ' ended' : ''}`);
    return `${name} <${email}> ${at.join(', ')}${gone ? 'gone' : ''}`;
  });
  return { brought, contacts, problems, told };
}

describe('a OneRoster 1.2 set', () => {
  it('gives parents and guardians with the classes of their children now', async () => {
    const { told, problems, brought } = await read(SET);
    expect(told).toEqual([
      'Amira Hassan <amira@mail.example.org> Oak 1, Acorn R',
      'Sam Hassan <> Oak 1',
      'Jo Reed <jo@mail.example.org> Oak 2 ended',
      'Al Gone <al@mail.example.org> gone',
    ]);
    expect(problems).toEqual([]);
    expect(brought.notes.join(' ')).toMatch(/neither parent nor guardian were left out: 1.*holds everybody/);
  });

  it('keeps no child, no number and no phone', async () => {
    const { brought, contacts } = await read(SET);
    expect(JSON.stringify(brought)).not.toMatch(/Alpha|Beta|Gamma|A1234|07700|"c\d"|pupils\.example/);
    expect(contacts[0]?.household).toBe(contacts[1]?.household);
    expect(contacts[2]?.household).not.toBe(contacts[1]?.household);
  });

  it('is read from a folder within the zip, and in version 1.1, where a user has one role', async () => {
    const users = SET['users.csv']
      ?.split('\n')
      .map((line, index) => `${line},${index === 0 ? 'role' : line.startsWith('p') ? 'parent' : 'student'}`);
    const { 'roles.csv': _roles, ...rest } = SET;
    const { told } = await read({ ...rest, 'users.csv': users?.join('\n') ?? '' }, 'export/');
    expect(told[0]).toBe('Amira Hassan <amira@mail.example.org> Oak 1, Acorn R');
  });

  it('that holds changes only says so', async () => {
    const manifest = SET['manifest.csv']?.replace('file.users,bulk', 'file.users,delta') ?? '';
    expect((await read({ ...SET, 'manifest.csv': manifest })).brought.notes.join()).toContain('changes only');
  });

  it('about several schools is read for the one with this school’s number', async () => {
    const orgs = `${SET['orgs.csv']}\norg2,,,Elsewhere,school,100002,`;
    expect((await read({ ...SET, 'orgs.csv': orgs })).told[0]).toContain('Amira Hassan');
    const others = orgs.replace('100001', '100003').replace('Oakfield Example School', 'Another');
    await expect(read({ ...SET, 'orgs.csv': others })).rejects.toThrow('about 2 schools');
  });

  it.each([
    ['without enrolments', { 'enrollments.csv': undefined }, 'lacks enrollments.csv'],
    ['of another version', { 'manifest.csv': 'propertyName,value\noneroster.version,2.0' }, 'of a version'],
    ['without parents', { 'roles.csv': 'userSourcedId,role\nc1,student' }, 'No parents are in this'],
  ])('%s is told what it lacks', async (_what, change, words) => {
    const files = Object.fromEntries(
      Object.entries({ ...SET, ...change }).flatMap(([name, text]) =>
        text === undefined ? [] : [[name, text]],
      ),
    );
    await expect(read(files)).rejects.toThrow(words);
  });
});
