import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { idSchema } from '../platform/ids.ts';

export const MEETING_WAYS = ['school', 'online', 'phone'] as const;
export type MeetingWay = (typeof MEETING_WAYS)[number];
export const MEETING_WAY_TEXT: Readonly<Record<MeetingWay, string>> = {
  school: 'At school',
  online: 'Online',
  phone: 'By phone',
};

export const LENGTHS = [30, 45, 60] as const;

const words = z.string().default('');
const points = z.array(z.string()).default([]);
const dayOf = z.iso.date().transform((text) => Temporal.PlainDate.from(text));

/** What a meeting is for and how it goes (D4), as it is kept. */
export const planSchema = z.object({
  purpose: words,
  agenda: points,
  /** Each with the reason: "Hana Okafor, Head Teacher, who listens and answers". */
  attendees: points,
  how: z.enum(MEETING_WAYS),
  /** A room, or how to join. */
  place: words,
  papers: points,
});
export type MeetingPlan = z.output<typeof planSchema>;

const actionSchema = z.object({
  what: z.string(),
  /** Somebody of the school; the parent when it is unset. */
  owner: idSchema<'member'>().optional(),
  by: dayOf,
});
export type MeetingAction = z.output<typeof actionSchema>;

/** The notes of a meeting (D5), as they are kept. */
export const notesSchema = z.object({
  attended: points,
  began: words,
  ended: words,
  school: points,
  parent: points,
  account: words,
  agreed: points,
  disagreed: points,
  actions: z.array(actionSchema).default([]),
});
export type MeetingNotes = z.output<typeof notesSchema>;

/** The lines of a text, each a point. */
export function pointsOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*[-•*]\s+/u, '').trim())
    .filter((line) => line !== '');
}
