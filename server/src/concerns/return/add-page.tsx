import type { Page, PublicContext } from '../../edge/contexts.ts';
import { Button, Form, type FormState, Hidden, TextArea, textValue } from '../../ui/index.ts';
import { NeverSend, PicturesPart } from '../evidence/pictures-part.tsx';
import { quietPage } from '../quiet-page.ts';
import { WORDS_MOST } from '../tell/fields.ts';

/** Adding evidence to a concern that is with the school already: cut down on the device, as the first time. */
export function addPage(context: PublicContext<object>, form: FormState): Page {
  const base = `/s/${context.school.slug}/concern/return`;
  return quietPage(context, {
    title: 'Add to your concern',
    errors: form.errors,
    scripts: ['screenshot.js', 'export-reader.js'],
    children: (
      <>
        <h1>Add to your concern</h1>
        <p>Add what matters, and leave out the rest. Words are as good as any file.</p>
        <Form action={`${base}/evidence`} once={context.once}>
          <Hidden values={{ code: textValue(form, 'code') }} />
          <h2>Screenshots</h2>
          <NeverSend />
          <PicturesPart form={form} name="picture" />
          <div data-export-reader>
            <input type="hidden" name="excerpt" value={textValue(form, 'excerpt')} />
          </div>
          <h2>An email</h2>
          <TextArea
            form={form}
            name="mailText"
            label="Text of the email"
            hint="Leave out your own address."
            rows={6}
            maxWords={WORDS_MOST}
            optional
          />
          <Button>Send to the school</Button>
        </Form>
        <p>
          <a href={base}>Close without sending</a>
        </p>
      </>
    ),
  });
}
