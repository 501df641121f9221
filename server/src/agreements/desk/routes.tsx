import { z } from 'zod';
import { type Answer, download, go, type Shown, type StaffContext, wrong } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { may } from '../../people/permissions.ts';
import { schoolDay } from '../../platform/clock.ts';
import { idSchema } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { anyField, pastDay } from '../../policies/fields.ts';
import { listVersions, policyInForceOn, policyVersion, policyVersionNumber } from '../../policies/store.ts';
import { slipCode } from '../../policies/version.ts';
import { emptyForm, type FormState } from '../../ui/index.ts';
import { agreementRows, csvFile } from '../csv.ts';
import { plainName } from '../rules.ts';
import { slipPdf } from '../slip-pdf.ts';
import { findAgreement, findByName, listAgreements, recordSlip, withdrawAgreement } from '../store.ts';
import { overviewPage } from './overview.tsx';
import { findPage, onePage, recordPage } from './pages.tsx';

const ROOM = '/desk/agreements';

const line = z
  .string()
  .transform((text) => text.replaceAll(/\s+/gu, ' ').trim())
  .pipe(z.string().max(200, 'Use 200 characters or fewer'));

const recordForm = z
  .object({
    code: line.pipe(z.string().min(1, 'Enter the code that is printed on the slip')),
    name: line.pipe(z.string().min(1, 'Enter the name on the slip')),
    childClass: line.default(''),
    another: z.literal('yes').optional(),
  })
  .catchall(anyField);

const findForm = z.object({ name: line.pipe(z.string().min(1, 'Enter a name, or a part of it')) });

async function showRecord(context: StaffContext<NoParams>, form?: FormState): Promise<Shown> {
  const { work, once, flash, page } = context;
  const before: FormState = { values: flash.code === undefined ? {} : { code: flash.code }, errors: {} };
  return page(recordPage(form ?? before, once, await listVersions(work), flash.done));
}

const plainCode = (code: string) => code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');

async function record(
  { work, staff }: StaffContext<NoParams>,
  { code, name, childClass, another, ...rest }: z.output<typeof recordForm>,
): Promise<Answer> {
  const versions = await listVersions(work);
  const version = versions.find((each) => plainCode(slipCode(each)) === plainCode(code));
  if (!version) {
    return wrong({ code: 'No version of the policy has this code. Check it against the slip' });
  }
  const on = pastDay(rest, 'on', schoolDay(work.now));
  if ('errors' in on) return wrong(on.errors);
  const known = (await findByName(work, name)).some(
    (each) =>
      each.policy === version.id && each.state === 'signed' && plainName(each.name) === plainName(name),
  );
  if (known && !another) {
    return wrong({
      another:
        'Somebody of this name has agreed to this version already. Tick the box if this is another person',
    });
  }
  const id = await recordSlip(work, {
    version,
    signer: { name, childClass },
    on: on.day,
    recordedBy: staff.member,
  });
  return go(`${ROOM}/record`, { done: 'The slip is recorded. You can go on with the next.', code, id });
}

function slipRoutes(routes: Routes): void {
  routes.staffPage(`${ROOM}/record`, {
    may: 'agreement.record',
    params: noParams,
    show: (context) => showRecord(context),
  });
  routes.staffAct(`${ROOM}/record`, {
    may: 'agreement.record',
    params: noParams,
    form: recordForm,
    act: record,
    again: showRecord,
  });
  routes.staffPage(`${ROOM}/slip.pdf`, {
    may: 'agreement.record',
    params: noParams,
    show: async ({ work, school, services }) => {
      const version = await policyInForceOn(work, schoolDay(work.now));
      if (!version) return go(ROOM);
      const address = `${services.origin}${schoolHref(school)}/policy/${version.number}`;
      const bytes = await slipPdf(version, school.name, address);
      return download(bytes, 'application/pdf', `slip-version-${version.number}.pdf`, { inline: true });
    },
  });
}

function oneRoutes(routes: Routes): void {
  const params = z.object({ id: idSchema<'agreement'>() });
  routes.staffPage(`${ROOM}/one/:id`, {
    may: 'agreement.list',
    params,
    show: async ({ work, params: { id }, staff, once, flash, page }) => {
      const agreement = await findAgreement(work, id);
      const version = await policyVersion(work, agreement.policy);
      return page(onePage(agreement, version, once, may(staff.roles, 'agreement.record'), flash.done));
    },
  });
  routes.staffAct(`${ROOM}/one/:id/withdraw`, {
    may: 'agreement.record',
    params,
    form: z.object({}),
    act: async ({ work, params: { id } }) => {
      await withdrawAgreement(work, id);
      return go(`${ROOM}/one/${id}`, { done: 'The withdrawal is recorded.' });
    },
    again: ({ params: { id } }) => go(`${ROOM}/one/${id}`),
  });
}

const versionParams = z.object({
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/u)
    .transform(Number),
});

/** The agreements' room on the desk. */
export function deskAgreementRoutes(routes: Routes): void {
  routes.staffPage(ROOM, { may: 'agreement.count', params: noParams, show: overviewPage });
  slipRoutes(routes);
  routes.staffPage(`${ROOM}/find`, {
    may: 'agreement.list',
    params: noParams,
    show: ({ once, page }) => page(findPage(emptyForm, once, undefined)),
  });
  routes.staffAct(`${ROOM}/find`, {
    may: 'agreement.list',
    params: noParams,
    form: findForm,
    repeatable: true,
    act: async ({ work, once, page }, { name }) => {
      const agreements = await findByName(work, name);
      return page(findPage({ values: { name }, errors: {} }, once, { name, agreements }));
    },
    again: ({ once, page }, form) => page(findPage(form, once, undefined)),
  });
  oneRoutes(routes);
  routes.staffPage(`${ROOM}/version/:version/agreements.csv`, {
    may: 'agreement.list',
    params: versionParams,
    show: async ({ work, params }) => {
      const version = await policyVersionNumber(work, params.version);
      if (!version) throw notFound();
      const agreements = await listAgreements(work, version.id);
      const detail = { version: version.number, count: agreements.length };
      work.audit({ act: 'agreement.exported', object: `policy:${version.id}`, detail });
      const bytes = csvFile(agreementRows(version.number, agreements));
      return download(bytes, 'text/csv; charset=utf-8', `agreements-version-${version.number}.csv`);
    },
  });
}
