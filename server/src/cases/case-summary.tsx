import type { ConcernId } from '../concerns/rules.ts';
import { formatDate, formatShortDate, Name, SummaryList, Tag, UserText } from '../ui/index.ts';
import { DueDay } from './due.tsx';
import { caseHref } from './guarded.ts';
import { SORT_TEXT } from './kinds.ts';
import type { NameOf } from './names.ts';
import type { Party } from './parties.ts';
import type { CaseFile } from './read.ts';
import { hasEnded, STATE_TEXT } from './states.ts';

/** What a case is, at a glance. */
export function Facts({ file, reports, parties, name, works }: FactsProps) {
  const { facts, cited, due, outside } = file;
  const subject = parties.find(({ part }) => part === 'subject');
  const targets = parties.filter(({ part }) => part === 'target');
  const edit = works && !hasEnded(file.state);
  const change = (href: string, about: string) =>
    edit ? { actions: [{ href: `${caseHref(file.id)}/${href}`, about }] } : {};
  return (
    <SummaryList
      rows={[
        {
          key: 'Where it stands',
          value: <StateTag file={file} />,
          // The page reads from top to bottom; whoever knows the case goes straight to its foot.
          actions: [{ href: '#form', label: 'What happens next', about: 'in this case' }],
        },
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
                    <Name>{each.name || SORT_TEXT[each.sort]}</Name>
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
        ...(works && reports.length > 0 ? [{ key: 'Concern', value: <Reports reports={reports} /> }] : []),
      ]}
    />
  );
}

/** Every report that the case rests on. */
function Reports({ reports }: Pick<FactsProps, 'reports'>) {
  if (reports.length === 1)
    return reports.map(({ id }) => <a href={`/desk/concerns/${id}`}>Read the concern</a>);
  return (
    <>
      <p>{reports.length} reports of the same matter:</p>
      <ul>
        {reports.map(({ id, reference }) => (
          <li>
            <a href={`/desk/concerns/${id}`}>{reference}</a>
          </li>
        ))}
      </ul>
    </>
  );
}

interface FactsProps {
  readonly file: CaseFile;
  /** The reports that the case came from. */
  readonly reports: readonly { readonly id: ConcernId; readonly reference: string }[];
  readonly parties: readonly Party[];
  readonly name: NameOf;
  readonly works: boolean;
}

function StateTag({ file: { state, facts, outside } }: { file: CaseFile }) {
  if (outside.held) return <Tag kind="urgent">On hold</Tag>;
  if (state === 'decision' && facts.decision) return <Tag kind="waiting">Decided, not issued yet</Tag>;
  return <Tag kind={STATE_TEXT[state].tag}>{STATE_TEXT[state].name}</Tag>;
}

/** What was raised, and the parent’s own words. */
export function Told({ file }: { file: CaseFile }) {
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
