import type { Page } from '../../edge/contexts.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  emptyForm,
  Form,
  type FormState,
  Hidden,
  InsetText,
  Radios,
  TextArea,
} from '../../ui/index.ts';
import type { ConcernContext } from '../desk/concern-page.tsx';
import { concernRecord } from '../desk/record.ts';
import { DAYS_NAMES, GROUND_NAMES } from './labels.ts';
import { GROUNDS, isEnough, MARK_DAYS } from './rules.ts';

const SUGGESTED =
  'We read what you sent. Please say what happened, in words that we can work with. You can raise a concern at any time, and each one is read.';

/** Asks for a mark: why, until when, and in which words the reporter learns of it. */
export async function markPage(context: ConcernContext, form: FormState = emptyForm): Promise<Page> {
  const { work, staff, params, once } = context;
  const { row, readable, mark } = await concernRecord(work, staff, params.concern);
  if (!readable || mark) throw notFound();
  const here = `/desk/concerns/${row.id}`;
  const start = { ...form, values: { days: '90', message: SUGGESTED, ...form.values } };
  return context.page({
    room: '/desk/concerns',
    title: 'Mark a report as abuse',
    errors: form.errors,
    back: { href: here, label: `Concern ${row.reference}` },
    children: (
      <>
        <h1>Mark a report as abuse</h1>
        <p>
          A mark says that somebody used a report to do harm. It names nobody. It blocks nothing, delays
          nothing and sorts nothing: each report is read and screened like every other, and none about a child
          at risk ever shows a mark.
        </p>
        <p>
          The reporter reads on their own page why, until when, and how to complain. It ends by itself.
          {!isEnough(staff.roles, row.route) && ' A second person has to agree before it counts.'}
        </p>
        <InsetText>
          Answer what the report says first. A complaint in hard words is still a complaint, and a report that
          could not be proved is still a report.
        </InsetText>
        <Form action={`${here}/mark`} once={once}>
          <Hidden values={{ version: String(row.version) }} />
          <Radios
            form={start}
            name="ground"
            label="What was done?"
            items={GROUNDS.map((value) => ({ value, ...GROUND_NAMES[value] }))}
          />
          <TextArea
            form={start}
            name="note"
            label="Why do you think so?"
            hint="For the school’s own record"
            rows={3}
          />
          <TextArea form={start} name="message" label="To the reporter" rows={4} />
          <Radios
            form={start}
            name="days"
            label="How long does it stand?"
            items={MARK_DAYS.map((days) => ({ value: String(days), label: DAYS_NAMES[`${days}`] }))}
          />
          <Button kind="warning">Mark it</Button>
        </Form>
      </>
    ),
  });
}
