import type { ConcernForCase } from '../concerns/store.ts';
import { ClauseQuestion } from '../moderation/clause-question.tsx';
import type { Member } from '../people/store.ts';
import type { PolicyVersion } from '../policies/store.ts';
import {
  Checkboxes,
  Details,
  Fieldset,
  type FormState,
  formatDateTime,
  formatShortDate,
  Name,
  Radios,
  Tag,
  TextArea,
  TextInput,
  UserText,
} from '../ui/index.ts';
import { SORT_TEXT } from './kinds.ts';
import { citableClauses } from './open-case.ts';
import { WhereItWas, whereOf } from './where-it-was.tsx';

/** The messages of the person it is about, as the words themselves: nobody else's are carried over. */
function ownWords({ transcript, others }: ConcernForCase): string {
  return [...transcript, ...others.flatMap((each) => each.transcript)]
    .filter(({ bySubject, chosen }) => bySubject && chosen)
    .map(({ at, text }) => `${formatDateTime(at)}: ${text}`)
    .join('\n\n');
}

interface Props {
  readonly form: FormState;
  readonly concern: ConcernForCase;
  readonly policy: PolicyVersion;
  readonly people: readonly Member[];
}

/** The clauses that can be cited, each with what kind it is. */
function Clauses({ form, policy }: Pick<Props, 'form' | 'policy'>) {
  return (
    <Checkboxes
      form={form}
      name="clauses"
      label="Which clauses of the policy may the words break?"
      hint={`Version ${policy.number}, in force since ${formatShortDate(policy.inForceFrom)}. What is marked as an expectation cannot be the only ground for a warning.`}
      items={citableClauses(policy).map(({ id, ref, text, force }) => ({
        value: id,
        label: (
          <>
            {ref} {text} {force === 'expectation' && <Tag kind="waiting">Expectation only</Tag>}
          </>
        ),
      }))}
    />
  );
}

function StaffTicks({ form, people }: Pick<Props, 'form' | 'people'>) {
  const items = people.map(({ id, name }) => ({ value: id, label: <Name>{name}</Name> }));
  return (
    <>
      <Checkboxes
        form={form}
        name="targets"
        label="Which of these people are the words about? (optional)"
        hint="They will not see the case and have no part in it."
        items={items}
      />
      <Checkboxes
        form={form}
        name="interested"
        label="Which of these people are close to somebody in it? (optional)"
        hint="Related, close friends, or with a child in the same class. They have no part in it either."
        items={items}
      />
    </>
  );
}

/** What a case is opened with. */
export function OpeningFields({ form, concern, policy, people }: Props) {
  const start = {
    ...form,
    values: {
      name: concern.subject,
      ...whereOf(concern),
      quoted: ownWords(concern),
      ...form.values,
    },
  };
  return (
    <>
      <Details summary="Read the concern again">
        <UserText text={concern.words} />
      </Details>
      {concern.others.map(({ reference, words }) => (
        <Details summary={`Read report ${reference} of the same matter again`}>
          <UserText text={words} />
        </Details>
      ))}
      <Fieldset legend="The parent it is about">
        <TextInput form={start} name="name" label="Name" hint="As they write it themselves." />
        <TextArea
          form={start}
          name="address"
          label="Address for letters"
          optional
          rows={3}
          hint="You can add it later."
        />
        <TextInput form={start} name="phone" label="Phone" type="tel" width={20} optional />
        <TextInput form={start} name="email" label="Email" type="email" optional />
      </Fieldset>
      <WhereItWas form={start} />
      <TextArea
        form={start}
        name="allegation"
        label="What have you been told happened?"
        hint="In plain words and without a name of anybody else. The parent will read this: “three messages called a teaching assistant names”."
        rows={4}
      />
      <TextArea
        form={start}
        name="quoted"
        label="The parent’s own words"
        optional
        hint="Only theirs, and only what matters. They will be shown this, never a picture of somebody’s phone."
        rows={6}
      />
      <Clauses form={start} policy={policy} />
      <ClauseQuestion
        document={policy.document}
        words={[
          { speaker: '', text: concern.words },
          ...concern.transcript.map(({ speaker, text, chosen }) => ({ speaker, text, context: !chosen })),
        ]}
      />
      <Radios
        form={start}
        name="affectedSort"
        label="Whom were the words about?"
        items={[
          { value: 'staff', label: SORT_TEXT.staff },
          { value: 'parent', label: SORT_TEXT.parent },
          { value: 'pupil', label: SORT_TEXT.pupil, hint: 'Use initials, or “Child A”.' },
          { value: 'other', label: SORT_TEXT.other },
          { value: 'nobody', label: 'Nobody in particular' },
        ]}
      />
      <TextInput
        form={start}
        name="affectedName"
        label="Who is it?"
        optional
        hint="You can leave it out for a member of staff. No letter names another family."
      />
      {people.length > 0 && <StaffTicks form={start} people={people} />}
    </>
  );
}
