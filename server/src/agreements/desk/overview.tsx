import type { StaffContext } from '../../edge/contexts.ts';
import { may } from '../../people/permissions.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  policyInForceOn,
  policyVersionNumber,
  type VersionDates,
  versionDates,
} from '../../policies/store.ts';
import type { PolicyVersion } from '../../policies/version.ts';
import {
  ButtonGroup,
  ButtonLink,
  EmptyState,
  formatShortDate,
  Name,
  Notice,
  Pagination,
  paged,
  Table,
  Tag,
} from '../../ui/index.ts';
import { type AgreementCount, countAgreements, listAgreements } from '../lists.ts';
import type { Agreement } from '../rules.ts';

const PAGE_SIZE = 50;
const ROOM = '/desk/agreements';
const NONE: AgreementCount = { screen: 0, paper: 0, withdrawn: 0 };

/** Rows of agreements as the office sees them. */
export function agreementCells(each: Agreement) {
  return [
    <a href={`${ROOM}/one/${each.id}`}>
      <Name>{each.name}</Name>
    </a>,
    <Name>{each.childClass ?? ''}</Name>,
    <Name>{each.relationship ?? ''}</Name>,
    formatShortDate(each.signedOn),
    each.method === 'screen' ? 'On screen' : 'On paper',
    each.state === 'signed' ? <Tag kind="done">Agreed</Tag> : <Tag kind="ended">Withdrawn</Tag>,
  ];
}

export const AGREEMENT_COLUMNS = [
  { header: 'Name' },
  { header: 'Class' },
  { header: 'Relationship' },
  { header: 'Signed' },
  { header: 'How' },
  { header: 'State' },
];

/** The version an address asks for, else the one in force. */
async function chosenVersion({ work, request }: StaffContext<object>): Promise<PolicyVersion | undefined> {
  const asked = request.query.version;
  if (asked === undefined) return policyInForceOn(work, schoolDay(work.now));
  const version = /^[1-9]\d{0,5}$/u.test(asked) ? await policyVersionNumber(work, Number(asked)) : undefined;
  if (!version) throw notFound();
  return version;
}

function Counts({
  versions,
  counts,
  list,
}: {
  versions: readonly (VersionDates & { readonly count: AgreementCount })[];
  counts: boolean;
  list: boolean;
}) {
  return (
    <Table
      caption="How many agreed"
      columns={[
        { header: 'Version' },
        { header: 'Agreed on screen', numeric: true },
        { header: 'Agreed on paper', numeric: true },
        { header: 'Withdrawn', numeric: true },
      ]}
      rows={
        counts
          ? versions.map(({ number, count }) => [
              list ? <a href={`${ROOM}?version=${number}`}>{`Version ${number}`}</a> : `Version ${number}`,
              String(count.screen),
              String(count.paper),
              String(count.withdrawn),
            ])
          : []
      }
      empty={
        <EmptyState title="No agreements yet" action={{ href: '/desk/policy', label: 'Go to the policy' }}>
          <p>
            Once a policy is in force, parents can agree to it online or on paper. You will see here how many
            did.
          </p>
        </EmptyState>
      }
    />
  );
}

/** The agreements' room: counts for everybody who may see them, names for the office and the data lead (2.11). */
export async function overviewPage(context: StaffContext<object>) {
  const { work, staff, flash, page, request } = context;
  const list = may(staff.roles, 'agreement.list');
  const record = may(staff.roles, 'agreement.record');
  const dates = await versionDates(work);
  const byPolicy = await countAgreements(work);
  const versions = dates.map((each) => ({ ...each, count: byPolicy.get(each.id) ?? NONE }));
  const version = list ? await chosenVersion(context) : undefined;
  return page({
    title: 'Agreements',
    room: ROOM,
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <h1>Agreements</h1>
        <p>Who has agreed to the policy. Nothing follows for anybody who has not.</p>
        {(record || list) && dates.length > 0 && (
          <ButtonGroup>
            {record && <ButtonLink href={`${ROOM}/record`}>Record a paper slip</ButtonLink>}
            {list && (
              <ButtonLink href={`${ROOM}/find`} kind="secondary">
                Find somebody
              </ButtonLink>
            )}
          </ButtonGroup>
        )}
        {record && (
          <ul>
            <li>
              <a href={`${ROOM}/coverage`}>How far it has come</a>: by class, year and group
            </li>
            <li>
              <a href={`${ROOM}/asking`}>Ask by mail</a>: a personal link each, and reminders
            </li>
            <li>
              <a href={`${ROOM}/links`}>Links for classes</a>: QR codes and sheets to print
            </li>
            <li>
              <a href={`${ROOM}/scans`}>Scanned slips</a>
            </li>
            <li>
              <a href={`${ROOM}/answers`}>Talks and refusals</a>: those who want to talk first, or would
              rather not sign
            </li>
          </ul>
        )}
        <Counts versions={versions} counts={dates.length > 0} list={list} />
        {version && (await Names({ context, version, asked: request.query.page }))}
      </>
    ),
  });
}

async function Names({
  context: { work },
  version,
  asked,
}: {
  context: StaffContext<object>;
  version: PolicyVersion;
  asked: string | undefined;
}) {
  const counts = (await countAgreements(work)).get(version.id) ?? NONE;
  const entries = counts.screen + counts.paper + counts.withdrawn;
  const { page, pages, offset } = paged(asked, entries, PAGE_SIZE);
  const rows = await listAgreements(work, version.id, { offset, limit: PAGE_SIZE });
  return (
    <>
      <Table
        caption={`Version ${version.number}, the newest first`}
        columns={AGREEMENT_COLUMNS}
        rows={rows.map(agreementCells)}
        empty={<p>Nobody has agreed to version {version.number} yet.</p>}
      />
      {pages > 1 && (
        <Pagination
          page={page}
          pages={pages}
          href={(each) => `${ROOM}?version=${version.number}&page=${each}`}
          label="Pages of agreements"
        />
      )}
      {rows.length > 0 && (
        <p>
          <a href={`${ROOM}/version/${version.number}/agreements.csv`}>
            Save as a table (CSV) for a spreadsheet
          </a>
        </p>
      )}
    </>
  );
}
