import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import type { Routes } from '../../edge/routes.ts';
import { sentWords } from '../../platform/mail/sent-words.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  ButtonGroup,
  Form,
  type FormState,
  formatShortDate,
  InsetText,
  Name,
  Notice,
  TextInput,
} from '../../ui/index.ts';
import { findPolicy } from '../drafts.ts';
import { LINK_DAYS, sendLink } from '../sign.ts';
import { type PlaceId, placesOf } from '../signatures.ts';
import type { PolicyId } from '../version.ts';
import { placeParams } from './fields.ts';

type Context = StaffContext<{ id: PolicyId; place: PlaceId }>;

const linkForm = z.object({
  email: z.union([z.literal(''), z.email('Enter a mail address, such as sam@example.org')]).default(''),
  go: z.enum(['mail', 'copy'], 'Press one of the buttons'),
});

async function linkPage(context: Context, form?: FormState): Promise<Page> {
  const { work, params, flash, once, request } = context;
  const record = await findPolicy(work, params.id);
  const place = (await placesOf(work, params.id)).find(({ id }) => id === params.place);
  if (!place || place.signed || record.state !== 'adopted') throw notFound();
  const shown = form ?? { values: {}, errors: {} };
  return context.page({
    title: 'Send a link to sign by',
    room: '/desk/policy',
    back: { href: `/desk/policy/${record.id}/sign/${place.id}` },
    errors: shown.errors,
    children: (
      <>
        {flash.mailed !== undefined && (
          <Notice kind="success">{sentWords(context.services, 'The link is on its way by mail.')}</Notice>
        )}
        {flash.link !== undefined && (
          <Notice kind="success" title="The link">
            <p>Copy it now and give it to this person alone. It is not shown again.</p>
            <p>
              <code>{flash.link}</code>
            </p>
          </Notice>
        )}
        <h1>
          A link for <Name>{place.role}</Name>
        </h1>
        <p>
          With the link they read the policy and sign on screen, without an account. It works once and for{' '}
          {LINK_DAYS} days. Send it to nobody else: whoever has it can sign.
        </p>
        {place.link && (
          <InsetText>
            A link is out and works until {formatShortDate(place.link.expiresAt)}. A new one replaces it.
          </InsetText>
        )}
        <Form action={request.path} once={once}>
          <TextInput
            form={shown}
            name="email"
            label="Their mail address"
            hint="It is used for this one mail."
            type="email"
            optional
          />
          <ButtonGroup>
            <Button name="go" value="mail">
              Mail the link
            </Button>
            <Button kind="secondary" name="go" value="copy">
              Show me the link to copy
            </Button>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}

/** A personal link for somebody who signs. */
export function signLinkRoutes(routes: Routes): void {
  const path = '/desk/policy/:id/sign/:place/link';
  routes.staffPage(path, {
    may: 'policy.adopt',
    params: placeParams,
    show: (context) => linkPage(context),
  });
  routes.staffAct(path, {
    may: 'policy.adopt',
    params: placeParams,
    form: linkForm,
    act: async ({ work, params, school, services, request }, { email, go: way }) => {
      if (way === 'mail' && email === '') return wrong({ email: 'Enter their mail address' });
      const secret = randomBytes(24).toString('base64url');
      const address = `${services.origin}${schoolHref(school)}/sign/${secret}`;
      const mailed = way === 'mail' && { email };
      await sendLink(work, params.id, params.place, { secret, address, ...mailed });
      return go(request.path, mailed ? { mailed: 'yes' } : { link: address });
    },
    again: linkPage,
  });
}
