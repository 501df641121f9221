import { z } from 'zod';
import { type Answer, go, type Page, type StaffContext, wrong } from '../../../edge/contexts.ts';
import type { Routes } from '../../../edge/routes.ts';
import { idSchema } from '../../../platform/ids.ts';
import { notFound } from '../../../platform/web/refusal.ts';
import { Button, emptyForm, Form, type FormState, Hidden, Radios, TextArea } from '../../../ui/index.ts';
import { seen } from '../../desk/attempt.ts';
import { tell } from '../../events.ts';
import { refusedBecause } from '../../obstacles.ts';
import { findFor } from '../../standing.ts';
import { change } from '../../store.ts';
import { longText } from '../../tell/fields.ts';
import { PICTURES_FORM_BYTES, picturesField } from '../picture-field.ts';
import { NeverSend, PicturesPart, STAFF_PICTURE } from '../pictures-part.tsx';
import { addEvidence, type NewEvidence } from '../store.ts';
import { takePictures } from '../take.ts';

/** How a piece came to the school. There is no answer for looking for it (S50, rule 24). */
const CAME = ['handed-over', 'shown', 'posted', 'read-out'] as const;

const CAME_NAMES: Readonly<Record<(typeof CAME)[number], string>> = {
  'handed-over': 'Somebody handed it over on paper',
  shown: 'Somebody showed it on their phone',
  posted: 'It came by post',
  'read-out': 'Somebody read it out, and it was written down word for word',
};

const FORM_BYTES = PICTURES_FORM_BYTES + 256 * 1024;

const params = z.object({ concern: idSchema<'concern'>() });
type Context = StaffContext<z.output<typeof params>>;

const addForm = z.object({
  version: z.coerce.number().int().positive(),
  came: z.enum(CAME, 'Choose how it came to the school'),
  words: longText,
  picture: picturesField,
});

async function addPage(context: Context, form: FormState): Promise<Page> {
  const { work, staff, params: ids, once } = context;
  const found = await findFor(work, staff, ids.concern, false);
  if (found?.sight !== 'read' || found.row.endedAt) throw notFound();
  const { row } = found;
  const here = `/desk/concerns/${row.id}`;
  const version = form.values.version ?? String(row.version);
  return context.page({
    room: '/desk/concerns',
    title: 'Add what was brought',
    errors: form.errors,
    scripts: ['screenshot.js'],
    back: { href: here, label: `Concern ${row.reference}` },
    children: (
      <>
        <h1>Add what was brought</h1>
        <p>
          For a letter, a printed page or a phone that somebody showed you. Only what they chose to bring, and
          only the part that matters. Typed words are as good as any picture.
        </p>
        <NeverSend />
        <Form action={`${here}/add-evidence`} once={once}>
          <Hidden values={{ version: typeof version === 'string' ? version : String(row.version) }} />
          <Radios
            form={form}
            name="came"
            label="How did it come to the school?"
            items={CAME.map((value) => ({ value, label: CAME_NAMES[value] }))}
          />
          <TextArea form={form} name="words" label="The words, typed as they stand there" rows={6} optional />
          <h2>A picture of it</h2>
          <PicturesPart form={form} name="picture" words={STAFF_PICTURE} />
          <Button>Add it</Button>
        </Form>
      </>
    ),
  });
}

async function add(context: Context, values: z.output<typeof addForm>): Promise<Answer> {
  const { work, staff, params: ids, services } = context;
  const taken = await takePictures(values.picture, 'picture');
  if (!taken.ok) return wrong(taken.errors);
  const typed: readonly NewEvidence[] =
    values.words === ''
      ? []
      : [{ kind: 'mail-part', name: 'Words, typed', type: 'text/plain', bytes: Buffer.from(values.words) }];
  const pieces = [...typed, ...taken.evidence];
  if (pieces.length === 0) return wrong({ words: 'Type the words, or add a picture' });
  const attempt = { work, staff, id: ids.concern, version: values.version, origin: services.origin };
  const { row, sight } = await seen(attempt);
  if (sight !== 'read') throw notFound();
  if (row.endedAt) throw refusedBecause('over');
  for (const each of pieces) await addEvidence(work, row.id, { ...each, member: staff.member });
  await change(work, row, {});
  await tell(work, row.id, { kind: 'brought', member: staff.member, note: CAME_NAMES[values.came] });
  return go(`/desk/concerns/${row.id}`, { done: 'saved' });
}

/** What somebody brought on paper or showed on a phone, added by staff under their own name. */
export function addEvidenceRoutes(routes: Routes): void {
  routes.staffPage('/desk/concerns/:concern/add-evidence', {
    may: 'concern.triage',
    params,
    show: (context) => addPage(context, emptyForm),
  });
  routes.staffAct('/desk/concerns/:concern/add-evidence', {
    may: 'concern.triage',
    params,
    size: FORM_BYTES,
    form: addForm,
    act: add,
    again: addPage,
  });
}
