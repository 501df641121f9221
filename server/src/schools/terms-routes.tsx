import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Checkbox,
  DateInput,
  emptyForm,
  Form,
  type FormState,
  formatPeriod,
  formatShortDate,
  InsetText,
  Table,
  TextArea,
} from '../ui/index.ts';
import { bankHolidaysIn } from './bank-holidays.ts';
import { listYears, saveYear } from './calendar-store.ts';
import { closedDays } from './closed-days.ts';
import { NATION_NAMES } from './profile.ts';
import { readYear, SEASON_NAMES, SEASONS, yearValues } from './terms.ts';
import { readPastedTerms } from './terms-paste.ts';

async function listPage(context: StaffContext<NoParams>): Promise<Page> {
  const years = await listYears(context.work);
  const rows = years.flatMap((year) =>
    year.terms.map(({ season, from, to }) => [
      `${SEASON_NAMES[season]} ${from.year}`,
      formatShortDate(from),
      formatShortDate(to),
    ]),
  );
  const shut = closedDays(years, context.school.profile.nation);
  return context.page({
    room: '/desk/settings',
    title: 'Terms and holidays',
    back: { href: '/desk/settings' },
    children: (
      <>
        <h1>Terms and holidays</h1>
        <p>
          Deadlines shown to parents count the days your school is open. A review date like “Spring 2027”
          means that term here.
        </p>
        <Table
          caption="Terms"
          columns={[{ header: 'Term' }, { header: 'First day' }, { header: 'Last day' }]}
          rows={rows}
          empty="None yet. Until you add them, Monday to Friday count."
        />
        {rows.length > 0 && (
          <Table
            caption="Half-terms and other days without school"
            columns={[{ header: 'Days' }, { header: 'What they are' }]}
            rows={shut.map(({ from, to, what }) => [formatPeriod(from, to), what])}
            empty={<p>No days without school within the terms are written down yet.</p>}
          />
        )}
        <ButtonGroup>
          <ButtonLink href="/desk/settings/terms/year">Add or change a school year</ButtonLink>
          <ButtonLink href="/desk/settings/terms/paste" kind="secondary">
            Paste a list of term dates
          </ButtonLink>
        </ButtonGroup>
      </>
    ),
  });
}

function yearPage(context: StaffContext<NoParams>, form: FormState, left: readonly string[] = []): Page {
  return context.page({
    room: '/desk/settings',
    title: 'A school year',
    errors: form.errors,
    back: { href: '/desk/settings/terms' },
    children: (
      <>
        <h1>A school year</h1>
        {left.length > 0 && (
          <InsetText>
            These lines have a date and were not understood. Write them in below if they matter:
            <ul>
              {left.map((line) => (
                <li>
                  <bdi>{line}</bdi>
                </li>
              ))}
            </ul>
          </InsetText>
        )}
        <Form action="/desk/settings/terms/year" once={context.once}>
          {SEASONS.map((season) => (
            <>
              <h2>{SEASON_NAMES[season]} term</h2>
              <DateInput form={form} name={`${season}From`} label="First day" />
              <DateInput form={form} name={`${season}To`} label="Last day" />
            </>
          ))}
          <Checkbox
            form={form}
            name="bankHolidays"
            label="Close the school on the bank holidays in these terms"
            hint={`Those of ${NATION_NAMES[context.school.profile.nation]}. They are added to the days below.`}
          />
          <TextArea
            form={form}
            name="closed"
            label="Days without school in these terms"
            hint="Half-terms, training days, bank holidays. One a line, like 26/10/2026 to 30/10/2026 or 3/5/2027"
            rows={8}
            optional
          />
          <Button>Save</Button>
        </Form>
      </>
    ),
  });
}

/** Takes a published list of term dates, pasted, into the form of a school year. */
function pastePage(context: StaffContext<NoParams>, form: FormState): Page {
  return context.page({
    room: '/desk/settings',
    title: 'Paste term dates',
    errors: form.errors,
    back: { href: '/desk/settings/terms' },
    children: (
      <>
        <h1>Paste term dates</h1>
        <p>As your council or school publishes them. You see what was understood before it is saved.</p>
        <Form action="/desk/settings/terms/paste" once={context.once}>
          <TextArea
            form={form}
            name="pasted"
            label="Term dates of one school year"
            hint="For example: Autumn term: 2 September 2026 to 18 December 2026"
            rows={12}
          />
          <Button>Read them</Button>
        </Form>
      </>
    ),
  });
}

const valuesSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The school's terms and the days without school. */
export function termsRoutes(routes: Routes): void {
  routes.staffPage('/desk/settings/terms', { may: 'school.edit', params: noParams, show: listPage });
  routes.staffPage('/desk/settings/terms/year', {
    may: 'school.edit',
    params: noParams,
    show: async (context) => {
      const latest = (await listYears(context.work)).at(-1);
      const values = { bankHolidays: 'yes', ...(latest ? yearValues(latest) : {}) };
      return yearPage(context, { values, errors: {} });
    },
  });
  routes.staffPage('/desk/settings/terms/paste', {
    may: 'school.edit',
    params: noParams,
    show: (context) => pastePage(context, emptyForm),
  });
  routes.staffAct('/desk/settings/terms/paste', {
    may: 'school.edit',
    params: noParams,
    repeatable: true,
    form: z.object({ pasted: z.string().trim().min(1, 'Paste the term dates') }),
    act: (context, { pasted }) => {
      const { values, left } = readPastedTerms(pasted);
      if (!Object.keys(values).some((name) => name !== 'closed'))
        return wrong({
          pasted:
            'No term with its first and last day was found. Write a line like the example for each term',
        });
      return yearPage(context, { values: { bankHolidays: 'yes', ...values }, errors: {} }, left);
    },
    again: pastePage,
  });
  routes.staffAct('/desk/settings/terms/year', {
    may: 'school.edit',
    params: noParams,
    form: valuesSchema,
    act: async ({ work, school }, values) => {
      const read = readYear(values);
      if ('errors' in read) return wrong(read.errors);
      const { year } = read;
      const shut = values.bankHolidays === 'yes' ? bankHolidaysIn(school.profile.nation, year) : [];
      await saveYear(work, { ...year, closed: [...year.closed, ...shut] });
      return go('/desk/settings/terms');
    },
    again: (context, form) => yearPage(context, form),
  });
}
