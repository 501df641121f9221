import type { Page, StaffContext } from '../../../edge/contexts.ts';
import { listMembers } from '../../../people/store.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  emptyForm,
  Form,
  type FormState,
  formatDate,
  formatDateTime,
  InsetText,
  Name,
  Notice,
  SummaryList,
  Table,
  UserText,
  WarningText,
} from '../../../ui/index.ts';
import type { ConcernId } from '../../rules.ts';
import { drawAfresh } from '../cover.ts';
import { type CustodyEntry, custodyOf, justAsked } from '../custody.ts';
import type { CustodyAct, EvidenceId } from '../kinds.ts';
import { type Evidence, openEvidence } from '../store.ts';
import { pieceFor } from './acts.ts';
import { CoverForm } from './cover-form.tsx';
import { ExcerptPiece } from './excerpt-piece.tsx';
import { ShownPart } from './shown.tsx';
import { OCCASION_NAMES, SCAN_NAMES } from './words.ts';

export type PieceContext = StaffContext<{ readonly concern: ConcernId; readonly evidence: EvidenceId }>;

const ACTS: Readonly<Record<CustodyAct, string>> = {
  seen: 'Looked at',
  exported: 'Saved to a computer',
  sealed: 'Sealed',
  covered: 'Covered in part: a new piece was made and this one sealed',
  shown: 'Shown',
};

const DONE: Readonly<Record<string, string>> = {
  sealed: 'It is sealed. The hold is on and the safeguarding lead has been alerted.',
  infected: 'The scanner found something dangerous in it, so it was sealed and not opened.',
  covered: 'The cover is burned in. The original is sealed.',
  shown: 'It is written down that it was shown.',
};

/** One piece of evidence: what it is, who did what with it, and, once asked for, what it shows. */
export async function piecePage(context: PieceContext, form: FormState = emptyForm): Promise<Page> {
  const { work, staff, params, once, flash } = context;
  const { piece } = await pieceFor({ work, staff, ...params }, false);
  const custody = await custodyOf(work, params.evidence);
  const names = new Map((await listMembers(work)).map(({ id, name }) => [id, name]));
  const here = `/desk/concerns/${params.concern}/evidence/${piece.id}`;
  const open = piece.state === 'kept' && (await justAsked(work, piece.id, 'seen', staff.member));
  const who = (member: CustodyEntry['member']) =>
    member ? <Name>{names.get(member) ?? 'Somebody who has left'}</Name> : 'Handbell';
  const done = DONE[flash.done ?? ''];
  return context.page({
    room: '/desk/concerns',
    title: piece.name,
    errors: form.errors,
    back: { href: `/desk/concerns/${params.concern}` },
    children: (
      <>
        {done !== undefined && (
          <Notice kind="success">
            <p>{done}</p>
          </Notice>
        )}
        <h1>
          <bdi>{piece.name}</bdi>
        </h1>
        {piece.state === 'sealed' ? (
          <InsetText>This piece is sealed. Nobody opens it here any more.</InsetText>
        ) : (
          <SealForm here={here} once={once} />
        )}
        {open && <Opened context={context} piece={piece} here={here} form={form} />}
        {piece.state === 'kept' && !open && (
          <Form action={`${here}/look`} once={once}>
            <p>
              {piece.kind === 'picture'
                ? 'The picture stays covered until you ask for it.'
                : 'It stays closed until you ask for it.'}{' '}
              That you looked is written down below.
            </p>
            <Button>Show it</Button>
          </Form>
        )}
        <h2>What is known of it</h2>
        <SummaryList
          rows={[
            {
              key: 'Added',
              value: (
                <>
                  {formatDate(piece.addedOn)}, by{' '}
                  {piece.addedBy === 'reporter' ? 'the reporter' : who(piece.member)}
                </>
              ),
            },
            { key: 'Scanned for viruses', value: SCAN_NAMES[piece.scan ?? 'not-scanned'] },
            { key: 'SHA-256', value: <code class="hb-break">{piece.sha256}</code> },
          ]}
        />
        <ShownPart here={here} once={once} form={form} custody={custody} />
        <Table
          caption="Who did what with it"
          columns={[{ header: 'When' }, { header: 'What' }, { header: 'Who' }]}
          rows={custody.map(({ at, act, member, occasion }) => [
            formatDateTime(at),
            occasion ? `${ACTS[act]}: ${OCCASION_NAMES[occasion].toLowerCase()}` : ACTS[act],
            who(member),
          ])}
          empty={<p>Nobody has looked at it yet.</p>}
        />
      </>
    ),
  });
}

/** One button, before anything was looked at (rule 14). */
function SealForm({ here, once }: { readonly here: string; readonly once: string }) {
  return (
    <Form action={`${here}/seal`} once={once}>
      <WarningText>
        If this may show a child undressed or in a sexual way, do not look, copy or send it on. Seal it. The
        safeguarding lead is told at once.
      </WarningText>
      <Button kind="warning">Seal it without looking</Button>
    </Form>
  );
}

interface OpenedProps {
  readonly context: PieceContext;
  readonly piece: Evidence;
  readonly here: string;
  readonly form: FormState;
}

/** Control characters that no text needs: all but tab, line feed, form feed and carriage return. */
const MACHINE_SIGNS = /(?![\t\n\f\r])\p{Cc}/u;

/** Whether bytes are words: valid UTF-8 without the signs that only machines use. */
function wordsOf(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return MACHINE_SIGNS.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}

/** What a piece shows: a picture drawn afresh, messages, words; never the file as it came. */
async function Opened({ context, piece, here, form }: OpenedProps) {
  const { content } = await openEvidence(context.work, piece.concern, piece.id);
  if (piece.kind === 'excerpt') return <ExcerptPiece bytes={content.bytes} />;
  if ((await drawAfresh(content.bytes)) !== undefined) {
    return (
      <>
        <figure class="hb-picture">
          <img src={`${here}/picture`} alt={`What ${piece.name} shows`} />
        </figure>
        <CoverForm here={here} once={context.once} form={form} />
        <Export here={here} once={context.once} />
      </>
    );
  }
  const words = wordsOf(content.bytes);
  return (
    <>
      {words === undefined ? (
        <InsetText>
          This file cannot be shown safely here: it is neither a picture nor words. Ask whoever sent it what
          it says, or seal it.
        </InsetText>
      ) : (
        <blockquote>
          <UserText text={words} />
        </blockquote>
      )}
      {words !== undefined && <Export here={here} once={context.once} />}
    </>
  );
}

function Export({ here, once }: { readonly here: string; readonly once: string }) {
  return (
    <Form action={`${here}/export`} once={once}>
      <p>
        Save it only to hand it to somebody who must have it, such as the police. It is written down below.
      </p>
      <ButtonGroup>
        <Button kind="secondary">Save it to this computer</Button>
        <ButtonLink href={here} kind="secondary">
          Close
        </ButtonLink>
      </ButtonGroup>
    </Form>
  );
}
