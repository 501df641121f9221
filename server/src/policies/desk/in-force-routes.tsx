import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  DateInput,
  Form,
  type FormState,
  formatShortDate,
  InsetText,
  Radios,
} from '../../ui/index.ts';
import { findPolicy, lockPolicy } from '../drafts.ts';
import { dayValues, pastDay } from '../fields.ts';
import { earliestInForce, type InForceFacts, whyNotInForce } from '../in-force.ts';
import { inForceFacts, NotInForceYet, putInForce, withdrawPolicy } from '../into-force.ts';
import { unsigned } from '../signing.ts';
import { type VersionDates, versionDates } from '../store.ts';
import type { PolicyId, PolicyRecord } from '../version.ts';
import { policyParams, versionedForm, versionForm } from './fields.ts';

/** Why no day will do yet: somebody has not signed. */
function blockedBy(facts: InForceFacts): string | undefined {
  return unsigned(facts.places).length > 0 ? whyNotInForce(facts, facts.today) : undefined;
}

async function inForcePage(context: StaffContext<{ id: PolicyId }>, form?: FormState): Promise<Page> {
  const { work, params, school, request, once } = context;
  const record = await findPolicy(work, params.id);
  if (record.state !== 'adopted') throw notFound();
  const facts = await inForceFacts(work, record);
  const shown = form ?? { values: dayValues('from', facts.today), errors: {} };
  const blocked = blockedBy(facts);
  const page = schoolHref(school);
  const versions = await versionDates(work);
  return context.page({
    title: 'Put the policy in force',
    room: '/desk/policy',
    back: { href: `/desk/policy/${record.id}`, label: `Version ${record.number}` },
    errors: shown.errors,
    children: (
      <>
        <h1>Put the policy in force</h1>
        {blocked !== undefined ? (
          <InsetText>{blocked}</InsetText>
        ) : (
          <>
            <p>
              Everybody can then read it at <code>{`${context.services.origin}${page}`}</code>, and parents
              can agree to it. The version before it stays readable at its own address.
            </p>
            <p>It cannot be changed any more after that. A change is a new version.</p>
            <Form action={request.path} once={once}>
              <input type="hidden" name="version" value={String(record.revision)} />
              <DateInput
                form={shown}
                name="from"
                label="Since which day is it in force?"
                hint={`Today, unless the school had it on paper before. It was adopted and signed by ${formatShortDate(earliestInForce(facts))}.`}
              />
              {versions.length > 0 && <MaterialChoice form={shown} record={record} />}
              <Button>Put in force and publish</Button>
            </Form>
          </>
        )}
      </>
    ),
  });
}

/** Whether the change is material: only then is everybody asked to agree again. */
function MaterialChoice({ form, record }: { form: FormState; record: PolicyRecord }) {
  return (
    <>
      <p>
        <a href={`/desk/policy/${record.id}/compare`}>See what changes</a>
      </p>
      <Radios
        form={form}
        name="material"
        label="Does it change what people agreed to?"
        items={[
          {
            value: 'yes',
            label: 'Yes, ask everybody to agree again',
            hint: 'A rule is new, gone or stricter, or what the school may do has changed.',
          },
          {
            value: 'no',
            label: 'No, agreements stay good',
            hint: 'A name, a date, a number or the spelling. Only people who never agreed are asked.',
          },
        ]}
      />
    </>
  );
}

/** What the form says of the change; a school's first version is always material. */
function materialSaid(said: unknown, versions: readonly VersionDates[]): boolean | undefined {
  if (versions.length === 0 || said === 'yes') return true;
  return said === 'no' ? false : undefined;
}

/** Coming into force, and being withdrawn. */
export function inForceRoutes(routes: Routes): void {
  routes.staffPage('/desk/policy/:id/in-force', {
    may: 'policy.publish',
    params: policyParams,
    show: (context) => inForcePage(context),
  });
  routes.staffAct('/desk/policy/:id/in-force', {
    may: 'policy.publish',
    params: policyParams,
    form: versionedForm,
    act: async ({ work, params }, { version, ...rest }) => {
      const from = pastDay(rest, 'from', schoolDay(work.now));
      if ('errors' in from) return wrong(from.errors);
      // Locked before the form is judged: of two people at once, the second is told of the first, not of the form.
      await lockPolicy(work, params.id, 'put-in-force', version);
      const material = materialSaid(rest.material, await versionDates(work));
      if (material === undefined) return wrong({ material: 'Say whether the change matters to parents' });
      try {
        await putInForce(work, params.id, version, { from: from.day, material });
      } catch (error) {
        if (error instanceof NotInForceYet) return wrong({ from: error.message });
        throw error;
      }
      return go(`/desk/policy/${params.id}`, { done: 'The policy is in force and published.' });
    },
    again: inForcePage,
  });
  routes.staffAct('/desk/policy/:id/withdraw', {
    may: 'policy.publish',
    params: policyParams,
    form: versionForm,
    act: async ({ work, params }, { version }) => {
      await withdrawPolicy(work, params.id, version);
      return go(`/desk/policy/${params.id}`, { done: 'The policy is withdrawn.' });
    },
    again: ({ params }) => go(`/desk/policy/${params.id}`),
  });
}
