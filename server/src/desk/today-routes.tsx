import { Temporal } from 'temporal-polyfill';
import type { StaffContext } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import type { TodayItem, TodayProvider } from '../edge/today.ts';
import { may } from '../people/permissions.ts';
import { listMembers } from '../people/store.ts';
import { schoolDay } from '../platform/clock.ts';
import { listYears } from '../schools/calendar-store.ts';
import { EmptyState, formatDate, Name, Table, Tag, TaskList } from '../ui/index.ts';

/** The earliest deadline first; what has none comes last. */
function byDeadline(a: TodayItem, b: TodayItem): number {
  if (a.due && b.due) return Temporal.PlainDate.compare(a.due, b.due);
  return a.due ? -1 : b.due ? 1 : 0;
}

function dueTag(due: Temporal.PlainDate | undefined, today: Temporal.PlainDate) {
  if (!due) return '';
  const when = Temporal.PlainDate.compare(due, today);
  return (
    <>
      {formatDate(due)} {when < 0 && <Tag kind="urgent">Late</Tag>}
      {when === 0 && <Tag kind="waiting">Today</Tag>}
    </>
  );
}

/** What a new school still has to do before parents can use Handbell. */
async function beginnings(context: StaffContext<NoParams>) {
  const { work, school, staff } = context;
  if (!may(staff.roles, 'school.edit') || school.profile.policyInForce) return null;
  const years = await listYears(work);
  const people = await listMembers(work);
  const done = <Tag kind="done">Done</Tag>;
  const open = <Tag kind="new">To do</Tag>;
  return (
    <>
      <h2>Get your school ready</h2>
      <TaskList
        tasks={[
          { title: 'School details', href: '/desk/settings/school', status: done },
          {
            title: 'Terms and holidays',
            hint: 'So that deadlines count school days',
            href: '/desk/settings/terms',
            status: years.length > 0 ? done : open,
          },
          {
            title: 'People',
            hint: 'The Head Teacher, a case handler, the safeguarding lead',
            href: '/desk/people',
            status: people.length > 1 ? done : open,
          },
          {
            title: 'Your policy',
            hint: 'Bring in the school’s own file, then adopt and publish it',
            href: '/desk/policy',
            status: open,
          },
        ]}
      />
    </>
  );
}

/** The desk's first page: what needs this person today, from every room. */
export function todayRoutes(providers: readonly TodayProvider[]): (routes: Routes) => void {
  return (routes) => {
    routes.staffPage('/desk', {
      may: 'today.see',
      params: noParams,
      show: async (context) => {
        const { work, staff } = context;
        const items: TodayItem[] = [];
        for (const provider of providers) items.push(...(await provider(work, staff)));
        const today = schoolDay(work.now);
        return context.page({
          room: '/desk',
          title: 'Today',
          children: (
            <>
              <p class="hb-caption">{formatDate(today)}</p>
              <h1>
                Good day, <Name>{staff.name}</Name>
              </h1>
              {await beginnings(context)}
              <h2>What needs you</h2>
              {items.length === 0 ? (
                <EmptyState title="Nothing waits for you.">
                  <p>What you have to do appears here, the earliest date first.</p>
                </EmptyState>
              ) : (
                <Table
                  caption="What needs you"
                  captionHidden
                  columns={[{ header: 'What' }, { header: 'By' }]}
                  rows={items
                    .toSorted(byDeadline)
                    .map((item) => [<a href={item.href}>{item.label}</a>, dueTag(item.due, today)])}
                  empty=""
                />
              )}
              <p>
                <a href="/desk/away">When you are away</a>
              </p>
            </>
          ),
        });
      },
    });
  };
}
