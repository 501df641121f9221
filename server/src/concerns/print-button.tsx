/** A button that prints the page; hidden where no scripts run. Goes with the script `print.js`. */
export function PrintButton({ label }: { readonly label: string }) {
  return (
    <button type="button" class="govuk-button govuk-button--secondary" data-print="" hidden>
      {label}
    </button>
  );
}
