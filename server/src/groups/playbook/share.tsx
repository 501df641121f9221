import { shareLink } from './words.ts';

/** A text to take along: selectable on any phone, with a link that hands it to the reader's own WhatsApp. */
export function ShareText({ text, label }: { text: string; label: string }) {
  return (
    <div class="hb-share" data-wording={label}>
      <p class="hb-share__text">{text}</p>
      <p>
        <a href={shareLink(text)} rel="noreferrer" class="govuk-link">
          Share it from your phone<span class="govuk-visually-hidden">: {label}</span>
        </a>
      </p>
    </div>
  );
}
