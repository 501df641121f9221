/** Reads the parts marked `data-aloud` with the browser's own voice; hidden until the script finds that there is one. */
export function ReadAloud() {
  return (
    <p>
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        data-read-aloud=""
        data-read="Read aloud"
        data-stop="Stop reading"
        hidden
      />
    </p>
  );
}
