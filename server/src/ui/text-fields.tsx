import { type FieldProps, FormGroup, fieldParts, Label, Messages } from './field.tsx';
import { textValue } from './form-state.ts';

interface TextInputProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' | undefined;
  readonly inputmode?: 'numeric' | 'decimal' | 'text' | undefined;
  readonly autocomplete?: string | undefined;
  /** How many characters wide the answer is likely to be; the whole width when left out. */
  readonly width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  readonly spellcheck?: boolean | undefined;
}

/** One line of text. A password is never shown again. */
export function TextInput(props: TextInputProps) {
  const { form, name, type = 'text', inputmode, autocomplete, width, spellcheck } = props;
  const parts = fieldParts(props);
  const words = type === 'text' || type === 'search';
  return (
    <FormGroup error={parts.error}>
      <Label id={parts.id} field={props} />
      <Messages parts={parts} hint={props.hint} />
      <input
        class={classes('govuk-input', parts.error, width === undefined ? '' : `govuk-input--width-${width}`)}
        id={parts.id}
        name={name}
        type={type}
        value={type === 'password' ? undefined : textValue(form, name)}
        dir={words ? 'auto' : 'ltr'}
        inputmode={inputmode}
        autocomplete={autocomplete}
        spellcheck={spellcheck}
        aria-describedby={parts.describedBy}
        aria-invalid={parts.error === undefined ? undefined : 'true'}
      />
    </FormGroup>
  );
}

interface TextAreaProps extends FieldProps {
  readonly rows?: number | undefined;
  /** The most words the server takes, told under the field. */
  readonly maxWords?: number | undefined;
  /** The most characters the server takes, told under the field. */
  readonly maxCharacters?: number | undefined;
  readonly autocomplete?: string | undefined;
}

/** Several lines of text, in any language and direction. */
export function TextArea(props: TextAreaProps) {
  const { form, name, rows = 5, maxWords, maxCharacters, autocomplete } = props;
  const limit = limitWords(maxWords, maxCharacters);
  const limitId = `${fieldParts(props).id}-limit`;
  const parts = limit === undefined ? fieldParts(props) : fieldParts(props, limitId);
  return (
    <FormGroup error={parts.error}>
      <Label id={parts.id} field={props} />
      <Messages parts={parts} hint={props.hint} />
      <textarea
        class={classes('govuk-textarea', parts.error)}
        id={parts.id}
        name={name}
        rows={rows}
        dir="auto"
        autocomplete={autocomplete}
        aria-describedby={parts.describedBy}
        aria-invalid={parts.error === undefined ? undefined : 'true'}
      >
        {leadingNewline(textValue(form, name))}
      </textarea>
      {limit !== undefined && (
        <div id={limitId} class="govuk-hint hb-limit">
          {limit}
        </div>
      )}
    </FormGroup>
  );
}

/** One thing to choose from a list. */
export interface SelectItem {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

interface SelectProps extends FieldProps {
  readonly items: readonly SelectItem[];
  /** What the first, empty choice says, such as "Choose a class". */
  readonly placeholder?: string | undefined;
}

/** One choice from a longer list; use radio buttons for fewer than seven. */
export function Select(props: SelectProps) {
  const { form, name, items, placeholder } = props;
  const parts = fieldParts(props);
  const chosen = textValue(form, name);
  return (
    <FormGroup error={parts.error}>
      <Label id={parts.id} field={props} />
      <Messages parts={parts} hint={props.hint} />
      <select
        class={classes('govuk-select', parts.error)}
        id={parts.id}
        name={name}
        aria-describedby={parts.describedBy}
        aria-invalid={parts.error === undefined ? undefined : 'true'}
      >
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {items.map((item) => (
          <option value={item.value} selected={item.value === chosen} disabled={item.disabled}>
            {item.label}
          </option>
        ))}
      </select>
    </FormGroup>
  );
}

interface FileUploadProps extends FieldProps {
  /** The endings and types the field takes, such as `.docx,.pdf,.txt`; the server checks the content itself. */
  readonly accept?: string | undefined;
  readonly multiple?: boolean | undefined;
}

/** A file from the reader's device; its form needs `multipart`. */
export function FileUpload(props: FileUploadProps) {
  const { name, accept, multiple } = props;
  const parts = fieldParts(props);
  return (
    <FormGroup error={parts.error}>
      <Label id={parts.id} field={props} />
      <Messages parts={parts} hint={props.hint} />
      <input
        class={classes('govuk-file-upload', parts.error)}
        id={parts.id}
        name={name}
        type="file"
        accept={accept}
        multiple={multiple}
        aria-describedby={parts.describedBy}
        aria-invalid={parts.error === undefined ? undefined : 'true'}
      />
    </FormGroup>
  );
}

function classes(base: string, error: string | undefined, more = ''): string {
  return [base, error === undefined ? '' : `${base}--error`, more].filter((name) => name !== '').join(' ');
}

function limitWords(words: number | undefined, characters: number | undefined): string | undefined {
  if (words !== undefined) return `You can write up to ${words.toLocaleString('en-GB')} words.`;
  if (characters !== undefined)
    return `You can write up to ${characters.toLocaleString('en-GB')} characters.`;
  return undefined;
}

// A browser drops the first newline inside a textarea, so a text that begins with one needs another before it.
function leadingNewline(text: string): string {
  return text.startsWith('\n') || text.startsWith('\r') ? `\n${text}` : text;
}
