import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { may } from '../../people/permissions.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  Checkbox,
  DateInput,
  emptyForm,
  Form,
  type FormState,
  formatDate,
  InsetText,
  Name,
  SummaryList,
  TextInput,
} from '../../ui/index.ts';
import { recordPaperSignature, signOnScreen } from '../adoption.ts';
import { findPolicy } from '../drafts.ts';
import { anyField, pastDay } from '../fields.ts';
import { type PlaceId, placesOf } from '../signatures.ts';
import { type SignaturePlace, whyNotSign } from '../signing.ts';
import type { PolicyId, PolicyRecord } from '../version.ts';
import { fullName, placeParams } from './fields.ts';

type Context = StaffContext<{ id: PolicyId; place: PlaceId }>;

interface Place {
  readonly record: PolicyRecord;
  readonly places: readonly SignaturePlace[];
  readonly place: SignaturePlace;
}

async function thePlace({ work, params }: Context): Promise<Place> {
  const record = await findPolicy(work, params.id);
  const places = await placesOf(work, params.id);
  const place = places.find(({ id }) => id === params.place);
  if (!place || record.state !== 'adopted') throw notFound();
  return { record, places, place };
}

/** What is signed: the document, its version, its adoption and its fingerprint. */
function WhatIsSigned({ record }: { record: PolicyRecord }) {
  return (
    <SummaryList
      rows={[
        { key: 'Policy', value: <Name>{record.document.title}</Name> },
        {
          key: 'Version',
          value: <a href={`/desk/policy/${record.id}`}>{`Read version ${record.number}`}</a>,
        },
        {
          key: 'Adopted',
          value: record.adoption && (
            <>
              By <Name>{record.adoption.body}</Name> on {formatDate(record.adoption.on)}
            </>
          ),
        },
        { key: 'Fingerprint', value: <code>{record.hash}</code> },
      ]}
    />
  );
}

async function signPage(context: Context, form: FormState): Promise<Page> {
  const { staff, once } = context;
  const { record, places, place } = await thePlace(context);
  const why = whyNotSign(place, places, staff);
  const paper = may(staff.roles, 'policy.adopt') && !place.signed;
  const base = `/desk/policy/${record.id}/sign/${place.id}`;
  return context.page({
    title: `Sign as ${place.role}`,
    room: '/desk/policy',
    back: { href: `/desk/policy/${record.id}`, label: `Version ${record.number}` },
    errors: form.errors,
    children: (
      <>
        <h1>
          Sign as <Name>{place.role}</Name>
        </h1>
        <WhatIsSigned record={record} />
        {why === undefined ? (
          <Form action={base} once={once}>
            <TextInput
              form={form}
              name="name"
              label="Your full name"
              autocomplete="name"
              hint="As it is to stand under the policy."
            />
            <Checkbox
              form={form}
              name="confirm"
              label={`I have read this policy and sign it as ${place.role}.`}
            />
            <Button>Sign</Button>
          </Form>
        ) : (
          <InsetText>{why}</InsetText>
        )}
        {paper && (
          <p>
            <a href={`${base}/paper`}>It was signed on paper</a>
          </p>
        )}
      </>
    ),
  });
}

async function paperPage(context: Context, form: FormState): Promise<Page> {
  const { record, place } = await thePlace(context);
  return context.page({
    title: 'Record a signature on paper',
    room: '/desk/policy',
    back: { href: `/desk/policy/${record.id}/sign/${place.id}` },
    errors: form.errors,
    children: (
      <>
        <h1>Record a signature on paper</h1>
        <p>
          Do this only with the signed paper in front of you: the signature of <Name>{place.role}</Name> under
          this very text. Keep the paper with the minutes.
        </p>
        <WhatIsSigned record={record} />
        <Form action={context.request.path} once={context.once}>
          <TextInput
            form={form}
            name="name"
            label="Whose signature is it?"
            hint="Their full name, as it is to stand under the policy."
          />
          <DateInput form={form} name="on" label="On which day did they sign?" hint="Such as 18 11 2025." />
          <Button>Record the signature</Button>
        </Form>
      </>
    ),
  });
}

const screenForm = z.object({
  name: fullName,
  confirm: z.literal('yes', 'Tick the box to say that you have read the policy and sign it'),
});
const paperForm = z.object({ name: fullName }).catchall(anyField);

/** Signatures on an adopted version: on screen by the person themselves, or recorded from paper. */
export function signRoutes(routes: Routes): void {
  routes.staffPage('/desk/policy/:id/sign/:place', {
    may: 'policy.see',
    params: placeParams,
    show: (context) => signPage(context, emptyForm),
  });
  routes.staffAct('/desk/policy/:id/sign/:place', {
    may: 'policy.sign',
    params: placeParams,
    form: screenForm,
    act: async ({ work, params, staff }, { name }) => {
      await signOnScreen(work, params.id, params.place, name, staff);
      return go(`/desk/policy/${params.id}`, { done: 'Thank you. Your signature is on the policy.' });
    },
    again: signPage,
  });
  routes.staffPage('/desk/policy/:id/sign/:place/paper', {
    may: 'policy.adopt',
    params: placeParams,
    show: (context) => paperPage(context, emptyForm),
  });
  routes.staffAct('/desk/policy/:id/sign/:place/paper', {
    may: 'policy.adopt',
    params: placeParams,
    form: paperForm,
    act: async ({ work, params, staff }, { name, ...rest }) => {
      const on = pastDay(rest, 'on', schoolDay(work.now));
      if ('errors' in on) return wrong(on.errors);
      await recordPaperSignature(work, params.id, params.place, { name, on: on.day, by: staff.member });
      return go(`/desk/policy/${params.id}`, { done: 'The signature is recorded.' });
    },
    again: paperPage,
  });
}
