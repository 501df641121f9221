import { sql } from 'drizzle-orm';
import { boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { ConcernId } from '../concerns/rules.ts';
import type { NoticeTopic } from '../groups/notices/topics.ts';
import type { Id, MemberId } from '../platform/ids.ts';
import { bytes, day, id, instant, schoolId } from '../platform/tables.ts';
import type { AccountSource, AdviceSource, ContactKind, ReferralAgency, RetentionClass } from './codes.ts';
import type { CaseId } from './ids.ts';
import type { AccountHow, ContactHow, PartySort } from './kinds.ts';
import type { Choice, QuestionId } from './questions.ts';
import type { CaseState } from './states.ts';

/** Why a decision stands no more. */
export type EndedHow = 'withdrawn' | 'reopened' | 'varied' | 'replaced';

const caseId = () => uuid('case_id').notNull().$type<CaseId>();

export const conductCase = pgTable(
  'conduct_case',
  {
    schoolId: schoolId(),
    id: id<'case'>('id').notNull(),
    reference: text('reference').notNull(),
    concernId: uuid('concern_id').$type<ConcernId>(),
    state: text('state').notNull().$type<CaseState>(),
    version: integer('version').notNull(),
    due: day('due'),
    openedAt: instant('opened_at').notNull(),
    sight: jsonb('sight').notNull(),
    /** Cases with the same answer to who may see them have it in common. */
    sightKey: text('sight_key').notNull().generatedAlwaysAs(sql`md5(sight::text)`),
    cited: jsonb('cited').notNull(),
    allegation: bytes('allegation').notNull(),
    quoted: bytes('quoted').notNull(),
    place: bytes('place').notNull(),
    followUp: bytes('follow_up'),
    closing: bytes('closing'),
    retention: text('retention').$type<RetentionClass>(),
    keepUntil: day('keep_until'),
    closedAt: instant('closed_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const caseParty = pgTable(
  'case_party',
  {
    schoolId: schoolId(),
    id: id<'case-party'>('id').notNull(),
    caseId: caseId(),
    part: text('part').notNull().$type<'subject' | 'target'>(),
    sort: text('sort').notNull().$type<PartySort>(),
    memberId: id<'member'>('member_id'),
    name: bytes('name').notNull(),
    address: bytes('address'),
    email: bytes('email'),
    phone: bytes('phone'),
    needs: bytes('needs'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const caseEvent = pgTable(
  'case_event',
  {
    schoolId: schoolId(),
    caseId: caseId(),
    seq: integer('seq').notNull(),
    at: instant('at').notNull(),
    /** Unset for what Handbell does by the clock. */
    memberId: id<'member'>('member_id'),
    deed: jsonb('deed').notNull(),
    fromState: text('from_state').$type<CaseState>(),
    toState: text('to_state').notNull().$type<CaseState>(),
    note: bytes('note'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.caseId, table.seq] })],
);

export const caseAccount = pgTable(
  'case_account',
  {
    schoolId: schoolId(),
    id: uuid('id').notNull().$type<Id<'case-account'>>(),
    caseId: caseId(),
    source: text('source').notNull().$type<AccountSource>(),
    how: text('how').notNull().$type<AccountHow>(),
    givenOn: day('given_on').notNull(),
    words: bytes('words').notNull(),
    recordedBy: id<'member'>('recorded_by').notNull(),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const caseContact = pgTable(
  'case_contact',
  {
    schoolId: schoolId(),
    id: uuid('id').notNull().$type<Id<'case-contact'>>(),
    caseId: caseId(),
    kind: text('kind').notNull().$type<ContactKind>(),
    how: text('how').notNull().$type<ContactHow | 'own-page'>(),
    happenedOn: day('happened_on').notNull(),
    replyBy: day('reply_by'),
    words: bytes('words').notNull(),
    /** Unset for what the parent wrote themselves. */
    recordedBy: id<'member'>('recorded_by'),
    recordedAt: instant('recorded_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

export const caseAnswer = pgTable(
  'case_answer',
  {
    schoolId: schoolId(),
    caseId: caseId(),
    question: text('question').notNull().$type<QuestionId>(),
    choice: text('choice').notNull().$type<Choice>(),
    words: bytes('words').notNull(),
    answeredBy: id<'member'>('answered_by').notNull(),
    answeredAt: instant('answered_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.caseId, table.question] })],
);

export const caseDecision = pgTable(
  'case_decision',
  {
    schoolId: schoolId(),
    id: id<'case-decision'>('id').notNull(),
    caseId: caseId(),
    outcome: text('outcome').notNull(),
    label: text('label').notNull(),
    standing: text('standing').notNull(),
    reasons: bytes('reasons').notNull(),
    expected: bytes('expected'),
    jumpReason: bytes('jump_reason'),
    overrideReason: bytes('override_reason'),
    expiresOn: day('expires_on'),
    decidedBy: id<'member'>('decided_by').notNull(),
    decidedAt: instant('decided_at').notNull(),
    secondBy: id<'member'>('second_by'),
    secondAt: instant('second_at'),
    /** Which general note to moderators a decided reminder sends. */
    topic: text('topic').$type<NoticeTopic>(),
    withdrawnAt: instant('withdrawn_at'),
    endedHow: text('ended_how').$type<EndedHow>(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

/** Referrals to outside bodies, with what was shared and who agreed (D16). */
export const caseReferral = pgTable(
  'case_referral',
  {
    schoolId: schoolId(),
    id: id<'case-referral'>('id').notNull(),
    caseId: caseId(),
    agency: text('agency').notNull().$type<ReferralAgency>(),
    danger: boolean('danger').notNull(),
    grounds: jsonb('grounds').notNull(),
    tried: jsonb('tried').notNull(),
    facts: bytes('facts').notNull(),
    triedWords: bytes('tried_words').notNull(),
    askedBy: id<'member'>('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    approvedBy: id<'member'>('approved_by'),
    approvedAt: instant('approved_at'),
    declinedAt: instant('declined_at'),
    madeBy: id<'member'>('made_by'),
    madeAt: instant('made_at'),
    madeTo: bytes('made_to'),
    shared: bytes('shared'),
    basis: bytes('basis'),
    expected: bytes('expected'),
    toldParent: boolean('told_parent'),
    toldWhy: bytes('told_why'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

/** Requests for legal advice and what came back: privileged, for the people named only (D17). */
export const caseLegal = pgTable(
  'case_legal',
  {
    schoolId: schoolId(),
    id: id<'case-legal'>('id').notNull(),
    caseId: caseId(),
    source: text('source').notNull().$type<AdviceSource>(),
    access: uuid('access').array().notNull().$type<MemberId[]>(),
    request: bytes('request').notNull(),
    askedBy: id<'member'>('asked_by').notNull(),
    askedAt: instant('asked_at').notNull(),
    answer: bytes('answer'),
    answeredAt: instant('answered_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

/** What somebody is to do for a case, by when, and why. */
export const caseTask = pgTable(
  'case_task',
  {
    schoolId: schoolId(),
    id: id<'case-task'>('id').notNull(),
    caseId: caseId(),
    what: bytes('what').notNull(),
    reason: bytes('reason').notNull(),
    owner: id<'member'>('owner').notNull(),
    deputy: id<'member'>('deputy'),
    due: day('due').notNull(),
    /** Unset for what the parent set off. */
    setBy: id<'member'>('set_by'),
    setAt: instant('set_at').notNull(),
    doneBy: id<'member'>('done_by'),
    doneAt: instant('done_at'),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);

/** Notes for those who look into a case, facts apart from opinion. */
export const caseNote = pgTable(
  'case_note',
  {
    schoolId: schoolId(),
    id: id<'case-note'>('id').notNull(),
    caseId: caseId(),
    facts: bytes('facts').notNull(),
    opinion: bytes('opinion'),
    writtenBy: id<'member'>('written_by').notNull(),
    writtenAt: instant('written_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.schoolId, table.id] })],
);
