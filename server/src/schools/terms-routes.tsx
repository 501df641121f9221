import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import {
  Button,
  ButtonLink,
  DateInput,
  emptyForm,
  Form,
  type FormState,
  formatShortDate,
  Table,
  TextArea,
} from '../ui/index.ts';
import { listYears, saveYear } from './calendar-store.ts';
import { readYear, SEASON_NAMES, SEASONS, yearValues } from './terms.ts';

async function listPage(context: StaffContext<NoParams>): Promise<Page> {
  const years = await listYears(context.work);
  const rows = years.flatMap((year) =>
    year.terms.map(({ season, from, to }) => [
      `${SEASON_NAMES[season]} ${from.year}`,
      formatShortDate(from),
      formatShortDate(to),
    ]),
  );
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
        <ButtonLink href="/desk/settings/terms/year">Add or change a school year</ButtonLink>
      </>
    ),
  });
}

function yearPage(context: StaffContext<NoParams>, form: FormState): Page {
  return context.page({
    room: '/desk/settings',
    title: 'A school year',
    errors: form.errors,
    back: { href: '/desk/settings/terms' },
    children: (
      <>
        <h1>A school year</h1>
        <Form action="/desk/settings/terms/year" once={context.once}>
          {SEASONS.map((season) => (
            <>
              <h2>{SEASON_NAMES[season]} term</h2>
              <DateInput form={form} name={`${season}From`} label="First day" />
              <DateInput form={form} name={`${season}To`} label="Last day" />
            </>
          ))}
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

const valuesSchema = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

/** The school's terms and the days without school. */
export function termsRoutes(routes: Routes): void {
  routes.staffPage('/desk/settings/terms', { may: 'school.edit', params: noParams, show: listPage });
  routes.staffPage('/desk/settings/terms/year', {
    may: 'school.edit',
    params: noParams,
    show: async (context) => {
      const latest = (await listYears(context.work)).at(-1);
      return yearPage(context, latest ? { values: yearValues(latest), errors: {} } : emptyForm);
    },
  });
  routes.staffAct('/desk/settings/terms/year', {
    may: 'school.edit',
    params: noParams,
    form: valuesSchema,
    act: async ({ work }, values) => {
      const read = readYear(values);
      if ('errors' in read) return wrong(read.errors);
      await saveYear(work, read.year);
      return go('/desk/settings/terms');
    },
    again: yearPage,
  });
}
