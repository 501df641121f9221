import { z } from 'zod';
import type { ConcernPlace } from '../concerns/kinds.ts';
import { PLACE_NAMES } from '../concerns/labels.ts';
import type { ConcernForCase } from '../concerns/store.ts';
import { CHANNELS, type Channel } from '../letters/channels.ts';
import { type FieldErrors, type FormState, Radios, TextInput } from '../ui/index.ts';
import { optionalLine } from './fields.ts';

/** The fields of {@link WhereItWas}. */
export const whereFields = {
  channel: z.enum(CHANNELS, 'Say where it was'),
  group: optionalLine,
  site: optionalLine,
};
type Where = z.output<z.ZodObject<typeof whereFields>>;

/** How the words of a concern reached people. */
export const channelOf = (place: ConcernPlace): Channel => (place === 'other-group' ? 'group' : place);

/** What the concern says of where it was. An address online it does not name, so whoever opens the case does. */
export function whereOf({ place, placeName }: Pick<ConcernForCase, 'place' | 'placeName'>) {
  const channel = channelOf(place);
  return { channel, group: channel === 'group' ? placeName : '', site: '' };
}

/** The place in words; or what to say of what is missing. */
export function placeIn({ channel, group, site }: Where): { place: string } | { errors: FieldErrors } {
  if (channel === 'group') {
    return group === '' ? { errors: { group: 'Say which group it was' } } : { place: group };
  }
  if (channel !== 'other-online') return { place: PLACE_NAMES[channel] };
  return site === '' ? { errors: { site: 'Say where online it was' } } : { place: site };
}

/** Asks where it was, so that it fits words that were written anywhere, or said. */
export function WhereItWas({ form }: { readonly form: FormState }) {
  return (
    <Radios
      form={form}
      name="channel"
      label="Where was it?"
      hint="Every letter about it says this."
      items={[
        {
          value: 'group',
          label: 'A group of parents',
          conditional: (
            <TextInput
              form={form}
              name="group"
              label="Which group?"
              hint="As a letter would say it, such as: the Year 2 parents’ group."
            />
          ),
        },
        { value: 'direct', label: PLACE_NAMES.direct },
        { value: 'email', label: PLACE_NAMES.email },
        {
          value: 'other-online',
          label: PLACE_NAMES['other-online'],
          conditional: (
            <TextInput
              form={form}
              name="site"
              label="Where online?"
              hint="As a letter would say it, such as: the Facebook page of the village."
            />
          ),
        },
        { value: 'in-person', label: PLACE_NAMES['in-person'] },
      ]}
    />
  );
}
