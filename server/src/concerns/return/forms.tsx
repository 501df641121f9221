import type { PublicContext } from '../../edge/contexts.ts';
import {
  Button,
  Details,
  errorOf,
  Form,
  type FormState,
  Hidden,
  Radios,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import type { ConcernMode } from '../kinds.ts';
import { MODE_NAMES } from '../labels.ts';
import { moreOpenThan } from '../openness.ts';
import type { Standing } from './find.ts';

interface Props {
  readonly context: PublicContext<object>;
  readonly form: FormState;
  readonly code: string;
  readonly standing: Standing;
}

const OPENER: Readonly<Record<ConcernMode, string>> = {
  anonymous: '',
  confidential: 'Two people at most learn who you are, with a reason that your page shows.',
  named: 'The staff who look into it know. The person it is about learns it only if you agree.',
};

/** What a reporter can do on their page while the concern is open. */
export function ReporterForms(props: Props) {
  const { context, form, code, standing } = props;
  const base = `/s/${context.school.slug}/concern/return`;
  return (
    <>
      <Form action={`${base}/reply`} once={context.once}>
        <Hidden values={{ code }} />
        <TextArea form={form} name="words" label="Answer a question or add something" rows={6} />
        <Button>Send to the school</Button>
      </Form>
      <Form action={`${base}/add`}>
        <Hidden values={{ code }} />
        <Button kind="secondary">Add a screenshot, messages or an email</Button>
      </Form>
      <RelayForm {...props} />
      {moreOpenThan(standing.mode).length > 0 && <OpenUpForm {...props} />}
      {!standing.withdrawn && (
        <Details summary="I want to take my concern back">
          <p>
            You can. The school will not go on with it because of you. If a child may be at risk, it still has
            to act.
          </p>
          <Form action={`${base}/withdraw`} once={context.once}>
            <Hidden values={{ code }} />
            <Button kind="secondary">Take my concern back</Button>
          </Form>
        </Details>
      )}
    </>
  );
}

function RelayForm({ context, form, code, standing }: Props) {
  return (
    <Details
      open={errorOf(form.errors, 'relay') !== undefined}
      summary={
        standing.relayed
          ? 'Change or stop the email that tells you of news'
          : 'Tell me by email when there is something new'
      }
    >
      <p>
        Handbell can send an email that says only “there is something new for you”. Nobody at the school sees
        the address, and no email says what it is about. Whoever else reads your email may still wonder.
      </p>
      <Form action={`/s/${context.school.slug}/concern/return/relay`} once={context.once}>
        <Hidden values={{ code }} />
        <TextInput
          form={form}
          name="relay"
          label="Email address for news"
          hint={standing.relayed ? 'There is one now. Leave this empty to stop it.' : undefined}
          type="email"
          autocomplete="email"
        />
        <Button kind="secondary">Save</Button>
      </Form>
    </Details>
  );
}

function OpenUpForm({ context, form, code, standing }: Props) {
  const anonymous = standing.mode === 'anonymous';
  return (
    <Details
      summary="I want to tell the school who I am"
      open={['mode', 'name', 'email', 'phone'].some((name) => errorOf(form.errors, name) !== undefined)}
    >
      <p>
        You told us: <strong>{MODE_NAMES[standing.mode].toLowerCase()}</strong>. You can say more of yourself,
        but you cannot take it back afterwards.
      </p>
      <Form action={`/s/${context.school.slug}/concern/return/open-up`} once={context.once}>
        <Hidden values={{ code }} />
        <Radios
          form={form}
          name="mode"
          label="How do you want to go on?"
          items={moreOpenThan(standing.mode).map((value) => ({
            value,
            label: MODE_NAMES[value],
            hint: OPENER[value],
          }))}
        />
        {anonymous && (
          <>
            <TextInput form={form} name="name" label="Your name" autocomplete="name" />
            <TextInput
              form={form}
              name="email"
              label="Email address"
              type="email"
              autocomplete="email"
              optional
            />
            <TextInput
              form={form}
              name="phone"
              label="Phone number"
              type="tel"
              autocomplete="tel"
              width={20}
              optional
            />
          </>
        )}
        <Button kind="secondary">Tell the school</Button>
      </Form>
    </Details>
  );
}
