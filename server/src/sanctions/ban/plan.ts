import { z } from 'zod';

/**
 * What a ban can rest on. The test is a risk to people on the school site: words online are no such risk by themselves
 * (rule 4, domain 2.8).
 */
export const RISKS = [
  'staff-threatened',
  'pupil-threatened',
  'behaviour-on-site',
  'said-they-would-come',
  'online-only',
] as const;
export type Risk = (typeof RISKS)[number];

export const RISK_TEXT: Readonly<Record<Risk, string>> = {
  'staff-threatened': 'A member of staff feels threatened at the thought of meeting them on site',
  'pupil-threatened': 'A pupil feels threatened by them on site',
  'behaviour-on-site': 'They were aggressive, abusive or insulting on site',
  'said-they-would-come': 'They said that they would come and do something',
  'online-only': 'Words online, and nothing else',
};

/** The parts of the plan, each a page of its own. */
export const PLAN_PARTS = ['risk', 'scope', 'child', 'fairness'] as const;
export type PlanPart = (typeof PLAN_PARTS)[number];

const words = z.string().default('');

/** What a ban rests on and how it works, in the school's words. */
export const planSchema = z.object({
  risk: z.object({ kinds: z.array(z.enum(RISKS)).default([]), facts: words }).prefault({}),
  scope: z.object({ places: words, times: words, exceptions: words }).prefault({}),
  /** How the child's life at school goes on (rule 5). */
  child: z
    .object({
      collection: words,
      meetings: words,
      reports: words,
      medical: words,
      emergencies: words,
      events: words,
    })
    .prefault({}),
  fairness: z.object({ alternatives: words, equality: words, told: words }).prefault({}),
});
export type BanPlan = z.output<typeof planSchema>;

export const EMPTY_PLAN: BanPlan = planSchema.parse({});

interface PartText {
  readonly title: string;
  readonly lead: string;
  /** Each question, by the field it fills. */
  readonly questions: Readonly<Record<string, { readonly label: string; readonly hint: string }>>;
}

/** The questions of each part, in the order they are asked. */
export const PART_TEXT: Readonly<Record<PlanPart, PartText>> = {
  risk: {
    title: 'The risk on site',
    lead: 'A ban protects people on the school site. What would happen if this parent came in tomorrow?',
    questions: {
      facts: {
        label: 'What happened, when, and who feels at risk?',
        hint: 'Facts with days. Say “a member of staff”, not a name.',
      },
    },
  },
  scope: {
    title: 'What it covers',
    lead: 'As little as is needed. Phone, mail and messages are not part of a site ban: that would be a communication plan.',
    questions: {
      places: {
        label: 'Which parts of the site?',
        hint: 'Such as: the grounds and buildings, not the pavement outside.',
      },
      times: { label: 'At which times?', hint: 'Such as: on school days from 8am to 5pm.' },
      exceptions: {
        label: 'When may they come all the same?',
        hint: 'Such as: in an emergency with their child; by appointment with the Head Teacher; to vote.',
      },
    },
  },
  child: {
    title: 'The child',
    lead: 'The child did nothing. Say how everything a parent does for a child at school goes on.',
    questions: {
      collection: { label: 'Bringing and collecting', hint: 'Who meets the child, where and when?' },
      meetings: {
        label: 'Parents’ evenings and other meetings',
        hint: 'By phone, online, or somewhere else?',
      },
      reports: { label: 'Reports, letters and school news', hint: 'They go on as before: how?' },
      medical: {
        label: 'Health and special needs',
        hint: 'Medicine, care plans, reviews: how they are handed over and talked about.',
      },
      emergencies: {
        label: 'An emergency',
        hint: 'How the parent is reached, and how they come to the child at once.',
      },
      events: {
        label: 'Plays, sports day, other events',
        hint: 'What is offered instead, such as a recording.',
      },
    },
  },
  fairness: {
    title: 'Fairness',
    lead: 'Least step, equal treatment, few people told.',
    questions: {
      alternatives: {
        label: 'What else was tried or thought of, and why is it not enough?',
        hint: 'Talking face to face, somebody in between, a warning, a different gate.',
      },
      equality: {
        label: 'Could it weigh more on this parent because of who they are?',
        hint: 'A disability, a language, a faith, being pregnant. What was changed because of it?',
      },
      told: { label: 'Who else is told?', hint: 'Only those who must know: the gate, the child’s teacher.' },
    },
  },
};

/** The questions of a part that have no answer yet. */
export function openQuestions(plan: BanPlan, part: PlanPart): readonly string[] {
  const answers: Readonly<Record<string, unknown>> = plan[part];
  const open = Object.keys(PART_TEXT[part].questions).filter((name) => answers[name] === '');
  return part === 'risk' && plan.risk.kinds.length === 0 ? ['kinds', ...open] : open;
}

/** The parts that are not complete. */
export function openParts(plan: BanPlan): readonly PlanPart[] {
  return PLAN_PARTS.filter((part) => openQuestions(plan, part).length > 0);
}

/** Whether the risk stated is one on site (rule 4). */
export function isRiskOnSite({ risk }: BanPlan): boolean {
  return risk.kinds.some((kind) => kind !== 'online-only');
}
