import { answersOf } from '../../cases/assess.ts';
import type { AccountSource } from '../../cases/codes.ts';
import { decisionOf } from '../../cases/decisions.ts';
import { casesOfParty } from '../../cases/find-party.ts';
import { accountsOf, contactsOf } from '../../cases/gather.ts';
import type { CaseId } from '../../cases/ids.ts';
import { CONTACT_TEXT, SOURCE_TEXT } from '../../cases/kinds.ts';
import { requestsFor } from '../../cases/legal/store.ts';
import { notesOf } from '../../cases/notes/store.ts';
import { type Party, partiesOf } from '../../cases/parties.ts';
import { QUESTIONS } from '../../cases/questions.ts';
import { type CaseFile, findCase } from '../../cases/read.ts';
import { referralsOf } from '../../cases/referral/store.ts';
import { deedText } from '../../cases/story.ts';
import { tasksOf } from '../../cases/tasks/store.ts';
import { conflictOf, type Person } from '../../cases/visibility.ts';
import { findMatter } from '../../concerns/standing.ts';
import { openVault } from '../../concerns/vault.ts';
import { LETTER_TEXT } from '../../letters/rules.ts';
import type { Work } from '../../platform/work.ts';
import { sentOf } from '../../subject/sent.ts';
import { formatShortDate } from '../../ui/index.ts';
import { metPassages } from './case-meetings.ts';
import { type PartOf, tagFor } from './case-part.ts';
import { sanctionPassages } from './case-sanctions.ts';
import {
  type Decisions,
  type Disclosable,
  type HiddenPerson,
  type Passage,
  passageOf,
  type Tag,
} from './passage.ts';
import type { FoundRecord } from './records-store.ts';
import { mayBe, type Wanted } from './wanted.ts';

/** About whom an account is, by who gave it (domain 3.5). Witnesses are the standard example of a third party. */
const SOURCE_TAGS: Readonly<Record<AccountSource, Tag>> = {
  reporter: 'reporter',
  affected: 'third-party',
  witness: 'third-party',
  staff: 'staff',
  moderator: 'third-party',
  other: 'third-party',
};

/** The tag of an account for whoever asks: their own account is theirs. */
export function accountTag(source: AccountSource, part: PartOf): Tag {
  return part === 'target' && source === 'affected' ? 'subject' : SOURCE_TAGS[source];
}

/** Whether a party works for the school: what they did in their work is shown, with their name. */
const hidesParty = ({ sort, member }: Party): boolean => sort !== 'staff' && member === undefined;

/** What the case itself says, and what its parent is known by. */
function caseItself(file: CaseFile, parties: readonly Party[], part: PartOf): readonly Passage[] {
  const own = parties.filter((each) => each.part === part);
  const others = parties.filter((each) => each.part !== part);
  const card = ({ name, address, email, phone, needs }: Party) =>
    [name, address, email, phone, needs].filter((line) => line !== '').join('\n');
  return [
    ...own.flatMap((each) => passageOf(`party:${each.id}`, 'Your name and addresses', card(each), 'subject')),
    ...others.flatMap((each) => {
      const tag = each.sort === 'pupil' ? 'child' : hidesParty(each) ? 'third-party' : 'staff';
      const words = tag === 'staff' ? each.name : card(each);
      return passageOf(`party:${each.id}`, 'Somebody else in the case', words, tag);
    }),
    ...passageOf('allegation', 'What was said to have happened', file.allegation, 'subject'),
    // Their own words as a transcript; never a picture of somebody's phone (rule 30).
    ...passageOf('quoted', 'The words themselves', file.quoted, 'subject'),
    ...passageOf('place', 'Where', file.place, 'subject'),
    ...passageOf('follow-up', 'What is looked at later', file.followUp, 'staff'),
    ...passageOf('closing', 'What was written at the end', file.closing, 'staff'),
    ...file.events.flatMap(({ seq, on, deed, note }) =>
      passageOf(`event:${seq}`, `${formatShortDate(on)}: ${deedText(deed)}`, note, 'staff'),
    ),
  ];
}

async function gathered(work: Work, id: CaseId, part: PartOf): Promise<readonly Passage[]> {
  const accounts = await accountsOf(work, id);
  const contacts = await contactsOf(work, id);
  const notes = await notesOf(work, id);
  return [
    ...accounts.flatMap(({ id: each, source, givenOn, words }) =>
      passageOf(
        `account:${each}`,
        `${formatShortDate(givenOn)}: account of ${SOURCE_TEXT[source].toLowerCase()}`,
        words,
        accountTag(source, part),
      ),
    ),
    ...contacts.flatMap(({ id: each, kind, happenedOn, words }) => {
      const parents = kind === 'heard' && part !== 'subject';
      const where = `${formatShortDate(happenedOn)}: ${CONTACT_TEXT[kind]}`;
      return passageOf(`contact:${each}`, where, words, parents ? 'third-party' : 'subject');
    }),
    ...notes.flatMap(({ id: each, at, facts, opinion }) => [
      ...passageOf(`note:${each}:facts`, `${formatShortDate(at)}: note, facts`, facts, 'staff'),
      ...passageOf(`note:${each}:opinion`, `${formatShortDate(at)}: note, opinion`, opinion, 'staff'),
    ]),
  ];
}

async function judged(work: Work, file: CaseFile): Promise<readonly Passage[]> {
  const answers = await answersOf(work, file.id);
  const decision = await decisionOf(work, file.id);
  const tasks = await tasksOf(work, file.id);
  return [
    ...QUESTIONS.flatMap(({ id, title }) =>
      passageOf(`answer:${id}`, `Assessment: ${title}`, answers[id]?.words ?? '', 'staff'),
    ),
    ...(decision
      ? [
          ...passageOf('decision', `Decision: ${decision.label}, reasons`, decision.reasons, 'subject'),
          ...passageOf('decision:expected', 'Decision: what is asked', decision.expected, 'subject'),
          ...passageOf('decision:jump', 'Decision: why more than one step', decision.jumpReason, 'subject'),
          ...passageOf('decision:override', 'Decision: why one person', decision.overrideReason, 'staff'),
        ]
      : []),
    ...tasks.flatMap(({ id, due, what, reason }) =>
      passageOf(`task:${id}`, `Task for ${formatShortDate(due)}`, `${what}\n${reason}`, 'staff'),
    ),
  ];
}

async function beside(work: Work, file: CaseFile, part: PartOf): Promise<readonly Passage[]> {
  const referrals = await referralsOf(work, file.id);
  const sent = await sentOf(work, file.id);
  const about = tagFor(part);
  return [
    ...file.letters
      .filter(({ state }) => state === 'issued' || state === 'given')
      .flatMap(({ id, kind, reference, sections }) =>
        passageOf(
          `letter:${id}`,
          `Letter ${reference}: ${LETTER_TEXT[kind].name}`,
          sections
            .map(({ heading, text }) => [heading, text].filter((each) => each !== '').join('\n'))
            .join('\n\n'),
          about,
        ),
      ),
    ...sent.flatMap(({ id, at, words }) =>
      passageOf(`sent:${id}`, `${formatShortDate(at)}: what the parent sent us`, words, about),
    ),
    ...(await metPassages(work, file.id, part)),
    ...(await sanctionPassages(work, file.id, part)),
    ...referrals.flatMap(({ id, askedAt, facts, triedWords, made }) =>
      passageOf(
        `referral:${id}`,
        `${formatShortDate(askedAt)}: to an outside body`,
        [facts, triedWords, made?.shared ?? ''].filter((each) => each !== '').join('\n'),
        'crime',
      ),
    ),
  ];
}

/**
 * Legal advice. That there is some is said, and nothing of it: its words are read only by somebody on its own list, and
 * only once they gave the privilege up with a reason.
 */
async function privileged(
  work: Work,
  person: Person,
  file: CaseFile,
  decisions: Decisions,
): Promise<readonly Passage[]> {
  if (!file.facts.privileged) return [];
  const where = 'Advice from a lawyer';
  const named = await requestsFor(work, person, file.id);
  if (named.length === 0) return passageOf('legal', where, 'Not read for this pack.', 'privileged');
  return named.flatMap(({ id, question, answer }) => {
    const waived = decisions.get(`legal:${id}`)?.tag === 'subject';
    return passageOf(
      `legal:${id}`,
      where,
      waived ? `${question}\n\n${answer}` : 'Not read for this pack.',
      'privileged',
    );
  });
}

/** Who must not be told by a copy of a case: whoever reported, and everybody in it who does not work for the school. */
async function hiddenIn(
  work: Work,
  file: CaseFile,
  parties: readonly Party[],
  part: PartOf,
): Promise<readonly HiddenPerson[]> {
  // The machine covers with it; nobody is shown it (rule 27).
  const reports = file.concern ? await findMatter(work, file.concern, false) : [];
  const reporters: HiddenPerson[] = [];
  for (const { id } of reports) {
    const reporter = await openVault(work, id);
    if (reporter) reporters.push(reporter);
  }
  return [...reporters, ...parties.filter((each) => each.part !== part && hidesParty(each))];
}

/** The cases that name whoever asked. */
export async function findCases(work: Work, person: Person, wanted: Wanted): Promise<readonly FoundRecord[]> {
  const found = await casesOfParty(work, person, (party) => mayBe(wanted, party));
  return found.map(({ id, reference }) => ({ object: `case:${id}`, label: `Case ${reference}` }));
}

/** A case, passage by passage; undefined when it is gone or goes past whoever asks (rules 8, 10). */
export async function readCase(
  work: Work,
  person: Person,
  id: CaseId,
  wanted: Wanted,
  decisions: Decisions,
): Promise<Disclosable | undefined> {
  const file = await findCase(work, id);
  if (!file || file.state === 'erased' || conflictOf(person, file.facts)) return undefined;
  const parties = await partiesOf(work, id);
  const own = parties.find((party) => mayBe(wanted, party));
  if (!own) return undefined;
  return {
    object: `case:${id}`,
    title: `Case ${file.reference}`,
    passages: [
      ...caseItself(file, parties, own.part),
      ...(await gathered(work, id, own.part)),
      ...(await judged(work, file)),
      ...(await beside(work, file, own.part)),
      ...(await privileged(work, person, file, decisions)),
    ],
    hidden: await hiddenIn(work, file, parties, own.part),
  };
}
