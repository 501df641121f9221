/** What a column of a list can mean. Those of a contact come with the contact's number: two parents in one row. */
export const PERSON_FIELDS = ['name', 'title', 'first', 'last', 'email', 'phone', 'source'] as const;
export const ROW_FIELDS = ['class', 'year', 'household', 'joined', 'status'] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];
export type RowField = (typeof ROW_FIELDS)[number];

/** The most contacts in one row. */
export const CONTACTS_MAX = 6;

/** What one column means: a field of the row, of one of its contacts, or nothing that is taken. */
export type Meaning = RowField | `${PersonField}.${number}` | 'none';

/** Why a column is never taken. Nothing of it is kept, not even until the import is confirmed. */
export type Refused = 'phone' | 'number' | 'court' | 'pupil' | 'birth' | 'address' | 'care' | 'relationship';

export const REFUSED_WORDS: Readonly<Record<Refused, string>> = {
  phone: 'phone numbers',
  number: 'a pupil’s number',
  court: 'court orders and parental responsibility',
  pupil: 'a child’s name',
  birth: 'dates of birth',
  address: 'home addresses',
  care: 'health, needs, background or benefits',
  relationship: 'who somebody is to the child',
};

/** What a heading says about its column. */
export type Guess = { readonly refused: Refused } | { readonly meaning: Meaning } | undefined;

const PUPIL = /\b(pupil|student|child|children|learner|legal|preferred|chosen|forenames?)\b/;
const ADULT =
  /\b(contacts?|parents?|carers?|guardians?|adults?|mother|father|mum|dad|priority|salutation|addressee)\b/;
const EMAIL = /e ?mail/;

/** Headings of what is never taken, the most telling first. */
const REFUSALS: readonly (readonly [Refused, RegExp])[] = [
  ['court', /\b(court|order|injunction|parental responsib\w*|pr|legal rights?|custody|no contact)\b/],
  ['number', /\b(upn|uln|uci|unique pupil|admission (no|number)|adno|roll (no|number)|nhs|candidate)\b/],
  ['birth', /\b(dob|d o b|birth|birthday|age)\b/],
  [
    'care',
    /\b(sen|send|fsm|free school|medical|allerg\w*|diet\w*|doctor|gp|ethnic\w*|religio\w*|language|nationality|pupil premium|pp|eal|looked after|lac|cla|asylum|traveller|service child|gender|sex|disab\w*|photo\w*|consent\w*|benefit\w*)\b/,
  ],
  ['phone', /\b(phones?|telephones?|tel|mobiles?|mob|landline|sms|whatsapp|fax)\b/],
  [
    'address',
    /\b(addresse?s?|postcode|post code|street|town|county|house (name|no|number)|apartment|district)\b/,
  ],
  ['relationship', /\b(relationship|relation|priority|contact (type|order)|salutation)$/],
];

/** A heading as it is compared: small letters, words only. "Contact 1 – E-mail" is "contact 1 e mail". */
export function plainHeading(heading: string): string {
  return heading
    .slice(0, 200)
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{L})(\d)|(\d)(\p{L})/gu, '$1$3 $2$4')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The contact a heading speaks of: its number; else mother or carer first, father second; else the first. */
function contactOf(plain: string): number {
  const number = /\b([1-9])\b/.exec(plain)?.[1];
  if (number !== undefined) return Math.min(Number(number), CONTACTS_MAX);
  if (/\b(second|secondary|other|father|dad)\b/.test(plain)) return 2;
  return 1;
}

/**
 * What a heading says: as reports of SIMS, Arbor, Bromcom and their like name their columns, in any order and with any
 * marks between the words.
 * @param phones whether the school keeps phone numbers
 */
export function guessHeading(heading: string, phones: boolean): Guess {
  const plain = plainHeading(heading);
  if (plain === '') return undefined;
  const contact = contactOf(plain);
  if (EMAIL.test(plain)) {
    return PUPIL.test(plain) && !ADULT.test(plain) ? { refused: 'pupil' } : { meaning: `email.${contact}` };
  }
  const refused = REFUSALS.find(([, pattern]) => pattern.test(plain))?.[0];
  if (refused === 'phone' && phones && !(PUPIL.test(plain) && !ADULT.test(plain))) {
    return { meaning: `phone.${contact}` };
  }
  if (refused) return { refused };
  return guessRow(plain) ?? guessPerson(plain, contact);
}

const ROW_HEADINGS: readonly (readonly [RowField, RegExp])[] = [
  ['joined', /\b(joined|joining date|start date|date of (admission|entry)|admission date|admitted)\b/],
  ['household', /^(household|family|home)( (id|no|number|code|ref|reference))?$/],
  ['status', /^(status|leaver|leaving)$/],
  ['class', /\b(class|reg|registration|form|tutor group|reg group|classroom|house group)\b/],
  [
    'year',
    /^(nc |national curriculum |year )?(year|yr|grade|blwyddyn|stage)( group| taught in| name| code)?$/,
  ],
];

function guessRow(plain: string): Guess {
  const row = ROW_HEADINGS.find(([, pattern]) => pattern.test(plain))?.[0];
  return row && { meaning: row };
}

const NAMES: readonly (readonly [PersonField, RegExp])[] = [
  ['title', /\btitle$/],
  ['first', /\b(first|given|fore) ?names?$|\bforenames?$/],
  ['last', /\b(last|family|sur) ?names?$|\bsurnames?$/],
  ['name', /\b(names?|full name|parents?|carers?|guardians?|mother|father|mum|dad|contact|adult)( \d)?$/],
];

function guessPerson(plain: string, contact: number): Guess {
  if (/\b(id|ref|reference|sourced id)$/.test(plain)) {
    return ADULT.test(plain) ? { meaning: `source.${contact}` } : { refused: 'number' };
  }
  const field = NAMES.find(([, pattern]) => pattern.test(plain))?.[0];
  if (!field) return undefined;
  if (ADULT.test(plain)) return { meaning: `${field}.${contact}` };
  return PUPIL.test(plain.replace(/\bforenames?\b/, ''))
    ? { refused: 'pupil' }
    : { meaning: `${field}.${contact}` };
}

/**
 * What the headings of a whole list say. In a list that names adults apart ("Contact 1 surname"), a bare "Surname" is the
 * child's. Of two columns that say the same, the first counts.
 */
export function guessColumns(headers: readonly string[], phones: boolean): readonly Guess[] {
  const guesses = headers.map((header) => guessHeading(header, phones));
  const named = headers.map((header) => ADULT.test(plainHeading(header)));
  const apart = guesses.some((guess, index) => named[index] && isName(guess));
  const seen = new Set<Meaning>();
  return guesses.map((guess, index) => {
    if (apart && !named[index] && isName(guess)) return { refused: 'pupil' };
    if (!guess || 'refused' in guess) return guess;
    if (seen.has(guess.meaning)) return undefined;
    seen.add(guess.meaning);
    return guess;
  });
}

function isName(guess: Guess): boolean {
  return guess !== undefined && 'meaning' in guess && /^(name|title|first|last)\./.test(guess.meaning);
}

/** The parts of a contact's meaning; undefined for a meaning of the row. */
export function contactPart(
  meaning: Meaning,
): { readonly field: PersonField; readonly contact: number } | undefined {
  const [name, contact] = meaning.split('.');
  const field = PERSON_FIELDS.find((each) => each === name);
  return field === undefined || contact === undefined ? undefined : { field, contact: Number(contact) };
}

const FIELD_WORDS: Readonly<Record<PersonField | RowField, string>> = {
  name: 'whole name',
  title: 'title',
  first: 'first name',
  last: 'last name',
  email: 'email address',
  phone: 'phone number',
  source: 'number in your own system',
  class: 'Class',
  year: 'Year group',
  household: 'Household',
  joined: 'Day they joined',
  status: 'Whether they left',
};

/** What a meaning is called on a page: "Parent 2: last name". */
export function meaningWords(meaning: Meaning): string {
  if (meaning === 'none') return 'Not taken';
  const part = contactPart(meaning);
  if (part) return `Parent ${part.contact}: ${FIELD_WORDS[part.field]}`;
  const row = ROW_FIELDS.find((field) => field === meaning);
  return row ? FIELD_WORDS[row] : 'Not taken';
}

/** Every meaning a column may be given by hand, in the order of the list. */
export function allMeanings(phones: boolean, contacts: number): readonly Meaning[] {
  const fields = PERSON_FIELDS.filter((field) => field !== 'phone' || phones);
  const numbers = Array.from({ length: Math.min(contacts, CONTACTS_MAX) }, (_, index) => index + 1);
  return [
    'none',
    ...ROW_FIELDS,
    ...numbers.flatMap((contact) => fields.map((field): Meaning => `${field}.${contact}`)),
  ];
}
