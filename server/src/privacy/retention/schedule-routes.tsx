import { z } from 'zod';
import { go, type Page, type StaffContext } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import {
  Button,
  Checkbox,
  emptyForm,
  Form,
  type FormState,
  formatCount,
  Notice,
  Table,
  TextInput,
} from '../../ui/index.ts';
import { CLASS_TEXT, type ClassRule, RETENTION_CLASSES } from './classes.ts';
import { readSchedule, saveRule } from './schedule.ts';

const HERE = '/desk/data/schedule';
const classParams = z.object({ kept: z.enum(RETENTION_CLASSES) });
type ClassParams = z.output<typeof classParams>;

const ruleForm = z.object({
  months: z.coerce
    .number('Enter a number of months, such as 12')
    .int('Enter whole months')
    .min(0, 'Enter 0 or more')
    .max(1200, 'Enter 1,200 months or fewer'),
  automatic: z
    .literal('yes')
    .optional()
    .transform((value) => value === 'yes'),
});

/** "6 years", "1 year 4 months", "at once". */
export function formatMonths(months: number): string {
  if (months === 0) return 'at once';
  const years = Math.floor(months / 12);
  const parts = [
    years > 0 ? formatCount(years, 'year', 'years') : '',
    months % 12 > 0 ? formatCount(months % 12, 'month', 'months') : '',
  ];
  return parts.filter((part) => part !== '').join(' ');
}

const howText = ({ automatic }: ClassRule) => (automatic ? 'By itself' : 'When you say so');

async function schedulePage(context: StaffContext<object>): Promise<Page> {
  const schedule = await readSchedule(context.work);
  const { done } = context.flash;
  return context.page({
    room: '/desk/data',
    title: 'How long records are kept',
    back: { href: '/desk/data', label: 'Data protection' },
    children: (
      <>
        {done !== undefined && (
          <Notice kind="success">
            <p>{done}</p>
          </Notice>
        )}
        <h1>How long records are kept</h1>
        <p>
          These are the times Handbell begins with. They follow what schools commonly do, and are no legal
          advice: look at them with your data protection officer, once a year.
        </p>
        <Table
          caption="The schedule"
          captionHidden
          columns={['Kind', 'Kept for', 'Counted from', 'Goes', 'Change'].map((header) => ({ header }))}
          rows={RETENTION_CLASSES.map((name) => [
            CLASS_TEXT[name].name,
            formatMonths(schedule[name].months),
            CLASS_TEXT[name].from,
            howText(schedule[name]),
            <a href={`${HERE}/${name}`}>
              Change<span class="govuk-visually-hidden"> {CLASS_TEXT[name].name}</span>
            </a>,
          ])}
          empty={undefined}
        />
        <h2>Kept outside this schedule</h2>
        <ul>
          <li>Adopted versions of the policy, with their record: for good.</li>
          <li>The audit record: ids, codes and counts only, no names. It stays whole.</li>
          <li>Mail: forgotten by itself some days after it was sent.</li>
          <li>A matter for the child’s own file belongs there; Handbell keeps no copy of that file.</li>
        </ul>
      </>
    ),
  });
}

async function rulePage(context: StaffContext<ClassParams>, form: FormState = emptyForm): Promise<Page> {
  const { params, once, work } = context;
  const { name, why, from, end } = CLASS_TEXT[params.kept];
  const rule = (await readSchedule(work))[params.kept];
  const values =
    form === emptyForm
      ? { months: String(rule.months), ...(rule.automatic ? { automatic: 'yes' } : {}) }
      : form.values;
  const shown = { values, errors: form.errors };
  return context.page({
    room: '/desk/data',
    title: name,
    errors: form.errors,
    back: { href: HERE, label: 'How long records are kept' },
    children: (
      <>
        <h1>{name}</h1>
        <p>{why}</p>
        <Form action={`${HERE}/${params.kept}`} once={once}>
          <TextInput
            form={shown}
            name="months"
            label="Months"
            hint={`Counted from ${from}. 12 is a year, 72 is six years.`}
            inputmode="numeric"
            width={4}
          />
          <Checkbox
            form={shown}
            name="automatic"
            label="Let them go by themselves when they are due"
            hint={`Without this, records that are due wait for you. With it they are ${end} at night, with a certificate. A hold stops both.`}
          />
          <Button>Save</Button>
        </Form>
      </>
    ),
  });
}

/** The school's own schedule. */
export function scheduleRoutes(routes: Routes): void {
  routes.staffPage(HERE, { may: 'retention.see', params: noParams, show: schedulePage });
  routes.staffPage(`${HERE}/:kept`, {
    may: 'retention.see',
    params: classParams,
    show: (context) => rulePage(context),
  });
  routes.staffAct(`${HERE}/:kept`, {
    may: 'retention.act',
    params: classParams,
    form: ruleForm,
    act: async ({ work, params }, rule) => {
      await saveRule(work, params.kept, rule);
      return go(HERE, { done: 'Saved. What was closed with a last day of its own keeps that day.' });
    },
    again: rulePage,
  });
}
