import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROLES, type Role } from '../people/roles.ts';
import { newId } from '../platform/ids.ts';
import { AWARENESS, YES_NO_UNSURE } from './kinds.ts';
import {
  type ActFacts,
  CONCERN_ABOUT,
  CONCERN_ACTS,
  CONCERN_EXITS,
  CONCERN_ROUTES,
  CONCERN_STATES,
  type ConcernAct,
  type ConcernRoute,
  type ConcernState,
  keptFrom,
  MARKED_SITUATIONS,
  mayBeAppointed,
  mayOpenConcern,
  routeFor,
  strictest,
  TRANSITIONS,
  tryAct,
} from './rules.ts';

/** The whole table once more, by hand: from, act, to. Every pair that is not here has no way. */
const WAYS: readonly (readonly [ConcernState, ConcernAct, ConcernState])[] = [
  ['received', 'screen-clear', 'triage'],
  ['received', 'screen-hold', 'held'],
  ['received', 'emergency', 'held'],
  ['received', 'reply', 'received'],
  ['received', 'withdraw', 'received'],
  ['received', 'hand-over', 'received'],
  ['received', 'appoint', 'received'],
  ['triage', 'hold', 'held'],
  ['triage', 'emergency', 'held'],
  ['triage', 'allege', 'held'],
  ['triage', 'declare', 'triage'],
  ['triage', 'involve', 'triage'],
  ['triage', 'answer-about-us', 'triage'],
  ['triage', 'acknowledge', 'triage'],
  ['triage', 'ask', 'triage'],
  ['triage', 'reply', 'triage'],
  ['triage', 'withdraw', 'triage'],
  ['triage', 'hand-over', 'triage'],
  ['triage', 'appoint', 'triage'],
  ['triage', 'lead', 'triage'],
  ['triage', 'join', 'triage'],
  ['triage', 'leave', 'triage'],
  ['triage', 'exit', 'exited'],
  ['triage', 'open-case', 'case-open'],
  ['held', 'release', 'triage'],
  ['held', 'emergency', 'held'],
  ['held', 'allege', 'held'],
  ['held', 'tell-officer', 'held'],
  ['held', 'declare', 'held'],
  ['held', 'involve', 'held'],
  ['held', 'acknowledge', 'held'],
  ['held', 'ask', 'held'],
  ['held', 'leave', 'held'],
  ['held', 'reply', 'held'],
  ['held', 'withdraw', 'held'],
  ['held', 'hand-over', 'held'],
  ['held', 'appoint', 'held'],
  ['case-open', 'hold', 'case-held'],
  ['case-open', 'emergency', 'case-held'],
  ['case-open', 'allege', 'case-held'],
  ['case-open', 'acknowledge', 'case-open'],
  ['case-open', 'ask', 'case-open'],
  ['case-open', 'reply', 'case-open'],
  ['case-open', 'withdraw', 'case-open'],
  ['case-open', 'hand-over', 'case-open'],
  ['case-open', 'appoint', 'case-open'],
  ['case-open', 'lead', 'case-open'],
  ['case-open', 'leave', 'triage'],
  ['case-open', 'conclude', 'concluded'],
  ['concluded', 'reopen', 'case-open'],
  ['case-held', 'release', 'case-open'],
  ['case-held', 'emergency', 'case-held'],
  ['case-held', 'allege', 'case-held'],
  ['case-held', 'tell-officer', 'case-held'],
  ['case-held', 'acknowledge', 'case-held'],
  ['case-held', 'ask', 'case-held'],
  ['case-held', 'leave', 'held'],
  ['case-held', 'reply', 'case-held'],
  ['case-held', 'withdraw', 'case-held'],
  ['case-held', 'hand-over', 'case-held'],
  ['case-held', 'appoint', 'case-held'],
];

const every = CONCERN_STATES.flatMap((state) => CONCERN_ACTS.map((act) => [state, act] as const));

describe('the transition table', () => {
  it.each(every)('from %s by %s', (state, act) => {
    const way = WAYS.find(([from, by]) => from === state && by === act);
    expect(TRANSITIONS[state][act]).toBe(way?.[2] ?? null);
  });
});

const ready: ActFacts = {
  state: 'triage',
  route: 'ordinary',
  urgent: false,
  aboutUs: 'no',
  roles: ['head', 'safeguarding'],
  declaredClear: true,
  about: 'parent',
  childWriter: 'no',
  involved: [],
  allegation: null,
  matterOf: null,
};

describe('an act', () => {
  it.each(every)('from %s by %s goes where the table says once every guard is content', (state, act) => {
    const to = TRANSITIONS[state][act];
    const allegation = act === 'tell-officer' ? 'open' : null;
    const matterOf = act === 'leave' ? newId<'concern'>() : null;
    const result = tryAct({ ...ready, state, allegation, matterOf }, act);
    expect(result.ok ? result.state : null).toBe(to);
  });

  it.each([
    ['exited', 'reply', 'over'],
    ['concluded', 'ask', 'over'],
    ['received', 'open-case', 'screen-first'],
    ['received', 'exit', 'screen-first'],
    ['received', 'acknowledge', 'screen-first'],
    ['received', 'release', 'not-held'],
    ['triage', 'release', 'not-held'],
    ['triage', 'screen-clear', 'screened-already'],
    ['held', 'screen-hold', 'screened-already'],
    ['held', 'open-case', 'held'],
    ['held', 'exit', 'held'],
    ['case-held', 'conclude', 'held'],
    ['case-open', 'open-case', 'case-open'],
    ['case-open', 'exit', 'case-open'],
  ] as const)('from %s by %s is refused because: %s', (state, act, obstacle) => {
    expect(tryAct({ ...ready, state }, act)).toEqual({ ok: false, obstacle });
  });

  it.each(['release', 'acknowledge', 'ask'] as const)(
    '%s in a hold is for the safeguarding lead alone',
    (act) => {
      for (const state of ['held', 'case-held'] as const) {
        for (const role of ROLES) {
          const result = tryAct({ ...ready, state, roles: [role] }, act);
          expect(result.ok).toBe(role === 'safeguarding');
          if (!result.ok) expect(result.obstacle).toBe('safeguarding-only');
        }
      }
    },
  );

  it('finds no danger where the reporter says there is one only by the safeguarding lead, or who stands in', () => {
    const urgent: ActFacts = { ...ready, state: 'received', urgent: true };
    for (const role of ROLES) {
      const facts = { ...urgent, roles: [role] };
      expect(tryAct(facts, 'screen-clear').ok).toBe(role === 'safeguarding');
      expect(tryAct(facts, 'screen-hold').ok).toBe(true);
      expect(tryAct({ ...facts, route: 'past-head' }, 'screen-clear').ok).toBe(true);
      expect(tryAct({ ...facts, route: 'past-head', state: 'held' }, 'release').ok).toBe(true);
    }
  });

  it.each(['answer-about-us', 'exit', 'open-case'] as const)('%s needs a declaration first', (act) => {
    expect(tryAct({ ...ready, declaredClear: false }, act)).toEqual({ ok: false, obstacle: 'declare-first' });
  });

  it('to end or to open a case needs the question whether it is a complaint', () => {
    const facts = { ...ready, aboutUs: null };
    expect(tryAct(facts, 'exit')).toEqual({ ok: false, obstacle: 'about-us-first' });
    expect(tryAct(facts, 'open-case')).toEqual({ ok: false, obstacle: 'about-us-first' });
    expect(tryAct(facts, 'answer-about-us').ok).toBe(true);
  });

  it('to name somebody is for those who lead, or who stand in their place', () => {
    for (const role of ROLES) {
      const leader = role === 'head' || role === 'chair' || role === 'safeguarding';
      const result = tryAct({ ...ready, roles: [role] }, 'appoint');
      expect(result).toEqual(
        leader ? { ok: true, state: 'triage' } : { ok: false, obstacle: 'not-your-appointment' },
      );
      expect(tryAct({ ...ready, route: 'past-both', roles: [role] }, 'appoint').ok).toBe(true);
    }
  });

  it('opens no case from a complaint about the school, but may end it as one', () => {
    const facts = { ...ready, aboutUs: 'yes' } as const;
    expect(tryAct(facts, 'open-case')).toEqual({ ok: false, obstacle: 'is-complaint' });
    expect(tryAct({ ...facts, exit: 'complaint' }, 'exit').ok).toBe(true);
    expect(tryAct({ ...ready, aboutUs: 'partly' }, 'open-case').ok).toBe(true);
  });

  it.each([
    ['staff', 'no', []],
    ['teacher', 'no', []],
    ['pupil', 'no', []],
    ['parent', 'yes', []],
    ['parent', 'no', ['staff-subject']],
  ] as const)('about %s, by a child: %s, marked %s, opens no case', (about, childWriter, involved) => {
    const facts = { ...ready, about, childWriter, involved };
    expect(tryAct(facts, 'open-case')).toEqual({ ok: false, obstacle: 'not-parents' });
    expect(tryAct({ ...facts, exit: 'staff-route' }, 'exit').ok).toBe(true);
  });

  it('an allegation about an adult who works with children keeps the hold on until the officer was told (rule 13)', () => {
    const held = { ...ready, state: 'held', allegation: 'open' } as const;
    expect(tryAct(held, 'release')).toEqual({ ok: false, obstacle: 'officer-first' });
    expect(tryAct({ ...held, roles: ['handler'] }, 'tell-officer').ok).toBe(false);
    expect(tryAct({ ...held, roles: ['head'] }, 'tell-officer').ok).toBe(true);
    const told = { ...ready, allegation: 'told' } as const;
    expect(tryAct({ ...told, state: 'held' }, 'release').ok).toBe(true);
    expect(tryAct(told, 'open-case')).toEqual({ ok: false, obstacle: 'not-parents' });
    expect(tryAct(told, 'allege')).toEqual({ ok: false, obstacle: 'alleged' });
    expect(tryAct({ ...ready, roles: ['handler'] }, 'allege').ok).toBe(false);
  });

  it('is not given to a moderator when it is about them', () => {
    const facts = { ...ready, involved: ['volunteer-subject'] } as const;
    expect(tryAct({ ...facts, exit: 'moderator-matter' }, 'exit')).toEqual({
      ok: false,
      obstacle: 'about-moderator',
    });
    expect(tryAct({ ...facts, exit: 'no-further-action' }, 'exit').ok).toBe(true);
  });

  it.each(CONCERN_EXITS)('to end as %s is for the roles that may', (exit) => {
    for (const role of ROLES) {
      const leader = role === 'head' || role === 'chair' || role === 'safeguarding';
      const result = tryAct({ ...ready, roles: [role], exit }, 'exit');
      expect(result.ok).toBe(leader || (exit !== 'staff-route' && exit !== 'pupil-route'));
      expect(tryAct({ ...ready, route: 'past-head', roles: [role], exit }, 'exit').ok).toBe(true);
    }
  });
});

const arbitraryFacts: fc.Arbitrary<ActFacts> = fc.record({
  state: fc.constantFrom(...CONCERN_STATES),
  route: fc.constantFrom(...CONCERN_ROUTES),
  about: fc.constantFrom(...CONCERN_ABOUT),
  childWriter: fc.constantFrom(...YES_NO_UNSURE),
  involved: fc.subarray([...MARKED_SITUATIONS]),
  allegation: fc.constantFrom('open', 'told', null),
  urgent: fc.boolean(),
  aboutUs: fc.constantFrom('no', 'partly', 'yes', null),
  roles: fc.subarray([...ROLES]),
  declaredClear: fc.boolean(),
  exit: fc.constantFrom(...CONCERN_EXITS, undefined),
  matterOf: fc.constantFrom(newId<'concern'>(), null),
});

describe('a report that another leads', () => {
  const led = { ...ready, matterOf: newId<'concern'>() };

  it('decides nothing by itself, and still takes words, alarms and answers', () => {
    for (const act of ['answer-about-us', 'exit', 'open-case', 'lead', 'join'] as const) {
      expect(tryAct(led, act)).toEqual({ ok: false, obstacle: 'led-by-another' });
    }
    for (const act of [
      'hold',
      'emergency',
      'acknowledge',
      'ask',
      'reply',
      'withdraw',
      'hand-over',
    ] as const) {
      expect(tryAct(led, act).ok, act).toBe(true);
    }
  });

  it('is taken out only by somebody without an interest, and only where it is in', () => {
    expect(tryAct({ ...led, declaredClear: false }, 'leave')).toEqual({
      ok: false,
      obstacle: 'declare-first',
    });
    expect(tryAct(ready, 'leave')).toEqual({ ok: false, obstacle: 'alone' });
  });
});

describe('whatever is tried, in whatever order', () => {
  it('nothing ends, and no case opens, before the safeguarding question was answered', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...CONCERN_ACTS), arbitraryFacts), { maxLength: 40 }),
        (tries) => {
          let state: ConcernState = 'received';
          let screened = false;
          for (const [act, facts] of tries) {
            const result = tryAct({ ...facts, state }, act);
            if (!result.ok) continue;
            if (act === 'screen-clear' || act === 'screen-hold' || act === 'emergency') screened = true;
            if (!screened) expect(result.state).toBe('received');
            state = result.state;
          }
        },
      ),
    );
  });

  it('a held concern opens no case, ends nowhere, and only the safeguarding lead takes the hold off', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CONCERN_ACTS), arbitraryFacts, (act, facts) => {
        const state = facts.state === 'case-held' ? 'case-held' : 'held';
        const result = tryAct({ ...facts, state }, act);
        if (!result.ok || result.state === state) return;
        // Out of a matter with a case it stays held, by itself.
        if (act === 'leave') {
          expect(result.state).toBe('held');
          return;
        }
        expect(act).toBe('release');
        expect(facts.roles.includes('safeguarding') || facts.route !== 'ordinary').toBe(true);
      }),
    );
  });
});

describe('whom a concern goes past', () => {
  it.each([
    ['parent', 'ordinary'],
    ['teacher', 'ordinary'],
    ['staff', 'ordinary'],
    ['head', 'past-head'],
    ['governors', 'past-governors'],
    ['head-and-governors', 'past-both'],
    ['lead', 'past-lead'],
    ['pupil', 'ordinary'],
    ['unsure', 'ordinary'],
  ] as const)('about %s: %s', (about, route) => {
    expect(routeFor(about)).toBe(route);
  });

  it('is never fewer after it was sent past somebody else', () => {
    const routes = CONCERN_ABOUT.map(routeFor);
    for (const one of routes) {
      expect(strictest(one, one)).toBe(one);
      expect(strictest(one, 'ordinary')).toBe(one);
      expect(strictest('ordinary', one)).toBe(one);
      expect(strictest(one, 'past-all')).toBe('past-all');
      for (const other of CONCERN_ROUTES) {
        const both = strictest(one, other);
        expect(new Set(keptFrom(both))).toEqual(new Set([...keptFrom(one), ...keptFrom(other)]));
        expect(strictest(other, one)).toBe(both);
      }
    }
    expect(strictest('past-head', 'past-governors')).toBe('past-both');
    expect(strictest('past-lead', 'past-head')).toBe('past-head-and-lead');
  });
});

const member = newId<'member'>();
const nobody = { safeguarding: false, excluded: [], appointed: [] };

/** Who sees what: the rows are roles; R reads, S reads with the safeguarding mark only, L sees that it is there. */
const SIGHTS: Readonly<Record<Role, string>> = {
  //             ordinary, past: head, governors, both, lead, head and lead, governors and lead, all
  office: 'L-------',
  handler: 'R-------',
  head: 'R---R---',
  safeguarding: 'RSSS----',
  chair: '-R---R--',
  governor: '--------',
  clerk: '--RR--RR',
  data: '--------',
  admin: '--------',
};

function sightOf(role: Role, column: number, safeguarding: boolean): string {
  const sign = SIGHTS[role][column];
  if (sign === 'L') return 'listed';
  return sign === 'R' || (sign === 'S' && safeguarding) ? 'read' : 'nothing';
}
const cells = ROLES.flatMap((role) =>
  CONCERN_ROUTES.flatMap((route, column) =>
    [false, true].map(
      (safeguarding) => [role, route, safeguarding, sightOf(role, column, safeguarding)] as const,
    ),
  ),
);

describe('who sees a concern', () => {
  it.each(cells)('%s, %s, safeguarding %s: %s', (role, route, safeguarding, sight) => {
    expect(mayOpenConcern({ member, roles: [role] }, { ...nobody, route, safeguarding })).toBe(sight);
  });

  it.each<readonly [ConcernRoute, readonly Role[]]>([
    ['ordinary', ROLES],
    ['past-head', ROLES.filter((role) => role !== 'head')],
    ['past-governors', ROLES.filter((role) => role !== 'chair')],
    ['past-both', ROLES.filter((role) => role !== 'head' && role !== 'chair')],
    ['past-lead', ROLES.filter((role) => role !== 'safeguarding')],
    ['past-all', ROLES.filter((role) => !['head', 'chair', 'safeguarding'].includes(role))],
  ])('%s: somebody appointed reads it, but never one it goes past', (route, allowed) => {
    for (const role of ROLES) {
      const sight = mayOpenConcern({ member, roles: [role] }, { ...nobody, route, appointed: [member] });
      expect(sight).toBe(allowed.includes(role) ? 'read' : 'nothing');
    }
  });

  const arbitrarySight = fc.record({
    route: fc.constantFrom(...CONCERN_ROUTES),
    safeguarding: fc.boolean(),
    excluded: fc.constant([]),
    appointed: fc.constantFrom([], [member]),
  });

  it('never whoever handed it over or was found to have an interest, whatever else they are', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), arbitrarySight, (roles, sight) => {
        expect(mayOpenConcern({ member, roles }, { ...sight, excluded: [member] })).toBe('nothing');
      }),
    );
  });

  it('never the Head when it is about the Head, whatever other roles they hold and whoever names them', () => {
    fc.assert(
      fc.property(fc.subarray([...ROLES]), arbitrarySight, (roles, sight) => {
        fc.pre(keptFrom(sight.route).includes('head'));
        expect(mayOpenConcern({ member, roles: [...roles, 'head'] }, sight)).toBe('nothing');
      }),
    );
  });
});

describe('who may be named for a concern', () => {
  const named: Readonly<Record<ConcernRoute, readonly Role[]>> = {
    ordinary: ['handler', 'head', 'safeguarding', 'chair'],
    'past-head': ROLES.filter((role) => role !== 'head'),
    'past-governors': ROLES.filter((role) => role !== 'chair'),
    'past-both': ROLES.filter((role) => role !== 'head' && role !== 'chair'),
    'past-lead': ROLES.filter((role) => role !== 'safeguarding'),
    'past-head-and-lead': ROLES.filter((role) => role !== 'head' && role !== 'safeguarding'),
    'past-governors-and-lead': ROLES.filter((role) => role !== 'chair' && role !== 'safeguarding'),
    'past-all': ROLES.filter((role) => !['head', 'chair', 'safeguarding'].includes(role)),
  };

  it.each(CONCERN_ROUTES)('%s', (route) => {
    for (const role of ROLES) {
      const allowed = mayBeAppointed({ member, roles: [role] }, { ...nobody, route });
      expect(allowed, role).toBe(named[route].includes(role));
      const out = { ...nobody, route, excluded: [member] };
      expect(mayBeAppointed({ member, roles: [role] }, out)).toBe(false);
    }
  });
});

describe('how the school came to know', () => {
  it('has no word for looking, searching or watching', () => {
    for (const value of AWARENESS) expect(value).not.toMatch(/search|watch|monitor|look|scan|check|trawl/);
    expect(AWARENESS).toHaveLength(5);
  });
});
