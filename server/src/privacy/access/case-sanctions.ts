import type { CaseId } from '../../cases/ids.ts';
import type { Work } from '../../platform/work.ts';
import { PART_TEXT, PLAN_PARTS, RISK_TEXT } from '../../sanctions/ban/plan.ts';
import { type Ban, bansOfCase } from '../../sanctions/ban/store.ts';
import { type ContactPlan, plansOfCase } from '../../sanctions/contact/store.ts';
import { formatShortDate } from '../../ui/index.ts';
import { type PartOf, tagFor } from './case-part.ts';
import { linesOf, type Passage, passageOf } from './passage.ts';

/** What of a ban and of a plan was written down. */
type WrittenBan = Pick<Ban, 'id' | 'plan'> & {
  readonly events: readonly Pick<Ban['events'][number], 'seq' | 'on' | 'words'>[];
};
type WrittenPlan = Pick<ContactPlan, 'id' | 'terms' | 'from' | 'until' | 'reviewOn' | 'reviewedOn'>;

const dayText = (day: ContactPlan['from']): string | undefined => day && formatShortDate(day);

/** What a ban rests on and how it works, part by part, and its story. */
export function banPassages({ id, plan, events }: WrittenBan, part: PartOf): readonly Passage[] {
  const about = tagFor(part);
  return [
    ...PLAN_PARTS.flatMap((name) => {
      const answers: Readonly<Record<string, unknown>> = plan[name];
      const risks = name === 'risk' ? plan.risk.kinds.map((kind) => RISK_TEXT[kind]).join('; ') : '';
      const asked = Object.entries(PART_TEXT[name].questions).map(
        ([field, { label }]) => [label, `${answers[field] ?? ''}`] as const,
      );
      const words = linesOf([['What it rests on', risks], ...asked]);
      return passageOf(`ban:${id}:${name}`, `A ban from the site: ${PART_TEXT[name].title}`, words, about);
    }),
    ...events.flatMap(({ seq, on, words }) =>
      passageOf(`ban:${id}:${seq}`, `${formatShortDate(on)}: about a ban from the site`, words, about),
    ),
  ];
}

/** A communication plan: its days and its terms. */
export function planPassages(plan: WrittenPlan, part: PartOf): readonly Passage[] {
  const { facts, childContacts, route, frequency, reasons } = plan.terms;
  const words = linesOf([
    ['From', dayText(plan.from)],
    ['Until', dayText(plan.until)],
    ['Looked at again on', dayText(plan.reviewOn)],
    ['Looked at on', dayText(plan.reviewedOn)],
    ['What contact there was', facts],
    ['Of it, about the child’s needs', childContacts],
    ['How to reach the school', route],
    ['How often', frequency],
    ['Why', reasons],
  ]);
  return passageOf(`contact-plan:${plan.id}`, 'A plan for contact with the school', words, tagFor(part));
}

/** Every ban and every communication plan of a case, also those that ended. */
export async function sanctionPassages(work: Work, id: CaseId, part: PartOf): Promise<readonly Passage[]> {
  const [bans, plans] = [await bansOfCase(work, id), await plansOfCase(work, id)];
  return [
    ...bans.flatMap((ban) => banPassages(ban, part)),
    ...plans.flatMap((plan) => planPassages(plan, part)),
  ];
}
