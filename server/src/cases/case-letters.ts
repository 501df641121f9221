import { Temporal } from 'temporal-polyfill';
import { problemsOf } from '../letters/check.ts';
import type { Matter } from '../letters/matter.ts';
import { LETTER_TEXT, type LetterId, type LetterKind } from '../letters/rules.ts';
import { signerOf } from '../letters/signer.ts';
import type { Letter } from '../letters/store.ts';
import { draftLetter } from '../letters/store.ts';
import type { Work } from '../platform/work.ts';
import { currentSchool } from '../schools/store.ts';
import { letterAccess } from './act.ts';
import { answersOf } from './assess.ts';
import { decisionOf } from './decisions.ts';
import { partiesOf } from './parties.ts';
import type { CaseFile } from './read.ts';
import type { Person } from './visibility.ts';

/** What a letter says that the case alone does not. */
export interface LetterMore {
  readonly times?: readonly string[];
  readonly replyBy?: Temporal.PlainDate;
  readonly keptUntil?: Temporal.PlainDate;
  /** After a review: its reasons, what stands now, and where the parent can go next. */
  readonly review?: Pick<Matter, 'reasons' | 'outcome' | 'next'>;
  readonly ban?: Matter['ban'];
  readonly contactPlan?: Matter['contactPlan'];
  readonly meeting?: Matter['meeting'];
  readonly meetingNotes?: Matter['meetingNotes'];
  /** For a letter to somebody else than the parent the case is about. */
  readonly recipient?: Matter['recipient'];
  readonly support?: Matter['support'];
}

async function matterOf(
  work: Work,
  person: Person,
  { reference, cited, allegation, place, facts, id }: CaseFile,
  origin: string,
  { times = [], replyBy, keptUntil, review, recipient, ...instruments }: LetterMore,
): Promise<Matter> {
  const school = await currentSchool(work);
  const [answers, decision, parties] = [
    await answersOf(work, id),
    await decisionOf(work, id),
    await partiesOf(work, id),
  ];
  const subject = parties.find(({ part }) => part === 'subject');
  const { address, phone, officeEmail, board, nation } = school.profile;
  return {
    school: { name: school.name, address, phone, email: officeEmail, board },
    nation,
    reference,
    recipient: recipient ?? { name: subject?.name ?? '', address: subject?.address ?? '' },
    policy: {
      title: cited.title,
      version: cited.version,
      since: dayOf(cited.since),
      address: `${origin}/s/${school.slug}`,
    },
    clauses: cited.clauses.map(({ ref, text, force }) => ({ ref, text, force })),
    channel: facts.opening?.channel,
    place,
    messageDay: facts.opening?.messageDay ?? dayOf(cited.since),
    allegation,
    signer: await signerOf(work, person),
    times: [...times],
    replyBy,
    facts: answers.facts?.words ?? '',
    account: answers.account?.words ?? '',
    reasons: decision?.reasons ?? '',
    outcome: decision?.label ?? '',
    next: [],
    expected: decision?.expected ?? '',
    expiresOn: decision?.expiresOn,
    keptUntil,
    ...review,
    ...instruments,
  };
}

/** Begins a letter of a case, filled in from what the case holds. */
export async function draftCaseLetter(
  work: Work,
  person: Person,
  file: CaseFile,
  kind: LetterKind,
  origin: string,
  more: LetterMore = {},
): Promise<LetterId> {
  return draftLetter(work, {
    caseId: file.id,
    kind,
    matter: await matterOf(work, person, file, origin, more),
    access: await letterAccess(work, file.facts),
    by: person.member,
  });
}

/**
 * People of the case who must not be named in a letter: everybody but whom it goes to and staff in their work; in a
 * letter to somebody the words were about also the parent the case is about.
 */
async function forbiddenNames(
  work: Work,
  { id }: CaseFile,
  { kind, matter }: Pick<Letter, 'kind' | 'matter'>,
): Promise<readonly string[]> {
  const to = matter.recipient.name.toLowerCase();
  const aboutParent = LETTER_TEXT[kind].to !== 'parent';
  return (await partiesOf(work, id))
    .filter(({ part, sort }) => (part === 'target' ? sort !== 'staff' : aboutParent))
    .map(({ name }) => name)
    .filter((name) => name.toLowerCase() !== to);
}

/** What is still wrong with a draft, by its parts. */
export async function letterProblems(
  work: Work,
  file: CaseFile,
  letter: Pick<Letter, 'kind' | 'sections' | 'matter'>,
): Promise<Readonly<Record<string, string>>> {
  return problemsOf(letter.kind, letter.sections, await forbiddenNames(work, file, letter));
}

const dayOf = (text: string) => Temporal.PlainDate.from(text);
