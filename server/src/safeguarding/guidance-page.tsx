import type { Page, StaffContext } from '../edge/contexts.ts';
import {
  Button,
  Details,
  Form,
  type FormState,
  formatDate,
  Hidden,
  Notice,
  TextArea,
  UserText,
} from '../ui/index.ts';
import { type Guidance, readGuidance } from './guidance.ts';
import { GUIDANCE_NAMES } from './kinds.ts';

const dated = ({ changedOn }: Guidance): string =>
  changedOn ? `Last changed by the school on ${formatDate(changedOn)}.` : 'These words came with Handbell.';

/** The guidance beside a record: prompts to think along, never findings. */
export function GuidancePart({ guidance }: { readonly guidance: readonly Guidance[] }) {
  return (
    <>
      <h2>Guidance</h2>
      {guidance.map((each) => (
        <Details summary={GUIDANCE_NAMES[each.topic]}>
          <UserText text={each.words} />
          <p class="hb-quiet">{dated(each)}</p>
        </Details>
      ))}
    </>
  );
}

/** The guidance to change: each topic in a form of its own. */
export async function guidancePage(context: StaffContext<object>, wrong?: FormState): Promise<Page> {
  const { work, once, flash } = context;
  const guidance = await readGuidance(work);
  return context.page({
    room: '/desk/safeguarding',
    title: 'Safeguarding guidance',
    errors: wrong?.errors,
    back: { href: '/desk/safeguarding', label: 'Safeguarding' },
    children: (
      <>
        {flash.done !== undefined && (
          <Notice kind="success">
            <p>Saved.</p>
          </Notice>
        )}
        <h1>Guidance</h1>
        <p>
          It stands beside every record here. It tells what to think of; what is right in one case is your own
          judgement and your local safeguarding partners’ guidance.
        </p>
        {guidance.map((each) => {
          const tried = wrong?.values.topic === each.topic ? wrong : undefined;
          return (
            <Form action="/desk/safeguarding/guidance" once={once}>
              <Hidden values={{ topic: each.topic }} />
              <h2>{GUIDANCE_NAMES[each.topic]}</h2>
              <TextArea
                form={tried ?? { values: { [each.topic]: each.words }, errors: {} }}
                name={each.topic}
                label={`Guidance: ${GUIDANCE_NAMES[each.topic]}`}
                hint={dated(each)}
                rows={10}
              />
              <Button kind="secondary">Save</Button>
            </Form>
          );
        })}
      </>
    ),
  });
}
