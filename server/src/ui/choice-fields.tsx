import type { Child } from 'hono/jsx';
import { type FieldProps, FormGroup, fieldParts, isShown, Legend, Messages } from './field.tsx';
import { type FormState, fieldId, listValue, textValue } from './form-state.ts';

/** One thing to tick or to pick. */
export interface ChoiceItem {
  readonly value: string;
  readonly label: Child;
  readonly hint?: Child;
  /** Fields that belong to this choice. They are always there, under it, so that they need no script. */
  readonly conditional?: Child;
  readonly disabled?: boolean | undefined;
  /** A word such as "or" set before this choice. */
  readonly divider?: string | undefined;
}

interface ChoicesProps extends FieldProps {
  readonly items: readonly ChoiceItem[];
  /** Beside each other where there is room: for two short answers such as yes and no. */
  readonly inline?: boolean | undefined;
}

type Kind = 'radios' | 'checkboxes';

/** One choice of a few. */
export function Radios(props: ChoicesProps) {
  const chosen = textValue(props.form, props.name);
  return <Choices kind="radios" field={props} isChosen={(value) => value === chosen} />;
}

/** Any number of choices of a few. */
export function Checkboxes(props: ChoicesProps) {
  const chosen = new Set(listValue(props.form, props.name));
  return <Choices kind="checkboxes" field={props} isChosen={(value) => chosen.has(value)} />;
}

interface CheckboxProps {
  readonly form: FormState;
  readonly name: string;
  readonly label: Child;
  readonly hint?: Child;
  /** What is sent when it is ticked. */
  readonly value?: string | undefined;
}

/** One thing to tick on its own, such as "I have read this". */
export function Checkbox({ form, name, label, hint, value = 'yes' }: CheckboxProps) {
  const parts = fieldParts({ form, name, label: '' });
  return (
    <FormGroup error={parts.error}>
      <Messages parts={parts} hint={undefined} />
      <div class="govuk-checkboxes">
        <Choice
          kind="checkboxes"
          id={parts.id}
          name={name}
          item={{ value, label, hint }}
          chosen={listValue(form, name).includes(value)}
          describedBy={parts.errorId}
        />
      </div>
    </FormGroup>
  );
}

interface ListProps {
  readonly kind: Kind;
  readonly field: ChoicesProps;
  readonly isChosen: (value: string) => boolean;
}

function Choices({ kind, field, isChosen }: ListProps) {
  const parts = fieldParts(field);
  const inline = field.inline === true ? ` govuk-${kind}--inline` : '';
  return (
    <FormGroup error={parts.error}>
      <fieldset class="govuk-fieldset" aria-describedby={parts.describedBy}>
        <Legend field={field} />
        <Messages parts={parts} hint={field.hint} />
        <div class={`govuk-${kind}${inline}`}>
          {field.items.map((item, index) => (
            <>
              {item.divider !== undefined && <div class={`govuk-${kind}__divider`}>{item.divider}</div>}
              <Choice
                kind={kind}
                id={index === 0 ? parts.id : `${parts.id}-${index + 1}`}
                name={field.name}
                item={item}
                chosen={isChosen(item.value)}
              />
            </>
          ))}
        </div>
      </fieldset>
    </FormGroup>
  );
}

interface ChoiceProps {
  readonly kind: Kind;
  readonly id: string;
  readonly name: string;
  readonly item: ChoiceItem;
  readonly chosen: boolean;
  readonly describedBy?: string | undefined;
}

function Choice({ kind, id, name, item, chosen, describedBy }: ChoiceProps) {
  const hintId = isShown(item.hint) ? `${fieldId(id)}-item-hint` : undefined;
  const described = [hintId, describedBy].filter((part) => part !== undefined).join(' ');
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === 'radios' ? 'radio' : 'checkbox'}
          value={item.value}
          checked={chosen}
          disabled={item.disabled}
          aria-describedby={described === '' ? undefined : described}
        />
        <label class={`govuk-label govuk-${kind}__label`} for={id}>
          {item.label}
        </label>
        {hintId !== undefined && (
          <div id={hintId} class={`govuk-hint govuk-${kind}__hint`}>
            {item.hint}
          </div>
        )}
      </div>
      {isShown(item.conditional) && <div class={`govuk-${kind}__conditional`}>{item.conditional}</div>}
    </>
  );
}
