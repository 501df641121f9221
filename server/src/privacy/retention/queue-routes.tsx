import { z } from 'zod';
import { download, go, type Page, type StaffContext } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { idSchema } from '../../platform/ids.ts';
import { ButtonLink, EmptyState, formatDateTime, Table } from '../../ui/index.ts';
import { CLASS_TEXT } from './classes.ts';
import { certificateFile, destroyDue, listDestructions } from './destroy.ts';
import { CERTIFICATES, classPage, classParams, KEPT, queuePage } from './kept-pages.tsx';

const see = { may: 'retention.see' } as const;

async function certificatesPage(context: StaffContext<object>): Promise<Page> {
  const all = await listDestructions(context.work);
  return context.page({
    room: '/desk/data',
    title: 'Certificates of destruction',
    back: { href: '/desk/data', label: 'Data protection' },
    children: (
      <>
        <h1>Certificates of destruction</h1>
        <Table
          caption="What was destroyed"
          captionHidden
          columns={[
            { header: 'Kind' },
            { header: 'Records', numeric: true },
            { header: 'When' },
            { header: 'Certificate' },
          ]}
          rows={all.map(({ id, class: name, records, doneAt }) => [
            CLASS_TEXT[name].name,
            records.toLocaleString('en-GB'),
            formatDateTime(doneAt),
            <a href={`${CERTIFICATES}/${id}/pdf`}>
              PDF<span class="govuk-visually-hidden"> of {formatDateTime(doneAt)}</span>
            </a>,
          ])}
          empty={
            <EmptyState title="Nothing has been destroyed yet">
              <p>Each time records go, a certificate says what kind, how many and when. It names nobody.</p>
              <ButtonLink kind="secondary" href={KEPT}>
                See what is due to go
              </ButtonLink>
            </EmptyState>
          }
        />
      </>
    ),
  });
}

const sureForm = z.object({ sure: z.literal('yes', 'Tick the box when you have looked at the list') });

/** What is due to go, the word that lets it go, and the certificates. */
export function queueRoutes(routes: Routes): void {
  routes.staffPage(KEPT, { ...see, params: noParams, show: queuePage });
  routes.staffPage(`${KEPT}/:kept`, {
    ...see,
    params: classParams,
    show: (context) => classPage(context),
  });
  routes.staffAct(`${KEPT}/:kept`, {
    may: 'retention.act',
    params: classParams,
    form: sureForm,
    act: async ({ work, staff, params, school }) => {
      const made = await destroyDue(work, staff, params.kept, school.name);
      return go(KEPT, { done: made ? 'The records are gone.' : 'Nothing of this kind was due any more.' });
    },
    again: classPage,
  });
  routes.staffPage(CERTIFICATES, { ...see, params: noParams, show: certificatesPage });
  routes.staffPage(`${CERTIFICATES}/:destruction/pdf`, {
    ...see,
    params: z.object({ destruction: idSchema<'destruction'>() }),
    show: async ({ work, params }) =>
      download(
        await certificateFile(work, params.destruction),
        'application/pdf',
        'certificate-of-destruction.pdf',
        { inline: true },
      ),
  });
}
