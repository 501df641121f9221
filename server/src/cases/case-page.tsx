import type { Child } from 'hono/jsx';
import type { Page } from '../edge/contexts.ts';
import { LETTER_TEXT, type LetterState } from '../letters/rules.ts';
import type { Letter } from '../letters/store.ts';
import { schoolDay } from '../platform/clock.ts';
import {
  Button,
  ButtonLink,
  Form,
  type FormState,
  formatDate,
  formatShortDate,
  Name,
  Notice,
  Story,
  type StoryEntry,
  SummaryList,
  Table,
  Tag,
  UserText,
} from '../ui/index.ts';
import { type Answers, answersOf } from './assess.ts';
import { Assessment } from './assessment-view.tsx';
import { DecisionView } from './decision-view.tsx';
import { decisionOf } from './decisions.ts';
import { DueDay } from './due.tsx';
import { namesOf } from './frame.tsx';
import { accountsOf, contactsOf, type KeptAccount, type KeptContact } from './gather.ts';
import { type CaseContext, caseHref } from './guarded.ts';
import { CONTACT_TEXT, HOW_TEXT, SOURCE_TEXT } from './kinds.ts';
import { type Next, type NextStep, nextOf } from './next.ts';
import { type Party, partiesOf } from './parties.ts';
import { type CaseFile, caseFor, type KeptEvent } from './read.ts';
import { RETENTION_TEXT } from './retention.ts';
import { STATE_TEXT } from './states.ts';
import { ACT_TEXT } from './story.ts';
import { mayWork } from './visibility.ts';

type NameOf = Awaited<ReturnType<typeof namesOf>>;

function Facts({ file, parties, name, works }: FactsProps) {
  const { facts, cited, due, outside, concern } = file;
  const subject = parties.find(({ part }) => part === 'subject');
  const targets = parties.filter(({ part }) => part === 'target');
  const edit = works && file.state !== 'closed';
  const change = (href: string, about: string) =>
    edit ? { actions: [{ href: `${caseHref(file.id)}/${href}`, about }] } : {};
  return (
    <SummaryList
      rows={[
        { key: 'Where it stands', value: <StateTag file={file} /> },
        ...(due ? [{ key: 'Next step by', value: <DueDay due={due} today={outside.today} /> }] : []),
        {
          key: 'The parent',
          value: <Name>{subject?.name}</Name>,
          ...change('parent', 'how to reach the parent'),
        },
        {
          key: 'The words were about',
          value:
            targets.length === 0
              ? 'Nobody in particular'
              : targets.map((each) => (
                  <p>
                    <Name>{each.name}</Name>
                  </p>
                )),
        },
        {
          key: 'Policy',
          value: `${cited.title}, version ${cited.version}, in force since ${formatShortDate(cited.since)}`,
        },
        {
          key: 'Clauses',
          value: (
            <ul>
              {cited.clauses.map(({ ref, text, force }) => (
                <li>
                  {ref} {text} {force === 'expectation' && <Tag kind="waiting">Expectation only</Tag>}
                </li>
              ))}
            </ul>
          ),
        },
        {
          key: 'Looks into it',
          value: <Name>{name(facts.handler)}</Name>,
          ...change('people', 'who looks into it'),
        },
        { key: 'Decides', value: <Name>{name(facts.decider)}</Name>, ...change('people', 'who decides') },
        ...(concern && works
          ? [{ key: 'Concern', value: <a href={`/desk/concerns/${concern}`}>Read the concern</a> }]
          : []),
      ]}
    />
  );
}

interface FactsProps {
  readonly file: CaseFile;
  readonly parties: readonly Party[];
  readonly name: NameOf;
  readonly works: boolean;
}

function StateTag({ file: { state, facts, outside } }: { file: CaseFile }) {
  if (outside.held) return <Tag kind="urgent">On hold</Tag>;
  if (state === 'decision' && facts.decision) return <Tag kind="waiting">Decided, not issued yet</Tag>;
  return <Tag kind={STATE_TEXT[state].tag}>{STATE_TEXT[state].name}</Tag>;
}

function Told({ file }: { file: CaseFile }) {
  return (
    <section aria-labelledby="told">
      <h2 id="told">What we have been told</h2>
      <p>
        {file.place}
        {file.facts.opening && <>, on or about {formatDate(file.facts.opening.messageDay)}</>}
      </p>
      <UserText text={file.allegation} />
      {file.quoted !== '' && (
        <>
          <h3>The parent’s own words</h3>
          <UserText text={file.quoted} />
        </>
      )}
    </section>
  );
}

function Accounts({ accounts, name }: { accounts: readonly KeptAccount[]; name: NameOf }) {
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

function Contacts({ contacts, name }: { contacts: readonly KeptContact[]; name: NameOf }) {
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

function Letters({ file, letters }: { file: CaseFile; letters: readonly Letter[] }) {
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

function Chronology({ file, name }: { file: CaseFile; name: NameOf }) {
  const entries = gathered(file.events).map(
    ({ event: { at, by, deed, note }, count }): StoryEntry => ({
      when: at,
      title: count > 1 ? `${count} questions of the assessment were answered` : ACT_TEXT[deed.act],
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

function Step({ context, file, step, main }: StepProps) {
  const href = step.path.startsWith('/') ? step.path : `${caseHref(file.id)}/${step.path}`;
  if (step.kind === 'button') {
    return (
      <Form action={href} once={context.once}>
        <input type="hidden" name="version" value={`${file.version}`} />
        <Button kind={main ? 'primary' : 'secondary'}>{step.label}</Button>
      </Form>
    );
  }
  if (main) return <ButtonLink href={href}>{step.label}</ButtonLink>;
  return (
    <p>
      <a href={href}>{step.label}</a>
      {step.hint !== undefined && <span class="hb-quiet"> {step.hint}</span>}
    </p>
  );
}

interface StepProps {
  readonly context: CaseContext;
  readonly file: CaseFile;
  readonly step: NextStep;
  readonly main: boolean;
}

function WhatNext({ context, file, next }: { context: CaseContext; file: CaseFile; next: Next }) {
  return (
    <section aria-labelledby="form">
      <h2 id="form">What happens next</h2>
      <p>{next.say}</p>
      {next.main && <Step context={context} file={file} step={next.main} main />}
      {next.others.map((step) => (
        <Step context={context} file={file} step={step} main={false} />
      ))}
      {file.state !== 'closed' && (
        <p>
          <a href={`${caseHref(file.id)}/interest`}>I have an interest in this case</a>
        </p>
      )}
    </section>
  );
}

function Ending({ file }: { file: CaseFile }) {
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

/** A case, read from top to bottom: what it is, what happened, and at the foot what happens next. */
export async function casePage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, flash } = context;
  const file = await caseFor(work, staff, params.id);
  const name = await namesOf(work);
  const parties = await partiesOf(work, file.id);
  const accounts = await accountsOf(work, file.id);
  const contacts = await contactsOf(work, file.id);
  const answers: Answers = await answersOf(work, file.id);
  const decision = await decisionOf(work, file.id);
  const works = mayWork(staff, file.facts);
  return context.page({
    title: `Case ${file.reference}`,
    room: '/desk/cases',
    back: { href: '/desk/cases', label: 'Cases' },
    errors: form.errors,
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <h1>Case {file.reference}</h1>
        <p class="hb-quiet">Opened {formatDate(schoolDay(file.openedAt))}</p>
        <Facts file={file} parties={parties} name={name} works={works} />
        <Told file={file} />
        <Accounts accounts={accounts} name={name} />
        <Contacts contacts={contacts} name={name} />
        <Assessment
          answers={answers}
          href={file.state === 'assessment' && works ? caseHref(file.id) : undefined}
        />
        {decision && <DecisionView decision={decision} name={name} cited={file.cited} />}
        {decision && (
          <p>
            <a href={`${caseHref(file.id)}/record.pdf`}>Decision record (PDF)</a>
          </p>
        )}
        <Letters file={file} letters={file.letters} />
        <Ending file={file} />
        <Chronology file={file} name={name} />
        <WhatNext context={context} file={file} next={nextOf(file, staff)} />
      </>
    ),
  });
}
