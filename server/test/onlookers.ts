import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { must } from './cases.ts';
import type { ConcernDesk } from './concern-desk.ts';
import { lastConcern, raise } from './concerns.ts';
import type { Visitor } from './handbell.ts';
import { dayFields, policyFile, withPolicy } from './policy.ts';
import { parentOf, spokenCase } from './subject.ts';

/** Everything an answer says: a PDF as its words, a Word or Excel file as its parts, all else as its letters. */
export async function saidBy(visitor: Visitor, path: string): Promise<string> {
  const response = await visitor.send(path);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('application/pdf')) {
    return (await extractText(await getDocumentProxy(bytes), { mergePages: true })).text;
  }
  if (!type.includes('openxmlformats')) return new TextDecoder().decode(bytes);
  return Object.values(unzipSync(bytes))
    .map((part) => strFromU8(part))
    .join('\n');
}

/** Somebody outside the concerns desk, and where their pages begin. */
interface Onlooker {
  readonly name: string;
  readonly visitor: Visitor;
  readonly from: string;
  /** What the addresses begin with that are theirs. */
  readonly within: string;
}

/** The people outside, a case they all have to do with, and the codes of those who reported it. */
export interface Onlookers {
  readonly all: readonly Onlooker[];
  readonly caseId: string;
  /** Of two reports of the matter that the case is about. */
  readonly codes: readonly string[];
}

const PAGES = 25;

/** Walks one's own pages from link to link; gives what each says. */
export async function crawl({
  visitor,
  from,
  within,
}: Onlooker): Promise<readonly (readonly [string, string])[]> {
  const found = new Map<string, string>();
  const next = [from];
  for (let path = next.shift(); path !== undefined && found.size < PAGES; path = next.shift()) {
    if (found.has(path)) continue;
    const text = await saidBy(visitor, path);
    found.set(path, text);
    for (const [, href = ''] of text.matchAll(/href="([^"#]+)"/g)) {
      if (href.startsWith(within)) next.push(href.replaceAll('&amp;', '&'));
    }
  }
  return [...found];
}

async function moderator({ handbell }: ConcernDesk, office: Visitor): Promise<Visitor> {
  await office.post('/desk/groups/classes', { classes: 'Oak\nElm' }, '/desk/groups/classes');
  const [row] = await handbell.asOwner('select id from school_class order by position limit 1');
  const entry = { name: 'Oak families', kind: 'class', classes: String(row?.id), reach: 'chat' };
  const group = (await office.post('/desk/groups/new', entry, '/desk/groups/new')).location;
  const asked = await office.post(
    `${group}/moderators`,
    { name: 'Sam Okoro', contact: '', term: 'year' },
    group,
  );
  const link = /http:\/\/localhost:8043(\/s\/[^<]+)/.exec((await office.get(asked.location)).text)?.[1] ?? '';
  const visitor = handbell.visitor();
  await visitor.post(link, {}, link);
  return visitor;
}

/**
 * A moderator, the parent a case is about, and the data protection lead with that parent's request for their data. The
 * case rests on three reports of one matter.
 * @param told what each reporter tells, and who they are
 */
export async function onlookersOf(
  desk: ConcernDesk,
  told: Readonly<Record<string, string>>,
): Promise<Onlookers> {
  const { handbell, school } = desk;
  const office = await withPolicy(handbell, school, policyFile('church-primary.txt'));
  const at = {
    handbell,
    school,
    office,
    handler: desk.as('handler'),
    head: desk.as('head'),
    chair: desk.as('chair'),
  };
  const page = await spokenCase(at, {}, { concern: told });
  const lead = await lastConcern(handbell);
  const codes: string[] = [];
  for (const why of ['The same words.', 'The same evening.']) {
    codes.push(await raise(handbell, school, told));
    const other = await lastConcern(handbell);
    await desk.act('handler', other, 'screen', { answer: 'no', note: 'Adults only.' });
    await desk.act('handler', other, 'interest', { interest: 'clear' });
    const joined = await desk.act('handler', lead, 'matter', { reports: [other], why, clear: 'yes' });
    if (joined.status !== 303) throw new Error(`The reports are not together: ${joined.status}`);
  }
  const parent = await parentOf(at, page);
  const data = desk.as('data');
  const asked = {
    name: 'Alex Rowan',
    contact: 'alex@home.example.org',
    channel: 'spoken',
    words: 'Everything.',
  };
  const requests = '/desk/data/requests';
  const request = await must(data, `${requests}/new`, { ...asked, ...dayFields('received', '2027-03-08') });
  const base = `/s/${school.slug}`;
  return {
    all: [
      {
        name: 'a moderator',
        visitor: await moderator(desk, office),
        from: `${base}/moderators/mine`,
        within: `${base}/moderators`,
      },
      {
        name: 'the parent it is about',
        visitor: parent,
        from: `${base}/mine/page`,
        within: `${base}/mine`,
      },
      {
        name: 'the data protection lead',
        visitor: data,
        from: request,
        within: request,
      },
    ],
    caseId: page.split('/')[3] ?? '',
    codes,
  };
}
