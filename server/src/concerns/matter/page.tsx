import { type Go, go, type Page } from '../../edge/contexts.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  Checkbox,
  Checkboxes,
  EmptyState,
  emptyForm,
  Form,
  type FormState,
  formatShortDate,
  Hidden,
  InsetText,
  Name,
  Notice,
  Radios,
  Table,
  TextArea,
} from '../../ui/index.ts';
import type { ConcernContext } from '../desk/concern-page.tsx';
import { StateTag } from '../desk/list-page.tsx';
import { ABOUT_NAMES } from '../labels.ts';
import { findFor } from '../standing.ts';
import { candidatesFor, type ReportLine, reportsTogether } from './candidates.ts';

const DONE: Readonly<Record<string, string>> = {
  joined: 'The reports are together now.',
  left: 'The report is by itself again, and goes on from where it stood.',
};

/** The reports of one matter: which belong to it, which more could, and how to take one out again. */
export async function matterPage(context: ConcernContext, form: FormState = emptyForm): Promise<Page | Go> {
  const { work, staff, params, flash } = context;
  const found = await findFor(work, staff, params.concern, false);
  if (found?.sight !== 'read') throw notFound();
  const { row } = found;
  if (row.matterOf) return go(`/desk/concerns/${row.matterOf}/matter`);
  const together = await reportsTogether(work, row.id);
  const open = row.endedAt === null;
  const candidates = open ? await candidatesFor(work, staff, row.id) : [];
  const done = DONE[flash.done ?? ''];
  return context.page({
    room: '/desk/concerns',
    title: `Reports of one matter: ${row.reference}`,
    errors: form.errors,
    back: { href: `/desk/concerns/${row.id}`, label: `Concern ${row.reference}` },
    children: (
      <>
        {done !== undefined && (
          <Notice kind="success">
            <p>{done}</p>
          </Notice>
        )}
        <h1>Reports of one matter</h1>
        <p>
          Several people may tell of the same words. Put their reports together, and the matter is decided
          once, at {row.reference}. Each report stays what it was: whoever sent it sees their own page alone,
          and never learns that somebody else told.
        </p>
        {together.length > 1 && <Together context={context} reports={together} open={open} form={form} />}
        {open && <JoinForm context={context} candidates={candidates} version={row.version} form={form} />}
      </>
    ),
  });
}

/** A report in a line. */
function Line({ report }: { report: ReportLine }) {
  const { reference, received, messageDay, where, about } = report;
  const words = [
    `came on ${formatShortDate(received)}`,
    messageDay && `words of ${formatShortDate(messageDay)}`,
  ]
    .filter(Boolean)
    .join(', ');
  return (
    <>
      {reference}: {words}, about {ABOUT_NAMES[about].toLowerCase()}
      {where !== '' && (
        <>
          , in <Name>{where}</Name>
        </>
      )}
    </>
  );
}

interface TogetherProps {
  readonly context: ConcernContext;
  readonly reports: readonly ReportLine[];
  readonly open: boolean;
  readonly form: FormState;
}

function Together({ context, reports, open, form }: TogetherProps) {
  const parts = reports.filter(({ leads }) => !leads);
  return (
    <>
      <Table
        caption="Together now"
        columns={[{ header: 'Report' }, { header: 'Received' }, { header: 'State' }]}
        rows={reports.map(({ id, reference, received, state, leads }) => [
          <>
            <a href={`/desk/concerns/${id}`}>{reference}</a>
            {leads && ' (leads)'}
          </>,
          formatShortDate(received),
          <StateTag state={state} />,
        ])}
        empty=""
      />
      {open && <ApartForm context={context} parts={parts} form={form} />}
    </>
  );
}

function ApartForm({
  context,
  parts,
  form,
}: Pick<TogetherProps, 'context' | 'form'> & { parts: readonly ReportLine[] }) {
  const { params } = context;
  return (
    <>
      <h2>Take a report out</h2>
      <p>
        It goes on by itself from where it stood, and out of the case if one is open. Whoever was kept from it
        stays kept from it.
      </p>
      <Form action={`/desk/concerns/${params.concern}/matter/apart`} once={context.once}>
        <Radios
          form={form}
          name="report"
          label="Which report is another matter?"
          items={parts.map((part) => ({ value: part.id, label: <Line report={part} /> }))}
        />
        <TextArea form={form} name="whyApart" label="Why it is another matter" rows={2} />
        <Button kind="secondary">Take it out</Button>
      </Form>
    </>
  );
}

interface JoinProps {
  readonly context: ConcernContext;
  readonly candidates: readonly ReportLine[];
  readonly version: number;
  readonly form: FormState;
}

function JoinForm({ context, candidates, version, form }: JoinProps) {
  if (candidates.length === 0) {
    return (
      <EmptyState title="No other report can be put to it now">
        <p>
          Reports appear here when you may read them, when their safeguarding question is answered, and when
          they belong to no matter yet.
        </p>
      </EmptyState>
    );
  }
  return (
    <Form action={`/desk/concerns/${context.params.concern}/matter`} once={context.once}>
      <h2>Put reports together</h2>
      <Hidden values={{ version: String(version) }} />
      <Checkboxes
        form={form}
        name="reports"
        label="Which reports tell of the same matter?"
        hint="In the order they came. Read them first."
        items={candidates.map((report) => ({ value: report.id, label: <Line report={report} /> }))}
      />
      <TextArea form={form} name="why" label="Why it is the same matter" rows={3} />
      <Checkbox form={form} name="clear" label="I have nothing to do with any of them" />
      <InsetText>Whoever is kept from one of them is kept from all of them from now on.</InsetText>
      <Button>Put them together</Button>
    </Form>
  );
}
