import type { PublicPageProps } from '../edge/contexts.ts';
import type { School } from '../schools/store.ts';
import { moderatorPage, moderatorsHref } from './moderator-frame.ts';

/** WhatsApp's own tools, as an admin of a group finds them (domain 6.4). Menus differ a little between phones. */
const TOOLS: readonly { readonly title: string; readonly when: string; readonly steps: readonly string[] }[] =
  [
    {
      title: 'Let only admins send for a while',
      when: 'When messages come faster than you can read them.',
      steps: [
        'Open the group and press its name at the top.',
        'Choose “Group permissions” (or “Group settings”).',
        'Turn “Send new messages” off for members. Turn it on again the next day.',
      ],
    },
    {
      title: 'Delete a message for everyone',
      when: 'When a child is named, somebody is insulted, or a number was shared.',
      steps: [
        'Press the message and hold it.',
        'Choose the bin, or “Delete”.',
        'Choose “Delete for everyone”. The group sees that an admin deleted it.',
      ],
    },
    {
      title: 'Let members show you a message',
      when: 'So that people tell you instead of answering in anger.',
      steps: [
        'In “Group permissions”, turn “Send for admin review” on.',
        'Members can then send a message to the admins only. Its writer is not told.',
      ],
    },
    {
      title: 'Decide who comes in',
      when: 'From the start, and after somebody came in who does not belong.',
      steps: [
        'In “Group permissions”, turn “Approve new members” on.',
        'Reset the invite link when it went further than it should.',
      ],
    },
    {
      title: 'Take somebody out',
      when: 'As the last step. It is your decision alone; the school cannot ask you to.',
      steps: [
        'Write to the person in private first, and give them time.',
        'Open the group’s members, press the name and choose “Remove”.',
        'Tell the person why in private, and how they can come back.',
      ],
    },
  ];

/** What a moderator can do in WhatsApp, step by step (S61, rule 25). */
export function toolsPage(school: School): PublicPageProps {
  const href = moderatorsHref(school);
  return moderatorPage(school, {
    title: 'In WhatsApp, step by step',
    children: (
      <>
        <h1>In WhatsApp, step by step</h1>
        <p>You need to be an admin of the group. Menus can look a little different on your phone.</p>
        {TOOLS.map(({ title, when, steps }) => (
          <>
            <h2>{title}</h2>
            <p class="hb-quiet">{when}</p>
            <ol>
              {steps.map((step) => (
                <li>{step}</li>
              ))}
            </ol>
          </>
        ))}
        <p>
          <a href={`${href}/words`}>Words you can use</a>
        </p>
      </>
    ),
  });
}
