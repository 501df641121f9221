import { formatPartialDate } from '../dates.ts';
import type { Contact, GroupType, PartialDate, PolicyDocument, ResponseKind } from '../document.ts';
import { quietWords } from './quiet.ts';

/** A change of something other than a clause's words, in one sentence. */
export interface FactChange {
  readonly about:
    | 'title'
    | 'power'
    | 'ladder'
    | 'moderators'
    | 'quiet-hours'
    | 'contact'
    | 'date'
    | 'scope'
    | 'audience'
    | 'decider'
    | 'signature'
    | 'slip'
    | 'linked-policy';
  readonly sentence: string;
}

const POWERS: Record<ResponseKind, string> = {
  advice: 'give advice or a reminder',
  'warning-letter': 'send a warning letter',
  meeting: 'invite the parent to a meeting',
  authorities: 'contact the authorities',
  'legal-advice': 'take legal advice',
  'site-ban': 'ban a parent from the school site',
  'group-removal': 'have a parent removed from a group',
  other: 'take another step of its own',
};
const GROUPS: Record<GroupType, string> = { class: 'class groups', year: 'year groups', pta: 'PTA groups' };

/** What is only in the first list and what is only in the second, each once. */
function apart<T>(
  before: readonly T[],
  after: readonly T[],
): { readonly gone: readonly T[]; readonly come: readonly T[] } {
  const [old, fresh] = [new Set(before), new Set(after)];
  return { gone: [...old].filter((one) => !fresh.has(one)), come: [...fresh].filter((one) => !old.has(one)) };
}

function powers(a: PolicyDocument, b: PolicyDocument): readonly FactChange[] {
  const kinds = (document: PolicyDocument) => document.responses.map(({ kind }) => kind);
  const { gone, come } = apart(kinds(a), kinds(b));
  const limits = (document: PolicyDocument, kind: ResponseKind) =>
    document.responses.find((step) => step.kind === kind)?.condition;
  const limited = [...new Set(kinds(b))]
    .filter((kind) => kinds(a).includes(kind) && kind !== 'other' && limits(a, kind) !== limits(b, kind))
    .map((kind) => {
      const [old, fresh] = [limits(a, kind), limits(b, kind)];
      if (fresh === undefined) return `The school may ${POWERS[kind]} without the limit "${old ?? ''}".`;
      return `The school may ${POWERS[kind]} only ${fresh}${old === undefined ? '; before, there was no such limit' : `; before, only ${old}`}.`;
    });
  return [
    ...come.map((kind) => `The school may now ${POWERS[kind]}.`),
    ...gone.map((kind) => `The school may no longer ${POWERS[kind]}.`),
    ...limited,
  ].map((sentence) => ({ about: 'power' as const, sentence }));
}

/** The same steps in another order, and steps that now come sooner or later. */
function ladder(a: PolicyDocument, b: PolicyDocument): readonly FactChange[] {
  const order = ({ responses }: PolicyDocument) => [...new Set(responses.map(({ kind }) => kind))];
  const [old, fresh] = [order(a), order(b)];
  const [shared, now] = [
    old.filter((kind) => fresh.includes(kind)),
    fresh.filter((kind) => old.includes(kind)),
  ];
  const moved =
    shared.join() === now.join()
      ? []
      : [`The order of the steps is now: ${now.map((kind) => POWERS[kind]).join(', then ')}.`];
  const triggers = now.flatMap((kind) => {
    const of = ({ responses }: PolicyDocument) => responses.find((step) => step.kind === kind)?.trigger;
    const [before, after] = [of(a), of(b)];
    if (kind === 'other' || before === after) return [];
    if (after === undefined)
      return [`The school may ${POWERS[kind]} without waiting; before, only ${before ?? ''}.`];
    const was = before === undefined ? 'before, nothing had to come first' : `before, ${before}`;
    return [`The school may ${POWERS[kind]} ${after}; ${was}.`];
  });
  return [...moved, ...triggers].map((sentence) => ({ about: 'ladder' as const, sentence }));
}

/** Whom people are to ask first and whom next. */
function askingOrder(a: PolicyDocument, b: PolicyDocument): readonly FactChange[] {
  const order = ({ contacts: all }: PolicyDocument) =>
    all.filter(({ step }) => step !== undefined).map(({ value, role }) => role ?? value);
  const [old, fresh] = [order(a), order(b)];
  if (old.join() === fresh.join() || fresh.length === 0) return [];
  return [{ about: 'contact', sentence: `People are now to ask, in order: ${fresh.join(', then ')}.` }];
}

function sayContact({ value, role }: Contact): string {
  return role === undefined || role === value ? value : `${value} (${role})`;
}

const FOR: Record<Contact['purpose'], string> = {
  concern: 'Concerns',
  safeguarding: 'Safeguarding worries',
  general: 'Questions',
};

function contacts(a: PolicyDocument, b: PolicyDocument): readonly FactChange[] {
  return (['concern', 'safeguarding', 'general'] as const).flatMap((purpose) => {
    const say = ({ contacts: all }: PolicyDocument) =>
      all.filter((one) => one.purpose === purpose).map(sayContact);
    const { gone, come } = apart(say(a), say(b));
    const sentences =
      gone.length > 0 && come.length > 0
        ? [`${FOR[purpose]} now go to ${come.join(' and ')} instead of ${gone.join(' and ')}.`]
        : [
            ...come.map((one) => `${FOR[purpose]} can now go to ${one}.`),
            ...gone.map((one) => `${FOR[purpose]} no longer go to ${one}.`),
          ];
    return sentences.map((sentence) => ({ about: 'contact' as const, sentence }));
  });
}

const DATES = [
  ['adopted', 'date of adoption'],
  ['approved', 'date of approval'],
  ['issued', 'date of the policy'],
  ['effective', 'date from which it holds'],
  ['reviewed', 'date of the last review'],
  ['review', 'review date'],
] as const;

function dates(a: PolicyDocument, b: PolicyDocument): readonly FactChange[] {
  const say = (date: PartialDate | undefined) => date && formatPartialDate(date);
  return DATES.flatMap(([which, name]) => {
    const [old, fresh] = [say(a.dates[which]), say(b.dates[which])];
    if (old === fresh) return [];
    if (fresh === undefined)
      return [{ about: 'date' as const, sentence: `The ${name} is no longer given; it was ${old ?? ''}.` }];
    const sentence = `The ${name} is now ${fresh}; it was ${old ?? 'not given before'}.`;
    return [{ about: 'date' as const, sentence }];
  });
}

function lists(a: PolicyDocument, b: PolicyDocument): readonly FactChange[] {
  const of = (
    about: FactChange['about'],
    pick: (document: PolicyDocument) => readonly string[],
    come: (one: string) => string,
    gone: (one: string) => string,
  ): readonly FactChange[] => {
    const { gone: old, come: fresh } = apart(pick(a), pick(b));
    return [...fresh.map(come), ...old.map(gone)].map((sentence) => ({ about, sentence }));
  };
  return [
    ...of(
      'scope',
      ({ groupTypes }) => groupTypes.map((type) => GROUPS[type]),
      (one) => `The policy now covers ${one}.`,
      (one) => `The policy no longer covers ${one}.`,
    ),
    ...of(
      'audience',
      ({ audience }) => audience,
      (one) => `It now also speaks to ${one}.`,
      (one) => `It no longer speaks to ${one}.`,
    ),
    ...of(
      'signature',
      ({ signatures }) => signatures.map(({ role }) => role),
      (one) => `It is now signed by: ${one}.`,
      (one) => `It is no longer signed by: ${one}.`,
    ),
    ...of(
      'quiet-hours',
      quietWords,
      (one) => `Quiet hours are now ${one}.`,
      (one) => `Quiet hours are no longer ${one}.`,
    ),
    ...of(
      'moderators',
      ({ moderatorResponses = [] }) => moderatorResponses.map(({ text }) => text),
      (one) => `For a moderator who breaks the policy, this is new: "${one}".`,
      (one) => `For a moderator who breaks the policy, this was taken out: "${one}".`,
    ),
    ...of(
      'linked-policy',
      ({ linkedPolicies }) => linkedPolicies.map(({ name }) => name),
      (one) => `It now points to the ${one}.`,
      (one) => `It no longer points to the ${one}.`,
    ),
  ];
}

function singles(a: PolicyDocument, b: PolicyDocument): readonly FactChange[] {
  const changes: FactChange[] = [];
  if (a.title !== b.title)
    changes.push({ about: 'title', sentence: `The title is now "${b.title}"; it was "${a.title}".` });
  if (a.decider?.toLowerCase() !== b.decider?.toLowerCase()) {
    const now =
      b.decider === undefined
        ? 'It no longer says who takes the final decision'
        : `The final decision now rests with the ${b.decider}`;
    changes.push({
      about: 'decider',
      sentence: `${now}; it ${a.decider === undefined ? 'was not said before' : `rested with the ${a.decider}`}.`,
    });
  }
  const [old, fresh] = [a.slip, b.slip];
  if (!old && fresh)
    changes.push({ about: 'slip', sentence: `Parents now sign a slip: "${fresh.statement}".` });
  else if (old && !fresh)
    changes.push({ about: 'slip', sentence: 'There is no slip for parents to sign any more.' });
  else if (old && fresh && old.statement !== fresh.statement) {
    changes.push({
      about: 'slip',
      sentence: `The slip now says "${fresh.statement}"; it said "${old.statement}".`,
    });
  }
  return changes;
}

/** The changes of everything but the clauses' words: title, scope, powers, contacts, dates, signatures, slip. */
export function factChanges(a: PolicyDocument, b: PolicyDocument): readonly FactChange[] {
  return [
    ...singles(a, b),
    ...lists(a, b),
    ...powers(a, b),
    ...ladder(a, b),
    ...contacts(a, b),
    ...askingOrder(a, b),
    ...dates(a, b),
  ];
}
