import { diffWords } from '@handbell/policy';
import type { Page, StaffContext } from '../../edge/contexts.ts';
import type { NoParams } from '../../edge/routes.ts';
import { findMember, listMembers } from '../../people/store.ts';
import { schoolDay } from '../../platform/clock.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Form,
  formatDate,
  formatShortDate,
  InsetText,
  Name,
  Notice,
  Table,
  Tag,
  UserText,
  WordChanges,
} from '../../ui/index.ts';
import { letterContent } from '../content.ts';
import { LetterView } from '../letter-view.tsx';
import { DOCUMENT_KINDS, type DocumentKind, LETTER_TEXT, type Reader } from '../rules.ts';
import { SAMPLE, sampleValues } from '../sample.ts';
import { composeSections } from '../sections.ts';
import { signerOf } from '../signer.ts';
import type { Wording } from '../template.ts';
import { TEMPLATES } from '../templates.ts';
import { wholeWording } from './check.ts';
import { type KindContext, wordingHref } from './edit-page.tsx';
import { currentVersions, currentWording, stripLanguages, versionsOf } from './store.ts';

export type VersionContext = StaffContext<{ kind: DocumentKind; number: number }>;

const READERS: Readonly<Record<Reader, string>> = {
  parent: 'The parent a case is about',
  reporter: 'Whoever raised a concern',
  affected: 'The person the words were about',
  moderators: 'Moderators of groups',
  file: 'The school’s own file',
  lawyer: 'The school’s legal adviser',
};

const isOwn = (wording: Wording): boolean => Object.keys(wording).length > 0;

/** Every document with whose words it has now. */
export async function wordingListPage(context: StaffContext<NoParams>): Promise<Page> {
  const versions = await currentVersions(context.work);
  return context.page({
    title: 'Words of letters',
    room: '/desk/letters',
    back: { href: '/desk/letters', label: 'Letters' },
    children: (
      <>
        {context.flash.done !== undefined && <Notice kind="success">{context.flash.done}</Notice>}
        <h1>Words of letters</h1>
        <p>
          Handbell brings words for every document. You can put each in your school’s own. What the law and
          fairness ask for stays in, and what such a letter must not say is kept out.
        </p>
        <p>
          <a href="/desk/letters/languages">Languages of the line about interpreters</a>
        </p>
        <Table
          caption="Documents"
          columns={[{ header: 'Document' }, { header: 'For' }, { header: 'Whose words' }]}
          rows={DOCUMENT_KINDS.map((kind) => {
            const own = versions.get(kind);
            return [
              <a href={wordingHref(kind)}>{LETTER_TEXT[kind].name}</a>,
              READERS[LETTER_TEXT[kind].to],
              own && isOwn(own.wording) ? (
                <>
                  <Tag kind="done">Your own</Tag> since {formatShortDate(own.at)}
                </>
              ) : (
                'Handbell’s'
              ),
            ];
          })}
          empty=""
        />
      </>
    ),
  });
}

/** A document filled in with invented data, as it would be printed today in some wording. */
export async function sampleContent(
  { work, staff, school }: StaffContext<object>,
  kind: DocumentKind,
  wording: Wording,
) {
  const { name, profile } = school;
  const { address, phone, officeEmail, board } = profile;
  const head = {
    ...SAMPLE,
    school: { name, address, phone, email: officeEmail, board },
    signer: await signerOf(work, staff),
  };
  const sections = composeSections(kind, sampleValues(head), {}, wording);
  const languages = await stripLanguages(work);
  return {
    sections,
    content: letterContent(kind, head, sections, schoolDay(work.now), { large: false, languages }),
  };
}

/** One document: how it reads with invented data, and every version of its words. */
export async function wordingPage(context: KindContext): Promise<Page> {
  const { work, params, flash } = context;
  const { kind } = params;
  const { name } = LETTER_TEXT[kind];
  const versions = await versionsOf(work, kind);
  const { wording } = await currentWording(work, kind);
  const names = new Map((await listMembers(work)).map((member) => [member.id, member.name]));
  const { content, sections } = await sampleContent(context, kind, wording);
  return context.page({
    title: name,
    room: '/desk/letters',
    back: { href: '/desk/letters/templates', label: 'Words of letters' },
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <h1>{name}</h1>
        <p>
          For: {lowerFirst(READERS[LETTER_TEXT[kind].to])}.{' '}
          {isOwn(wording) ? 'It has your own words.' : 'It has Handbell’s words.'}
        </p>
        <ButtonGroup>
          <ButtonLink href={wordingHref(kind, '/edit')}>Change the words</ButtonLink>
          <a href={wordingHref(kind, '/preview.pdf')}>See it as it prints (PDF)</a>
        </ButtonGroup>
        <Table
          caption="Versions of the words"
          columns={[
            { header: 'Version' },
            { header: 'When' },
            { header: 'Who' },
            { header: 'What changed, and why' },
          ]}
          rows={[
            ...versions.map((each) => [
              <a href={wordingHref(kind, `/versions/${each.version}`)}>Version {each.version}</a>,
              formatShortDate(each.at),
              <Name>{names.get(each.by) ?? 'Somebody who has left'}</Name>,
              <UserText text={each.reason} />,
            ]),
            [<a href={wordingHref(kind, '/versions/0')}>Handbell’s own</a>, '', '', ''],
          ]}
          empty=""
        />
        <h2>With invented data</h2>
        <InsetText>The people and the case below are invented.</InsetText>
        <LetterView content={content} sections={sections} problems={{}} />
      </>
    ),
  });
}

const lowerFirst = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

function Differences({ kind, wording }: { kind: DocumentKind; wording: Wording }) {
  const whole = wholeWording(kind, wording);
  const changed = TEMPLATES[kind].filter(
    ({ id, heading, text }) => whole[id]?.heading !== heading || whole[id].text !== text,
  );
  if (changed.length === 0) return <p>These are Handbell’s own words.</p>;
  return (
    <>
      {changed.map(({ id, heading, text }) => (
        <>
          <h3>{heading || 'Opening'}</h3>
          {heading !== '' && whole[id]?.heading !== heading && (
            <WordChanges words={diffWords(heading, whole[id]?.heading ?? '')} />
          )}
          <WordChanges words={diffWords(text, whole[id]?.text ?? '')} />
        </>
      ))}
    </>
  );
}

/** One version of a document's words: how it differs from Handbell's, how it reads, and the way back to it. */
export async function versionPage(context: VersionContext): Promise<Page> {
  const { work, params, once } = context;
  const { kind, number } = params;
  const versions = await versionsOf(work, kind);
  const found = versions.find(({ version }) => version === number);
  if (!found && number !== 0) throw notFound();
  const latest = versions[0]?.version ?? 0;
  const wording = found?.wording ?? {};
  const by = found && (await findMember(work, found.by))?.name;
  const { content, sections } = await sampleContent(context, kind, wording);
  const title = number === 0 ? 'Handbell’s own words' : `Version ${number}`;
  return context.page({
    title: `${title} - ${LETTER_TEXT[kind].name}`,
    room: '/desk/letters',
    back: { href: wordingHref(kind), label: LETTER_TEXT[kind].name },
    children: (
      <>
        <span class="hb-caption">{LETTER_TEXT[kind].name}</span>
        <h1>{title}</h1>
        {found && (
          <p>
            Saved on {formatDate(found.at)} by <Name>{by ?? 'somebody who has left'}</Name>: {found.reason}
          </p>
        )}
        {number !== latest && (
          <Form action={wordingHref(kind, '/back')} once={once}>
            <input type="hidden" name="from" value={`${latest}`} />
            <input type="hidden" name="to" value={`${number}`} />
            <Button>{number === 0 ? 'Go back to Handbell’s own words' : 'Go back to this version'}</Button>
          </Form>
        )}
        {number !== 0 && (
          <>
            <h2>Compared with Handbell’s own words</h2>
            <Differences kind={kind} wording={wording} />
          </>
        )}
        <h2>With invented data</h2>
        <LetterView content={content} sections={sections} problems={{}} />
      </>
    ),
  });
}
