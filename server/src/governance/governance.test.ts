import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { must, type StaffVisitor, send, words } from '../../test/cases.ts';
import { raise } from '../../test/concerns.ts';
import { startTestHandbell, type TestHandbell, type TestSchool } from '../../test/handbell.ts';
import { policyFile, withPolicy } from '../../test/policy.ts';
import { saveYear } from '../schools/calendar-store.ts';

let handbell: TestHandbell;
let school: TestSchool;
let head: StaffVisitor;
let governor: StaffVisitor;
const day = (iso: string) => Temporal.PlainDate.from(iso);
beforeAll(async () => {
  handbell = await startTestHandbell();
  school = await handbell.newSchool();
  head = await handbell.signIn(school, ['head'], 'Hana Head');
  governor = await handbell.signIn(school, ['governor'], 'Gus Governor');
  await handbell.signIn(school, ['chair'], 'Cara Chair');
  await handbell.services.worker.forSchool(school.id, 'set-up', (work) =>
    saveYear(work, {
      name: '2026 to 2027',
      terms: [
        { season: 'spring', from: day('2027-01-04'), to: day('2027-03-25') },
        { season: 'summer', from: day('2027-04-12'), to: day('2027-07-22') },
      ],
      closed: [],
    }),
  );
});
afterAll(() => handbell.stop());

const TERM = '/desk/reports/term/2027-01-04';
const LEARNING = 'We now ask moderators to close a group at night.';

describe('a termly report', () => {
  it('counts concerns with small numbers hidden, and waits for the end of the term', async () => {
    for (let count = 0; count < 6; count += 1) {
      await handbell.asOwner('delete from rate_limit');
      await raise(handbell, school);
    }
    await raise(handbell, school, { about: 'head' });
    const shown = words((await head.get(TERM)).text);
    expect(shown).toContain('The report can be published after that');
    expect((await send(head, TERM, { learning: LEARNING })).status).toBe(409);
    expect(words((await head.get('/desk')).text)).not.toContain('Report to governors');
  });

  it('is published by the Head once, and read by governors as page, PDF and spreadsheet', async () => {
    handbell.clock.set('2027-04-13T09:00:00Z');
    expect(words((await head.get('/desk')).text)).toContain('Report to governors: Spring term 2027');
    expect((await governor.get(TERM)).status).toBe(403);
    expect((await send(head, TERM, { learning: '' })).status).toBe(422);
    const page = await must(head, TERM, { learning: LEARNING });
    const late = await send(head, '/desk/reports', { learning: LEARNING }, TERM);
    expect(late.status).toBe(409);
    expect(words(late.text)).toContain(
      'This term has its report already. You published it on Tuesday 13 April 2027',
    );
    const { text } = await governor.get(page);
    expect(words(text)).toContain(LEARNING);
    expect(words(text)).toMatch(/All together 6/);
    expect(text).toContain('role="img"');
    const pdf = await governor.send(`${page}/pdf`);
    expect(pdf.headers.get('content-type')).toBe('application/pdf');
    const csv = await (await governor.send(`${page}/csv`)).text();
    expect(csv).toContain('"Concerns brought to the school","All together","6"');
  });

  it('holds no reference, no name and no day of a single matter (rule 40)', async () => {
    const [row] = await handbell.asOwner('select shown::text as shown from governor_report');
    const references = await handbell.asOwner('select reference from concern');
    expect(references.length).toBe(7);
    for (const { reference } of references) expect(row?.shown).not.toContain(String(reference));
    expect(row?.shown).not.toMatch(/\d{4}-\d\d-\d\d/);
  });
});

describe('a school’s first report', () => {
  it('is about the term in which its first policy came into force: none is asked for before that', async () => {
    const late = await handbell.newSchool('late');
    const itsHead = await handbell.signIn(late, ['head'], 'Hanne Late');
    await withPolicy(handbell, late, policyFile('church-primary.txt'));
    const terms = [
      { season: 'autumn' as const, from: day('2026-09-02'), to: day('2026-12-18') },
      { season: 'spring' as const, from: day('2027-01-04'), to: day('2027-03-25') },
    ];
    await handbell.services.worker.forSchool(late.id, 'set-up', (work) =>
      saveYear(work, { name: '2026 to 2027', terms, closed: [] }),
    );
    handbell.clock.set('2027-03-10T10:00:00Z');
    const page = words((await itsHead.get('/desk/reports')).text);
    expect(page).toContain('Spring term 2027');
    expect(page).not.toContain('Autumn term 2026');
    expect(words((await itsHead.get('/desk')).text)).not.toContain('Report to governors');
  });
});
