import type { CaseId } from '../../cases/ids.ts';
import { type CaseFile, caseFor } from '../../cases/read.ts';
import type { Page, StaffContext } from '../../edge/contexts.ts';
import {
  Button,
  ButtonLink,
  Form,
  type FormState,
  formatDate,
  InsetText,
  SummaryList,
  Tag,
} from '../../ui/index.ts';
import { instrumentPage } from '../instrument-page.tsx';
import { openTerms } from './rules.ts';
import { CONTACT_PLAN_STATE_TEXT } from './states.ts';
import { type ContactPlan, planOfCase } from './store.ts';
import { ContactTermsFields } from './terms-fields.tsx';

export type PlanContext = StaffContext<{ readonly id: CaseId }>;
export const planHref = (id: CaseId): string => `/desk/cases/${id}/plan`;

/** The communication plan of a case: how it stands, its terms, and what can be done next. */
export async function planPage(context: PlanContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const plan = await planOfCase(work, params.id);
  return instrumentPage(context, file, {
    title: 'Communication plan',
    form,
    children: (
      <>
        <p>
          A plan for how a parent and the school are in touch for a time. It is not a ban: it says nothing
          about coming on to the site.
        </p>
        <InsetText>
          A call about a child who is ill, hurt or unsafe, about medicine, special needs or a disability is
          always answered at once. No plan can change that, and such calls are never counted against a parent.
        </InsetText>
        {(!plan || plan.standing === 'ended') && (
          <Form action={`${planHref(file.id)}/begin`} once={once} id="form">
            <Button>{plan ? 'Write a new plan' : 'Write a plan'}</Button>
          </Form>
        )}
        {plan && <ThePlan context={context} file={file} plan={plan} form={form} />}
      </>
    ),
  });
}

interface PlanProps {
  readonly context: PlanContext;
  readonly file: CaseFile;
  readonly plan: ContactPlan;
  readonly form: FormState;
}

const END_TEXT = { 'by-itself': 'On its last day', lifted: 'Lifted', dropped: 'Not sent' } as const;

function ThePlan({ context, file, plan, form }: PlanProps) {
  const { once, staff } = context;
  const { standing, from, until, reviewOn, reviewedOn, endedHow } = plan;
  const { name, kind } = CONTACT_PLAN_STATE_TEXT[standing];
  const here = planHref(file.id);
  const decides = file.facts.decider === staff.member;
  const end = standing === 'ended' ? END_TEXT[endedHow ?? 'by-itself'] : undefined;
  const rows = [
    { key: 'From', value: from && formatDate(from) },
    { key: 'Last day', value: until && formatDate(until) },
    { key: 'To be looked at again', value: reviewOn && formatDate(reviewOn) },
    { key: 'Looked at last', value: reviewedOn && formatDate(reviewedOn) },
    { key: 'How it ended', value: end },
  ];
  return (
    <>
      <p>
        <Tag kind={kind}>{name}</Tag>
      </p>
      <SummaryList rows={rows.flatMap(({ key, value }) => (value ? [{ key, value }] : []))} />
      {standing === 'draft' && (
        <>
          <Form action={`${here}/terms`} id="form">
            <ContactTermsFields terms={plan.terms} form={form} />
            <Button>Keep</Button>
          </Form>
          {decides && openTerms(plan.terms).length === 0 && (
            <ButtonLink href={`${here}/letter`}>Days and letter</ButtonLink>
          )}
          {decides && (
            <Form action={`${here}/drop`} once={once}>
              <Button kind="secondary">Leave it: do not send a plan</Button>
            </Form>
          )}
        </>
      )}
      {standing === 'active' && (
        <>
          <Form action={`${here}/review`} once={once}>
            <p>Looked at again? Say so, and the next day to look at it is set a term ahead.</p>
            <Button kind="secondary">I looked at it, and it goes on until its last day</Button>
          </Form>
          {decides && (
            <Form action={`${here}/lift`} once={once}>
              <Button>End it today</Button>
            </Form>
          )}
        </>
      )}
    </>
  );
}
