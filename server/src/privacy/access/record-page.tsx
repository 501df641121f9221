import type { Page } from '../../edge/contexts.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  Checkbox,
  Details,
  emptyForm,
  Form,
  type FormState,
  Tag as Label,
  TextArea,
} from '../../ui/index.ts';
import { logEntryPage } from '../log-page.tsx';
import { coverNames, type Finder, finderOf } from './cover.ts';
import { Pieces, type RecordContext, recordHref, requestHref } from './frame.tsx';
import {
  BAR_TEXT,
  type Decisions,
  type Disclosable,
  isAboutOthers,
  isShown,
  type Passage,
  standingOf,
  TAG_TEXT,
  untestedOf,
} from './passage.ts';
import { decisionsOf, recordsOf } from './records-store.ts';
import { openRecords } from './search.ts';
import { type AccessRequest, findRequest } from './store.ts';

/** A record of a request as its pages need it. */
export interface OpenedRecord {
  readonly request: AccessRequest;
  readonly record: Disclosable;
  readonly decisions: Decisions;
  readonly finder: Finder;
}

/**
 * Opens a record that the search found.
 * @throws Refusal 404 when it was not found, is gone, or goes past whoever asks (rules 8, 10)
 */
export async function openFound(context: RecordContext): Promise<OpenedRecord> {
  const { work, staff, params } = context;
  const request = await findRequest(work, params.request);
  const found = (await recordsOf(work, request.id)).some(({ object }) => object === params.object);
  const all = await decisionsOf(work, request.id);
  const [record] = found ? await openRecords(work, staff, request, [params.object], all) : [];
  if (!record) throw notFound();
  const finder = finderOf(record.hidden, request.cover.split('\n'), request.name);
  return { request, record, decisions: all.get(params.object) ?? new Map(), finder };
}

const flat = (text: string, finder: Finder): string =>
  coverNames(text, finder)
    .map((piece) => (piece.kind === 'bar' ? `[${piece.label}]` : piece.text))
    .join('');

/** A passage as it will be printed, with the tag it has and the way to change it. */
function PassageView({ opened, passage }: { opened: OpenedRecord; passage: Passage }) {
  const { request, record, decisions, finder } = opened;
  const standing = standingOf(passage, decisions);
  const shown = isShown(standing);
  const open = isAboutOthers(standing.tag) && standing.basis === undefined;
  const where = flat(passage.where, finder);
  return (
    <section class="hb-passage" aria-label={where}>
      <h2>{where}</h2>
      <p>
        <Label kind={open ? 'new' : shown ? 'done' : 'ended'}>
          {open ? 'To answer' : shown ? 'Shown' : 'Covered'}
        </Label>{' '}
        {TAG_TEXT[standing.tag]}.{' '}
        {request.state === 'open' && passage.key !== 'legal' && passage.tag !== 'reporter' && (
          <a href={`${recordHref(request.id, record.object)}/${encodeURIComponent(passage.key)}`}>
            {open ? 'Answer' : 'Change'}
            <span class="govuk-visually-hidden"> {where}</span>
          </a>
        )}
      </p>
      <Pieces
        pieces={shown ? coverNames(passage.words, finder) : [{ kind: 'bar', label: BAR_TEXT[standing.tag] }]}
      />
    </section>
  );
}

function IncludeForms({ opened, once, form }: { opened: OpenedRecord; once: string; form: FormState }) {
  const { request, record, decisions } = opened;
  const href = recordHref(request.id, record.object);
  const untested = untestedOf(record, decisions).length;
  return (
    <>
      {untested > 0 && (
        <Form action={`${href}/cover-rest`} once={once}>
          <h2>Passages about somebody else</h2>
          <p>
            {untested} of them wait for an answer: did that person agree, or is it reasonable to show it
            without? Answer each above, or cover all that are left with one reason.
          </p>
          <TextArea form={form} name="coverWhy" label="Why do the rest stay covered?" rows={2} />
          <Button kind="secondary">Cover the rest</Button>
        </Form>
      )}
      <h2>Is it in the pack?</h2>
      <Form action={`${href}/include`} once={once}>
        <Button>Put this record into the pack</Button>
      </Form>
      <Details summary="Leave it out" open={form.errors.leaveWhy !== undefined}>
        <Form action={`${href}/leave-out`} once={once}>
          <TextArea
            form={form}
            name="leaveWhy"
            label="Why does it not belong in the pack?"
            hint="Such as: it is somebody else of the same name, or they did not ask for it."
            rows={2}
          />
          <Checkbox form={form} name="sure" label="I have looked at it" />
          <Button kind="secondary">Leave it out</Button>
        </Form>
      </Details>
    </>
  );
}

/** The disclosure view of a record: each passage with its tag, as it will be printed. */
export async function recordPage(context: RecordContext, form: FormState = emptyForm): Promise<Page> {
  const opened = await openFound(context);
  const { request, record } = opened;
  return logEntryPage(context, {
    title: flat(record.title, opened.finder),
    back: { href: requestHref(request.id), label: 'The request' },
    form,
    children: (
      <>
        <p>
          This is how each passage will be printed. Names of other people are covered wherever they stand.
          Read it as the person who asked will.
        </p>
        {record.passages.map((passage) => (
          <PassageView opened={opened} passage={passage} />
        ))}
        {request.state === 'open' && <IncludeForms opened={opened} once={context.once} form={form} />}
      </>
    ),
  });
}
