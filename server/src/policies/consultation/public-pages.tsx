import { allClauses, type PolicyDocument } from '@handbell/policy';
import type { PublicPageProps } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { School } from '../../schools/store.ts';
import {
  Button,
  ButtonLink,
  Details,
  EmptyState,
  Form,
  type FormState,
  formatDate,
  InsetText,
  Name,
  Notice,
  Radios,
  Select,
  TextArea,
  TextInput,
  UserText,
} from '../../ui/index.ts';
import { PolicyText } from '../text.tsx';
import { type Comment, type Consultation, WRITER_NAMES, WRITERS } from './rules.ts';

/** The most characters of one comment. */
export const MOST_CHARACTERS = 4000;

/** The public address of a school's consultation. */
export function consultationHref(school: School): string {
  return `${schoolHref(school)}/consultation`;
}

interface Shown {
  readonly school: School;
  readonly consultation: Consultation;
  /** The words that people are, or were, asked about. */
  readonly document: PolicyDocument;
  /** Whether people can comment now. */
  readonly open: boolean;
  /** The comments that the school shows in public. */
  readonly comments: readonly Comment[];
}

/** The consultation in public: what is asked and until when, the draft, and afterwards what was heard. */
export function consultationPage({ school, consultation, document, open, comments }: Shown): PublicPageProps {
  const { intro, closesOn, summary } = consultation;
  const comment = `${consultationHref(school)}/comment`;
  const title = open ? 'What do you think of our draft policy?' : 'What you told us about our draft policy';
  return {
    title,
    back: { href: schoolHref(school), label: 'The policy' },
    children: (
      <>
        <h1>{title}</h1>
        {open ? (
          <>
            <UserText text={intro} />
            <p>
              You can comment until the end of <strong>{formatDate(closesOn)}</strong>. You do not have to
              give your name.
            </p>
            <ButtonLink href={comment}>Write a comment</ButtonLink>
          </>
        ) : (
          !summary && (
            <p>
              The consultation has closed. Thank you to everybody who wrote. The school will say here what it
              heard and what it changed.
            </p>
          )
        )}
        {summary && (
          <>
            <h2>What we heard</h2>
            <UserText text={summary.heard} />
            <h2>What we changed</h2>
            <UserText text={summary.changed} />
          </>
        )}
        {comments.length > 0 && <Answers comments={comments} />}
        {open ? (
          <>
            <h2>The draft</h2>
            <InsetText>This is a draft. It is not in force.</InsetText>
            <PolicyText document={document} />
            <ButtonLink href={comment}>Write a comment</ButtonLink>
          </>
        ) : (
          <Details summary="The draft that people commented on">
            <PolicyText document={document} />
          </Details>
        )}
      </>
    ),
  };
}

function Answers({ comments }: { comments: readonly Comment[] }) {
  return (
    <>
      <h2>Comments and our answers</h2>
      {comments.map(({ writtenAs, clause, words, answer }) => (
        <>
          <p class="hb-quiet">
            {WRITER_NAMES[writtenAs]}
            {clause !== undefined && `, about clause ${clause}`}
          </p>
          <UserText text={words} />
          {answer !== undefined && (
            <>
              <p>
                <strong>Our answer</strong>
              </p>
              <UserText text={answer} />
            </>
          )}
        </>
      ))}
    </>
  );
}

/** What stands at the address while the school asks nobody. */
export function noConsultationPage(school: School): PublicPageProps {
  return {
    title: 'No consultation',
    back: { href: schoolHref(school), label: 'The policy' },
    children: (
      <>
        <h1>The school is not asking for comments now</h1>
        <p>
          When the school writes a new version of its policy, it can ask parents and staff here what they
          think.
        </p>
        <p>
          You can tell the school what you think at any time:{' '}
          <a href={`${schoolHref(school)}/ask`}>who to ask</a>
        </p>
      </>
    ),
  };
}

/** Where somebody writes what they think. */
export function commentPage(
  school: School,
  document: PolicyDocument,
  once: string,
  form: FormState,
): PublicPageProps {
  const items = allClauses(document).map(({ ref, text }) => ({
    value: ref,
    label: `${ref} ${text.length > 60 ? `${text.slice(0, 60)}…` : text}`,
  }));
  return {
    title: 'Your comment',
    errors: form.errors,
    back: { href: consultationHref(school), label: 'The draft policy' },
    children: (
      <>
        <h1>Your comment</h1>
        <Form action={`${consultationHref(school)}/comment`} once={once}>
          <TextArea
            form={form}
            name="words"
            label="What do you think?"
            hint="In your own words. Please do not name a child or another parent."
            rows={8}
            maxCharacters={MOST_CHARACTERS}
          />
          <Select
            form={form}
            name="clause"
            label="Is it about one clause?"
            placeholder="The whole policy"
            items={items}
            optional
          />
          <Radios
            form={form}
            name="as"
            label="You are"
            items={WRITERS.map((value) => ({ value, label: WRITER_NAMES[value] }))}
          />
          <TextInput
            form={form}
            name="name"
            label="Your name"
            hint="Only the people at the school who look after the policy see it."
            autocomplete="name"
            optional
          />
          <TextInput
            form={form}
            name="email"
            label="Your mail address"
            hint="If you want a mail when there is an answer."
            type="email"
            autocomplete="email"
            optional
          />
          <Button>Send my comment</Button>
        </Form>
      </>
    ),
  };
}

/** Somebody's own comment, at its secret address. */
export function ownCommentPage(school: School, comment: Comment, fresh: boolean): PublicPageProps {
  const { words, answer, clause, name } = comment;
  return {
    title: 'Your comment',
    back: { href: consultationHref(school), label: 'The draft policy' },
    children: (
      <>
        {fresh && (
          <Notice kind="success">
            <p>Thank you. We have your comment.</p>
            <p>Keep the address of this page: you can read our answer here.</p>
          </Notice>
        )}
        <h1>Your comment</h1>
        {clause !== undefined && <p>About clause {clause}</p>}
        <UserText text={words} />
        {name !== undefined && (
          <p class="hb-quiet">
            <Name>{name}</Name>
          </p>
        )}
        <h2>Our answer</h2>
        {answer === undefined ? (
          <EmptyState title="There is no answer yet">
            <p>Come back to this page later. Not every comment gets an answer of its own.</p>
          </EmptyState>
        ) : (
          <UserText text={answer} />
        )}
      </>
    ),
  };
}
