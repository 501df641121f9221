import type { Temporal } from 'temporal-polyfill';
import type { StaffContext } from '../edge/contexts.ts';
import { schoolDay } from '../platform/clock.ts';
import { Button, ButtonGroup, Form, formatShortDate, Name, Table, Tag, type TagKind } from '../ui/index.ts';
import type { Moderator } from './moderators-store.ts';
import { mailAddress } from './notices/send.ts';
import { hasEnded } from './rules.ts';
import { ROLE_STATE_TEXT, type RoleState } from './volunteers/rules.ts';

const TAGS: Readonly<Record<RoleState, TagKind>> = {
  proposed: 'new',
  asked: 'waiting',
  accepted: 'done',
  declined: 'ended',
};

const PROPOSERS = { office: '', moderator: ', by a moderator', pta: ', by the PTA' } as const;

function Standing({ moderator, today }: { moderator: Moderator; today: Temporal.PlainDate }) {
  const { state, proposedBy, until, confirmBy, termEnds } = moderator;
  if (until && (state === 'accepted' || hasEnded(moderator, today))) {
    return <>{state === 'declined' ? ROLE_STATE_TEXT.declined : `Stopped ${formatShortDate(until)}`}</>;
  }
  return (
    <>
      <Tag kind={TAGS[state]}>{ROLE_STATE_TEXT[state]}</Tag>
      {state === 'proposed' && PROPOSERS[proposedBy]}
      {confirmBy && <> Asked whether they carry on, by {formatShortDate(confirmBy)}</>}
      {!confirmBy && termEnds && <> until {formatShortDate(termEnds)}</>}
    </>
  );
}

interface Props {
  readonly context: StaffContext<object>;
  /** The group's page. */
  readonly href: string;
  readonly moderators: readonly Moderator[];
  readonly edits: boolean;
}

/** Who looks after a group, who was asked, and who did before. */
export function ModeratorsTable({ context, href, moderators, edits }: Props) {
  const today = schoolDay(context.work.now);
  const columns = ['Name', 'Since', 'How it stands', ...(edits ? ['How to reach them', 'Act'] : [])];
  return (
    <Table
      caption="Moderators"
      columns={columns.map((header) => ({ header }))}
      rows={moderators.map((each) => [
        <Name>{each.name}</Name>,
        formatShortDate(each.from),
        <Standing moderator={each} today={today} />,
        ...(edits
          ? [
              <Name>{each.contact || 'not given'}</Name>,
              each.until ? '' : <Acts href={href} moderator={each} once={context.once} />,
            ]
          : []),
      ])}
      empty={
        <p>
          Nobody is written down as looking after this group yet. Two people are best: one can step in for the
          other.
        </p>
      }
    />
  );
}

function Acts({ href, moderator, once }: { href: string; moderator: Moderator; once: string }) {
  const { id, name, state } = moderator;
  const here = `${href}/moderators/${id}`;
  const whom = <span class="govuk-visually-hidden">: {name}</span>;
  return (
    <>
      <Form action={`${here}/link`} once={once}>
        <ButtonGroup>
          {mailAddress(moderator) && (
            <Button kind="secondary" name="by" value="mail">
              {state === 'proposed' ? 'Ask them by mail' : 'Mail a new link'}
              {whom}
            </Button>
          )}
          <Button kind="secondary" name="by" value="hand">
            {state === 'proposed' ? 'Ask them: show the link' : 'Show a new link'}
            {whom}
          </Button>
        </ButtonGroup>
      </Form>
      <Form action={`${here}/end`} once={once}>
        <Button kind="secondary">
          {state === 'accepted' ? 'Has stopped' : 'Take off the list'}
          {whom}
        </Button>
      </Form>
    </>
  );
}
