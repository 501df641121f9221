import type { Temporal } from 'temporal-polyfill';
import type { PublicPageProps } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { NO_EFFECT } from '../../policies/print.ts';
import type { School } from '../../schools/store.ts';
import {
  Button,
  Form,
  type FormState,
  formatDate,
  Hidden,
  InsetText,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import { MOST_WORDS } from './answer-fields.ts';

/** When somebody who wants to talk hears from the office. */
export interface TalkTimes {
  /** The last day for it. */
  readonly by: Temporal.PlainDate;
  /** When school opens again, in the holidays. */
  readonly opens: Temporal.PlainDate | undefined;
}

interface Shown {
  readonly school: School;
  readonly form: FormState;
  readonly once: string;
}

function Shut({ times }: { times: TalkTimes | undefined }) {
  return times?.opens ? (
    <InsetText>School is closed until {formatDate(times.opens)}. Nobody may read this before then.</InsetText>
  ) : null;
}

const OWN = ['name', 'childClass', 'contact', 'words', 'once'];

/** Where somebody says that they would rather not sign. Nothing on it has to be filled in. */
export function declinePage({ school, form, once }: Shown): PublicPageProps {
  const base = `${schoolHref(school)}/agree`;
  return {
    title: 'You would rather not sign',
    listed: false,
    errors: form.errors,
    back: { href: base },
    children: (
      <>
        <h1>You would rather not sign</h1>
        <InsetText>{NO_EFFECT}</InsetText>
        <p>
          You do not have to tell us, or say why. If you do, only the school office reads it, and it may help
          us to write a better policy.
        </p>
        <Form action={`${base}/decline`} once={once}>
          <Hidden values={form.values} except={OWN} />
          <TextArea
            form={form}
            name="words"
            label="What do you not agree with?"
            maxCharacters={MOST_WORDS}
            optional
          />
          <TextInput
            form={form}
            name="name"
            label="Your name"
            autocomplete="name"
            spellcheck={false}
            optional
          />
          <TextInput form={form} name="childClass" label="Class or classes" width={20} optional />
          <Button>Tell the office</Button>
        </Form>
        <p>
          Would it help to talk about it? <a href={`${base}/talk`}>Ask to talk to somebody</a>
        </p>
      </>
    ),
  };
}

/** Where somebody asks to talk before they decide (D20). */
export function talkPage({
  school,
  form,
  once,
  times,
}: Shown & { readonly times: TalkTimes | undefined }): PublicPageProps {
  const base = `${schoolHref(school)}/agree`;
  return {
    title: 'Talk to somebody first',
    listed: false,
    errors: form.errors,
    back: { href: base },
    children: (
      <>
        <h1>Talk to somebody first</h1>
        <p>
          Tell us how to reach you. Somebody from the school will get in touch. You need not decide anything
          before or after.
        </p>
        <Shut times={times} />
        <Form action={`${base}/talk`} once={once}>
          <Hidden values={form.values} except={OWN} />
          <TextInput form={form} name="name" label="Your name" autocomplete="name" spellcheck={false} />
          <TextInput
            form={form}
            name="contact"
            label="Phone number or email address"
            hint="We delete it when we have talked. Tell us a good time too, if you like."
            autocomplete="off"
            spellcheck={false}
          />
          <TextArea
            form={form}
            name="words"
            label="What would you like to talk about?"
            maxCharacters={MOST_WORDS}
            optional
          />
          <TextInput form={form} name="childClass" label="Class or classes" width={20} optional />
          <Button>Ask for a talk</Button>
        </Form>
      </>
    ),
  };
}

/**
 * After either.
 * @param times when the office gets in touch; undefined after a refusal
 */
export function answeredPage(school: School, times: TalkTimes | undefined): PublicPageProps {
  const href = schoolHref(school);
  return {
    title: 'Thank you for telling us',
    listed: false,
    back: { href, label: 'The policy' },
    children: (
      <>
        <h1>Thank you for telling us</h1>
        <Shut times={times} />
        {times ? (
          <p>We will get in touch by {formatDate(times.by)}. Until then you do not have to do anything.</p>
        ) : (
          <p>
            The school office has noted it. You do not have to do anything else, and nobody will ask you why.
          </p>
        )}
        <p>Nothing changes for your child, for your place in a group or for how we treat you.</p>
        <p>
          If you want to agree one day, you can <a href={`${href}/agree`}>do it here</a>.
        </p>
      </>
    ),
  };
}
