import { download, type Page, type StaffContext } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { may } from '../../people/permissions.ts';
import { readFile } from '../../platform/files/store.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { ButtonLink, EmptyState, formatShortDate, Name, Notice, Table } from '../../ui/index.ts';
import { adoptionRecordPdf } from '../adoption-record.ts';
import { listComments } from '../consultation/comments.ts';
import { lastConsultation } from '../consultation/store.ts';
import { findPolicy } from '../drafts.ts';
import { isInWork } from '../life.ts';
import { placesOf } from '../signatures.ts';
import { listPolicies } from '../store.ts';
import type { PolicyRecord } from '../version.ts';
import { policyParams } from './fields.ts';
import { recordPage, StateTag } from './record-page.tsx';

function period({ inForceFrom, inForceUntil }: PolicyRecord): string {
  if (!inForceFrom) return 'Not yet';
  const from = formatShortDate(inForceFrom);
  return inForceUntil ? `${from} to ${formatShortDate(inForceUntil)}` : `Since ${from}`;
}

async function overviewPage(context: StaffContext<NoParams>): Promise<Page> {
  const { work, staff, school, services, flash, page } = context;
  const all = await listPolicies(work);
  const edit = may(staff.roles, 'policy.edit');
  const inWork = all.some(({ state }) => isInWork(state));
  const href = schoolHref(school);
  return page({
    title: 'Policy',
    room: '/desk/policy',
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <h1>Policy</h1>
        {school.profile.policyInForce && (
          <p>
            {school.profile.policyInForce.label}. Parents read it at{' '}
            <a href={href}>{`${services.origin}${href}`}</a>.
          </p>
        )}
        <Table
          caption="All versions"
          columns={[{ header: 'Version' }, { header: 'Title' }, { header: 'State' }, { header: 'In force' }]}
          rows={all.map((record) => [
            <a href={`/desk/policy/${record.id}`}>{`Version ${record.number}`}</a>,
            <Name>{record.document.title}</Name>,
            <StateTag state={record.state} />,
            period(record),
          ])}
          empty={
            <EmptyState
              title="No policy yet"
              action={edit ? { href: '/desk/policy/new', label: 'Bring in your policy' } : undefined}
            >
              <p>
                Bring in the policy your school has. Handbell reads it, you check it, the Board adopts it.
              </p>
            </EmptyState>
          }
        />
        {may(staff.roles, 'policy.publish') && all.length > 0 && (
          <p>
            <a href="/desk/policy/publication">How the policy is shown</a>: search engines, your own site,
            other policies
          </p>
        )}
        {edit && all.length > 0 && !inWork && (
          <p>
            <ButtonLink href="/desk/policy/new">Bring in a new version</ButtonLink>
          </p>
        )}
      </>
    ),
  });
}

/** The policy's own room on the desk, and the page of each version. */
export function overviewRoutes(routes: Routes): void {
  routes.staffPage('/desk/policy', { may: 'policy.see', params: noParams, show: overviewPage });
  routes.staffPage('/desk/policy/:id', {
    may: 'policy.see',
    params: policyParams,
    show: async ({ work, params, staff, school, services, once, flash, page }) => {
      const record = await findPolicy(work, params.id);
      const places = await placesOf(work, record.id);
      return page(
        recordPage({
          record,
          places,
          consultation: await lastConsultation(work, record.id),
          staff,
          publicHref: `${services.origin}${schoolHref(school)}`,
          once,
          notice: flash.done,
        }),
      );
    },
  });
  routes.staffPage('/desk/policy/:id/adoption-record.pdf', {
    may: 'policy.see',
    params: policyParams,
    show: async ({ work, params, school, services }) => {
      const record = await findPolicy(work, params.id);
      if (!record.adoption) throw notFound();
      const consultation = await lastConsultation(work, record.id);
      const comments = consultation ? await listComments(work, consultation) : [];
      const address = `${services.origin}${schoolHref(school)}/policy/${record.number}`;
      const places = await placesOf(work, record.id);
      const facts = { record, places, consultation, schoolName: school.name, address };
      const bytes = await adoptionRecordPdf(facts, comments.length);
      return download(bytes, 'application/pdf', `${school.slug}-adoption-version-${record.number}.pdf`);
    },
  });
  routes.staffPage('/desk/policy/:id/original', {
    may: 'policy.see',
    params: policyParams,
    show: async ({ work, params }) => {
      const record = await findPolicy(work, params.id);
      if (!record.file) throw notFound();
      const { bytes, type, name } = await readFile(work, record.file.id);
      return download(bytes, type, name);
    },
  });
}
