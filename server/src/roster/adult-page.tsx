import type { Page, StaffContext } from '../edge/contexts.ts';
import { listClasses } from '../groups/classes-store.ts';
import { may } from '../people/permissions.ts';
import { notFound } from '../platform/web/refusal.ts';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Form,
  formatShortDate,
  Hidden,
  Name,
  Notice,
  SummaryList,
  WarningText,
} from '../ui/index.ts';
import type { Adult } from './adult.ts';
import type { AdultParams } from './fields.ts';
import { findAdult, findLike, listAdults } from './read.ts';
import { placesWords } from './words.ts';

const NOTICES: Readonly<Record<string, string>> = {
  added: 'They are on the list.',
  saved: 'Saved.',
  left: 'Written down as left. What they agreed to stays.',
  merged: 'Both entries are one now.',
};

/** The adult an address is about; an entry that was merged leads to the one it went into. */
export async function theAdult({ work, params }: StaffContext<AdultParams>): Promise<Adult> {
  const adult = await findAdult(work, params.adult);
  if (!adult) throw notFound();
  return adult;
}

/** Entries that may be about the same person. */
export async function likeness(context: StaffContext<AdultParams>, adult: Adult): Promise<readonly Adult[]> {
  return (await findLike(context.work, adult)).filter((each) => each.id !== adult.id);
}

/** One parent: what is kept, and what can be done about it. */
export async function adultPage(context: StaffContext<AdultParams>): Promise<Page> {
  const { work, flash, staff, once, school } = context;
  const adult = await theAdult(context);
  const classes = await listClasses(work);
  const everybody = await listAdults(work, { who: 'all' });
  const home = everybody.filter((each) => each.household === adult.household && each.id !== adult.id);
  const like = await likeness(context, adult);
  const base = `/desk/parents/${adult.id}`;
  const edits = may(staff.roles, 'roster.edit');
  const done = NOTICES[flash.done ?? ''];
  return context.page({
    room: '/desk/parents',
    title: 'A parent',
    back: { href: '/desk/parents', label: 'Parents' },
    children: (
      <>
        {done !== undefined && (
          <Notice kind="success">
            <p>{done}</p>
          </Notice>
        )}
        <h1>
          <Name>{adult.name}</Name>
        </h1>
        <SummaryList
          rows={[
            { key: 'Address for mail', value: adult.email || 'None: they get a paper slip' },
            ...(adult.phone ? [{ key: 'Phone number', value: adult.phone }] : []),
            {
              key: 'Classes',
              value: placesWords(adult.places, classes, school.profile.nation) || 'None',
            },
            { key: 'On the list since', value: formatShortDate(adult.joined) },
            ...(adult.left ? [{ key: 'Left', value: formatShortDate(adult.left) }] : []),
            { key: 'Same household', value: <People adults={home} empty="Nobody else on the list" /> },
          ]}
        />
        {edits && like.length > 0 && (
          <Notice>
            <p>
              Another entry has the same name or address: <People adults={like} empty="" />. If it is the same
              person, <a href={`${base}/merge`}>make one of both</a>.
            </p>
          </Notice>
        )}
        {edits && (
          <ButtonGroup>
            <ButtonLink href={`${base}/change`}>Change</ButtonLink>
            <ButtonLink href={`/desk/parents/new?with=${adult.id}`} kind="secondary">
              Add somebody to the household
            </ButtonLink>
            <a href={`${base}/merge`}>Written down twice?</a>
          </ButtonGroup>
        )}
        {edits && adult.left === undefined && (
          <>
            <h2>No child here any more?</h2>
            <p>They are not asked to agree again. What they agreed to stays. They can come back.</p>
            <Form action={`${base}/leave`} once={once}>
              <Hidden values={{ version: String(adult.version) }} />
              <Button kind="secondary">They have left</Button>
            </Form>
          </>
        )}
        {may(staff.roles, 'roster.erase') && (
          <>
            <h2>Erase the entry</h2>
            <p>
              For somebody who asks for it, or who should never have been on the list.{' '}
              <a href={`${base}/erase`}>Erase this entry</a>
            </p>
          </>
        )}
      </>
    ),
  });
}

function People({ adults, empty }: { readonly adults: readonly Adult[]; readonly empty: string }) {
  if (adults.length === 0) return <>{empty}</>;
  return (
    <>
      {adults.map((each, index) => (
        <>
          {index > 0 && ', '}
          <a href={`/desk/parents/${each.id}`}>
            <Name>{each.name}</Name>
          </a>
        </>
      ))}
    </>
  );
}

/** Asks once more before an entry is erased. */
export async function erasePage(context: StaffContext<AdultParams>): Promise<Page> {
  const adult = await theAdult(context);
  const base = `/desk/parents/${adult.id}`;
  return context.page({
    room: '/desk/parents',
    title: 'Erase an entry',
    back: { href: base },
    children: (
      <>
        <h1>
          Erase the entry of <Name>{adult.name}</Name>
        </h1>
        <WarningText>This cannot be undone. Their name, address and classes go for good.</WarningText>
        <p>
          Agreements they signed are records of their own and stay. If the next list from your school’s system
          still has them, an import would bring them back: take them out there first.
        </p>
        <Form action={`${base}/erase`} once={context.once}>
          <Hidden values={{ version: String(adult.version) }} />
          <Button kind="warning">Erase the entry</Button>
        </Form>
      </>
    ),
  });
}
