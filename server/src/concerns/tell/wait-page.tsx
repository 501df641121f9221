import type { Page, PublicContext } from '../../edge/contexts.ts';
import { Button, Hidden } from '../../ui/index.ts';
import { quietPage } from '../quiet-page.ts';
import { newTicket, WAIT_SECONDS } from './flood.ts';
import { carried } from './frame.tsx';
import type { Answers } from './steps.ts';

/**
 * Shown instead of sending while very many concerns come in at once: the device does a little work, or its owner waits
 * and presses once more. Nothing is lost, nobody is asked to prove that they are human, and nothing outside is called.
 * @param once the token of the form that was sent: the ticket is good for that one alone
 */
export function waitPage(context: PublicContext<object>, answers: Answers, once: string, bits: number): Page {
  const ticket = newTicket({ keys: context.work.keys, clock: context.services.clock }, once, bits);
  return quietPage(context, {
    title: 'One moment',
    scripts: ['wait-work.js'],
    children: (
      <>
        <h1>One moment, please</h1>
        <p>
          Very many concerns are coming in right now, so we slow each one down a little. Nothing you wrote is
          lost, and it is not sent yet.
        </p>
        <p>
          If a child is in danger, do not wait: call <a href="tel:999">999</a>.
        </p>
        <form
          method="post"
          action={`/s/${context.school.slug}/concern/send`}
          accept-charset="utf-8"
          novalidate
          data-wait-work
          data-ticket={ticket}
          data-bits={bits}
        >
          <input type="hidden" name="once" value={once} />
          <Hidden values={carried(answers)} />
          <input type="hidden" name="ticket" value={ticket} />
          <input type="hidden" name="answer" value="" />
          <p role="status">Wait {WAIT_SECONDS} seconds, then press the button.</p>
          <Button>Send to the school</Button>
        </form>
      </>
    ),
  });
}
