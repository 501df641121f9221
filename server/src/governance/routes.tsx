import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { download, go, type Page, type StaffContext } from '../edge/contexts.ts';
import { noParams, type Routes } from '../edge/routes.ts';
import { may } from '../people/permissions.ts';
import { schoolDay } from '../platform/clock.ts';
import { idSchema } from '../platform/ids.ts';
import { notFound } from '../platform/web/refusal.ts';
import type { Work } from '../platform/work.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  EmptyState,
  emptyForm,
  Form,
  type FormState,
  formatDate,
  formatPeriod,
  formatShortDate,
  InsetText,
  Notice,
  Table,
  TextArea,
} from '../ui/index.ts';
import { reportCsv } from './csv.ts';
import { reportPdf } from './pdf.ts';
import { Learning, ReportView } from './report-view.tsx';
import { countTerm, findReport, listReports, publishReport, type Report, termsOf } from './store.ts';
import { isOver, type ReportTerm, termName } from './term.ts';

const HERE = '/desk/reports';
const LEARNING_MAX = 5000;

const termParams = z.object({
  term: z.iso.date().transform((text) => Temporal.PlainDate.from(text)),
});
type TermParams = z.output<typeof termParams>;
const reportParams = z.object({ report: idSchema<'report'>() });

const publishForm = z.object({
  learning: z
    .string('Say what the school learned')
    .trim()
    .min(1, 'Say what the school learned, or that there was nothing new')
    .max(LEARNING_MAX, `Use ${LEARNING_MAX.toLocaleString('en-GB')} characters or fewer`),
});

const titleOf = (terms: readonly ReportTerm[], { term }: Pick<Report, 'term'>) => {
  const found = terms.find(({ from }) => from.equals(term.from));
  return found ? termName(found) : `Term from ${formatShortDate(term.from)}`;
};

async function listPage(context: StaffContext<object>): Promise<Page> {
  const { work, staff } = context;
  const [terms, reports] = [await termsOf(work), await listReports(work)];
  const waiting = terms.filter(({ from }) => !reports.some(({ term }) => term.from.equals(from)));
  return context.page({
    room: HERE,
    title: 'Reports to governors',
    children: (
      <>
        <h1>Reports to governors</h1>
        <Table
          caption="Published reports"
          columns={['Term', 'Days', 'Published'].map((header) => ({ header }))}
          rows={reports.map((report) => [
            <a href={`${HERE}/${report.id}`}>{titleOf(terms, report)}</a>,
            formatPeriod(report.term.from, report.term.to),
            formatShortDate(report.publishedAt),
          ])}
          empty={
            <EmptyState title="No report yet">
              <p>
                After each term the Head Teacher publishes a report here: counts only, with small numbers
                hidden, so that governors can still hear a case.
              </p>
            </EmptyState>
          }
        />
        {may(staff.roles, 'report.publish') && waiting.length > 0 && (
          <>
            <h2>Terms without a report</h2>
            <ul>
              {waiting.map((term) => (
                <li>
                  <a href={`${HERE}/term/${term.from.toString()}`}>{termName(term)}</a>
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    ),
  });
}

/** A term of the calendar that has no report yet. */
async function openTerm(work: Work, { term: from }: TermParams): Promise<ReportTerm> {
  const term = (await termsOf(work)).find((each) => each.from.equals(from));
  if (!term) throw notFound();
  return term;
}

async function termPage(context: StaffContext<TermParams>, form: FormState = emptyForm): Promise<Page> {
  const { work, params, once } = context;
  const term = await openTerm(work, params);
  return context.page({
    room: HERE,
    title: termName(term),
    errors: form.errors,
    back: { href: HERE, label: 'Reports to governors' },
    children: (
      <>
        <h1>{termName(term)}</h1>
        <p>{formatPeriod(term.from, term.to)}. This is what governors will see.</p>
        <ReportView shown={await countTerm(work, term)} />
        {isOver(term, schoolDay(work.now)) ? (
          <Form action={`${HERE}/term/${params.term.toString()}`} once={once}>
            <TextArea
              form={form}
              name="learning"
              label="What did the school learn?"
              hint="What changes in how you do things. Tell of no single case: no name, no reference, no day."
              rows={8}
              maxCharacters={LEARNING_MAX}
            />
            <InsetText>
              A report is published once. The numbers stay as they are today, and it cannot be taken back.
            </InsetText>
            <Button>Publish to governors</Button>
          </Form>
        ) : (
          <InsetText>
            The term and its holidays end on {formatDate(term.to)}. The report can be published after that,
            when its numbers are whole.
          </InsetText>
        )}
      </>
    ),
  });
}

async function reportOf({ work, params }: StaffContext<z.output<typeof reportParams>>): Promise<Report> {
  const report = await findReport(work, params.report);
  if (!report) throw notFound();
  return report;
}

async function reportPage(context: StaffContext<z.output<typeof reportParams>>): Promise<Page> {
  const report = await reportOf(context);
  const title = titleOf(await termsOf(context.work), report);
  const href = `${HERE}/${report.id}`;
  return context.page({
    room: HERE,
    title,
    back: { href: HERE, label: 'Reports to governors' },
    children: (
      <>
        {context.flash.done !== undefined && (
          <Notice kind="success">
            <p>{context.flash.done}</p>
          </Notice>
        )}
        <h1>{title}</h1>
        <p>
          {formatPeriod(report.term.from, report.term.to)}. Published on {formatDate(report.publishedAt)}.
        </p>
        <ButtonGroup>
          <ButtonLink kind="secondary" href={`${href}/pdf`}>
            As PDF
          </ButtonLink>
          <ButtonLink kind="secondary" href={`${href}/csv`} download="report.csv">
            As a spreadsheet
          </ButtonLink>
        </ButtonGroup>
        <ReportView shown={report.shown} />
        <Learning words={report.learning} />
      </>
    ),
  });
}

/** The termly report to governors (D21). */
export function governanceRoutes(routes: Routes): void {
  const see = { may: 'report.see' } as const;
  routes.staffPage(HERE, { ...see, params: noParams, show: listPage });
  routes.staffPage(`${HERE}/term/:term`, {
    may: 'report.publish',
    params: termParams,
    show: (context) => termPage(context),
  });
  routes.staffAct(`${HERE}/term/:term`, {
    may: 'report.publish',
    params: termParams,
    form: publishForm,
    act: async ({ work, params, staff }, { learning }) => {
      const id = await publishReport(work, await openTerm(work, params), learning, staff.member);
      return go(`${HERE}/${id}`, { done: 'The governors can read it now.' });
    },
    again: termPage,
  });
  routes.staffPage(`${HERE}/:report`, { ...see, params: reportParams, show: reportPage });
  routes.staffPage(`${HERE}/:report/pdf`, {
    ...see,
    params: reportParams,
    show: async (context) => {
      const report = await reportOf(context);
      const bytes = await reportPdf({
        schoolName: context.school.name,
        title: `Report to governors: ${titleOf(await termsOf(context.work), report)}`,
        period: formatPeriod(report.term.from, report.term.to),
        shown: report.shown,
        learning: report.learning,
      });
      return download(bytes, 'application/pdf', 'report-to-governors.pdf', { inline: true });
    },
  });
  routes.staffPage(`${HERE}/:report/csv`, {
    ...see,
    params: reportParams,
    show: async (context) =>
      download(
        reportCsv((await reportOf(context)).shown),
        'text/csv; charset=utf-8',
        'report-to-governors.csv',
      ),
  });
}
