import type { Page, StaffContext } from '../edge/contexts.ts';
import { may } from '../people/permissions.ts';
import { sentWords } from '../platform/mail/sent-words.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Form,
  type FormState,
  Hidden,
  Notice,
  SummaryList,
} from '../ui/index.ts';
import { checksOf } from './checks-store.ts';
import { listClasses } from './classes-store.ts';
import { ModeratorForm } from './moderator-form.tsx';
import { currentModerators, listModerators } from './moderators-store.ts';
import { ModeratorsTable } from './moderators-table.tsx';
import { NoticeSection } from './notices/section.tsx';
import { noticesSent } from './notices/send.ts';
import { CHECKLIST } from './playbook/checklist.ts';
import { StandsOutside } from './register-page.tsx';
import { GROUP_KIND_NAMES, GROUP_REACH_NAMES } from './rules.ts';
import { type Group, listGroups } from './store.ts';

const NOTICES: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  'link-sent': 'Their link is on its way to them.',
  'notice-sent': 'The note is on its way to the moderators.',
  'notice-nobody': 'Nobody could be sent the note: no moderator who said yes has given an email address.',
};

/** A form that nobody has touched yet, with what most people choose. */
const FRESH: FormState = { values: { term: 'year', mail: 'yes' }, errors: {} };

/** One group: what it is for and who looks after it. */
export async function groupPage(
  context: StaffContext<object>,
  group: Group,
  form: FormState = FRESH,
): Promise<Page> {
  const { work, staff, flash, once } = context;
  const edits = may(staff.roles, 'group.edit') && group.archivedAt === undefined;
  const moderators = await listModerators(work, group.id);
  const classes = (await listClasses(work)).filter((each) => group.classes.includes(each.id));
  const done = (await checksOf(work)).get(group.id)?.size ?? 0;
  const here = `/desk/groups/${group.id}`;
  const said = NOTICES[flash.done ?? ''];
  const mailed = flash.done === 'link-sent' || flash.done === 'notice-sent';
  const notice = mailed && said !== undefined ? sentWords(context.services, said) : said;
  return context.page({
    room: '/desk/groups',
    title: group.name,
    errors: form.errors,
    back: { href: '/desk/groups', label: 'Groups' },
    children: (
      <>
        {notice !== undefined && (
          <Notice kind="success">
            <p>{notice}</p>
          </Notice>
        )}
        <h1>
          <bdi>{group.name}</bdi>
        </h1>
        <StandsOutside />
        <SummaryList
          rows={[
            { key: 'Kind', value: GROUP_KIND_NAMES[group.kind] },
            { key: 'How it is used', value: GROUP_REACH_NAMES[group.reach] },
            { key: 'Classes', value: classes.map((each) => each.name).join(', ') || 'Whole school' },
            { key: 'State', value: group.archivedAt ? 'Archived' : 'In use' },
            { key: 'Set up', value: `${done} of ${CHECKLIST.length} things, as its moderators ticked them` },
          ]}
        />
        <ModeratorsTable context={context} href={here} moderators={moderators} edits={edits} />
        {edits && (
          <>
            <h2>Ask somebody to look after it</h2>
            <p>
              Moderators are volunteers, and they say yes or no themselves, on a page of their own. Whom they
              let in or take out of the group is their decision, not the school’s.
            </p>
            <ModeratorForm
              group={group}
              form={form}
              once={once}
              others={(await currentModerators(work)).filter((each) => each.group !== group.id)}
              names={new Map((await listGroups(work)).map(({ id, name }) => [id, name]))}
            />
            <NoticeSection
              action={`${here}/notice`}
              form={form}
              once={once}
              sent={await noticesSent(work, group.id)}
            />
            <h2>Change or archive the group</h2>
            <Form action={`${here}/archive`} once={once}>
              <Hidden values={{ version: String(group.version) }} />
              <ButtonGroup>
                <ButtonLink href={`${here}/change`} kind="secondary">
                  Change the group
                </ButtonLink>
                <Button kind="warning">Archive the group</Button>
              </ButtonGroup>
            </Form>
          </>
        )}
      </>
    ),
  });
}
