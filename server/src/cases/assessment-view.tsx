import { UserText } from '../ui/index.ts';
import type { Answers } from './assess.ts';
import { QUESTIONS } from './questions.ts';

/** The answers of the assessment, in their order. `href` is the case's address when they can still be changed. */
export function Assessment({ answers, href }: { answers: Answers; href: string | undefined }) {
  const given = QUESTIONS.flatMap((question) => {
    const answer = answers[question.id];
    return answer ? [{ question, answer }] : [];
  });
  if (given.length === 0) return null;
  return (
    <section aria-labelledby="assessment">
      <h2 id="assessment">Assessment</h2>
      {given.map(({ question: { id, title, choices }, answer: { choice, words } }) => {
        const chosen = choices?.find(({ value }) => value === choice)?.label;
        return (
          <>
            <h3>{title}</h3>
            {chosen !== undefined && (
              <p>
                <strong>{chosen}</strong>
              </p>
            )}
            <UserText text={words} />
            {href !== undefined && (
              <p>
                <a href={`${href}/assessment/${id}`}>
                  Change<span class="govuk-visually-hidden"> the answer to: {title}</span>
                </a>
              </p>
            )}
          </>
        );
      })}
    </section>
  );
}
