import { z } from 'zod';
import { go, type Shown, type StaffContext } from '../../edge/contexts.ts';
import { noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import {
  Button,
  EmptyState,
  Form,
  type FormState,
  formatCount,
  formatShortDate,
  InsetText,
  Notice,
  Select,
  SummaryList,
  Tag,
} from '../../ui/index.ts';
import { askThoseDue, type Gone } from '../asking/ask.ts';
import { MOST_REMINDERS, whoToAsk } from '../asking/rules.ts';
import { type AskingSettings, askingSettings, saveAskingSettings } from '../asking/settings.ts';
import { type Standing, standingToday } from '../asking/standing.ts';

const ROOM = '/desk/agreements';
const HERE = `${ROOM}/asking`;
const EVERY_DAYS = [3, 5, 10, 15, 20];

const askingForm = z.object({
  reminders: z.coerce.number('Choose a number').int().min(0).max(MOST_REMINDERS),
  everyDays: z.coerce.number('Choose a number').int().min(2).max(30),
  go: z.enum(['start', 'save', 'stop']),
});

const reminderItems = Array.from({ length: MOST_REMINDERS + 1 }, (_, count) => ({
  value: String(count),
  label: count === 0 ? 'None' : formatCount(count, 'reminder', 'reminders'),
}));

function Facts({ standing, settings }: { standing: Standing; settings: AskingSettings }) {
  const { adults, agreements, facts, invitations } = standing;
  const people = (count: number) => formatCount(count, 'person', 'people');
  return (
    <SummaryList
      rows={[
        {
          key: 'Asking by mail',
          value: settings.since ? (
            <>
              <Tag kind="progress">On</Tag> since {formatShortDate(settings.since)}
            </>
          ) : (
            <Tag kind="ended">Off</Tag>
          ),
        },
        { key: 'On the roll', value: people(adults.length) },
        { key: 'Have agreed', value: people(agreements.size) },
        { key: 'No mail address', value: people(adults.filter(({ email }) => email === '').length) },
        { key: 'Asked already', value: people(invitations.filter(({ stands }) => stands).length) },
        {
          key: 'Asked for no more mail',
          value: people(invitations.filter(({ state }) => state === 'stopped').length),
        },
        { key: 'Would be asked next', value: people(whoToAsk(facts).length) },
      ]}
    />
  );
}

async function showAsking(context: StaffContext<object>, form?: FormState): Promise<Shown> {
  const { work, once, flash, page } = context;
  const settings = await askingSettings(work);
  const standing = await standingToday(work);
  const values = { reminders: String(settings.reminders), everyDays: String(settings.everyDays) };
  const shown: FormState = form ?? { values, errors: {} };
  return page({
    title: 'Ask by mail',
    room: ROOM,
    back: { href: ROOM, label: 'Agreements' },
    errors: shown.errors,
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <h1>Ask by mail</h1>
        <p>
          Each parent on the roll gets a link of their own. Whoever joins later is asked by themselves. A new
          version asks again only when its change is material.
        </p>
        {!standing ? (
          <EmptyState
            title="No policy is in force"
            action={{ href: '/desk/policy', label: 'Go to the policy' }}
          >
            <p>Parents can be asked once there is one.</p>
          </EmptyState>
        ) : standing.adults.length === 0 ? (
          <EmptyState
            title="Nobody is on the roll yet"
            action={{ href: '/desk/parents', label: 'Go to the parents' }}
          >
            <p>
              Write parents down, or bring in a list: a name, an address for mail and the classes are enough.
              Until then use the links for classes.
            </p>
          </EmptyState>
        ) : (
          <>
            <Facts standing={standing} settings={settings} />
            <Form action={HERE} once={once}>
              <Select
                form={shown}
                name="reminders"
                label="Reminders to somebody who has not answered"
                hint="Never more than this. Each mail has a link that stops them."
                items={reminderItems}
              />
              <Select
                form={shown}
                name="everyDays"
                label="School days between two mails"
                items={EVERY_DAYS.map((days) => ({ value: String(days), label: `${days} school days` }))}
              />
              <InsetText>
                Mail goes out on school days between 8am and 6pm, a part of the school at a time. Nobody is
                asked who has agreed, said no or asked to talk first.
              </InsetText>
              {settings.since ? (
                <div class="govuk-button-group">
                  <Button name="go" value="save">
                    Save
                  </Button>
                  <Button kind="warning" name="go" value="stop">
                    Stop asking by mail
                  </Button>
                </div>
              ) : (
                <Button name="go" value="start">
                  Start asking by mail
                </Button>
              )}
            </Form>
          </>
        )}
      </>
    ),
  });
}

/** What was done, in a sentence. */
function told({ asked, left }: Gone): string {
  if (asked === 0) return 'Saved. The first mails go out on the next school day between 8am and 6pm.';
  const now = `${formatCount(asked, 'mail is', 'mails are')} on the way.`;
  return left === 0 ? now : `${now} ${left} more follow within the school day, or on the next.`;
}

/** Whether parents are asked by mail, and how often they are reminded. */
export function askingRoutes(routes: Routes): void {
  routes.staffPage(HERE, {
    may: 'agreement.record',
    params: noParams,
    show: (context) => showAsking(context),
  });
  routes.staffAct(HERE, {
    may: 'agreement.record',
    params: noParams,
    form: askingForm,
    act: async ({ work, services }, { reminders, everyDays, go: act }) => {
      const before = await askingSettings(work);
      const since = act === 'stop' ? undefined : act === 'start' ? schoolDay(work.now) : before.since;
      await saveAskingSettings(work, { since, reminders, everyDays });
      if (act === 'stop')
        return go(HERE, { done: 'No more mail goes out. Links that were sent still work.' });
      if (act === 'save') return go(HERE, { done: 'Saved.' });
      return go(HERE, { done: told(await askThoseDue(work, services.origin)) });
    },
    again: showAsking,
  });
}
