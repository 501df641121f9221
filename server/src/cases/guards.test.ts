import { describe, expect, it } from 'vitest';
import {
  account,
  answer,
  askReview,
  codesOf,
  contact,
  dayAfter,
  decide,
  decideNothing,
  EVERYBODY,
  factsOf,
  opening,
  PEOPLE,
  refusedBy,
  request,
  type Step,
  TODAY,
  wayTo,
  wrote,
} from '../../test/case-facts.ts';
import type { Deed } from './deeds.ts';
import { GUARDS } from './guards.ts';
import { QUESTION_IDS } from './questions.ts';
import { refusalText } from './refusals.ts';
import type { Outside } from './request.ts';
import { PARENT, type Person } from './visibility.ts';

const { handler, other, head, chair, governor, office } = PEOPLE;

/** The ordinary way with the opening changed. */
const opened = (change: Parameters<typeof opening>[0], to: Deed['act'] = 'hand-over') =>
  wayTo(to, ([person, deed]) => [person, deed.act === 'open' ? opening(change) : deed]);
const without = (to: Deed['act'], ...acts: Deed['act'][]) =>
  wayTo(to, (step) => (acts.includes(step[1].act) ? undefined : step));
const answering = (...deeds: Deed[]) => [
  ...wayTo('answer'),
  ...deeds.map((deed): Step => [handler, deed]),
  [handler, { act: 'hand-over' }] satisfies Step,
];

describe('opening a case', () => {
  it('needs a clause (rule 38)', () => {
    expect(codesOf([], handler, opening({ clauses: [] }))).toEqual(['no-clause']);
  });
  it('needs a policy that was in force on the day of the message (rule 38)', () => {
    expect(codesOf([], handler, opening({ policyVersion: null }))).toEqual(['no-policy-then']);
  });
  it('waits for the safeguarding lead', () => {
    expect(codesOf([], handler, opening(), { held: true })).toEqual(['held']);
  });
  it('may cite expectations only: that does not yet hold anything against anybody', () => {
    expect(codesOf([], handler, opening({ clauses: [{ id: 'views', force: 'expectation' }] }))).toEqual([]);
  });
  it('is not for somebody the words are about, or who has an interest, or was kept out', () => {
    const { member } = handler;
    expect(refusedBy([], handler, opening({ targets: [member] }))).toEqual([
      { code: 'conflict', conflict: 'target' },
    ]);
    expect(refusedBy([], handler, opening({ interested: [member] }))).toEqual([
      { code: 'conflict', conflict: 'interested' },
    ]);
    expect(refusedBy([], handler, opening({ excluded: [member] }))).toEqual([
      { code: 'conflict', conflict: 'excluded' },
    ]);
  });
  it('is for those who look into cases', () => {
    for (const person of [chair, governor, office])
      expect(codesOf([], person, opening())).toEqual(['not-yours']);
  });
  it('past the Head is for the Chair, and never for the Head (rule 10)', () => {
    const past = opening({ route: 'past-head', decider: null });
    expect(codesOf([], chair, past)).toEqual([]);
    expect(refusedBy([], head, past)).toEqual([{ code: 'conflict', conflict: 'kept-from' }]);
    const both: Person = { member: head.member, roles: ['head', 'handler', 'safeguarding'] };
    expect(refusedBy([], both, past)).toEqual([{ code: 'conflict', conflict: 'kept-from' }]);
  });
});

describe('speaking to the parent', () => {
  const gathered = wayTo('record-account');
  it('comes after at least one account (S51)', () => {
    expect(codesOf(wayTo('open'), handler, { act: 'start-contact' })).toEqual(['nothing-gathered']);
  });
  it('waits while the safeguarding hold is on (rule 12)', () => {
    const held = { held: true };
    expect(codesOf(gathered, handler, { act: 'start-contact' }, held)).toEqual(['held']);
    expect(codesOf(wayTo('start-contact'), handler, contact(), held)).toEqual(['held']);
    const letter: Deed = { act: 'write-first-letter', replyBy: dayAfter(7) };
    expect(codesOf(wayTo('start-contact'), handler, letter, held)).toEqual(['held']);
  });
  it('is not recorded behind a decision: the decision is withdrawn first', () => {
    expect(codesOf([...wayTo('hand-over'), [head, decide()]], handler, contact())).toEqual([
      'decided-already',
    ]);
  });
});

describe('the parent is heard first (rule 7)', () => {
  const start: Deed = { act: 'start-assessment' };
  const begun = wayTo('start-contact');
  const attempt = (days: number): Step => [handler, contact({ kind: 'attempt', day: dayAfter(days) })];
  const invitation = (until: number): Step => [
    handler,
    contact({ kind: 'invitation', replyBy: dayAfter(until) }),
  ];

  it('refuses without any contact, after one try, and after tries without an invitation', () => {
    expect(codesOf(begun, handler, start)).toEqual(['parent-not-heard']);
    expect(codesOf([...begun, attempt(-3)], handler, start)).toEqual(['parent-not-heard']);
    expect(codesOf([...begun, attempt(-3), attempt(-2)], handler, start)).toEqual(['parent-not-heard']);
  });
  it('refuses after an invitation without two tries on different days', () => {
    expect(codesOf([...begun, invitation(-1)], handler, start)).toEqual(['parent-not-heard']);
    expect(codesOf([...begun, attempt(-3), attempt(-3), invitation(-1)], handler, start)).toEqual([
      'parent-not-heard',
    ]);
  });
  it('refuses until the day for an answer has passed', () => {
    expect(codesOf([...begun, attempt(-3), attempt(-2), invitation(0)], handler, start)).toEqual([
      'parent-not-heard',
    ]);
  });
  it('goes on after the parent was heard', () => {
    expect(codesOf([...begun, [handler, contact()]], handler, start)).toEqual([]);
  });
  it('goes on after two tries and an invitation that went unanswered', () => {
    expect(codesOf([...begun, attempt(-3), attempt(-2), invitation(-1)], handler, start)).toEqual([]);
  });
  it('takes a first-contact letter as the invitation once it was given', () => {
    const steps = [...begun, attempt(-3), attempt(-2)];
    const letter = { kind: 'first-contact', replyBy: dayAfter(-1) } as const;
    expect(codesOf(steps, handler, start, { letters: [{ ...letter, state: 'issued' }] })).toEqual([
      'parent-not-heard',
    ]);
    expect(codesOf(steps, handler, start, { letters: [{ ...letter, state: 'given' }] })).toEqual([]);
  });
});

describe('the parent writes themselves', () => {
  it('which is hearing them (rule 7)', () => {
    const steps: readonly Step[] = [...wayTo('start-contact'), [PARENT, wrote()]];
    expect(codesOf(steps, handler, { act: 'start-assessment' })).toEqual([]);
  });
  it('and nobody writes in their name', () => {
    for (const person of EVERYBODY)
      expect(codesOf(wayTo('start-contact'), person, wrote())).toEqual(['not-yours']);
  });
  it('is taken while the matter is on hold, and makes them no investigator', () => {
    expect(codesOf(wayTo('start-contact'), PARENT, wrote(), { held: true })).toEqual([]);
    expect(factsOf([...wayTo('start-contact'), [PARENT, wrote()]]).investigators).toEqual([handler.member]);
  });
  it('and after a decision it is weighed before the outcome goes out', () => {
    const decided: readonly Step[] = [...wayTo('hand-over'), [head, decide()], [PARENT, wrote()]];
    expect(codesOf(decided, head, { act: 'issue' })).toEqual(['answered-since']);
    const again: readonly Step[] = [...decided, [head, { act: 'withdraw-decision' }], [head, decide()]];
    expect(codesOf(again, head, { act: 'issue' })).toEqual([]);
  });
  it('gives a report without a name a basis only when they say that the words are theirs (rule 28)', () => {
    const basis = (ownWords: 'yes' | 'no') =>
      wayTo('hand-over', ([person, deed]) => {
        if (deed.act === 'open') return [person, opening({ mode: 'anonymous' })];
        if (deed.act === 'record-account') return [person, account('reporter')];
        return deed.act === 'record-contact' ? [PARENT, wrote({ ownWords })] : [person, deed];
      });
    expect(codesOf(basis('no'), head, decide())).toEqual(['anonymous-only']);
    expect(codesOf(basis('yes'), head, decide())).toEqual([]);
  });
  it('asks for a review by themselves', () => {
    expect(codesOf(wayTo('issue'), PARENT, askReview())).toEqual([]);
  });
  it('says what would help, which is then on record (rule 35)', () => {
    const asked = (what: 'needs' | 'no-needs') =>
      factsOf([...wayTo('start-contact'), [PARENT, { act: 'parent-asked', what, words: 9 }]]).needs.subject;
    expect([asked('needs'), asked('no-needs')]).toEqual(['some', 'none']);
  });
});

describe('handing over for a decision', () => {
  it.each(QUESTION_IDS)('needs the question "%s" answered (rule 20)', (question) => {
    const steps = wayTo('answer', (step) =>
      step[1].act === 'answer' && step[1].question === question ? undefined : step,
    );
    expect(refusedBy(steps, handler, { act: 'hand-over' })).toEqual([
      { code: 'unanswered', questions: [question] },
    ]);
  });
  it('needs what is protected by law looked into first (rule 18)', () => {
    const steps: readonly Step[] = [...wayTo('answer'), [handler, answer('equality', 'raised-not-checked')]];
    expect(codesOf(steps, handler, { act: 'hand-over' })).toEqual(['equality-unchecked']);
    const checked: readonly Step[] = [...steps, [handler, answer('equality', 'raised-and-checked')]];
    expect(codesOf(checked, handler, { act: 'hand-over' })).toEqual([]);
  });
  it('needs somebody who can decide (rule 9)', () => {
    expect(codesOf(opened({ decider: null }, 'answer'), handler, { act: 'hand-over' })).toEqual([
      'no-decider',
    ]);
  });
});

describe('deciding', () => {
  const ready = wayTo('hand-over');
  it('is for the named decider alone', () => {
    for (const person of [handler, other, chair, governor, office]) {
      expect(codesOf(ready, person, decide())).toEqual(['not-yours']);
      expect(codesOf(ready, person, decideNothing)).toEqual(['not-yours']);
      expect(codesOf([...ready, [head, decide()]], person, { act: 'issue' })).toEqual(['not-yours']);
    }
  });
  it.each(['targets', 'interested', 'excluded'] as const)('is never for one of the %s (rule 8)', (list) => {
    const steps = opened({ [list]: [head.member] });
    expect(codesOf(steps, head, decide())).toEqual(['conflict']);
    expect(codesOf(steps, head, decideNothing)).toEqual(['conflict']);
    expect(codesOf([...steps, [head, decide()]], head, { act: 'issue' })).toEqual(['conflict']);
  });
  it('offers only what the adopted policy has', () => {
    expect(codesOf(ready, head, decide({ outcome: 'step:nowhere' }))).toEqual(['not-in-policy']);
    expect(codesOf(opened({ ladder: [] }), head, decide())).toEqual(['not-in-policy']);
  });
  it('leaves who is in a group to its moderators, and says so (rule 25)', () => {
    const words = { reasons: 20, jump: 20, override: 0 };
    const refusals = refusedBy(ready, head, decide({ outcome: 'step:leave', words }));
    expect(refusals.map(({ code }) => code)).toEqual(['not-here']);
    expect(refusals.map(refusalText).join(' ')).toContain('moderators decide this by themselves');
  });
  it.each([
    'feedback',
    'reminder',
    'advice',
    'conversation',
    'communication-plan',
    'step:meet',
    'step:law',
    'step:ban',
    'step:crime',
  ])('takes %s', (outcome) => {
    const words = { reasons: 20, jump: 20, override: 0 };
    expect(codesOf(ready, head, decide({ outcome, months: null, words }))).toEqual([]);
  });
  it('writes to moderators only where the group is on the register', () => {
    const reminder = decide({ outcome: 'reminder', months: null });
    expect(codesOf(ready, head, reminder, { hasGroup: false })).toEqual(['no-group']);
  });
  it('needs reasons of a sentence, whatever is decided (rule 20)', () => {
    const words = { reasons: 5, jump: 0, override: 0 };
    expect(codesOf(ready, head, decide({ words }))).toEqual(['no-reasons']);
    expect(codesOf(ready, head, decide({ words, outcome: 'advice', months: null }))).toEqual(['no-reasons']);
    expect(codesOf(ready, head, { act: 'decide-nothing', words })).toEqual(['no-reasons']);
  });
  it('needs a reason of its own for more than one step up (rule 21)', () => {
    const longer = opened({
      ladder: [
        { clauseId: 'talk', kind: 'advice', text: 'Speak to the parent' },
        { clauseId: 'warn', kind: 'warning-letter', text: 'Send a warning letter' },
      ],
    });
    expect(refusedBy(longer, head, decide())).toEqual([{ code: 'jump-unexplained', rungs: 2 }]);
    expect(codesOf(longer, head, decide({ standing: 'step:talk' }))).toEqual([]);
    expect(codesOf(longer, head, decide({ words: { reasons: 9, jump: 9, override: 0 } }))).toEqual([]);
    expect(codesOf(longer, head, decide({ outcome: 'step:talk', months: null }))).toEqual([]);
  });
  it('needs an end for a warning (rule 23)', () => {
    expect(codesOf(ready, head, decide({ months: null }))).toEqual(['no-expiry']);
    expect(codesOf(ready, head, decide({ months: 13 }))).toEqual(['no-expiry']);
    for (const months of [12, 6, 3]) expect(codesOf(ready, head, decide({ months }))).toEqual([]);
  });
  it('happens once', () => {
    const steps: readonly Step[] = [...ready, [head, decide()]];
    expect(codesOf(steps, head, decide())).toEqual(['decided-already']);
    expect(codesOf(steps, head, decideNothing)).toEqual(['decided-already']);
    expect(codesOf(steps, head, { act: 'send-back' })).toEqual(['decided-already']);
    expect(codesOf([...steps, [head, { act: 'withdraw-decision' }]], head, decide())).toEqual([]);
  });
  it('can end a case with no further action from every open stage (rule 22)', () => {
    for (const act of ['open', 'start-contact', 'start-assessment', 'hand-over'] as const) {
      expect(codesOf(wayTo(act), head, decideNothing)).toEqual([]);
    }
  });
});

describe('what is held against a parent', () => {
  it('rests on a rule of the code, not on expectations only (rules 17, 19)', () => {
    const clauses = [{ id: 'views', force: 'expectation' as const }];
    expect(codesOf(opened({ clauses }), head, decide())).toEqual(['expectation-only']);
    expect(codesOf(opened({ clauses }), head, decide({ outcome: 'advice', months: null }))).toEqual([]);
    const mixed = [...clauses, { id: 'abuse', force: 'rule' as const }];
    expect(codesOf(opened({ clauses: mixed }), head, decide())).toEqual([]);
  });
  it('is never criticism of the school alone (rule 17)', () => {
    expect(codesOf(answering(answer('protected', 'wholly')), head, decide())).toEqual(['criticism-only']);
    expect(codesOf(answering(answer('protected', 'partly')), head, decide())).toEqual([]);
  });
  it('is never a report without a name alone (rule 28)', () => {
    const anonymous = (source: Parameters<typeof account>[0], ownWords = false) =>
      wayTo('hand-over', ([person, deed]) => {
        if (deed.act === 'open') return [person, opening({ mode: 'anonymous' })];
        if (deed.act === 'record-account') return [person, account(source)];
        return [person, deed.act === 'record-contact' ? contact({ ownWords }) : deed];
      });
    expect(codesOf(anonymous('reporter'), head, decide())).toEqual(['anonymous-only']);
    expect(codesOf(anonymous('reporter', true), head, decide())).toEqual([]);
    expect(codesOf(anonymous('witness'), head, decide())).toEqual([]);
  });
  it('says everything that is missing at once, also when the steps before were passed over', () => {
    const bare: readonly Step[] = [...without('open'), [handler, { act: 'hand-over' }]];
    expect(codesOf(bare, head, decide())).toEqual(['nothing-gathered', 'parent-not-heard', 'unanswered']);
    expect(codesOf([...bare, [head, decide()]], head, { act: 'issue' })).toContain('parent-not-heard');
  });
  it('is stopped by an equality check that is still open', () => {
    const steps: readonly Step[] = [
      ...wayTo('answer'),
      [handler, answer('equality', 'raised-not-checked')],
      [handler, { act: 'hand-over' }],
    ];
    expect(codesOf(steps, head, decide())).toEqual(['equality-unchecked']);
  });
});

describe('the investigator does not decide (rule 11)', () => {
  const looked: readonly Step[] = [
    ...wayTo('start-contact'),
    [head, contact()],
    ...wayTo('hand-over').slice(4),
  ];
  const override = { reasons: 20, jump: 0, override: 12 };
  it('refuses, and says what a small school can do', () => {
    expect(codesOf(looked, head, decide())).toEqual(['you-investigated']);
    expect(codesOf(looked, head, decideNothing)).toEqual(['you-investigated']);
  });
  it('takes a written reason, and then waits for a second signature', () => {
    expect(codesOf(looked, head, decide({ words: override }))).toEqual([]);
    const decided: readonly Step[] = [...looked, [head, decide({ words: override })]];
    expect(codesOf(decided, head, { act: 'issue' })).toEqual(['no-second-signature']);
    expect(codesOf([...decided, [chair, { act: 'countersign' }]], head, { act: 'issue' })).toEqual([]);
  });
  it('takes the signature of somebody who neither decided nor looked into it', () => {
    const decided: readonly Step[] = [...looked, [head, decide({ words: override })]];
    expect(codesOf(decided, other, { act: 'countersign' })).toEqual([]);
    for (const person of [head, handler, office]) {
      expect(codesOf(decided, person, { act: 'countersign' })).toEqual(['not-yours']);
    }
  });
  it('does not count a signature of somebody who looked into it afterwards', () => {
    const steps: readonly Step[] = [
      ...looked,
      [head, decide({ words: override })],
      [other, { act: 'countersign' }],
      [other, account()],
    ];
    expect(codesOf(steps, head, { act: 'issue' })).toEqual(['no-second-signature']);
  });
  it('asks for the reason also when the decider looked into it after deciding', () => {
    const steps: readonly Step[] = [...wayTo('hand-over'), [head, decide()], [head, account()]];
    expect(codesOf(steps, head, { act: 'issue' })).toEqual(['you-investigated']);
  });
  it('wants no signature where somebody else looked into it', () => {
    const steps: readonly Step[] = [...wayTo('hand-over'), [head, decide()]];
    expect(codesOf(steps, chair, { act: 'countersign' })).toEqual(['no-signature-wanted']);
  });
});

describe('declaring an interest', () => {
  const declared: Step = [head, { act: 'declare-interest', successor: chair.member }];
  it('takes somebody out of the case and passes the decision on', () => {
    const steps = [...wayTo('hand-over'), declared];
    expect(codesOf(steps, head, decide())).toEqual(['conflict']);
    expect(codesOf(steps, chair, decide())).toEqual([]);
  });
  it('undoes a decision that is not issued yet', () => {
    const steps: readonly Step[] = [...wayTo('hand-over'), [head, decide()], declared];
    expect(codesOf(steps, chair, { act: 'issue' })).toEqual(['not-decided']);
  });
  it('leaves nobody to decide when nobody is left (rule 9)', () => {
    const steps: readonly Step[] = [...wayTo('answer'), [head, { act: 'declare-interest', successor: null }]];
    expect(codesOf(steps, handler, { act: 'hand-over' })).toEqual(['no-decider']);
  });
});

describe('naming people', () => {
  const ready = wayTo('start-contact');
  const name = (person: Person, suitable = true, vacant = false): Deed => ({
    act: 'name-decider',
    member: person.member,
    suitable,
    vacant,
  });
  it('takes somebody suitable to decide', () => {
    const nobody = opened({ decider: null }, 'start-contact');
    expect(codesOf(nobody, handler, name(chair))).toEqual([]);
    expect(codesOf(nobody, handler, name(chair, false))).toEqual(['unsuitable-person']);
    expect(codesOf(wayTo('issue'), head, name(chair))).toEqual(['wrong-state']);
  });
  it('takes the decision from nobody: only its decider passes it on, unless they have left', () => {
    expect(codesOf(ready, handler, name(chair))).toEqual(['decider-there']);
    expect(codesOf(ready, head, name(chair))).toEqual([]);
    expect(codesOf(ready, handler, name(chair, true, true))).toEqual([]);
  });
  it.each(['targets', 'interested', 'excluded'] as const)('takes none of the %s', (list) => {
    const steps = opened({ [list]: [chair.member] }, 'start-contact');
    expect(codesOf(steps, head, name(chair))).toEqual(['unsuitable-person']);
    const appoint: Deed = { act: 'appoint', member: chair.member, suitable: true };
    expect(codesOf(steps, handler, appoint)).toEqual(['unsuitable-person']);
  });
});

describe('issuing, following up and closing', () => {
  const decided: readonly Step[] = [...wayTo('hand-over'), [head, decide()]];
  const none = { letters: [] };
  const given = (kind: 'warning' | 'no-further-action'): Partial<Outside> => ({
    letters: [{ kind, state: 'given', replyBy: undefined }],
  });
  const followUp: Deed = { act: 'set-follow-up', day: dayAfter(20), latest: dayAfter(50) };
  const close: Deed = { act: 'close', words: 10, retention: 'outcome', keepUntil: TODAY };

  it('needs the letter', () => {
    expect(codesOf(decided, head, { act: 'issue' }, none)).toEqual(['no-letter']);
    const wrong = { letters: [{ kind: 'advice', state: 'draft', replyBy: undefined } as const] };
    expect(codesOf(decided, head, { act: 'issue' }, wrong)).toEqual(['no-letter']);
  });
  it('needs no letter where a parent was never spoken to and nothing is done', () => {
    const nothing: readonly Step[] = [...wayTo('record-account'), [head, decideNothing]];
    expect(codesOf(nothing, head, { act: 'issue' }, none)).toEqual([]);
    const spoken: readonly Step[] = [...wayTo('record-contact'), [head, decideNothing]];
    expect(codesOf(spoken, head, { act: 'issue' }, none)).toEqual(['no-letter']);
  });
  it('waits while the safeguarding hold is on', () => {
    expect(codesOf(decided, head, { act: 'issue' }, { held: true })).toEqual(['held']);
    expect(codesOf(wayTo('set-follow-up'), handler, close, { ...given('warning'), held: true })).toEqual([
      'held',
    ]);
  });
  it('is by the one who decided', () => {
    const steps: readonly Step[] = [
      ...decided,
      [head, { act: 'name-decider', member: chair.member, suitable: true, vacant: false }],
    ];
    expect(codesOf(steps, chair, { act: 'issue' })).toEqual(['not-decided']);
    const byAnother = GUARDS['own-decision'](request(decided, chair, { act: 'issue' }));
    expect(byAnother).toEqual([{ code: 'another-decided' }]);
  });
  it('follows up after the letter was given, on a day to come, within half a term', () => {
    const steps = wayTo('tell-affected');
    expect(codesOf(steps, handler, followUp, none)).toEqual(['letter-not-given']);
    expect(codesOf(steps, handler, { ...followUp, day: TODAY }, given('warning'))).toEqual([
      'follow-up-past',
    ]);
    expect(codesOf(steps, handler, { ...followUp, day: dayAfter(51) }, given('warning'))).toEqual([
      'follow-up-too-late',
    ]);
    expect(codesOf(steps, handler, followUp, given('warning'))).toEqual([]);
  });
  it('closes after the follow-up, with a note, when the person affected was told', () => {
    expect(codesOf(wayTo('tell-affected'), handler, close, given('warning'))).toEqual(['not-followed-up']);
    const short: Deed = { ...close, words: 2 };
    expect(codesOf(wayTo('set-follow-up'), handler, short, given('warning'))).toEqual(['not-followed-up']);
    expect(codesOf(without('set-follow-up', 'tell-affected'), handler, close, given('warning'))).toEqual([
      'affected-not-told',
    ]);
    expect(codesOf(wayTo('set-follow-up'), handler, close, given('warning'))).toEqual([]);
  });
  it('closes without a follow-up when nothing further is done', () => {
    const nothing: readonly Step[] = [
      ...wayTo('record-contact'),
      [head, decideNothing],
      [head, { act: 'issue' }],
      [handler, { act: 'tell-affected', answer: 'nobody' }],
    ];
    const plain: Deed = { ...close, words: 0, retention: 'no-further-action' };
    expect(codesOf(nothing, handler, plain, none)).toEqual(['letter-not-given']);
    expect(codesOf(nothing, handler, plain, given('no-further-action'))).toEqual([]);
  });
});
