import { Button, Details, errorOf, Form, type FormState, listValue } from '../../../ui/index.ts';
import { COVER_COLUMNS, COVER_ROWS } from '../cover.ts';

interface CoverFormProps {
  readonly here: string;
  readonly once: string;
  readonly form: FormState;
}

/** A picture under squares that can be ticked: each ticked one is black in the piece that is made. Needs no script. */
export function CoverForm({ here, once, form }: CoverFormProps) {
  const chosen = new Set(listValue(form, 'squares'));
  const rows = Array.from({ length: COVER_ROWS }, (_, row) => row);
  const columns = Array.from({ length: COVER_COLUMNS }, (_, column) => column);
  return (
    <Details summary="Cover part of it" open={errorOf(form.errors, 'squares') !== undefined}>
      <p>
        Tick what others need not see: names, faces, what bystanders wrote. A new piece is made with the cover
        burned in, and the original is sealed. That cannot be undone here.
      </p>
      <Form action={`${here}/cover`} once={once}>
        <fieldset class="hb-cover" id="squares">
          <legend class="govuk-visually-hidden">Squares to cover, from the top left</legend>
          <img src={`${here}/picture`} alt="" />
          <div class="hb-cover__grid">
            {rows.flatMap((row) =>
              columns.map((column) => {
                const value = `${row}-${column}`;
                return (
                  <label class="hb-cover__square">
                    <input type="checkbox" name="squares" value={value} checked={chosen.has(value)} />
                    <span class="govuk-visually-hidden">
                      Row {row + 1}, column {column + 1}
                    </span>
                  </label>
                );
              }),
            )}
          </div>
        </fieldset>
        <Button kind="secondary">Burn the cover in and seal the original</Button>
      </Form>
    </Details>
  );
}
