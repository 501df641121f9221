import { z } from 'zod';
import type { Page } from '../../edge/contexts.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { Button, Form, type FormState, Hidden, TextArea } from '../../ui/index.ts';
import { EXIT_NAMES } from '../labels.ts';
import { CONCERN_EXITS, type ConcernExit } from '../rules.ts';
import type { ConcernContext } from './concern-page.tsx';
import { type ConcernRecord, concernRecord } from './record.ts';
import { EXIT_WORDS } from './wording.ts';

export const exitSchema = z.enum(CONCERN_EXITS, 'Choose how it ends');

/** The ways out, and the form of the one chosen: which one stands in the address. */
export async function exitPage(context: ConcernContext, form?: FormState): Promise<Page> {
  const record = await concernRecord(context.work, context.staff, context.params.concern);
  if (!record.readable || record.row.endedAt) throw notFound();
  const chosen = exitSchema.safeParse(form?.values.exit ?? context.request.query.to);
  const here = `/desk/concerns/${record.row.id}`;
  return context.page({
    room: '/desk/concerns',
    title: 'End this concern',
    errors: form?.errors,
    back: { href: chosen.success ? `${here}/exit` : here },
    children: chosen.success ? (
      <ExitForm context={context} record={record} exit={chosen.data} form={form} />
    ) : (
      <>
        <h1>How does this concern end?</h1>
        {CONCERN_EXITS.map((exit) => (
          <>
            <h2>
              <a href={`${here}/exit?to=${exit}`}>{EXIT_NAMES[exit]}</a>
            </h2>
            <p>{EXIT_WORDS[exit].when}</p>
          </>
        ))}
      </>
    ),
  });
}

interface ExitFormProps {
  readonly context: ConcernContext;
  readonly record: ConcernRecord;
  readonly exit: ConcernExit;
  readonly form: FormState | undefined;
}

function ExitForm({ context, record, exit, form }: ExitFormProps) {
  const state = form ?? { values: { message: EXIT_WORDS[exit].message }, errors: {} };
  return (
    <>
      <h1>{EXIT_NAMES[exit]}</h1>
      <p class="hb-lead">{EXIT_WORDS[exit].when}</p>
      <Form action={`/desk/concerns/${record.row.id}/exit`} once={context.once}>
        <Hidden values={{ version: String(record.row.version), exit }} />
        <TextArea
          form={state}
          name="reason"
          label="Why it ends like this"
          hint="For the school’s own record"
          rows={4}
        />
        <TextArea
          form={state}
          name="message"
          label="To the reporter"
          hint={
            record.matter.length > 1
              ? `Each of the ${record.matter.length} people who told reads this on their own page. Say nothing about another family, and nothing that tells one of them of another.`
              : 'Change it as you need. Say nothing about another family.'
          }
          rows={8}
        />
        <Button>End the concern</Button>
      </Form>
    </>
  );
}
