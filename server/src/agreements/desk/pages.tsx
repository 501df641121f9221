import type { DeskPageProps } from '../../edge/contexts.ts';
import { type PolicyVersion, slipCode } from '../../policies/version.ts';
import {
  Button,
  Checkbox,
  DateInput,
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
} from '../../ui/index.ts';
import type { Agreement } from '../rules.ts';
import { AGREEMENT_COLUMNS, agreementCells } from './overview.tsx';

const ROOM = '/desk/agreements';
const BACK = { href: ROOM, label: 'Agreements' };

/** Where the office keys a paper slip in, one after the other. */
export function recordPage(
  form: FormState,
  once: string,
  versions: readonly PolicyVersion[],
  done: string | undefined,
): DeskPageProps {
  return {
    title: 'Record a paper slip',
    room: ROOM,
    back: BACK,
    errors: form.errors,
    children: (
      <>
        {done !== undefined && <Notice kind="success">{done}</Notice>}
        <h1>Record a paper slip</h1>
        {versions.length === 0 ? (
          <EmptyState
            title="No policy has been in force yet"
            action={{ href: '/desk/policy', label: 'Go to the policy' }}
          >
            <p>Slips can be recorded once there is one.</p>
          </EmptyState>
        ) : (
          <Form action={`${ROOM}/record`} once={once}>
            <TextInput
              form={form}
              name="code"
              label="Code on the slip"
              width={10}
              hint={`It says which version was signed. The one in force has ${versions.map(slipCode)[0]}.`}
              autocomplete="off"
              spellcheck={false}
            />
            <TextInput
              form={form}
              name="name"
              label="Name"
              hint="As it stands on the slip."
              autocomplete="off"
              spellcheck={false}
            />
            <TextInput
              form={form}
              name="childClass"
              label="Class or classes"
              width={20}
              autocomplete="off"
              optional
            />
            <DateInput form={form} name="on" label="Date on the slip" hint="Such as 18 11 2025." />
            {form.errors.another !== undefined && (
              <Checkbox form={form} name="another" label="This is another person of the same name" />
            )}
            <Button>Record</Button>
          </Form>
        )}
        <p>
          Keep the slip until the policy is replaced. <a href={`${ROOM}/slip.pdf`}>Print slips</a>
        </p>
      </>
    ),
  };
}

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
  const { withdrawnAt, language } = agreement;
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
            { key: 'Language read', value: language },
            { key: 'Fingerprint of the policy', value: <code>{documentHash}</code> },
          ]}
        />
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
