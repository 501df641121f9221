import { findGroup } from '../groups/store.ts';
import { schoolDay } from '../platform/clock.ts';
import type { Work } from '../platform/work.ts';
import { formatDate, formatShortDate, SummaryList, type SummaryRow, UserText } from '../ui/index.ts';
import { type Account, openAccount, openExcerpt, type TranscriptLine, transcriptOf } from './account.ts';
import { type Evidence, listEvidence } from './evidence/store.ts';
import { AFFECTED_NAMES, BEHALF_NAMES, CHANNEL_NAMES, MODE_NAMES, PLACE_NAMES } from './labels.ts';
import { hasRelay } from './relay.ts';
import type { ConcernRow } from './standing.ts';
import { Transcript } from './transcript.tsx';
import { openVault, type Reporter } from './vault.ts';

/** What the school holds of somebody because they raised a concern: all that came from them (UK GDPR Article 15). */
export interface OwnCopy {
  readonly row: ConcernRow;
  readonly account: Account;
  readonly place: string;
  readonly lines: readonly TranscriptLine[];
  readonly evidence: readonly Evidence[];
  /** Which parts of who they are lie in the vault: never what they are, since a code can be found by somebody else. */
  readonly given: readonly (keyof Reporter)[];
  readonly relayed: boolean;
}

const PARTS = ['name', 'email', 'phone'] as const satisfies readonly (keyof Reporter)[];
const PART_NAMES: Readonly<Record<keyof Reporter, string>> = {
  name: 'your name',
  email: 'your email address',
  phone: 'your phone number',
};

/** Reads what came from a reporter, for the reporter: by their code, or by somebody who just opened the vault for it. */
export async function ownCopy(work: Work, row: ConcernRow): Promise<OwnCopy> {
  const account = openAccount(work, row.id, row.account);
  const group = row.groupId ? await findGroup(work, row.groupId) : undefined;
  const evidence = await listEvidence(work, row.id);
  const reporter = await openVault(work, row.id);
  return {
    row,
    account,
    place: group?.name ?? (row.place === 'group' ? account.placeName : PLACE_NAMES[row.place]),
    lines: row.excerpt ? transcriptOf(openExcerpt(work, row.id, row.excerpt)) : [],
    evidence: evidence.filter(({ addedBy }) => addedBy === 'reporter'),
    given: reporter ? PARTS.filter((part) => reporter[part] !== '') : [],
    relayed: await hasRelay(work, row.id),
  };
}

function rowsOf({ row, account, place, evidence, given, relayed }: OwnCopy): readonly SummaryRow[] {
  const said = (key: string, text: string): readonly SummaryRow[] =>
    text === '' ? [] : [{ key, value: <UserText text={text} /> }];
  return [
    { key: 'Reference', value: row.reference },
    {
      key: 'It came',
      value: `${formatDate(schoolDay(row.receivedAt))}, ${CHANNEL_NAMES[row.channel].toLowerCase()}`,
    },
    { key: 'How you told us', value: MODE_NAMES[row.mode] },
    ...said('Where it happened', place),
    ...said('When', row.messageDay ? formatDate(row.messageDay) : account.whenWords),
    ...said('Whom it is about', account.subject),
    ...said('What you told us', account.words),
    ...said('Who was hurt by it', account.affected.map((each) => AFFECTED_NAMES[each]).join('; ')),
    ...said('More about that', account.affectedWords),
    ...said('What you hoped for', account.hope),
    ...said('For whom you told us', account.behalf ? BEHALF_NAMES[account.behalf] : ''),
    ...said(
      'What you added',
      evidence.map(({ name, addedOn }) => `${name}, ${formatShortDate(addedOn)}`).join('\n'),
    ),
    {
      key: 'Who you are',
      value:
        given.length === 0
          ? 'Nothing: you did not say.'
          : `We keep ${given.map((part) => PART_NAMES[part]).join(', ')}, locked away from everything else. It is not shown here, in case somebody else finds this page.`,
    },
    {
      key: 'Address for news',
      value: relayed ? 'We keep one. Nobody at the school can see it.' : 'We keep none.',
    },
  ];
}

/** The copy as its reporter reads it. */
export function OwnCopyView({ copy }: { copy: OwnCopy }) {
  return (
    <>
      <SummaryList rows={rowsOf(copy)} />
      {copy.lines.length > 0 && (
        <>
          <h2>Messages you sent us</h2>
          <Transcript lines={copy.lines} />
        </>
      )}
      <h2>What is not on this page</h2>
      <p>
        What staff wrote about it is about other people too, and they check that first. If you want it, ask
        for it on your page, and say “I ask for my own data”. Whoever reads your concern answers you there
        within one month.
      </p>
      <p>
        We have this so that the school can look into what you told us. We keep it as our schedule says, and
        then we let it go. You can ask us to put it right or to erase it. If you are not content, complain to
        the school, or to the Information Commissioner: ico.org.uk, 0303 123 1113.
      </p>
    </>
  );
}
