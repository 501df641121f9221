import type { Child } from 'hono/jsx';
import type { DeskPageProps } from '../../edge/contexts.ts';
import type { Member } from '../../people/store.ts';
import {
  Button,
  EmptyState,
  Form,
  type FormState,
  formatDateTime,
  Name,
  Notice,
  Radios,
  SummaryList,
  Table,
  Tag,
  TextArea,
  UserText,
} from '../../ui/index.ts';
import { type AnswerState, OUTCOME_TEXT, TALK_OUTCOMES } from '../answers/rules.ts';
import type { Answered } from '../answers/store.ts';

const ROOM = '/desk/agreements';
const HERE = `${ROOM}/answers`;

const TAGS: Readonly<Record<AnswerState, Child>> = {
  noted: <Tag kind="ended">Noted</Tag>,
  waiting: <Tag kind="waiting">Waits</Tag>,
  taken: <Tag kind="progress">In hand</Tag>,
  ended: <Tag kind="done">Over</Tag>,
};

const kindText = ({ kind }: Answered) => (kind === 'talk' ? 'Wants to talk first' : 'Would rather not sign');
const nameText = ({ name }: Answered) => (name === undefined ? 'No name given' : <Name>{name}</Name>);
type NameOf = (member: Answered['owner']) => string;

/** Everybody who answered other than yes. */
export function answersPage(answers: readonly Answered[], nameOf: NameOf): DeskPageProps {
  return {
    title: 'Talks and refusals',
    room: ROOM,
    back: { href: ROOM, label: 'Agreements' },
    children: (
      <>
        <h1>Talks and refusals</h1>
        <p>
          Only the school office sees this page. Nothing follows for anybody who is on it: it is not in any
          count, export or letter.
        </p>
        <Table
          caption="Talks and refusals, the newest first"
          captionHidden
          columns={[
            { header: 'From' },
            { header: 'Class' },
            { header: 'What' },
            { header: 'Came' },
            { header: 'Who talks to them' },
            { header: 'State' },
          ]}
          rows={answers.map((each) => [
            <a href={`${HERE}/${each.id}`}>{nameText(each)}</a>,
            <Name>{each.childClass ?? ''}</Name>,
            kindText(each),
            formatDateTime(each.receivedAt),
            <Name>{each.owner ? nameOf(each.owner) : ''}</Name>,
            TAGS[each.state],
          ])}
          empty={
            <EmptyState title="Nobody has written yet">
              <p>
                On the policy’s page a parent can ask to talk first, or say that they would rather not sign.
                You will find it here, and a talk on your page for today as well.
              </p>
            </EmptyState>
          }
        />
      </>
    ),
  };
}

interface OneShown {
  readonly answer: Answered;
  readonly form: FormState;
  readonly once: string;
  readonly nameOf: NameOf;
  /** Who may take a talk. */
  readonly office: readonly Member[];
  readonly done: string | undefined;
}

/** One answer, and what to do about a talk. */
export function answerPage(shown: OneShown): DeskPageProps {
  const { answer, form, done, nameOf } = shown;
  const { kind, state, childClass, contact, words, receivedAt, owner, outcome, note } = answer;
  const rows = [
    { key: 'From', value: nameText(answer) },
    ...(childClass ? [{ key: 'Class or classes', value: <Name>{childClass}</Name> }] : []),
    ...(contact ? [{ key: 'How to reach them', value: <Name>{contact}</Name> }] : []),
    { key: 'Came', value: formatDateTime(receivedAt) },
    ...(owner ? [{ key: 'Who talks to them', value: <Name>{nameOf(owner)}</Name> }] : []),
    ...(outcome ? [{ key: 'How it ended', value: OUTCOME_TEXT[outcome] }] : []),
  ];
  return {
    title: kindText(answer),
    room: ROOM,
    back: { href: HERE, label: 'Talks and refusals' },
    errors: form.errors,
    children: (
      <>
        {done !== undefined && <Notice kind="success">{done}</Notice>}
        <h1>{kindText(answer)}</h1>
        <p>{TAGS[state]}</p>
        <SummaryList rows={rows} />
        {words !== undefined && (
          <>
            <h2>What they wrote</h2>
            <UserText text={words} />
          </>
        )}
        {note !== undefined && (
          <>
            <h2>Your note</h2>
            <UserText text={note} />
          </>
        )}
        {kind === 'declined' && (
          <p>This is noted. Do not ask them again, and do not treat them differently.</p>
        )}
        {state === 'taken' && <EndForm {...shown} />}
        {(state === 'waiting' || state === 'taken') && <TakeForm {...shown} />}
      </>
    ),
  };
}

function TakeForm({ answer, form, once, office }: OneShown) {
  const others = office.filter(({ id }) => id !== answer.owner);
  if (others.length === 0) return null;
  const values = { ...form, values: { owner: others[0]?.id ?? '', ...form.values } };
  return (
    <>
      <h2>{answer.owner ? 'Give it to somebody else' : 'Who talks to them?'}</h2>
      <Form action={`${HERE}/${answer.id}/take`} once={once}>
        <Radios
          form={values}
          name="owner"
          label="Person"
          items={others.map(({ id, name }) => ({ value: id, label: <Name>{name}</Name> }))}
        />
        <Button kind={answer.owner ? 'secondary' : 'primary'}>
          {answer.owner ? 'Give it to them' : 'Save'}
        </Button>
      </Form>
    </>
  );
}

function EndForm({ answer, form, once }: OneShown) {
  return (
    <>
      <h2>How did it end?</h2>
      <Form action={`${HERE}/${answer.id}/end`} once={once}>
        <Radios
          form={form}
          name="outcome"
          label="Outcome"
          items={TALK_OUTCOMES.map((value) => ({ value, label: OUTCOME_TEXT[value] }))}
        />
        <TextArea
          form={form}
          name="note"
          label="A note for the office"
          hint="Only what you need to remember. Whether they sign is their choice."
          optional
        />
        <Button>End the talk</Button>
      </Form>
    </>
  );
}
