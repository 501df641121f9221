import {
  CLAUSE_KINDS,
  CLAUSE_TOPICS,
  type Clause,
  type ClauseKind,
  type ClauseTopic,
  findClause,
  isAsWritten,
  POLARITIES,
  type Polarity,
  type PolicyDocument,
  STRENGTHS,
  type Strength,
  setClauseForce,
  setClauseKind,
  setClausePolarity,
  setClauseStrength,
  setClauseTopics,
} from '@handbell/policy';
import {
  Checkboxes,
  type FormState,
  InsetText,
  listValue,
  Radios,
  textValue,
  UserText,
} from '../../ui/index.ts';
import { isExpectationOnly } from '../expectation.ts';
import { FORCE_WORDS, KIND_WORDS, POLARITY_WORDS, STRENGTH_WORDS, TOPIC_WORDS } from '../words.ts';
import type { Change, FormValues } from './change.ts';
import { ExpectationsExplained } from './reading.tsx';

const isKind = (value: string): value is ClauseKind => CLAUSE_KINDS.some((kind) => kind === value);
const isTopic = (value: string): value is ClauseTopic => CLAUSE_TOPICS.some((topic) => topic === value);

const isStrength = (value: string): value is Strength => STRENGTHS.some((strength) => strength === value);
const isPolarity = (value: string): value is Polarity => POLARITIES.some((polarity) => polarity === value);
/** The answer that a clause asks nothing of anybody. */
const NOTHING = 'nothing';

/** How strongly a clause asks, and for what or against what. */
function Character({ form }: { form: FormState }) {
  return (
    <>
      <Radios
        form={form}
        name="polarity"
        label="Does it name something to do, or not to do?"
        items={POLARITIES.map((value) => ({ value, label: POLARITY_WORDS[value] }))}
      />
      <Radios
        form={form}
        name="strength"
        label="How strongly does it ask?"
        items={[
          ...STRENGTHS.map((value) => ({ value, label: STRENGTH_WORDS[value] })),
          { value: NOTHING, label: 'It asks nothing of anybody' },
        ]}
      />
    </>
  );
}

/** The document with a clause's character as the form says it; what the form leaves open stays. */
function withCharacter(document: PolicyDocument, { id, polarity }: Clause, values: FormValues) {
  const said = (name: string) => textValue({ values, errors: {} }, name);
  const [turned, strength] = [said('polarity'), said('strength')];
  const changed =
    isPolarity(turned) && turned !== polarity ? setClausePolarity(document, id, turned) : document;
  if (strength === '') return changed;
  return setClauseStrength(changed, id, isStrength(strength) ? strength : undefined);
}

function TheClause({ clause, document }: { clause: Clause; document: PolicyDocument }) {
  const own = isAsWritten(document, clause.id) ? document.source.slice(...clause.span) : clause.text;
  return (
    <InsetText>
      {clause.stem !== undefined && <p class="hb-quiet">{clause.stem}</p>}
      <UserText text={own} />
    </InsetText>
  );
}

/** What one clause is for. */
export function kindChange(clause: Clause): Change {
  return {
    title: `What is clause ${clause.ref} for?`,
    keep: 'It is right as it is',
    initial: () => ({ kind: clause.kind }),
    fields: (document, form) => (
      <>
        <h1>What is clause {clause.ref} for?</h1>
        <TheClause clause={clause} document={document} />
        <Radios
          form={form}
          name="kind"
          label="This clause is"
          items={CLAUSE_KINDS.map((value) => ({
            value,
            label: KIND_WORDS[value].name,
            hint: KIND_WORDS[value].about,
          }))}
        />
      </>
    ),
    edit: (document, values) => {
      const kind = textValue({ values, errors: {} }, 'kind');
      if (!isKind(kind)) return { errors: { kind: 'Choose what the clause is for' } };
      return { document: setClauseKind(document, clause.id, kind) };
    },
  };
}

/** What one clause of conduct is about, and what can follow when somebody goes against it (rule 19). */
export function forceChange(clause: Clause): Change {
  return {
    title: `What can follow from clause ${clause.ref}?`,
    keep: 'It is right as it is',
    initial: () => ({
      force: clause.force,
      topics: [...clause.topics],
      polarity: clause.polarity ?? '',
      strength: clause.strength ?? NOTHING,
    }),
    fields: (document, form) => (
      <>
        <h1>What can follow from clause {clause.ref}?</h1>
        <TheClause clause={clause} document={document} />
        <Radios
          form={form}
          name="force"
          label="When somebody goes against this clause, it"
          items={[
            {
              value: 'rule',
              label: FORCE_WORDS.rule,
              hint: 'After a fair process, with the parent heard first.',
            },
            {
              value: 'expectation',
              label: FORCE_WORDS.expectation,
              hint: 'The school may remind people of it. Nothing else follows.',
            },
          ]}
        />
        <Character form={form} />
        <Checkboxes
          form={form}
          name="topics"
          label="What is it about?"
          hint="This helps to find the clause when a message is looked at. Choose all that fit."
          optional
          items={CLAUSE_TOPICS.map((value) => ({ value, label: TOPIC_WORDS[value] }))}
        />
        <ExpectationsExplained />
      </>
    ),
    edit: (document, values) => {
      const force = textValue({ values, errors: {} }, 'force');
      if (force !== 'rule' && force !== 'expectation') {
        return { errors: { force: 'Choose what can follow' } };
      }
      if (force === 'rule' && isExpectationOnly(document, clause)) {
        return {
          errors: {
            force:
              'This clause is about views, politics, the school’s good name or its policies, so it can only be an expectation',
          },
        };
      }
      const topics = listValue({ values, errors: {} }, 'topics').filter(isTopic);
      const said = setClauseTopics(withCharacter(document, clause, values), clause.id, topics);
      return { document: setClauseForce(said, clause.id, force) };
    },
  };
}

/** The clause of an address, if the document has it. */
export function clauseAt(document: PolicyDocument, id: string): Clause | undefined {
  return findClause(document, id)?.clause;
}
