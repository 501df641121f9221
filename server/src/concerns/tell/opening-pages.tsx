import type { Page } from '../../edge/contexts.ts';
import { ComplaintsWay } from '../../schools/complaints/view.tsx';
import { InsetText, Name, Radios } from '../../ui/index.ts';
import { BEHALF, CONCERN_MODES, TOLD_OF, type ToldOf } from '../kinds.ts';
import {
  ABOUT_NAMES,
  BEHALF_NAMES,
  MODE_NAMES,
  PASSED_NAMES,
  ROUTE_READERS,
  TOLD_OF_NAMES,
} from '../labels.ts';
import { ReportingRestriction } from '../restriction.tsx';
import { CONCERN_ABOUT } from '../rules.ts';
import { type StepContext, stepPage } from './frame.tsx';
import { LimitsTable } from './limits.tsx';
import { answer } from './steps.ts';

/** How somebody wants to tell, with what each way can promise, before they write a word (rule 29). */
export function modePage(at: StepContext): Page {
  const chosen = answer(at.form.values, 'mode') || 'confidential';
  const form = { ...at.form, values: { ...at.form.values, mode: chosen } };
  return stepPage(at, {
    step: 'mode',
    title: 'How do you want to tell us?',
    asks: ['mode'],
    children: (
      <>
        <h1>How do you want to tell us?</h1>
        <p class="hb-lead">Read what we can and cannot promise before you write anything.</p>
        <LimitsTable />
        <Radios
          form={form}
          name="mode"
          label="How do you want to tell us?"
          items={CONCERN_MODES.map((value) => ({
            value,
            label: MODE_NAMES[value],
            hint: value === 'confidential' ? 'What most people choose' : undefined,
          }))}
        />
      </>
    ),
  });
}

const TOLD_OF_HINTS = {
  conduct: 'In a group, in messages or online',
  complaint: 'A decision, teaching, how a member of staff treated somebody',
} satisfies Readonly<Record<ToldOf, string>>;

/** Is this about somebody's words, or about the school itself? */
export function matterPage(at: StepContext): Page {
  return stepPage(at, {
    step: 'matter',
    title: 'What is this about?',
    asks: ['matter'],
    children: (
      <Radios
        form={at.form}
        name="matter"
        label="What is this about?"
        heading
        items={TOLD_OF.map((value) => ({ value, label: TOLD_OF_NAMES[value], hint: TOLD_OF_HINTS[value] }))}
      />
    ),
  });
}

/** The way to the complaints procedure, for what is a complaint; going on is still possible. */
export function complaintPage(at: StepContext): Page {
  const { profile } = at.context.school;
  return stepPage(at, {
    step: 'complaint',
    title: 'This sounds like a complaint',
    asks: [],
    next: 'Go on here all the same',
    children: (
      <>
        <h1>This sounds like a complaint about the school</h1>
        <p>
          You have every right to complain, and nobody is in trouble for it. The school’s complaints procedure
          is the better way: there you get an answer about the matter itself. Here we can only say that
          something was dealt with.
        </p>
        <ComplaintsWay profile={profile} />
      </>
    ),
  });
}

/** Whom it is about: this decides who at the school reads it. */
export function aboutPage(at: StepContext): Page {
  return stepPage(at, {
    step: 'about',
    title: 'Who is it about?',
    asks: ['about'],
    children: (
      <Radios
        form={at.form}
        name="about"
        label="Who is it about?"
        heading
        hint="Whose words worry you? This decides who at the school reads it. Do not give a name here."
        items={CONCERN_ABOUT.map((value) => ({ value, label: ABOUT_NAMES[value] }))}
      />
    ),
  });
}

/** For whom they tell. */
export function behalfPage(at: StepContext): Page {
  return stepPage(at, {
    step: 'behalf',
    title: 'Who are you telling us for?',
    asks: ['behalf'],
    children: (
      <Radios
        form={at.form}
        name="behalf"
        label="Who are you telling us for?"
        heading
        hint="You may tell us for somebody else, such as a parent who does not write English. Do not give a name here."
        items={BEHALF.map((value) => ({ value, label: BEHALF_NAMES[value] }))}
      />
    ),
  });
}

/** The reporting restriction, when a concern is about a teacher (rule 41). */
export const restrictionPage = (at: StepContext): Page => teacherPage(at, 'restriction');

/** The same, when somebody wrote about a member of staff. */
export const accusedPage = (at: StepContext): Page => teacherPage(at, 'accused');

function teacherPage(at: StepContext, step: 'restriction' | 'accused'): Page {
  return stepPage(at, {
    step,
    title: 'Before you write about a teacher',
    asks: [],
    children: (
      <>
        <h1>Before you write about a teacher</h1>
        <p>You are right to tell the school here. Please tell it only here.</p>
        <ReportingRestriction nation={at.context.school.profile.nation} />
        <p>
          If a teacher may have hurt a child, do not wait: tell the safeguarding lead, whose details are at
          the foot of this page.
        </p>
      </>
    ),
  });
}

/** Who reads it, and who does not, when it is about the Head Teacher or governors (rule 10). */
export function pastPage(at: StepContext): Page {
  const { route } = at;
  const { profile } = at.context.school;
  if (route === undefined) {
    return stepPage(at, {
      step: 'past',
      title: 'Not through this page',
      asks: [],
      next: null,
      children: (
        <>
          <h1>Please do not send this here</h1>
          <p>
            The school has not yet named anybody here who could read it without it passing the person it is
            about. So we do not take it here: it would not be safe with us.
          </p>
          <p>
            Instead you can write a letter, marked “confidential, to be opened by the addressee only”, to:
          </p>
          <ul>
            <li>
              {profile.board}, at <Name>{profile.address}</Name>, if it is about the Head Teacher
            </li>
            <li>your local council, or the trust that runs the school, if it is about governors too</li>
          </ul>
          <p>
            If a child may be at risk, call your local council’s children’s services, or 999 in an emergency.
          </p>
        </>
      ),
    });
  }
  return stepPage(at, {
    step: 'past',
    title: 'Who reads this',
    asks: [],
    children: (
      <>
        <h1>Who reads this</h1>
        <p>This goes to {ROUTE_READERS[route]}.</p>
        <InsetText>
          {PASSED_NAMES[route]} cannot see it: not in a list, not in a count, not in a mail. If a child may be
          at risk, the safeguarding lead is told too, unless it is about them.
        </InsetText>
      </>
    ),
  });
}
