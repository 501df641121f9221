import type { Page } from '../../edge/contexts.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  emptyForm,
  Form,
  type FormState,
  Name,
  Radios,
  TextArea,
  TextInput,
  WarningText,
} from '../../ui/index.ts';
import type { ConcernContext } from './concern-page.tsx';
import { concernRecord } from './record.ts';
import { SERVICE_NAMES, SERVICES } from './safety.ts';

/** A child is in danger now: call first, write it down after. */
export async function emergencyPage(context: ConcernContext, form: FormState = emptyForm): Promise<Page> {
  const { work, staff, params, school, once } = context;
  const { row, may } = await concernRecord(work, staff, params.concern);
  if (!may('emergency')) throw notFound();
  const lead = school.profile.safeguardingLead;
  const here = `/desk/concerns/${row.id}`;
  return context.page({
    room: '/desk/concerns',
    title: 'A child is in danger now',
    errors: form.errors,
    back: { href: here },
    children: (
      <>
        <h1>A child is in danger now</h1>
        <WarningText>
          Call 999 first. Then call the safeguarding lead, <Name>{lead.name}</Name>, on {lead.phone}. Write it
          down here afterwards.
        </WarningText>
        <Form action={`${here}/emergency`} once={once}>
          <Radios
            form={form}
            name="service"
            label="Whom did you call?"
            items={SERVICES.map((value) => ({ value, label: SERVICE_NAMES[value] }))}
          />
          <TextInput
            form={form}
            name="number"
            label="The number they gave to the call"
            hint="If they gave none, write the time of the call"
            width={20}
          />
          <TextArea
            form={form}
            name="words"
            label="What they said they would do"
            hint="You can leave it empty"
            rows={3}
          />
          <p>
            The safeguarding lead and the deputies are alerted at once, and everything else stops until they
            release it.
          </p>
          <Button kind="warning">Save: the call was made</Button>
        </Form>
      </>
    ),
  });
}
