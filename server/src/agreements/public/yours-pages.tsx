import type { PublicPageProps } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { PolicyVersion } from '../../policies/version.ts';
import type { School } from '../../schools/store.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Details,
  Form,
  type FormState,
  formatDateTime,
  Name,
  Notice,
  Panel,
  SummaryList,
  Tag,
  TextInput,
  WarningText,
} from '../../ui/index.ts';
import { howGiven, languageRead } from '../record-rows.ts';
import type { Agreement } from '../rules.ts';
import { statementOf } from '../statement.ts';

/** Somebody's own agreement, opened with its receipt code. */
export interface Yours {
  readonly school: School;
  readonly agreement: Agreement;
  readonly version: PolicyVersion;
  readonly code: string;
  readonly form: FormState;
  readonly once: string;
  /** Set on the page right after signing. */
  readonly fresh: boolean;
  readonly done: string | undefined;
}

/** What somebody signed: the page after signing, and what a receipt code opens later. */
export function yoursPage(yours: Yours): PublicPageProps {
  const { school, agreement, code, fresh, done, form } = yours;
  const stands = agreement.state === 'signed';
  return {
    title: fresh ? 'Thank you, you have agreed' : 'What you signed',
    errors: form.errors,
    back: { href: schoolHref(school), label: 'The policy' },
    children: (
      <>
        {done !== undefined && <Notice kind="success">{done}</Notice>}
        {fresh ? (
          <Panel title="Thank you, you have agreed">
            Your receipt code
            <br />
            <strong class="hb-code">{code}</strong>
          </Panel>
        ) : (
          <>
            <h1>What you signed</h1>
            <p>{stands ? <Tag kind="done">Agreed</Tag> : <Tag kind="ended">Withdrawn</Tag>}</p>
          </>
        )}
        {fresh && (
          <p>
            Keep the code. With it you can read this page again, or withdraw. You do not have to do anything
            else.
          </p>
        )}
        <TheRecord {...yours} />
        {stands && <Copy {...yours} />}
        {stands ? (
          <Details summary="Withdraw your agreement">
            <p>You can do this at any time, without a reason. Nothing changes for your child.</p>
            <Form action={`${schoolHref(school)}/agree/yours/open`}>
              <input type="hidden" name="code" value={code} />
              <Button kind="secondary" name="go" value="withdraw">
                Withdraw your agreement
              </Button>
            </Form>
          </Details>
        ) : (
          <p>
            If you want to agree after all, <a href={`${schoolHref(school)}/agree`}>start afresh</a>.
          </p>
        )}
      </>
    ),
  };
}

function TheRecord({ school, agreement, version, code }: Yours) {
  const { name, childClass, relationship, recordedAt, documentHash, withdrawnAt } = agreement;
  const rows = [
    {
      key: 'Policy',
      value: (
        <>
          <a href={`${schoolHref(school)}/policy/${version.number}`}>
            <Name>{version.document.title}</Name>
          </a>
          , version {version.number}
        </>
      ),
    },
    { key: 'What you signed', value: <Name>{agreement.statement ?? statementOf(version)}</Name> },
    { key: 'Your name', value: <Name>{name}</Name> },
    ...(childClass ? [{ key: 'Class or classes', value: <Name>{childClass}</Name> }] : []),
    ...(relationship ? [{ key: 'Who you are to the child', value: <Name>{relationship}</Name> }] : []),
    { key: 'Signed', value: formatDateTime(recordedAt) },
    ...(withdrawnAt ? [{ key: 'Withdrawn', value: formatDateTime(withdrawnAt) }] : []),
    { key: 'How', value: howGiven(agreement) },
    { key: 'Language read', value: languageRead(agreement) },
    { key: 'Receipt code', value: <code class="hb-code">{code}</code> },
    { key: 'Fingerprint of the policy', value: <code>{documentHash}</code> },
  ];
  return <SummaryList rows={rows} />;
}

function Copy({ school, code, form, once }: Yours) {
  const base = `${schoolHref(school)}/agree/yours`;
  return (
    <>
      <h2>A copy for you</h2>
      <Form action={`${base}/open`}>
        <input type="hidden" name="code" value={code} />
        <ButtonGroup>
          <Button kind="secondary" name="go" value="receipt.pdf">
            Save it as a PDF
          </Button>
          <Button kind="secondary" name="go" value="certificate.pdf">
            Save a certificate to show
          </Button>
        </ButtonGroup>
        <p class="hb-quiet">
          The certificate has no receipt code on it. Whoever you give it to can check it.
        </p>
      </Form>
      <Form action={`${base}/copy`} once={once}>
        <input type="hidden" name="code" value={code} />
        <TextInput
          form={form}
          name="email"
          label="Have it sent by email"
          type="email"
          autocomplete="email"
          hint="We use the address for this one email and do not keep it with your agreement."
          optional
        />
        <Button kind="secondary">Send me a copy</Button>
      </Form>
    </>
  );
}

/** Where a receipt code is typed in. */
export function receiptPage(school: School, form: FormState, once: string, lost: boolean): PublicPageProps {
  const base = `${schoolHref(school)}/agree`;
  return {
    title: 'Look at what you signed',
    errors: form.errors,
    back: { href: base },
    children: (
      <>
        {lost && (
          <Notice title="Please enter your receipt code">
            This page forgets your code after ten minutes, and when your browser keeps no cookies. What you
            signed is safe.
          </Notice>
        )}
        <Form action={`${base}/receipt`} once={once}>
          <TextInput
            form={form}
            name="code"
            label="What is your receipt code?"
            heading
            hint="You got it when you signed. It looks like 7KQM-X4PD-9WRT."
            width={20}
            autocomplete="off"
            spellcheck={false}
          />
          <Button>Continue</Button>
        </Form>
        <p>If you signed on paper, or have lost the code, the school office can help.</p>
      </>
    ),
  };
}

/** The question before a withdrawal. */
export function withdrawPage(school: School, code: string, once: string): PublicPageProps {
  const base = `${schoolHref(school)}/agree/yours`;
  return {
    title: 'Withdraw your agreement?',
    back: { href: base },
    children: (
      <>
        <h1>Withdraw your agreement?</h1>
        <p>
          We note that you withdrew it, and when. Nothing changes for your child, for your place in a group or
          for how we treat you.
        </p>
        <WarningText>A withdrawal cannot be undone. You can agree again at any time.</WarningText>
        <Form action={`${base}/withdraw`} once={once}>
          <input type="hidden" name="code" value={code} />
          <ButtonGroup>
            <Button kind="warning">Withdraw</Button>
            <ButtonLink href={base} kind="secondary">
              Keep it
            </ButtonLink>
          </ButtonGroup>
        </Form>
      </>
    ),
  };
}
