import type { Page, StaffContext } from '../../edge/contexts.ts';
import {
  CLAUSE_QUESTION_SCRIPT,
  ClauseQuestion,
  type SubmittedWords,
} from '../../moderation/clause-question.tsx';
import { schoolDay } from '../../platform/clock.ts';
import { type PolicyVersion, policyInForceOn } from '../../policies/store.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import { reopening } from '../../schools/clocks.ts';
import {
  ButtonLink,
  emptyForm,
  type FormState,
  InsetText,
  Notice,
  Tag,
  WarningText,
} from '../../ui/index.ts';
import { transcriptOf } from '../account.ts';
import { CarePart } from '../care/part.tsx';
import { newsBy } from '../due.ts';
import { ROUTE_READERS } from '../labels.ts';
import { MarkLink, MarkPart } from '../mark/part.tsx';
import { MatterLinks } from '../matter/links.tsx';
import { ReportingRestriction } from '../restriction.tsx';
import type { ConcernId } from '../rules.ts';
import { AllegationPart } from './allegation.tsx';
import {
  AboutUsForm,
  AcknowledgeForm,
  AppointForm,
  AskForm,
  HoldForm,
  InterestForm,
  RecuseForm,
  ScreenForm,
  SeenForm,
  WayOn,
} from './forms.tsx';
import { InvolvedForm } from './involved-form.tsx';
import { StateTag } from './list-page.tsx';
import { Papers } from './papers.tsx';
import { type ConcernRecord, concernRecord } from './record.ts';
import { RoutingView } from './routing-view.tsx';
import { ConcernStory } from './story.tsx';
import { ConcernFacts, Told } from './told.tsx';
import { acknowledgementText } from './wording.ts';

export type ConcernContext = StaffContext<{ readonly concern: ConcernId }>;

const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  held: 'The safeguarding hold is on and the safeguarding lead has been alerted.',
  acknowledged: 'Acknowledged.',
  emergency: 'Written down. The hold is on and the safeguarding lead has been alerted.',
  asked: 'Your words are on the reporter’s page.',
  exited: 'The concern has ended, and the reporter’s page says so.',
};

async function acknowledgement(context: ConcernContext, { row }: ConcernRecord): Promise<string> {
  const calendar = await schoolCalendar(context.work);
  const today = schoolDay(context.work.now);
  return acknowledgementText(context.work, {
    reference: row.reference,
    mode: row.mode,
    received: schoolDay(row.receivedAt),
    next: newsBy(calendar, today),
    opens: reopening(calendar, today),
    lead: context.school.profile.safeguardingLead,
    address: `${context.services.origin}/s/${context.school.slug}`,
  });
}

/** One concern, from top to bottom: its words, where it stands, and the next act at the foot. */
export async function concernPage(context: ConcernContext, form: FormState = emptyForm): Promise<Page> {
  const { work, staff, params, flash, once } = context;
  const record = await concernRecord(work, staff, params.concern);
  const { row } = record;
  const message = form.values.message ?? (await acknowledgement(context, record));
  const state = { values: { ...form.values, message }, errors: form.errors };
  const done = DONE[flash.done ?? ''];
  const policy = await policyInForceOn(work, row.messageDay ?? schoolDay(row.receivedAt));
  return context.page({
    room: '/desk/concerns',
    title: `Concern ${row.reference}`,
    errors: form.errors,
    scripts: [CLAUSE_QUESTION_SCRIPT],
    back: { href: '/desk/concerns', label: 'Concerns' },
    children: (
      <>
        {done !== undefined && (
          <Notice kind="success">
            <p>{done}</p>
          </Notice>
        )}
        <h1>
          Concern <span class="hb-nowrap">{row.reference}</span>
        </h1>
        <p>
          <StateTag state={row.state} /> {row.urgent && <Tag kind="urgent">Danger reported</Tag>}
        </p>
        {record.readable && !row.endedAt && (
          <p>
            <a href="#next">What happens next with this concern</a>
          </p>
        )}
        {record.readable ? (
          <Readable record={record} context={context} form={state} policy={policy} />
        ) : (
          <>
            <InsetText>
              You can see that this concern is there, but not its words. A senior member of staff deals with
              it.
            </InsetText>
            <ConcernFacts record={record} today={schoolDay(work.now)} />
            <Papers row={row} />
            {canAcknowledge(record) && <AcknowledgeForm record={record} once={once} form={state} />}
            <EmergencyLink record={record} />
          </>
        )}
      </>
    ),
  });
}

function canAcknowledge({ row, may }: ConcernRecord): boolean {
  return row.acknowledgedAt === null && may('acknowledge');
}

interface PartProps {
  readonly record: ConcernRecord;
  readonly context: ConcernContext;
  readonly form: FormState;
  /** The policy in force on the day of the words. */
  readonly policy: PolicyVersion | undefined;
}

function Readable(props: PartProps) {
  const { record, context } = props;
  const { row } = record;
  return (
    <>
      {row.urgent && row.state === 'received' && (
        <WarningText>
          The person who wrote this says that a child is in danger. Has 999 been called? The safeguarding lead
          was alerted when it came in.
        </WarningText>
      )}
      {row.route !== 'ordinary' && (
        <InsetText>This concern goes to {ROUTE_READERS[row.route]}, past those it is about.</InsetText>
      )}
      {row.withdrawnAt && (
        <InsetText>
          The reporter has taken this concern back. A child may still be at risk: answer the safeguarding
          question, then end it.
        </InsetText>
      )}
      <AllegationPart row={row} mayTell={record.may('tell-officer')} once={context.once} form={props.form} />
      {namesTeacher(record) && <ReportingRestriction nation={context.school.profile.nation} />}
      <Told record={record} />
      {!row.endedAt && (
        <p>
          <a href={`/desk/concerns/${row.id}/add-evidence`}>Add what was brought on paper or shown</a>
        </p>
      )}
      {row.exit === 'complaint' && (
        <p>
          <a href={`/desk/concerns/${row.id}/complaint`}>Print it for the complaints procedure</a>
        </p>
      )}
      {row.state === 'triage' && <ClauseQuestion document={props.policy?.document} words={wordsOf(record)} />}
      <ConcernFacts record={record} today={schoolDay(context.work.now)} />
      {!row.endedAt && row.screenedAt && (
        <>
          <h2>Who deals with it</h2>
          <RoutingView facts={row} />
        </>
      )}
      <MarkPart record={record} once={context.once} form={props.form} member={context.staff.member} />
      <MatterLinks record={record} />
      {!row.endedAt && <CarePart record={record} once={context.once} form={props.form} />}
      <h2>What happened so far</h2>
      <ConcernStory record={record} staff={context.staff} />
      <Papers row={row} />
      <div id="next">
        <NextAct {...props} />
      </div>
      <MarkLink record={record} />
      {record.reporterKnown && (
        <p>
          Who reported this is locked away. <a href={`/desk/concerns/${row.id}/identity`}>Ask to see it</a>
        </p>
      )}
    </>
  );
}

/** What was submitted, for a second look at the clauses. */
function wordsOf({ account, excerpt }: ConcernRecord): readonly SubmittedWords[] {
  const transcript = excerpt ? transcriptOf(excerpt) : [];
  const own = account && account.words !== '' ? [{ speaker: '', text: account.words }] : [];
  return [...own, ...transcript.map(({ speaker, text, chosen }) => ({ speaker, text, context: !chosen }))];
}

/** Whether somebody who teaches may be accused of something: then nobody makes public who it is (rule 41). */
function namesTeacher({ row, account }: ConcernRecord): boolean {
  const { about, allegation, involved } = row;
  const affected = account?.affected.includes('staff') ?? false;
  return about === 'teacher' || affected || allegation !== null || involved.includes('staff-subject');
}

function EmergencyLink({ record }: { record: ConcernRecord }) {
  if (!record.may('emergency')) return null;
  return (
    <p>
      <a href={`/desk/concerns/${record.row.id}/emergency`}>A child is in danger now</a>
    </p>
  );
}

/** The acts that are open now, the next one first. */
function NextAct({ record, context, form }: PartProps) {
  const { row, declared } = record;
  const props = { record, once: context.once, form };
  if (row.endedAt) return null;
  if (row.state === 'received') {
    return (
      <>
        <ScreenForm {...props} />
        <EmergencyLink record={record} />
        <AppointForm {...props} />
        {record.may('hand-over') && <RecuseForm {...props} />}
      </>
    );
  }
  const held = row.state === 'held' || row.state === 'case-held';
  // What is decided for a whole matter is decided at the report that leads it.
  const sorts = row.state === 'triage' && declared && row.matterOf === null;
  return (
    <>
      {row.answeredAt && <SeenForm {...props} />}
      {held && !record.safeguards && (
        <InsetText>
          The safeguarding hold is on. Do not speak to the parent or the reporter about it. You can go on when
          the safeguarding lead has released it.
        </InsetText>
      )}
      {record.safeguards && (
        <ButtonLink href={`/desk/safeguarding/${row.id}`}>Open the safeguarding record</ButtonLink>
      )}
      {row.state === 'triage' && !declared && <InterestForm {...props} />}
      {sorts && row.aboutUs === null && <AboutUsForm {...props} />}
      {sorts && row.aboutUs !== null && <WayOn record={record} />}
      {(row.state === 'case-open' || row.state === 'case-held') && row.caseId && (
        <p>
          {record.seesCase ? (
            <a href={`/desk/cases/${row.caseId}`}>Go to the case</a>
          ) : (
            'It goes on in a case, with those who look into it and decide.'
          )}
        </p>
      )}
      {canAcknowledge(record) && <AcknowledgeForm {...props} />}
      {record.may('ask') && <AskForm {...props} />}
      {record.may('hold') && <HoldForm {...props} />}
      <EmergencyLink record={record} />
      {record.may('involve') && <InvolvedForm {...props} />}
      <AppointForm {...props} />
      {record.may('hand-over') && (row.state !== 'triage' || declared) && <RecuseForm {...props} />}
    </>
  );
}
