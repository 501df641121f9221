import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ConcernDesk, startConcernDesk } from '../../test/concern-desk.ts';
import { lastConcern, raise } from '../../test/concerns.ts';
import { crawl, type Onlookers, onlookersOf, saidBy } from '../../test/onlookers.ts';
import { ROLES } from '../people/roles.ts';
import { createLogger } from '../platform/logging.ts';
import { openMail } from '../platform/mail/message.ts';
import { mail } from '../platform/mail/tables.ts';
import { CONCERN_MODES } from './kinds.ts';

/** How many walks, and whether each look goes through every page: few here, many when somebody asks for them. */
const WALKS = Number(process.env.HANDBELL_WALKS ?? 3);
const LOOKS = Number(process.env.HANDBELL_LOOKS ?? 6);
const WALK_MS = 120_000 * WALKS;

/** What the vault and the relay hold, and nothing else does. */
const WHO = { name: 'Ada Quincewort', email: 'ada@medlarhome.example.org', phone: '07700 900777' };
const RELAY = 'news@rowanrelay.example.org';
const IDENTITY = ['Quincewort', 'medlarhome', '900777'];
/** What was told: no mail may hold it, whoever gets it. */
const TOLD = 'bramblewords';

const lines: string[] = [];
let desk: ConcernDesk;
let addresses: readonly string[];
let outside: Onlookers;
beforeAll(async () => {
  desk = await startConcernDesk({}, createLogger('debug', { write: (line) => void lines.push(line) }));
  addresses = desk.handbell.routes.declared
    .filter(({ face, method }) => face === 'desk' && method === 'GET')
    .map(({ path }) => path);
  outside = await onlookersOf(desk, { mode: 'confidential', words: `${TOLD} `, ...WHO });
}, 120_000);
afterAll(() => desk.handbell.stop());

const WALKERS = [...ROLES, 'deputy'];
const base = '/s/oakfield/concern/return';

interface Raised {
  readonly id: string;
  readonly code: string;
  mode: (typeof CONCERN_MODES)[number];
  /** Who opened the vault for it. */
  readonly opened: Set<string>;
}

/** Where a look goes that follows one of the desk's addresses for one concern. */
const at = (path: string, id: string) =>
  path
    .replace(':question', 'facts')
    .replaceAll(/:(version|number)\b/g, '1')
    .replaceAll(/:[a-zA-Z]+(\{[^}]*\})?/g, id);

function expectNobody(text: string, where: string): void {
  for (const word of [...IDENTITY, 'rowanrelay'])
    expect(text.includes(word), `${word} in ${where}`).toBe(false);
}

/** Looks through the eyes of one role at some of its pages, and at what everybody else could come by. */
async function look(role: string, raised: readonly Raised[], seed: number): Promise<void> {
  const ids = [...raised.map(({ id }) => id), outside.caseId];
  const all = ids.flatMap((id) => addresses.map((path) => at(path, id)));
  const own = raised.flatMap(({ id }) =>
    ['', '/identity', '/matter', '/exit'].map((end) => `/desk/concerns/${id}${end}`),
  );
  const some = Array.from({ length: LOOKS }, (_, turn) => all[(seed + turn * 7919) % all.length] ?? '/desk');
  for (const path of new Set(['/desk', '/desk/concerns', own[seed % own.length] ?? '/desk', ...some])) {
    expectNobody(await saidBy(desk.as(role), path), `${path} as ${role}`);
  }
}

/** Looks through the eyes of one of those outside the concerns desk, at all their own pages. */
async function lookOutside(seed: number): Promise<void> {
  const onlooker = outside.all[seed % outside.all.length];
  if (!onlooker) return;
  for (const [path, text] of await crawl(onlooker)) expectNobody(text, `${path} as ${onlooker.name}`);
}

/** No mail but to the reporter's own addresses, and none with what was told. */
async function lookAtMail(): Promise<void> {
  const mails = await desk.handbell.services.worker.forSchool(desk.school.id, 'public', async (work) =>
    (await work.queries.select().from(mail)).map((row) => openMail(work, row)),
  );
  for (const { to, subject, text } of mails) {
    expectNobody(subject + text, 'a mail');
    expect(subject + text).not.toContain(TOLD);
    if (!IDENTITY.some((word) => to.includes(word)) && !to.includes('rowanrelay')) {
      expect(to).toMatch(/@oakfield\.example\.org$/);
    }
  }
}

/** Every reporter reads their own page, with the code; nobody else's words are on it. */
async function lookByCode({ code, id }: Pick<Raised, 'code' | 'id'>): Promise<void> {
  const text = (await desk.handbell.visitor().post(base, { code })).text;
  expectNobody(text, 'a reporter’s page');
  expect(text.includes(`${TOLD} `), 'what was told, on a page').toBe(false);
  expect(text).not.toContain(id);
}

interface Model {
  readonly raised: Raised[];
}
type Step = fc.AsyncCommand<Model, ConcernDesk>;

abstract class Act implements Step {
  readonly which: number;
  readonly role: string;
  constructor(which: number, role: string) {
    this.which = which;
    this.role = role;
  }
  check(model: Readonly<Model>): boolean {
    return model.raised.length > 0;
  }
  abstract act(concern: Raised, model: Model): Promise<void>;
  async run(model: Model): Promise<void> {
    await desk.handbell.asOwner('delete from rate_limit');
    const concern = model.raised[this.which % model.raised.length];
    if (concern) await this.act(concern, model);
    await look(this.role, model.raised, this.which);
    if (this.which % 5 === 0) await lookOutside(this.which / 5);
  }
}

class Raise implements Step {
  readonly mode: Raised['mode'];
  readonly danger: string;
  readonly about: string;
  constructor(mode: Raised['mode'], danger: string, about: string) {
    this.mode = mode;
    this.danger = danger;
    this.about = about;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model): Promise<void> {
    await desk.handbell.asOwner('delete from rate_limit');
    const { mode, danger, about } = this;
    const who = mode === 'anonymous' ? { name: '', email: '', phone: '' } : WHO;
    const code = await raise(desk.handbell, desk.school, { mode, danger, about, words: `${TOLD} `, ...who });
    const id = await lastConcern(desk.handbell);
    model.raised.push({ id, code, mode, opened: new Set() });
  }
  toString(): string {
    return `raise ${this.mode} about ${this.about}, danger ${this.danger}`;
  }
}

/** What a reporter does on their own page. */
class ByCode extends Act {
  readonly what: 'relay' | 'open-up' | 'reply' | 'withdraw';
  constructor(which: number, role: string, what: ByCode['what']) {
    super(which, role);
    this.what = what;
  }
  async act(concern: Raised): Promise<void> {
    const { code } = concern;
    const visitor = desk.handbell.visitor();
    const { text } = await visitor.post(base, { code });
    const once = /name="once" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const told = { relay: RELAY, mode: 'named', words: 'One more thing.', ...WHO };
    const sent = await visitor.post(`${base}/${this.what}`, { code, once, ...told });
    if (this.what === 'open-up' && sent.status === 303) concern.mode = 'named';
    await lookByCode(concern);
  }
  override toString(): string {
    return `${this.what} by code ${this.which}`;
  }
}

const FORMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  screen: { answer: 'no', note: 'Adults only.' },
  hold: { worry: 'A child is named.' },
  interest: { interest: 'clear' },
  'interest-mine': { interest: 'mine' },
  'interest-head': { interest: 'head' },
  'about-us': { aboutUs: 'no', why: 'About a parent.' },
  acknowledge: { message: 'Thank you.' },
  ask: { question: 'When was it?' },
  mark: { ground: 'abuse', note: 'An insult.', message: 'Please say what happened.', days: '30' },
  'mark/agree': {},
  'mark/off': { whyOff: 'It was fair.' },
  exit: { exit: 'no-further-action', reason: 'Talked.', message: 'We have talked.' },
  seen: {},
};

/** What somebody on the desk does with a concern, allowed or not. */
class OnDesk extends Act {
  readonly form: string;
  constructor(which: number, role: string, form: string) {
    super(which, role);
    this.form = form;
  }
  async act({ id }: Raised): Promise<void> {
    const name = this.form.startsWith('interest') ? 'interest' : this.form;
    const answer = await desk.act(this.role, id, name, FORMS[this.form] ?? {});
    expectNobody(answer.text, `the answer to ${name}`);
  }
  override toString(): string {
    return `${this.role}: ${this.form} ${this.which}`;
  }
}

class Join extends Act {
  async act({ id }: Raised, { raised }: Model): Promise<void> {
    const reports = raised.map((each) => each.id).filter((each) => each !== id);
    if (reports.length > 0)
      await desk.act(this.role, id, 'matter', { reports, why: 'The same.', clear: 'yes' });
  }
  override toString(): string {
    return `${this.role}: put together at ${this.which}`;
  }
}

/** Opens the vault: only who may, at most two besides the safeguarding lead, and shown on the next page alone. */
class OpenVault extends Act {
  async act(concern: Raised): Promise<void> {
    const { id, mode, opened } = concern;
    const asked = await desk.act(this.role, id, 'identity', { reason: 'To speak to them.' });
    expectNobody(asked.text, 'the answer to a request');
    const page = await saidBy(desk.as(this.role), `/desk/concerns/${id}/identity`);
    if (asked.status !== 303) return expectNobody(page, `the vault as ${this.role}`);
    expect(mode).not.toBe('anonymous');
    expect(page).toContain('Quincewort');
    expect(page).not.toContain('rowanrelay');
    opened.add(this.role);
    expect(['handler', 'deputy', 'head', 'safeguarding', 'chair', 'clerk', 'governor']).toContain(this.role);
    const [row] = await desk.handbell.asOwner('select route, about from concern where id = $1', [id]);
    if (row?.route === 'past-head') expect(['head', 'handler', 'deputy']).not.toContain(this.role);
    const readers = [...opened].filter((role) => role !== 'safeguarding');
    if (mode === 'confidential') expect(readers.length).toBeLessThanOrEqual(2);
    // Shown once: asked for again without a reason, it is locked.
    expectNobody(await saidBy(desk.as(this.role), `/desk/concerns/${id}/identity`), 'the vault, later');
  }
  override toString(): string {
    return `${this.role}: open the vault of ${this.which}`;
  }
}

const which = fc.nat({ max: 5000 });
const role = fc.constantFrom(...WALKERS);
/** Those who may do most, more often than the rest: else most walks are refusals. */
const worker = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('handler', 'deputy', 'head') },
  { weight: 2, arbitrary: role },
);

const steps: fc.Arbitrary<Step>[] = [
  fc
    .tuple(
      fc.constantFrom(...CONCERN_MODES),
      fc.constantFrom('no', 'no', 'yes'),
      fc.constantFrom('parent', 'parent', 'head'),
    )
    .map(([mode, danger, about]) => new Raise(mode, danger, about)),
  fc
    .tuple(which, role, fc.constantFrom('relay', 'open-up', 'reply', 'withdraw'))
    .map(([at, by, what]) => new ByCode(at, by, what)),
  ...Object.keys(FORMS).map((form) => fc.tuple(which, worker).map(([at, by]) => new OnDesk(at, by, form))),
  fc.tuple(which, worker).map(([at, by]) => new Join(at, by)),
  fc.tuple(which, worker).map(([at, by]) => new OpenVault(at, by)),
];

describe('who reported', () => {
  it(
    'is shown to nobody but those who may open the vault, whatever anybody does in whatever order',
    async () => {
      let turns = 0;
      await fc.assert(
        fc.asyncProperty(fc.commands(steps, { maxCommands: 24, size: '+1' }), async (commands) => {
          const model: Model = { raised: [] };
          await new Raise('confidential', 'no', 'parent').run(model);
          await fc.asyncModelRun(() => ({ model, real: desk }), commands);
          for (const each of model.raised) await lookByCode(each);
          for (const code of outside.codes) await lookByCode({ code, id: outside.caseId });
          for (const turn of outside.all.keys()) await lookOutside(turn);
          await lookAtMail();
          turns += 1;
        }),
        { numRuns: WALKS, endOnFailure: true },
      );
      expect(turns).toBe(WALKS);
      for (const line of lines) expectNobody(line, 'the log');
    },
    WALK_MS,
  );

  it('would be seen by this look if it stood on a page', async () => {
    const model: Model = { raised: [] };
    await new Raise('confidential', 'no', 'parent').run(model);
    const [{ id } = { id: '' }] = model.raised;
    await desk.act('handler', id, 'screen', FORMS.screen ?? {});
    await desk.act('handler', id, 'interest', { interest: 'clear' });
    await desk.act('handler', id, 'ask', { question: `Are you ${WHO.name}?` });
    await expect(look('handler', model.raised, 0)).rejects.toThrow('Quincewort in /desk/concerns');
  });

  it('is looked for on real pages of everybody outside the desk: they show the case, and not who told', async () => {
    const shown = new Map<string, string>();
    for (const onlooker of outside.all) {
      const pages = await crawl(onlooker);
      expect([onlooker.name, pages.length > 1]).toEqual([onlooker.name, true]);
      shown.set(onlooker.name, pages.map(([, text]) => text).join('\n'));
    }
    expect(shown.get('a moderator')).toContain('Oak families');
    expect(shown.get('the parent it is about')).toContain('should be chased away');
    expect(shown.get('the data protection lead')).toContain('Alex Rowan');
    for (const [name, text] of shown) expectNobody(text, `the pages of ${name}`);
  });
});
