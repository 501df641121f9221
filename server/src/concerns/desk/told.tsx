import { Temporal } from 'temporal-polyfill';
import { schoolDay } from '../../platform/clock.ts';
import { formatDate, Name, SummaryList, UserText } from '../../ui/index.ts';
import { EvidencePart } from '../evidence/desk/evidence-part.tsx';
import { ExcerptView } from '../excerpt-view.tsx';
import {
  ABOUT_NAMES,
  AWARENESS_NAMES,
  CHANNEL_NAMES,
  EXIT_NAMES,
  PLACE_NAMES,
  YES_NO_UNSURE_NAMES,
} from '../labels.ts';
import type { ConcernRecord } from './record.ts';
import { TOLD_FOR_NAMES, TOLD_NAMES, TOUCHED_NAMES } from './told-names.ts';

/** What was told, in the reporter's own words and the messages they chose. */
export function Told({ record: { row, account, excerpt, evidence } }: { record: ConcernRecord }) {
  if (!account) return null;
  return (
    <>
      <h2>What we were told</h2>
      {account.words !== '' && (
        <blockquote>
          <UserText text={account.words} />
        </blockquote>
      )}
      {excerpt && (
        <>
          <h3>Messages the reporter chose</h3>
          <p class="hb-quiet">
            Names of others are replaced and numbers are gone. The rest of the chat never left the reporter’s
            device.
          </p>
          <ExcerptView excerpt={excerpt} />
        </>
      )}
      <EvidencePart id={row.id} pieces={evidence} />
    </>
  );
}

interface FactsProps {
  readonly record: ConcernRecord;
  readonly today: Temporal.PlainDate;
}

/** The facts of a concern, in short. */
export function ConcernFacts({ record: { row, account, groupName, due }, today }: FactsProps) {
  const by = (day: Temporal.PlainDate) =>
    `${formatDate(day)}${Temporal.PlainDate.compare(day, today) < 0 ? ' (late)' : ''}`;
  const affected = account?.affected.map((each) => TOUCHED_NAMES[each]).join(', ') ?? '';
  const all = [
    {
      key: 'Received',
      value: `${formatDate(schoolDay(row.receivedAt))}, ${CHANNEL_NAMES[row.channel].toLowerCase()}`,
    },
    { key: 'Acknowledge by', value: row.acknowledgedAt ? 'Done' : by(row.acknowledgeBy) },
    ...(account && due.decide ? [{ key: 'Decide what happens by', value: by(due.decide) }] : []),
    ...(account && due.news
      ? [{ key: 'Write to the reporter again by', value: `${by(due.news)}, as we told them` }]
      : []),
    ...(row.exit ? [{ key: 'Ended as', value: EXIT_NAMES[row.exit] }] : []),
    ...(account
      ? [
          { key: 'How we came to know', value: AWARENESS_NAMES[row.awareness] },
          { key: 'Told', value: TOLD_NAMES[row.mode] },
          { key: 'About', value: ABOUT_NAMES[row.about] },
          ...(account.behalf ? [{ key: 'Told for', value: TOLD_FOR_NAMES[account.behalf] }] : []),
          { key: 'Who it was', value: <Name>{account.subject || 'not said'}</Name> },
          {
            key: 'Where',
            value: <Name>{groupName || (row.place === 'group' ? '' : PLACE_NAMES[row.place])}</Name>,
          },
          {
            key: 'When',
            value:
              [row.messageDay ? formatDate(row.messageDay) : '', account.whenWords]
                .filter(Boolean)
                .join(', ') || 'not said',
          },
          { key: 'Writer could be a child', value: YES_NO_UNSURE_NAMES[row.childWriter] },
          {
            key: 'Whom it affects',
            value: (
              <>
                <p>{affected || 'not said'}</p>
                <UserText text={account.affectedWords} />
              </>
            ),
          },
          { key: 'What they hope for', value: account.hope ? <UserText text={account.hope} /> : 'not said' },
        ]
      : []),
  ];
  return <SummaryList rows={all} />;
}
