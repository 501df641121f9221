import { PaperLinks } from '../../letters/paper-links.tsx';
import {
  Button,
  Details,
  Form,
  type FormState,
  formatCount,
  formatShortDate,
  Radios,
} from '../../ui/index.ts';
import type { SentNotice } from './send.ts';
import { NOTICE_TOPICS, TOPIC_TEXT } from './topics.ts';

interface Props {
  readonly action: string;
  readonly form: FormState;
  readonly once: string;
  readonly sent: readonly SentNotice[];
}

/** A general note to a group's moderators, chosen from a list, and those that went before. */
export function NoticeSection({ action, form, once, sent }: Props) {
  return (
    <>
      <h2>A note to the moderators</h2>
      <p>
        A general reminder, by mail. Nothing about anybody can be in it, so you choose from a list. What they
        do with it is up to them.
      </p>
      <Details summary="Choose a note">
        <Form action={action} once={once}>
          <Radios
            form={form}
            name="topic"
            label="What is it about?"
            items={NOTICE_TOPICS.map((value) => ({
              value,
              label: TOPIC_TEXT[value].label,
              hint: TOPIC_TEXT[value].text,
            }))}
          />
          <Button kind="secondary">Send the note</Button>
        </Form>
        <p>Or print one to hand over:</p>
        <ul>
          {NOTICE_TOPICS.map((value) => (
            <li>
              <PaperLinks name={TOPIC_TEXT[value].label} href={action} query={`topic=${value}`} />
            </li>
          ))}
        </ul>
      </Details>
      {sent.length > 0 && (
        <ul>
          {sent.map(({ topic, sentAt, readers }) => (
            <li>
              {formatShortDate(sentAt)}: {TOPIC_TEXT[topic].label}, to{' '}
              {formatCount(readers, 'moderator', 'moderators')}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
