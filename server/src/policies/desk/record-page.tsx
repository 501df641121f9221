import type { DeskPageProps } from '../../edge/contexts.ts';
import type { Staff } from '../../edge/staff.ts';
import { may } from '../../people/permissions.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Details,
  Form,
  formatCount,
  Name,
  Notice,
  Tag,
  type TagKind,
  TaskList,
} from '../../ui/index.ts';
import type { Consultation } from '../consultation/rules.ts';
import { openDoubts } from '../doubts.ts';
import { notTaken } from '../left-out.ts';
import { isInWork, type PolicyState, STATE_NAMES } from '../life.ts';
import type { SignaturePlace } from '../signing.ts';
import type { PolicyRecord } from '../version.ts';
import { Contents } from './contents.tsx';
import { Reading } from './reading.tsx';
import { Facts } from './record-facts.tsx';
import { doubtHref, type Step, type StepState, stepsOf } from './steps.ts';

const STATE_TAGS: Readonly<Record<PolicyState, TagKind>> = {
  draft: 'new',
  consultation: 'progress',
  approved: 'progress',
  adopted: 'progress',
  'in-force': 'inForce',
  superseded: 'ended',
  withdrawn: 'ended',
};

/** The state of a version as a tag. */
export function StateTag({ state }: { state: PolicyState }) {
  return <Tag kind={STATE_TAGS[state]}>{STATE_NAMES[state]}</Tag>;
}

interface Shown {
  readonly record: PolicyRecord;
  readonly places: readonly SignaturePlace[];
  /** The last time people were asked about this version, if they were. */
  readonly consultation: Consultation | undefined;
  readonly staff: Staff;
  /** The school's public page. */
  readonly publicHref: string;
  readonly once: string;
  readonly notice: string | undefined;
}

/** The page of one version on the desk: what to settle, what comes next, what it holds, how it was read. */
export function recordPage(shown: Shown): DeskPageProps {
  const { record, places, consultation, staff, publicHref, notice } = shown;
  const change = record.state === 'draft' && may(staff.roles, 'policy.edit');
  return {
    title: `Policy version ${record.number}`,
    room: '/desk/policy',
    back: { href: '/desk/policy', label: 'Policy' },
    children: (
      <>
        {notice !== undefined && <Notice kind="success">{notice}</Notice>}
        <p class="hb-caption">Version {record.number}</p>
        <h1>
          <Name>{record.document.title}</Name>
        </h1>
        <p>
          <StateTag state={record.state} />
        </p>
        {change && <ToSettle record={record} once={shown.once} />}
        {isInWork(record.state) && (
          <>
            <h2>On the way into force</h2>
            <TaskList
              id="steps"
              tasks={stepsOf(record, places, consultation).map((step) => task(step, staff))}
            />
          </>
        )}
        <Facts record={record} places={places} publicHref={publicHref} staff={staff} />
        {record.number > 1 && (
          <p>
            <a href={`/desk/policy/${record.id}/compare`}>What is different from the version before</a>
          </p>
        )}
        <Contents record={record} change={change} />
        <Reading record={record} change={change} />
        <Ways {...shown} />
      </>
    ),
  };
}

/** The answers to a doubt that take one press. */
function Choices({
  record,
  doubt,
  once,
}: {
  record: PolicyRecord;
  doubt: ReturnType<typeof openDoubts>[number];
  once: string;
}) {
  return (
    <Form action={`/desk/policy/${record.id}/settle`} once={once}>
      <input type="hidden" name="version" value={String(record.revision)} />
      <input type="hidden" name="doubt" value={String(doubt.at)} />
      <p class="hb-actions">
        {(doubt.choices ?? []).map(({ label }, at) => (
          <button type="submit" class="hb-choice" name="choice" value={String(at)}>
            {label}
          </button>
        ))}
      </p>
    </Form>
  );
}

function ToSettle({ record, once }: { record: PolicyRecord; once: string }) {
  const open = openDoubts(record.doubts);
  const left = notTaken(record.document, record.leftOut).length;
  if (open.length + left === 0) return <p>Everything in the document is settled.</p>;
  const untaken =
    left === 0 ? null : (
      <p>
        <a href={`/desk/policy/${record.id}/reading`}>
          {left === 1 ? '1 sentence of your document is' : `${left} sentences of your document are`} in no
          clause
        </a>
        . Make it one, or say why it is left out.
      </p>
    );
  if (open.length === 0) return untaken;
  return (
    <>
      <h2 id="settle">{formatCount(open.length, 'thing', 'things')} to settle</h2>
      <p>We could not be sure about these. Look at each and tell us, or say that it is right as it is.</p>
      <TaskList
        id="doubts"
        tasks={open.map((doubt) => ({
          title: doubt.message,
          hint: doubt.choices && <Choices record={record} doubt={doubt} once={once} />,
          href: doubtHref(record.id, doubt, doubt.at),
          status: <Tag kind="waiting">To settle</Tag>,
        }))}
      />
      {untaken}
    </>
  );
}

const STEP_TAGS: Readonly<Record<StepState, { readonly kind: TagKind; readonly words: string }>> = {
  done: { kind: 'done', words: 'Done' },
  now: { kind: 'waiting', words: 'To do' },
  later: { kind: 'ended', words: 'Not yet' },
};

function task({ title, hint, href, state, act }: Step, staff: Staff) {
  const { kind, words } = STEP_TAGS[state];
  return {
    title,
    hint,
    href: may(staff.roles, act) ? href : undefined,
    status: <Tag kind={kind}>{words}</Tag>,
  };
}

/** What can be undone from this page, folded away. */
function Ways({ record, staff, once }: Shown) {
  const { id, state, revision } = record;
  const form = (action: string, words: string, label: string, summary: string) => (
    <Details summary={summary}>
      <p>{words}</p>
      <Form action={`/desk/policy/${id}/${action}`} once={once}>
        <input type="hidden" name="version" value={String(revision)} />
        <ButtonGroup>
          <Button kind="warning">{label}</Button>
        </ButtonGroup>
      </Form>
    </Details>
  );
  if (state === 'draft' && may(staff.roles, 'policy.edit')) {
    return form(
      'delete',
      'The draft goes, with everything you settled. Your own file stays with you.',
      'Delete this draft',
      'Delete this draft',
    );
  }
  if ((state === 'approved' || state === 'adopted') && may(staff.roles, 'policy.adopt')) {
    return form(
      'reopen',
      'The approval, the adoption and every signature on this version go, because they were for these words.',
      'Take back to a draft',
      'Something is wrong with the words',
    );
  }
  if (state === 'in-force' && may(staff.roles, 'policy.publish')) {
    return (
      <>
        <ButtonLink href="/desk/policy/new" kind="secondary">
          Bring in a new version
        </ButtonLink>
        {form(
          'withdraw',
          'From today the school has no policy in force. Parents see that there is none. This version can still be read at its own address.',
          'Withdraw the policy',
          'Withdraw the policy without a new one',
        )}
      </>
    );
  }
  return null;
}
