import type { PublicPageProps } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { PolicyVersion } from '../../policies/version.ts';
import type { School } from '../../schools/store.ts';
import {
  Button,
  Form,
  type FormState,
  formatDateTime,
  formatShortDate,
  InsetText,
  Name,
  Notice,
  SummaryList,
  TextInput,
} from '../../ui/index.ts';
import type { Certified } from '../certificate.ts';
import { howGiven, languageRead } from '../record-rows.ts';

/** Where the code of a certificate is typed in. */
export function verifyStartPage(school: School, form: FormState, once: string): PublicPageProps {
  const href = schoolHref(school);
  return {
    title: 'Check a certificate',
    listed: false,
    errors: form.errors,
    back: { href, label: 'The school’s page' },
    children: (
      <>
        <Form action={`${href}/verify`} once={once}>
          <TextInput
            form={form}
            name="code"
            label="What is the code on the certificate?"
            heading
            hint="It stands under the picture to scan, and looks like 7KQM-X4PD-9WRT."
            width={20}
            autocomplete="off"
            spellcheck={false}
          />
          <Button>Check</Button>
        </Form>
        <p>
          Do you want to read what you signed yourself?{' '}
          <a href={`${href}/agree/receipt`}>Use your receipt code</a>
        </p>
      </>
    ),
  };
}

/** The answer to a code that belongs to no certificate. */
export function notKnownPage(school: School): PublicPageProps {
  const href = schoolHref(school);
  return {
    title: 'We do not know this certificate',
    listed: false,
    back: { href, label: 'The school’s page' },
    children: (
      <>
        <h1>We do not know this certificate</h1>
        <p>
          <Name>{school.name}</Name> has given out no certificate with this code. Compare the code with the
          one on the paper: a letter or number may be wrong.
        </p>
        <p>
          <a href={`${href}/verify`}>Type the code in again</a>
        </p>
      </>
    ),
  };
}

export interface Verified {
  readonly school: School;
  readonly certified: Certified;
  readonly version: PolicyVersion;
  /** As it stands in the address. */
  readonly code: string;
  readonly form: FormState;
  readonly once: string;
  /** Whether the name that was typed is the one on record; undefined before somebody asks. */
  readonly sameName?: boolean | undefined;
}

/**
 * What a certificate says, for whoever holds it: nothing that is not on it. The name is compared, never shown, and
 * nothing that came after the certificate was made is told.
 */
export function verifiedPage(verified: Verified): PublicPageProps {
  const { school, certified, version, code, form, once, sameName } = verified;
  const { agreement, state, issuedAt } = certified;
  const href = schoolHref(school);
  if (!agreement.whole) return brokenPage(school);
  const rows = [
    {
      key: 'Policy',
      value: (
        <a href={`${href}/policy/${version.number}`}>
          <Name>{version.document.title}</Name>, version {version.number}
        </a>
      ),
    },
    {
      key: 'Signed',
      value:
        agreement.method === 'paper'
          ? formatShortDate(agreement.signedOn)
          : formatDateTime(agreement.recordedAt),
    },
    ...(state === 'withdrawn' && agreement.withdrawnAt
      ? [{ key: 'Withdrawn', value: formatDateTime(agreement.withdrawnAt) }]
      : []),
    { key: 'How', value: howGiven(agreement) },
    { key: 'Language read', value: languageRead(agreement) },
    { key: 'Fingerprint of the policy', value: <code>{agreement.documentHash}</code> },
    { key: 'Certificate first made', value: formatDateTime(issuedAt) },
  ];
  return {
    title: 'This certificate is genuine',
    listed: false,
    errors: form.errors,
    back: { href: `${href}/verify`, label: 'Check another certificate' },
    children: (
      <>
        {sameName !== undefined && (
          <Notice kind={sameName ? 'success' : 'important'} title={sameName ? 'The same' : 'Not the same'}>
            {sameName
              ? 'The name you typed is the name on our record.'
              : 'The name you typed is not the name on our record. Type it just as it stands on the certificate.'}
          </Notice>
        )}
        <h1>This certificate is genuine</h1>
        <p>
          <Name>{school.name}</Name> made it. Compare these lines with the paper: they must say the same.
        </p>
        <SummaryList rows={rows} />
        <h2>Is the name right?</h2>
        <p>
          We do not show names here. Type the name on the certificate, and we tell you whether it is ours.
        </p>
        <Form action={`${href}/verify/${code}/name`} once={once}>
          <TextInput
            form={form}
            name="name"
            label="Name on the certificate"
            autocomplete="off"
            spellcheck={false}
          />
          <Button kind="secondary">Compare</Button>
        </Form>
        <InsetText>
          A certificate says what was recorded on the day it was made. It does not say whether the agreement
          still stands: only the person who signed can show you that, with a new one.
        </InsetText>
      </>
    ),
  };
}

function brokenPage(school: School): PublicPageProps {
  return {
    title: 'We cannot confirm this certificate',
    listed: false,
    back: { href: schoolHref(school), label: 'The school’s page' },
    children: (
      <>
        <h1>We cannot confirm this certificate</h1>
        <p>
          The school gave a certificate with this code out, but its record is not as it was made. Please ask
          the school office.
        </p>
      </>
    ),
  };
}
