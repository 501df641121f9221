import type { Page } from '../../edge/contexts.ts';
import { schoolCalendar } from '../../schools/calendar-store.ts';
import {
  Button,
  Checkbox,
  Checkboxes,
  DateInput,
  Form,
  type FormState,
  formatDate,
  Name,
  Radios,
  TextArea,
  UserText,
} from '../../ui/index.ts';
import { NEXT_TEXT, RESULT_TEXT } from '../code-text.ts';
import { NEXT_ROUTES, REVIEW_RESULTS } from '../codes.ts';
import { latestReview } from '../deadlines.ts';
import { Papers, versionOf } from '../decide-pages.tsx';
import { DecisionView } from '../decision-view.tsx';
import { decisionOf } from '../decisions.ts';
import { dayValues } from '../fields.ts';
import { stepPage } from '../frame.tsx';
import type { CaseContext } from '../guarded.ts';
import { namesOf } from '../names.ts';
import { findOutcome, outcomesOf, WARNING_MONTHS } from '../outcomes.ts';
import { type CaseFile, caseFor } from '../read.ts';
import { reviewerCandidates } from './acts.ts';

/** The page that takes in a parent's request for a review. */
export async function askPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const { today } = file.outside;
  const latest = latestReview(await schoolCalendar(work), file.facts.issuedOn ?? today);
  const start = { ...form, values: { ...dayValues('on', today), ...form.values } };
  return stepPage(context, file, {
    title: 'The parent asks for a review',
    form,
    children: (
      <>
        <h1>The parent asks for a review</h1>
        <p>
          Somebody who had no part in the case looks at the outcome again. It can only become lighter. It
          could be asked for until {formatDate(latest)}; later is possible too, with a reason.
        </p>
        <Form action={context.request.path} once={once} id="form">
          <DateInput form={start} name="on" label="On which day did they ask?" />
          <TextArea
            form={start}
            name="grounds"
            label="What do they say is wrong with the outcome?"
            hint="In their own words, as near as you can."
            rows={6}
          />
          <TextArea
            form={start}
            name="late"
            label="If it came late: why is it heard all the same?"
            optional
            rows={2}
          />
          <Button>Record the request</Button>
        </Form>
      </>
    ),
  });
}

/** The page that names who reviews. */
export async function reviewerPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const people = (await reviewerCandidates(work, file)).filter(
    ({ member }) => member !== file.facts.review?.reviewer,
  );
  return stepPage(context, file, {
    title: 'Who reviews the outcome',
    form,
    children: (
      <>
        <h1>Who reviews the outcome</h1>
        <p>
          The Chair of Governors, or a governor who had no part in the case before: nobody the words are
          about, nobody who looked into it, decided it or signed beside the decision.
        </p>
        {people.length === 0 ? (
          <p>
            There is nobody yet who could. Invite a governor of another school, or somebody the local
            authority, the trust or the diocese names, with the role of governor.
          </p>
        ) : (
          <Form action={context.request.path} once={once} id="form">
            <input type="hidden" name="version" value={versionOf(form, file)} />
            <Radios
              form={form}
              name="member"
              label="Name who reviews it"
              items={people.map(({ member, name }) => ({ value: member, label: <Name>{name}</Name> }))}
            />
            <Button>Name them</Button>
          </Form>
        )}
      </>
    ),
  });
}

/** What the parent says is wrong, from the entry that took it in. */
function groundsOf({ events }: CaseFile): string {
  return events.findLast(({ deed }) => deed.act === 'ask-review')?.note ?? '';
}

/** The lighter outcomes that a review may put in place of the one there is. */
function lighterThan({ cited, facts }: CaseFile) {
  const was = findOutcome(cited.ladder, facts.decision?.outcome ?? '');
  return outcomesOf(cited.ladder).filter(
    ({ key, rung, sanction, letter, kind }) =>
      key !== was?.key &&
      letter !== undefined &&
      kind !== 'reminder' &&
      (!sanction || (was?.sanction === true && rung < was.rung)),
  );
}

/** The page on which a review is decided. */
export async function decideReviewPage(context: CaseContext, form: FormState): Promise<Page> {
  const { work, staff, params, once } = context;
  const file = await caseFor(work, staff, params.id);
  const decision = await decisionOf(work, file.id);
  const name = await namesOf(work);
  const shorter = WARNING_MONTHS.filter((months) => months < (file.facts.decision?.months ?? 0));
  return stepPage(context, file, {
    title: 'Decide the review',
    form,
    children: (
      <>
        <h1>Decide the review</h1>
        <h2>What the parent says is wrong</h2>
        <UserText text={groundsOf(file)} />
        <Papers context={context} file={file} />
        {decision && <DecisionView decision={decision} name={name} cited={file.cited} />}
        <Form action={context.request.path} once={once} id="form">
          <input type="hidden" name="version" value={versionOf(form, file)} />
          <Radios
            form={form}
            name="result"
            label="What does the review come to?"
            items={REVIEW_RESULTS.filter((result) => result !== 'varied' || shorter.length > 0).map(
              (value) => ({
                value,
                label: RESULT_TEXT[value],
              }),
            )}
          />
          {shorter.length > 0 && (
            <Radios
              form={form}
              name="months"
              label="If it is varied: how long does it count instead?"
              items={shorter.map((months) => ({ value: `${months}`, label: `${months} months` }))}
            />
          )}
          <Radios
            form={form}
            name="outcome"
            label="If it is replaced: by what?"
            items={lighterThan(file).map(({ key, label }) => ({ value: key, label }))}
          />
          <TextArea
            form={form}
            name="reasons"
            label="What are your reasons?"
            hint="Answer each point that the parent made. They will read this."
            rows={6}
          />
          <Checkbox
            form={form}
            name="papers"
            label="The parent has had every paper that I have read about this"
          />
          <Checkboxes
            form={form}
            name="next"
            label="Where can the parent go if they still disagree?"
            items={NEXT_ROUTES.map((value) => ({ value, label: NEXT_TEXT[value] }))}
          />
          <Button>Record the review</Button>
        </Form>
      </>
    ),
  });
}
