import { z } from 'zod';
import { idSchema } from '../../platform/ids.ts';
import { wayIn } from '../links/way-in.ts';
import { line, nameField } from './fields.ts';

const MOST_WORDS = 2000;
const words = z
  .string()
  .transform((text) => text.trim())
  .pipe(z.string().max(MOST_WORDS, `Use ${MOST_WORDS.toLocaleString('en-GB')} characters or fewer`))
  .default('');
const carried = { policy: idSchema<'policy'>(), way: wayIn, childClass: line.default(''), words };

export const declineForm = z.object({ ...carried, name: line.default('') });
export const talkForm = z.object({
  ...carried,
  name: nameField('Enter your name, so that we know who to ask for'),
  contact: nameField('Enter a phone number or an email address'),
});
export { MOST_WORDS };
