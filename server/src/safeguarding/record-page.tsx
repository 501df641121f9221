import { AllegationPart } from '../concerns/desk/allegation.tsx';
import { type ConcernId, mayOpenConcern } from '../concerns/rules.ts';
import type { Page, StaffContext } from '../edge/contexts.ts';
import { schoolDay } from '../platform/clock.ts';
import {
  emptyForm,
  type FormState,
  formatDate,
  InsetText,
  Name,
  Notice,
  Story,
  SummaryList,
  Tag,
  UserText,
} from '../ui/index.ts';
import { openWorkspace, type Workspace } from './access.ts';
import { ActionForm, Actions } from './actions.tsx';
import { AllegeForm, DecideForm, NoteForm, PointerForm } from './forms.tsx';
import { readGuidance } from './guidance.ts';
import { GuidancePart } from './guidance-page.tsx';
import { DECISION_NAMES, ENTRY_NAMES, SYSTEM_NAMES } from './kinds.ts';
import { readRecord, type SafeguardingRecord } from './store.ts';

export type RecordContext = StaffContext<{ readonly concern: ConcernId }>;

const DONE: Readonly<Record<string, string>> = {
  saved: 'Saved.',
  released: 'Saved, and the hold is released.',
  alleged: 'Saved. The hold is on, and those who must know were alerted.',
};

function Standing({ space, record }: { space: Workspace; record: SafeguardingRecord }) {
  const { row } = space;
  const { decision, pointer } = record;
  return (
    <SummaryList
      rows={[
        { key: 'Received', value: formatDate(schoolDay(row.receivedAt)) },
        { key: 'Decided', value: decision ? DECISION_NAMES[decision] : 'Not yet' },
        {
          key: 'The child’s own record',
          value: pointer ? (
            <>
              {SYSTEM_NAMES[pointer.system]}: <bdi>{pointer.number}</bdi>
            </>
          ) : (
            'Not noted yet'
          ),
        },
      ]}
    />
  );
}

/** The safeguarding lead's own page beside a concern: decide, write down, give to do, release. */
export async function recordPage(context: RecordContext, form: FormState = emptyForm): Promise<Page> {
  const { work, staff, params, flash, once } = context;
  const space = await openWorkspace(work, staff, params.concern);
  const record = await readRecord(work, params.concern);
  const { row, people, sight } = space;
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const held = row.state === 'held' || row.state === 'case-held';
  const props = { id: row.id, version: row.version, once, form };
  const done = DONE[flash.done ?? ''];
  return context.page({
    room: '/desk/safeguarding',
    title: `Safeguarding ${row.reference}`,
    errors: form.errors,
    back: { href: '/desk/safeguarding', label: 'Safeguarding' },
    children: (
      <>
        {done !== undefined && (
          <Notice kind="success">
            <p>{done}</p>
          </Notice>
        )}
        <h1>Safeguarding {row.reference}</h1>
        <p>
          {held && <Tag kind="urgent">Hold on</Tag>}{' '}
          {mayOpenConcern(staff, sight) === 'read' && (
            <a href={`/desk/concerns/${row.id}`}>Read what was told</a>
          )}
        </p>
        {row.state === 'received' && (
          <InsetText>
            The safeguarding question has not been answered. Open the concern and answer it: “Yes” puts the
            hold on.
          </InsetText>
        )}
        <Standing space={space} record={record} />
        <AllegationPart row={row} mayTell={held} once={once} form={form} />
        {row.state !== 'received' && <DecideForm {...props} held={held} />}
        <h2>To do</h2>
        <Actions {...props} actions={record.actions} names={names} today={schoolDay(work.now)} />
        <ActionForm {...props} people={people} me={staff.member} />
        <h2>Chronology</h2>
        {record.entries.length === 0 ? (
          <p>Nothing is written down yet.</p>
        ) : (
          <Story
            label="Chronology"
            entries={record.entries.map((each) => ({
              when: each.at,
              title: ENTRY_NAMES[each.kind],
              by: <Name>{names.get(each.member) ?? 'Somebody who has left this room'}</Name>,
              kind: each.kind === 'decision' ? 'decision' : 'event',
              children: <UserText text={each.words} />,
            }))}
          />
        )}
        <NoteForm {...props} />
        <PointerForm {...props} />
        {row.allegation === null && row.state !== 'received' && !row.endedAt && <AllegeForm {...props} />}
        <GuidancePart guidance={await readGuidance(work)} />
      </>
    ),
  });
}
