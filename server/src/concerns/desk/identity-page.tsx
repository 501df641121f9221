import type { Page } from '../../edge/contexts.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  Checkbox,
  emptyForm,
  Form,
  type FormState,
  InsetText,
  Name,
  SummaryList,
  TextArea,
} from '../../ui/index.ts';
import { markedBefore } from '../mark/store.ts';
import type { ConcernContext } from './concern-page.tsx';
import { identityJustOpened } from './identity.ts';
import { concernRecord } from './record.ts';

/** Asks for a reason before the vault is opened, and shows what lies in it on the page straight after. */
export async function identityPage(context: ConcernContext, form: FormState = emptyForm): Promise<Page> {
  const { work, staff, params, flash, once } = context;
  const { readable, reporterKnown, row } = await concernRecord(work, staff, params.concern);
  if (!readable || !reporterKnown) throw notFound();
  const here = `/desk/concerns/${row.id}`;
  const reporter = flash.opened === 'yes' ? await identityJustOpened(work, staff, row.id) : undefined;
  return context.page({
    room: '/desk/concerns',
    title: 'Who reported it',
    errors: form.errors,
    back: { href: here, label: `Concern ${row.reference}` },
    children: reporter ? (
      <>
        <h1>Who reported it</h1>
        <InsetText>Shown once. Do not copy it, pass it on or put it in a letter.</InsetText>
        <SummaryList
          rows={[
            { key: 'Name', value: <Name>{reporter.name || 'not given'}</Name> },
            { key: 'Email', value: <Name>{reporter.email || 'not given'}</Name> },
            { key: 'Phone', value: <Name>{reporter.phone || 'not given'}</Name> },
          ]}
        />
        {(await markedBefore(work, row, 'identity')) && (
          <p>Another report from this address is marked as abuse. It changes nothing about this one.</p>
        )}
        <p>
          If they ask for their own data and lost their code:{' '}
          <a href={`${here}/own-copy`}>print what they told us, for them</a>. Give it to them yourself. Nobody
          else needs to know that they raised it.
        </p>
        <p>
          <a href={here}>Back to the concern</a>
        </p>
      </>
    ) : (
      <>
        <h1>Ask to see who reported it</h1>
        <p>
          They told us in trust. Most questions can be asked without knowing who they are: use “Ask the
          reporter something”. If you look, your reason is kept, and the reporter’s page shows that somebody
          looked.
        </p>
        <Form action={`${here}/identity`} once={once}>
          <TextArea form={form} name="reason" label="Why you need to know" rows={4} />
          <Checkbox
            form={form}
            name="quiet"
            label="Telling the reporter now would put somebody at risk"
            hint="Only then. Say in your reason what the risk is."
          />
          <Button kind="warning">Show me who reported it</Button>
        </Form>
      </>
    ),
  });
}
