import { LARGE } from './printed.ts';

interface PaperLinksProps {
  /** What the document is called in the middle of a sentence: "the decision record". */
  readonly name: string;
  /** Its address without an ending. */
  readonly href: string;
  /** What the address says besides: "paper=…". */
  readonly query?: string | undefined;
}

/** The ways to have a printed document: on paper, in large print, in Word. */
export function PaperLinks({ name, href, query }: PaperLinksProps) {
  const address = (ending: string, ...more: readonly string[]) => {
    const said = [...(query ? [query] : []), ...more].join('&');
    return `${href}.${ending}${said === '' ? '' : `?${said}`}`;
  };
  return (
    <>
      <a href={address('pdf')}>{name} (PDF)</a>,{' '}
      <a href={address('pdf', `print=${LARGE}`)}>
        in large print<span class="govuk-visually-hidden">: {name}</span> (PDF)
      </a>
      ,{' '}
      <a href={address('docx')}>
        in Word<span class="govuk-visually-hidden">: {name}</span>
      </a>
    </>
  );
}
