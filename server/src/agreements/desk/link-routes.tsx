import { z } from 'zod';
import { download, go, type Shown, type StaffContext } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { idSchema } from '../../platform/ids.ts';
import { notFound } from '../../platform/web/refusal.ts';
import { policyInForceOn } from '../../policies/store.ts';
import { Button, Details, EmptyState, Form, formatShortDate, Name, Notice } from '../../ui/index.ts';
import { qrSvg } from '../../ui/qr-code.ts';
import { type ClassWithLink, classesWithLinks, makeClassLinks } from '../links/class-links.ts';
import { linkSheets } from '../links/sheet-pdf.ts';

const ROOM = '/desk/agreements';
const HERE = `${ROOM}/links`;
type Context = StaffContext<object>;

const addressOf = ({ services, school }: Context, token: string) =>
  `${services.origin}${schoolHref(school)}/agree/c/${token}`;

function OneClass({ context, each }: { context: Context; each: ClassWithLink }) {
  const { link } = each;
  if (!link) return null;
  const address = addressOf(context, link.token);
  return (
    <section>
      <h2>
        <Name>{each.name}</Name>
      </h2>
      <div class="hb-link-card">
        <img
          src={`${HERE}/${each.id}/qr.svg`}
          width="160"
          height="160"
          alt={`QR code for the link of ${each.name}`}
        />
        <div>
          <p>
            <a href={address}>{address}</a>
          </p>
          <p class="hb-quiet">Until {formatShortDate(link.until)}</p>
          <p>
            <a href={`${HERE}/${each.id}/sheet.pdf`}>
              Sheet to print<span class="govuk-visually-hidden"> for {each.name}</span> (PDF)
            </a>
          </p>
          <Details summary="Replace this link">
            <p>
              The old link ends at once. Whoever follows it still finds the policy and can sign, without the
              class filled in. Print the sheet again.
            </p>
            <Form action={`${HERE}/make`} once={context.once}>
              <input type="hidden" name="only" value={each.id} />
              <Button kind="secondary">Make a new link</Button>
            </Form>
          </Details>
        </div>
      </div>
    </section>
  );
}

async function linksPage(context: Context): Promise<Shown> {
  const { work, once, flash, page } = context;
  const classes = await classesWithLinks(work);
  const without = classes.filter(({ link }) => !link);
  return page({
    title: 'Links for classes',
    room: ROOM,
    back: { href: ROOM, label: 'Agreements' },
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <h1>Links for classes</h1>
        <p>
          A link a class, for the newsletter, the class board or the group’s description. It opens the policy
          with the class filled in. It says nothing of who follows it.
        </p>
        {classes.length === 0 && (
          <EmptyState
            title="No classes are written down yet"
            action={{ href: '/desk/groups', label: 'Go to the groups' }}
          >
            <p>Write the school’s classes down in the groups’ room. Each can then have its link.</p>
          </EmptyState>
        )}
        {without.length > 0 && (
          <Form action={`${HERE}/make`} once={once}>
            <p>
              Without a link: <Name>{without.map(({ name }) => name).join(', ')}</Name>
            </p>
            <Button>{without.length === 1 ? 'Make its link' : 'Make their links'}</Button>
          </Form>
        )}
        {without.length < classes.length && (
          <p>
            <a href={`${HERE}/sheets.pdf`}>All sheets to print, a page a class (PDF)</a>
          </p>
        )}
        {classes.map((each) => (
          <OneClass context={context} each={each} />
        ))}
      </>
    ),
  });
}

/** Sheets of the classes that have a link. */
async function sheets(context: Context, chosen: readonly ClassWithLink[], name: string): Promise<Shown> {
  const { work, school } = context;
  const version = await policyInForceOn(work, schoolDay(work.now));
  const classes = chosen.flatMap(({ name, link }) =>
    link ? [{ name, address: addressOf(context, link.token), until: formatShortDate(link.until) }] : [],
  );
  if (!version || classes.length === 0) {
    return go(HERE, { done: 'There is nothing to print yet: a policy in force and a link are needed.' });
  }
  const policy = `${version.document.title}, version ${version.number}`;
  const bytes = await linkSheets({ schoolName: school.name, policy, classes });
  return download(bytes, 'application/pdf', name, { inline: true });
}

/** The links of classes on the desk: made, replaced, shown, printed. */
export function classLinkDeskRoutes(routes: Routes): void {
  const may = 'agreement.record';
  const params = z.object({ id: idSchema<'class'>() });
  const one = async ({ work, params: { id } }: StaffContext<z.output<typeof params>>) => {
    const found = (await classesWithLinks(work)).find((each) => each.id === id);
    if (!found) throw notFound();
    return found;
  };
  routes.staffPage(HERE, { may, params: noParams, show: linksPage });
  routes.staffAct(`${HERE}/make`, {
    may,
    params: noParams,
    form: z.object({ only: idSchema<'class'>().optional() }),
    act: async ({ work }, { only }) => {
      const classes = await classesWithLinks(work);
      const chosen = classes.filter(({ id, link }) => (only === undefined ? !link : id === only));
      await makeClassLinks(
        work,
        chosen.map(({ id }) => id),
      );
      return go(HERE, { done: chosen.length === 1 ? 'The new link is ready.' : 'The links are ready.' });
    },
    again: () => go(HERE),
  });
  routes.staffPage(`${HERE}/sheets.pdf`, {
    may,
    params: noParams,
    show: async (context) => sheets(context, await classesWithLinks(context.work), 'agreement-sheets.pdf'),
  });
  routes.staffPage(`${HERE}/:id/sheet.pdf`, {
    may,
    params,
    show: async (context) => sheets(context, [await one(context)], 'agreement-sheet.pdf'),
  });
  routes.staffPage(`${HERE}/:id/qr.svg`, {
    may,
    params,
    show: async (context) => {
      const { link } = await one(context);
      if (!link) throw notFound();
      const svg = await qrSvg(addressOf(context, link.token));
      return download(new TextEncoder().encode(svg), 'image/svg+xml', 'link.svg', { inline: true });
    },
  });
}
