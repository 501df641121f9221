import type { Page } from '../../edge/contexts.ts';
import { schoolDay } from '../../platform/clock.ts';
import { formatDate, formatDateTime, Panel, UserText } from '../../ui/index.ts';
import { readBy } from '../ask-handler.ts';
import type { SentId } from '../ids.ts';
import { SENT_TEXT } from '../kinds.ts';
import { ownHref } from '../session.ts';
import type { Mine } from './mine.ts';
import { ownPage } from './own-form.tsx';

/** The receipt of something that a parent sent: what, when, and what happens next. Nothing for another's. */
export async function sentPage(mine: Mine<{ readonly id: SentId }>): Promise<Page | undefined> {
  const { context, view } = mine;
  const own = mine.sent.find(({ id }) => id === context.params.id);
  if (!own) return undefined;
  const by = await readBy(context.work);
  const today = schoolDay(own.at).equals(schoolDay(context.work.now));
  return ownPage(mine, {
    title: 'The school has it',
    children: (
      <>
        <Panel title="The school has it">
          {SENT_TEXT[own.kind].title}
          <br />
          {own.paper ? `On paper, ${formatDate(own.paper.cameOn)}` : formatDateTime(own.at)}
        </Panel>
        {today && own.kind !== 'no-needs' && <p>Somebody reads it by {formatDate(by)}.</p>}
        <h2>What you sent</h2>
        <UserText text={own.words} />
        <p>
          This page is your receipt. Our reference is {view.reference}. You can print it, or find it again on
          your page.
        </p>
        <p>
          <a href={ownHref(context, '/page')}>Back to your page</a>
        </p>
      </>
    ),
  });
}
