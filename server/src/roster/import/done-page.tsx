import type { Page, StaffContext } from '../../edge/contexts.ts';
import { Button, Form, formatDateTime, Name, Notice } from '../../ui/index.ts';
import { countWords } from './bring-page.tsx';
import { type RosterImport, UNDO_DAYS } from './drafts.ts';
import { undoState } from './undo.ts';

/** An import that is over: what it did, and whether it can still be undone. */
export async function donePage(context: StaffContext<object>, found: RosterImport): Promise<Page> {
  const title = TITLES[found.state];
  return context.page({
    room: '/desk/parents',
    title,
    back: { href: '/desk/parents', label: 'Parents' },
    children: (
      <>
        {context.flash.done === 'confirmed' && (
          <Notice kind="success">
            <p>The import is done. The list itself is deleted.</p>
          </Notice>
        )}
        <h1>{title}</h1>
        {found.state === 'dropped' ? (
          <p>Nobody confirmed it, so nothing changed and nothing of it was kept.</p>
        ) : (
          <p>{countWords(found.counts)}</p>
        )}
        {found.doneAt && <p>Confirmed on {formatDateTime(found.doneAt)}.</p>}
        {found.undoneAt && (
          <p>Undone on {formatDateTime(found.undoneAt)}: everybody is as they were before it.</p>
        )}
        {found.state === 'done' && (await undoPart(context, found))}
        <p>
          <a href="/desk/parents">All parents</a>
        </p>
      </>
    ),
  });
}

const TITLES: Readonly<Record<RosterImport['state'], string>> = {
  draft: 'An import',
  done: 'An import that was done',
  undone: 'An import that was undone',
  dropped: 'A list that was thrown away',
};

async function undoPart(context: StaffContext<object>, found: RosterImport) {
  const { possible, changed, gone } = await undoState(context.work, found.id);
  if (possible) {
    return (
      <>
        <h2>Undo it</h2>
        <p>
          Who came with it is taken off again, who left with it is back, and every change is put back. This
          can be done for {UNDO_DAYS} days, as long as nobody it touched was changed since.
        </p>
        <Form action={`/desk/parents/import/${found.id}/undo`} once={context.once}>
          <Button kind="warning">Undo the whole import</Button>
        </Form>
      </>
    );
  }
  if (changed.length + gone === 0)
    return <p>It can no longer be undone: what stood there before is forgotten.</p>;
  return (
    <>
      <h2>It cannot be undone</h2>
      <p>
        People it touched were changed since{gone > 0 ? ', or joined with another entry' : ''}. Undoing would
        lose that. Change them one by one instead.
      </p>
      <ul>
        {changed.slice(0, 20).map((each) => (
          <li>
            <a href={`/desk/parents/${each.id}`}>
              <Name>{each.name}</Name>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
