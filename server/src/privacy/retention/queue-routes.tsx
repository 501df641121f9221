import { z } from 'zod';
import { download, go, type Page, type StaffContext } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { may } from '../../people/permissions.ts';
import { idSchema } from '../../platform/ids.ts';
import {
  Button,
  ButtonLink,
  Checkbox,
  Details,
  EmptyState,
  emptyForm,
  Form,
  type FormState,
  formatCount,
  formatDateTime,
  formatShortDate,
  Notice,
  Table,
  WarningText,
} from '../../ui/index.ts';
import { CLASS_TEXT, RETENTION_CLASSES } from './classes.ts';
import { certificateFile, destroyDue, listDestructions } from './destroy.ts';
import { type Queued, type QueueLine, readQueue } from './queue.ts';

const KEPT = '/desk/data/kept';
const CERTIFICATES = '/desk/data/certificates';
const see = { may: 'retention.see' } as const;
const classParams = z.object({ kept: z.enum(RETENTION_CLASSES) });
type ClassParams = z.output<typeof classParams>;

/** So many records of a class are listed: more are counted. */
const LISTED = 100;

async function queuePage(context: StaffContext<object>): Promise<Page> {
  const lines = await readQueue(context.work, context.staff);
  const { done } = context.flash;
  return context.page({
    room: '/desk/data',
    title: 'What is due to go',
    back: { href: '/desk/data', label: 'Data protection' },
    children: (
      <>
        {done !== undefined && (
          <Notice kind="success">
            <p>
              {done} <a href={CERTIFICATES}>See the certificate</a>
            </p>
          </Notice>
        )}
        <h1>What is due to go</h1>
        <p>
          Nothing is kept longer than the school said it would be. You see references and days here, never
          what was written.
        </p>
        <Table
          caption="Records by kind"
          captionHidden
          columns={[
            { header: 'Kind' },
            { header: 'Due', numeric: true },
            { header: 'On hold', numeric: true },
            { header: 'Not due yet', numeric: true },
          ]}
          rows={lines.map(({ class: name, due, held, later }) => [
            <a href={`${KEPT}/${name}`}>{CLASS_TEXT[name].name}</a>,
            due.length.toLocaleString('en-GB'),
            held.length.toLocaleString('en-GB'),
            later.length.toLocaleString('en-GB'),
          ])}
          empty={undefined}
        />
      </>
    ),
  });
}

function RecordTable({ caption, records }: { caption: string; records: readonly Queued[] }) {
  return (
    <Table
      caption={caption}
      columns={[{ header: 'Record' }, { header: 'Kept to' }, { header: 'Hold' }]}
      rows={records.slice(0, LISTED).map(({ object, label, keptTo, held }) => [
        label,
        formatShortDate(keptTo),
        held ? (
          <a href="/desk/data/holds">On hold</a>
        ) : (
          <a href={`/desk/data/holds/new/${encodeURIComponent(object)}`}>
            Put on hold
            <span class="govuk-visually-hidden"> {label}</span>
          </a>
        ),
      ])}
      empty={undefined}
    />
  );
}

function DestroyForm({ line, once, form }: { line: QueueLine; once: string; form: FormState }) {
  const { end } = CLASS_TEXT[line.class];
  const verb = end === 'destroyed' ? 'Destroy' : 'Anonymise';
  return (
    <Form action={`${KEPT}/${line.class}`} once={once}>
      <WarningText>
        This cannot be undone. Backups made before today hold these records until the backups are replaced.
      </WarningText>
      <Checkbox
        form={form}
        name="sure"
        label="I have looked at the list. No claim, investigation or request for data needs any of these"
      />
      <Button kind="warning">
        {verb} {formatCount(line.due.length, 'record', 'records')}
      </Button>
    </Form>
  );
}

async function classPage(context: StaffContext<ClassParams>, form: FormState = emptyForm): Promise<Page> {
  const { work, staff, params, once } = context;
  const { name, why, from } = CLASS_TEXT[params.kept];
  const line = (await readQueue(work, staff)).find((each) => each.class === params.kept);
  const nothing = !line || line.due.length + line.held.length + line.later.length === 0;
  return context.page({
    room: '/desk/data',
    title: name,
    errors: form.errors,
    back: { href: KEPT, label: 'What is due to go' },
    children: (
      <>
        <h1>{name}</h1>
        <p>
          Counted from {from}. {why} <a href="/desk/data/schedule">Change how long</a>
        </p>
        {nothing && (
          <EmptyState title="Nothing of this kind has ended">
            <p>A record comes here on the day it ends, with the day until which it is kept.</p>
          </EmptyState>
        )}
        {line && line.due.length > 0 && (
          <>
            <RecordTable caption="Due now" records={line.due} />
            {may(staff.roles, 'retention.act') && <DestroyForm line={line} once={once} form={form} />}
          </>
        )}
        {line && line.held.length > 0 && <RecordTable caption="Due, but on hold" records={line.held} />}
        {line && line.later.length > 0 && (
          <Details summary={`Not due yet: ${formatCount(line.later.length, 'record', 'records')}`}>
            <RecordTable caption="Not due yet" records={line.later} />
          </Details>
        )}
      </>
    ),
  });
}

async function certificatesPage(context: StaffContext<object>): Promise<Page> {
  const all = await listDestructions(context.work);
  return context.page({
    room: '/desk/data',
    title: 'Certificates of destruction',
    back: { href: '/desk/data', label: 'Data protection' },
    children: (
      <>
        <h1>Certificates of destruction</h1>
        <Table
          caption="What was destroyed"
          captionHidden
          columns={[
            { header: 'Kind' },
            { header: 'Records', numeric: true },
            { header: 'When' },
            { header: 'Certificate' },
          ]}
          rows={all.map(({ id, class: name, records, doneAt }) => [
            CLASS_TEXT[name].name,
            records.toLocaleString('en-GB'),
            formatDateTime(doneAt),
            <a href={`${CERTIFICATES}/${id}/pdf`}>
              PDF<span class="govuk-visually-hidden"> of {formatDateTime(doneAt)}</span>
            </a>,
          ])}
          empty={
            <EmptyState title="Nothing has been destroyed yet">
              <p>Each time records go, a certificate says what kind, how many and when. It names nobody.</p>
              <ButtonLink kind="secondary" href={KEPT}>
                See what is due to go
              </ButtonLink>
            </EmptyState>
          }
        />
      </>
    ),
  });
}

const sureForm = z.object({ sure: z.literal('yes', 'Tick the box when you have looked at the list') });

/** What is due to go, the word that lets it go, and the certificates. */
export function queueRoutes(routes: Routes): void {
  routes.staffPage(KEPT, { ...see, params: noParams, show: queuePage });
  routes.staffPage(`${KEPT}/:kept`, {
    ...see,
    params: classParams,
    show: (context) => classPage(context),
  });
  routes.staffAct(`${KEPT}/:kept`, {
    may: 'retention.act',
    params: classParams,
    form: sureForm,
    act: async ({ work, staff, params, school }) => {
      const made = await destroyDue(work, staff, params.kept, school.name);
      return go(KEPT, { done: made ? 'The records are gone.' : 'Nothing of this kind was due any more.' });
    },
    again: classPage,
  });
  routes.staffPage(CERTIFICATES, { ...see, params: noParams, show: certificatesPage });
  routes.staffPage(`${CERTIFICATES}/:destruction/pdf`, {
    ...see,
    params: z.object({ destruction: idSchema<'destruction'>() }),
    show: async ({ work, params }) =>
      download(
        await certificateFile(work, params.destruction),
        'application/pdf',
        'certificate-of-destruction.pdf',
        { inline: true },
      ),
  });
}
