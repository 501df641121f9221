import { Temporal } from 'temporal-polyfill';
import { problemsOf } from '../letters/check.ts';
import type { Matter } from '../letters/matter.ts';
import type { LetterId, LetterKind } from '../letters/rules.ts';
import type { Letter } from '../letters/store.ts';
import { draftLetter } from '../letters/store.ts';
import { ROLE_TEXT } from '../people/roles.ts';
import { findMember } from '../people/store.ts';
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
}

async function signerOf(work: Work, { member, roles }: Person): Promise<Matter['signer']> {
  const name = (await findMember(work, member))?.name ?? '';
  const role = (['head', 'chair', 'safeguarding', 'handler'] as const).find((each) => roles.includes(each));
  return {
    name,
    role: role === 'handler' || role === undefined ? 'Senior Leadership Team' : ROLE_TEXT[role].name,
  };
}

async function matterOf(
  work: Work,
  person: Person,
  { reference, cited, allegation, place, facts, id }: CaseFile,
  origin: string,
  { times = [], replyBy, keptUntil, review, ...instruments }: LetterMore,
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
    recipient: { name: subject?.name ?? '', address: subject?.address ?? '' },
    policy: {
      title: cited.title,
      version: cited.version,
      since: dayOf(cited.since),
      address: `${origin}/s/${school.slug}`,
    },
    clauses: cited.clauses.map(({ ref, text, force }) => ({ ref, text, force })),
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

/** People of the case who must not be named in its letters: everybody but the parent it goes to and staff in their work. */
async function forbiddenNames(work: Work, { id }: CaseFile): Promise<readonly string[]> {
  const parties = await partiesOf(work, id);
  const subject = parties.find(({ part }) => part === 'subject')?.name.toLowerCase();
  return parties
    .filter(({ part, sort, name }) => part === 'target' && sort !== 'staff' && name.toLowerCase() !== subject)
    .map(({ name }) => name);
}

/** What is still wrong with a draft, by its parts. */
export async function letterProblems(
  work: Work,
  file: CaseFile,
  { kind, sections }: Pick<Letter, 'kind' | 'sections'>,
): Promise<Readonly<Record<string, string>>> {
  return problemsOf(kind, sections, await forbiddenNames(work, file));
}

const dayOf = (text: string) => Temporal.PlainDate.from(text);
