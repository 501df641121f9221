import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planBan, said } from '../../../test/ban-pages.ts';
import {
  type CaseSchool,
  caseSchool,
  must,
  openCase,
  type StaffVisitor,
  toDecision,
  words,
} from '../../../test/cases.ts';
import { lastConcern, raise } from '../../../test/concerns.ts';
import { startTestHandbell } from '../../../test/handbell.ts';
import { bringIn, dayFields, submit } from '../../../test/policy.ts';
import { PARENT } from '../../cases/visibility.ts';
import type { MeetingNotes } from '../../meetings/plan.ts';
import type { Meeting } from '../../meetings/store.ts';
import { newId } from '../../platform/ids.ts';
import { EMPTY_PLAN } from '../../sanctions/ban/plan.ts';
import { composeBundle } from './bundle.ts';
import { meetingPassages } from './case-meetings.ts';
import { banPassages, planPassages } from './case-sanctions.ts';

const REQUESTS = '/desk/data/requests';
const SOL = { name: 'Sol Marchetti', email: 'sol@home.example.org', phone: '07700 900212' };

let at: CaseSchool;
let data: StaffVisitor;
let code = '';
let request = '';
beforeAll(async () => {
  at = await caseSchool(await startTestHandbell(), 'searched');
  data = await at.handbell.signIn(at.school, ['data'], 'Dana Data');
  code = await raise(at.handbell, at.school, {
    words: 'A fox-red coat stood at the gate.',
    ...{ mode: 'confidential', ...SOL },
  });
  const page = await openCase(at, SOL);
  await toDecision(at.handler, page);
  await hasMet(page);
  await hasBans(page);
  await hasPlan(page);
  await isOnRegister();
  await hasCommented();
  request = await must(data, `${REQUESTS}/new`, {
    ...{ name: 'sol marchetti', contact: SOL.email, channel: 'mail', words: 'Everything.' },
    ...dayFields('received', '2027-03-08'),
  });
});
afterAll(() => at.handbell.stop());

async function hasMet(page: string): Promise<void> {
  await must(at.handler, `${page}/meetings/new`, {
    purpose: 'To hear about the cedar bench.',
    agenda: 'The cedar bench',
    attendees: 'Hari Handler, who listens',
    ...{ how: 'school', place: 'the small room', minutes: '45', papers: '' },
    ...{ ...dayFields('slot1', '2027-03-11'), 'slot1-time': '3.30pm' },
    ...{ ...dayFields('slot2', '2027-03-12'), 'slot2-time': '9am' },
    ...dayFields('reply', '2027-03-11'),
  });
}

/** A first ban that was dropped, and a second. */
async function hasBans(page: string): Promise<void> {
  await planBan(at, page);
  await must(at.head, `${page}/ban/plan/risk`, {
    kinds: ['behaviour-on-site'],
    facts: 'Beside the iron pump.',
  });
  await must(at.head, `${page}/ban/drop`, { words: said });
  at.handbell.clock.set('2027-03-09T10:01:00Z');
  await planBan(at, page);
  await must(at.head, `${page}/ban/plan/risk`, {
    kinds: ['staff-threatened'],
    facts: 'Beside the brick arch.',
  });
}

async function hasPlan(page: string): Promise<void> {
  const plan = `${page}/plan`;
  await must(at.head, plan, {}, `${plan}/begin`);
  const terms = { facts: 'Forty mails about the tin roof.', childContacts: said, route: said };
  await must(at.head, plan, { ...terms, frequency: said, reasons: said }, `${plan}/terms`);
}

async function isOnRegister(): Promise<void> {
  await at.office.post('/desk/groups/classes', { classes: 'Elm' }, '/desk/groups/classes');
  const [row] = await at.handbell.asOwner('select id from school_class');
  const entry = { name: 'Elm parents', kind: 'class', classes: String(row?.id) };
  const { location } = await at.office.post('/desk/groups/new', entry, '/desk/groups/new');
  await at.office.post(`${location}/moderators`, { name: SOL.name, contact: SOL.phone }, location);
  await must(at.office, location, { topic: 'respect' }, `${location}/notice`);
}

async function hasCommented(): Promise<void> {
  const draft = await bringIn(at.office);
  const asked = { intro: 'Tell us.', ...dayFields('closes', '2027-03-30') };
  expect((await submit(at.office, `${draft}/consult`, asked)).status).toBe(303);
  const form = `/s/${at.school.slug}/consultation/comment`;
  const written = { words: 'More about the lime tree.', clause: '', as: 'parent' };
  const sent = await at.handbell.visitor().post(form, { ...written, name: SOL.name, email: '' }, form);
  expect(sent.status).toBe(303);
}

/** Everything that a request's records say, record by record. */
async function opened(): Promise<ReadonlyMap<string, string>> {
  const { text } = await data.get(request);
  const links = [...text.matchAll(/href="([^"]+\/record\/[^"]+)">([^<]+)</g)];
  const records = new Map<string, string>();
  for (const [, href = '', label = ''] of links) records.set(label, words((await data.get(href)).text));
  return records;
}

describe('the search for somebody’s data', () => {
  it('finds meetings, every ban, plans for contact, the register with its notices, and comments', async () => {
    const records = await opened();
    expect([...records.keys()].map((label) => label.replace(/M-\S+/, 'M'))).toEqual([
      'Case M',
      'Comment on a draft policy, 9 March 2027',
      'Register of moderators: Elm parents',
    ]);
    const all = [...records.values()];
    for (const each of ['cedar bench', 'iron pump', 'brick arch', 'tin roof']) expect(all[0]).toContain(each);
    expect(all[1]).toContain('lime tree');
    expect(all[2]).toMatch(/07700 900212.*9 March 2027: Respect for each other/);
  });

  it('says nothing of a concern that they raised, whether there is one or not', async () => {
    const page = words((await data.get(request)).text);
    expect(page).toContain('Whether they raised a concern themselves is shown to nobody here');
    const nobody = await must(data, `${REQUESTS}/new`, {
      ...{ name: 'Nils Nobody', contact: 'By post.', channel: 'mail', words: 'Everything.' },
      ...dayFields('received', '2027-03-08'),
    });
    const part = (text: string) =>
      /Concerns that they raised themselves.*It did not look here/.exec(text)?.[0];
    expect(part(words((await data.get(nobody)).text))).toBe(part(page));
    const letters = await Promise.all(
      [request, nobody].map(async (each) => (await data.get(`${each}/prepare`)).text),
    );
    for (const letter of letters) expect(letter).toContain('/s/searched/concern/return');
    const records = await opened();
    expect([...records.values()].join()).not.toContain('fox-red');
  });

  it('leaves that to them: their code shows their own copy, without who they are, and tells nobody', async () => {
    const before = await at.handbell.asOwner('select count(*) from audit_entry');
    const path = `/s/${at.school.slug}/concern/return`;
    const copy = await at.handbell.visitor().post(`${path}/copy`, { code });
    expect(words(copy.text)).toContain('A fox-red coat stood at the gate.');
    expect(words(copy.text)).toContain('We keep your name, your email address, your phone number');
    expect(copy.text).not.toMatch(/Marchetti|sol@home|900212/);
    expect(await at.handbell.asOwner('select count(*) from audit_entry')).toEqual(before);
    const wrong = await at.handbell.visitor().post(`${path}/copy`, { code: 'amber-amber-amber-amber-amber' });
    expect(words(wrong.text)).toContain('No concern has this code');
    expect(wrong.text).not.toContain('fox-red');
    // Whoever watches the wire cannot tell one from the other.
    expect([copy, wrong].map(({ text }) => Buffer.byteLength(text) % 1024)).toEqual([0, 0]);
  });

  it('is printed for whoever lost their code by somebody who opened the vault with a reason, and nobody else', async () => {
    await raise(at.handbell, at.school, { words: 'It was about the slate step.', ...SOL });
    const concern = `/desk/concerns/${await lastConcern(at.handbell)}`;
    await must(at.handler, concern, { answer: 'no', note: 'Adults only.' }, `${concern}/screen`);
    await must(at.handler, concern, { interest: 'clear' }, `${concern}/interest`);
    expect((await at.handler.get(`${concern}/own-copy`)).status).toBe(404);
    await must(at.handler, `${concern}/identity`, { reason: 'They ask for their own data.' });
    expect(words((await at.handler.get(`${concern}/own-copy`)).text)).toContain('slate step');
    expect((await at.head.get(`${concern}/own-copy`)).status).toBe(404);
    expect((await data.get(`${concern}/own-copy`)).status).toBe(403);
  });
});

const word = fc
  .array(fc.constantFrom(...'abdegiklmnoprstu'), { minLength: 4, maxLength: 8 })
  .map((all) => all.join(''));
const NAME = 'Xanthippe Quillfeather';
const text = fc
  .array(fc.oneof(word, fc.constantFrom(NAME, 'Quillfeather', 'xanthippe')), { maxLength: 5 })
  .map((all) => all.join(' '));

describe('meetings, bans and plans in a pack', () => {
  it('never hold the name of whoever reported, and lose none of the other words', () => {
    const day = Temporal.PlainDate.from('2027-03-09');
    const instant = Temporal.Instant.from('2027-03-09T10:00:00Z');
    const texts = fc.array(text, { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(texts, ([a = '', b = '', c = '', d = '', e = '', f = '', g = '', h = '']) => {
        const ids = { id: newId<'meeting'>(), caseId: newId<'case'>() };
        const notes: MeetingNotes = {
          ...{ attended: [a], began: '', ended: '', school: [b], parent: [c], account: d },
          ...{ agreed: [e], disagreed: [f], actions: [{ what: g, by: day }] },
        };
        const meeting: Meeting = {
          ...{
            ...ids,
            state: 'shared',
            version: 3,
            minutes: 45,
            slots: [],
            replyBy: day,
            startsAt: instant,
            notes,
          },
          plan: { purpose: h, agenda: [a], attendees: [b], how: 'school', place: c, papers: [d] },
        };
        const story = [{ seq: 1, at: instant, by: PARENT.member, act: 'comment' as const, words: e }];
        const risk = { kinds: ['staff-threatened' as const], facts: f };
        const ban = {
          id: newId<'site-ban'>(),
          plan: { ...EMPTY_PLAN, risk },
          events: [{ seq: 1, on: day, words: g }],
        };
        const terms = { facts: h, childContacts: a, route: b, frequency: c, reasons: d };
        const days = { from: day, until: day, reviewOn: day, reviewedOn: undefined };
        const plan = { id: newId<'communication-plan'>(), terms, ...days };
        const passages = [
          ...meetingPassages(meeting, story, 'subject'),
          ...banPassages(ban, 'subject'),
          ...planPassages(plan, 'subject'),
        ];
        const hidden = [{ name: NAME, email: '', phone: '' }];
        const record = { object: 'case:1', title: 'Case', passages, hidden };
        const bundle = composeBundle([{ record, decisions: new Map() }], { own: 'Sol Marchetti', words: [] });
        const out = JSON.stringify(bundle);
        expect(out).not.toMatch(/xanthippe|quillfeather/iu);
        const rest = [a, b, c, d, e, f, g, h].join(' ').replaceAll(/xanthippe|quillfeather/giu, '');
        for (const each of rest.split(/\s+/u)) expect(out).toContain(each);
      }),
      { numRuns: 150 },
    );
  });
});
