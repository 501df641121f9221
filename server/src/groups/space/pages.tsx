import type { PublicContext, PublicPageProps } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { School } from '../../schools/store.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Details,
  Form,
  type FormState,
  formatDate,
  Notice,
  Radios,
  Tag,
  telephone,
} from '../../ui/index.ts';
import { CHECKLIST } from '../playbook/checklist.ts';
import { SuggestFields } from '../suggest-fields.tsx';
import { ROLE_WORDS } from '../volunteers/rules.ts';
import { ChecklistForm } from './checklist-form.tsx';
import { type Place, spaceHref } from './places.ts';

interface Shown {
  readonly school: School;
  readonly once: string;
  readonly form: FormState;
}

function PlaceLine({
  place: { moderator, group },
  done,
  href,
}: {
  place: Place;
  done: number;
  href: string;
}) {
  const here = `${href}/group/${moderator.id}`;
  return (
    <li>
      <h3>
        <a href={here}>
          <bdi>{group.name}</bdi>
        </a>
      </h3>
      {moderator.state === 'asked' && (
        <p>
          <Tag kind="waiting">The office asks you</Tag> <a href={here}>Say yes or no</a>
        </p>
      )}
      {moderator.state === 'accepted' && (
        <p>
          {done} of {CHECKLIST.length} things set up.
          {moderator.confirmBy && (
            <>
              {' '}
              <a href={here}>Do you carry on? Tell the office by {formatDate(moderator.confirmBy)}</a>
            </>
          )}
        </p>
      )}
    </li>
  );
}

interface HomeProps {
  readonly context: PublicContext<object>;
  readonly places: readonly Place[];
  readonly checks: ReadonlyMap<Place['group']['id'], ReadonlySet<string>>;
}

/** A moderator's own page: three big actions, and their groups. */
export function spacePage({ context, places, checks }: HomeProps): PublicPageProps {
  const { school, flash } = context;
  const href = spaceHref(school);
  const base = `${schoolHref(school)}/moderators`;
  return {
    title: 'Your page as a moderator',
    back: { href: base, label: 'For moderators' },
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <h1>Your page as a moderator</h1>
        <nav aria-label="What you can do" class="hb-actions">
          <ButtonLink href={`${base}/happened`}>Something happened</ButtonLink>
          <ButtonLink href={`${base}/words`}>Words I can use</ButtonLink>
        </nav>
        <h2>Your groups</h2>
        {places.length > 0 && <p>Set up a group, hand it over, or stop.</p>}
        <ul class="hb-plain-list">
          {places.map((place) => (
            <PlaceLine place={place} href={href} done={checks.get(place.group.id)?.size ?? 0} />
          ))}
        </ul>
        {places.length === 0 && <p>You look after no group at present. Thank you for what you did.</p>}
        <Details summary="What the school sees">
          <p>
            That you look after the group, and how many things are ticked. It does not see the group, who is
            in it, or what you do there.
          </p>
        </Details>
        <Form action={`${href}/leave`}>
          <Button kind="secondary">Close my page on this device</Button>
        </Form>
      </>
    ),
  };
}

/** Saying yes or no to looking after a group: what it is comes before the question. */
export function rolePage({ school, once, form }: Shown, { moderator, group }: Place): PublicPageProps {
  return {
    title: 'Will you look after this group?',
    errors: form.errors,
    back: { href: spaceHref(school) },
    children: (
      <>
        <h1>
          Will you look after <bdi>{group.name}</bdi>?
        </h1>
        <p>It is a volunteer’s task. You do it as a parent, not for the school.</p>
        <RoleWords />
        <Form action={`${spaceHref(school)}/group/${moderator.id}/answer`} once={once}>
          <Radios
            form={form}
            name="answer"
            label="Your answer"
            items={[
              { value: 'accept', label: 'Yes, I will look after it' },
              { value: 'decline', label: 'No, thank you', hint: 'You need not say why.' },
            ]}
          />
          <Button>Send my answer</Button>
        </Form>
      </>
    ),
  };
}

function RoleWords() {
  return (
    <>
      <h2>What you may do</h2>
      <ul>
        {ROLE_WORDS.may.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <h2>What you need not do</h2>
      <ul>
        {ROLE_WORDS.needNot.map((each) => (
          <li>{each}</li>
        ))}
      </ul>
      <h2>You can stop</h2>
      <p>At any time, without a reason, with one press of a button.</p>
    </>
  );
}

/** One of their groups: whether they carry on, the checklist, handing over, stopping. */
export function placePage(shown: Shown, place: Place, done: ReadonlySet<string>): PublicPageProps {
  const { school, once, form } = shown;
  const { moderator, group } = place;
  const here = `${spaceHref(school)}/group/${moderator.id}`;
  return {
    title: group.name,
    errors: form.errors,
    back: { href: spaceHref(school), label: 'Your page' },
    children: (
      <>
        <h1>
          <bdi>{group.name}</bdi>
        </h1>
        {moderator.termEnds && <p>You agreed to do this until {formatDate(moderator.termEnds)}.</p>}
        {moderator.confirmBy && (
          <>
            <h2>Do you carry on?</h2>
            <p>The office would like to know by {formatDate(moderator.confirmBy)}.</p>
            <Form action={`${here}/carry-on`} once={once}>
              <ButtonGroup>
                <Button name="answer" value="confirm">
                  I carry on
                </Button>
                <Button name="answer" value="stop" kind="secondary">
                  I stop
                </Button>
              </ButtonGroup>
            </Form>
          </>
        )}
        <h2>Set up the group</h2>
        <ChecklistForm action={`${here}/checklist`} done={done} />
        <p>
          <a href={`${schoolHref(school)}/moderators/card`}>The rule card, to paste into the group</a>
        </p>
        <h2>Hand over, or find somebody to share with</h2>
        <p>Two people are best. The office asks them, and they can say no.</p>
        <Form action={`${here}/propose`} once={once}>
          <SuggestFields form={form} />
        </Form>
        {!moderator.confirmBy && (
          <Details summary="Stop looking after this group">
            <p>
              Make somebody else an admin in WhatsApp first, so that the group is not left alone. What you
              gave the office to reach you by is deleted.
            </p>
            <Form action={`${here}/carry-on`} once={once}>
              <Button name="answer" value="stop" kind="warning">
                I stop
              </Button>
            </Form>
          </Details>
        )}
      </>
    ),
  };
}

/** For somebody who said no or stopped, and looks after no group any more: their link ended with it. */
export function endedPage(school: School, done: string): PublicPageProps {
  const base = `${schoolHref(school)}/moderators`;
  return {
    title: 'You look after no group now',
    back: { href: base, label: 'For moderators' },
    children: (
      <>
        <Notice kind="success">{done}</Notice>
        <h1>You look after no group now</h1>
        <p>
          Your own page is closed, and your link opens nothing any more. What you gave the office to reach you
          by is deleted. You do not have to do anything else.
        </p>
        <p>
          If you change your mind, ask the school office. You can still use everything{' '}
          <a href={base}>for moderators</a>.
        </p>
      </>
    ),
  };
}

/** For somebody without a link, or whose link was ended. */
export function noLinkPage(school: School): PublicPageProps {
  const { phone, officeEmail } = school.profile;
  return {
    title: 'Open your link first',
    back: { href: `${schoolHref(school)}/moderators`, label: 'For moderators' },
    children: (
      <>
        <h1>Open your link first</h1>
        <p>
          Moderators on the school’s register have a link of their own. Open it once, and this device
          remembers you.
        </p>
        <p>
          You have none, or it does not work any more? The school office makes you a new one:{' '}
          <a href={`mailto:${officeEmail}`}>{officeEmail}</a> or <a href={telephone(phone)}>{phone}</a>.
        </p>
        <p>
          You can use everything <a href={`${schoolHref(school)}/moderators`}>for moderators</a> without one.
        </p>
      </>
    ),
  };
}
