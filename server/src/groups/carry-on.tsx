import { z } from 'zod';
import { go, type Page, type StaffContext } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { schoolDay } from '../platform/clock.ts';
import { queueMail } from '../platform/mail/outbox.ts';
import type { Work } from '../platform/work.ts';
import { addSchoolDays } from '../schools/calendar.ts';
import { schoolCalendar } from '../schools/calendar-store.ts';
import { Button, EmptyState, Form, formatDate, Name, Table } from '../ui/index.ts';
import { askWhoCarriesOn, currentModerators } from './moderators-store.ts';
import { mailAddress } from './notices/send.ts';
import { listGroups } from './store.ts';

/** School days that moderators have to say whether they carry on. */
const DAYS_TO_ANSWER = 15;

function carryOnMail(schoolName: string, address: string) {
  const lines = [
    'Hello,',
    '',
    'Thank you for looking after a parents’ group. Do you carry on this school year?',
    'Please tell us on your own page. You can stop, or hand over to somebody else, there too:',
    '',
    address,
    '',
    'If your device does not open your page, ask the school office for a new link.',
    '',
    schoolName,
  ];
  return { subject: 'Do you carry on?', text: `${lines.join('\n')}\n`, kind: 'moderator-carry-on' };
}

interface Asking {
  readonly schoolName: string;
  /** The moderators' own page, in full. */
  readonly address: string;
}

/**
 * Asks every moderator whether they carry on, and mails those who gave an address. The September roll-over calls this
 * too. Nobody stops by not answering.
 * @returns how many were asked
 */
export async function askModerators(work: Work, { schoolName, address }: Asking): Promise<number> {
  const by = addSchoolDays(await schoolCalendar(work), schoolDay(work.now), DAYS_TO_ANSWER);
  const asked = await askWhoCarriesOn(work, by);
  const addresses = new Set(asked.flatMap((each) => mailAddress(each) ?? []));
  for (const to of addresses) await queueMail(work, { to, ...carryOnMail(schoolName, address) });
  return asked.length;
}

async function askPage(context: StaffContext<NoParams>): Promise<Page> {
  const { work, once, flash } = context;
  const groups = new Map((await listGroups(work)).map((group) => [group.id, group.name]));
  const moderators = (await currentModerators(work)).filter(
    ({ state, group }) => state === 'accepted' && groups.has(group),
  );
  return context.page({
    room: '/desk/groups',
    title: 'Who carries on?',
    back: { href: '/desk/groups', label: 'Groups' },
    children: (
      <>
        {flash.asked !== undefined && <p role="status">Asked: {flash.asked}.</p>}
        <h1>Who carries on?</h1>
        <p>
          Each September, ask the moderators whether they carry on. They answer on their own page. Nobody
          stops by not answering.
        </p>
        <Table
          caption="Moderators who said yes"
          columns={[{ header: 'Name' }, { header: 'Group' }, { header: 'Asked' }]}
          rows={moderators.map(({ name, group, confirmBy }) => [
            <Name>{name}</Name>,
            <a href={`/desk/groups/${group}`}>
              <bdi>{groups.get(group)}</bdi>
            </a>,
            confirmBy ? `until ${formatDate(confirmBy)}` : 'not asked',
          ])}
          empty={
            <EmptyState title="No moderators yet">
              <p>Moderators who said yes to looking after a group are listed here.</p>
            </EmptyState>
          }
        />
        {moderators.length > 0 && (
          <Form action="/desk/groups/carry-on" once={once}>
            <Button>Ask all of them now</Button>
          </Form>
        )}
      </>
    ),
  });
}

/** The yearly question to all moderators. */
export function carryOnRoutes(routes: Routes): void {
  routes.staffPage('/desk/groups/carry-on', { may: 'group.edit', params: noParams, show: askPage });
  routes.staffAct('/desk/groups/carry-on', {
    may: 'group.edit',
    params: noParams,
    form: z.object({}),
    act: async ({ work, school, services }) => {
      const address = `${services.origin}/s/${school.slug}/moderators/mine`;
      const asked = await askModerators(work, { schoolName: school.name, address });
      return go('/desk/groups/carry-on', { asked: String(asked) });
    },
    again: askPage,
  });
}
