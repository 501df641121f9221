import type { Page, StaffContext } from '../../edge/contexts.ts';
import { listClasses, type SchoolClass } from '../../groups/classes-store.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Details,
  emptyForm,
  Form,
  type FormState,
  formatCount,
  Hidden,
  InsetText,
  Name,
  Radios,
  Select,
  Table,
  WarningText,
} from '../../ui/index.ts';
import { placesWords } from '../words.ts';
import type { Brought } from './bring.ts';
import { SCOPE_ITEMS } from './bring-page.tsx';
import { meaningWords, REFUSED_WORDS } from './columns.ts';
import type { RosterImport } from './drafts.ts';
import { foldClass } from './match.ts';
import type { Change, PlannedPlace } from './plan.ts';
import { type Preview, previewImport } from './preview.ts';

type Draft = RosterImport & { readonly content: Brought };

/** So many rows of one kind are shown; the numbers above them count all. */
const SHOWN = 200;

/** Everything a list would do, and everything in it that needs a look, before it is confirmed. */
export async function previewPage(
  context: StaffContext<object>,
  draft: Draft,
  form: FormState = emptyForm,
): Promise<Page> {
  const preview = await previewImport(context.work, draft);
  const classes = await listClasses(context.work);
  const base = `/desk/parents/import/${draft.id}`;
  const { nation } = context.school.profile;
  const words = (change: Change) => placesOf(change.places, preview, classes, nation);
  const of = (...kinds: Change['kind'][]) => preview.changes.filter((change) => kinds.includes(change.kind));
  const nothing = preview.changes.length === 0;
  return context.page({
    room: '/desk/parents',
    title: 'Look at the list',
    errors: form.errors,
    back: { href: '/desk/parents/import', label: 'Import a list' },
    children: (
      <>
        <h1>{nothing ? 'Nothing would change' : 'Look at it before it counts'}</h1>
        <p>
          {formatCount(draft.content.rows.length, 'row', 'rows')} read.{' '}
          {formatCount(of('joins', 'returns').length, 'parent would join', 'parents would join')},{' '}
          {of('changes').length} would change, {of('leaves').length} would leave, {preview.same} would stay as
          they are.
        </p>
        {draft.content.notes.map((note) => (
          <InsetText>{note}</InsetText>
        ))}
        <Columns draft={draft} base={base} />
        <Problems preview={preview} />
        <ChangeTable caption="Joining" changes={of('joins', 'returns')} words={words} />
        <Changed
          changes={of('changes')}
          words={words}
          before={(change) => beforeWords(change, classes, nation)}
        />
        <ChangeTable
          caption="Leaving"
          changes={of('leaves')}
          words={(change) => beforePlaces(change, classes, nation)}
        />
        <Choices draft={draft} preview={preview} classes={classes} base={base} once={context.once} />
        {!nothing && (
          <>
            <h2>Is it right?</h2>
            {of('leaves').length > 0 && (
              <WarningText>
                {formatCount(of('leaves').length, 'parent', 'parents')} would be written down as left, because
                the list is taken as{' '}
                {draft.scope === 'all' ? 'everybody in the school' : 'everybody in its classes'}.
              </WarningText>
            )}
            <p>The list itself is deleted when you confirm. The whole import can be undone for 30 days.</p>
            <Form action={`${base}/confirm`} once={context.once}>
              <Hidden values={{ digest: preview.digest }} />
              <Button>Confirm the import</Button>
            </Form>
          </>
        )}
        <Form action={`${base}/drop`} once={context.once}>
          <Button kind="secondary">Throw the list away</Button>
        </Form>
        <p>Without a decision, it is thrown away within a day.</p>
      </>
    ),
  });
}

type Nation = Parameters<typeof placesWords>[2];

function placesOf(
  places: readonly PlannedPlace[],
  preview: Preview,
  classes: readonly SchoolClass[],
  nation: Nation,
): string {
  const known = places.flatMap(({ at, year }) => (typeof at === 'string' ? [{ classId: at, year }] : []));
  const fresh = places.flatMap(({ at }) => {
    const add = typeof at === 'string' ? undefined : at.add;
    const name = preview.unknownClasses.find((each) => foldClass(each.name) === add)?.name;
    return name === undefined ? [] : [`${name} (new class)`];
  });
  return [placesWords(known, classes, nation), ...fresh].filter((part) => part !== '').join(', ');
}

function beforePlaces({ before }: Change, classes: readonly SchoolClass[], nation: Nation): string {
  return placesWords(before?.places ?? [], classes, nation);
}

/** What stood there, as far as it changes. */
function beforeWords(change: Change, classes: readonly SchoolClass[], nation: Nation): string {
  const { before } = change;
  if (!before) return '';
  const parts = [
    before.name === change.name ? '' : before.name,
    before.email === change.email ? '' : before.email || 'no address',
    before.phone === change.phone ? '' : before.phone || 'no number',
    beforePlaces(change, classes, nation) || 'no class',
  ];
  return parts.filter((part) => part !== '').join('; ');
}

interface PartProps {
  readonly draft: Draft;
  readonly base: string;
}

function Columns({ draft, base }: PartProps) {
  const { content, meanings } = draft;
  return (
    <Details
      summary="What was taken from the list, and what was not"
      open={!meanings.some((each) => /^(name|first|last)\./.test(each))}
    >
      <ul>
        {content.headers.map((header, index) => (
          <li>
            <bdi>{header}</bdi>: {meaningWords(meanings[index] ?? 'none').toLowerCase()}
          </li>
        ))}
        {content.notTaken.map(({ heading, why }) => (
          <li>
            <bdi>{heading}</bdi>: never taken ({REFUSED_WORDS[why]})
          </li>
        ))}
      </ul>
      {content.source !== 'oneroster' && (
        <p>
          <a href={`${base}/columns`}>Change what the columns mean</a>
        </p>
      )}
    </Details>
  );
}

function Problems({ preview: { problems } }: { readonly preview: Preview }) {
  if (problems.length === 0) return null;
  return (
    <>
      <Table
        caption={`Rows to look at (${problems.length})`}
        columns={[{ header: 'Row' }, { header: 'What is wrong' }, { header: 'What happens' }]}
        rows={problems.slice(0, SHOWN).map(({ row, what, effect }) => [`Row ${row}`, what, effect])}
        empty=""
      />
      {problems.length > SHOWN && <p>The first {SHOWN} are shown.</p>}
      <p>
        If it matters, put the rows right where the list comes from and bring it again. The rows are numbered
        as in a spreadsheet.
      </p>
    </>
  );
}

interface ChangesProps {
  readonly changes: readonly Change[];
  readonly words: (change: Change) => string;
}

function ChangeTable({ caption, changes, words }: ChangesProps & { readonly caption: string }) {
  if (changes.length === 0) return null;
  return (
    <>
      <Table
        caption={`${caption} (${changes.length})`}
        columns={[{ header: 'Name' }, { header: 'Address for mail' }, { header: 'Classes' }]}
        rows={changes
          .slice(0, SHOWN)
          .map((change) => [
            <Name>{change.name}</Name>,
            change.email || 'none: gets a paper slip',
            words(change) || 'none',
          ])}
        empty=""
      />
      {changes.length > SHOWN && <p>The first {SHOWN} are shown.</p>}
    </>
  );
}

function Changed({ changes, words, before }: ChangesProps & { readonly before: (change: Change) => string }) {
  if (changes.length === 0) return null;
  return (
    <>
      <Table
        caption={`Changing (${changes.length})`}
        columns={[{ header: 'Name' }, { header: 'Until now' }, { header: 'From now on' }]}
        rows={changes
          .slice(0, SHOWN)
          .map((change) => [
            <Name>{change.name}</Name>,
            before(change),
            [change.before?.email === change.email ? '' : change.email, words(change) || 'no class']
              .filter((part) => part !== '')
              .join('; '),
          ])}
        empty=""
      />
      {changes.length > SHOWN && <p>The first {SHOWN} are shown.</p>}
    </>
  );
}

interface ChoicesProps extends PartProps {
  readonly preview: Preview;
  readonly classes: readonly SchoolClass[];
  readonly once: string;
}

/** How the list is taken: what it is the whole of, and what classes become that the school has not listed. */
function Choices({ draft, preview, classes, base, once }: ChoicesProps) {
  const items = [
    { value: 'new', label: 'Add it to the list of classes' },
    { value: 'out', label: 'Leave it out' },
    ...classes.map(({ id, name }) => ({ value: id, label: `It is ${name}` })),
  ];
  const chosen = preview.unknownClasses.map(
    ({ name }, index) => [`class-${index}`, draft.choices.get(foldClass(name)) ?? 'new'] as const,
  );
  const form = { values: { scope: draft.scope, ...Object.fromEntries(chosen) }, errors: {} };
  return (
    <Details summary="Take the list in another way" open={preview.unknownClasses.length > 0}>
      <Form action={`${base}/choices`} once={once}>
        {preview.unknownClasses.map(({ name }, index) => (
          <>
            <Hidden values={{ [`name-${index}`]: name }} />
            <Select
              form={form}
              name={`class-${index}`}
              label={`“${name}” is not on your list of classes`}
              items={items}
            />
          </>
        ))}
        <Radios form={form} name="scope" label="Who is on this list?" items={[...SCOPE_ITEMS]} />
        <ButtonGroup>
          <Button kind="secondary">Look again</Button>
          {draft.content.source !== 'oneroster' && (
            <ButtonLink href={`${base}/columns`} kind="secondary">
              Change what the columns mean
            </ButtonLink>
          )}
        </ButtonGroup>
      </Form>
    </Details>
  );
}
