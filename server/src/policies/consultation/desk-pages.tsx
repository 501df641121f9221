import type { DeskPageProps } from '../../edge/contexts.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Checkbox,
  Details,
  EmptyState,
  Form,
  type FormState,
  formatDate,
  formatDateTime,
  formatShortDate,
  Name,
  Notice,
  SummaryList,
  Table,
  Tag,
  TextArea,
  UserText,
} from '../../ui/index.ts';
import type { PolicyRecord } from '../version.ts';
import { type Comment, type Consultation, WRITER_NAMES } from './rules.ts';

export const MOST_SUMMARY = 10_000;

interface Common {
  readonly record: PolicyRecord;
  readonly consultation: Consultation;
  readonly once: string;
}

const base = ({ id }: PolicyRecord) => `/desk/policy/${id}`;

/** What came back on a draft, for the people who look after the policy. */
export function commentsPage({
  record,
  consultation,
  once,
  comments,
  publicHref,
  notice,
}: Common & {
  readonly comments: readonly Comment[];
  readonly publicHref: string;
  readonly notice: string | undefined;
}): DeskPageProps {
  const { closesOn, endedAt, openedAt, summary } = consultation;
  return {
    title: 'What people say of the draft',
    room: '/desk/policy',
    back: { href: base(record), label: `Version ${record.number}` },
    children: (
      <>
        {notice !== undefined && <Notice kind="success">{notice}</Notice>}
        <h1>What people say of the draft</h1>
        <SummaryList
          rows={[
            { key: 'Opened', value: formatDate(openedAt) },
            { key: 'Last day for comments', value: formatDate(closesOn) },
            ...(endedAt ? [{ key: 'Ended', value: formatDate(endedAt) }] : []),
            { key: 'Public page', value: <a href={publicHref}>{publicHref}</a> },
          ]}
        />
        <Table
          caption="Comments"
          columns={[{ header: 'When' }, { header: 'From' }, { header: 'About' }, { header: 'State' }]}
          rows={comments.map((comment) => [
            <a href={`${base(record)}/consultation/${comment.id}`}>{formatShortDate(comment.writtenAt)}</a>,
            <>
              {WRITER_NAMES[comment.writtenAs]}
              {comment.name !== undefined && (
                <>
                  , <Name>{comment.name}</Name>
                </>
              )}
            </>,
            comment.clause === undefined ? 'The whole policy' : `Clause ${comment.clause}`,
            comment.answer === undefined ? (
              <Tag kind="waiting">To read</Tag>
            ) : (
              <Tag kind="done">Answered</Tag>
            ),
          ])}
          empty={
            <EmptyState title="No comments yet">
              <p>Send parents and staff the address of the public page. Their comments come in here.</p>
            </EmptyState>
          }
        />
        {endedAt ? (
          <ButtonLink href={`${base(record)}/consultation/summary`} kind={summary ? 'secondary' : 'primary'}>
            {summary ? 'Change what you heard and changed' : 'Say what you heard and changed'}
          </ButtonLink>
        ) : (
          <Details summary="End the consultation">
            <p>
              Nobody can comment any more, and the draft can be changed again. Then say what you heard and
              what you changed.
            </p>
            <Form action={`${base(record)}/consultation/end`} once={once}>
              <input type="hidden" name="version" value={String(record.revision)} />
              <Button>End the consultation</Button>
            </Form>
          </Details>
        )}
      </>
    ),
  };
}

/** One comment on the desk, with the answer. */
export function answerPage({
  record,
  comment,
  once,
  form,
}: Omit<Common, 'consultation'> & { readonly comment: Comment; readonly form: FormState }): DeskPageProps {
  const { words, writtenAs, writtenAt, name, email, clause } = comment;
  return {
    title: 'A comment on the draft',
    room: '/desk/policy',
    back: { href: `${base(record)}/consultation`, label: 'All comments' },
    errors: form.errors,
    children: (
      <>
        <h1>A comment on the draft</h1>
        <SummaryList
          rows={[
            {
              key: 'From',
              value: (
                <>
                  {WRITER_NAMES[writtenAs]}
                  {name !== undefined && (
                    <>
                      , <Name>{name}</Name>
                    </>
                  )}
                </>
              ),
            },
            { key: 'Sent', value: formatDateTime(writtenAt) },
            { key: 'About', value: clause === undefined ? 'The whole policy' : `Clause ${clause}` },
          ]}
        />
        <UserText text={words} />
        <Form action={`${base(record)}/consultation/${comment.id}`} once={once}>
          <TextArea
            form={form}
            name="answer"
            label="Your answer"
            hint={
              email === undefined
                ? 'Whoever wrote this can read it at the address they were given.'
                : 'Whoever wrote this can read it at the address they were given, and gets a mail that there is an answer.'
            }
            rows={6}
            maxCharacters={MOST_SUMMARY}
          />
          <Checkbox
            form={form}
            name="shown"
            label="Show comment and answer on the public page"
            hint="Without the name. Check first that nobody can be recognised."
          />
          <ButtonGroup>
            <Button>Save the answer</Button>
          </ButtonGroup>
        </Form>
      </>
    ),
  };
}

/** "What we heard and what we changed." */
export function summaryPage({
  record,
  once,
  form,
}: Omit<Common, 'consultation'> & { readonly form: FormState }): DeskPageProps {
  return {
    title: 'What you heard and what you changed',
    room: '/desk/policy',
    back: { href: `${base(record)}/consultation`, label: 'All comments' },
    errors: form.errors,
    children: (
      <>
        <h1>What you heard and what you changed</h1>
        <p>
          This is public as soon as you save it. People see that it was worth writing to you. Name nobody.
        </p>
        <Form action={`${base(record)}/consultation/summary`} once={once}>
          <TextArea form={form} name="heard" label="What we heard" rows={6} maxCharacters={MOST_SUMMARY} />
          <TextArea
            form={form}
            name="changed"
            label="What we changed"
            hint="And what you did not change, and why."
            rows={6}
            maxCharacters={MOST_SUMMARY}
          />
          <Button>Publish</Button>
        </Form>
      </>
    ),
  };
}
