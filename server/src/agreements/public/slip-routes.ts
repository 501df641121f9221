import { download, go } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { noParams, type Routes } from '../../edge/routes.ts';
import { slipPdf } from '../slip-pdf.ts';
import { versionToSign } from './sign-routes.tsx';

/** A slip changes only with the policy. */
const KEEP_SECONDS = 60;

/** The paper slip, for whoever would rather sign by hand. */
export function slipRoutes(routes: Routes): void {
  routes.publicPage('/agree/slip.pdf', {
    params: noParams,
    show: async ({ work, school, services }) => {
      const version = await versionToSign(work);
      const href = schoolHref(school);
      if (!version) return go(`${href}/agree`);
      const address = `${services.origin}${href}/policy/${version.number}`;
      const bytes = await slipPdf(version, school.name, address);
      const name = `${school.slug}-slip-version-${version.number}.pdf`;
      return download(bytes, 'application/pdf', name, { inline: true, keep: KEEP_SECONDS });
    },
  });
}
