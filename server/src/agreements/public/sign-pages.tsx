import type { PublicPageProps } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { NO_EFFECT } from '../../policies/print.ts';
import { KEEP_SECONDS, PolicyText } from '../../policies/text.tsx';
import type { PolicyVersion } from '../../policies/version.ts';
import type { School } from '../../schools/store.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Checkbox,
  Form,
  type FormState,
  formatDate,
  formatShortDate,
  Hidden,
  InsetText,
  Name,
  Notice,
  SummaryList,
  TextInput,
} from '../../ui/index.ts';
import { statementOf } from '../statement.ts';

/** Where the ways on from the policy lead: through the link somebody came by, if they came by one. */
export interface Start {
  /** Address without an ending; "/name", "/talk" and "/decline" lie below it. */
  readonly base: string;
  /** The class whose link it is. */
  readonly className?: string | undefined;
  /** Who it is for: a page for one person alone is kept by nobody. */
  readonly person?: string | undefined;
  /** A word above the heading. */
  readonly notice?: string | undefined;
}

/** What somebody agrees to, and the way in. */
export function readPage(
  school: School,
  version: PolicyVersion,
  start: Start = { base: `${schoolHref(school)}/agree` },
): PublicPageProps {
  const { document, number, inForceFrom } = version;
  const href = schoolHref(school);
  const { base, className, person, notice } = start;
  return {
    title: 'Agree to the policy',
    keep: person === undefined ? KEEP_SECONDS : undefined,
    listed: base === `${href}/agree`,
    back: { href, label: 'The policy' },
    children: (
      <>
        {notice !== undefined && <Notice>{notice}</Notice>}
        <h1>Agree to the policy</h1>
        {className !== undefined && (
          <p class="hb-caption">
            For the families of <Name>{className}</Name>
          </p>
        )}
        {person !== undefined && (
          <p class="hb-caption">
            For <Name>{person}</Name>
          </p>
        )}
        <p class="hb-lead">
          <Name>{document.title}</Name>. Version {number}, in force since {formatDate(inForceFrom)}.
        </p>
        <p>
          You tell us that you have read it and will keep to it. It takes about a minute once you have read
          it.
        </p>
        <InsetText>{NO_EFFECT}</InsetText>
        <ButtonGroup>
          <ButtonLink href={`${base}/name`}>Start</ButtonLink>
          <ButtonLink href={`${href}/agree/slip.pdf`} kind="secondary">
            Print a slip to sign on paper
          </ButtonLink>
        </ButtonGroup>
        <ul>
          <li>
            Not sure? <a href={`${base}/talk`}>Ask to talk to somebody first</a>
          </li>
          <li>
            Would you rather not sign? You can just close this page, or{' '}
            <a href={`${base}/decline`}>tell us so</a>
          </li>
        </ul>
        <p>
          Have you agreed before? <a href={`${href}/agree/receipt`}>Look at what you signed</a>
        </p>
        <hr />
        <PolicyText document={document} />
        <ButtonLink href={`${base}/name`}>Start</ButtonLink>
      </>
    ),
  };
}

/** What stands here while there is nothing to agree to. */
export function nothingToSign(school: School): PublicPageProps {
  const href = schoolHref(school);
  return {
    title: 'Nothing to agree to yet',
    back: { href, label: 'The school’s page' },
    children: (
      <>
        <h1>There is nothing to agree to yet</h1>
        <p>The school has no policy in force. You do not have to do anything.</p>
        <p>
          <a href={`${href}/agree/receipt`}>Look at what you signed before</a>
        </p>
      </>
    ),
  };
}

interface StepShown {
  readonly school: School;
  readonly form: FormState;
  readonly once: string;
}

/**
 * The first question.
 * @param lost set when the answers of an earlier page did not come along
 */
export function namePage({ school, form, once }: StepShown, lost = false): PublicPageProps {
  const base = `${schoolHref(school)}/agree`;
  return {
    title: 'What is your name?',
    back: { href: base },
    errors: form.errors,
    children: (
      <>
        {lost && (
          <InsetText>
            Your answers did not come along. The page was open for long, or your browser keeps no cookies.
            Please start again, or <a href={`${base}/slip.pdf`}>print a slip</a> and sign on paper. Nothing
            was sent.
          </InsetText>
        )}
        <Form action={`${base}/name`} once={once}>
          <Hidden values={form.values} except={['name', 'once', 'go']} />
          <TextInput
            form={form}
            name="name"
            label="What is your name?"
            heading
            hint="As you write it yourself, in any alphabet. If two of you agree, each of you does this alone."
            autocomplete="name"
            spellcheck={false}
          />
          <Button>Continue</Button>
        </Form>
      </>
    ),
  };
}

/** The second page: what helps the office to find the family, all of it free. */
export function aboutPage({ school, form, once }: StepShown): PublicPageProps {
  const base = `${schoolHref(school)}/agree`;
  return {
    title: 'Your child’s class',
    errors: form.errors,
    children: (
      <>
        <h1>Your child’s class</h1>
        <p>This helps the office to see which classes have heard of the policy. You can leave both empty.</p>
        <Form action={`${base}/about`} once={once}>
          <Hidden values={form.values} except={['childClass', 'relationship', 'once', 'go']} />
          <TextInput
            form={form}
            name="childClass"
            label="Class or classes"
            hint="Such as Oak, or 2B and 4A."
            optional
          />
          <TextInput
            form={form}
            name="relationship"
            label="Who you are to the child"
            hint="Such as mother, father, carer or grandparent."
            optional
          />
          <ButtonGroup>
            <Button>Continue</Button>
            <Button kind="secondary" name="go" value="back">
              Back
            </Button>
          </ButtonGroup>
        </Form>
      </>
    ),
  };
}

const given = (text: string) => (text === '' ? <span class="hb-quiet">Not given</span> : <Name>{text}</Name>);

/** The last page: everything once more, and the signature. */
export function checkPage(
  { school, form, once }: StepShown,
  version: PolicyVersion,
  answers: { readonly name: string; readonly childClass: string; readonly relationship: string },
): PublicPageProps {
  const href = schoolHref(school);
  const base = `${href}/agree`;
  const carried = <Hidden values={form.values} except={['agree', 'once', 'go']} />;
  return {
    title: 'Check and sign',
    errors: form.errors,
    children: (
      <>
        <h1>Check and sign</h1>
        <SummaryList
          rows={[
            {
              key: 'Policy',
              value: (
                <>
                  <a href={`${href}/policy/${version.number}`}>
                    <Name>{version.document.title}</Name>
                  </a>
                  , version {version.number}, in force since {formatShortDate(version.inForceFrom)}
                </>
              ),
            },
            { key: 'Your name', value: given(answers.name) },
            { key: 'Class or classes', value: given(answers.childClass) },
            { key: 'Who you are to the child', value: given(answers.relationship) },
          ]}
        />
        <Form action={`${base}/change`}>
          {carried}
          <ButtonGroup>
            <Button kind="secondary" name="go" value="name">
              Change your name
            </Button>
            <Button kind="secondary" name="go" value="about">
              Change the rest
            </Button>
          </ButtonGroup>
        </Form>
        <Form action={`${base}/check`} once={once}>
          {carried}
          <InsetText>{NO_EFFECT}</InsetText>
          <Checkbox
            form={form}
            name="agree"
            label={<Name>{statementOf(version)}</Name>}
            hint="With your name above, this is your signature. We note the day and the time."
          />
          <Button>Sign and send</Button>
        </Form>
      </>
    ),
  };
}
