import type { DeskPageProps } from '../../edge/contexts.ts';
import type { Adult } from '../../roster/adult.ts';
import { Button, Details, Form, formatShortDate, Name, Notice, SummaryList } from '../../ui/index.ts';
import type { Standing } from '../asking/standing.ts';
import { COVERAGE, standsAt } from './coverage-pages.tsx';

/** The invitation that counts for an adult: the one that stands, or the one by which they stopped all mail. */
export function invitationFor({ invitations }: Standing, { id }: Pick<Adult, 'id'>) {
  const own = invitations.filter(({ adultId }) => adultId === id);
  return own.find(({ state }) => state === 'stopped') ?? own.find(({ stands }) => stands);
}

interface PersonShown {
  readonly standing: Standing;
  readonly adult: Adult;
  readonly classes: string;
  readonly once: string;
  readonly done: string | undefined;
}

/** One adult on the roll: where their agreement stands, and their link. */
export function personPage({ standing, adult, classes, once, done }: PersonShown): DeskPageProps {
  const agreement = standing.agreements.get(adult.id);
  const invitation = invitationFor(standing, adult);
  const here = `${COVERAGE}/people/${adult.id}`;
  const open = !agreement && !standing.facts.answered.has(adult.id);
  const canAsk = open && adult.email !== '' && (!invitation || invitation.state === 'revoked');
  return {
    title: 'One adult',
    room: '/desk/agreements',
    back: { href: COVERAGE, label: 'How far it has come' },
    children: (
      <>
        {done !== undefined && <Notice kind="success">{done}</Notice>}
        <h1>
          <Name>{adult.name}</Name>
        </h1>
        <SummaryList
          rows={[
            { key: 'Classes', value: <Name>{classes}</Name> },
            { key: 'Where it stands', value: standsAt(standing, adult) },
            ...(agreement
              ? [
                  {
                    key: 'Agreement',
                    value: <a href={`/desk/agreements/one/${agreement.id}`}>Version {agreement.version}</a>,
                  },
                ]
              : []),
            ...(invitation ? [{ key: 'Asked by mail', value: formatShortDate(invitation.askedOn) }] : []),
            ...(adult.email === '' ? [{ key: 'Mail address', value: 'None' }] : []),
          ]}
        />
        {canAsk && (
          <Form action={`${here}/ask`} once={once}>
            <Button>{invitation ? 'Send a new link' : 'Ask by mail now'}</Button>
          </Form>
        )}
        {invitation?.state === 'asked' && (
          <Details summary="Take their link back">
            <p>
              Do this when the mail went to a wrong address. The link then shows only what everybody sees. You
              can send a new one.
            </p>
            <Form action={`${here}/revoke`} once={once}>
              <Button kind="warning">Take the link back</Button>
            </Form>
          </Details>
        )}
      </>
    ),
  };
}
