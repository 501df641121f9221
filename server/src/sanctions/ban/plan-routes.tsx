import { z } from 'zod';
import { anyField, ticked } from '../../cases/fields.ts';
import type { CaseId } from '../../cases/ids.ts';
import type { Page, StaffContext } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { idSchema } from '../../platform/ids.ts';
import { Button, Checkboxes, Form, type FormState, InsetText, TextArea } from '../../ui/index.ts';
import { actOnBan } from './act.ts';
import { banHref, theBan, triedBan } from './context.ts';
import { banStepPage } from './frame.tsx';
import { type BanPlan, PART_TEXT, PLAN_PARTS, type PlanPart, planSchema, RISK_TEXT, RISKS } from './plan.ts';
import { savePlan } from './store.ts';

const planParams = z.object({ id: idSchema<'case'>(), part: z.enum(PLAN_PARTS) });
type Context = StaffContext<{ readonly id: CaseId; readonly part: PlanPart }>;

const planForm = z.object({ kinds: ticked }).catchall(anyField);
const TEXT_MAX = 8000;

/** The plan with one part as a form answers it. What is left open stays open: the plan is kept as far as it is. */
function withPart(plan: BanPlan, part: PlanPart, form: z.output<typeof planForm>): BanPlan {
  const answers = Object.fromEntries(
    Object.keys(PART_TEXT[part].questions).map((name) => {
      const value = form[name];
      return [name, typeof value === 'string' ? value.trim().slice(0, TEXT_MAX) : ''] as const;
    }),
  );
  const kinds = part === 'risk' ? { kinds: RISKS.filter((risk) => form.kinds.includes(risk)) } : {};
  return planSchema.parse({ ...plan, [part]: { ...answers, ...kinds } });
}

async function partPage(context: Context, form?: FormState): Promise<Page> {
  const { params, once } = context;
  const { part } = params;
  const { file, ban } = await theBan(context);
  const { title, lead, questions } = PART_TEXT[part];
  const kept: FormState['values'] = { ...ban.plan[part], kinds: ban.plan.risk.kinds };
  const shown: FormState = form ?? { values: kept, errors: {} };
  return banStepPage(context, file, {
    title,
    form: shown,
    children: (
      <>
        <h1>{title}</h1>
        <p>{lead}</p>
        {part === 'risk' && (
          <InsetText>
            Words online are not enough by themselves. If nobody is at risk on site, take another step: a
            conversation, a letter, or a plan for how to be in touch.
          </InsetText>
        )}
        <Form action={`${banHref(file.id)}/plan/${part}`} once={once} id="form">
          {part === 'risk' && (
            <Checkboxes
              form={shown}
              name="kinds"
              label="What is the risk?"
              items={RISKS.map((value) => ({ value, label: RISK_TEXT[value] }))}
            />
          )}
          {Object.entries(questions).map(([name, { label, hint }]) => (
            <TextArea form={shown} name={name} label={label} hint={hint} rows={4} />
          ))}
          <Button>Keep</Button>
        </Form>
      </>
    ),
  });
}

/** The plan of a ban, a part a page. */
export function banPlanRoutes(routes: Routes): void {
  const path = '/desk/cases/:id/ban/plan/:part';
  routes.staffPage(path, { may: 'case.work', params: planParams, show: (context) => partPage(context) });
  routes.staffAct(path, {
    may: 'case.work',
    params: planParams,
    form: planForm,
    act: ({ work, staff, params: { id, part } }, form) =>
      triedBan(
        async () => {
          let plan: BanPlan | undefined;
          let ban: Parameters<typeof savePlan>[1] | undefined;
          await actOnBan(work, staff, id, (found) => {
            plan = withPart(found.plan, part, form);
            ban = found.id;
            return { act: 'plan', part };
          });
          if (plan && ban) await savePlan(work, ban, plan);
        },
        banHref(id),
        'Kept.',
      ),
    again: partPage,
  });
}
