import { renderPdf } from '../platform/pdf/typst.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import { currentSchool } from '../schools/store.ts';
import { formatDateTime, formatShortDate } from '../ui/index.ts';
import { answersOf } from './assess.ts';
import { decisionOf, type KeptDecision } from './decisions.ts';
import { namesOf } from './frame.tsx';
import { contactsOf } from './gather.ts';
import { CONTACT_TEXT, HOW_TEXT } from './kinds.ts';
import { outcomesOf } from './outcomes.ts';
import { QUESTIONS } from './questions.ts';
import type { CaseFile } from './read.ts';
import type { CaseAct } from './states.ts';

/** One part of the record: a heading and its paragraphs. */
interface Part {
  readonly heading: string;
  readonly text: readonly string[];
}

const TEMPLATE = `
#let record = json(bytes(sys.inputs.record))
#set document(title: record.title, date: auto)
#set page(
  paper: "a4",
  margin: 24mm,
  footer: context text(size: 9pt)[
    #record.footer #h(1fr) Page #counter(page).display() of #counter(page).final().first()
  ],
)
#set text(font: serif, size: 11pt, hyphenate: false)
#set par(leading: 0.62em, spacing: 1em)
#show heading: set text(font: sans)
#show heading.where(level: 2): set block(above: 1.4em, below: 0.6em, sticky: true)
#text(font: sans, weight: "bold")[#record.school]

= #record.title

#for part in record.parts {
  heading(level: 2, part.heading)
  for text in part.text { par[#text] }
}
`;

const paragraphs = (text: string): readonly string[] =>
  text.split(/\n\s*\n/u).filter((part) => part.trim() !== '');

function whose(decision: KeptDecision, name: (member: KeptDecision['decidedBy']) => string): Part {
  const { decidedBy, decidedAt, secondBy, secondAt, overrideReason } = decision;
  const signed =
    secondBy && secondAt ? [`Signed beside them by ${name(secondBy)}, ${formatDateTime(secondAt)}.`] : [];
  return {
    heading: 'Who decided, and interests declared',
    text: [
      `${name(decidedBy)}, ${formatDateTime(decidedAt)}. They declared that they have no interest in the case.`,
      ...(overrideReason === ''
        ? []
        : ['They had looked into the case themselves. Their reason:', overrideReason]),
      ...signed,
    ],
  };
}

function optionsPart({ cited }: CaseFile, decision: KeptDecision): Part {
  return {
    heading: 'Options under the policy',
    text: outcomesOf(cited.ladder).map(({ key, label, notHere }) => {
      const mark = key === decision.outcome ? ' (decided)' : '';
      return `${label}${mark}${notHere === undefined ? '' : `: ${lowerFirst(notHere)}`}`;
    }),
  };
}

/** A part made of the words of the last entry of one kind, where there is one. */
function noted({ events }: CaseFile, act: CaseAct, heading: string): readonly Part[] {
  const note = events.findLast(({ deed }) => deed.act === act)?.note ?? '';
  return note === '' ? [] : [{ heading, text: paragraphs(note) }];
}

const lowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/**
 * The record of a decision (D18): the clauses, how the parent was heard, the assessment, the options, the reasons, who
 * decided. For inside the school; it names nobody who raised the concern.
 * @throws Refusal 404 when there is no decision
 */
export async function decisionRecord(work: Work, file: CaseFile): Promise<Uint8Array> {
  const decision = await decisionOf(work, file.id);
  if (!decision) throw notFound();
  const school = await currentSchool(work);
  const name = await namesOf(work);
  const answers = await answersOf(work, file.id);
  const contacts = await contactsOf(work, file.id);
  const { cited } = file;
  const parts: readonly Part[] = [
    { heading: 'What was raised', text: paragraphs(file.allegation) },
    {
      heading: `Clauses of “${cited.title}”, version ${cited.version}, in force since ${formatShortDate(cited.since)}`,
      text: cited.clauses.map(
        ({ ref, text, force }) => `${ref} ${text}${force === 'expectation' ? ' (expectation only)' : ''}`,
      ),
    },
    ...noted(file, 'choose-handling', 'Feedback, or a matter of conduct'),
    {
      heading: 'How the parent was heard',
      text: contacts.map(
        ({ kind, how, happenedOn, words }) =>
          `${formatShortDate(happenedOn)}: ${lowerFirst(CONTACT_TEXT[kind])}, ${lowerFirst(HOW_TEXT[how])}. ${words}`,
      ),
    },
    ...QUESTIONS.flatMap(({ id, title, choices }): Part[] => {
      const answer = answers[id];
      if (!answer) return [];
      const chosen = choices?.find(({ value }) => value === answer.choice)?.label;
      return [{ heading: title, text: [...(chosen ? [chosen] : []), ...paragraphs(answer.words)] }];
    }),
    optionsPart(file, decision),
    { heading: 'Reasons', text: paragraphs(decision.reasons) },
    ...(decision.jumpReason === ''
      ? []
      : [{ heading: 'Why more than one step up', text: paragraphs(decision.jumpReason) }]),
    whose(decision, name),
    ...noted(file, 'ask-review', 'What the parent said against it'),
    ...noted(file, 'decide-review', 'What the review came to, and why'),
  ];
  const record = {
    title: `Decision record: ${decision.label}`,
    school: school.name,
    footer: `${file.reference} · In confidence`,
    parts,
  };
  return renderPdf(TEMPLATE, { record: JSON.stringify(record) }, { created: work.now });
}
