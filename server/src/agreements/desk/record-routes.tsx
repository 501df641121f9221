import { z } from 'zod';
import { type Answer, download, go, type Shown, type StaffContext, wrong } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { readFile } from '../../platform/files/store.ts';
import type { FileId } from '../../platform/files/tables.ts';
import { idSchema } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { listVersions, policyInForceOn } from '../../policies/store.ts';
import { emptyForm, type FormState, textValue } from '../../ui/index.ts';
import {
  bringScan,
  dropScan,
  type Scan,
  ScanUnreadable,
  scanWaits,
  tidyScan,
  waitingScans,
} from '../scans.ts';
import { slipPdf } from '../slip-pdf.ts';
import { recordForm, scanForm } from './fields.ts';
import { keyIn } from './key-in.ts';
import { recordPage, scansPage } from './record-pages.tsx';

const ROOM = '/desk/agreements';
const SCAN_LIMIT = 10 * 1024 * 1024;
/** A little more is let in, so that the plain message is what people see. */
const UPLOAD_LIMIT = SCAN_LIMIT + 64 * 1024;
type Context = StaffContext<object>;

async function showRecord(context: Context, file: FileId | undefined, form?: FormState): Promise<Shown> {
  const { work, once, flash, page } = context;
  const code = flash.code === undefined ? {} : { code: flash.code };
  const before: FormState = { values: { says: 'signed', ...code }, errors: {} };
  const versions = await listVersions(work);
  const waiting = (await waitingScans(work)).length;
  const scan = file && { file, picture: (await readFile(work, file)).type === 'image/jpeg' };
  return page(recordPage({ form: form ?? before, once, versions, done: flash.done, scan, waiting }));
}

/** The page again after a mistake, with the scan it was keyed in from while that still waits. */
async function recordAgain(context: Context, form: FormState): Promise<Shown> {
  const file = idSchema<'file'>().safeParse(textValue(form, 'scan')).data;
  const waits = file !== undefined && (await scanWaits(context.work, file));
  return showRecord(context, waits ? file : undefined, form);
}

async function record({ work, staff }: Context, keyed: z.output<typeof recordForm>): Promise<Answer> {
  const result = await keyIn(work, keyed, staff.member);
  if ('errors' in result) return wrong(result.errors);
  const [next] = keyed.scan ? await waitingScans(work) : [];
  const to = next ? `${ROOM}/scans/${next.file}` : `${ROOM}/record`;
  return go(to, { done: result.done, code: keyed.code });
}

function printing(routes: Routes): void {
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

/** The scan that was sent, fit to keep, or what to say of it. */
async function sentScan(file: File): Promise<Scan | string> {
  if (file.size === 0) return 'Choose the scan of a slip';
  if (file.size > SCAN_LIMIT) return 'The scan is larger than 10 MB. Choose a smaller one';
  try {
    return await tidyScan(new Uint8Array(await file.arrayBuffer()));
  } catch (error) {
    if (error instanceof ScanUnreadable) return error.message;
    throw error;
  }
}

function scanRoutes(routes: Routes): void {
  const may = 'agreement.record';
  const params = z.object({ file: idSchema<'file'>() });
  const showPile = async ({ work, once, flash, page }: Context, form: FormState) =>
    page(scansPage(form, once, await waitingScans(work), flash.done));
  routes.staffPage(`${ROOM}/scans`, {
    may,
    params: noParams,
    show: (context) => showPile(context, emptyForm),
  });
  routes.staffAct(`${ROOM}/scans`, {
    may,
    params: noParams,
    form: scanForm,
    size: UPLOAD_LIMIT,
    act: async ({ work, staff }, { file }) => {
      const scan = await sentScan(file);
      if (typeof scan === 'string') return wrong({ file: scan });
      return go(`${ROOM}/scans/${await bringScan(work, scan, staff.member)}`);
    },
    again: showPile,
  });
  routes.staffPage(`${ROOM}/scans/:file`, {
    may,
    params,
    show: async (context) => {
      const {
        work,
        params: { file },
      } = context;
      return (await scanWaits(work, file)) ? showRecord(context, file) : go(`${ROOM}/scans`);
    },
  });
  routes.staffPage(`${ROOM}/scans/:file/file`, {
    may,
    params,
    show: async ({ work, params: { file } }) => {
      if (!(await scanWaits(work, file))) throw notFound();
      const { bytes, type, name } = await readFile(work, file);
      return download(bytes, type, name, { inline: true });
    },
  });
  routes.staffAct(`${ROOM}/scans/:file/drop`, {
    may,
    params,
    form: z.object({}),
    act: async ({ work, params: { file } }) => {
      await dropScan(work, file);
      return go(`${ROOM}/scans`, { done: 'The scan is thrown away.' });
    },
    again: ({ params: { file } }) => go(`${ROOM}/scans/${file}`),
  });
}

/** Paper slips: printed, keyed in from paper or from a scan. */
export function recordRoutes(routes: Routes): void {
  routes.staffPage(`${ROOM}/record`, {
    may: 'agreement.record',
    params: noParams,
    show: (context) => showRecord(context, undefined),
  });
  routes.staffAct(`${ROOM}/record`, {
    may: 'agreement.record',
    params: noParams,
    form: recordForm,
    act: record,
    again: recordAgain,
  });
  printing(routes);
  scanRoutes(routes);
}
