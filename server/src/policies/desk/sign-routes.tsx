import { z } from 'zod';
import { download, go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { may } from '../../people/permissions.ts';
import { schoolDay } from '../../platform/clock.ts';
import { readFile } from '../../platform/files/store.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  DateInput,
  emptyForm,
  FileUpload,
  Form,
  type FormState,
  InsetText,
  Name,
  TextInput,
} from '../../ui/index.ts';
import { findPolicy } from '../drafts.ts';
import { anyField, pastDay } from '../fields.ts';
import { SCAN_LIMIT, ScanError, safeScan } from '../scan.ts';
import { recordPaperSignature, signOnScreen } from '../sign.ts';
import { SignatureForm, WhatIsSigned } from '../signature-form.tsx';
import { type PlaceId, placesOf } from '../signatures.ts';
import { type SignaturePlace, whyNotSign } from '../signing.ts';
import type { PolicyId, PolicyRecord } from '../version.ts';
import { fullName, placeParams, signatureForm } from './fields.ts';

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

const readLink = ({ id, number }: PolicyRecord) => (
  <a href={`/desk/policy/${id}`}>{`Read version ${number}`}</a>
);

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
        <WhatIsSigned record={record} version={readLink(record)} />
        {why === undefined ? (
          <SignatureForm action={base} once={once} form={form} role={place.role} />
        ) : (
          <InsetText>{why}</InsetText>
        )}
        {paper && (
          <ul>
            <li>
              <a href={`${base}/link`}>Send them a link to sign by, without an account</a>
            </li>
            <li>
              <a href={`${base}/paper`}>It was signed on paper</a>
            </li>
          </ul>
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
        <WhatIsSigned record={record} version={readLink(record)} />
        <Form action={context.request.path} once={context.once} multipart>
          <TextInput
            form={form}
            name="name"
            label="Whose signature is it?"
            hint="Their full name, as it is to stand under the policy."
          />
          <DateInput form={form} name="on" label="On which day did they sign?" hint="Such as 18 11 2025." />
          <FileUpload
            form={form}
            name="scan"
            label="A scan or photo of the signed paper"
            hint="PDF, JPEG or PNG, up to 15 MB. Only what can be seen is kept, sealed. Parents do not see it."
            accept=".pdf,.jpg,.jpeg,.png"
            optional
          />
          <Button>Record the signature</Button>
        </Form>
      </>
    ),
  });
}

const paperForm = z.object({ name: fullName, scan: z.instanceof(File).optional() }).catchall(anyField);

/** Draws a scan afresh. Gives the safe file, or what to tell on the page. */
async function scanOf(scan: File, title: string) {
  try {
    return { bytes: await safeScan(new Uint8Array(await scan.arrayBuffer()), title) };
  } catch (error) {
    if (error instanceof ScanError) return { problem: error.message };
    throw error;
  }
}

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
    form: signatureForm,
    act: async ({ work, params, staff }, { name }) => {
      await signOnScreen(work, params.id, params.place, name, staff);
      return go(`/desk/policy/${params.id}`, { done: 'Thank you. Your signature is on the policy.' });
    },
    again: signPage,
  });
  routes.staffPage('/desk/policy/:id/sign/:place/scan.pdf', {
    may: 'policy.adopt',
    params: placeParams,
    show: async ({ work, params }) => {
      const place = (await placesOf(work, params.id)).find(({ id }) => id === params.place);
      if (!place?.signed?.scan) throw notFound();
      const { bytes, type, name } = await readFile(work, place.signed.scan);
      return download(bytes, type, name);
    },
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
    size: SCAN_LIMIT + 1024 * 1024,
    act: async (context, { name, scan, ...rest }) => {
      const { work, params, staff } = context;
      const on = pastDay(rest, 'on', schoolDay(work.now));
      if ('errors' in on) return wrong(on.errors);
      const { record, place } = await thePlace(context);
      const safe = scan && (await scanOf(scan, `${record.document.title}, signed: ${place.role}`));
      if (safe && 'problem' in safe) return wrong({ scan: safe.problem });
      await recordPaperSignature(work, params.id, params.place, {
        name,
        on: on.day,
        by: staff.member,
        scan: safe?.bytes,
      });
      return go(`/desk/policy/${params.id}`, { done: 'The signature is recorded.' });
    },
    again: paperPage,
  });
}
