import { stepPage } from '../../cases/frame.tsx';
import { type CaseContext, caseHref } from '../../cases/guarded.ts';
import { namesOf } from '../../cases/names.ts';
import { partiesOf } from '../../cases/parties.ts';
import { caseFor } from '../../cases/read.ts';
import { caseForSubject } from '../../cases/subject-view.ts';
import type { Page } from '../../edge/contexts.ts';
import {
  Button,
  Checkbox,
  Form,
  type FormState,
  formatDate,
  formatDateTime,
  Name,
  Notice,
  Story,
  Table,
  TextInput,
  UserText,
} from '../../ui/index.ts';
import { DAYS, type ShownAccess, waysInto } from '../access.ts';
import { SENT_TEXT, type Way } from '../kinds.ts';
import { type OwnPage, pageOf, printedCode } from '../page-store.ts';
import { type Sent, sentOf } from '../sent.ts';

const WAY_TEXT: Readonly<Record<Way, string>> = { code: 'A code of words on paper', link: 'A link by mail' };

export const waysHref = (id: CaseContext['params']['id']) => `${caseHref(id)}/parent-page`;

function OpenWays({
  ways,
  name,
}: {
  ways: readonly ShownAccess[];
  name: Awaited<ReturnType<typeof namesOf>>;
}) {
  return (
    <Table
      caption="Ways in"
      columns={[{ header: 'Way' }, { header: 'Given' }, { header: 'Ends' }, { header: 'First used' }]}
      rows={ways.map(({ way, madeAt, madeBy, expiresAt, openedAt }) => [
        WAY_TEXT[way],
        <>
          {formatDate(madeAt)}, by <Name>{name(madeBy)}</Name>
        </>,
        formatDate(expiresAt),
        openedAt ? formatDate(openedAt) : 'Not yet',
      ])}
      empty={<p>There is no way in at present. Give one below.</p>}
    />
  );
}

function Received({ sent }: { sent: readonly Sent[] }) {
  if (sent.length === 0)
    return <p>Nothing yet. What the parent sends appears here, and as a task of the case.</p>;
  return (
    <Story
      label="What the parent sent"
      entries={sent.map(({ kind, at, words, paper }) => ({
        when: paper?.cameOn ?? at,
        title: SENT_TEXT[kind].task,
        by: paper ? `On paper, keyed in ${formatDateTime(at)}` : 'On their own page',
        children: <UserText text={words} />,
      }))}
    />
  );
}

function Give({ context, email, form, page }: GiveProps) {
  const href = waysHref(context.params.id);
  return (
    <>
      <h2>On paper</h2>
      <p>
        A code of five words, to be printed and put into the letter. It works for {DAYS.code} days, and a new
        one ends the one before.
      </p>
      <Form action={`${href}/code`} once={context.once}>
        <Button>Make a code on paper</Button>
      </Form>
      {page && (
        <p>
          <a href={`${href}/answer-form.pdf`}>Print the form to answer on paper (PDF)</a>{' '}
          <span class="hb-quiet">
            Its code is {printedCode(page)}. It opens nothing: the office keys in with it what comes back.
          </span>
        </p>
      )}
      <h2>By mail</h2>
      <p>
        A link that works for {DAYS.link} days. The mail does not say what it is about. Send one only to an
        address that nobody else reads.
      </p>
      <Form action={`${href}/link`} once={context.once} id="form">
        <TextInput
          form={{ ...form, values: { email, ...form.values } }}
          name="email"
          label="The parent’s email address"
          type="email"
        />
        <Checkbox form={form} name="agreed" label="They agreed to get mail about this at this address" />
        <Button kind="secondary">Send a link</Button>
      </Form>
    </>
  );
}

interface GiveProps {
  readonly context: CaseContext;
  readonly email: string;
  readonly form: FormState;
  readonly page: OwnPage | undefined;
}

/** The desk's side of the parent's own page: its ways in, and what came. */
export async function waysPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, flash } = context;
  const file = await caseFor(work, staff, params.id);
  const name = await namesOf(work);
  const ways = await waysInto(work, file.id);
  const view = await caseForSubject(work, file.id);
  const subject = (await partiesOf(work, file.id)).find(({ part }) => part === 'subject');
  const open = view !== undefined && view !== 'held';
  return stepPage(context, file, {
    title: 'The parent’s own page',
    form,
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <h1>The parent’s own page</h1>
        <p>
          It shows them what is said, the rule, their own words, what happens next and by when. They can
          answer, ask to talk, and say what would help. It never shows who told the school, nor anybody else’s
          words.
        </p>
        <h2>What the parent sent</h2>
        <Received sent={await sentOf(work, file.id)} />
        <OpenWays ways={ways} name={name} />
        {ways.length > 0 && (
          <Form action={`${waysHref(file.id)}/end`} once={context.once}>
            <Button kind="warning">End every way in now</Button>
          </Form>
        )}
        {open ? (
          <Give
            context={context}
            email={subject?.email ?? ''}
            form={form}
            page={await pageOf(work, file.id)}
          />
        ) : (
          <p>
            A way in can be given once the parent knows of the matter: record a contact with them, or issue
            the first letter. While the matter is on hold, the page shows them nothing.
          </p>
        )}
      </>
    ),
  });
}
