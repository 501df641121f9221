import {
  Button,
  ButtonGroup,
  ButtonLink,
  Details,
  errorOf,
  Hidden,
  InsetText,
  Radios,
  Select,
  TextArea,
} from '../../ui/index.ts';
import { ActForm, type ActProps } from './act-form.tsx';
import type { ConcernRecord } from './record.ts';

/** The safeguarding question, before anything else. */
export function ScreenForm(props: ActProps) {
  return (
    <ActForm {...props} act="screen">
      <h2>First: could a child be at risk?</h2>
      <p>
        A child named or pictured, harm told of, trouble at home, a child using the account, sexual content,
        self-harm, extreme views, or a worry about an adult who works with children. If you are not sure, say
        so: that is the safe answer.
      </p>
      <Radios
        form={props.form}
        name="answer"
        label="Could a child be at risk?"
        items={[
          { value: 'no', label: 'No sign of it', disabled: !props.record.may('screen-clear') },
          { value: 'yes', label: 'Yes' },
          { value: 'unsure', label: 'I am not sure' },
        ]}
      />
      <TextArea
        form={props.form}
        name="note"
        label="Why do you think so?"
        hint="For the safeguarding lead. One or two sentences."
        rows={3}
      />
      <p>
        “Yes” and “I am not sure” alert the safeguarding lead at once and stop everything else until they
        release it.
      </p>
      <Button>Save the answer</Button>
    </ActForm>
  );
}

/** The hold, put on later. */
export function HoldForm(props: ActProps) {
  return (
    <Details
      summary="I am now worried about a child"
      open={errorOf(props.form.errors, 'worry') !== undefined}
    >
      <ActForm {...props} act="hold">
        <TextArea
          form={props.form}
          name="worry"
          label="What worries you"
          hint="For the safeguarding lead"
          rows={3}
        />
        <Button kind="warning">Put the safeguarding hold on</Button>
      </ActForm>
    </Details>
  );
}

/** Am I the target, related, or have I an interest? */
export function InterestForm(props: ActProps) {
  return (
    <ActForm {...props} act="interest">
      <h2>Are you free to deal with this?</h2>
      <p>Nobody looks into a matter of their own. There is no shame in saying so; saying it late is worse.</p>
      <Radios
        form={props.form}
        name="interest"
        label="Which is true?"
        items={[
          { value: 'clear', label: 'I have nothing to do with it' },
          {
            value: 'mine',
            label: 'It is about me, aimed at me, or about family or friends',
            hint: 'The concern goes to somebody else. You will not see it any more.',
          },
          {
            value: 'own-child',
            label: 'My own child is in the class',
            hint: 'It goes to somebody else too.',
          },
          {
            value: 'head',
            label: 'It is really about the Head Teacher',
            hint: 'It goes to the Chair of Governors.',
          },
          {
            value: 'governors',
            label: 'It is really about the Chair or another governor',
            hint: 'It goes to the Clerk to Governors.',
          },
          {
            value: 'head-and-governors',
            label: 'It is really about both',
            hint: 'It goes to the Clerk to Governors.',
          },
          {
            value: 'lead',
            label: 'It is really about the safeguarding lead or a deputy',
            hint: 'It goes to the Head Teacher.',
          },
        ]}
      />
      <Button>Save the answer</Button>
    </ActForm>
  );
}

/** Out of it in one click, at any time: nobody has to say why (rule 8). */
export function RecuseForm(props: ActProps) {
  return (
    <ActForm {...props} act="interest">
      <Hidden values={{ interest: 'mine' }} />
      <Button kind="secondary">I have an interest: give it to somebody else</Button>
    </ActForm>
  );
}

/** Is this a complaint about us? */
export function AboutUsForm(props: ActProps) {
  return (
    <ActForm {...props} act="about-us">
      <h2>Is this a complaint about us?</h2>
      <p>
        Criticism of the school, its policies or its leaders is lawful and can never be the only ground for
        acting against a parent. Read it as a complaint in the wrong place first.
      </p>
      <Radios
        form={props.form}
        name="aboutUs"
        label="Is it a complaint about the school?"
        items={[
          { value: 'no', label: 'No, it is about how somebody behaved' },
          { value: 'partly', label: 'In part: answer the complaint as a complaint, and the rest here' },
          { value: 'yes', label: 'Yes', hint: 'It goes to the complaints procedure. No case can be opened.' },
        ]}
      />
      <TextArea form={props.form} name="why" label="Why do you think so?" rows={3} />
      <Button>Save the answer</Button>
    </ActForm>
  );
}

/** The acknowledgement, with the words ready to change. */
export function AcknowledgeForm(props: ActProps) {
  return (
    <ActForm {...props} act="acknowledge">
      <h2>Acknowledge it</h2>
      <p>
        {props.record.reachable
          ? 'They read this on their own page. A mail tells them that there is something new, and nothing else.'
          : 'They gave no address. They read this on their own page when they come back with their code.'}
      </p>
      <TextArea
        form={props.form}
        name="message"
        label="To the reporter"
        hint="Say nothing about who is right, and nothing about another family."
        rows={12}
      />
      <Button>Acknowledge</Button>
    </ActForm>
  );
}

/** A question to the reporter, or a word on how it stands. */
export function AskForm(props: ActProps) {
  return (
    <Details
      summary="Ask the reporter something, or say how it stands"
      open={errorOf(props.form.errors, 'question') !== undefined}
    >
      <ActForm {...props} act="ask">
        <TextArea
          form={props.form}
          name="question"
          label="What you ask, or want them to know"
          hint="They read it on their own page. Say nothing about another family."
          rows={4}
        />
        <Button kind="secondary">Send it</Button>
      </ActForm>
    </Details>
  );
}

/** Notes that the reporter's new words were read. */
export function SeenForm(props: ActProps) {
  return (
    <ActForm {...props} act="seen">
      <InsetText>The reporter has added something. It is at the end of “What happened so far”.</InsetText>
      <Button kind="secondary">I have read it</Button>
    </ActForm>
  );
}

/** What happens to it: a case, or one of the ways out. */
export function WayOn({ record }: { record: ConcernRecord }) {
  const { id, aboutUs } = record.row;
  return (
    <>
      <h2>Decide what happens next</h2>
      <p>
        Nothing further is always possible. A case is for words that may break the policy and that somebody
        must answer.
      </p>
      <ButtonGroup>
        {aboutUs !== 'yes' && <ButtonLink href={`/desk/cases/new?concern=${id}`}>Open a case</ButtonLink>}
        <ButtonLink href={`/desk/concerns/${id}/exit`} kind={aboutUs === 'yes' ? 'primary' : 'secondary'}>
          End it another way
        </ButtonLink>
      </ButtonGroup>
    </>
  );
}

/** Names somebody to take the concern in another's place. */
export function AppointForm(props: ActProps) {
  const { candidates } = props.record;
  if (candidates.length === 0) return null;
  return (
    <Details
      summary="Name somebody to take this concern"
      open={errorOf(props.form.errors, 'member') !== undefined}
    >
      <ActForm {...props} act="appoint">
        <p>Somebody it is not about: a vice-chair, a governor not concerned, a senior member of staff.</p>
        <Select
          form={props.form}
          name="member"
          label="Who takes it"
          placeholder="Choose"
          items={candidates.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button kind="secondary">Name them</Button>
      </ActForm>
    </Details>
  );
}
