import type { Child } from 'hono/jsx';
import type { Page } from '../../edge/contexts.ts';
import { schoolDay } from '../../platform/clock.ts';
import {
  Button,
  ButtonGroup,
  Form,
  formatDate,
  Hidden,
  listValue,
  Name,
  Notice,
  UserText,
} from '../../ui/index.ts';
import { transcriptOf } from '../account.ts';
import { BEHALF, CONCERN_MODES, OTHER_PLACES, TOLD_OF, YES_NO_UNSURE } from '../kinds.ts';
import {
  ABOUT_NAMES,
  AFFECTED_NAMES,
  BEHALF_NAMES,
  MODE_NAMES,
  PLACE_NAMES,
  TOLD_OF_NAMES,
  YES_NO_UNSURE_NAMES,
} from '../labels.ts';
import { quietPage } from '../quiet-page.ts';
import { CONCERN_ABOUT } from '../rules.ts';
import { Transcript } from '../transcript.tsx';
import { readDay, tellFields } from './fields.ts';
import { carried, type StepContext } from './frame.tsx';
import { answer, pathFor, type TellStep } from './steps.ts';

const NOT_SAID = <span class="hb-quiet">Not said</span>;

function nameOf<Key extends string>(
  keys: readonly Key[],
  names: Readonly<Record<Key, string>>,
  value: string,
): string {
  const key = keys.find((each) => each === value);
  return key === undefined ? '' : names[key];
}

/** One answer, with a button that goes back to its page. */
interface Row {
  readonly step: TellStep;
  readonly key: string;
  readonly about: string;
  readonly value: Child;
}

function rows(at: StepContext): readonly Row[] {
  const { values } = at.form;
  const of = (name: string) => answer(values, name);
  const written = (name: string) => (of(name) === '' ? NOT_SAID : <UserText text={of(name)} />);
  const affected = tellFields.affected.safeParse(values);
  const people = affected.success
    ? affected.data.affected.map((each) => AFFECTED_NAMES[each]).join(', ')
    : '';
  const excerpt = tellFields.words.safeParse({ excerpt: of('excerpt') });
  const lines = excerpt.success && excerpt.data.excerpt ? transcriptOf(excerpt.data.excerpt) : [];
  const all: readonly Row[] = [
    {
      step: 'danger',
      key: 'A child in danger now',
      about: 'whether a child is in danger',
      value: of('danger') === 'yes' ? 'Yes' : 'No',
    },
    {
      step: 'mode',
      key: 'How you tell us',
      about: 'how you tell us',
      value: nameOf(CONCERN_MODES, MODE_NAMES, of('mode')),
    },
    {
      step: 'matter',
      key: 'What it is about',
      about: 'what it is about',
      value: nameOf(TOLD_OF, TOLD_OF_NAMES, of('matter')),
    },
    {
      step: 'about',
      key: 'Who it is about',
      about: 'who it is about',
      value: nameOf(CONCERN_ABOUT, ABOUT_NAMES, of('about')),
    },
    {
      step: 'behalf',
      key: 'Who you tell us for',
      about: 'who you tell us for',
      value: nameOf(BEHALF, BEHALF_NAMES, of('behalf')),
    },
    { step: 'place', key: 'Where', about: 'where it was', value: <Name>{placeWords(at)}</Name> },
    { step: 'when', key: 'When', about: 'when it was', value: whenWords(at) || NOT_SAID },
    {
      step: 'words',
      key: 'What was said',
      about: 'what was said',
      value: (
        <>
          {of('words') !== '' && <UserText text={of('words')} />}
          {lines.length > 0 && <Transcript lines={lines} />}
        </>
      ),
    },
    { step: 'mail', key: 'The email', about: 'the email', value: written('mailText') },
    {
      step: 'subject',
      key: 'Who it was',
      about: 'who it was',
      value: of('subject') === '' ? NOT_SAID : <Name>{of('subject')}</Name>,
    },
    {
      step: 'affected',
      key: 'Who it affects',
      about: 'who it affects',
      value: (
        <>
          <p>{people || NOT_SAID}</p>
          {of('affectedWords') !== '' && <UserText text={of('affectedWords')} />}
        </>
      ),
    },
    {
      step: 'child',
      key: 'The writer could be a child',
      about: 'whether the writer could be a child',
      value: nameOf(YES_NO_UNSURE, YES_NO_UNSURE_NAMES, of('childWriter')),
    },
    { step: 'hope', key: 'What you hope for', about: 'what you hope for', value: written('hope') },
    {
      step: 'contact',
      key: 'Who you are',
      about: 'who you are',
      value: [of('name'), of('email'), of('phone')]
        .filter((each) => each !== '')
        .map((each) => (
          <p>
            <Name>{each}</Name>
          </p>
        )),
    },
    {
      step: 'pictures',
      key: 'Screenshots',
      about: 'the screenshots',
      value: <Pictures count={picturesIn(at).length} />,
    },
  ];
  const path = pathFor(values);
  return all.filter((row) => path.includes(row.step));
}

const picturesIn = ({ form }: StepContext) => listValue(form, 'picture').filter((text) => text !== '');

/** The pictures themselves stand in the form; a script shows them here rather than sending them down twice. */
function Pictures({ count }: { count: number }) {
  if (count === 0) return <>None</>;
  return (
    <div data-shown-pictures>
      <p>{count === 1 ? 'One picture' : `${count} pictures`}, as cut down by you</p>
    </div>
  );
}

function placeWords({ form, groups }: StepContext): string {
  const place = answer(form.values, 'place');
  const group = groups.find((each) => each.id === place);
  if (group) return group.name;
  const other = answer(form.values, 'placeName');
  if (place === 'other-group' && other !== '') return other;
  return nameOf(OTHER_PLACES, PLACE_NAMES, place);
}

function whenWords({ context, form }: StepContext): string {
  const boxes = tellFields.when.safeParse(form.values);
  if (!boxes.success) return '';
  const read = readDay(boxes.data, schoolDay(context.work.now));
  const day = 'day' in read && read.day ? formatDate(read.day) : '';
  return [day, boxes.data.whenWords].filter((each) => each !== '').join(', ');
}

/** Everything once more, before it is sent. */
export function checkPage(at: StepContext): Page {
  const { context, form } = at;
  const base = `/s/${context.school.slug}/concern`;
  return quietPage(context, {
    title: 'Check your answers',
    errors: form.errors,
    scripts: picturesIn(at).length > 0 ? ['shown-pictures.js'] : [],
    children: (
      <>
        <h1>Check your answers before you send them</h1>
        <Form action={`${base}/send`} once={context.once}>
          <Hidden values={carried(form.values)} />
          <input type="hidden" name="step" value="check" />
          <dl class="govuk-summary-list">
            {rows(at).map(({ step, key, about, value }) => (
              <div class="govuk-summary-list__row">
                <dt class="govuk-summary-list__key">{key}</dt>
                <dd class="govuk-summary-list__value" dir="auto">
                  {value}
                </dd>
                <dd class="govuk-summary-list__actions">
                  <Button kind="secondary" name="go" value={`change:${step}`} formaction={`${base}/tell`}>
                    Change<span class="govuk-visually-hidden"> {about}</span>
                  </Button>
                </dd>
              </div>
            ))}
          </dl>
          <Notice>
            <p>
              Sending this keeps it at the school. Nobody in the group is told. You get a code to come back
              with.
            </p>
          </Notice>
          <ButtonGroup>
            <Button>Send to the school</Button>
          </ButtonGroup>
        </Form>
      </>
    ),
  });
}
