import type { Child } from 'hono/jsx';
import { describe, expect, it } from 'vitest';
import {
  BackLink,
  Button,
  ButtonLink,
  Details,
  EmptyState,
  ErrorSummary,
  Filters,
  Name,
  Notice,
  Pagination,
  Panel,
  Story,
  SummaryList,
  Table,
  Tag,
  TaskList,
  UserText,
  WarningText,
} from './index.ts';
import { paged, shownPages } from './pagination.tsx';

async function html(piece: Child): Promise<string> {
  return String(await piece);
}

describe('the error summary', () => {
  it('links each message to the first control of its field', async () => {
    const markup = await html(<ErrorSummary errors={{ 'people[0]': 'Type a <name>' }} />);
    expect(markup).toContain('<a href="#people-0-">Type a &lt;name&gt;</a>');
    expect(markup).toContain('role="alert"');
  });

  it('is not there when nothing is wrong', async () => {
    expect(await html(<ErrorSummary errors={{}} />)).toBe('');
    expect(await html(<ErrorSummary errors={undefined} />)).toBe('');
  });
});

describe('what people wrote', () => {
  it('keeps paragraphs and directions and is never markup', async () => {
    expect(await html(<UserText text={'One\r\ntwo\r\n\r\n<b>three</b>'} />)).toBe(
      '<div class="hb-user-text"><p dir="auto">One\ntwo</p><p dir="auto">&lt;b&gt;three&lt;/b&gt;</p></div>',
    );
    expect(await html(<Name>{'نور <i>'}</Name>)).toBe('<bdi>نور &lt;i&gt;</bdi>');
  });
});

describe('summary list', () => {
  it('says what each link changes', async () => {
    const rows = [
      { key: 'Group', value: '<Oak>', actions: [{ href: '/g', about: 'the group' }] },
      { key: 'Name', value: 'Sam' },
    ];
    const markup = await html(<SummaryList rows={rows} />);
    expect(markup).toContain('<a href="/g">Change<span class="govuk-visually-hidden"> the group</span></a>');
    expect(markup).toContain('<dd class="govuk-summary-list__value" dir="auto">&lt;Oak&gt;</dd>');
    expect(markup.match(/__actions/g)).toHaveLength(1);
  });
});

describe('table', () => {
  const columns = [{ header: 'Case' }, { header: 'Days', numeric: true }];

  it('names its region by its caption and marks headings and numbers', async () => {
    const markup = await html(
      <Table caption="Open cases" columns={columns} rows={[['Case 1', 3]]} empty="None" />,
    );
    expect(markup).toContain('role="region" tabindex="0" aria-labelledby="table-open-cases"');
    expect(markup).toContain('<caption id="table-open-cases"');
    expect(markup).toContain(
      '<th scope="col" class="govuk-table__header govuk-table__header--numeric">Days</th>',
    );
    expect(markup).toContain('<th scope="row" class="govuk-table__header" dir="auto">Case 1</th>');
    expect(markup).toContain('<td class="govuk-table__cell govuk-table__cell--numeric" dir="auto">3</td>');
  });

  it('says in each cell its column where rows are laid out as blocks, and stays a table where numbers are compared', async () => {
    const words = [{ header: 'Case' }, { header: 'Due' }, { header: 'Days', numeric: true }];
    const stacked = await html(
      <Table caption="Open cases" columns={words} rows={[['Case 1', 'today', 3]]} empty="None" />,
    );
    expect(stacked).toContain('class="hb-table hb-table--stacks"');
    expect(stacked).toContain('<table class="govuk-table" role="table">');
    expect(stacked).toContain(
      '<td class="govuk-table__cell" dir="auto" data-column="Due" role="cell">today</td>',
    );
    expect(stacked).toContain('role="rowheader">Case 1</th>');
    const numbers = await html(
      <Table caption="Open cases" columns={columns} rows={[['Case 1', 3]]} empty="None" />,
    );
    expect(numbers).toContain('<div class="hb-table" ');
    expect(numbers).not.toContain('role="cell"');
  });

  it('teaches when it is empty', async () => {
    const empty = (
      <EmptyState title="No cases" action={{ href: '/new', label: 'Open one' }}>
        <p>Cases appear here.</p>
      </EmptyState>
    );
    const markup = await html(<Table caption="Cases" columns={columns} rows={[]} empty={empty} />);
    expect(markup).not.toContain('<table');
    expect(markup).toContain('<a href="/new" class="govuk-button">Open one</a>');
  });
});

describe('states', () => {
  it('have a word and a shape of their own each', async () => {
    const kinds = ['new', 'progress', 'waiting', 'inForce', 'done', 'urgent', 'ended'] as const;
    const tags = await Promise.all(kinds.map((kind) => html(<Tag kind={kind}>Word</Tag>)));
    expect(new Set(tags.map((tag) => / d="([^"]+)"/.exec(tag)?.[1])).size).toBe(kinds.length);
    expect(tags.every((tag) => tag.includes('aria-hidden="true"') && tag.endsWith('Word</strong>'))).toBe(
      true,
    );
  });
});

describe('task list', () => {
  it('binds each link to where its task stands, and does not link what cannot start', async () => {
    const tasks = [
      { title: 'First', href: '/1', status: 'Done' },
      { title: 'Second', status: 'Not yet' },
    ];
    const markup = await html(<TaskList tasks={tasks} id="steps" />);
    expect(markup).toContain(
      '<a class="hb-tasks__link" href="/1" aria-describedby="steps-1-status">First</a>',
    );
    expect(markup).toContain('<span>Second</span>');
    expect(markup).toContain('id="steps-2-status">Not yet<');
  });
});

describe('story', () => {
  it('gives each entry its date for people and for machines, in the order given', async () => {
    const markup = await html(
      <Story
        label="Case 1"
        entries={[
          { when: '2027-03-02T18:15:00Z', title: 'Raised', by: 'A parent' },
          { when: '2027-03-09', title: 'Hear the parent', kind: 'due' },
        ]}
      />,
    );
    expect(markup).toContain('<ol class="hb-story" aria-label="Case 1">');
    expect(markup).toContain(
      '<time datetime="2027-03-02T18:15+00:00">Tuesday 2 March 2027 at 6.15pm</time> · A parent',
    );
    expect(markup).toContain('By <time datetime="2027-03-09">Tuesday 9 March 2027</time>');
  });
});

describe('pagination', () => {
  it('shows first, last and those round the current one', () => {
    expect(shownPages(1, 3)).toEqual([1, 2, 3]);
    expect(shownPages(4, 9)).toEqual([1, 2, 3, 4, 5, undefined, 9]);
    expect(shownPages(9, 9)).toEqual([1, undefined, 8, 9]);
  });

  it('opens a page that is there, whatever an address asks for', () => {
    expect(
      ['2', '3', '99', '0', '-1', '1.7', 'x', '', undefined].map((asked) => paged(asked, 3, 1).page),
    ).toEqual([2, 3, 3, 1, 1, 1, 1, 1, 1]);
  });

  it('marks the current page, and is not there when there is only one', async () => {
    const href = (page: number) => `?page=${page}`;
    const markup = await html(<Pagination page={2} pages={2} href={href} label="Cases" />);
    expect(markup).toContain('href="?page=2" aria-label="Page 2" aria-current="page"');
    expect(markup).toContain('rel="prev"');
    expect(markup).not.toContain('rel="next"');
    expect(await html(<Pagination page={1} pages={1} href={href} label="Cases" />)).toBe('');
  });
});

describe('the small pieces', () => {
  it('say what they are to somebody who cannot see them', async () => {
    expect(await html(<WarningText>Keep this</WarningText>)).toContain('Warning: </span>Keep this');
    expect(await html(<Notice kind="important">Now</Notice>)).toContain(
      'role="alert" aria-label="Important"',
    );
    expect(await html(<Notice kind="success">Sent</Notice>)).toContain('role="status" aria-label="Done"');
    expect(await html(<Notice>Later</Notice>)).not.toContain('role=');
    expect(await html(<BackLink href="/b" />)).toContain('<a href="/b" class="govuk-back-link">Back</a>');
    expect(await html(<Panel title="Done">x</Panel>)).toContain('<h1 class="govuk-panel__title">Done</h1>');
    expect(await html(<Details summary="More">x</Details>)).toMatch(
      /^<details class="govuk-details"><summary/,
    );
    expect(
      await html(
        <Filters action="/c" label="Cases" clearHref="/c">
          x
        </Filters>,
      ),
    ).toMatch(/^<form method="get" action="\/c"[^>]* aria-label="Cases: filters">.*Clear filters/);
  });

  it('tells buttons that act from links that go', async () => {
    expect(await html(<Button kind="warning">End</Button>)).toBe(
      '<button type="submit" class="govuk-button govuk-button--warning">End</button>',
    );
    expect(await html(<ButtonLink href="/x">Go</ButtonLink>)).toBe(
      '<a href="/x" class="govuk-button" draggable="false">Go</a>',
    );
  });
});
