import { eq } from 'drizzle-orm';
import type { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { GUIDANCE_TOPICS, type GuidanceTopic } from './kinds.ts';
import { safeguardingGuidance } from './tables.ts';

/** Guidance as the lead reads it: the school's own words, or ours until it has written some. */
export interface Guidance {
  readonly topic: GuidanceTopic;
  readonly words: string;
  /** The day the school last changed it; undefined for the words that come with Handbell. */
  readonly changedOn: Temporal.PlainDate | undefined;
}

/** Prompts to think along, never findings. Each says "may": what is right is the lead's judgement and local guidance. */
const FIRST_WORDS: Readonly<Record<GuidanceTopic, string>> = {
  prevent: [
    'Strong political or religious opinions are not a sign of anything by themselves. Nor is criticism of the school or of a government.',
    'Write down how the worry arose, what was said in the person’s own words, what has changed about them, and what they may need.',
    'Talk with the parents first, unless that may put somebody at risk.',
    'Your council’s Prevent team may advise you before you decide. If somebody is in danger now, call 999.',
  ].join('\n\n'),
  allegation: [
    'This may apply where an adult who works with children may have harmed a child, may have committed a crime against one, or may not be suitable to work with children.',
    'Tell the council’s designated officer before anybody is asked about it. Do not speak to the adult, the parents or the children first, unless a child is in danger now.',
    'What is below that line may belong in the school’s low-level concerns log.',
    'If it is about the Head Teacher, it goes to the Chair of Governors. If it is about both, it goes straight to the designated officer.',
  ].join('\n\n'),
};

/** All guidance of a school. */
export async function readGuidance(work: Work): Promise<readonly Guidance[]> {
  const rows = await work.queries
    .select()
    .from(safeguardingGuidance)
    .where(eq(safeguardingGuidance.schoolId, work.school));
  return GUIDANCE_TOPICS.map((topic) => {
    const own = rows.find((row) => row.topic === topic);
    return { topic, words: own?.words ?? FIRST_WORDS[topic], changedOn: own?.changedOn };
  });
}

/** Keeps guidance in the school's own words, with today's date. */
export async function saveGuidance(work: Work, topic: GuidanceTopic, words: string): Promise<void> {
  const values = { words, changedOn: schoolDay(work.now) };
  await work.queries
    .insert(safeguardingGuidance)
    .values({ schoolId: work.school, topic, ...values })
    .onConflictDoUpdate({ target: [safeguardingGuidance.schoolId, safeguardingGuidance.topic], set: values });
  work.audit({ act: 'safeguarding.guidance', object: `school:${work.school}`, detail: { topic } });
}
