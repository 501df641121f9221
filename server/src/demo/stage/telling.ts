import type { Awareness, ConcernChannel, ConcernMode, ConcernPlace } from '../../concerns/kinds.ts';
import { type NewConcern, type Receipt, receiveConcern } from '../../concerns/receive.ts';
import type { ConcernAbout } from '../../concerns/rules.ts';
import type { Reporter } from '../../concerns/vault.ts';
import { schoolDay } from '../../platform/clock.ts';
import type { Work } from '../../platform/work.ts';
import type { CastKey } from '../people.ts';
import { groupNamed } from '../stories/groups.ts';
import type { Stage } from './stage.ts';

/** What somebody tells, as far as it differs from the usual: about a parent, in confidence, of today. */
export interface Telling {
  readonly words: string;
  /** The name of the group; where it was when it was in none. */
  readonly where: { readonly group: string } | { readonly place: Exclude<ConcernPlace, 'group'> };
  readonly mode?: ConcernMode;
  readonly about?: ConcernAbout;
  readonly subject?: string;
  readonly hope?: string;
  readonly affected?: NewConcern['account']['affected'];
  readonly reporter?: Partial<Reporter>;
  /** School days before the end of the story on which it was said. */
  readonly saidBack?: number;
  readonly childWriter?: NewConcern['childWriter'];
  readonly excerpt?: NewConcern['excerpt'];
}

interface Way {
  readonly channel: ConcernChannel;
  readonly awareness: Awareness;
}

async function entryOf(work: Work, stage: Stage, telling: Telling, way: Way): Promise<NewConcern> {
  const { words, where, mode = 'confidential', subject = '', hope = '', affected = [], saidBack } = telling;
  const inGroup = 'group' in where;
  return {
    ...way,
    mode,
    urgent: false,
    about: telling.about ?? 'parent',
    childWriter: telling.childWriter ?? 'no',
    place: inGroup ? 'group' : where.place,
    group: inGroup ? await groupNamed(work, where.group) : undefined,
    messageDay: saidBack === undefined ? schoolDay(work.now) : stage.days.day(saidBack),
    account: { words, placeName: '', whenWords: '', subject, affected, affectedWords: '', hope },
    excerpt: telling.excerpt,
    reporter: mode === 'anonymous' ? undefined : { name: '', email: '', phone: '', ...telling.reporter },
  };
}

/** Somebody raises a concern on the school's page; gives what they are given. */
export function raise(stage: Stage, telling: Telling): Promise<Receipt> {
  const way: Way = { channel: 'web', awareness: 'reporter' };
  return stage.visit(async (work) =>
    receiveConcern(work, await entryOf(work, stage, telling, way), stage.services.origin),
  );
}

/** Somebody of the school writes a concern down that reached them in another way. */
export function writeDown(stage: Stage, who: CastKey, way: Way, telling: Telling): Promise<Receipt> {
  return stage.as(who, async (work) =>
    receiveConcern(work, await entryOf(work, stage, telling, way), stage.services.origin),
  );
}
