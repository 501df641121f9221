import { z } from 'zod';
import { go, type PublicContext, type Shown } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { Routes } from '../../edge/routes.ts';
import { emptyForm, type FormState, formatDate, Name, Panel } from '../../ui/index.ts';
import { signatureForm } from '../desk/fields.ts';
import { findByLink, type LinkedPlace, signByLink } from '../sign.ts';
import { SignatureForm, WhatIsSigned } from '../signature-form.tsx';
import { PolicyText } from '../text.tsx';

const params = z.object({ secret: z.string().regex(/^[A-Za-z0-9_-]{32}$/u) });
type Context = PublicContext<{ secret: string }>;

function Signed({ linked: { record, place } }: { linked: LinkedPlace }) {
  return (
    <>
      <Panel title="The policy is signed">
        <p>
          <Name>{place.signed?.name}</Name> signed as <Name>{place.role}</Name>
          {place.signed && ` on ${formatDate(place.signed.on)}`}.
        </p>
      </Panel>
      <p>
        The school is told. You do not have to do anything else. This is what was signed, version{' '}
        {record.number}:
      </p>
      <PolicyText document={record.document} />
    </>
  );
}

async function signPage(context: Context, form: FormState): Promise<Shown> {
  const { work, school, once, request } = context;
  const linked = await findByLink(work, context.params.secret);
  const { record, place } = linked;
  if (place.signed) return context.page({ title: 'Signed', children: <Signed linked={linked} /> });
  return context.page({
    title: `Sign as ${place.role}`,
    errors: form.errors,
    children: (
      <>
        <h1>
          Sign as <Name>{place.role}</Name>
        </h1>
        <p>
          <Name>{school.name}</Name> asks you to sign its policy. Read it first; the form is below it.
        </p>
        <WhatIsSigned record={record} version={String(record.number)} />
        <PolicyText document={record.document} />
        <h2>Your signature</h2>
        <SignatureForm action={request.path} once={once} form={form} role={place.role} />
        <h2>If you do not want to sign</h2>
        <p>
          Close this page and tell the school office:{' '}
          <a href={`mailto:${school.profile.officeEmail}`}>{school.profile.officeEmail}</a>. Nothing is signed
          until you press the button.
        </p>
      </>
    ),
  });
}

/** Signing by a personal link, without an account. */
export function publicSignRoutes(routes: Routes): void {
  routes.publicPage('/sign/:secret', { params, show: (context) => signPage(context, emptyForm) });
  routes.publicAct('/sign/:secret', {
    params,
    form: signatureForm,
    act: async ({ work, school, params: { secret } }, { name }) => {
      await signByLink(work, secret, name);
      return go(`${schoolHref(school)}/sign/${secret}`);
    },
    again: signPage,
  });
}
