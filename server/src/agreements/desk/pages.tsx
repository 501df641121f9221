import type { DeskPageProps } from '../../edge/contexts.ts';
import type { PolicyVersion } from '../../policies/version.ts';
import {
  Button,
  Details,
  EmptyState,
  Form,
  type FormState,
  formatCount,
  formatDateTime,
  formatShortDate,
  Name,
  Notice,
  SummaryList,
  Table,
  Tag,
  TextInput,
  WarningText,
} from '../../ui/index.ts';
import { howGiven, languageRead } from '../record-rows.ts';
import type { Agreement } from '../rules.ts';
import { AGREEMENT_COLUMNS, agreementCells } from './overview.tsx';

const ROOM = '/desk/agreements';
const BACK = { href: ROOM, label: 'Agreements' };

/** Looks somebody up by a part of their name. The name travels in the form, never in an address. */
export function findPage(
  form: FormState,
  once: string,
  found: { readonly name: string; readonly agreements: readonly Agreement[] } | undefined,
): DeskPageProps {
  return {
    title: 'Find somebody',
    room: ROOM,
    back: BACK,
    errors: form.errors,
    children: (
      <>
        <h1>Find somebody</h1>
        <Form action={`${ROOM}/find`} once={once}>
          <TextInput
            form={form}
            name="name"
            label="Name, or a part of it"
            hint="Small or large letters and accents do not matter."
            autocomplete="off"
            spellcheck={false}
          />
          <Button>Find</Button>
        </Form>
        {found && (
          <Table
            caption={`${formatCount(found.agreements.length, 'agreement', 'agreements')} found`}
            columns={AGREEMENT_COLUMNS}
            rows={found.agreements.map(agreementCells)}
            empty={
              <EmptyState title="Nobody found">
                <p>
                  No agreement has “<Name>{found.name}</Name>” in its name. Try a shorter part of it.
                </p>
              </EmptyState>
            }
          />
        )}
      </>
    ),
  };
}

/** One agreement, as the office sees it. */
export function onePage(
  agreement: Agreement,
  version: PolicyVersion | undefined,
  once: string,
  record: boolean,
  done: string | undefined,
): DeskPageProps {
  const { id, name, childClass, relationship, signedOn, recordedAt, method, state, documentHash } = agreement;
  const { withdrawnAt, scan } = agreement;
  return {
    title: 'One agreement',
    room: ROOM,
    back: BACK,
    children: (
      <>
        {done !== undefined && <Notice kind="success">{done}</Notice>}
        <h1>
          <Name>{name}</Name>
        </h1>
        <p>{state === 'signed' ? <Tag kind="done">Agreed</Tag> : <Tag kind="ended">Withdrawn</Tag>}</p>
        <SummaryList
          rows={[
            ...(version
              ? [
                  {
                    key: 'Policy',
                    value: <a href={`/desk/policy/${version.id}`}>{`Version ${version.number}`}</a>,
                  },
                ]
              : []),
            ...(childClass ? [{ key: 'Class or classes', value: <Name>{childClass}</Name> }] : []),
            ...(relationship ? [{ key: 'Relationship', value: <Name>{relationship}</Name> }] : []),
            { key: 'Signed', value: formatShortDate(signedOn) },
            {
              key: method === 'screen' ? 'Sent on the school’s page' : 'Paper slip recorded',
              value: formatDateTime(recordedAt),
            },
            ...(withdrawnAt ? [{ key: 'Withdrawn', value: formatDateTime(withdrawnAt) }] : []),
            { key: 'How', value: howGiven(agreement) },
            { key: 'Language read', value: languageRead(agreement) },
            { key: 'Fingerprint of the policy', value: <code>{documentHash}</code> },
            ...(scan
              ? [{ key: 'Scan', value: <a href={`${ROOM}/one/${id}/scan`}>The scanned slip</a> }]
              : []),
          ]}
        />
        {!agreement.whole && (
          <WarningText>
            This record is not as it was made: something in it was changed past Handbell. Tell the person who
            looks after it.
          </WarningText>
        )}
        {record && (
          <p>
            <a href={`${ROOM}/one/${id}/certificate.pdf`}>Certificate for the parent (PDF)</a>
          </p>
        )}
        {record && state === 'signed' && (
          <Details summary="They want to withdraw">
            <p>Do this only when they have asked you. Nothing follows for them or their child.</p>
            <Form action={`${ROOM}/one/${id}/withdraw`} once={once}>
              <Button kind="warning">Record the withdrawal</Button>
            </Form>
          </Details>
        )}
      </>
    ),
  };
}
