import type { PublicContext, PublicPageProps } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { School } from '../../schools/store.ts';
import {
  Button,
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
import { ShareText } from '../playbook/share.tsx';
import type { Group } from '../store.ts';
import { SuggestFields } from '../suggest-fields.tsx';
import { NOTICE_DAYS } from './fields.ts';
import type { PtaNotice } from './notices-store.ts';

/** Who answers for a PTA message: the PTA, never the school (S14, S15, domain 3.1). */
function FromThePta({ school }: { school: School }) {
  return (
    <InsetText>
      These messages are from the PTA, the parents’ own association. They are not from{' '}
      <Name>{school.name}</Name>. For what the PTA knows about people, the PTA answers, not the school.
    </InsetText>
  );
}

/** A notice as text to share, with whose it is on top. */
export function noticeText({ title, body }: Pick<PtaNotice, 'title' | 'body'>, school: School): string {
  return `From the PTA of ${school.name}\n\n${title}\n\n${body}`;
}

/** The PTA's notices, for parents who are in no group too. */
export function noticesPage(school: School, notices: readonly PtaNotice[]): PublicPageProps {
  return {
    title: 'From the PTA',
    back: { href: schoolHref(school), label: 'The policy' },
    children: (
      <>
        <h1>From the PTA</h1>
        <FromThePta school={school} />
        {notices.map(({ title, body, from }) => (
          <article>
            <h2>
              <bdi>{title}</bdi>
            </h2>
            <p class="hb-caption">{formatDate(from)}</p>
            <UserText text={body} />
          </article>
        ))}
        {notices.length === 0 && <p>There is nothing new from the PTA.</p>}
      </>
    ),
  };
}

interface SpaceProps {
  readonly context: PublicContext<object>;
  readonly form: FormState;
  readonly notices: readonly PtaNotice[];
  /** The PTA's groups: those it may name moderators for. */
  readonly groups: readonly Group[];
}

/** The PTA's own space: its notices, a new one, and whom it names to look after its groups. */
export function ptaSpacePage({ context, form, notices, groups }: SpaceProps): PublicPageProps {
  const { school, once, flash } = context;
  const href = `${schoolHref(school)}/pta/mine`;
  return {
    title: 'The PTA’s page',
    errors: form.errors,
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <h1>The PTA’s page</h1>
        <FromThePta school={school} />
        <h2>What is up now</h2>
        <p>
          Anybody can read it on <a href={`${schoolHref(school)}/pta`}>the PTA’s public page</a>. Share it
          with a group from your own phone.
        </p>
        {notices.map((notice) => (
          <article>
            <h3>
              <bdi>{notice.title}</bdi>
            </h3>
            <p class="hb-caption">Shown until {formatDate(notice.until)}</p>
            <ShareText label={notice.title} text={noticeText(notice, school)} />
            <Form action={`${href}/notices/${notice.id}/withdraw`} once={once}>
              <Button kind="secondary">
                Take it down<span class="govuk-visually-hidden">: {notice.title}</span>
              </Button>
            </Form>
          </article>
        ))}
        {notices.length === 0 && (
          <EmptyState title="Nothing is up">
            <p>Write the first message below.</p>
          </EmptyState>
        )}
        <h2>Write a message</h2>
        <Form action={`${href}/notices`} once={once}>
          <TextInput form={form} name="title" label="Title" width={30} />
          <TextArea
            form={form}
            name="body"
            label="Message"
            hint="About events, help and fundraising. Nothing about a single family or child."
            rows={6}
          />
          <Radios
            form={form}
            name="days"
            label="Show it for"
            items={NOTICE_DAYS.map(([value, label]) => ({ value, label }))}
          />
          <Button>Put it up</Button>
        </Form>
        <h2>Suggest a moderator</h2>
        {groups.length === 0 ? (
          <p>No PTA group is on the school’s register yet. Ask the office to add it.</p>
        ) : (
          <Form action={`${href}/nominate`} once={once}>
            <p>The office asks them. They can say no.</p>
            <Select
              form={form}
              name="group"
              label="For which group?"
              items={groups.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <SuggestFields form={form} />
          </Form>
        )}
        <Form action={`${href}/leave`}>
          <Button kind="secondary">Close this page on this device</Button>
        </Form>
      </>
    ),
  };
}
