import { answerBy } from '../../cases/deadlines.ts';
import { dayValues } from '../../cases/fields.ts';
import { stepPage } from '../../cases/frame.tsx';
import type { CaseContext } from '../../cases/guarded.ts';
import { partiesOf } from '../../cases/parties.ts';
import { caseFor } from '../../cases/read.ts';
import type { Page } from '../../edge/contexts.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import { Button, Form, type FormState, InsetText, UserText } from '../../ui/index.ts';
import { InvitationFields, SlotFields } from './fields.tsx';
import { meetingsHref } from './href.ts';

/** Where a meeting is arranged: what D4 asks for, with two times at least. */
export async function arrangePage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const reply = answerBy(await schoolCalendar(work), file.outside.today);
  const subject = (await partiesOf(work, file.id)).find(({ part }) => part === 'subject');
  const start = { ...form, values: { ...dayValues('reply', reply), ...form.values } };
  return stepPage(context, file, {
    title: 'Arrange a meeting',
    form,
    children: (
      <>
        <h1>Arrange a meeting</h1>
        <p>
          It is a talk, not a hearing. The invitation says by itself that they can bring somebody, have an
          interpreter, bring a young child, come outside their working hours, talk by phone or write instead,
          and that they get the notes and can correct them.
        </p>
        {subject && subject.needs !== '' && (
          <InsetText>
            What would help them: <UserText text={subject.needs} />
          </InsetText>
        )}
        <Form action={`${meetingsHref(file.id)}/new`} once={once} id="form">
          <InvitationFields form={start} />
          <SlotFields form={start} />
          <Button>Offer these times</Button>
        </Form>
      </>
    ),
  });
}
