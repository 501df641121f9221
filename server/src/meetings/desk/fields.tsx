import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { anyField, line, optionalLine, optionalText, readDay, text } from '../../cases/fields.ts';
import { SCHOOL_ZONE } from '../../platform/clock.ts';
import {
  DateInput,
  type FieldErrors,
  Fieldset,
  type FormState,
  Radios,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import { LENGTHS, MEETING_WAY_TEXT, MEETING_WAYS } from '../plan.ts';

const SLOTS = [1, 2, 3] as const;
/** Two times at least, so that there is a choice. */
const FEWEST = 2;

const TIME = /^(\d{1,2})[.:](\d{2})\s*(am|pm)?$|^(\d{1,2})\s*(am|pm)$/iu;

/** A time as people write it: "15:30", "3.30pm", "9am". */
export function typedTime(typed: string): Temporal.PlainTime | undefined {
  const match = TIME.exec(typed.trim());
  if (!match) return undefined;
  const half = (match[3] ?? match[5])?.toLowerCase();
  const hour = Number(match[1] ?? match[4]);
  const minute = Number(match[2] ?? 0);
  if (half && (hour < 1 || hour > 12)) return undefined;
  const whole = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour;
  if (whole > 23 || minute > 59) return undefined;
  return Temporal.PlainTime.from({ hour: whole, minute });
}

type Values = Readonly<Record<string, unknown>>;
const typed = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === 'string' ? value.trim() : '';
};

/** The times offered on a form: at least two that are still to come. */
export function readSlots(
  values: Values,
  now: Temporal.Instant,
): { readonly slots: readonly Temporal.Instant[] } | { readonly errors: FieldErrors } {
  const today = now.toZonedDateTimeISO(SCHOOL_ZONE).toPlainDate();
  const slots: Temporal.Instant[] = [];
  for (const number of SLOTS) {
    const name = `slot${number}`;
    const clock = typed(values, `${name}-time`);
    const parts = ['day', 'month', 'year'].map((part) => typed(values, `${name}-${part}`));
    if (number > FEWEST && clock === '' && parts.every((part) => part === '')) continue;
    const day = readDay(values, name, 'future', today.subtract({ days: 1 }));
    if ('errors' in day) return { errors: day.errors };
    const time = typedTime(clock);
    if (!time) return { errors: { [`${name}-time`]: 'Enter a time, such as 3.30pm or 15:30' } };
    const slot = day.day.toZonedDateTime({ timeZone: SCHOOL_ZONE, plainTime: time }).toInstant();
    if (Temporal.Instant.compare(slot, now) <= 0) {
      return { errors: { [`${name}-time`]: 'Choose a time that is still to come' } };
    }
    if (slots.some((each) => each.equals(slot))) {
      return { errors: { [`${name}-time`]: 'Offer a different time each' } };
    }
    slots.push(slot);
  }
  return { slots };
}

/** The fields that offer times. */
export function SlotFields({ form }: { form: FormState }) {
  return (
    <>
      {SLOTS.map((number) => (
        <Fieldset legend={number > FEWEST ? `Time ${number} (if you can offer one)` : `Time ${number}`}>
          <DateInput form={form} name={`slot${number}`} label="Day" />
          <TextInput form={form} name={`slot${number}-time`} label="Time" hint="Such as 3.30pm" width={5} />
        </Fieldset>
      ))}
      <DateInput
        form={form}
        name="reply"
        label="By when do you ask for an answer?"
        hint="If none comes, you try again. It is not an answer of its own."
      />
    </>
  );
}

export const arrangeForm = z
  .object({
    purpose: text('Say what the meeting is for'),
    agenda: text('Say what you would like to talk about'),
    attendees: text('Say who will be there, and why'),
    how: z.enum(MEETING_WAYS, 'Say how you meet'),
    place: optionalLine,
    minutes: z.coerce.number('Say how long it takes').pipe(z.union(LENGTHS.map((each) => z.literal(each)))),
    papers: optionalText,
  })
  .catchall(anyField);

/** The fields of an invitation but its times. */
export function InvitationFields({ form }: { form: FormState }) {
  return (
    <>
      <TextArea
        form={form}
        name="purpose"
        label="What is the meeting for?"
        hint="A sentence or two. No demand, and no “last chance”."
        rows={3}
      />
      <TextArea
        form={form}
        name="agenda"
        label="What would you like to talk about?"
        hint="A line for each point."
        rows={4}
      />
      <TextArea
        form={form}
        name="attendees"
        label="Who will be there, and why?"
        hint="A line for each. As few as possible, and nobody the words are about."
        rows={3}
      />
      <Radios
        form={form}
        name="how"
        label="How do you meet?"
        items={MEETING_WAYS.map((value) => ({ value, label: MEETING_WAY_TEXT[value] }))}
      />
      <TextInput form={form} name="place" label="Which room, or how do they join?" optional />
      <Radios
        form={form}
        name="minutes"
        label="How long does it take?"
        items={LENGTHS.map((minutes) => ({ value: `${minutes}`, label: `About ${minutes} minutes` }))}
      />
      <TextArea
        form={form}
        name="papers"
        label="Which papers do they get beforehand?"
        hint="A line for each."
        optional
        rows={2}
      />
    </>
  );
}

export const notesForm = z
  .object({
    ownWords: z.enum(['yes', 'no']).default('no'),
    attended: text('Say who was there'),
    began: line('Say when it began'),
    ended: line('Say when it ended'),
    school: text('Write what you said'),
    parent: text('Write what the parent said'),
    account: text('Write what the parent says happened'),
    agreed: optionalText,
    disagreed: optionalText,
  })
  .catchall(anyField);
