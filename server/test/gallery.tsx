import type { Child } from 'hono/jsx';
import {
  Button,
  ButtonGroup,
  ButtonLink,
  Checkbox,
  Checkboxes,
  DateInput,
  DeskPage,
  Details,
  EmptyState,
  ErrorPage,
  emptyForm,
  FileUpload,
  Filters,
  Form,
  type FormState,
  InsetText,
  Name,
  Notice,
  Pagination,
  Panel,
  PlainPage,
  PublicPage,
  Radios,
  Select,
  Story,
  SummaryList,
  Table,
  Tag,
  TaskList,
  TextArea,
  TextInput,
  UserText,
  WarningText,
} from '../src/ui/index.ts';

const school = { name: 'Example Infant School', href: '/s/example' };
const safeguarding = { name: 'Priya Nair', phone: '07700 900123', email: 'safeguarding@example.org' };
const publicFrame = {
  school,
  safeguarding,
  policyVersion: { href: '/s/example/policy/2', label: 'Policy version 2' },
  accessibilityHref: '/s/example/accessibility',
  privacyHref: '/s/example/privacy',
};
const deskFrame = {
  school: { ...school, href: '/desk' },
  nav: [
    { href: '/desk', label: 'Today', count: 4, current: true },
    { href: '/desk/concerns', label: 'Concerns', count: 2 },
    { href: '/desk/cases', label: 'Cases', count: 3 },
    { href: '/desk/groups', label: 'Groups' },
    { href: '/desk/agreements', label: 'Agreements' },
    { href: '/desk/policy', label: 'Policy' },
    { href: '/desk/letters', label: 'Letters', count: 1 },
    { href: '/desk/reports', label: 'Reports' },
    { href: '/desk/settings', label: 'Settings' },
  ],
  user: { name: 'Rosalind Okoro', role: 'Head Teacher' },
  signOut: { action: '/desk/sign-out', once: 'token-1' },
};

const faulty: FormState = {
  values: {
    what: '<script>alert(1)</script>',
    safe: 'unsure',
    'when-day': '31',
    'when-month': '2',
    'when-year': '2027',
  },
  errors: {
    what: 'Tell us what happened, in a few words',
    safe: 'Say whether anyone is in danger',
    when: 'The day must be a real one: February has no 31st',
    group: 'Choose a group',
    chat: 'We could not read this file: it is a spreadsheet. A chat export ends in .txt or .zip',
    agree: 'Tick the box to say that you have read the policy',
  },
};

/** Every field, with the values and errors of a form. */
function Fields({ form }: { form: FormState }) {
  return (
    <Form action="/s/example/concern" multipart once="token-2">
      <Radios
        form={form}
        name="safe"
        label="Is anyone in danger now?"
        hint="A child, you, or somebody else."
        items={[
          { value: 'yes', label: 'Yes', hint: 'Call 999 first. Then tell us.' },
          {
            value: 'unsure',
            label: 'I am not sure',
            conditional: <TextInput form={form} name="unsure-why" label="What makes you think so?" />,
          },
          { value: 'no', label: 'No', divider: 'or' },
        ]}
      />
      <TextArea
        form={form}
        name="what"
        label="What happened?"
        hint="Your own words are best."
        maxWords={500}
      />
      <DateInput form={form} name="when" label="When did you see it?" hint="For example, 9 3 2027" />
      <Select
        form={form}
        name="group"
        label="Which group?"
        placeholder="Choose a group"
        items={[
          { value: 'oak', label: 'Oak class parents' },
          { value: 'pta', label: 'PTA' },
        ]}
      />
      <Checkboxes
        form={form}
        name="kinds"
        label="What kind of message was it?"
        optional
        items={[
          { value: 'named', label: 'It names a child or a parent' },
          { value: 'rude', label: 'It is rude or hurtful', hint: 'About anybody, in the group or not.' },
        ]}
      />
      <FileUpload
        form={form}
        name="chat"
        label="The chat export"
        accept=".txt,.zip"
        hint="It is read on your own device. Only the messages you tick are sent."
      />
      <TextInput form={form} name="email" type="email" label="Your email address" width={20} optional />
      <Checkbox form={form} name="agree" label="I have read the policy" />
      <ButtonGroup>
        <Button>Continue</Button>
        <Button kind="secondary">Save for later</Button>
        <Button kind="warning">Withdraw this concern</Button>
        <a href="/s/example">Cancel</a>
      </ButtonGroup>
    </Form>
  );
}

/** The policy as a parent meets it. */
export function policyPage() {
  return (
    <PublicPage
      {...publicFrame}
      title="Our policy for parents' groups"
      listed
      languages={[
        { href: '?lang=en', label: 'English', lang: 'en', current: true },
        { href: '?lang=ur', label: 'اردو', lang: 'ur' },
      ]}
    >
      <p class="hb-caption">Version 2, in force since Wednesday 1 September 2027</p>
      <h1>Our policy for parents' WhatsApp groups</h1>
      <p>
        <Tag kind="inForce">In force</Tag>
      </p>
      <p class="hb-lead">
        Class groups help us all. This page says what we agree to, and what happens when something goes wrong.
      </p>
      <h2>What groups are for</h2>
      <ul>
        <li>Reminders, lost jumpers and lifts.</li>
        <li>Asking other parents a question.</li>
        <li>
          News that the school has already shared. <a href="/s/example/ask">Who do I ask about the rest?</a>
        </li>
      </ul>
      <InsetText>
        <p>Worried about a child? Do not write it in the group. Tell the safeguarding lead.</p>
      </InsetText>
      <h2>When something goes wrong</h2>
      <p>We listen to everyone first. We take the smallest step that works.</p>
      <Details summary="What happens, step by step">
        <p>We thank you, we look at what was written, and we talk to the parent who wrote it.</p>
      </Details>
      <ButtonGroup>
        <ButtonLink href="/s/example/agree">Agree to the policy</ButtonLink>
        <ButtonLink href="/s/example/concern" kind="secondary">
          Raise a concern
        </ButtonLink>
      </ButtonGroup>
    </PublicPage>
  );
}

/** A form nobody has filled in, or one with everything wrong. */
export function formPage(wrong: boolean, lang?: string) {
  const form = wrong ? faulty : emptyForm;
  return (
    <PublicPage
      {...publicFrame}
      title="Raise a concern"
      lang={lang}
      errors={form.errors}
      back={{ href: '/s/example' }}
      quickExit="https://weather.example.org/"
    >
      <h1>Raise a concern</h1>
      <Fields form={form} />
      <Details summary="Who reads this?" open>
        <p>The Head Teacher, and nobody else until you say so.</p>
      </Details>
      <WarningText>Do not write a child's name here.</WarningText>
    </PublicPage>
  );
}

/** The page after a concern has come in. */
export function donePage() {
  return (
    <PublicPage {...publicFrame} title="We have your concern">
      <Panel title="We have your concern">
        <p>Your code</p>
        <p class="hb-code">amber-kite-4471</p>
      </Panel>
      <h2>What happens next</h2>
      <p>We read it today or on the next school day. We write to you by Tuesday 9 March 2027.</p>
      <WarningText>Write the code down. It is the only way back to this concern.</WarningText>
      <SummaryList
        rows={[
          {
            key: 'Group',
            value: 'Oak class parents',
            actions: [{ href: '/s/example/concern/group', about: 'the group' }],
          },
          { key: 'Your name', value: <Name>نور الهدى</Name> },
          { key: 'What happened', value: <UserText text={'She wrote this.\n\nIt upset <b>my</b> child.'} /> },
        ]}
      />
    </PublicPage>
  );
}

function caseTable(rows: readonly (readonly Child[])[]) {
  return (
    <Table
      caption="Open cases"
      columns={[
        { header: 'Case' },
        { header: 'Group' },
        { header: 'State' },
        { header: 'Next step' },
        { header: 'Days open', numeric: true },
      ]}
      rows={rows}
      empty={
        <EmptyState title="No open cases" action={{ href: '/desk/concerns', label: 'Look at concerns' }}>
          <p>A case appears here when you open one from a concern.</p>
        </EmptyState>
      }
    />
  );
}

/** The desk's first page, with every piece a list page uses. */
export function deskPage() {
  return (
    <DeskPage
      {...deskFrame}
      title="Today"
      notice={<Notice kind="success">The letter to Sam Whitlock's family was sent.</Notice>}
    >
      <h1>Today</h1>
      <TaskList
        tasks={[
          {
            title: 'Read a new concern',
            href: '/desk/concerns/8',
            hint: 'Came in yesterday at 6.15pm. Due by Tuesday 9 March 2027.',
            status: <Tag kind="urgent">Due today</Tag>,
          },
          {
            title: 'Hear the parent in case 12',
            href: '/desk/cases/12',
            status: <Tag kind="waiting">Waiting</Tag>,
          },
          { title: 'Decide case 11', hint: 'Opens when the parent has been heard.', status: 'Not yet' },
        ]}
      />
      <h2>Cases</h2>
      <Filters action="/desk/cases" label="Cases" clearHref="/desk/cases">
        <Select
          form={{ values: { state: 'open' }, errors: {} }}
          name="state"
          label="State"
          items={[
            { value: 'open', label: 'Open' },
            { value: 'closed', label: 'Closed' },
          ]}
        />
        <TextInput form={emptyForm} name="q" type="search" label="Words" width={20} />
      </Filters>
      {caseTable([
        [<a href="/desk/cases/12">Case 12</a>, 'Oak class', <Tag kind="new">New</Tag>, 'Hear the parent', 3],
        [
          <a href="/desk/cases/11">Case 11</a>,
          'PTA',
          <Tag kind="progress">Being looked at</Tag>,
          'Decide',
          12,
        ],
        [
          <a href="/desk/cases/9">Case 9</a>,
          'Elm class',
          <Tag kind="done">Settled</Tag>,
          'Nothing more',
          1204,
        ],
        [<a href="/desk/cases/7">Case 7</a>, 'Year 2', <Tag kind="ended">Closed</Tag>, 'Nothing more', 41],
      ])}
      <Pagination page={4} pages={9} href={(page) => `/desk/cases?page=${page}`} label="Cases" />
    </DeskPage>
  );
}

/** A record on the desk: its facts, its story, and the next act at its foot. */
export function recordPage() {
  return (
    <DeskPage
      {...deskFrame}
      title="Case 12"
      back={{ href: '/desk/cases', label: 'Cases' }}
      notice={
        <Notice kind="important">Ms Okoro is named in this concern. Somebody else must decide it.</Notice>
      }
    >
      <p class="hb-caption">Case 12</p>
      <h1>A message about a pupil's lunch, Oak class group</h1>
      <p>
        <Tag kind="progress">Being looked at</Tag>
      </p>
      <SummaryList
        rows={[
          { key: 'Clause', value: 'Do not name children in the group' },
          {
            key: 'Decides',
            value: 'Rosalind Okoro',
            actions: [{ href: '/desk/cases/12/decider', about: 'who decides' }],
          },
        ]}
      />
      <h2>What has happened</h2>
      <Story
        label="Case 12"
        entries={[
          {
            when: '2027-03-02T18:15:00Z',
            title: 'A parent raised a concern',
            children: <UserText text="We have been told that a child was named. הודעה בקבוצה" />,
          },
          { when: '2027-03-03', title: 'Opened as a case', by: 'Rosalind Okoro', kind: 'decision' },
          { when: '2027-03-09', title: 'Hear the parent', kind: 'due' },
        ]}
      />
      <h2>Record speaking to the parent</h2>
      <Form action="/desk/cases/12/heard" once="token-3">
        <DateInput form={emptyForm} name="heard" label="When did you speak?" />
        <TextArea form={emptyForm} name="account" label="What did they say?" rows={4} maxCharacters={5000} />
        <Button>Record it</Button>
      </Form>
    </DeskPage>
  );
}

/** A list with nothing in it yet. */
export function emptyPage() {
  return (
    <DeskPage {...deskFrame} title="Cases">
      <h1>Cases</h1>
      <Notice>Cases are kept for one school year after they end.</Notice>
      {caseTable([])}
    </DeskPage>
  );
}

/** Signing in. */
export function signInPage() {
  return (
    <PlainPage title="Sign in" schoolName={school.name} step={{ number: 1, of: 2 }}>
      <h1>Sign in</h1>
      <Form action="/desk/sign-in">
        <TextInput form={emptyForm} name="email" type="email" label="Email address" autocomplete="username" />
        <TextInput
          form={emptyForm}
          name="password"
          type="password"
          label="Password"
          autocomplete="current-password"
        />
        <Button>Sign in</Button>
      </Form>
    </PlainPage>
  );
}

/** When something went wrong. */
export function brokenPage() {
  return (
    <ErrorPage
      title="Something went wrong"
      happened="We could not save your answers: Handbell had a fault."
      safe="Nothing was sent. Nobody has seen what you wrote."
      next="Go back, copy your words to a safe place, and try again in a few minutes."
      reference="01J9Z3"
      schoolName={school.name}
    />
  );
}

/** Every page of the gallery by name. */
export const gallery = {
  policy: policyPage,
  form: () => formPage(false),
  errors: () => formPage(true),
  'right-to-left': () => formPage(true, 'ur'),
  done: donePage,
  desk: deskPage,
  record: recordPage,
  empty: emptyPage,
  'sign-in': signInPage,
  broken: brokenPage,
};
