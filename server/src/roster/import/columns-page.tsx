import type { Page, StaffContext } from '../../edge/contexts.ts';
import { Button, Form, type FormState, Select } from '../../ui/index.ts';
import { rosterSettings } from '../settings-store.ts';
import type { Brought } from './bring.ts';
import { allMeanings, CONTACTS_MAX, meaningWords } from './columns.ts';
import type { RosterImport } from './drafts.ts';

/** Says what each column means, with the first cells of it to go by. */
export async function columnsPage(
  context: StaffContext<object>,
  draft: RosterImport & { readonly content: Brought },
  form?: FormState,
): Promise<Page> {
  const { phones } = await rosterSettings(context.work);
  const { headers, rows } = draft.content;
  const values = Object.fromEntries(draft.meanings.map((meaning, index) => [`column-${index}`, meaning]));
  const state = form ?? { values, errors: {} };
  const items = allMeanings(phones, CONTACTS_MAX).map((value) => ({ value, label: meaningWords(value) }));
  const base = `/desk/parents/import/${draft.id}`;
  const example = (index: number) => {
    const cells = rows.flatMap(({ cells }) => cells[index] || []).slice(0, 3);
    return cells.map((cell) => `“${cell.slice(0, 60)}”`).join(', ');
  };
  return context.page({
    room: '/desk/parents',
    title: 'What the columns mean',
    errors: state.errors,
    back: { href: base },
    children: (
      <>
        <h1>What the columns mean</h1>
        <p>
          Where a row has two parents, the second one’s columns are those of “Parent 2”. Columns that are
          never taken are not here: nothing of them was kept.
        </p>
        <Form action={`${base}/columns`} once={context.once}>
          {headers.map((header, index) => (
            <Select
              form={state}
              name={`column-${index}`}
              label={header}
              hint={<bdi>{example(index)}</bdi>}
              items={items}
            />
          ))}
          <Button>Look at it again</Button>
        </Form>
      </>
    ),
  });
}
