import { type Answer, download, go, type PublicContext, type Shown, wrong } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { queueMail } from '../../platform/mail/outbox.ts';
import { policyVersion } from '../../policies/store.ts';
import { emptyForm, type FormState, textValue } from '../../ui/index.ts';
import { issueCertificate } from '../certificate.ts';
import { certificatePdf } from '../certificate-pdf.ts';
import { receiptPdf } from '../receipt-pdf.ts';
import { byReceipt, withdrawAgreement } from '../store.ts';
import { copyMail } from './copy-mail.ts';
import { copyForm, openForm, receiptForm } from './fields.ts';
import { receiptPage, withdrawPage, type Yours, yoursPage } from './yours-pages.tsx';

type Context = PublicContext<NoParams>;

const base = ({ school }: Context) => `${schoolHref(school)}/agree`;
/** Back to where a code is typed in: none came along, or it opens nothing. */
const askAgain = (context: Context) => go(`${base(context)}/receipt`, { lost: 'yes' });
const NOT_KNOWN = 'We do not know this code. Check it: it has twelve letters and digits';

/** What a code opens, if anything. */
async function openYours(
  context: Context,
  code: string | undefined,
  form: FormState,
): Promise<Yours | undefined> {
  const { work, school, once, flash } = context;
  const agreement = code === undefined ? undefined : await byReceipt(work, code);
  const version = agreement && (await policyVersion(work, agreement.policy));
  if (!agreement || !version || code === undefined) return undefined;
  return { school, agreement, version, code, form, once, fresh: flash.fresh === 'yes', done: flash.done };
}

async function showYours(context: Context): Promise<Shown> {
  const yours = await openYours(context, context.flash.code, emptyForm);
  return yours ? context.page(yoursPage(yours)) : askAgain(context);
}

async function againYours(context: Context, form: FormState): Promise<Shown> {
  const yours = await openYours(context, textValue(form, 'code'), form);
  return yours ? context.page(yoursPage(yours)) : askAgain(context);
}

async function sendCopy(context: Context, values: { code: string; email: string }): Promise<Answer> {
  const { work, services, school } = context;
  const yours = await openYours(context, values.code, emptyForm);
  if (!yours || yours.agreement.state === 'withdrawn') return askAgain(context);
  await queueMail(work, { to: values.email, ...copyMail(yours, `${services.origin}${schoolHref(school)}`) });
  work.audit({ act: 'agreement.copy-sent', object: `agreement:${yours.agreement.id}` });
  return go(`${base(context)}/yours`, { code: values.code, done: 'The copy is on its way to you.' });
}

async function withdraw(context: Context, { code }: { code: string }): Promise<Answer> {
  const agreement = await byReceipt(context.work, code);
  if (!agreement) return askAgain(context);
  await withdrawAgreement(context.work, agreement.id);
  return go(`${base(context)}/yours`, { code, done: 'Your agreement is withdrawn.' });
}

/** What a receipt code opens: reading again, a copy, withdrawal. The code never stands in an address. */
export function yoursRoutes(routes: Routes): void {
  const params = noParams;
  routes.publicPage('/agree/receipt', {
    params,
    show: ({ school, once, flash, page }) => page(receiptPage(school, emptyForm, once, flash.lost === 'yes')),
  });
  routes.publicAct('/agree/receipt', {
    params,
    limit: 'code-entry',
    form: receiptForm,
    act: async (context, { code }) => {
      const known = await byReceipt(context.work, code);
      return known ? go(`${base(context)}/yours`, { code: code.toUpperCase() }) : wrong({ code: NOT_KNOWN });
    },
    again: ({ school, once, page }, form) => page(receiptPage(school, form, once, false)),
  });
  routes.publicPage('/agree/yours', { params, show: showYours });
  routes.publicAct('/agree/yours/copy', {
    params,
    form: copyForm,
    act: sendCopy,
    again: againYours,
  });
  // The code goes on to one page at a time, and only to that page.
  routes.publicAct('/agree/yours/open', {
    params,
    form: openForm,
    repeatable: true,
    act: (context, { code, go: next }) => go(`${base(context)}/yours/${next}`, { code }),
    again: askAgain,
  });
  routes.publicPage('/agree/yours/receipt.pdf', {
    params,
    show: async (context) => {
      const yours = await openYours(context, context.flash.code, emptyForm);
      if (!yours) return askAgain(context);
      const bytes = await receiptPdf(yours, `${context.services.origin}${schoolHref(context.school)}`);
      return download(bytes, 'application/pdf', 'agreement-receipt.pdf');
    },
  });
  routes.publicPage('/agree/yours/certificate.pdf', {
    params,
    show: async (context) => {
      const { work, school, services } = context;
      const yours = await openYours(context, context.flash.code, emptyForm);
      if (!yours) return askAgain(context);
      const code = await issueCertificate(work, yours.agreement);
      const facts = { ...yours, code, issuedAt: work.now };
      const bytes = await certificatePdf(facts, `${services.origin}${schoolHref(school)}`);
      return download(bytes, 'application/pdf', 'agreement-certificate.pdf');
    },
  });
  routes.publicPage('/agree/yours/withdraw', {
    params,
    show: async (context) => {
      const { school, once, flash, page } = context;
      const yours = await openYours(context, flash.code, emptyForm);
      if (!yours) return askAgain(context);
      if (yours.agreement.state === 'withdrawn') return go(`${base(context)}/yours`, { code: yours.code });
      return page(withdrawPage(school, yours.code, once));
    },
  });
  routes.publicAct('/agree/yours/withdraw', {
    params,
    form: receiptForm,
    act: withdraw,
    again: askAgain,
  });
}
