import { z } from 'zod';
import { go, type PublicContext, type Shown, wrong } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { noParams, type Routes } from '../../edge/routes.ts';
import { policyVersion } from '../../policies/store.ts';
import { emptyForm, type FormState } from '../../ui/index.ts';
import { findCertificate } from '../certificate.ts';
import { plainName } from '../rules.ts';
import { certificateForm, nameField } from './fields.ts';
import { notKnownPage, verifiedPage, verifyStartPage } from './verify-pages.tsx';

const params = z.object({ code: z.string().max(60) });
type Context = PublicContext<z.output<typeof params>>;

async function showVerified(
  context: Context,
  form: FormState = emptyForm,
  typed?: string,
): Promise<Extract<Shown, { kind: 'page' }>> {
  const {
    work,
    school,
    services,
    request,
    once,
    page,
    params: { code },
  } = context;
  const certified = await findCertificate(work, code);
  const version = certified && (await policyVersion(work, certified.agreement.policy));
  if (!certified || !version) {
    await services.limits.count('code-entry', request.caller);
    return page(notKnownPage(school));
  }
  const sameName = typed === undefined ? undefined : plainName(typed) === plainName(certified.agreement.name);
  return page(verifiedPage({ school, certified, version, code, form, once, sameName }));
}

/** Where anybody who holds a certificate can check it. It tells no more than the certificate does. */
export function verifyRoutes(routes: Routes): void {
  routes.publicPage('/verify', {
    params: noParams,
    show: ({ school, once, page }) => page(verifyStartPage(school, emptyForm, once)),
  });
  routes.publicAct('/verify', {
    params: noParams,
    limit: 'code-entry',
    form: certificateForm,
    repeatable: true,
    act: async ({ work, school }, { code }) =>
      (await findCertificate(work, code))
        ? go(`${schoolHref(school)}/verify/${encodeURIComponent(code.toUpperCase())}`)
        : wrong({ code: 'No certificate of this school has this code. Compare it with the paper' }),
    again: ({ school, once, page }, form) => page(verifyStartPage(school, form, once)),
  });
  routes.publicPage('/verify/:code', { params, show: (context) => showVerified(context) });
  routes.publicAct('/verify/:code/name', {
    params,
    limit: 'code-entry',
    form: z.object({ name: nameField('Enter the name on the certificate') }),
    repeatable: true,
    act: (context, { name }) => showVerified(context, { values: { name }, errors: {} }, name),
    again: (context, form) => showVerified(context, form),
  });
}
