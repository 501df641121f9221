import { ladderOf } from '../../cases/facts.ts';
import type { CaseId } from '../../cases/ids.ts';
import { namesOf } from '../../cases/names.ts';
import { type CaseFile, caseFor } from '../../cases/read.ts';
import type { Page, StaffContext } from '../../edge/contexts.ts';
import { schoolDay } from '../../platform/clock.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Details,
  Form,
  type FormState,
  formatDate,
  InsetText,
  SummaryList,
  Tag,
  TaskList,
  UserText,
  WarningText,
} from '../../ui/index.ts';
import { instrumentPage } from '../instrument-page.tsx';
import { banHref } from './context.ts';
import { answersOf } from './letters.ts';
import { banNext } from './next.ts';
import { isRiskOnSite, openQuestions, PART_TEXT, PLAN_PARTS } from './plan.ts';
import { BAN_STATE_TEXT } from './states.ts';
import { type Ban, banOfCase } from './store.ts';
import { BanStory } from './story.tsx';

type Context = StaffContext<{ readonly id: CaseId }>;

/** The ban of a case: how it stands, its plan, what the parent said, what was done, and what can be done next. */
export async function banPage(context: Context, form: FormState): Promise<Page> {
  const { work, staff, params } = context;
  const file = await caseFor(work, staff, params.id);
  const ban = await banOfCase(work, params.id);
  return instrumentPage(context, file, {
    title: 'Site ban',
    form,
    children: ban ? (
      <TheBan context={context} file={file} ban={ban} nameOf={await namesOf(work)} />
    ) : (
      <NoBan context={context} file={file} />
    ),
  });
}

/** Before anything is begun: what a ban is for, and what it needs. The school's adviser has the last word on the law. */
function NoBan({ context, file }: { context: Context; file: CaseFile }) {
  const has = ladderOf(file.facts).some(({ kind }) => kind === 'site-ban');
  return (
    <>
      <p>
        A ban takes back, for a time, a parent’s permission to come on to the school site. It protects people
        on the site. It is not a punishment for words.
      </p>
      <BanGuidance />
      {has ? (
        <Form action={`${banHref(file.id)}/consider`} once={context.once} id="form">
          <p>Nothing holds, and nobody is told, when you begin.</p>
          <Button>Consider a ban</Button>
        </Form>
      ) : (
        <InsetText>
          The policy that was in force on the day of the message does not give the school this power. A ban
          cannot be imposed under it.
        </InsetText>
      )}
    </>
  );
}

function BanGuidance() {
  return (
    <Details summary="What to weigh first">
      <p>Guidance for schools in England and Wales, as at November 2026. Check it with your own adviser.</p>
      <ul>
        <li>Try to talk face to face first. A different gate or an appointment may be enough.</li>
        <li>
          The question is risk to staff or pupils on site. It may be enough that one of them feels threatened.
        </li>
        <li>
          The parent must be able to say what they think before it is confirmed. Courts may set aside a ban
          where they could not.
        </li>
        <li>Give reasons, a last day, a review within a term, and a plan for the child.</li>
        <li>
          Who may decide depends on the kind of school: the Head, the governing body, the trust or the
          council.
        </li>
      </ul>
    </Details>
  );
}

interface TheBanProps {
  readonly context: Context;
  readonly file: CaseFile;
  readonly ban: Ban;
  readonly nameOf: Awaited<ReturnType<typeof namesOf>>;
}

function TheBan({ context, file, ban, nameOf }: TheBanProps) {
  const { facts, standing } = ban;
  const { name, kind } = BAN_STATE_TEXT[standing];
  const open = standing === 'considered' || standing === 'notice-of-intent' || standing === 'provisional';
  const ended = !open && standing !== 'active';
  const days = [
    { key: 'The parent can answer until', day: open ? facts.answerBy : undefined },
    { key: 'From', day: facts.from },
    { key: 'Ends by itself if not confirmed', day: facts.lapsesOn },
    { key: 'Last day', day: facts.until },
    { key: 'To be looked at again', day: facts.reviewOn },
    { key: 'The parent can comment until', day: facts.review?.commentsBy },
  ];
  const next = banNext(file, ban, context.staff, schoolDay(context.work.now));
  return (
    <>
      <p>
        <Tag kind={kind}>{name}</Tag> {facts.hold && <Tag kind="waiting">On hold</Tag>}
      </p>
      <SummaryList
        rows={[
          ...days.flatMap(({ key, day }) => (day ? [{ key, value: formatDate(day) }] : [])),
          ...(facts.review ? [{ key: 'Who looks at it afresh', value: nameOf(facts.review.reviewer) }] : []),
          ...(facts.breaches > 0 ? [{ key: 'Seen on site', value: `${facts.breaches}` }] : []),
        ]}
      />
      <h2>The plan</h2>
      <TaskList
        id="plan"
        tasks={PLAN_PARTS.map((part) => ({
          title: PART_TEXT[part].title,
          ...(open ? { href: `${banHref(file.id)}/plan/${part}` } : {}),
          status:
            openQuestions(ban.plan, part).length > 0 ? (
              <Tag kind="new">Open</Tag>
            ) : (
              <Tag kind="done">Complete</Tag>
            ),
        }))}
      />
      {ban.plan.risk.kinds.length > 0 && !isRiskOnSite(ban.plan) && (
        <WarningText>
          Only words online are ticked. A site ban needs a risk to people on the school site.
        </WarningText>
      )}
      <Representations file={file} ban={ban} />
      {next.length > 0 && (
        <>
          <h2>What can be done</h2>
          <ButtonGroup>
            {next.map(({ label, path }, index) => (
              <ButtonLink href={`${banHref(file.id)}/${path}`} kind={index === 0 ? undefined : 'secondary'}>
                {label}
              </ButtonLink>
            ))}
          </ButtonGroup>
        </>
      )}
      {ended && ladderOf(file.facts).some((each) => each.kind === 'site-ban') && (
        <Form action={`${banHref(file.id)}/consider`} once={context.once}>
          <p>Only something new on site is a reason to begin again.</p>
          <Button kind="secondary">Consider a ban again</Button>
        </Form>
      )}
      <h2>What was done</h2>
      <BanStory ban={ban} nameOf={nameOf} />
    </>
  );
}

function Representations({ file, ban }: { file: CaseFile; ban: Ban }) {
  const all = answersOf(ban);
  if (all.length === 0) return null;
  return (
    <>
      <h2>What the parent said</h2>
      {all.map(({ said, answer }, which) => (
        <>
          <UserText text={said} />
          <p>
            {answer === '' ? <Tag kind="waiting">Not answered yet</Tag> : <Tag kind="done">Answered</Tag>}{' '}
            <a href={`${banHref(file.id)}/answer/${which}`}>
              {answer === '' ? 'Answer it' : 'Change the answer'}
              <span class="govuk-visually-hidden"> ({which + 1})</span>
            </a>
          </p>
        </>
      ))}
    </>
  );
}
