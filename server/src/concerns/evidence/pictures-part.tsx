import { type FormState, fieldId, listValue, WarningText } from '../../ui/index.ts';

/** What must be read before any picture is opened (rule 14). */
export function NeverSend() {
  return (
    <WarningText>
      Never send an indecent picture of a child: not to anybody, and not to us. Do not copy it or show it. Say
      in words that there is one, and call the police on 101.
    </WarningText>
  );
}

/** What is said beside a picture: what adds it, and what became of it. */
interface PictureWords {
  readonly add: string;
  readonly added: string;
}

const REPORTER: PictureWords = {
  add: 'Add this picture to my concern',
  added: 'The picture is part of your concern. It goes to the school when you send it at the end.',
};

/** The same, for staff who add what somebody brought. */
export const STAFF_PICTURE: PictureWords = {
  add: 'Add this picture',
  added: 'The picture is ready. It is kept when you press “Add it”.',
};

interface PicturesProps {
  readonly form: FormState;
  readonly name: string;
  readonly words?: PictureWords;
}

/** Where screenshots are opened, cut down and added on the device; without scripts, what to do instead. */
export function PicturesPart({ form, name, words = REPORTER }: PicturesProps) {
  const error = form.errors[name];
  return (
    <>
      {error !== undefined && (
        <p class="govuk-error-message" id={fieldId(name)}>
          <span class="govuk-visually-hidden">Error:</span> {error}
        </p>
      )}
      <div data-screenshots data-name={name} data-add={words.add} data-added={words.added}>
        {listValue(form, name).map((text) => (
          <input type="hidden" name={name} value={text} />
        ))}
      </div>
      <noscript>
        <p>
          This page cuts screenshots down on your own phone or computer, and needs JavaScript for that.
          Without it, say in words what the picture shows, or ask the school office how you can show it.
        </p>
      </noscript>
    </>
  );
}
