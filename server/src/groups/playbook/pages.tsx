import type { PublicContext, PublicPageProps } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { schoolDay } from '../../platform/clock.ts';
import { policyInForceOn } from '../../policies/store.ts';
import type { School } from '../../schools/store.ts';
import { ButtonLink, Details, InsetText, Name } from '../../ui/index.ts';
import { cardParts, cardText } from './card.ts';
import { CHECKLIST } from './checklist.ts';
import { ShareText } from './share.tsx';
import { GROUP_WORDS, PRIVATE_WORDS, REMOVAL_REASONS, WAY_BACK } from './words.ts';

const home = (school: School) => `${schoolHref(school)}/moderators`;
const back = (school: School) => ({ href: home(school), label: 'For moderators' });

/** The way in for everybody who looks after a group: three big actions (look, "Three faces"). */
export function moderatorsPage(school: School): PublicPageProps {
  const here = home(school);
  return {
    title: 'For moderators',
    back: { href: schoolHref(school), label: 'The policy' },
    children: (
      <>
        <h1>For moderators</h1>
        <p>
          You look after a class, year or PTA group as a volunteer. These pages help you. The school does not
          see what you do here, and it does not see your group.
        </p>
        <nav aria-label="What you can do" class="hb-actions">
          <ButtonLink href={`${here}/happened`}>Something happened</ButtonLink>
          <ButtonLink href={`${here}/set-up`}>Set up or hand over the group</ButtonLink>
          <ButtonLink href={`${here}/words`}>Words I can use</ButtonLink>
        </nav>
        <ul>
          <li>
            <a href={`${here}/review`}>Look through a chat, on your own phone or computer</a>
          </li>
          <li>
            <a href={`${here}/log`}>Your private log, on your own phone or computer</a>
          </li>
          <li>
            <a href={`${here}/card`}>The rules of the group on one card</a>
          </li>
          <li>
            <a href={`${here}/removal`}>Taking somebody out of the group</a>
          </li>
          <li>
            <a href={`${here}/mine`}>Your own page, if the office gave you a link</a>
          </li>
        </ul>
        <Details summary="Put these pages on your phone">
          <p>
            Open this page in your phone’s browser, open its menu and choose “Install” or “Add to Home
            screen”. The pages then also open without a connection. On many Android phones you can share a
            chat from WhatsApp to them: it is opened on your phone and goes nowhere else. On an iPhone, save
            the export and open it under “Look through a chat”.
          </p>
        </Details>
      </>
    ),
  };
}

/** Something happened: from the most pressing to the least, what a moderator can do (S61, domain 2.2). */
export function happenedPage(school: School): PublicPageProps {
  const href = schoolHref(school);
  return {
    title: 'Something happened in the group',
    back: back(school),
    children: (
      <>
        <h1>Something happened in the group</h1>
        <p>Start at the top. Stop at the first line that fits.</p>
        <h2>Somebody is in danger, or a child may not be safe</h2>
        <p>
          Call <a href="tel:999">999</a> if it is happening now. Then tell the school’s safeguarding lead: the
          name is at the foot of this page. Do not copy or forward pictures.
        </p>
        <h2>Somebody is threatened, or a child is named</h2>
        <p>
          Delete the message for everyone, if you can. You may tell the school. You choose what you show it.
        </p>
        <ButtonLink href={`${href}/concern`} kind="secondary">
          Tell the school in confidence
        </ButtonLink>
        <h2>People are angry with each other</h2>
        <ol>
          <li>
            Pause: set the group so that only admins can send messages.{' '}
            <a href={`${home(school)}/tools`}>In WhatsApp, step by step</a>
          </li>
          <li>Write to each person on their own. Do not take sides.</li>
          <li>Delete hurtful messages for everyone.</li>
          <li>
            Open the group again, with a friendly word.{' '}
            <a href={`${home(school)}/words`}>Words you can use</a>
          </li>
        </ol>
        <h2>Somebody complains about a teacher or the school</h2>
        <p>
          They may have a point. The group cannot solve it, the school can. Write to them on their own, and
          send them the page <a href={`${href}/ask`}>Who do I ask?</a>
        </p>
        <h2>Private chats, adverts, jokes, too many messages</h2>
        <p>
          A friendly word is enough. Nobody needs to tell the school.{' '}
          <a href={`${home(school)}/words`}>Words you can use</a>
        </p>
        <h2>It goes on and on</h2>
        <p>
          You may take somebody out of the group. That is your decision: the school cannot tell you to do it,
          or not to. <a href={`${home(school)}/removal`}>Taking somebody out fairly</a>
        </p>
        <h2>You cannot find a message again</h2>
        <p>
          <a href={`${home(school)}/review`}>Look through a chat for messages that may touch the code</a>
        </p>
      </>
    ),
  };
}

/** Words a moderator may use as their own. */
export function wordsPage(school: School): PublicPageProps {
  return {
    title: 'Words you can use',
    back: back(school),
    children: (
      <>
        <h1>Words you can use</h1>
        <p>Change them until they sound like you. The school never sends them: you do, if you want to.</p>
        <h2>To one person, in private</h2>
        {PRIVATE_WORDS.map(({ when, text }) => (
          <>
            <h3>{when}</h3>
            <ShareText label={when} text={text} />
          </>
        ))}
        <h2>To the whole group</h2>
        {GROUP_WORDS.map(({ when, text }) => (
          <>
            <h3>{when}</h3>
            <ShareText label={when} text={text} />
          </>
        ))}
        <p>
          <a href={`${home(school)}/card`}>The rules of the group on one card</a>
        </p>
      </>
    ),
  };
}

/** Taking somebody out: the moderator's own right (S61), with a reason and a way back in. */
export function removalPage(school: School): PublicPageProps {
  return {
    title: 'Taking somebody out of the group',
    back: back(school),
    children: (
      <>
        <h1>Taking somebody out of the group</h1>
        <InsetText>
          This is your decision as a volunteer. The school cannot order it and keeps no record of it.
        </InsetText>
        <h2>Before you do it</h2>
        <ol>
          <li>Did you write to them on their own first?</li>
          <li>Would a pause, or deleting the message, be enough?</li>
          <li>Does the other moderator agree?</li>
          <li>
            Will their family still hear school news another way? The office can help, without a reason.
          </li>
        </ol>
        <h2>How</h2>
        <p>
          In the group’s info, press their name and choose “Remove”. They can see what was in the group
          before.
        </p>
        <h2>Tell them why, and how they can come back</h2>
        {REMOVAL_REASONS.map(({ when, text }) => (
          <>
            <h3>{when}</h3>
            <ShareText label={when} text={`${text} ${WAY_BACK}`} />
          </>
        ))}
      </>
    ),
  };
}

/** How to set a group up, for anybody: ticking it off is in a moderator's own space. */
export function setUpPage(school: School): PublicPageProps {
  return {
    title: 'Set up a group',
    back: back(school),
    children: (
      <>
        <h1>Set up a group</h1>
        <p>Seven things that make a group easier to look after. Do the ones that suit yours.</p>
        <ol class="hb-steps">
          {CHECKLIST.map(({ label, how }) => (
            <li>
              <strong>{label}.</strong> {how}
            </li>
          ))}
        </ol>
        <ButtonLink href={`${home(school)}/card`} kind="secondary">
          The rule card
        </ButtonLink>
        <p>
          If the office gave you a link of your own, open it: you can tick these off there, and hand the group
          over.
        </p>
      </>
    ),
  };
}

/** The rules of the group on one card, from the policy in force. */
export async function cardPage({ work, school, services }: PublicContext<object>): Promise<PublicPageProps> {
  const href = schoolHref(school);
  const version = await policyInForceOn(work, schoolDay(work.now));
  const parts = version ? cardParts(version.document) : [];
  return {
    title: 'The rule card',
    back: back(school),
    children: (
      <>
        <h1>The rules of the group, on one card</h1>
        {parts.length === 0 ? (
          <p>
            The school has no policy in force yet, or it has no rules for groups. The card will appear here
            when it does.
          </p>
        ) : (
          <>
            <p>
              From{' '}
              <a href={href}>
                the policy of <Name>{school.name}</Name>
              </a>
              . Paste it into the group’s description, or share it: from your own phone, as a parent. If it is
              too long for the description, send it as a message instead.
            </p>
            <ShareText label="The rule card" text={cardText(parts, `${services.origin}${href}`)} />
          </>
        )}
      </>
    ),
  };
}
