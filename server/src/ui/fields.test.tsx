import type { Child } from 'hono/jsx';
import { describe, expect, it } from 'vitest';
import {
  Checkbox,
  Checkboxes,
  DateInput,
  emptyForm,
  FileUpload,
  Form,
  type FormState,
  Hidden,
  Radios,
  Select,
  TextArea,
  TextInput,
} from './index.ts';

const hostile = '"><script>alert(1)</script>&\'';
const escaped = '&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;';

async function html(piece: Child): Promise<string> {
  return String(await piece);
}

function filled(value: string | readonly string[], error?: string): FormState {
  return { values: { field: value }, errors: error === undefined ? {} : { field: error } };
}

const items = [
  { value: 'a', label: 'First' },
  { value: 'b', label: 'Second', hint: 'Of two', conditional: 'More about the second' },
];

const withError = filled('a', 'Something is wrong');

describe('every field', () => {
  const fields: readonly (readonly [string, (form: FormState) => Child, string])[] = [
    ['TextInput', (form) => <TextInput form={form} name="field" label="A label" hint="A hint" />, '<input'],
    ['TextArea', (form) => <TextArea form={form} name="field" label="A label" hint="A hint" />, '<textarea'],
    [
      'Select',
      (form) => <Select form={form} name="field" label="A label" hint="A hint" items={items} />,
      '<select',
    ],
    ['FileUpload', (form) => <FileUpload form={form} name="field" label="A label" hint="A hint" />, '<input'],
    [
      'Radios',
      (form) => <Radios form={form} name="field" label="A label" hint="A hint" items={items} />,
      '<fieldset',
    ],
    [
      'Checkboxes',
      (form) => <Checkboxes form={form} name="field" label="A label" hint="A hint" items={items} />,
      '<fieldset',
    ],
    [
      'DateInput',
      (form) => <DateInput form={form} name="field" label="A label" hint="A hint" />,
      '<fieldset',
    ],
  ];

  it.each(fields)('%s says what it is and binds its hint', async (_name, field, tag) => {
    const markup = await html(field(emptyForm));
    expect(markup).toContain('A label');
    expect(markup).toContain('<div id="field-hint" class="govuk-hint">A hint</div>');
    expect(opening(markup, tag)).toContain('aria-describedby="field-hint"');
    expect(markup).not.toContain('error');
    expect(markup).toMatch(/(?:<label[^>]* for="field"|<legend)/);
  });

  it.each(fields)(
    '%s binds its error, and the summary finds its first control',
    async (_name, field, tag) => {
      const markup = await html(field(withError));
      expect(markup).toContain('govuk-form-group--error');
      expect(markup).toMatch(
        /<p id="field-error" class="govuk-error-message">.*Error:<\/span> Something is wrong<\/p>/,
      );
      expect(opening(markup, tag)).toContain('aria-describedby="field-hint field-error"');
      expect(markup).toMatch(/<(?:input|textarea|select)[^>]* id="field"/);
    },
  );

  it.each(fields)('%s escapes what people and forms bring', async (_name, field) => {
    const markup = await html(field(filled(hostile, hostile)));
    expect(markup).not.toContain('<script');
    expect(markup).toContain(escaped);
  });

  it.each(fields)('%s has an id for each control, each with one label', async (_name, field) => {
    const markup = await html(field(withError));
    const ids = [...markup.matchAll(/<(?:input|textarea|select)[^>]* id="([^"]+)"/g)].map(([, id]) => id);
    const labels = [...markup.matchAll(/<label[^>]* for="([^"]+)"/g)].map(([, id]) => id);
    expect(labels).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('text fields', () => {
  it('shows text again in its own direction, but never a password', async () => {
    expect(await html(<TextInput form={filled('سارة')} name="field" label="Name" />)).toMatch(
      /value="سارة" dir="auto"/,
    );
    const password = await html(
      <TextInput form={filled('secret')} name="field" label="Password" type="password" />,
    );
    expect(password).not.toContain('secret');
    expect(await html(<TextInput form={emptyForm} name="field" label="Email" type="email" />)).toContain(
      'dir="ltr"',
    );
  });

  it('tells the limit of a long text after the other messages', async () => {
    const markup = await html(
      <TextArea form={withError} name="field" label="Words" hint="Hint" maxWords={1500} />,
    );
    expect(markup).toContain('aria-describedby="field-hint field-error field-limit"');
    expect(markup).toContain('You can write up to 1,500 words.');
  });

  it('keeps a first empty line, which browsers drop', async () => {
    expect(await html(<TextArea form={filled('\n\nTwo lines down')} name="field" label="Words" />)).toContain(
      '>\n\n\nTwo lines down</textarea>',
    );
  });

  it('is the page heading when it asks the only question', async () => {
    expect(await html(<TextInput form={emptyForm} name="field" label="Your name" heading />)).toMatch(
      /<h1 class="govuk-label-wrapper"><label [^>]*for="field">Your name<\/label><\/h1>/,
    );
  });
});

describe('choices', () => {
  it('marks what was chosen', async () => {
    const chosen = (markup: string) =>
      [...markup.matchAll(/<(?:input|option)[^>]* value="([^"]*)"[^>]*(?:checked|selected)/g)].map(
        ([, value]) => value,
      );
    const props = { name: 'field', label: 'Label', items };
    expect(chosen(await html(<Radios form={filled('b')} {...props} />))).toEqual(['b']);
    expect(chosen(await html(<Checkboxes form={filled(['a', 'b'])} {...props} />))).toEqual(['a', 'b']);
    expect(chosen(await html(<Select form={filled('b')} {...props} placeholder="Choose" />))).toEqual(['b']);
    expect(chosen(await html(<Checkbox form={filled('yes')} name="field" label="I agree" />))).toEqual([
      'yes',
    ]);
    expect(chosen(await html(<Radios form={emptyForm} {...props} />))).toEqual([]);
  });

  it('binds the hint of one choice to it and shows its own fields without a script', async () => {
    const markup = await html(<Radios form={emptyForm} name="field" label="Label" items={items} />);
    expect(opening(markup, '<input class="govuk-radios__input" id="field-2"')).toContain(
      'aria-describedby="field-2-item-hint"',
    );
    expect(markup).toContain('<div class="govuk-radios__conditional">More about the second</div>');
    expect(markup).not.toMatch(/hidden|data-/);
  });

  it('binds the error of a single box to the box', async () => {
    const markup = await html(<Checkbox form={withError} name="field" label="I agree" />);
    expect(opening(markup, '<input')).toContain('aria-describedby="field-error"');
  });
});

describe('dates', () => {
  const values = { 'field-day': '31', 'field-month': '2', 'field-year': '2027' };

  it('shows its three parts again', async () => {
    const markup = await html(<DateInput form={{ values, errors: {} }} name="field" label="When" />);
    expect(
      [...markup.matchAll(/name="(field-[a-z]+)"[^>]* value="(\d+)"/g)].map((m) => [m[1], m[2]]),
    ).toEqual(Object.entries(values));
  });

  it('marks the part that is wrong, or all when none is named', async () => {
    const wrong = async (errors: FormState['errors']) =>
      [
        ...(await html(<DateInput form={{ values, errors }} name="field" label="When" />)).matchAll(
          /--error" id="([^"]+)"/g,
        ),
      ].map(([, id]) => id);
    expect(await wrong({ field: 'No such day' })).toEqual(['field', 'field-month', 'field-year']);
    expect(await wrong({ field: 'No such day', 'field-month': 'No such month' })).toEqual(['field-month']);
  });
});

describe('forms', () => {
  it('posts, with a token against sending twice', async () => {
    const markup = await html(
      <Form action="/here" once="t1" multipart>
        x
      </Form>,
    );
    expect(markup).toMatch(
      /^<form method="post" action="\/here" enctype="multipart\/form-data"[^>]* novalidate/,
    );
    expect(markup).toContain('<input type="hidden" name="once" value="t1"/>');
    expect(await html(<Form action="/here">x</Form>)).not.toMatch(/enctype|hidden/);
  });

  it('carries earlier answers, escaped, but for those the page asks itself', async () => {
    expect(await html(<Hidden values={{ a: hostile, b: ['1', '2'], c: 'asked' }} except={['c']} />)).toBe(
      `<input type="hidden" name="a" value="${escaped}"/><input type="hidden" name="b" value="1"/><input type="hidden" name="b" value="2"/>`,
    );
  });
});

/** The opening tag that begins with `start`. */
function opening(markup: string, start: string): string {
  const from = markup.indexOf(start);
  return from < 0 ? '' : markup.slice(from, markup.indexOf('>', from) + 1);
}
