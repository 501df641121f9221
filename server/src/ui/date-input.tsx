import { type FieldProps, FormGroup, fieldParts, Legend, Messages } from './field.tsx';
import { errorOf, textValue } from './form-state.ts';

/** The three names a date is sent under: `name-day`, `name-month` and `name-year`. */
export function datePartNames(name: string): readonly [day: string, month: string, year: string] {
  return [`${name}-day`, `${name}-month`, `${name}-year`];
}

interface DateInputProps extends FieldProps {
  /** True for the date of birth of the person typing, so that a browser can fill it in. */
  readonly birthday?: boolean | undefined;
}

/**
 * A date in three boxes, which everybody can type without a calendar to click through. The error of the whole date
 * stands under `name`; one under `name-day`, `name-month` or `name-year` marks only that box red.
 */
export function DateInput(props: DateInputProps) {
  const { form, name, birthday } = props;
  const parts = fieldParts(props);
  const [day, month, year] = datePartNames(name);
  const boxes = [
    { id: parts.id, name: day, label: 'Day', width: 2, fill: 'bday-day' },
    { id: `${parts.id}-month`, name: month, label: 'Month', width: 2, fill: 'bday-month' },
    { id: `${parts.id}-year`, name: year, label: 'Year', width: 4, fill: 'bday-year' },
  ];
  const pointed = boxes.some((box) => errorOf(form.errors, box.name) !== undefined);
  return (
    <FormGroup error={parts.error}>
      <fieldset class="govuk-fieldset" aria-describedby={parts.describedBy}>
        <Legend field={props} />
        <Messages parts={parts} hint={props.hint} />
        <div class="govuk-date-input">
          {boxes.map((box) => {
            const wrong = pointed ? errorOf(form.errors, box.name) !== undefined : parts.error !== undefined;
            return (
              <div class="govuk-date-input__item">
                <div class="govuk-form-group">
                  <label class="govuk-label govuk-date-input__label" for={box.id}>
                    {box.label}
                  </label>
                  <input
                    class={`govuk-input govuk-date-input__input govuk-input--width-${box.width}${wrong ? ' govuk-input--error' : ''}`}
                    id={box.id}
                    name={box.name}
                    type="text"
                    inputmode="numeric"
                    value={textValue(form, box.name)}
                    autocomplete={birthday === true ? box.fill : undefined}
                    aria-invalid={wrong ? 'true' : undefined}
                  />
                </div>
              </div>
            );
          })}
        </div>
      </fieldset>
    </FormGroup>
  );
}
