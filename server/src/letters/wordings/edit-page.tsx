import type { Page, StaffContext } from '../../edge/contexts.ts';
import {
  Button,
  Details,
  Fieldset,
  Form,
  type FormState,
  InsetText,
  SummaryList,
  TextArea,
  TextInput,
  textValue,
} from '../../ui/index.ts';
import { FIELDS, type FieldName, isField } from '../fields.ts';
import { type DocumentKind, LETTER_TEXT } from '../rules.ts';
import { fieldsIn, type TemplatePart } from '../template.ts';
import { TEMPLATES } from '../templates.ts';
import { wholeWording } from './check.ts';
import { currentWording } from './store.ts';

export type KindContext = StaffContext<{ kind: DocumentKind }>;

/** The address of a document's wording. */
export const wordingHref = (kind: DocumentKind, rest = ''): string =>
  `/desk/letters/templates/${kind}${rest}`;

const EVERYWHERE: readonly FieldName[] = ['school', 'signer', 'role', 'reference', 'contact', 'policy'];

/** The fields that a document can be filled in with: those of every letter, and its own. */
export function fieldsFor(kind: DocumentKind): readonly FieldName[] {
  const own = TEMPLATES[kind].flatMap(({ text }) => fieldsIn(text)).filter(isField);
  return [...new Set([...own, ...EVERYWHERE])];
}

const braced = (name: string) => `{${name}}`;

/** What a part must keep, in words: it stands under the box. */
function keepsOf({ needs, must }: TemplatePart): string {
  const fields = needs.length === 0 ? [] : [`Keep ${needs.map(braced).join(', ')}.`];
  const sentences = must.map((sentence) => `Keep “${sentence}”`);
  return [...fields, ...sentences].join(' ');
}

function PartFields({ part, form }: { part: TemplatePart; form: FormState }) {
  const { id, heading, locked, hint } = part;
  const who = locked
    ? 'Nobody changes it in a single letter.'
    : `Whoever writes the letter goes on from here. ${hint}`;
  return (
    <Fieldset legend={heading || 'Opening'}>
      {heading !== '' && <TextInput form={form} name={`heading-${id}`} label="Heading" />}
      <TextArea
        form={form}
        name={`part-${id}`}
        label={`Words of “${heading || 'Opening'}”`}
        hint={`${who} ${keepsOf(part)}`.trim()}
        rows={Math.min(14, 3 + Math.ceil(textValue(form, `part-${id}`).length / 70))}
      />
    </Fieldset>
  );
}

/** The form in which a school puts a document in its own words. */
export async function editWordingPage(context: KindContext, form: FormState): Promise<Page> {
  const { work, params, once } = context;
  const { kind } = params;
  const { version, wording } = await currentWording(work, kind);
  const whole = wholeWording(kind, wording);
  const now = Object.fromEntries(
    Object.entries(whole).flatMap(([id, { heading, text }]) => [
      [`heading-${id}`, heading],
      [`part-${id}`, text],
    ]),
  );
  const shown: FormState = { values: { ...now, from: `${version}`, ...form.values }, errors: form.errors };
  const { name } = LETTER_TEXT[kind];
  return context.page({
    title: `Your words: ${name}`,
    room: '/desk/letters',
    back: { href: wordingHref(kind), label: name },
    errors: form.errors,
    children: (
      <>
        <h1>Your words: {name}</h1>
        <p>
          What stands in brackets is put in from the case, such as {'{what and day}'}. An empty line begins a
          new paragraph. A line that begins with a hyphen is an item of a list.
        </p>
        <InsetText>Letters that were begun already keep the words that they were begun with.</InsetText>
        <Details summary="The fields and what is put in for them">
          <SummaryList
            rows={fieldsFor(kind).map((field) => ({ key: braced(field), value: FIELDS[field] }))}
          />
        </Details>
        <Form action={context.request.path} once={once} id="form">
          <input type="hidden" name="from" value={textValue(shown, 'from')} />
          {TEMPLATES[kind].map((part) => (
            <PartFields part={part} form={shown} />
          ))}
          <TextInput
            form={shown}
            name="reason"
            label="What did you change, and why?"
            hint="For whoever looks at it later. No names."
          />
          <Button>Save these words</Button>
        </Form>
      </>
    ),
  });
}
