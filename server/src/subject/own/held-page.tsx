import type { Page, PublicContext } from '../../edge/contexts.ts';

/**
 * What a page says while nothing may go to the parent (rules 12, 15): one sentence that is the same whatever the reason
 * is.
 */
export function heldPage(context: PublicContext<object>): Page {
  const { phone, officeEmail } = context.school.profile;
  return context.page({
    title: 'There is nothing here for you today',
    children: (
      <>
        <h1>There is nothing here for you today</h1>
        <p>The school will write to you. You do not need to do anything. Your child is not affected.</p>
        <p>
          If you want to reach the school: {phone} or <a href={`mailto:${officeEmail}`}>{officeEmail}</a>.
        </p>
      </>
    ),
  });
}
