import type { Page } from '../../edge/contexts.ts';
import { Details, InsetText, Name, Radios, telephone, WarningText } from '../../ui/index.ts';
import { type StepContext, stepPage } from './frame.tsx';

/** The first question of all: is a child in danger now? */
export function dangerPage(at: StepContext): Page {
  const { school } = at.context;
  return stepPage(at, {
    step: 'danger',
    title: 'Raise a concern',
    asks: ['danger'],
    children: (
      <>
        <h1>Raise a concern in confidence</h1>
        <p class="hb-lead">
          You can tell <Name>{school.name}</Name> here about words in a parents’ group, or messages between
          adults, that worry you. It takes about ten minutes. Nothing is saved or sent until the end, when you
          have checked it. To go back, use the button at the end of a page, not the one of your phone or
          browser.
        </p>
        <Radios
          form={at.form}
          name="danger"
          label="Is a child in danger right now?"
          hint="Or an adult: anybody who may be hurt today."
          items={[
            { value: 'yes', label: 'Yes' },
            { value: 'no', label: 'No' },
          ]}
        />
        <Details summary="I would rather talk to somebody, or need help with reading">
          <p>
            Call the school on <a href={telephone(school.profile.phone)}>{school.profile.phone}</a> or go to
            the office. They write down what you say, word for word, and give you the same code. You can bring
            somebody with you, and you can ask for an interpreter.
          </p>
          <p>Many browsers can read these pages aloud: the button is at the end of each page.</p>
        </Details>
        <Details summary="Came here before?">
          <p>
            <a href={`/s/${school.slug}/concern/return`}>Come back with your code</a> to see where things
            stand, answer a question or add something.
          </p>
        </Details>
      </>
    ),
  });
}

/** What to do first when somebody is in danger; going on is still possible. */
export function emergencyPage(at: StepContext): Page {
  const { safeguardingLead: lead } = at.context.school.profile;
  return stepPage(at, {
    step: 'emergency',
    title: 'Call for help first',
    asks: [],
    next: 'I have done this, or cannot. Go on',
    children: (
      <>
        <h1>Call for help first</h1>
        <WarningText>
          Call <a href="tel:999">999</a> now if anybody may be hurt. This page is not read at once, and not at
          night.
        </WarningText>
        <p>
          Then tell the school’s safeguarding lead, <Name>{lead.name}</Name>
          {lead.phone !== '' && (
            <>
              , on <a href={telephone(lead.phone)}>{lead.phone}</a>
            </>
          )}
          {lead.email !== '' && (
            <>
              {' '}
              or at <a href={`mailto:${lead.email}`}>{lead.email}</a>
            </>
          )}
          .
        </p>
        <p>
          The NSPCC helpline is open to any adult who worries about a child:{' '}
          <a href="tel:08088005000">0808 800 5000</a>.
        </p>
        <InsetText>
          You can still go on and tell us here. What you send is then marked urgent, and the safeguarding lead
          is told at once.
        </InsetText>
      </>
    ),
  });
}
