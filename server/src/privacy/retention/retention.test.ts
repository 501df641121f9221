import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type CaseSchool,
  caseSchool,
  closedCase,
  must,
  readyConcern,
  type StaffVisitor,
  send,
  words,
} from '../../../test/cases.ts';
import { startTestHandbell, type TestHandbell } from '../../../test/handbell.ts';
import { dayFields } from '../../../test/policy.ts';
import { takeAnswer } from '../../agreements/answers/store.ts';
import { signAgreement, withdrawAgreement } from '../../agreements/store.ts';
import { addEvidence } from '../../concerns/evidence/store.ts';
import { actOnRole, addModerator } from '../../groups/moderators-store.ts';
import { addGroup } from '../../groups/store.ts';
import { verifyAudit } from '../../platform/audit/verify.ts';
import { schoolDay } from '../../platform/clock.ts';
import { sweepFiles } from '../../platform/files/store.ts';
import { idSchema } from '../../platform/ids.ts';
import { auditKey } from '../../platform/work.ts';
import { listVersions } from '../../policies/store.ts';
import { addAdult, leaveAdult } from '../../roster/store.ts';
import { keepSchedule } from './jobs.ts';

let handbell: TestHandbell;
let at: CaseSchool;
let data: StaffVisitor;
beforeAll(async () => {
  handbell = await startTestHandbell();
  at = await caseSchool(handbell, 'keeping');
  data = await handbell.signIn(at.school, ['data'], 'Dana Data');
});
afterAll(() => handbell.stop());

const KEPT = '/desk/data/kept';
const asHandbell = <T>(doing: Parameters<typeof handbell.services.worker.forSchool<T>>[2]) =>
  handbell.services.worker.forSchool(at.school.id, 'job:test', doing);
const dueOf = async (kept: string) => words((await data.get(`${KEPT}/${kept}`)).text);
const destroy = (kept: string) => must(data, `${KEPT}/${kept}`, { sure: 'yes' });

/** Every sealed value of the school, as text, but of tables that forget by themselves or name staff only. */
async function sealedValues(): Promise<ReadonlySet<string>> {
  const columns = await handbell.asOwner(
    `select table_name as t, column_name as c from information_schema.columns
     where table_schema = 'public' and data_type = 'bytea' and table_name not in ('mail', 'form_once', 'member', 'school_key')`,
  );
  const all = new Set<string>();
  for (const { t, c } of columns) {
    const rows = await handbell.asOwner(`select encode("${String(c)}", 'hex') as v from "${String(t)}"`);
    for (const { v } of rows) if (typeof v === 'string') all.add(v);
  }
  return all;
}

const files = async () =>
  new Set((await handbell.asOwner('select sha256 from file')).map(({ sha256 }) => String(sha256)));
const minus = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((each) => !other.has(each));

/** The number of a record with this in its clear columns, in any table but the audit. */
async function inClear(text: string): Promise<readonly string[]> {
  const tables = await handbell.asOwner(
    "select table_name as t from information_schema.columns where table_schema = 'public' and column_name = 'school_id' and table_name not like 'audit%'",
  );
  const found: string[] = [];
  for (const { t } of tables) {
    const rows = await handbell.asOwner(
      `select 1 from "${String(t)}" as row where to_jsonb(row)::text like '%' || $1 || '%' limit 1`,
      [text],
    );
    if (rows.length > 0) found.push(String(t));
  }
  return found;
}

describe('a case with its letters and its concern', () => {
  it('is anonymised when its time is over: nothing that was sealed for it is left, in any table or file', async () => {
    handbell.clock.set('2027-03-09T10:00:00Z');
    const [before, filesBefore] = [await sealedValues(), await files()];
    const page = await closedCase(at, { name: 'Quillon Featherby' });
    const [written, filesMade] = [minus(await sealedValues(), before), minus(await files(), filesBefore)];
    expect(written.length).toBeGreaterThan(20);
    expect(filesMade.length).toBeGreaterThan(0);

    expect(await dueOf('case-outcome')).toContain('Not due yet: 1 record');
    await asHandbell(keepSchedule);
    handbell.clock.set('2027-07-01T10:00:00Z');
    await asHandbell(keepSchedule);
    const state = async () =>
      (await handbell.asOwner('select state from conduct_case where id = $1', [page.split('/')[3]]))[0]
        ?.state;
    expect(await state()).toBe('retained');

    handbell.clock.set('2033-03-10T10:00:00Z');
    expect(await dueOf('case-outcome')).toContain('Anonymise 1 record');
    expect((await send(data, `${KEPT}/case-outcome`)).status).toBe(422);
    await destroy('case-outcome');
    await asHandbell(sweepFiles);
    expect(await state()).toBe('erased');

    const now = await sealedValues();
    expect(written.filter((value) => now.has(value))).toEqual([]);
    const kept = await files();
    expect(filesMade.filter((sha256) => kept.has(sha256))).toEqual([]);
    expect(await inClear('Quillon')).toEqual([]);
    expect(await handbell.asOwner('select 1 from concern where school_id = $1', [at.school.id])).toEqual([]);
    const report = await asHandbell((work) => verifyAudit(work.queries, auditKey(work.keys), work.school));
    expect(report.fault).toBeUndefined();
  });

  it('leaves a certificate that counts and names nobody', async () => {
    const { text } = await data.get('/desk/data/certificates');
    expect(words(text)).toContain('Cases with an outcome 1 Thursday 10 March 2033');
    const href = /href="(\/desk\/data\/certificates\/[^"]+\/pdf)"/.exec(text)?.[1] ?? '';
    const response = await data.send(href);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    const [row] = await handbell.asOwner('select records, hashes, pdf_hash from destruction');
    expect(row).toMatchObject({ records: 1, hashes: [expect.stringMatching(/^[0-9a-f]{64}$/)] });
  });
});

describe('a concern that ended without a case', () => {
  it('loses who raised it and then goes whole, unless a hold stops it', async () => {
    handbell.clock.set('2027-03-09T10:00:00Z');
    await handbell.asOwner('delete from rate_limit');
    const id = await readyConcern(at, { mode: 'named', name: 'Rowena Teller', email: 'rt@home.example.org' });
    const page = `/desk/concerns/${id}`;
    const exit = { exit: 'no-further-action', reason: 'It was put right.', message: 'Thank you.' };
    await must(at.handler, page, exit, `${page}/exit`);
    const object = `concern:${id}`;
    const hold = `/desk/data/holds/new/${encodeURIComponent(object)}`;
    const reason = { reason: 'police', words: 'Reference 77' };
    expect((await send(data, hold, { ...reason, ...dayFields('review', '2027-03-09') })).status).toBe(422);
    await must(data, hold, { ...reason, ...dayFields('review', '2027-09-01') });
    expect(words((await data.get('/desk/data/holds')).text)).toContain(
      'The police asked for it Reference 77',
    );
    expect(words((await data.get('/desk')).text)).toContain('Look at a hold again');

    // What the safeguarding lead wrote beside it, and who looked at a piece of evidence, stand in its way otherwise.
    const beside = [
      'insert into safeguarding_record (school_id, concern_id, opened_at) values ($1, $2, now())',
      "insert into safeguarding_entry values ($1, gen_random_uuid(), $2, now(), 'note', $3, 'x')",
      "insert into safeguarding_action values ($1, gen_random_uuid(), $2, 'x', $3, '2027-03-10')",
      `with file as (insert into file values ($1, gen_random_uuid(), repeat('a', 64), 1, 'image/png', 'x', now()) returning id),
        piece as (insert into concern_evidence (school_id, id, concern_id, kind, name, file_id, sha256, added_by, added_on, state)
          select $1, gen_random_uuid(), $2, 'picture', 'x', id, repeat('a', 64), 'reporter', '2027-03-09', 'kept' from file
          returning id)
        insert into evidence_custody select $1, gen_random_uuid(), id, now(), 'seen', $3::uuid from piece`,
    ];
    await handbell.asOwner('set session_replication_role = replica');
    for (const sql of beside) {
      const values = [at.school.id, id, at.handler.member].slice(0, sql.includes('$3') ? 3 : 2);
      await handbell.asOwner(sql, values);
    }
    await handbell.asOwner('set session_replication_role = origin');

    handbell.clock.set('2028-03-10T10:00:00Z');
    expect(await dueOf('concern')).toContain('Due, but on hold');
    await destroy('concern').catch(() => undefined);
    expect(await handbell.asOwner('select 1 from concern where id = $1', [id])).toHaveLength(1);

    const [row] = await handbell.asOwner('select id from retention_hold where object = $1', [object]);
    const lift = `/desk/data/holds/${String(row?.id)}/lift`;
    await must(data, '/desk/data/holds', {}, lift);
    const late = await send(data, '/desk/data/holds', {}, lift);
    expect(words(late.text)).toContain('This hold was taken off already. You took it off on');
    expect(words((await data.get(KEPT)).text)).toContain(
      'Concerns that ended without a case 1 0 0 Pictures and parts of mail 1 0 0 Who raised a concern 1 0 0',
    );
    await destroy('reporter');
    expect(await handbell.asOwner('select 1 from concern_reporter where concern_id = $1', [id])).toEqual([]);
    await destroy('concern');
    expect(await handbell.asOwner('select 1 from concern where id = $1', [id])).toEqual([]);
  });
});

describe('what a school lets go by itself', () => {
  it('goes at night: agreements, talks, families that left, moderators', async () => {
    handbell.clock.set('2027-03-09T10:00:00Z');
    const before = await sealedValues();
    await asHandbell(async (work) => {
      const [version] = await listVersions(work);
      if (!version) throw new Error('no version');
      const signer = { name: 'Ottoline Marsh' };
      await signAgreement(work, { version, token: 'a-token-of-a-form', signer, language: 'en-GB' });
      await takeAnswer(work, { policy: version.id, kind: 'declined', name: 'Peregrine Voss' });
      const entry = { name: 'Lettice Brook', email: 'lb@home.example.org', phone: '', places: [] };
      await leaveAdult(work, await addAdult(work, entry), 1);
      const group = await addGroup(work, { kind: 'class', name: 'Ash', reach: 'chat', classes: [] });
      const from = schoolDay(work.now);
      const tull = { name: 'Barnaby Tull', contact: 'bt@home.example.org', from };
      await actOnRole(work, (await addModerator(work, group, tull)).id, 'stop');
    });
    const [signed] = await handbell.asOwner('select id from agreement order by recorded_at desc limit 1');
    await asHandbell((work) => withdrawAgreement(work, idSchema<'agreement'>().parse(signed?.id)));
    const written = minus(await sealedValues(), before);
    expect(written.length).toBeGreaterThan(4);

    for (const kept of ['agreement', 'talk', 'leaver', 'volunteer'])
      await must(data, `/desk/data/schedule/${kept}`, { months: '6', automatic: 'yes' });
    expect(words((await data.get('/desk/data/schedule')).text)).toContain('6 months');
    handbell.clock.set('2027-09-09T10:00:00Z');
    await asHandbell(keepSchedule);
    expect(minus(new Set(written), await sealedValues())).toEqual([]);
    handbell.clock.set('2027-09-10T10:00:00Z');
    await asHandbell(keepSchedule);
    const now = await sealedValues();
    expect(written.filter((value) => now.has(value))).toEqual([]);
    const made = await handbell.asOwner(
      'select class from destruction where ordered_by is null order by class',
    );
    expect(made.map((each) => each.class)).toEqual(['agreement', 'leaver', 'talk', 'volunteer']);
  });
});

describe('the pages of what is kept', () => {
  it('are the data protection lead’s alone, and a wrong number is told in words', async () => {
    for (const who of [at.head, at.handler, at.office]) {
      expect((await who.get('/desk/data/schedule')).status).toBe(403);
    }
    // The logs beside it are the Head's too; nobody else has anything to do there.
    for (const who of [at.handler, at.office]) expect((await who.get('/desk/data')).status).toBe(403);
    const wrong = await send(data, '/desk/data/schedule/talk', { months: 'many' });
    expect([wrong.status, words(wrong.text)]).toEqual([
      422,
      expect.stringContaining('Enter a number of months, such as 12'),
    ]);
  });
});

describe('what came with the reports of a case', () => {
  it('goes three months after it closed, but what somebody was shown stays with the case, and a hold on it stops both', async () => {
    handbell.clock.set('2027-03-09T10:00:00Z');
    await handbell.asOwner('delete from rate_limit');
    const page = await closedCase(at, { name: 'Quillon Shown' });
    const [row] = await handbell.asOwner('select id from concern where case_id = $1', [page.split('/')[3]]);
    const concern = idSchema<'concern'>().parse(row?.id);
    const add = (name: string) =>
      asHandbell((work) =>
        addEvidence(work, concern, { kind: 'mail-part', name, type: 'text/plain', bytes: Buffer.from(name) }),
      );
    const [never, shown, sealed] = [await add('One'), await add('Two'), await add('Three')];
    const piece = (id: string) => `/desk/concerns/${concern}/evidence/${id}`;
    expect((await send(at.handler, piece(shown), {}, `${piece(shown)}/shown`)).status).toBe(422);
    await must(at.handler, piece(shown), { occasion: 'meeting' }, `${piece(shown)}/shown`);
    expect(words((await at.handler.get(piece(shown))).text)).toContain('Shown: at a meeting');
    expect(words((await at.handler.get(piece(never))).text)).toContain('goes when the case is over');
    await handbell.asOwner('set session_replication_role = replica');
    await handbell.asOwner("update concern_evidence set state = 'sealed' where id = $1", [sealed]);
    await handbell.asOwner('set session_replication_role = origin');
    const left = async () =>
      (await handbell.asOwner('select id from concern_evidence where concern_id = $1', [concern])).map(
        ({ id }) => id,
      );

    handbell.clock.set('2027-06-09T10:00:00Z');
    expect(await dueOf('picture')).not.toContain('Destroy 1 record');
    handbell.clock.set('2027-06-10T10:00:00Z');
    const hold = `/desk/data/holds/new/${encodeURIComponent(`case:${page.split('/')[3]}`)}`;
    await must(data, hold, { reason: 'claim', words: 'Reference 78', ...dayFields('review', '2027-09-01') });
    expect(await dueOf('picture')).toContain('Due, but on hold: 1 record');
    const [held] = await handbell.asOwner(
      "select id from retention_hold where reason = 'claim' and lifted_at is null",
    );
    await must(data, '/desk/data/holds', {}, `/desk/data/holds/${String(held?.id)}/lift`);
    await destroy('picture');
    expect((await left()).toSorted()).toEqual([shown, sealed].toSorted());
    expect(await dueOf('picture')).toContain('Nothing of this kind has ended');
  });
});

describe('a queue of many cases', () => {
  it('is counted and paged by the database: each record once, what is held apart, what one has a part in nowhere', async () => {
    handbell.clock.set('2027-03-09T10:00:00Z');
    await handbell.asOwner('delete from rate_limit');
    const other = await caseSchool(handbell, 'many');
    const keeper = await handbell.signIn(other.school, ['data'], 'Della Data');
    const [, , , id] = (await closedCase(other, { name: 'Quillon Many' })).split('/');
    const copies = `insert into conduct_case (school_id, id, reference, state, version, opened_at, sight, cited,
        allegation, quoted, place, retention, keep_until, closed_at)
      select c.school_id, gen_random_uuid(), 'K-' || n, 'closed', 1, c.opened_at,
        case when n % 10 = 0 then jsonb_set(c.sight, '{interested}', to_jsonb(array[$2::text])) else c.sight end,
        c.cited, c.allegation, c.quoted, c.place,
        case when n % 3 = 0 then 'no-further-action' else 'outcome' end,
        date '2027-03-09' + (case when n % 2 = 0 then -n else n end), c.closed_at
      from conduct_case c, generate_series(1, 600) n where c.id = $1`;
    await handbell.asOwner('set session_replication_role = replica');
    await handbell.asOwner(copies, [id, keeper.member]);
    await handbell.asOwner(
      `insert into retention_hold (school_id, id, object, reason, words, review_on, made_by, made_at)
       select school_id, gen_random_uuid(), 'case:' || id, 'claim', 'x', '2028-01-01', $1, now()
       from conduct_case where reference in ('K-2', 'K-4', 'K-1')`,
      [keeper.member],
    );
    await handbell.asOwner('set session_replication_role = origin');
    const numbers = Array.from({ length: 600 }, (_, n) => n + 1).filter((n) => n % 10 !== 0);
    const outcome = numbers.filter((n) => n % 3 !== 0);
    const due = outcome.filter((n) => n % 2 === 0 && n !== 2 && n !== 4);

    const all = words((await keeper.get(KEPT)).text);
    const later = outcome.filter((n) => n % 2 === 1).length + 1;
    expect(all).toContain(`Cases with an outcome ${due.length} 2 ${later} `);
    const listed = async (query: string) => {
      const { text } = await keeper.get(`${KEPT}/case-outcome?${query}`);
      return [...text.matchAll(/>(K-\d+)</g)].map(([, reference = '']) => reference);
    };
    const seen = [...(await listed('show=due')), ...(await listed('show=due&page=2'))];
    const oldestFirst = due.toSorted((one, two) => two - one).map((n) => `K-${n}`);
    expect(seen).toEqual(oldestFirst);
    expect(await listed('show=held')).toEqual(['K-4', 'K-2']);
    expect((await listed('show=later')).slice(0, 2)).toEqual(['K-1', 'K-5']);
    const past = words((await keeper.get(`${KEPT}/case-outcome?show=later&page=99`)).text);
    expect(past).toBe(words((await keeper.get(`${KEPT}/case-outcome?show=later&page=3`)).text));
  });
});
