import { z } from 'zod';
import type { Page, StaffContext } from '../edge/contexts.ts';
import { type NoParams, noParams, type Routes } from '../edge/routes.ts';
import { schoolDay } from '../platform/clock.ts';
import {
  Checkbox,
  EmptyState,
  Filters,
  formatShortDate,
  Name,
  Pagination,
  Select,
  Table,
  Tag,
} from '../ui/index.ts';
import { DueDay } from './due.tsx';
import { caseHref } from './guarded.ts';
import { casePage } from './lines.ts';
import { namesOf } from './names.ts';
import { CASE_STATES, hasEnded, STATE_TEXT } from './states.ts';

const PAGE = 50;

/** The filters of the list, from its address; anything else in it counts as not set. */
const filterSchema = z.object({
  state: z.enum(CASE_STATES).optional().catch(undefined),
  closed: z.literal('yes').optional().catch(undefined),
  mine: z.literal('yes').optional().catch(undefined),
  page: z.coerce.number().int().positive().catch(1),
});
type Filter = z.output<typeof filterSchema>;

function hrefOf({ state, closed, mine }: Filter, page: number): string {
  const query = new URLSearchParams();
  if (state) query.set('state', state);
  if (closed) query.set('closed', closed);
  if (mine) query.set('mine', mine);
  if (page > 1) query.set('page', `${page}`);
  return query.size > 0 ? `/desk/cases?${query}` : '/desk/cases';
}

function CaseFilters({ filter }: { filter: Filter }) {
  const { state, closed, mine } = filter;
  const values = { state: state ?? '', closed: closed ?? '', mine: mine ?? '' };
  const form = { values, errors: {} };
  const open = CASE_STATES.filter((each) => !hasEnded(each));
  return (
    <Filters
      action="/desk/cases"
      label="Cases"
      clearHref={state || closed || mine ? '/desk/cases' : undefined}
    >
      <Select
        form={form}
        name="state"
        label="Where it stands"
        placeholder="Anywhere"
        items={open.map((value) => ({ value, label: STATE_TEXT[value].name }))}
      />
      <Checkbox form={form} name="mine" label="Only those with me" />
      <Checkbox form={form} name="closed" label="Closed cases" />
    </Filters>
  );
}

async function listPage(context: StaffContext<NoParams>): Promise<Page> {
  const { work, staff, request } = context;
  const filter = filterSchema.parse(request.query);
  const chosen = {
    closed: filter.closed === 'yes',
    states: filter.state ? [filter.state] : [],
    mine: filter.mine === 'yes',
  };
  const { lines, page, pages } = await casePage(work, staff, chosen, { page: filter.page, size: PAGE });
  const name = await namesOf(work);
  const today = schoolDay(work.now);
  return context.page({
    title: 'Cases',
    room: '/desk/cases',
    children: (
      <>
        <h1>Cases</h1>
        <p class="hb-lead">
          The oldest first. A case is opened from a concern, and a person takes every step of it.
        </p>
        <CaseFilters filter={filter} />
        <Table
          caption={filter.closed ? 'Closed cases' : 'Open cases'}
          columns={[
            { header: 'Case' },
            { header: 'Where it stands' },
            { header: 'Next step by' },
            { header: 'Opened' },
            { header: 'Looks into it' },
            { header: 'Decides' },
          ]}
          rows={lines.map((line) => [
            <a href={caseHref(line.id)}>{line.reference}</a>,
            <Tag kind={STATE_TEXT[line.state].tag}>{STATE_TEXT[line.state].name}</Tag>,
            <DueDay due={line.due} today={today} />,
            formatShortDate(schoolDay(line.openedAt)),
            <Name>{name(line.sight.handler)}</Name>,
            <Name>{name(line.sight.decider)}</Name>,
          ])}
          empty={
            <EmptyState title="No cases here" action={{ href: '/desk/concerns', label: 'Go to concerns' }}>
              <p>
                When a concern is one for the policy, open a case from it. It then shows here for those who
                have a part in it, and for nobody else.
              </p>
            </EmptyState>
          }
        />
        {pages > 1 && (
          <Pagination page={page} pages={pages} href={(to) => hrefOf(filter, to)} label="Cases" />
        )}
      </>
    ),
  });
}

/** The list of cases that somebody may see. */
export function listRoutes(routes: Routes): void {
  routes.staffPage('/desk/cases', { may: 'case.list', params: noParams, show: listPage });
}
