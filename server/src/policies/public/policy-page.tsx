import { formatPartialDate, type PolicyDocument } from '@handbell/policy';
import type { PublicPageProps } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { School } from '../../schools/store.ts';
import {
  ButtonGroup,
  ButtonLink,
  formatDate,
  formatShortDate,
  Name,
  Notice,
  SummaryList,
  type SummaryRow,
  Tag,
  UserText,
} from '../../ui/index.ts';
import { ReadAloud } from '../../ui/read-aloud.tsx';
import { linkedPolicies, type PublicationSettings } from '../publication/publication.ts';
import { reviewDate } from '../review.ts';
import type { SignaturePlace } from '../signing.ts';
import type { VersionDates } from '../store.ts';
import { KEEP_SECONDS, PolicyText } from '../text.tsx';
import type { PolicyVersion } from '../version.ts';
import { GROUP_WORDS, inWords, isConduct } from '../words.ts';
import { Copies, Signed, Versions } from './policy-parts.tsx';

interface Shown {
  readonly school: School;
  readonly version: PolicyVersion;
  readonly places: readonly SignaturePlace[];
  readonly versions: readonly VersionDates[];
  readonly settings: PublicationSettings;
  /** Whether the school asks for comments on its next version just now. */
  readonly asking: boolean;
}

/** The three things a parent can do from the policy. */
export function ThreeActions({ href, agree }: { href: string; agree: boolean }) {
  return (
    <ButtonGroup>
      {agree && <ButtonLink href={`${href}/agree`}>Agree to this policy</ButtonLink>}
      <ButtonLink href={`${href}/concern`} kind="secondary">
        Raise a concern
      </ButtonLink>
      <ButtonLink href={`${href}/ask`} kind="secondary">
        Who do I ask?
      </ButtonLink>
    </ButtonGroup>
  );
}

/** What helps those who write in a group, and those who look after one. */
function BeforeYouSend({ href }: { href: string }) {
  return (
    <p>
      Writing in a class group? <a href={`${href}/check`}>Check a message before you send it</a>. Nobody else
      sees it. Looking after a group? <a href={`${href}/moderators`}>Pages for moderators</a>.
    </p>
  );
}

/** A published version: in force, or with a word at its head that it is not. */
export function versionPage(shown: Shown): PublicPageProps {
  const { school, version, places, versions, asking, settings } = shown;
  const { document, number, state, inForceFrom } = version;
  const href = schoolHref(school);
  const inForce = state === 'in-force';
  return {
    title: document.title,
    listed: inForce && settings.listed,
    scripts: ['read-aloud.js'],
    keep: KEEP_SECONDS,
    children: (
      <>
        {asking && inForce && <Asking href={href} />}
        {!inForce && <NotInForce version={version} href={href} />}
        <h1>
          <Name>{document.title}</Name>
        </h1>
        <p>
          {inForce ? <Tag kind="inForce">In force</Tag> : <Tag kind="ended">Not in force any more</Tag>}{' '}
          Version {number}, since {formatDate(inForceFrom)}
        </p>
        {inForce && <ThreeActions href={href} agree />}
        {inForce && <BeforeYouSend href={href} />}
        {inForce && version.summary !== undefined && <InShort text={version.summary} />}
        <ReadAloud />
        <AtAGlance version={version} />
        <PolicyText document={document} />
        <HowToRead document={document} />
        <Signed version={version} places={places} />
        <OtherPolicies list={linkedPolicies(document, settings)} />
        <Copies version={version} href={href} schoolName={school.name} />
        <Versions versions={versions} href={href} shown={number} />
      </>
    ),
  };
}

/** The way to the draft of the next version while people are asked about it. */
function Asking({ href }: { href: string }) {
  return (
    <Notice title="Tell us what you think">
      <p>
        We have written a new version of this policy. <a href={`${href}/consultation`}>Read it and comment</a>
      </p>
    </Notice>
  );
}

function NotInForce({ version, href }: { version: PolicyVersion; href: string }) {
  const { inForceFrom, inForceUntil } = version;
  return (
    <Notice kind="important" title="This version is not in force any more">
      <p>
        It was in force from {formatShortDate(inForceFrom)}
        {inForceUntil && <> until {formatShortDate(inForceUntil)}</>}.{' '}
        <a href={href}>Read the policy as it is now</a>
      </p>
    </Notice>
  );
}

/** The school's own plain words about its policy. */
function InShort({ text }: { text: string }) {
  return (
    <section data-aloud="" aria-labelledby="in-short">
      <h2 id="in-short">In short</h2>
      <UserText text={text} />
      <p class="hb-quiet">This is not the policy itself. The policy’s own words are below, and they count.</p>
    </section>
  );
}

/** The school's other policies, by its own names. */
function OtherPolicies({ list }: { list: ReturnType<typeof linkedPolicies> }) {
  if (list.length === 0) return null;
  return (
    <>
      <h2>Other policies of the school</h2>
      <ul>
        {list.map(({ name, address }) => (
          <li>
            {address === undefined ? (
              <Name>{name}</Name>
            ) : (
              <a href={address}>
                <Name>{name}</Name>
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function AtAGlance({ version }: { version: PolicyVersion }) {
  const { document, adoption } = version;
  const rows: SummaryRow[] = [
    {
      key: 'Groups',
      value: inWords(document.groupTypes.map((type) => GROUP_WORDS[type])) || 'As the policy says',
    },
    {
      key: 'Adopted',
      value: (
        <>
          By <Name>{adoption.body}</Name>, {formatShortDate(adoption.on)}
        </>
      ),
    },
  ];
  const review = reviewDate(version);
  if (review) rows.push({ key: 'To be reviewed', value: formatPartialDate(review) });
  if (document.decider) rows.push({ key: 'Who decides in the end', value: <Name>{document.decider}</Name> });
  return <SummaryList rows={rows} />;
}

/** Says which clauses are expectations only (rule 19), so that nobody fears a sanction for holding a view. */
function HowToRead({ document }: { document: PolicyDocument }) {
  const hopes = document.sections.flatMap(({ clauses }) =>
    clauses.filter(({ kind, force }) => isConduct(kind) && kind !== 'agreement' && force === 'expectation'),
  );
  if (hopes.length === 0) return null;
  return (
    <>
      <h2>How to read this policy</h2>
      <p>
        {hopes.length === 1 ? 'One clause is an expectation' : 'Some clauses are expectations'}: we may remind
        you of {hopes.length === 1 ? 'it' : 'them'}, and nothing more follows. You may hold views, and you may
        criticise the school and its policies.
      </p>
      <p>
        Expectations:{' '}
        {hopes.map(({ id, ref }, at) => (
          <>
            {at > 0 && ', '}
            <a href={`#${id}`}>{ref}</a>
          </>
        ))}
      </p>
    </>
  );
}

/** What stands at a school's address while it has no policy in force. */
export function noPolicyPage(
  school: School,
  versions: readonly VersionDates[],
  asking: boolean,
): PublicPageProps {
  const href = schoolHref(school);
  return {
    title: 'No policy yet',
    keep: KEEP_SECONDS,
    children: (
      <>
        {asking && <Asking href={href} />}
        <h1>
          <Name>{school.name}</Name>
        </h1>
        <p class="hb-lead">
          {versions.length === 0
            ? 'The school has not published its policy for class and year WhatsApp groups here yet.'
            : 'The school has no policy for class and year WhatsApp groups in force at the moment.'}
        </p>
        <p>You can still tell the school about something that worries you.</p>
        <ThreeActions href={href} agree={false} />
        <Versions versions={versions} href={href} shown={0} />
      </>
    ),
  };
}
