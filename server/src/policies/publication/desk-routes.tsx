import { z } from 'zod';
import { go, type Page, type StaffContext, wrong } from '../../edge/contexts.ts';
import { schoolHref } from '../../edge/frames.tsx';
import { type NoParams, noParams, type Routes } from '../../edge/routes.ts';
import { schoolDay } from '../../platform/clock.ts';
import {
  Button,
  Checkbox,
  type FieldErrors,
  Fieldset,
  Form,
  type FormState,
  Notice,
  TextArea,
  TextInput,
} from '../../ui/index.ts';
import { linesOf } from '../desk/change.ts';
import { textFields } from '../fields.ts';
import { policyInForceOn } from '../store.ts';
import { embedSnippet } from './embed.ts';
import {
  type LinkedAddress,
  linkedPolicies,
  MOST_SITES,
  type PublicationSettings,
  siteOrigin,
  webAddress,
} from './publication.ts';
import { publicationSettings, savePublication } from './store.ts';

const PATH = '/desk/policy/publication';

/** The names to ask an address for: those of the policy in force, and those added before. */
async function namesOf({ work }: StaffContext<NoParams>, settings: PublicationSettings) {
  const version = await policyInForceOn(work, schoolDay(work.now));
  return linkedPolicies(version?.document ?? { linkedPolicies: [] }, settings);
}

async function settingsPage(context: StaffContext<NoParams>, form?: FormState): Promise<Page> {
  const { work, school, services, once, flash } = context;
  const settings = await publicationSettings(work);
  const names = await namesOf(context, settings);
  const now = {
    listed: settings.listed ? 'yes' : '',
    sites: settings.embedSites.join('\n'),
    ...Object.fromEntries(names.map(({ address }, at) => [`linked-${at}`, address ?? ''])),
  };
  const shown = form ?? { values: now, errors: {} };
  const address = `${services.origin}${schoolHref(school)}`;
  return context.page({
    title: 'How the policy is shown',
    room: '/desk/policy',
    back: { href: '/desk/policy', label: 'Policy' },
    errors: shown.errors,
    children: (
      <>
        {flash.done !== undefined && <Notice kind="success">{flash.done}</Notice>}
        <h1>How the policy is shown</h1>
        <p>
          Its page is at <a href={schoolHref(school)}>{address}</a>.
        </p>
        <Form action={PATH} once={once}>
          <h2>To be found</h2>
          <Checkbox
            form={shown}
            name="listed"
            label="Search engines may list the policy’s page"
            hint="Old versions and all other pages are never listed."
          />
          <h2>On your own site</h2>
          <TextArea
            form={shown}
            name="sites"
            label="Sites that may show the policy inside their pages"
            hint="One address a line, such as www.your-school.example.org. Without one, no site may."
            rows={3}
            optional
          />
          {settings.embedSites.length > 0 && (
            <>
              <p>Paste this where the policy is to stand on your site:</p>
              <pre class="hb-snippet" tabindex={0}>
                <code>{embedSnippet(address, school.name)}</code>
              </pre>
            </>
          )}
          <h2>Other policies of the school</h2>
          {names.map(({ name }, at) => (
            <TextInput
              form={shown}
              name={`linked-${at}`}
              label={name}
              hint="Its address on the web."
              type="text"
              spellcheck={false}
              optional
            />
          ))}
          <Fieldset legend="Add another">
            <TextInput form={shown} name="name" label="What the school calls it" optional />
            <TextInput form={shown} name="address" label="Its address on the web" optional />
          </Fieldset>
          <Button>Save</Button>
        </Form>
      </>
    ),
  });
}

type Said = { readonly settings: PublicationSettings } | { readonly errors: FieldErrors };

/** What the form says, or what is wrong with it. */
export function publicationSaid(
  names: readonly { readonly name: string }[],
  values: Readonly<Record<string, string>>,
): Said {
  const lines = linesOf(values.sites ?? '');
  const sites = lines.map(siteOrigin);
  const bad = lines.find((_line, at) => sites[at] === undefined);
  if (bad !== undefined) return { errors: { sites: `“${bad}” is no address of a site` } };
  if (lines.length > MOST_SITES) return { errors: { sites: `Enter at most ${MOST_SITES} sites` } };
  const linked: LinkedAddress[] = [];
  const asked = names.map(({ name }, at) => ({ name, field: `linked-${at}` }));
  const added = values.name?.trim() ?? '';
  if (added === '' && (values.address ?? '').trim() !== '') return { errors: { name: 'Enter its name' } };
  if (added.length > 200) return { errors: { name: 'Use 200 characters or fewer' } };
  for (const { name, field } of [...asked, ...(added === '' ? [] : [{ name: added, field: 'address' }])]) {
    const typed = (values[field] ?? '').trim();
    const address = webAddress(typed);
    if (address === undefined && (typed !== '' || field === 'address')) {
      return { errors: { [field]: 'Enter an address on the web, such as school.example.org/policies' } };
    }
    if (address !== undefined) linked.push({ name, address });
  }
  const embedSites = [...new Set(sites.flatMap((site) => (site === undefined ? [] : [site])))];
  return { settings: { listed: values.listed === 'yes', embedSites, linked } };
}

/** How the policy is shown to the world: search engines, the school's own site, other policies. */
export function publicationRoutes(routes: Routes): void {
  routes.staffPage(PATH, {
    may: 'policy.publish',
    params: noParams,
    show: (context) => settingsPage(context),
  });
  routes.staffAct(PATH, {
    may: 'policy.publish',
    params: noParams,
    form: z.object({}).catchall(z.unknown()),
    act: async (context, values) => {
      const names = await namesOf(context, await publicationSettings(context.work));
      const said = publicationSaid(names, textFields(values));
      if ('errors' in said) return wrong(said.errors);
      await savePublication(context.work, said.settings);
      return go(PATH, { done: 'Saved.' });
    },
    again: settingsPage,
  });
}
