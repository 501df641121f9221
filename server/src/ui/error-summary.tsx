import { type FieldErrors, fieldId, hasErrors } from './form-state.ts';

/** Everything wrong with a form, at the top of the page, each line a link to its field. Nothing when nothing is. */
export function ErrorSummary({
  errors,
  title = 'There is a problem',
}: {
  errors: FieldErrors | undefined;
  title?: string | undefined;
}) {
  if (errors === undefined || !hasErrors(errors)) return null;
  return (
    <div class="govuk-error-summary" tabindex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-error-summary__list">
            {Object.entries(errors).map(([name, message]) => (
              <li>
                <a href={`#${fieldId(name)}`}>{message}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
