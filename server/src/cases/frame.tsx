import type { Child } from 'hono/jsx';
import type { Page } from '../edge/contexts.ts';
import { listMembers } from '../people/store.ts';
import type { MemberId } from '../platform/ids.ts';
import type { Work } from '../platform/work.ts';
import type { FormState } from '../ui/index.ts';
import { type CaseContext, caseHref } from './guarded.ts';
import type { CaseFile } from './read.ts';
import { HANDBELL, PARENT } from './visibility.ts';

/** Names of the people who work for the school, for pages of a case. */
export async function namesOf(work: Work): Promise<(member: MemberId | undefined) => string> {
  const names = new Map((await listMembers(work)).map(({ id, name }) => [id, name]));
  return (member) => {
    if (member === HANDBELL.member) return 'Handbell';
    if (member === PARENT.member) return 'The parent';
    return member ? (names.get(member) ?? 'Somebody who has left') : 'Nobody yet';
  };
}

/** Gives a member’s name. */
export type NameOf = Awaited<ReturnType<typeof namesOf>>;

interface StepPage {
  readonly title: string;
  readonly form: FormState;
  readonly children: Child;
}

/** A page of one step of a case, with the way back to it. */
export function stepPage(context: CaseContext, file: CaseFile, { title, form, children }: StepPage): Page {
  return context.page({
    title: `${title} - ${file.reference}`,
    room: '/desk/cases',
    back: { href: caseHref(file.id), label: `Case ${file.reference}` },
    errors: form.errors,
    children,
  });
}
