import { z } from 'zod';
import { download, go } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { noParams, type Routes } from '../../edge/routes.ts';
import { may } from '../../people/permissions.ts';
import { readFile } from '../../platform/files/store.ts';
import { idSchema } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { policyVersion, policyVersionNumber } from '../../policies/store.ts';
import { emptyForm } from '../../ui/index.ts';
import { issueCertificate } from '../certificate.ts';
import { certificatePdf } from '../certificate-pdf.ts';
import { agreementRows, csvFile } from '../csv.ts';
import { findByName, listAgreements } from '../lists.ts';
import { findAgreement, withdrawAgreement } from '../store.ts';
import { answerDeskRoutes } from './answer-routes.tsx';
import { askingRoutes } from './asking-routes.tsx';
import { coverageRoutes } from './coverage-routes.tsx';
import { findForm, versionParams } from './fields.ts';
import { classLinkDeskRoutes } from './link-routes.tsx';
import { overviewPage } from './overview.tsx';
import { findPage, onePage } from './pages.tsx';
import { recordRoutes } from './record-routes.tsx';

const ROOM = '/desk/agreements';

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
  routes.staffPage(`${ROOM}/one/:id/scan`, {
    may: 'agreement.list',
    params,
    show: async ({ work, params: { id } }) => {
      const { scan } = await findAgreement(work, id);
      if (!scan) throw notFound();
      const { bytes, type, name } = await readFile(work, scan);
      return download(bytes, type, name, { inline: true });
    },
  });
  routes.staffPage(`${ROOM}/one/:id/certificate.pdf`, {
    may: 'agreement.record',
    params,
    show: async ({ work, school, services, params: { id } }) => {
      const agreement = await findAgreement(work, id);
      const version = await policyVersion(work, agreement.policy);
      if (!version) throw notFound();
      const code = await issueCertificate(work, agreement);
      const facts = { school, agreement, version, code, issuedAt: work.now };
      const bytes = await certificatePdf(facts, `${services.origin}${schoolHref(school)}`);
      return download(bytes, 'application/pdf', 'agreement-certificate.pdf');
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

function findRoutes(routes: Routes): void {
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
}

/** The agreements' room on the desk. */
export function deskAgreementRoutes(routes: Routes): void {
  routes.staffPage(ROOM, { may: 'agreement.count', params: noParams, show: overviewPage });
  recordRoutes(routes);
  findRoutes(routes);
  oneRoutes(routes);
  answerDeskRoutes(routes);
  classLinkDeskRoutes(routes);
  askingRoutes(routes);
  coverageRoutes(routes);
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
