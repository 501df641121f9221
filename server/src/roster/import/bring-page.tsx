import type { Page, StaffContext } from '../../edge/contexts.ts';
import type { NoParams } from '../../edge/routes.ts';
import {
  Button,
  emptyForm,
  FileUpload,
  Form,
  type FormState,
  formatCount,
  formatDateTime,
  Radios,
  Table,
  Tag,
  TextArea,
} from '../../ui/index.ts';
import { rosterSettings } from '../settings-store.ts';
import { listImports, type RosterImport } from './drafts.ts';

export const SCOPE_ITEMS = [
  {
    value: 'add',
    label: 'Some parents',
    hint: 'People on the list are added or changed. Nobody leaves.',
  },
  {
    value: 'classes',
    label: 'Everybody in the classes that are on it',
    hint: 'Who is in one of these classes here, but not on the list, leaves that class.',
  },
  {
    value: 'all',
    label: 'Everybody in the school',
    hint: 'Who is not on the list is written down as left.',
  },
] as const;

const STATES: Readonly<
  Record<RosterImport['state'], { readonly word: string; readonly kind: 'waiting' | 'done' | 'ended' }>
> = {
  draft: { word: 'Waits for you to confirm', kind: 'waiting' },
  done: { word: 'Done', kind: 'done' },
  undone: { word: 'Undone', kind: 'ended' },
  dropped: { word: 'Thrown away', kind: 'ended' },
};

/** Brings a list in: a file or pasted cells. Nothing changes before it is confirmed on the next page. */
export async function bringPage(context: StaffContext<NoParams>, form: FormState = emptyForm): Promise<Page> {
  const imports = await listImports(context.work);
  const { phones } = await rosterSettings(context.work);
  const state = { values: { scope: 'add', ...form.values }, errors: form.errors };
  return context.page({
    room: '/desk/parents',
    title: 'Import a list of parents',
    errors: form.errors,
    back: { href: '/desk/parents', label: 'Parents' },
    children: (
      <>
        <h1>Import a list of parents</h1>
        <p>
          A report from your school’s system with parents’ names, addresses for mail and classes. You see
          everything that would change first; nothing is written until you confirm it, and a whole import can
          be undone.
        </p>
        <p>
          Never taken, even when it is on the list: {phones ? '' : 'phone numbers, '}
          numbers of pupils, children’s names, dates of birth, home addresses, court orders, health and needs.
        </p>
        <Form action="/desk/parents/import" once={context.once} multipart>
          <FileUpload
            form={state}
            name="file"
            label="A file"
            hint="Excel (.xlsx), CSV, or a OneRoster 1.2 zip. The file itself is not kept."
            accept=".csv,.txt,.tsv,.xlsx,.zip"
            optional
          />
          <TextArea
            form={state}
            name="pasted"
            label="Or paste the cells"
            hint="Copied from a spreadsheet, with the row of headings"
            rows={6}
            optional
          />
          <Radios form={state} name="scope" label="Who is on this list?" items={[...SCOPE_ITEMS]} />
          <Button>Look at it</Button>
        </Form>
        {imports.length > 0 && (
          <Table
            caption="Imports so far"
            columns={[
              { header: 'Brought' },
              { header: 'State' },
              { header: 'Joined', numeric: true },
              { header: 'Changed', numeric: true },
              { header: 'Left', numeric: true },
            ]}
            rows={imports.map(({ id, state: at, counts, madeAt }) => [
              <a href={`/desk/parents/import/${id}`}>{formatDateTime(madeAt)}</a>,
              <Tag kind={STATES[at].kind}>{STATES[at].word}</Tag>,
              ...(at === 'draft' ? ['', '', ''] : [counts.joined, counts.changed, counts.left]),
            ])}
            empty=""
          />
        )}
      </>
    ),
  });
}

/** What an import did, in a sentence. */
export function countWords({ joined, changed, left }: RosterImport['counts']): string {
  const parts = [
    formatCount(joined, 'parent joined', 'parents joined'),
    `${changed} changed`,
    `${left} left`,
  ];
  return `${parts.join(', ')}.`;
}
