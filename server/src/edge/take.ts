import type { Services } from '../platform/services.ts';
import { readForm } from '../platform/web/body.ts';
import type { WebContext } from '../platform/web/environment.ts';
import { rememberOnce, takeOnce } from '../platform/web/once.ts';
import { Refusal } from '../platform/web/refusal.ts';
import type { Work, WorkSettings } from '../platform/work.ts';
import type { FormState } from '../ui/index.ts';
import { type Answer, go } from './contexts.ts';
import { send } from './send.tsx';
import { type ActSpec, FORM_LIMIT, NotKept } from './specs.ts';
import { checkForm } from './validate.ts';

/** Does something for the one who asks, in a transaction. */
type Perform<Context> = <T>(act: (context: Context) => Promise<T>, how?: WorkSettings) => Promise<T>;

/** Fields that open something: they are shown to nobody again. */
const SECRET = /code|password|secret|token|once/iu;

/** What somebody wrote in sentences. Answers of one word are quickly given again. */
function wordsOf(values: FormState['values']): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) =>
    !SECRET.test(name) && typeof value === 'string' && /\S\s+\S/u.test(value) ? [value] : [],
  );
}

/** Reads a form, does its act once in a transaction, and answers. */
export async function take<V, P, Context extends { readonly work: Work }>(
  services: Services,
  web: WebContext,
  route: string,
  spec: ActSpec<P, V, Context>,
  perform: Perform<Context>,
): Promise<Response> {
  const raw = await readForm(web.req.raw, spec.size ?? FORM_LIMIT);
  const checked = checkForm(raw, spec.form);
  let answer: Answer | undefined;
  try {
    answer = await perform(async (context): Promise<Answer> => {
      if (!checked.ok) throw new NotKept({ kind: 'wrong', errors: checked.form.errors });
      if (!spec.repeatable) {
        const before = await takeOnce(context.work, route, raw.fields.once);
        if (before) return go(before.location, before.flash);
      }
      const result = await spec.act(context, checked.values);
      if (result.kind !== 'go') throw new NotKept(result);
      if (!spec.repeatable) {
        const taken = { location: result.to, flash: result.flash };
        await rememberOnce(context.work, route, raw.fields.once, taken);
      }
      return result;
    }, spec);
  } catch (error) {
    // Whoever was slower loses nothing that they wrote.
    if (error instanceof Refusal && error.status === 409) error.wrote = wordsOf(checked.form.values);
    if (!(error instanceof NotKept)) throw error;
    answer = error.answer;
  }
  if (answer.kind !== 'wrong') return send(web, services, answer);
  const form = { values: { ...checked.form.values, ...answer.values }, errors: answer.errors };
  return perform(async (context) => send(web, services, await spec.again(context, form)));
}
