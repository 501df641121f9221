import {
  applyAnswer,
  CLAUSE_KINDS,
  type FieldKind,
  findClause,
  PolicyEditError,
  type SourcePiece,
  sourcePieces,
  takeAsClause,
} from '@handbell/policy';
import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  EmptyState,
  Form,
  type FormState,
  Notice,
  Radios,
  Tag,
  TextInput,
  UserText,
} from '../../ui/index.ts';
import { changeDraft, findPolicy, leaveOut } from '../drafts.ts';
import { notTaken, reasonFor } from '../left-out.ts';
import type { PolicyId, PolicyRecord } from '../version.ts';
import { KIND_WORDS } from '../words.ts';
import { lineField, policyParams, versionForm } from './fields.ts';
import { clauseHref, FIELD_WORDS } from './reading.tsx';

type Context = StaffContext<{ id: PolicyId }>;
const PATH = '/desk/policy/:id/reading';

/** Sentences that went to the same place, one after the other, stand together. */
interface Row {
  readonly pieces: readonly SourcePiece[];
  readonly clauseId: string | undefined;
}

function rowsOf(pieces: readonly SourcePiece[]): readonly Row[] {
  const rows: { pieces: SourcePiece[]; clauseId: string | undefined }[] = [];
  for (const piece of pieces) {
    const last = rows.at(-1);
    if (last && piece.clauseId !== undefined && last.clauseId === piece.clauseId) last.pieces.push(piece);
    else rows.push({ pieces: [piece], clauseId: piece.clauseId });
  }
  return rows;
}

/** Words that were taken for something else and could as well be a clause. */
const MOVABLE: readonly FieldKind[] = ['stem', 'detail', 'slip', 'page'];

const spanOf = ({ span }: SourcePiece) => `${span[0]}-${span[1]}`;

function Result({ record, row, change }: { record: PolicyRecord; row: Row; change: boolean }) {
  const { id, document, leftOut } = record;
  const [piece] = row.pieces;
  const clause = row.clauseId === undefined ? undefined : findClause(document, row.clauseId)?.clause;
  if (clause) {
    return (
      <>
        <p>
          <strong>Clause {clause.ref}</strong>: {KIND_WORDS[clause.kind].name}
        </p>
        {clause.text !== row.pieces.map(({ text }) => text).join(' ') && (
          <p class="hb-quiet">
            Now: <bdi>{clause.text}</bdi>
          </p>
        )}
        {change && (
          <a href={clauseHref(id, clause.id)}>
            Change<span class="govuk-visually-hidden"> clause {clause.ref}</span>
          </a>
        )}
      </>
    );
  }
  if (!piece) return null;
  const reason = reasonFor(piece, leftOut);
  const about = `“${piece.text.slice(0, 40)}”`;
  return (
    <>
      <p>
        {piece.field !== undefined ? (
          FIELD_WORDS[piece.field]
        ) : reason === undefined ? (
          <Tag kind="waiting">Not taken</Tag>
        ) : (
          <>
            Left out: <bdi>{reason}</bdi>
          </>
        )}
      </p>
      {change && (piece.field === undefined || MOVABLE.includes(piece.field)) && (
        <a href={`/desk/policy/${id}/reading/piece?at=${spanOf(piece)}`}>
          {piece.field === undefined && reason === undefined
            ? 'Make it a clause, or leave it out'
            : 'Make it a clause'}
          <span class="govuk-visually-hidden">: {about}</span>
        </a>
      )}
    </>
  );
}

async function readingPage(context: Context): Promise<Page> {
  const record = await findPolicy(context.work, context.params.id);
  const { document, state, leftOut, number } = record;
  const change = state === 'draft';
  const left = notTaken(document, leftOut).length;
  const rows = rowsOf(sourcePieces(document).filter(({ field }) => field !== 'marker' && field !== 'rule'));
  return context.page({
    title: 'Your document, sentence by sentence',
    room: '/desk/policy',
    back: { href: `/desk/policy/${record.id}`, label: `Version ${number}` },
    children: (
      <>
        {context.flash.done !== undefined && <Notice kind="success">{context.flash.done}</Notice>}
        <h1>Your document, sentence by sentence</h1>
        {rows.length === 0 ? (
          <EmptyState title="There is no document to compare with">
            <p>This version was written here, clause by clause.</p>
          </EmptyState>
        ) : (
          <>
            <p>
              First your own words, just as they stand; then what became of them.{' '}
              {left === 0
                ? 'Every sentence is taken.'
                : left === 1
                  ? '1 sentence is not taken yet.'
                  : `${left} sentences are not taken yet.`}
            </p>
            <ol class="hb-reading">
              {rows.map((row) => (
                <li>
                  <div class="hb-reading__own" dir="auto">
                    {row.pieces.map(({ text }) => (
                      <p>{text}</p>
                    ))}
                  </div>
                  <div class="hb-reading__result">
                    <Result record={record} row={row} change={change} />
                  </div>
                </li>
              ))}
            </ol>
          </>
        )}
      </>
    ),
  });
}

const pieceForm = versionForm.extend({
  at: z.string().regex(/^\d{1,7}-\d{1,7}$/u),
  kind: z.enum(CLAUSE_KINDS, 'Choose what the clause is for'),
});
const leaveForm = versionForm.extend({
  at: z.string().regex(/^\d{1,7}-\d{1,7}$/u),
  reason: lineField('Say why it is left out'),
});

async function thePiece(context: Context, at: string) {
  const record = await findPolicy(context.work, context.params.id);
  const piece = sourcePieces(record.document).find((one) => spanOf(one) === at);
  if (!piece || piece.clauseId !== undefined || record.state !== 'draft') throw notFound();
  return { record, piece };
}

async function piecePage(context: Context, at: string, form: FormState): Promise<Page> {
  const { record, piece } = await thePiece(context, at);
  const base = `/desk/policy/${record.id}/reading`;
  const hidden = (
    <>
      <input type="hidden" name="version" value={String(record.revision)} />
      <input type="hidden" name="at" value={at} />
    </>
  );
  return context.page({
    title: 'What are these words for?',
    room: '/desk/policy',
    back: { href: base, label: 'Sentence by sentence' },
    errors: form.errors,
    children: (
      <>
        <h1>What are these words for?</h1>
        <UserText text={record.document.source.slice(...piece.span)} />
        <Form action={`${base}/piece`} once={context.once}>
          {hidden}
          <Radios
            form={form}
            name="kind"
            label="Make them a clause"
            items={CLAUSE_KINDS.map((value) => ({
              value,
              label: KIND_WORDS[value].name,
              hint: KIND_WORDS[value].about,
            }))}
          />
          <Button>Make it a clause</Button>
        </Form>
        {piece.field === undefined && (
          <>
            <h2>Or leave them out</h2>
            <Form action={`${base}/leave-out`} once={context.once}>
              {hidden}
              <TextInput form={form} name="reason" label="Why?" hint="Such as: said better in clause 2.3." />
              <Button kind="secondary">Leave it out</Button>
            </Form>
          </>
        )}
      </>
    ),
  });
}

const spanAt = (at: string): readonly [number, number] => {
  const [start = 0, end = 0] = at.split('-').map(Number);
  return [start, end];
};

/** The original beside the result, and doubts settled with one press. */
export function readingRoutes(routes: Routes): void {
  const edit = 'policy.edit';
  routes.staffPage(PATH, { may: 'policy.see', params: policyParams, show: readingPage });
  routes.staffPage(`${PATH}/piece`, {
    may: edit,
    params: policyParams,
    show: (context) => piecePage(context, context.request.query.at ?? '', { values: {}, errors: {} }),
  });
  const again = (context: Context, form: FormState) =>
    piecePage(context, typeof form.values.at === 'string' ? form.values.at : '', form);
  routes.staffAct(`${PATH}/piece`, {
    may: edit,
    params: policyParams,
    form: pieceForm,
    act: async ({ work, params }, { version: revision, at, kind }) => {
      try {
        await changeDraft(work, params.id, {
          revision,
          what: 'piece-taken',
          edit: (document) => takeAsClause(document, spanAt(at), kind).document,
        });
      } catch (error) {
        if (error instanceof PolicyEditError) return wrong({ kind: error.message });
        throw error;
      }
      return go(`/desk/policy/${params.id}/reading`, { done: 'It is a clause now.' });
    },
    again,
  });
  routes.staffAct(`${PATH}/leave-out`, {
    may: edit,
    params: policyParams,
    form: leaveForm,
    act: async (context, { version, at, reason }) => {
      await thePiece(context, at);
      await leaveOut(context.work, context.params.id, version, { span: spanAt(at), reason });
      return go(`/desk/policy/${context.params.id}/reading`, {
        done: 'It is left out, and your reason is kept.',
      });
    },
    again,
  });
  routes.staffAct('/desk/policy/:id/settle', {
    may: edit,
    params: policyParams,
    form: versionForm.extend({
      doubt: z.coerce.number().int().min(0),
      choice: z.coerce.number().int().min(0),
    }),
    act: async ({ work, params }, { version: revision, doubt, choice }) => {
      const record = await findPolicy(work, params.id);
      const chosen = record.doubts[doubt]?.choices?.[choice];
      if (!chosen) throw notFound();
      await changeDraft(work, params.id, {
        revision,
        what: 'doubt-answered',
        edit: (document) => applyAnswer(document, chosen.change),
        doubt,
      });
      return go(`/desk/policy/${params.id}`, { done: 'Settled.' });
    },
    again: ({ params }) => go(`/desk/policy/${params.id}`),
  });
}
