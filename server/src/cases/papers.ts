import type { z } from 'zod';
import type { StaffContext } from '../edge/contexts.ts';
import type { Routes } from '../edge/routes.ts';
import { PAPER_ENDINGS, type Paper, printPaper } from '../letters/printed.ts';
import { signerOf } from '../letters/signer.ts';
import { type FieldValues, items, paragraphs } from '../letters/template.ts';
import { idSchema } from '../platform/ids.ts';
import { notFound } from '../platform/web/refusal.ts';
import { formatDate, formatDateTime, formatShortDate } from '../ui/index.ts';
import { ADVICE_TEXT, AGENCY_TEXT, GROUND_TEXT, TRIED_TEXT } from './code-text.ts';
import { decisionRecord } from './decision-record.ts';
import { caseParams } from './guarded.ts';
import type { CaseId } from './ids.ts';
import { type KeptRequest, requestsFor } from './legal/store.ts';
import { type NameOf, namesOf } from './names.ts';
import { caseFor } from './read.ts';
import { type KeptReferral, referralsOf } from './referral/store.ts';

type Context = StaffContext<{ id: CaseId }>;

const groundLines = ({ grounds }: KeptReferral): string =>
  items(
    ...grounds.map(({ ground, on }) =>
      on === '' ? GROUND_TEXT[ground] : `${GROUND_TEXT[ground]}, ${formatShortDate(on)}`,
    ),
  );

function approverOf({ danger, approvedBy }: KeptReferral, name: NameOf): string {
  if (danger) return 'Nobody beside them: a life was in danger';
  return approvedBy ? name(approvedBy) : '';
}

/** What the record of a referral says (D16): nothing of it before the referral was made. */
export function referralValues(referral: KeptReferral, policeHold: boolean, name: NameOf): FieldValues {
  const { agency, danger, facts, tried, triedWords, askedBy, askedAt, made } = referral;
  return {
    agency: AGENCY_TEXT[agency],
    grounds: danger ? 'Somebody’s life was in danger, so it was made at once.' : groundLines(referral),
    'referral facts': facts,
    tried: danger
      ? 'Nothing else could be tried: somebody’s life was in danger.'
      : paragraphs(items(...tried.map((each) => TRIED_TEXT[each])), triedWords),
    'prepared by': `${name(askedBy)}, ${formatDateTime(askedAt)}`,
    'approved by': approverOf(referral, name),
    ...(made
      ? {
          'made to': made.to,
          'made at': formatDateTime(made.at),
          shared: made.shared,
          basis: made.basis,
          'parent told': `${made.toldParent ? 'The parent was told.' : 'The parent was not told.'} ${made.toldWhy}`,
          'expected action': made.expected === '' ? 'They did not say what they will do.' : made.expected,
        }
      : {}),
    hold: policeHold
      ? 'The police have asked that nobody speaks to the parent.'
      : 'The police have not asked that nobody speaks to the parent.',
  };
}

/** What a request for legal advice says (D17). */
export function legalValues(request: KeptRequest, name: NameOf): FieldValues {
  const { source, askedAt, access, question, chronology, words, reach, harm, remedy, budget } = request;
  return {
    'asked of': ADVICE_TEXT[source],
    'asked on': formatDate(askedAt),
    readers: items(...access.map((member) => name(member))),
    ...{ question, chronology, words, reach, harm, remedy, budget },
  };
}

/** Which of several papers of a case the address names. */
function named<Id>(schema: z.ZodType<Id>, { request }: Context): Id {
  const parsed = schema.safeParse(request.query.paper);
  if (!parsed.success) throw notFound();
  return parsed.data;
}

async function referralPaper(context: Context): Promise<Paper> {
  const { work, staff, params } = context;
  const file = await caseFor(work, staff, params.id);
  const id = named(idSchema<'case-referral'>(), context);
  const referral = (await referralsOf(work, file.id)).find((each) => each.id === id);
  if (!referral) throw notFound();
  return {
    kind: 'referral-record',
    head: { reference: file.reference, signer: await signerOf(work, staff) },
    values: referralValues(referral, file.facts.policeHold, await namesOf(work)),
    object: `case:${file.id}`,
  };
}

/** Only for somebody on the request's own list: to everybody else there is no such paper. */
async function legalPaper(context: Context): Promise<Paper> {
  const { work, staff, params } = context;
  const file = await caseFor(work, staff, params.id);
  const id = named(idSchema<'case-legal'>(), context);
  const request = (await requestsFor(work, staff, file.id)).find((each) => each.id === id);
  if (!request) throw notFound();
  return {
    kind: 'legal-request',
    head: { reference: file.reference, signer: await signerOf(work, staff) },
    values: legalValues(request, await namesOf(work)),
    object: `case:${file.id}`,
  };
}

async function decisionPaper({ work, staff, params }: Context): Promise<Paper> {
  return decisionRecord(work, staff, await caseFor(work, staff, params.id));
}

/** The papers of a case that are not letters: D16, D17 and D18, as PDF and for Word. */
export function paperRoutes(routes: Routes): void {
  const papers = { referral: referralPaper, legal: legalPaper, record: decisionPaper };
  for (const [name, paper] of Object.entries(papers)) {
    for (const ending of PAPER_ENDINGS) {
      routes.staffPage(`/desk/cases/:id/${name}.${ending}`, {
        may: 'case.read',
        params: caseParams,
        show: async (context) => printPaper(context, await paper(context), ending),
      });
    }
  }
}
