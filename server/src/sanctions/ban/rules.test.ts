import { describe, expect, it } from 'vitest';
import { banAfter, DEEDS, IN_STATE, LIMITS, PLAN, refusedCodes, tryBan } from '../../../test/ban-facts.ts';
import { dayAfter, factsOf, OUTSIDE, opening, PEOPLE, TODAY, wayTo } from '../../../test/case-facts.ts';
import { limitsOn } from './clock.ts';
import { NO_BAN, standingOn } from './facts.ts';
import { EMPTY_PLAN, openParts } from './plan.ts';
import { banRefusalText } from './refusals.ts';
import { BAN_ACTS, BAN_STATES, BAN_TRANSITIONS, type BanAct, type BanState } from './states.ts';

const later = (days: number) => limitsOn({ terms: [], closed: [] }, dayAfter(days));
const REVIEWED = banAfter('consider', 'give-notice', 'confirm', 'invite-review');

/** Who does an act, and with what ban, so that nothing but the state decides. */
function attempt(state: BanState, act: BanAct) {
  const facts = act === 'release' ? { ...IN_STATE[state], hold: 'complaint' as const } : IN_STATE[state];
  const clock = act === 'lapse' || act === 'expire';
  if (act === 'extend' && state === 'active') {
    return tryBan(
      REVIEWED,
      { ...DEEDS.extend, act: 'extend', until: dayAfter(90), reviewOn: dayAfter(70), words: 9 },
      { limits: later(30) },
      PEOPLE.chair,
    );
  }
  const limits = act === 'lapse' ? later(40) : act === 'expire' ? later(61) : LIMITS;
  return tryBan(facts, DEEDS[act], { limits }, clock ? 'clock' : PEOPLE.head);
}

describe('the table of a site ban', () => {
  const cells = BAN_STATES.flatMap((state) => BAN_ACTS.map((act) => [state, act] as const));
  const open = cells.filter(([state, act]) => {
    const { from } = BAN_TRANSITIONS[act];
    return from !== 'nothing' && from.includes(state);
  });
  it.each(open)('from %s lets %s through where everything is in order', (state, act) => {
    const { to } = BAN_TRANSITIONS[act];
    expect(attempt(state, act)).toEqual({ ok: true, state: to === 'same' ? state : to });
  });
  const shut = cells.filter((cell) => !open.includes(cell));
  it.each(shut)('from %s refuses %s, whoever asks', (state, act) => {
    expect(attempt(state, act)).toEqual({ ok: false, refusals: [{ code: 'wrong-state' }] });
  });
  it('begins only where nothing is', () => {
    expect(tryBan(NO_BAN, DEEDS.consider)).toEqual({ ok: true, state: 'considered' });
  });
});

describe('a ban is not considered', () => {
  it('where the policy in force on the day lacks the power (rule 3)', () => {
    const without = factsOf(
      wayTo('hand-over', ([who, deed]) =>
        deed.act === 'open'
          ? [who, opening({ ladder: deed.ladder.filter(({ kind }) => kind !== 'site-ban') })]
          : [who, deed],
      ),
    );
    expect(refusedCodes(NO_BAN, DEEDS.consider, { case: without })).toEqual(['policy-lacks-it']);
  });
  it('before its case is assessed', () => {
    const early = factsOf(wayTo('start-contact'));
    expect(refusedCodes(NO_BAN, DEEDS.consider, { case: early })).toEqual(['case-not-open']);
  });
});

describe('nothing goes out', () => {
  const sends = ['give-notice', 'impose-provisionally'] as const;
  it.each(sends)('by %s while a part of the plan is open, the child’s among them (rule 5)', (act) => {
    const plan = { ...PLAN, child: EMPTY_PLAN.child };
    expect(openParts(plan)).toEqual(['child']);
    expect(refusedCodes(IN_STATE.considered, DEEDS[act], { plan })).toEqual(['plan-open']);
  });
  it.each(sends)('by %s for words online alone (rule 4)', (act) => {
    const plan = { ...PLAN, risk: { ...PLAN.risk, kinds: ['online-only' as const] } };
    expect(refusedCodes(IN_STATE.considered, DEEDS[act], { plan })).toEqual(['no-risk-on-site']);
  });
  it.each(sends)('by %s while it is on hold, or the safeguarding lead holds the matter', (act) => {
    expect(refusedCodes({ ...IN_STATE.considered, hold: 'complaint' }, DEEDS[act])).toEqual(['on-hold']);
    const caseOutside = { ...OUTSIDE, held: true };
    expect(refusedCodes(IN_STATE.considered, DEEDS[act], { caseOutside })).toEqual(['held']);
  });
  const letters = [
    ['give-notice', IN_STATE.considered],
    ['impose-provisionally', IN_STATE.considered],
    ['confirm', IN_STATE.provisional],
    ['refuse', IN_STATE['notice-of-intent']],
    ['invite-review', IN_STATE.active],
    ['extend', IN_STATE.active],
  ] as const;
  it.each(letters)(
    'by %s while the safeguarding lead or the police hold the matter (rules 12, 15)',
    (act, facts) => {
      const caseOutside = { ...OUTSIDE, held: true };
      const who = act === 'extend' ? PEOPLE.chair : PEOPLE.head;
      const ban = act === 'extend' ? REVIEWED : facts;
      expect(refusedCodes(ban, DEEDS[act], { caseOutside }, who)).toContain('held');
      const police = { ...factsOf(wayTo('hand-over')), policeHold: true };
      expect(refusedCodes(ban, DEEDS[act], { case: police }, who)).toContain('police-held');
    },
  );
  it.each([...sends, 'refuse'] as const)('by %s without a letter that is fit', (act) => {
    const facts = act === 'refuse' ? IN_STATE.provisional : IN_STATE.considered;
    expect(refusedCodes(facts, DEEDS[act], { letter: undefined })).toEqual(['letter-missing']);
    expect(refusedCodes(facts, DEEDS[act], { letter: { fit: false } })).toEqual(['letter-unfit']);
  });
  it('as a notice before the parent was heard or did not answer (rule 7)', () => {
    const unheard = factsOf(
      wayTo('hand-over', (each) => (each[1].act === 'record-contact' ? undefined : each)),
    );
    expect(refusedCodes(IN_STATE.considered, DEEDS['give-notice'], { case: unheard })).toEqual([
      'parent-not-heard',
    ]);
    // What cannot wait is provisional, lapses by itself and opens the window at once.
    expect(refusedCodes(IN_STATE.considered, DEEDS['impose-provisionally'], { case: unheard })).toEqual([]);
  });
  it('without ten school days to answer (rule 1)', () => {
    const answerBy = LIMITS.windowFrom.subtract({ days: 1 });
    expect(refusedCodes(IN_STATE.considered, { act: 'give-notice', answerBy })).toEqual(['window-short']);
  });
});

describe('a provisional ban', () => {
  const impose = (change: object) => ({ ...DEEDS['impose-provisionally'], ...change }) as const;
  it('says why it could not wait', () => {
    const deed = {
      ...DEEDS['impose-provisionally'],
      act: 'impose-provisionally',
      words: 3,
    } as (typeof DEEDS)['impose-provisionally'];
    expect(refusedCodes(IN_STATE.considered, deed)).toEqual(['not-urgent']);
  });
  it('cannot last past its limit, nor end before the parent’s time to answer does', () => {
    const late = impose({ lapsesOn: LIMITS.lapseUntil.add({ days: 1 }) });
    expect(refusedCodes(IN_STATE.considered, late)).toEqual(['lapse-late']);
    const short = impose({ lapsesOn: LIMITS.windowFrom.subtract({ days: 1 }) });
    expect(refusedCodes(IN_STATE.considered, short)).toEqual(['lapse-before-answer']);
  });
  it('lapses by itself the day after its last day, whether or not a job has run (rule 2)', () => {
    const facts = IN_STATE.provisional;
    const last = facts.lapsesOn ?? TODAY;
    expect(standingOn(facts, last)).toBe('provisional');
    expect(standingOn(facts, last.add({ days: 1 }))).toBe('lapsed');
    const limits = limitsOn({ terms: [], closed: [] }, last.add({ days: 1 }));
    expect(refusedCodes(facts, DEEDS.confirm, { limits })).toEqual(['wrong-state']);
  });
});

describe('a ban is not confirmed', () => {
  const asked = banAfter('consider', 'give-notice');
  it('before the parent could answer, or the notice was given to them', () => {
    expect(refusedCodes(asked, DEEDS.confirm)).toEqual(['window-open']);
    expect(refusedCodes(asked, DEEDS.confirm, { served: false })).toEqual(['not-served']);
    const days = TODAY.until(LIMITS.windowFrom).days + 1;
    const confirm = { ...DEEDS.confirm, act: 'confirm', from: dayAfter(days) } as typeof DEEDS.confirm;
    expect(refusedCodes(asked, confirm, { limits: later(days) })).toEqual([]);
  });
  it('while something that the parent said is not answered', () => {
    const said = banAfter('consider', 'give-notice', 'record-representation');
    expect(refusedCodes(said, DEEDS.confirm)).toEqual(['unanswered']);
  });
  it.each([
    ['without reasons', { words: 2 }, 'no-reasons'],
    ['that ends before it begins', { from: dayAfter(50), until: dayAfter(45) }, 'end-wrong'],
    ['for longer than a year', { until: TODAY.add({ months: 12, days: 1 }) }, 'end-wrong'],
    ['from a day that has passed', { from: dayAfter(-1) }, 'end-wrong'],
    [
      'without a review within a term (rule 1)',
      { until: dayAfter(200), reviewOn: dayAfter(150) },
      'review-late',
    ],
    ['with a review after its end', { reviewOn: dayAfter(61) }, 'review-late'],
    ['with a review that has passed', { reviewOn: TODAY }, 'review-late'],
  ])('%s', (_why, change, code) => {
    const deed = { ...DEEDS.confirm, ...change } as typeof DEEDS.confirm;
    expect(refusedCodes(IN_STATE.provisional, deed)).toEqual([code]);
  });
});

describe('who may', () => {
  it.each(['give-notice', 'impose-provisionally', 'drop'] as const)('%s: the decider alone', (act) => {
    expect(refusedCodes(IN_STATE.considered, DEEDS[act], {}, PEOPLE.handler)).toEqual(['not-yours']);
  });
  it('do nothing with a conflict of interest, even the decider (rule 8)', () => {
    const conflicted = factsOf(
      wayTo('hand-over', ([who, deed]) =>
        deed.act === 'open' ? [who, opening({ targets: [PEOPLE.head.member] })] : [who, deed],
      ),
    );
    for (const act of ['give-notice', 'plan', 'hold'] as const) {
      expect(refusedCodes(IN_STATE.considered, DEEDS[act], { case: conflicted })).toEqual(['conflict']);
    }
  });
  it('lapse or expire: nobody but the clock', () => {
    expect(refusedCodes(IN_STATE.provisional, DEEDS.lapse, { limits: later(40) }, PEOPLE.head)).toEqual([
      'not-yours',
    ]);
    expect(refusedCodes(IN_STATE.provisional, DEEDS.lapse, {}, 'clock')).toEqual(['not-over']);
    expect(refusedCodes(IN_STATE.active, DEEDS.expire, {}, 'clock')).toEqual(['not-over']);
  });
  it('review: somebody fresh, after the parent’s time to comment (rule 11)', () => {
    const invite = DEEDS['invite-review'];
    expect(refusedCodes(IN_STATE.active, invite, { reviewer: PEOPLE.head })).toEqual(['reviewer-not-fresh']);
    expect(refusedCodes(IN_STATE.active, invite, { reviewer: PEOPLE.handler })).toEqual([
      'reviewer-not-fresh',
    ]);
    const soon = { ...invite, commentsBy: TODAY } as typeof invite;
    expect(refusedCodes(IN_STATE.active, soon)).toEqual(['comments-short']);
    expect(refusedCodes(REVIEWED, DEEDS.extend, {}, PEOPLE.chair)).toEqual(['not-invited']);
    expect(refusedCodes(REVIEWED, DEEDS.extend, { limits: later(30) }, PEOPLE.head)).toEqual(['not-yours']);
  });
});

describe('a hold', () => {
  it('of the safeguarding lead or the police keeps nobody from lifting a ban', () => {
    const held = {
      case: { ...factsOf(wayTo('hand-over')), policeHold: true },
      caseOutside: { ...OUTSIDE, held: true },
    };
    expect(refusedCodes(IN_STATE.active, DEEDS.lift, held)).toEqual([]);
  });
  it('is put on once, released once, and says why', () => {
    expect(refusedCodes(banAfter('consider', 'hold'), DEEDS.hold)).toEqual(['on-hold']);
    expect(refusedCodes(IN_STATE.considered, DEEDS.release)).toEqual(['no-hold']);
    const silent = { ...DEEDS.hold, words: 1 } as typeof DEEDS.hold;
    expect(refusedCodes(IN_STATE.considered, silent)).toEqual(['no-words']);
  });
});

describe('every refusal', () => {
  it('is told in a whole sentence', () => {
    const day = TODAY;
    for (const code of ['window-short', 'comments-short'] as const) {
      expect(banRefusalText({ code, from: day })).toMatch(/9 March 2027/);
    }
    for (const code of [
      'lapse-late',
      'window-open',
      'end-wrong',
      'review-late',
      'lapse-before-answer',
    ] as const) {
      expect(banRefusalText({ code, until: day })).toMatch(/9 March 2027/);
    }
    for (const code of ['not-urgent', 'plan-open', 'not-invited', 'letter-missing', 'conflict'] as const) {
      expect(banRefusalText({ code })).toMatch(/^[A-Z].+\.$/);
    }
  });
});
