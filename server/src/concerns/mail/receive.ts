import { listMembers, type Member } from '../../people/store.ts';
import type { Work } from '../../platform/work.ts';
import { tell } from '../events.ts';
import { addEvidence, type NewEvidence } from '../evidence/store.ts';
import { peopledRoute } from '../readers.ts';
import { type Receipt, receiveConcern } from '../receive.ts';
import { type ConcernAbout, routeFor } from '../rules.ts';
import { concernMember } from '../tables.ts';
import type { Reporter } from '../vault.ts';
import { aboutByWords } from './naming.ts';

/** A concern that came by mail. */
export interface MailedConcern {
  readonly words: string;
  /** What came with it, made safe already. */
  readonly evidence: readonly NewEvidence[];
  /** What whoever reads it should know of the mail itself: whether its sender is proven, what could not be kept. */
  readonly notes: readonly string[];
  readonly reporter: Reporter | undefined;
}

const PASSES = {
  head: 'It names the Head Teacher, so it went past them until you have read it.',
  governors: 'It names a governor, so it went past them until you have read it.',
  'head-and-governors':
    'It names the Head Teacher and a governor, so it went past them until you have read it.',
} as const;

const NOBODY =
  'It names the Head Teacher or a governor. Nobody here could read it in their place, so it is kept from them only.';

interface Way {
  readonly about: ConcernAbout;
  /** Those it is kept from where nobody stands in their place. */
  readonly keptFrom: readonly Member[];
  readonly notes: readonly string[];
}

/** Whom a mail goes past, by whom it names. */
async function wayOf(work: Work, words: string): Promise<Way> {
  const members = (await listMembers(work)).filter(({ state }) => state === 'active');
  const heads = members.filter(({ roles }) => roles.includes('head'));
  const governors = members.filter(({ roles }) => roles.includes('chair') || roles.includes('governor'));
  const about = aboutByWords(words, {
    heads: heads.map(({ name }) => name),
    governors: governors.map(({ name }) => name),
  });
  if (about !== 'head' && about !== 'governors' && about !== 'head-and-governors')
    return { about, keptFrom: [], notes: [] };
  if (await peopledRoute(work, routeFor(about))) return { about, keptFrom: [], notes: [PASSES[about]] };
  const keptFrom = about === 'head' ? heads : about === 'governors' ? governors : [...heads, ...governors];
  return { about: 'unsure', keptFrom, notes: [NOBODY] };
}

/**
 * Keeps a concern that came by mail, in confidence: its sender lies in the vault, and it is screened like every other.
 * @param origin the address that people use
 */
export async function receiveByMail(work: Work, mail: MailedConcern, origin: string): Promise<Receipt> {
  const { about, keptFrom, notes } = await wayOf(work, mail.words);
  const receipt = await receiveConcern(
    work,
    {
      mode: mail.reporter ? 'confidential' : 'anonymous',
      channel: 'mail',
      awareness: 'reporter',
      urgent: false,
      about,
      childWriter: 'unsure',
      place: 'other-online',
      group: undefined,
      messageDay: undefined,
      account: {
        words: mail.words,
        subject: '',
        whenWords: '',
        placeName: 'not said: it came by email',
        affected: [],
        affectedWords: '',
        hope: '',
      },
      excerpt: undefined,
      reporter: mail.reporter,
    },
    origin,
  );
  for (const each of mail.evidence) await addEvidence(work, receipt.id, each);
  for (const { id } of new Map(keptFrom.map((member) => [member.id, member])).values()) {
    await work.queries
      .insert(concernMember)
      .values({ schoolId: work.school, concernId: receipt.id, memberId: id, excluded: true });
  }
  const all = [...mail.notes, ...notes];
  if (all.length > 0) await tell(work, receipt.id, { kind: 'mail-read', note: all.join('\n') });
  return receipt;
}
