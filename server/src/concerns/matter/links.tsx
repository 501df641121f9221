import type { ConcernRecord } from '../desk/record.ts';

/** Which other reports tell of the same matter, and where they are put together. */
export function MatterLinks({ record: { row, matter } }: { record: ConcernRecord }) {
  const page = `/desk/concerns/${row.matterOf ?? row.id}/matter`;
  const [lead] = matter;
  if (lead && lead.id !== row.id) {
    return (
      <>
        <h2>One of {matter.length} reports of the same matter</h2>
        <p>
          <a href={`/desk/concerns/${lead.id}`}>{lead.reference}</a> leads it: what happens next is decided
          there, for all of them. Answer this reporter here. <a href={page}>See the reports together</a>
        </p>
      </>
    );
  }
  if (matter.length > 1) {
    return (
      <>
        <h2>{matter.length} reports of the same matter</h2>
        <p>
          What you decide here is decided for all of them. <a href={page}>See the reports together</a>
        </p>
        <ul>
          {matter.slice(1).map(({ id, reference }) => (
            <li>
              <a href={`/desk/concerns/${id}`}>{reference}</a>
            </li>
          ))}
        </ul>
      </>
    );
  }
  if (row.state !== 'triage' && row.state !== 'case-open') return null;
  return (
    <p>
      <a href={page}>Other reports tell of the same matter</a>
    </p>
  );
}
