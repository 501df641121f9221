import { formatShortDate, Table, Tag } from '../../../ui/index.ts';
import type { ConcernId } from '../../rules.ts';
import type { Evidence } from '../store.ts';

const KINDS: Readonly<Record<Evidence['kind'], string>> = {
  excerpt: 'Messages',
  picture: 'Picture',
  'mail-part': 'Part of a mail',
};

/** The pieces beside a concern, closed: each is opened on a page of its own. */
export function EvidencePart({
  id,
  pieces,
}: {
  readonly id: ConcernId;
  readonly pieces: readonly Evidence[];
}) {
  if (pieces.length === 0) return null;
  return (
    <>
      <h3>What came with it</h3>
      <Table
        caption="What came with it"
        captionHidden
        columns={[{ header: 'Piece' }, { header: 'Kind' }, { header: 'Added' }, { header: 'State' }]}
        rows={pieces.map((piece) => [
          <a href={`/desk/concerns/${id}/evidence/${piece.id}`}>
            <bdi>{piece.name}</bdi>
          </a>,
          KINDS[piece.kind],
          formatShortDate(piece.addedOn),
          piece.state === 'sealed' ? <Tag kind="ended">Sealed</Tag> : 'Kept',
        ])}
        empty=""
      />
    </>
  );
}
