import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import type { Routes } from '../../edge/routes.ts';
import { notFound } from '../../platform/web/refusal.ts';
import {
  Button,
  Fieldset,
  Form,
  type FormState,
  InsetText,
  Radios,
  TextInput,
  textValue,
} from '../../ui/index.ts';
import { setPlaces } from '../adoption.ts';
import { findPolicy } from '../drafts.ts';
import { placesOf } from '../signatures.ts';
import type { SignaturePlace } from '../signing.ts';
import type { PolicyId } from '../version.ts';
import { doubtAt, type FormValues } from './change.ts';
import { policyParams, versionedForm } from './fields.ts';

const MOST_PLACES = 10;
const ANSWERS = ['must', 'may', 'remove'] as const;
type PlaceAnswer = (typeof ANSWERS)[number];

interface Chosen {
  readonly role: string;
  readonly required: boolean;
}

/** The places as the form says they are: those kept, and the one added. */
export function placesSaid(
  places: readonly Pick<SignaturePlace, 'role'>[],
  values: FormValues,
): readonly Chosen[] {
  const said = (name: string) => textValue({ values, errors: {} }, name).trim();
  const kept = places.flatMap(({ role }, at) => {
    const answer = ANSWERS.find((each) => each === said(`place-${at}`)) ?? 'must';
    return answer === 'remove' ? [] : [{ role, required: answer === 'must' }];
  });
  const added = said('add');
  const known = kept.some(({ role }) => role.toLowerCase() === added.toLowerCase());
  if (added === '' || known) return kept;
  return [...kept, { role: added, required: said('add-required') !== 'may' }];
}

const ANSWER_WORDS: Readonly<Record<PlaceAnswer, string>> = {
  must: 'Must sign before the policy is in force',
  may: 'May sign',
  remove: 'Does not sign',
};

async function signersPage(context: StaffContext<{ id: PolicyId }>, form?: FormState): Promise<Page> {
  const { work, params, request, once } = context;
  const record = await findPolicy(work, params.id);
  if (record.state !== 'draft') throw notFound();
  const places = await placesOf(work, params.id);
  const now = Object.fromEntries(
    places.map(({ required }, at) => [`place-${at}`, required ? 'must' : 'may']),
  );
  const shown = form ?? { values: { ...now, 'add-required': 'must' }, errors: {} };
  const doubt = doubtAt(form ? textValue(form, 'doubt') : request.query.doubt);
  const asked = doubt === undefined ? undefined : record.doubts[doubt];
  return context.page({
    title: 'Who signs the policy?',
    room: '/desk/policy',
    back: { href: `/desk/policy/${record.id}`, label: `Version ${record.number}` },
    errors: shown.errors,
    children: (
      <>
        <h1>Who signs the policy?</h1>
        {asked && (
          <InsetText>
            <bdi>{asked.message}</bdi>
          </InsetText>
        )}
        <p>The policy can be in force once everybody who must sign has signed.</p>
        <Form action={request.path} once={once}>
          <input type="hidden" name="version" value={String(record.revision)} />
          {asked && <input type="hidden" name="doubt" value={String(doubt)} />}
          {places.map(({ role }, at) => (
            <Radios
              form={shown}
              name={`place-${at}`}
              label={role}
              items={ANSWERS.map((value) => ({ value, label: ANSWER_WORDS[value] }))}
            />
          ))}
          <Fieldset legend="Add somebody">
            <TextInput
              form={shown}
              name="add"
              label="Their office"
              hint="Such as Chair of Governors. The name comes with the signature."
              optional
            />
            <Radios
              form={shown}
              name="add-required"
              label="Their signature"
              items={[
                { value: 'must', label: ANSWER_WORDS.must },
                { value: 'may', label: ANSWER_WORDS.may },
              ]}
            />
          </Fieldset>
          <Button>Save</Button>
        </Form>
      </>
    ),
  });
}

/** The page that says who signs. */
export function signersRoutes(routes: Routes): void {
  routes.staffPage('/desk/policy/:id/signers', {
    may: 'policy.edit',
    params: policyParams,
    show: (context) => signersPage(context),
  });
  routes.staffAct('/desk/policy/:id/signers', {
    may: 'policy.edit',
    params: policyParams,
    form: versionedForm,
    act: async ({ work, params }, { version, ...fields }) => {
      const places = placesSaid(await placesOf(work, params.id), fields);
      if (places.length > MOST_PLACES) return wrong({ add: `At most ${MOST_PLACES} people can sign` });
      if (places.some(({ role }) => role.length > 100)) return wrong({ add: 'Use 100 characters or fewer' });
      await setPlaces(work, params.id, version, places, doubtAt(fields.doubt));
      return go(`/desk/policy/${params.id}`, { done: 'Saved who signs.' });
    },
    again: signersPage,
  });
}
