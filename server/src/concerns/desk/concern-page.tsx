import type { Page, StaffContext } from '../../edge/contexts.ts';
import {
  CLAUSE_QUESTION_SCRIPT,
  ClauseQuestion,
  type SubmittedWords,
} from '../../moderation/clause-question.tsx';
import { schoolDay } from '../../platform/clock.ts';
import { type PolicyVersion, policyInForceOn } from '../../policies/store.ts';
import { addSchoolDays } from '../../schools/calendar.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import {
  emptyForm,
  type FormState,
  formatDate,
  InsetText,
  Name,
  Notice,
  SummaryList,
  Tag,
  UserText,
  WarningText,
} from '../../ui/index.ts';
import {
  ABOUT_NAMES,
  AFFECTED_NAMES,
  AWARENESS_NAMES,
  BEHALF_NAMES,
  CHANNEL_NAMES,
  EXIT_NAMES,
  MODE_NAMES,
  PLACE_NAMES,
  ROUTE_READERS,
  YES_NO_UNSURE_NAMES,
} from '../labels.ts';
import type { ConcernId } from '../rules.ts';
import { Transcript } from '../transcript.tsx';
import {
  AboutUsForm,
  AcknowledgeForm,
  AppointForm,
  AskForm,
  HoldForm,
  InterestForm,
  RecuseForm,
  ReleaseForm,
  ScreenForm,
  SeenForm,
  WayOn,
} from './forms.tsx';
import { InvolvedForm } from './involved-form.tsx';
import { StateTag } from './list-page.tsx';
import { type ConcernRecord, concernRecord } from './record.ts';
import { RoutingView } from './routing-view.tsx';
import { ConcernStory } from './story.tsx';
import { acknowledgementWords } from './wording.ts';

/** School days within which a reporter hears again after the acknowledgement. */
const NEXT_NEWS_DAYS = 10;

export type ConcernContext = StaffContext<{ readonly concern: ConcernId }>;

const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  held: 'The safeguarding hold is on and the safeguarding lead has been alerted.',
  acknowledged: 'Acknowledged.',
  asked: 'Your question is on the reporter’s page.',
  exited: 'The concern has ended, and the reporter’s page says so.',
};

async function acknowledgement(context: ConcernContext, { row }: ConcernRecord): Promise<string> {
  const calendar = await schoolCalendar(context.work);
  return acknowledgementWords({
    reference: row.reference,
    mode: row.mode,
    received: schoolDay(row.receivedAt),
    next: addSchoolDays(calendar, schoolDay(context.work.now), NEXT_NEWS_DAYS),
    lead: context.school.profile.safeguardingLead,
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
        <h1>Concern {row.reference}</h1>
        <p>
          <StateTag state={row.state} /> {row.urgent && <Tag kind="urgent">Danger reported</Tag>}
        </p>
        {record.readable ? (
          <Readable record={record} context={context} form={state} policy={policy} />
        ) : (
          <>
            <InsetText>
              You can see that this concern is there, but not its words. A senior member of staff deals with
              it.
            </InsetText>
            <Facts record={record} />
            {canAcknowledge(record) && <AcknowledgeForm record={record} once={once} form={state} />}
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
      <Words record={record} />
      {row.state === 'triage' && <ClauseQuestion document={props.policy?.document} words={wordsOf(record)} />}
      <Facts record={record} />
      {!row.endedAt && row.screenedAt && (
        <>
          <h2>Who deals with it</h2>
          <RoutingView facts={row} />
        </>
      )}
      <h2>What happened so far</h2>
      <ConcernStory record={record} staff={context.staff} />
      <NextAct {...props} />
      {record.reporterKnown && (
        <p>
          Who reported this is locked away. <a href={`/desk/concerns/${row.id}/identity`}>Ask to see it</a>
        </p>
      )}
    </>
  );
}

/** What was submitted, for a second look at the clauses. */
function wordsOf({ account, transcript }: ConcernRecord): readonly SubmittedWords[] {
  const own = account && account.words !== '' ? [{ speaker: '', text: account.words }] : [];
  return [...own, ...transcript.map(({ speaker, text, chosen }) => ({ speaker, text, context: !chosen }))];
}

function Words({ record: { account, transcript } }: { record: ConcernRecord }) {
  if (!account) return null;
  return (
    <>
      <h2>What we were told</h2>
      {account.words !== '' && (
        <blockquote>
          <UserText text={account.words} />
        </blockquote>
      )}
      {transcript.length > 0 && (
        <>
          <h3>Messages the reporter chose</h3>
          <p class="hb-quiet">
            A transcript. Names of others are replaced and numbers are gone. The rest of the chat never left
            the reporter’s device.
          </p>
          <Transcript lines={transcript} />
        </>
      )}
    </>
  );
}

function Facts({ record: { row, account, groupName } }: { record: ConcernRecord }) {
  const affected = account?.affected.map((each) => AFFECTED_NAMES[each]).join(', ') ?? '';
  const all = [
    {
      key: 'Received',
      value: `${formatDate(schoolDay(row.receivedAt))}, ${CHANNEL_NAMES[row.channel].toLowerCase()}`,
    },
    { key: 'Acknowledge by', value: row.acknowledgedAt ? 'Done' : formatDate(row.acknowledgeBy) },
    ...(row.exit ? [{ key: 'Ended as', value: EXIT_NAMES[row.exit] }] : []),
    ...(account
      ? [
          { key: 'How we came to know', value: AWARENESS_NAMES[row.awareness] },
          { key: 'Told', value: MODE_NAMES[row.mode] },
          { key: 'About', value: ABOUT_NAMES[row.about] },
          ...(account.behalf ? [{ key: 'Told for', value: BEHALF_NAMES[account.behalf] }] : []),
          { key: 'Who it was', value: <Name>{account.subject || 'not said'}</Name> },
          {
            key: 'Where',
            value: <Name>{groupName || (row.place === 'group' ? '' : PLACE_NAMES[row.place])}</Name>,
          },
          {
            key: 'When',
            value:
              [row.messageDay ? formatDate(row.messageDay) : '', account.whenWords]
                .filter(Boolean)
                .join(', ') || 'not said',
          },
          { key: 'Writer could be a child', value: YES_NO_UNSURE_NAMES[row.childWriter] },
          {
            key: 'Whom it affects',
            value: (
              <>
                <p>{affected || 'not said'}</p>
                <UserText text={account.affectedWords} />
              </>
            ),
          },
          { key: 'What they hope for', value: account.hope ? <UserText text={account.hope} /> : 'not said' },
        ]
      : []),
  ];
  return <SummaryList rows={all} />;
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
        <AppointForm {...props} />
        {record.may('hand-over') && <RecuseForm {...props} />}
      </>
    );
  }
  const held = row.state === 'held' || row.state === 'case-held';
  return (
    <>
      {row.answeredAt && <SeenForm {...props} />}
      {held && !record.may('release') && (
        <InsetText>
          The safeguarding hold is on. Do not speak to the parent or the reporter about it. You can go on when
          the safeguarding lead has released it.
        </InsetText>
      )}
      {record.may('release') && <ReleaseForm {...props} />}
      {row.state === 'triage' && !declared && <InterestForm {...props} />}
      {row.state === 'triage' && declared && row.aboutUs === null && <AboutUsForm {...props} />}
      {row.state === 'triage' && declared && row.aboutUs !== null && <WayOn record={record} />}
      {(row.state === 'case-open' || row.state === 'case-held') && row.caseId && (
        <p>
          <a href={`/desk/cases/${row.caseId}`}>Go to the case</a>
        </p>
      )}
      {canAcknowledge(record) && <AcknowledgeForm {...props} />}
      {record.may('ask') && <AskForm {...props} />}
      {record.may('hold') && <HoldForm {...props} />}
      {record.may('involve') && <InvolvedForm {...props} />}
      <AppointForm {...props} />
      {record.may('hand-over') && (row.state !== 'triage' || declared) && <RecuseForm {...props} />}
    </>
  );
}
