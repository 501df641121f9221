import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { Page, StaffContext } from '../../edge/contexts.ts';
import type { NoParams } from '../../edge/routes.ts';
import { may } from '../../people/permissions.ts';
import { schoolDay } from '../../platform/clock.ts';
import {
  ButtonGroup,
  ButtonLink,
  EmptyState,
  Filters,
  formatShortDate,
  Notice,
  Pagination,
  paged,
  Select,
  Table,
  Tag,
  type TagKind,
} from '../../ui/index.ts';
import { DUE_TEXT, dueFirst } from '../due.ts';
import { STATE_NAMES } from '../labels.ts';
import type { ConcernState } from '../rules.ts';
import { LIST_FILTERS, type ListedConcern, type ListFilter, listConcerns } from './list.ts';

const FILTER_NAMES: Readonly<Record<ListFilter, string>> = {
  open: 'All open',
  mine: 'Mine, as owner or deputy',
  new: 'New',
  sorting: 'Being sorted',
  held: 'Safeguarding hold',
  case: 'Case open',
  late: 'Acknowledgement late',
  ended: 'Ended',
};

const STATE_TAGS: Readonly<Record<ConcernState, TagKind>> = {
  received: 'new',
  triage: 'progress',
  held: 'urgent',
  'case-open': 'progress',
  'case-held': 'urgent',
  exited: 'ended',
  concluded: 'done',
};

/** A concern's state as a tag. */
export function StateTag({ state }: { state: ConcernState }) {
  return <Tag kind={STATE_TAGS[state]}>{STATE_NAMES[state]}</Tag>;
}

const PAGE_ROWS = 50;

const NOTICES: Readonly<Record<string, string>> = {
  released: 'The hold is released.',
  gone: 'Done. You no longer see that concern: somebody else has it now.',
};

/** What is due first, and by when; said in words when the day has passed. */
function DueCell({ each, today }: { each: ListedConcern; today: Temporal.PlainDate }) {
  const first = dueFirst(each.due);
  // Whoever is told not to write to a reporter is not reminded to.
  if (first?.step === 'news' && each.state === 'case-held') return <>Waits for the safeguarding lead</>;
  if (!first) return <>{each.state === 'case-open' ? 'Goes on in the case' : 'Nothing'}</>;
  return (
    <>
      {DUE_TEXT[first.step]} by {formatShortDate(first.by)}
      {Temporal.PlainDate.compare(first.by, today) < 0 && <strong> (late)</strong>}
    </>
  );
}

/** The list of concerns: no names, no words, oldest first. */
export async function listPage(context: StaffContext<NoParams>): Promise<Page> {
  const { work, staff, request, flash } = context;
  const filter = z.enum(LIST_FILTERS).catch('open').parse(request.query.show);
  const all = await listConcerns(work, staff, filter);
  const { page, pages, offset } = paged(request.query.page, all.length, PAGE_ROWS);
  const shown = all.slice(offset, offset + PAGE_ROWS);
  const today = schoolDay(work.now);
  const done = NOTICES[flash.done ?? ''];
  return context.page({
    room: '/desk/concerns',
    title: 'Concerns',
    children: (
      <>
        {done !== undefined && (
          <Notice kind="success">
            <p>{done}</p>
          </Notice>
        )}
        <h1>Concerns</h1>
        <Filters
          action="/desk/concerns"
          label="Concerns"
          clearHref={filter === 'open' ? undefined : '/desk/concerns'}
        >
          <Select
            form={{ values: { show: filter }, errors: {} }}
            name="show"
            label="Show"
            items={LIST_FILTERS.map((value) => ({ value, label: FILTER_NAMES[value] }))}
          />
        </Filters>
        <Table
          caption={`${FILTER_NAMES[filter]}, oldest first`}
          columns={[{ header: 'Reference' }, { header: 'Received' }, { header: 'State' }, { header: 'Due' }]}
          rows={shown.map((each) => [
            <a href={`/desk/concerns/${each.id}`}>{each.reference}</a>,
            formatShortDate(schoolDay(each.receivedAt)),
            <>
              <StateTag state={each.state} /> {each.urgent && <Tag kind="urgent">Danger reported</Tag>}{' '}
              {each.answered && <Tag kind="waiting">New words</Tag>}
              {each.leadBy !== undefined && <span class="hb-quiet"> with {each.leadBy}</span>}
            </>,
            <DueCell each={each} today={today} />,
          ])}
          empty={
            <EmptyState title="No concerns here">
              <p>
                Concerns that parents raise online appear here, with those that the office writes down from a
                call, a letter or a talk. Each one is read, sorted and answered; none can vanish. You see only
                concerns that you may have a part in.
              </p>
            </EmptyState>
          }
        />
        <Pagination
          page={page}
          pages={pages}
          label="Concerns"
          href={(number) => `/desk/concerns?show=${filter}&page=${number}`}
        />
        {may(staff.roles, 'concern.log') && (
          <ButtonGroup>
            <ButtonLink href="/desk/concerns/log" kind="secondary">
              Write down a concern
            </ButtonLink>
          </ButtonGroup>
        )}
      </>
    ),
  });
}
