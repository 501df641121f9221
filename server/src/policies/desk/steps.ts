import type { Doubt } from '@handbell/policy';
import type { Act } from '../../people/permissions.ts';
import { formatShortDate } from '../../ui/index.ts';
import type { Consultation } from '../consultation/rules.ts';
import { openDoubts } from '../doubts.ts';
import { isInWork } from '../life.ts';
import { type SignaturePlace, unsigned } from '../signing.ts';
import type { PolicyRecord } from '../version.ts';
import { particularHref } from './contents.tsx';
import { clauseHref } from './reading.tsx';

/** Where a step on the way into force stands. */
export type StepState = 'done' | 'now' | 'later';

/** One step of a version on its way into force. */
export interface Step {
  readonly title: string;
  readonly hint?: string;
  readonly href?: string;
  readonly state: StepState;
  /** Who may take it. */
  readonly act: Act;
}

/** The page where a doubt is settled. */
export function doubtHref(id: string, doubt: Doubt, at: number): string {
  return `${doubtPage(id, doubt)}?doubt=${at}`;
}

function doubtPage(id: string, { code, clauseId }: Doubt): string {
  if (clauseId !== undefined) return clauseHref(id, clauseId);
  switch (code) {
    case 'no-contact':
      return particularHref(id, 'contacts');
    case 'no-responses':
      return particularHref(id, 'ladder');
    case 'no-decider':
      return particularHref(id, 'decider');
    case 'no-groups':
      return particularHref(id, 'groups');
    case 'no-signature':
      return `/desk/policy/${id}/signers`;
    case 'no-review-date':
    case 'ambiguous-date':
      return particularHref(id, 'review');
    case 'other':
      return `/desk/policy/${id}/reading`;
    default:
      return particularHref(id, 'title');
  }
}

/** The steps of a version from the draft into force, in order (S4, S7, S8, rule 38). */
export function stepsOf(
  record: PolicyRecord,
  places: readonly SignaturePlace[],
  consultation: Consultation | undefined,
): readonly Step[] {
  const { id, state } = record;
  const doubts = openDoubts(record.doubts).length;
  const draft = state === 'draft';
  const early = draft || state === 'consultation';
  const missing = unsigned(places).length;
  const base = `/desk/policy/${id}`;
  const settled: Step = {
    title: 'Settle what is not clear',
    state: doubts === 0 ? 'done' : 'now',
    act: 'policy.edit',
    ...(doubts > 0 && { href: '#settle' }),
  };
  const signers: Step = {
    title: 'Say who signs',
    hint: signersHint(places),
    state: draft && doubts === 0 ? 'now' : early ? 'later' : 'done',
    act: 'policy.edit',
    ...(draft && { href: `${base}/signers` }),
  };
  const approved: Step = {
    title: 'Record who approved it to go to the Board',
    state: !early ? 'done' : draft && doubts === 0 ? 'now' : 'later',
    act: 'policy.adopt',
    ...(draft && doubts === 0 && { href: `${base}/approve` }),
  };
  const adopted: Step = {
    title: 'Record that the policy was adopted',
    state: early ? 'later' : state === 'approved' ? 'now' : 'done',
    act: 'policy.adopt',
    ...(state === 'approved' && { href: `${base}/adopt` }),
  };
  const signatures = places.map(
    (place): Step => ({
      title: `Signature: ${place.role}`,
      ...(!place.required && { hint: 'Not needed for the policy to be in force.' }),
      state: place.signed ? 'done' : state === 'adopted' ? 'now' : 'later',
      act: 'policy.see',
      ...(!place.signed && state === 'adopted' && { href: `${base}/sign/${place.id}` }),
    }),
  );
  const ready = state === 'adopted' && missing === 0;
  const inForce: Step = {
    title: 'Put the policy in force and publish it',
    state: ready ? 'now' : isInWork(state) ? 'later' : 'done',
    act: 'policy.publish',
    ...(ready && { href: `${base}/in-force` }),
  };
  return [
    settled,
    consultationStep(record, consultation),
    signers,
    approved,
    adopted,
    ...signatures,
    inForce,
  ];
}

/** Asking parents and staff, which a school need not do. */
function consultationStep({ id, state }: PolicyRecord, consultation: Consultation | undefined): Step {
  const base = `/desk/policy/${id}`;
  const title = 'Ask parents and staff what they think';
  const act = 'policy.edit';
  if (!consultation) {
    const open = state === 'draft';
    return {
      title,
      hint: open ? 'If you wish. You can go on without.' : 'This version was not sent out for comment.',
      state: 'later',
      act,
      ...(open && { href: `${base}/consult` }),
    };
  }
  const { closesOn, endedAt, summary } = consultation;
  const hint = !endedAt
    ? `Open until ${formatShortDate(closesOn)}.`
    : summary
      ? 'What you heard and what you changed is public.'
      : 'Say what you heard and what you changed.';
  return { title, hint, state: endedAt && summary ? 'done' : 'now', act, href: `${base}/consultation` };
}

function signersHint(places: readonly SignaturePlace[]): string {
  const needed = places.filter((place) => place.required).map((place) => place.role);
  if (needed.length === 0) return 'Nobody has to sign.';
  return `Must sign: ${needed.join(', ')}.`;
}
