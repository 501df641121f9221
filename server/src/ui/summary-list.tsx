import type { Child } from 'hono/jsx';

/** A link beside an answer. `about` is read to a screen reader after the label: "Change" + "the group". */
export interface SummaryAction {
  readonly href: string;
  readonly label?: string | undefined;
  readonly about: string;
}

/** One question and its answer. */
export interface SummaryRow {
  readonly key: string;
  readonly value: Child;
  readonly actions?: readonly SummaryAction[] | undefined;
}

/** Facts under their names, each with the links that change them: a record, or the answers before they are sent. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl class="govuk-summary-list">
      {rows.map(({ key, value, actions = [] }) => (
        <div class="govuk-summary-list__row">
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value" dir="auto">
            {value}
          </dd>
          {actions.length > 0 && (
            <dd class="govuk-summary-list__actions">
              {actions.map(({ href, label = 'Change', about }) => (
                <a href={href}>
                  {label}
                  <span class="govuk-visually-hidden"> {about}</span>
                </a>
              ))}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
