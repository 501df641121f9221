import { z } from 'zod';
import { go, type PublicContext, type PublicPageProps, type Shown } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { Routes } from '../../edge/routes.ts';
import { listClasses } from '../../groups/classes-store.ts';
import type { Work } from '../../platform/work.ts';
import type { PolicyId } from '../../policies/version.ts';
import type { Adult } from '../../roster/adult.ts';
import { findAdult } from '../../roster/read.ts';
import { Button, ButtonLink, Form, formatDate, Notice } from '../../ui/index.ts';
import { changeInvitation, type Invitation, invitationOf } from '../asking/invitations.ts';
import { LINK_TOKEN } from '../links/way-in.ts';
import { ownAgreement } from '../store.ts';
import { NEXT } from './link-routes.tsx';
import { nothingToSign, readPage } from './sign-pages.tsx';
import { versionToSign } from './sign-routes.tsx';

const params = z.object({ token: z.string().regex(LINK_TOKEN) });
type Context = PublicContext<z.output<typeof params>>;

const DEAD = 'Your personal link does not work any more. You can read and agree here all the same.';

/** Whose link it is, while it works and they are still on the roll. */
async function ownerOf(
  work: Work,
  token: string,
): Promise<{ readonly invitation: Invitation; readonly adult: Adult } | undefined> {
  const invitation = await invitationOf(work, token);
  const adult =
    invitation && invitation.state !== 'revoked' ? await findAdult(work, invitation.adultId) : undefined;
  return invitation && adult && { invitation, adult };
}

/** What somebody agreed to already: to the version in force, or to the one they were asked about. */
async function signedBefore(work: Work, adult: Adult, versions: readonly PolicyId[]) {
  for (const version of versions) {
    const own = await ownAgreement(work, version, adult.id);
    if (own) return own;
  }
  return undefined;
}

async function showOwn({ work, school, params: { token }, page }: Context): Promise<Shown> {
  const version = await versionToSign(work);
  if (!version) return page(nothingToSign(school));
  const base = `${schoolHref(school)}/agree`;
  const owner = await ownerOf(work, token);
  if (!owner) return page(readPage(school, version, { base, notice: DEAD }));
  const { adult, invitation } = owner;
  const signed = await signedBefore(work, adult, [version.id, invitation.policyId]);
  if (signed?.code) return go(`${base}/yours`, { code: signed.code });
  const notice =
    signed &&
    `The school office has your paper slip of ${formatDate(signed.agreement.signedOn)}. You do not have to do anything.`;
  return page(readPage(school, version, { base: `${base}/p/${token}`, person: adult.name, notice }));
}

/** The page on which somebody asks for no more mail, or for mail again. */
function stopPage({ school, once, params: { token } }: Context, stopped: boolean): PublicPageProps {
  const base = `${schoolHref(school)}/agree/p/${token}`;
  return {
    title: stopped ? 'You get no more mail about this' : 'No more mail about this?',
    listed: false,
    children: stopped ? (
      <>
        <Notice kind="success">You get no more mail about this, for this policy or a later one.</Notice>
        <h1>You get no more mail about this</h1>
        <p>Your link still works if you want to read the policy or sign one day. Nothing else changes.</p>
        <Form action={`${base}/stop`} once={once}>
          <Button kind="secondary" name="go" value="resume">
            Send me mail after all
          </Button>
        </Form>
      </>
    ) : (
      <>
        <h1>No more mail about this?</h1>
        <p>
          We then never write to you again about agreeing to the policy. Nothing changes for your child, for
          your place in a group or for how we treat you.
        </p>
        <Form action={`${base}/stop`} once={once}>
          <Button name="go" value="stop">
            No more mail
          </Button>
        </Form>
        <ButtonLink href={base} kind="secondary">
          Read the policy
        </ButtonLink>
      </>
    ),
  };
}

/** The personal link of an adult on the roll: the same pages with the name filled in, and a way to stop the mail. */
export function personalLinkRoutes(routes: Routes): void {
  routes.publicPage('/agree/p/:token', { params, show: showOwn });
  routes.publicPage('/agree/p/:token/stop', {
    params,
    show: async (context) => {
      const owner = await ownerOf(context.work, context.params.token);
      const href = `${schoolHref(context.school)}/agree`;
      return owner ? context.page(stopPage(context, owner.invitation.state === 'stopped')) : go(href);
    },
  });
  routes.publicAct('/agree/p/:token/stop', {
    params,
    form: z.object({ go: z.enum(['stop', 'resume']) }),
    act: async ({ work, school, params: { token } }, { go: act }) => {
      const base = `${schoolHref(school)}/agree`;
      const owner = await ownerOf(work, token);
      if (!owner) return go(base);
      await changeInvitation(work, owner.invitation.id, act);
      return go(act === 'stop' ? `${base}/p/${token}/stop` : `${base}/p/${token}`);
    },
    again: ({ school, params: { token } }) => go(`${schoolHref(school)}/agree/p/${token}/stop`),
  });
  routes.publicPage('/agree/p/:token/:next', {
    params: params.extend({ next: NEXT }),
    show: async ({ work, school, params: { token, next } }) => {
      const to = `${schoolHref(school)}/agree/${next}`;
      const owner = await ownerOf(work, token);
      if (!owner) return go(to);
      const classes = (await listClasses(work)).filter(({ id }) =>
        owner.adult.places.some(({ classId }) => classId === id),
      );
      const childClass = classes.map(({ name }) => name).join(', ');
      return go(to, { way: `p-${token}`, name: owner.adult.name, childClass });
    },
  });
}
