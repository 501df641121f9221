import {
  type Clause,
  type FieldKind,
  isAsWritten,
  type PolicyDocument,
  type Section,
  unplaced,
} from '@handbell/policy';
import { Details, EmptyState, InsetText, Table, Tag } from '../../ui/index.ts';
import type { PolicyRecord } from '../version.ts';
import { FORCE_WORDS, isConduct, KIND_WORDS, TOPIC_WORDS } from '../words.ts';

/** What a piece of the document is called that is no clause. */
export const FIELD_WORDS: Readonly<Record<FieldKind, string>> = {
  title: 'Title',
  school: 'Name of the school',
  heading: 'Heading',
  stem: 'Words before a list',
  marker: 'Mark of a list',
  detail: 'Dates and other particulars',
  signature: 'Place for a signature',
  slip: 'Slip for parents',
  rule: 'Line',
  page: 'Head or foot of a page',
};

/** The fields that hold words of the school; marks, lines and headings are shown where they stand. */
const TOLD: readonly FieldKind[] = ['title', 'school', 'detail', 'signature', 'slip', 'page'];

/** The address of a clause's own page on the desk. */
export function clauseHref(id: string, clauseId: string): string {
  return `/desk/policy/${id}/clause/${clauseId}`;
}

/** The whole document as it was read, section by section, each clause beside the school's own words. */
export function Reading({ record, change }: { record: PolicyRecord; change: boolean }) {
  const { document } = record;
  return (
    <>
      <h2 id="reading">How we read it</h2>
      <p>
        Each clause in your own words, exactly as they stand, and what we took it to be for.{' '}
        <a href={`/desk/policy/${record.id}/reading`}>Look at your whole document, sentence by sentence</a>
      </p>
      {change && (
        <p>
          <a href={`/desk/policy/${record.id}/clauses`}>Add, reword, move or take out clauses</a>
        </p>
      )}
      {hasExpectations(document) && <ExpectationsExplained />}
      {document.sections.map((section) => (
        <SectionReading section={section} record={record} change={change} />
      ))}
      <Rest document={document} />
    </>
  );
}

function hasExpectations({ sections }: PolicyDocument): boolean {
  return sections.some(({ clauses }) =>
    clauses.some(({ kind, force }) => isConduct(kind) && force === 'expectation'),
  );
}

/** Why some clauses are expectations only (rule 19). */
export function ExpectationsExplained() {
  return (
    <InsetText>
      <p>
        <strong>Some clauses are expectations only.</strong> People may hold views, talk about politics and
        criticise the school and its policies, even when it is unwelcome. So a clause about views or
        grievances, politics, the school’s good name or challenging policies tells people what the school
        hopes for. Going against it cannot by itself lead to a warning or any other step, and letters say so.
      </p>
      <p>What somebody says in an abusive or threatening way is covered by the other clauses.</p>
    </InsetText>
  );
}

function SectionReading({
  section,
  record,
  change,
}: {
  section: Section;
  record: PolicyRecord;
  change: boolean;
}) {
  const { heading, marker, ref, clauses } = section;
  const title = heading === '' ? 'Before the first heading' : [marker, heading].filter(Boolean).join(' ');
  const columns = [
    { header: 'Number' },
    { header: 'Your words' },
    { header: 'What it is' },
    { header: 'What can follow' },
  ];
  return (
    <section id={section.id}>
      <h3>
        <bdi>
          {ref}. {title}
        </bdi>
      </h3>
      <Table
        caption={`Clauses of section ${ref}`}
        captionHidden
        columns={change ? [...columns, { header: 'Change' }] : columns}
        rows={clauses.map((clause) => clauseRow(clause, record, change))}
        empty={<p class="hb-quiet">This section has a heading and no words under it.</p>}
      />
    </section>
  );
}

function clauseRow(clause: Clause, { id, document }: PolicyRecord, change: boolean) {
  const own = isAsWritten(document, clause.id) ? document.source.slice(...clause.span) : clause.text;
  const cells = [
    clause.ref,
    <>
      {clause.stem !== undefined && <span class="hb-quiet">{clause.stem} </span>}
      {own}
    </>,
    <>
      {KIND_WORDS[clause.kind].name}
      {clause.topics.length > 0 && (
        <>
          <br />
          <span class="hb-quiet">{clause.topics.map((topic) => TOPIC_WORDS[topic]).join(', ')}</span>
        </>
      )}
    </>,
    isConduct(clause.kind) ? (
      <Tag kind={clause.force === 'rule' ? 'inForce' : 'ended'}>{FORCE_WORDS[clause.force]}</Tag>
    ) : (
      <span class="hb-quiet">Nothing: it is no rule of conduct</span>
    ),
  ];
  if (!change) return cells;
  const link = (
    <a href={clauseHref(id, clause.id)}>
      Change<span class="govuk-visually-hidden"> clause {clause.ref}</span>
    </a>
  );
  return [...cells, link];
}

function Rest({ document }: { document: PolicyDocument }) {
  const told = document.fields.filter(({ kind }) => TOLD.includes(kind));
  const lost = unplaced(document).map(([start, end]) => document.source.slice(start, end).trim());
  return (
    <>
      <Details summary="The rest of your document: title, dates, signatures, slip">
        <Table
          caption="Words that are no clauses"
          captionHidden
          columns={[{ header: 'What it is' }, { header: 'Your words' }]}
          rows={told.map(({ kind, span }) => [FIELD_WORDS[kind], document.source.slice(...span)])}
          empty={<EmptyState title="There is nothing else" />}
        />
      </Details>
      {lost.length > 0 && (
        <>
          <h3>Words that we could not place</h3>
          <ul>
            {lost.map((words) => (
              <li>
                <bdi>{words}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
