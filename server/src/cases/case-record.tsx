import type { Child } from 'hono/jsx';
import { LETTER_TEXT, type LetterState } from '../letters/rules.ts';
import type { Letter } from '../letters/store.ts';
import {
  formatDate,
  formatShortDate,
  Name,
  Story,
  type StoryEntry,
  Table,
  Tag,
  UserText,
} from '../ui/index.ts';
import type { KeptAccount, KeptContact } from './gather.ts';
import { caseHref } from './guarded.ts';
import { CONTACT_TEXT, HOW_TEXT, SOURCE_TEXT } from './kinds.ts';
import type { NameOf } from './names.ts';
import type { CaseFile, KeptEvent } from './read.ts';
import { RETENTION_TEXT } from './retention.ts';
import { deedText } from './story.ts';

/** The accounts gathered, in the order they were given. */
export function Accounts({ accounts, name }: { accounts: readonly KeptAccount[]; name: NameOf }) {
  const entries = accounts.map(
    ({ source, how, givenOn, words, recordedBy }): StoryEntry => ({
      when: givenOn,
      title: SOURCE_TEXT[source],
      by: (
        <>
          {HOW_TEXT[how]}, recorded by <Name>{name(recordedBy)}</Name>
        </>
      ),
      children: <UserText text={words} />,
    }),
  );
  return (
    <section aria-labelledby="accounts">
      <h2 id="accounts">Accounts gathered</h2>
      {entries.length === 0 ? <p>None yet.</p> : <Story label="Accounts gathered" entries={entries} />}
    </section>
  );
}

/** Every contact with the parent, and every try. */
export function Contacts({ contacts, name }: { contacts: readonly KeptContact[]; name: NameOf }) {
  const entries = contacts.map(
    ({ kind, how, happenedOn, replyBy, words, recordedBy }): StoryEntry => ({
      when: happenedOn,
      title: CONTACT_TEXT[kind],
      by: (
        <>
          {HOW_TEXT[how]}, recorded by <Name>{name(recordedBy)}</Name>
        </>
      ),
      children: (
        <>
          <UserText text={words} />
          {replyBy && <p>An answer was asked for by {formatDate(replyBy)}.</p>}
        </>
      ),
    }),
  );
  if (entries.length === 0) return null;
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">Contact with the parent</h2>
      <Story label="Contact with the parent" entries={entries} />
    </section>
  );
}

const LETTER_STATE: Readonly<Record<LetterState, Child>> = {
  draft: <Tag kind="progress">Draft</Tag>,
  issued: <Tag kind="waiting">To print</Tag>,
  given: <Tag kind="done">Given</Tag>,
  withdrawn: <Tag kind="ended">Given up</Tag>,
};

/** The case’s letters, drafts too. */
export function Letters({ file, letters }: { file: CaseFile; letters: readonly Letter[] }) {
  const shown = letters.filter(({ state }) => state !== 'withdrawn');
  if (shown.length === 0) return null;
  const href = ({ id, state }: Letter) =>
    state === 'draft' ? `${caseHref(file.id)}/letters/${id}` : `/desk/letters/${id}`;
  return (
    <Table
      caption="Letters"
      columns={[{ header: 'Letter' }, { header: 'State' }, { header: 'Begun' }]}
      rows={shown.map((letter) => [
        <a href={href(letter)}>{LETTER_TEXT[letter.kind].name}</a>,
        LETTER_STATE[letter.state],
        formatShortDate(letter.draftedAt),
      ])}
      empty=""
    />
  );
}

/** The entries of a chronology; questions answered one after the other by one person make one. */
function gathered(
  events: readonly KeptEvent[],
): readonly { readonly event: KeptEvent; readonly count: number }[] {
  const entries: { event: KeptEvent; count: number }[] = [];
  for (const event of events) {
    const last = entries.at(-1);
    const more = event.deed.act === 'answer' && last?.event.deed.act === 'answer';
    if (last && more && last.event.by === event.by && last.event.on.equals(event.on)) last.count += 1;
    else entries.push({ event, count: 1 });
  }
  return entries;
}

/** Everything that was done, in its order. */
export function Chronology({ file, name }: { file: CaseFile; name: NameOf }) {
  const entries = gathered(file.events).map(
    ({ event: { at, by, deed, note }, count }): StoryEntry => ({
      when: at,
      title: count > 1 ? `${count} questions of the assessment were answered` : deedText(deed),
      by: <Name>{name(by)}</Name>,
      kind: deed.act === 'decide' || deed.act === 'decide-nothing' ? 'decision' : 'event',
      children: note === '' ? undefined : <UserText text={note} />,
    }),
  );
  return (
    <section aria-labelledby="chronology">
      <h2 id="chronology">Chronology</h2>
      <Story label="Chronology" entries={entries} />
    </section>
  );
}

/** The follow-up, and how the case was closed. */
export function Ending({ file }: { file: CaseFile }) {
  const { facts, followUp, closing, keepUntil } = file;
  return (
    <>
      {facts.followUp && (
        <section aria-labelledby="follow-up">
          <h2 id="follow-up">Follow-up on {formatDate(facts.followUp)}</h2>
          <UserText text={followUp} />
        </section>
      )}
      {facts.closed && (
        <section aria-labelledby="closed">
          <h2 id="closed">Closed on {formatDate(facts.closed.on)}</h2>
          <UserText text={closing} />
          <p>
            {RETENTION_TEXT[facts.closed.retention]}
            {keepUntil && <>, until {formatShortDate(keepUntil)}</>}.
          </p>
        </section>
      )}
    </>
  );
}
