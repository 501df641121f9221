import type { Temporal } from 'temporal-polyfill';
import { formatDate, formatShortDate } from '../ui/index.ts';
import { whatItWas } from './channels.ts';
import type { BanMatter, ContactPlanMatter, Matter, MeetingMatter, MeetingNotesMatter } from './matter.ts';
import { type FieldValues, items, paragraphs } from './template.ts';

const day = (date: Temporal.PlainDate | undefined): string => (date ? formatDate(date) : '');
const EXPECTATION = 'This is what we hope for. It is an expectation, and not a rule by itself.';
const NONE = 'None.';

/** "07700 900100 or office@oakfield.example.org". */
export const contactOf = ({ phone, email }: Pick<Matter['school'], 'phone' | 'email'>): string =>
  [phone, email].filter((part) => part !== '').join(' or ');

const withArticle = (board: string): string => (/^the /iu.test(board) ? board : `the ${board}`);

/** The clauses one below the other, each with its number; expectations are told as such (rule 19). */
export function clauseLines(clauses: Matter['clauses']): string {
  return items(
    ...clauses.map(({ ref, text, force }) => {
      const mark = force === 'expectation' ? ` (${EXPECTATION})` : '';
      return `${ref}: “${text.replaceAll(/\s+/g, ' ').trim()}”${mark}`;
    }),
  );
}

/** "version 2, in force since 1 September 2026". */
export const versionWords = (version: number, since: Temporal.PlainDate): string =>
  `version ${version}, in force since ${formatShortDate(since)}`;

/** What the parent said, with an answer to each (D10). */
function banAnswers({ answers }: BanMatter): string {
  return answers.length === 0
    ? 'You did not tell us anything in the time we gave. You still can, at any time.'
    : paragraphs(...answers.flatMap(({ said, answer }) => [`You told us: ${said}`, `Our answer: ${answer}`]));
}

/** Told once and neutrally (D9); the other nations have no such offence. */
function lawOf(nation: Matter['nation']): string {
  return nation === 'england' || nation === 'wales'
    ? 'Under section 547 of the Education Act 1996, being on school premises without permission and causing a nuisance or disturbance may be an offence.'
    : '';
}

function banValues(ban: BanMatter, nation: Matter['nation']): FieldValues {
  return {
    'ban risk': ban.risk,
    'ban places': ban.places,
    'ban times': ban.times,
    'ban exceptions': ban.exceptions,
    collection: ban.collection,
    meetings: ban.meetings,
    reports: ban.reports,
    health: ban.medical,
    emergencies: ban.emergencies,
    events: ban.events,
    'ban told': ban.told,
    'ban alternatives': ban.alternatives,
    'ban answers': banAnswers(ban),
    'ban reasons': ban.reasons,
    'ban from': day(ban.from),
    'ban until': day(ban.until),
    'ban lapses': day(ban.lapsesOn),
    'ban review': day(ban.reviewOn),
    'answer day': day(ban.answerBy),
    'ban end': ban.wasInForce
      ? 'From today you can come on to the school site as every parent can. What we wrote to you before has ended, and the people at the gate have been told.'
      : 'We have decided not to ask you to stay away from the school site. You can come as every parent can.',
    reviewer: ban.reviewer,
    law: lawOf(nation),
  };
}

const planValues = (plan: ContactPlanMatter): FieldValues => ({
  'plan facts': plan.facts,
  'plan reasons': plan.reasons,
  'plan route': plan.route,
  'plan frequency': plan.frequency,
  'plan from': day(plan.from),
  'plan until': day(plan.until),
  'plan review': day(plan.reviewOn),
});

const listOr = (list: readonly string[], none: string): string => (list.length === 0 ? none : items(...list));

const meetingValues = (meeting: MeetingMatter): FieldValues => ({
  'meeting purpose': meeting.purpose,
  agenda: items(...meeting.agenda),
  'who attends': items(...meeting.attendees),
  'meeting time': meeting.when,
  'meeting place': meeting.where,
  'meeting length': meeting.length,
  papers: listOr(meeting.papers, 'There are no papers for this meeting.'),
  'other times': listOr(meeting.otherTimes, 'Tell us what suits you, and we will find a time.'),
});

const notesValues = (notes: MeetingNotesMatter): FieldValues => ({
  'meeting day': day(notes.heldOn),
  'who was there': items(...notes.attendees),
  'began and ended': `from ${notes.began} to ${notes.ended}`,
  'school points': items(...notes.schoolPoints),
  'parent points': items(...notes.parentPoints),
  'parent account': notes.account,
  agreed: listOr(notes.agreed, 'Nothing was settled between us yet.'),
  disagreed: listOr(notes.disagreed, NONE),
  actions: listOr(
    notes.actions.map(({ what, owner, by }) => `${owner}, by ${formatDate(by)}: ${what}`),
    NONE,
  ),
  corrections: notes.corrections,
  'comment by': `Please send us your corrections by ${formatDate(notes.commentBy)}. You can also tell us later.`,
});

/** What a letter of a case puts in for its fields: nothing that the case does not hold, and no word on who told it. */
export function valuesOf(matter: Matter): FieldValues {
  const { school, policy, ban, contactPlan, meeting, meetingNotes, support } = matter;
  return {
    school: school.name,
    'school email': school.email,
    'school phone': school.phone,
    contact: contactOf(school),
    board: withArticle(school.board),
    signer: matter.signer.name,
    role: matter.signer.role,
    reference: matter.reference,
    policy: policy.title,
    version: versionWords(policy.version, policy.since),
    'policy address': policy.address,
    clauses: clauseLines(matter.clauses),
    'what and day': `${whatItWas(matter.channel, matter.place)}, on or about ${formatDate(matter.messageDay)}`,
    'group and day': `${matter.place}, on or about ${formatDate(matter.messageDay)}`,
    allegation: matter.allegation,
    times: items(...matter.times),
    'answer by': matter.replyBy
      ? `Please tell us by ${formatDate(matter.replyBy)} what suits you.`
      : 'Please tell us what suits you.',
    facts: matter.facts,
    account: matter.account,
    reasons: matter.reasons,
    expected: matter.expected,
    outcome: matter.outcome,
    'next steps': items(...matter.next),
    'warning ends': day(matter.expiresOn),
    'kept until': day(matter.keptUntil),
    ...(ban ? banValues(ban, matter.nation) : {}),
    ...(contactPlan ? planValues(contactPlan) : {}),
    ...(meeting ? meetingValues(meeting) : {}),
    ...(meetingNotes ? notesValues(meetingNotes) : {}),
    ...(support
      ? { support: support.offered, 'support contact': support.contact, 'next told': support.nextTold }
      : {}),
  };
}
