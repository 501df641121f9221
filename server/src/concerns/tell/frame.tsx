import type { Child } from 'hono/jsx';
import type { Page, PublicContext } from '../../edge/contexts.ts';
import type { Group } from '../../groups/store.ts';
import { Button, ButtonGroup, type FieldErrors, Form, type FormState, Hidden } from '../../ui/index.ts';
import { ReadAloud } from '../../ui/read-aloud.tsx';
import { quietPage } from '../quiet-page.ts';
import type { ConcernRoute } from '../rules.ts';
import { TELL_NAMES } from './fields.ts';
import { type Answers, stepBefore, type TellStep } from './steps.ts';

/** What a page of the telling is drawn from. */
export interface StepContext {
  readonly context: PublicContext<object>;
  readonly form: FormState;
  readonly groups: readonly Group[];
  /** Which way what was told so far goes; undefined when nobody at the school could read it. */
  readonly route: ConcernRoute | undefined;
}

/** The answers that are carried along: only what the pages ask, whatever else was sent. */
export function carried(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([name]) => TELL_NAMES.includes(name)));
}

interface StepPageProps {
  readonly step: TellStep;
  readonly title: string;
  /** The names that this page asks itself. */
  readonly asks: readonly string[];
  readonly children: Child;
  /** The word on the button; none when the page cannot be left forwards. */
  readonly next?: string | null;
  readonly scripts?: readonly string[];
}

/** One page of the telling: its question, and buttons on and back. Nothing is kept by it. */
export function stepPage({ context, form }: StepContext, props: StepPageProps): Page {
  const { step, title, asks, children, next = 'Continue', scripts = [] } = props;
  const base = `/s/${context.school.slug}/concern`;
  const before = stepBefore(step, form.values);
  return quietPage(context, {
    title,
    errors: form.errors,
    scripts: ['read-aloud.js', ...scripts],
    children: (
      <Form action={`${base}/tell`}>
        <Hidden values={carried(form.values)} except={asks} />
        <input type="hidden" name="step" value={step} />
        {form.values.changing === 'yes' && <input type="hidden" name="changing" value="yes" />}
        <div data-aloud>{children}</div>
        <ButtonGroup>
          {next !== null && <Button>{next}</Button>}
          {before !== undefined && (
            <Button kind="secondary" name="go" value="back">
              Back
            </Button>
          )}
        </ButtonGroup>
        <ReadAloud />
      </Form>
    ),
  });
}

/** The errors of a form without what they are about: for a page that is shown for the first time. */
export const withoutErrors = (values: Answers): FormState => ({ values, errors: {} satisfies FieldErrors });
