import type { Page, PublicContext } from '../../edge/contexts.ts';
import { formatDate, InsetText, Panel, WarningText } from '../../ui/index.ts';
import { quietPage } from '../quiet-page.ts';

/** The receipt: the code to come back with, and what happens next by when. */
export function sentPage(context: PublicContext<object>): Page {
  const { code, by } = context.flash;
  const back = `/s/${context.school.slug}/concern/return`;
  if (code === undefined || by === undefined) {
    return quietPage(context, {
      title: 'Your concern was sent',
      children: (
        <>
          <h1>This page has shown your code already</h1>
          <p>
            For your safety a code is shown only once. If you wrote it down, you can{' '}
            <a href={back}>come back with it</a>. If you lost it, your concern is still with the school and
            will be dealt with.
          </p>
        </>
      ),
    });
  }
  return quietPage(context, {
    title: 'The school has your concern',
    children: (
      <>
        <Panel title="The school has your concern">
          <p>Your code to come back with</p>
          <p>
            <strong class="hb-code">{code}</strong>
          </p>
        </Panel>
        <WarningText>
          Write this code down or print this page now. It is shown only once, and nobody can look it up.
        </WarningText>
        <h2>What happens next</h2>
        <ol>
          <li>Somebody at the school first asks whether a child may be at risk.</li>
          <li>
            By <strong>{formatDate(by)}</strong> you can read here that your concern was read, and what
            happens next.
          </li>
          <li>The school may have a question for you. It will be on the same page.</li>
          <li>When it is over, the page says so. It does not say what happened with another family.</li>
        </ol>
        <p>
          Come back at <a href={back}>{context.services.origin + back}</a> with your code.
        </p>
        <InsetText>
          Anybody who has the code can read your page. If somebody else uses this phone or computer, do not
          leave the code in it. Raising a concern in good faith never counts against you or your child.
        </InsetText>
        <p>
          If it gets worse, or a child may not be safe, do not wait for us: the foot of this page says whom to
          call.
        </p>
      </>
    ),
  });
}
