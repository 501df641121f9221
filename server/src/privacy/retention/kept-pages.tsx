import { z } from 'zod';
import type { Page, StaffContext } from '../../edge/contexts.ts';
import { may } from '../../people/permissions.ts';
import {
  Button,
  Checkbox,
  EmptyState,
  emptyForm,
  Form,
  type FormState,
  formatCount,
  formatShortDate,
  Notice,
  Pagination,
  Table,
  WarningText,
} from '../../ui/index.ts';
import { CLASS_TEXT, RETENTION_CLASSES } from './classes.ts';
import {
  countClass,
  countQueue,
  type QueueCount,
  type Queued,
  queuePart,
  STANDINGS,
  type Standing,
} from './queue.ts';

export const KEPT = '/desk/data/kept';
export const CERTIFICATES = '/desk/data/certificates';
export const classParams = z.object({ kept: z.enum(RETENTION_CLASSES) });
export type ClassParams = z.output<typeof classParams>;

/** So many records stand on a page. */
const PAGE = 100;

const STANDING_TEXT: Readonly<Record<Standing, string>> = {
  due: 'Due now',
  held: 'Due, but on hold',
  later: 'Not due yet',
};

/** What a list shows, from its address; anything else in it counts as not set. */
const filterSchema = z.object({
  show: z.enum(STANDINGS).optional().catch(undefined),
  page: z.coerce.number().int().positive().catch(1),
});

/** What is due to go, in numbers. */
export async function queuePage(context: StaffContext<object>): Promise<Page> {
  const lines = await countQueue(context.work, context.staff);
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
          fits
          columns={[
            { header: 'Kind' },
            { header: 'Due', numeric: true },
            { header: 'On hold', numeric: true },
            { header: 'Later', numeric: true },
          ]}
          rows={lines.map(({ class: name, due, held, later }) => [
            <a href={`${KEPT}/${name}`}>{CLASS_TEXT[name].name}</a>,
            due.toLocaleString('en-GB'),
            held.toLocaleString('en-GB'),
            later.toLocaleString('en-GB'),
          ])}
          empty={undefined}
        />
      </>
    ),
  });
}

const hrefOf = (name: string, show: Standing, page = 1): string =>
  `${KEPT}/${name}?show=${show}${page > 1 ? `&page=${page}` : ''}`;

function StandingLinks({ line, show }: { line: QueueCount; show: Standing }) {
  return (
    <nav aria-label="Records by when they go">
      <ul class="hb-plain-list">
        {STANDINGS.map((each) => (
          <li>
            <a href={hrefOf(line.class, each)} aria-current={each === show ? 'page' : undefined}>
              {STANDING_TEXT[each]}: {formatCount(line[each], 'record', 'records')}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function RecordTable({ show, records }: { show: Standing; records: readonly Queued[] }) {
  return (
    <Table
      caption={STANDING_TEXT[show]}
      columns={[{ header: 'Record' }, { header: 'Kept to' }, { header: 'Hold' }]}
      rows={records.map(({ object, label, keptTo, held }) => [
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
      empty={<p>No record of this kind.</p>}
    />
  );
}

function DestroyForm({ line, once, form }: { line: QueueCount; once: string; form: FormState }) {
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
        {verb} {formatCount(line.due, 'record', 'records')}
      </Button>
    </Form>
  );
}

/** The records of one class: those that are due first, and the word that lets them go. */
export async function classPage(
  context: StaffContext<ClassParams>,
  form: FormState = emptyForm,
): Promise<Page> {
  const { work, staff, params, once, request } = context;
  const { name, why, from } = CLASS_TEXT[params.kept];
  const filter = filterSchema.parse(request.query);
  const line = await countClass(work, staff, params.kept);
  const filled = STANDINGS.find((each) => line[each] > 0);
  const show = filter.show ?? filled ?? 'due';
  const pages = Math.max(1, Math.ceil(line[show] / PAGE));
  const page = Math.min(filter.page, pages);
  const part = { limit: PAGE, offset: (page - 1) * PAGE };
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
        {filled ? (
          <>
            <StandingLinks line={line} show={show} />
            <RecordTable show={show} records={await queuePart(work, staff, params.kept, show, part)} />
            <Pagination page={page} pages={pages} href={(to) => hrefOf(params.kept, show, to)} label={name} />
            {show === 'due' && line.due > 0 && may(staff.roles, 'retention.act') && (
              <DestroyForm line={line} once={once} form={form} />
            )}
          </>
        ) : (
          <EmptyState title="Nothing of this kind has ended">
            <p>A record comes here on the day it ends, with the day until which it is kept.</p>
          </EmptyState>
        )}
      </>
    ),
  });
}
