import { type Answer, go, type Page, type PublicContext, type Shown } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import { emptyForm, type FormState } from '../../ui/index.ts';
import { checksOf, saveChecks } from '../checks-store.ts';
import { actOnRole, addModerator } from '../moderators-store.ts';
import {
  answerForm,
  carryOnForm,
  checksForm,
  type PlaceParams,
  placeParams,
  proposalForm,
} from './fields.ts';
import { endedPage, noLinkPage, placePage, rolePage, spacePage } from './pages.tsx';
import { notIn, type Place, placeHere, placesHere, spaceHref } from './places.ts';

type Context = PublicContext<PlaceParams>;

async function showPlace(context: Context, form: FormState): Promise<Page | ReturnType<typeof notIn>> {
  const place = await placeHere(context);
  if (!place) return notIn(context.school);
  const { school, once, work } = context;
  const shown = { school, once, form };
  if (place.moderator.state === 'asked') return context.page(rolePage(shown, place));
  const done = (await checksOf(work)).get(place.group.id) ?? new Set();
  return context.page(placePage(shown, place, done));
}

const again = (context: Context, form: FormState): Promise<Shown> => showPlace(context, form);

/**
 * Does something at one of their groups, and goes on; whoever is not in is sent to the way in. Whose link ends with it
 * reads there that it is done.
 */
async function atPlace(
  context: Context,
  act: (place: Place) => Promise<unknown>,
  done: string,
): Promise<Answer> {
  const place = await placeHere(context);
  if (!place) return notIn(context.school);
  await act(place);
  const stillIn = (await placesHere(context)) !== undefined;
  return stillIn ? go(spaceHref(context.school), { done }) : notIn(context.school, done);
}

const THANKS = {
  accept: 'Thank you. The office knows that you look after the group.',
  decline: 'The office knows that you said no. That is fine.',
  confirm: 'Thank you for carrying on.',
  stop: 'You have stopped. Thank you for what you did.',
} as const;

/** The moderators' own space, entered by a personal link: nobody signs in, and the school reads nothing here. */
export function moderatorSpaceRoutes(routes: Routes): void {
  const params = placeParams;
  routes.publicPage('/moderators/no-link', {
    params: noParams,
    show: ({ school, flash, page }) =>
      page(flash.done === undefined ? noLinkPage(school) : endedPage(school, flash.done)),
  });
  routes.publicPage('/moderators/mine', {
    params: noParams,
    show: async (context) => {
      const places = await placesHere(context);
      if (!places) return notIn(context.school);
      return context.page(spacePage({ context, places, checks: await checksOf(context.work) }));
    },
  });
  routes.publicPage('/moderators/mine/group/:place', {
    params,
    show: (context) => showPlace(context, emptyForm),
  });
  routes.publicAct('/moderators/mine/group/:place/answer', {
    params,
    form: answerForm,
    act: (context, { answer }) =>
      atPlace(context, ({ moderator }) => actOnRole(context.work, moderator.id, answer), THANKS[answer]),
    again,
  });
  routes.publicAct('/moderators/mine/group/:place/carry-on', {
    params,
    form: carryOnForm,
    act: (context, { answer }) =>
      atPlace(context, ({ moderator }) => actOnRole(context.work, moderator.id, answer), THANKS[answer]),
    again,
  });
  routes.publicAct('/moderators/mine/group/:place/checklist', {
    params,
    form: checksForm,
    repeatable: true,
    act: (context, { done }) =>
      atPlace(context, ({ group }) => saveChecks(context.work, group.id, done), 'Your ticks are kept.'),
    again,
  });
  routes.publicAct('/moderators/mine/group/:place/propose', {
    params,
    form: proposalForm,
    act: (context, person) =>
      atPlace(
        context,
        ({ group }) =>
          addModerator(context.work, group.id, {
            ...person,
            from: schoolDay(context.work.now),
            proposedBy: 'moderator',
          }),
        'The office will ask them.',
      ),
    again,
  });
}
