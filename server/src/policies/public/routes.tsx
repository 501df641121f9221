import { z } from 'zod';
import { download, go, type Page, type PublicContext } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound } from '../../platform/web/refusal.ts';
import type { Work } from '../../platform/work.ts';
import { qrSvg } from '../../ui/qr-code.ts';
import { openConsultationToday } from '../consultation/store.ts';
import { embeddedPolicy } from '../publication/embed-page.tsx';
import { posterPdf } from '../publication/poster.ts';
import { publicationSettings } from '../publication/store.ts';
import {
  type Publication,
  type PublishedFile,
  policyDocx,
  policyPdf,
  policyText,
} from '../published-files.ts';
import { placesOf } from '../signatures.ts';
import { listVersions, policyInForceOn, policyVersionNumber, versionDates } from '../store.ts';
import { KEEP_SECONDS } from '../text.tsx';
import type { PolicyVersion } from '../version.ts';
import { askPage } from './ask-page.tsx';
import { changesPage } from './changes-page.tsx';
import { noPolicyPage, versionPage } from './policy-page.tsx';
import { accessibilityPage, privacyPage } from './statement-pages.tsx';

/** The files of a version never change. */
const KEEP_FILES_SECONDS = 86_400;

const versionParams = z.object({
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/u)
    .transform(Number),
});
type VersionParams = { readonly version: number };

async function theVersion({ work, params }: PublicContext<VersionParams>): Promise<PolicyVersion> {
  const version = await policyVersionNumber(work, params.version);
  if (!version) throw notFound();
  return version;
}

/** The version in force today, if there is one. */
function policyToday(work: Work): Promise<PolicyVersion | undefined> {
  return policyInForceOn(work, schoolDay(work.now));
}

async function showVersion({ work, school, page }: PublicContext<object>, version: PolicyVersion) {
  const places = await placesOf(work, version.id);
  const asking = (await openConsultationToday(work)) !== undefined;
  const settings = await publicationSettings(work);
  return page(versionPage({ school, version, places, asking, settings, versions: await versionDates(work) }));
}

const FILES: readonly {
  readonly path: string;
  readonly inline: boolean;
  readonly make: (work: Work, version: PolicyVersion, publication: Publication) => Promise<PublishedFile>;
}[] = [
  { path: 'policy.pdf', inline: true, make: policyPdf },
  { path: 'policy.docx', inline: false, make: policyDocx },
  { path: 'policy.txt', inline: true, make: policyText },
];

/** A school's policy in public: every version ever in force, as page and as file; whom to ask; the statements. */
export function publicPolicyRoutes(routes: Routes): void {
  routes.publicPage('', {
    params: noParams,
    show: async (context) => {
      const { work, school, page } = context;
      const version = await policyToday(work);
      if (version) return showVersion(context, version);
      const asking = (await openConsultationToday(work)) !== undefined;
      return page(noPolicyPage(school, await versionDates(work), asking));
    },
  });
  routes.publicPage('/policy', { params: noParams, show: ({ school }) => go(schoolHref(school)) });
  routes.publicPage('/policy/:version', {
    params: versionParams,
    show: async (context) => showVersion(context, await theVersion(context)),
  });
  routes.publicPage('/policy/:version/changes', {
    params: versionParams,
    show: async (context) => {
      const version = await theVersion(context);
      const before = (await listVersions(context.work)).find(({ number }) => number < version.number);
      if (!before) throw notFound();
      return context.page(changesPage(context.school, before, version));
    },
  });
  for (const { path, inline, make } of FILES) {
    routes.publicPage(`/policy/:version/${path}`, {
      params: versionParams,
      show: async (context) => {
        const { work, school, services } = context;
        const version = await theVersion(context);
        const address = `${services.origin}${schoolHref(school)}/policy/${version.number}`;
        const file = await make(work, version, { schoolName: school.name, slug: school.slug, address });
        return download(file.bytes, file.type, file.name, { inline, keep: KEEP_FILES_SECONDS });
      },
    });
  }
  routes.publicPage('/policy/:version/poster.pdf', {
    params: versionParams,
    show: async (context) => {
      const { school, services } = context;
      const version = await theVersion(context);
      const bytes = await posterPdf(version, school.name, `${services.origin}${schoolHref(school)}`);
      const name = `${school.slug}-policy-poster.pdf`;
      return download(bytes, 'application/pdf', name, { inline: true, keep: KEEP_FILES_SECONDS });
    },
  });
  routes.publicPage('/embed', {
    params: noParams,
    show: async ({ work, school }): Promise<Page> => {
      const { embedSites } = await publicationSettings(work);
      const html = <>{embeddedPolicy(school, await policyToday(work))}</>;
      return { kind: 'page', html, status: 200, keep: KEEP_SECONDS, framedBy: embedSites };
    },
  });
  routes.publicPage('/policy/:version/qr.svg', {
    params: versionParams,
    show: async (context) => {
      await theVersion(context);
      const svg = await qrSvg(`${context.services.origin}${schoolHref(context.school)}`);
      const name = `${context.school.slug}-policy-qr.svg`;
      return download(new TextEncoder().encode(svg), 'image/svg+xml', name, {
        inline: true,
        keep: KEEP_FILES_SECONDS,
      });
    },
  });
  routes.publicPage('/ask', {
    params: noParams,
    show: async ({ work, school, page }: PublicContext<NoParams>) =>
      page(askPage(school, await policyToday(work))),
  });
  routes.publicPage('/accessibility', {
    params: noParams,
    show: ({ school, page }) => page(accessibilityPage(school)),
  });
  routes.publicPage('/privacy', { params: noParams, show: ({ school, page }) => page(privacyPage(school)) });
}
