import { Temporal } from 'temporal-polyfill';
import type { Paper } from '../letters/printed.ts';
import { signerOf } from '../letters/signer.ts';
import { type FieldValues, items, paragraphs } from '../letters/template.ts';
import { clauseLines, versionWords } from '../letters/values.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { formatDateTime, formatShortDate } from '../ui/index.ts';
import { type Answers, answersOf } from './assess.ts';
import { decisionOf, type KeptDecision } from './decisions.ts';
import { contactsOf, type KeptContact } from './gather.ts';
import { CONTACT_TEXT, HOW_TEXT } from './kinds.ts';
import { type NameOf, namesOf } from './names.ts';
import { NO_FURTHER_ACTION, outcomesOf } from './outcomes.ts';
import { QUESTIONS, type QuestionId } from './questions.ts';
import type { CaseFile } from './read.ts';
import type { CaseAct } from './states.ts';
import type { Person } from './visibility.ts';

const lowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
const some = (...parts: readonly string[]): string => paragraphs(...parts.filter((part) => part !== ''));

/** Nothing further can be decided at any time, before anything was asked (rule 22). */
const NOT_ASKED = 'Not asked: nothing is held against the parent.';

function interests(decision: KeptDecision, name: NameOf): string {
  const { decidedBy, decidedAt, secondBy, secondAt, overrideReason } = decision;
  return some(
    `${name(decidedBy)}, ${formatDateTime(decidedAt)}. They declared that they have no interest in the case.`,
    overrideReason === '' ? '' : 'They had looked into the case themselves. Their reason:',
    overrideReason,
    secondBy && secondAt ? `Signed beside them by ${name(secondBy)}, ${formatDateTime(secondAt)}.` : '',
  );
}

function options({ cited }: CaseFile, { outcome }: KeptDecision): string {
  return items(
    ...outcomesOf(cited.ladder).map(({ key, label, notHere }) => {
      const mark = key === outcome ? ' (decided)' : '';
      return `${label}${mark}${notHere === undefined ? '' : `: ${lowerFirst(notHere)}`}`;
    }),
  );
}

/** The words of the last entry of one kind. */
const noted = ({ events }: CaseFile, act: CaseAct): string =>
  events.findLast(({ deed }) => deed.act === act)?.note ?? '';

const heard = (contacts: readonly KeptContact[]): string =>
  contacts.length === 0
    ? 'Nobody spoke or wrote to the parent.'
    : items(
        ...contacts.map(
          ({ kind, how, happenedOn, words }) =>
            `${formatShortDate(happenedOn)}: ${lowerFirst(CONTACT_TEXT[kind])}, ${lowerFirst(HOW_TEXT[how])}. ${words}`,
        ),
      );

/** Gives the answer to a question of the assessment, with what was chosen. */
function answering(answers: Answers, otherwise: string): (id: QuestionId) => string {
  return (id) => {
    const answer = answers[id];
    if (!answer) return otherwise;
    const { choices } = QUESTIONS.find((question) => question.id === id) ?? {};
    return some(choices?.find(({ value }) => value === answer.choice)?.label ?? '', answer.words);
  };
}

/**
 * The record of a decision (D18): the clauses, how the parent was heard, the assessment, the options, the reasons, who
 * decided. For inside the school; it names nobody who raised the concern.
 * @throws Refusal 404 when there is no decision
 */
export async function decisionRecord(work: Work, person: Person, file: CaseFile): Promise<Paper> {
  const decision = await decisionOf(work, file.id);
  if (!decision) throw notFound();
  const answers = await answersOf(work, file.id);
  const { cited } = file;
  const answer = answering(answers, decision.outcome === NO_FURTHER_ACTION ? NOT_ASKED : '');
  const values: FieldValues = {
    outcome: decision.label,
    raised: file.allegation,
    policy: cited.title,
    version: versionWords(cited.version, Temporal.PlainDate.from(cited.since)),
    clauses: clauseLines(cited.clauses),
    handling: noted(file, 'choose-handling') || NOT_ASKED,
    heard: heard(await contactsOf(work, file.id)),
    facts: answer('facts'),
    account: answer('account'),
    protected: answer('protected'),
    equality: answer('equality'),
    aim: answer('aim'),
    need: answer('basis'),
    least: answer('least'),
    'effect on child': answer('child'),
    consistency: answer('consistency'),
    options: options(file, decision),
    weighed: answer('options'),
    reasons: decision.reasons,
    jump: decision.jumpReason === '' ? '' : some('Why it is more than one step up:', decision.jumpReason),
    interests: interests(decision, await namesOf(work)),
    review: some(...(['ask-review', 'decide-review'] as const).map((act) => noted(file, act))),
  };
  const head = { reference: file.reference, signer: await signerOf(work, person) };
  return { kind: 'decision-record', head, values, object: `case:${file.id}` };
}
